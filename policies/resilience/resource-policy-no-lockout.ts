import { S3BucketPolicy } from "../../model/aws";
import { lockedOut } from "../../model/graph";
import { placeInPolicy, statementName } from "../../model/iam";
import { cwe, declare, defineStackRule, json } from "../../pack";

const bucket = "orders";
const denial = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::orders" };
const policy = (statement: object) => ({
    policy: declare(S3BucketPolicy, { bucket, policy: json({ Version: "2012-10-17", Statement: [statement] }) }),
});

/** A denial under a condition that somebody escapes locks nobody out. */
export default defineStackRule({
    id: "resource-policy-no-lockout",
    severity: "medium",
    frameworks: [cwe(732)],
    title: "A resource's policy leaves in who may change it.",
    why: "What shuts out everybody can be mended by the account's root user alone, or, of a key, by AWS's support.",
    fix: 'Give the denial a condition, such as StringNotEquals: { "aws:PrincipalArn": admin.arn }, or deny fewer actions.',
    sources: [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html",
        "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
    ],
    needs: lockedOut,
    bad: policy(denial),
    good: policy({ ...denial, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    *check(stack) {
        for (const { statement, ...one } of lockedOut(stack)) {
            if (statement) {
                const message = `${statementName(statement)} denies everybody everything, also to change this policy`;
                yield { ...one, statement: placeInPolicy(statement), message };
                continue;
            }
            const message = "true, so AWS takes a policy that nobody may change again";
            yield { ...one, message, fix: "Leave it out: AWS then refuses such a policy." };
        }
    },
});
