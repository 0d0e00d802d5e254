import { EcrRepositoryPolicy } from "../../model/aws";
import { dataPolicies, letIn, openCollections } from "../../model/graph";
import type { Statement } from "../../model/iam";
import { all, not } from "../../model/values";
import { cis, cwe, declare, defineStackRule, fsbp, owasp, policyOf, trustedAccounts } from "../../pack";

const pulling = { Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Principal: "*" };
const policy = (statement: object) => ({
    policy: declare(EcrRepositoryPolicy, { repository: "orders", policy: policyOf({ ...pulling, ...statement }) }),
});

/** Whoever writes or reads for a service there is harmless in most of these: logs and traces that anybody's service may add to. */
const HARMLESS = new Set(["logs", "xray", "oam"]);

/** AWS RAM shares what its owner asks it to. https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html */
function isSharing({ actions }: Statement): boolean {
    return !actions.not && actions.patterns.every((action) => action === "glue:ShareResource");
}

/** Search domains in a VPC, or with fine-grained access control, may let everybody in: that is AWS's advice. */
export default defineStackRule({
    id: "data-resource-policy-restricted",
    severity: "high",
    frameworks: [fsbp("Opensearch.7"), cis("7.0", "2.21"), cwe(732), owasp(5)],
    title: "The policies of tables, streams, file systems, registries and whatever else holds data name who is let in.",
    why: "Whom such a policy names needs no permission of the account's own: one statement shares the data with everybody.",
    fix: 'Name in Principal the roles that need it, or demand Condition: { StringEquals: { "aws:PrincipalOrgID": "o-…" } }.',
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html",
        "https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html",
    ],
    options: { trustedAccounts },
    needs: [dataPolicies, openCollections],
    bad: policy({}),
    good: policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
    *check(stack, { options }) {
        for (const { hung, mayBeOpen } of dataPolicies(stack)) {
            const services = (statement: Statement) =>
                HARMLESS.has(hung.service) || isSharing(statement) ? "medium" : "high";
            for (const one of letIn(stack, hung, { trusted: options.trustedAccounts, services }))
                yield one.kind === "open" ? { ...one, when: all(one.when, not(mayBeOpen)) } : one;
        }
        for (const { isReached, ...one } of openCollections(stack)) {
            const message = isReached
                ? "allows the internet to reach the collections: only their data access policies stand before them"
                : "allows everybody what its rules permit";
            const fix = isReached
                ? "Set AllowFromPublic: false and name endpoints: SourceVPCEs: [endpoint.id]."
                : "Name in Principal the roles that need it.";
            yield { ...one, message, fix, severity: isReached ? "medium" : "high" };
        }
    },
});
