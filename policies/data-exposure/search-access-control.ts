import { isBeforeFineGrainedAccess, OpenSearchDomain } from "../../model/aws";
import { type SearchDomain, searchDomainsOf, strayAccessPolicies } from "../../model/graph";
import { all, isFalse, isTrue, undecided } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, policyOf, type StackJudgement } from "../../pack";

const open = policyOf({ Principal: "*", Action: "es:ESHttp*", Resource: "*" });
const domain = { domainName: "search", accessPolicies: open };
const advancedSecurityOptions = {
    enabled: true,
    masterUserOptions: { masterUserArn: "arn:aws:iam::111122223333:role/search-admin" },
};

/** An open access policy is AWS's own advice for domains that ask each caller who he is: no finding there. */
export default defineStackRule({
    id: "search-access-control",
    severity: "high",
    frameworks: [fsbp("Opensearch.7"), cwe(284), cwe(862)],
    title: "Search domains ask each caller who he is and what he may see.",
    why: "Without fine-grained access control whoever gets through to a domain may read, change and delete every index of it.",
    fix: "Set advancedSecurityOptions: { enabled: true, masterUserOptions: { masterUserArn: admin.arn } }; it needs encryptAtRest, nodeToNodeEncryption and domainEndpointOptions.enforceHttps.",
    sources: [
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html#vpc-security",
    ],
    needs: [searchDomainsOf, strayAccessPolicies],
    bad: { search: declare(OpenSearchDomain, domain) },
    good: { search: declare(OpenSearchDomain, { ...domain, advancedSecurityOptions }) },
    *check(stack) {
        for (const one of searchDomainsOf(stack)) {
            yield withoutControl(one);
            yield withAnonymousCallers(one);
        }
        for (const { resource, at, isOpen } of strayAccessPolicies(stack)) {
            const message = "allows everyone, and whether the domain asks callers who they are is not told here";
            yield { resource, at, when: all(isOpen, undecided(resource.root.get("domainName").place)), message };
        }
    },
});

function withoutControl({ resource, isOpen }: SearchDomain): StackJudgement {
    const { root } = resource;
    const enabled = root.down("advancedSecurityOptions.enabled");
    const found = enabled.state === "absent" ? "absent" : "false";
    const isInternal = root.get("vpcOptions").state !== "absent";
    const consequence =
        isOpen.is !== "yes"
            ? "so nothing tells callers apart once the access policy lets them in"
            : isInternal
              ? "and the access policy allows everyone: all that reaches it in the network may change every index"
              : "and the access policy allows everyone: whoever finds the address may change every index";
    return {
        resource,
        at: enabled,
        when: isFalse(enabled, false),
        message: `${found}, ${consequence}`,
        ...(isOpen.is === "yes" && !isInternal && { severity: "critical" }),
        ...(isBeforeFineGrainedAccess(resource.type, root) && {
            fix: "Move the domain to OpenSearch (or Elasticsearch 6.7 or later) and to nodes other than T2, then set advancedSecurityOptions: { enabled: true }.",
        }),
    };
}

/** The thirty days in which a domain that gets the control still serves callers without credentials. */
function withAnonymousCallers({ resource, isOpen }: SearchDomain): StackJudgement {
    const options = resource.root.get("advancedSecurityOptions");
    const anonymous = options.get("anonymousAuthEnabled");
    const isPublic = isOpen.is === "yes" && resource.root.get("vpcOptions").state === "absent";
    return {
        resource,
        at: anonymous,
        when: all(isTrue(options.get("enabled"), false), isTrue(anonymous, false)),
        message: "true, so callers without credentials are served until the thirty days of migration are over",
        fix: "Set anonymousAuthEnabled: false as soon as the callers' roles are mapped.",
        severity: isPublic ? "high" : "medium",
    };
}
