import { isTagged, LambdaFunction } from "../../model/aws";
import { absent, all, answer, equals, present } from "../../model/values";
import { cwe, defineRule, sas, strings } from "../../pack";

const orders = { role: "arn:aws:iam::111122223333:role/orders", tags: { tenancy: "shared" } };

/** Only of what says itself that it serves several tenants; that /tmp is large says nothing about whose data is in it. */
export default defineRule({
    id: "tenant-data-isolation",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(668), cwe(377), sas(12)],
    title: "What one tenant's call leaves behind is not there for the next tenant's.",
    why: "Memory, /tmp and a mounted file system outlive a call, so a flaw shows one tenant the data of another.",
    fix: 'Set tenancyConfig: { tenantIsolationMode: "PER_TENANT" } when the function is made, and keep files under a prefix or access point of each tenant.',
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html"],
    options: {
        multiTenantTags: strings("Tags, key=value, of functions that serve several tenants.", [
            "tenancy=shared",
            "tenancy=pooled",
            "tenancy=multi-tenant",
            "multi-tenant=true",
            "multitenant=true",
        ]),
    },
    bad: orders,
    good: { ...orders, tenancyConfig: { tenantIsolationMode: "PER_TENANT" } },
    resource: LambdaFunction,
    *check({ tenancyConfig, fileSystemConfig }, { root, providerMajor, options }) {
        yield {
            // Before its seventh major version the provider has no such property.
            when: all(
                isTagged(root, options.multiTenantTags),
                absent(tenancyConfig),
                answer((providerMajor ?? 7) >= 7),
            ),
            at: tenancyConfig,
            message: "absent, so all tenants of the function share its memory and /tmp",
        };
        yield {
            when: all(equals(tenancyConfig.at("tenantIsolationMode"), "PER_TENANT"), present(fileSystemConfig)),
            at: fileSystemConfig,
            message: "shared by all tenants of a function that is kept apart for each of them",
            fix: "Keep each tenant's files in a bucket, under credentials that reach that tenant's prefix alone.",
        };
    },
});
