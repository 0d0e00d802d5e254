import { unknown } from "../../../pack";
import rule from "../../../policies/resilience/tenant-data-isolation";
import { testRule } from "../../support/rule-tester";

const role = "arn:aws:iam::111122223333:role/orders";
const tenancyConfig = { tenantIsolationMode: "PER_TENANT" };
const fileSystemConfig = {
    arn: "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718",
    localMountPath: "/mnt/files",
};

testRule(rule, {
    valid: {
        "a function of one tenant": { role },
        "its own file system, and a large /tmp": { role, fileSystemConfig, ephemeralStorage: { size: 10240 } },
        "kept apart": { role, tags: { tenancy: "shared" }, tenancyConfig },
        "tags that say something else": { role, tags: { tenancy: "dedicated", "multi-tenant": "false" } },
    },
    invalid: {
        "of several tenants, by its tag": {
            given: { role, tags: { "Multi-Tenant": "true" } },
            reports: ["tenancyConfig"],
        },
        "of several tenants, by the team's own tag": {
            given: { role, tags: { customers: "all" } },
            options: { multiTenantTags: ["customers=all"] },
            reports: ["tenancyConfig"],
        },
        "kept apart, with files of all tenants": {
            given: { role, tenancyConfig, fileSystemConfig },
            reports: ["fileSystemConfig"],
        },
        "kept apart, with a file system of a name that is not known yet": {
            given: { role, tenancyConfig, fileSystemConfig: unknown },
            reports: ["fileSystemConfig"],
        },
    },
    undecided: {
        "a tag that is not known yet": { given: { role, tags: { tenancy: unknown } }, awaits: ["tags.tenancy"] },
        "a mode that is not known yet": {
            given: { role, tenancyConfig: { tenantIsolationMode: unknown }, fileSystemConfig },
            awaits: ["tenancyConfig.tenantIsolationMode"],
        },
    },
});
