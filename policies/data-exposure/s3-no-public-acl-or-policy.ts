import { S3BucketOwnershipControls, S3BucketPolicy } from "../../model/aws";
import { bucketDoors, type LetIn, letIn, publicAcls } from "../../model/graph";
import { namesAction, type Statement } from "../../model/iam";
import { type Answer, equals, not } from "../../model/values";
import { cis, cwe, declare, defineStackRule, flag, fsbp, owasp, policyOf, trustedAccounts } from "../../pack";

const bucket = "orders";
const readers = { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" };
const policy = (who: object) => ({
    policy: declare(S3BucketPolicy, { bucket, policy: policyOf({ ...readers, ...who }) }),
});
const cloudFront = {
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "aws:SourceArn": "arn:aws:cloudfront::111122223333:distribution/E1A2B3C4D5" } },
};

/** Where S3 is told to bar the public it weighs less: the policy is refused, or grants strangers nothing. */
export default defineStackRule({
    id: "s3-no-public-acl-or-policy",
    severity: "critical",
    frameworks: [fsbp("S3.2"), fsbp("S3.3"), fsbp("S3.6"), cis("7.0", "2.21"), cwe(732), cwe(668), owasp(5)],
    title: "No bucket lets the public in, by a policy or by an access control list.",
    why: "Buckets are searched for by name all the time; what is public is found, copied and overwritten.",
    fix: "Let CloudFront read it with an origin access control, and name in policies who else does.",
    sources: [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
    ],
    options: {
        trustedAccounts,
        listsDisabled: flag("Also ask that access control lists be disabled (BucketOwnerEnforced).", false),
    },
    strict: { listsDisabled: true },
    needs: [bucketDoors, publicAcls, S3BucketOwnershipControls],
    bad: policy({ Principal: "*" }),
    good: policy(cloudFront),
    *check(stack, { options }) {
        for (const { hung, isBarred } of bucketDoors(stack))
            for (const one of letIn(stack, hung, { trusted: options.trustedAccounts, services, actions: "not all" }))
                yield { ...one, ...weight(one.kind, isBarred) };
        for (const { isBarred, ...acl } of publicAcls(stack)) {
            const message = "allows everybody, or every AWS account, what the list says";
            const what = acl.at.path.endsWith(".uri") ? "Take this grant out" : "Leave it out";
            const fix = `${what}, and set rule: { objectOwnership: "BucketOwnerEnforced" } in a BucketOwnershipControls.`;
            yield { ...acl, message, fix, ...(isBarred.is !== "no" && { severity: "medium" }) };
        }
        if (!options.listsDisabled) return;
        for (const resource of stack.ofType(S3BucketOwnershipControls)) {
            const at = resource.root.down("rule.objectOwnership");
            const message = "keeps access control lists in use, which may let in whom no policy names";
            const fix = 'Set objectOwnership: "BucketOwnerEnforced".';
            yield { resource, at, when: not(equals(at, "BucketOwnerEnforced")), message, fix, severity: "low" };
        }
    },
});

/** What only writes logs for anybody fills the bucket, and shows nobody what is in it. */
function services(statement: Statement): "high" | "medium" {
    return namesAction(statement, "s3:GetObject").is === "no" ? "medium" : "high";
}

function weight(kind: LetIn["kind"], isBarred: Answer): { readonly severity?: "medium" } {
    return kind === "actions" || (kind === "open" && isBarred.is !== "no") ? { severity: "medium" } : {};
}
