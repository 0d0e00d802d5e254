import assert from "node:assert/strict";
import { meantBy } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const send = { Effect: "Allow", Action: "sqs:SendMessage", Resource: "*" };
const everyone = { ...send, Principal: "*" };
const sns = { ...send, Principal: { Service: "sns.amazonaws.com" } };
const topic = "arn:aws:sns:eu-west-1:111122223333:orders";
const outside = { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const deny = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" };
const bound = (Condition: object, statement: object = everyone) => ({ ...statement, Condition });

/** Whom, and whether: of nobody, neither. */
const cases: Readonly<Record<string, readonly [whom: readonly string[], ...statements: readonly object[]]>> = {
    everybody: [["world yes"], everyone],
    "everybody, as AWS principals": [["world yes"], { ...send, Principal: { AWS: ["*"] } }],
    "everybody with credentials": [["aws yes"], bound({ StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } })],
    "everybody but one": [["world yes"], { ...send, NotPrincipal: { AWS: "111122223333" } }],
    "whoever has an account elsewhere": [["tokens yes"], { ...send, Principal: { Federated: "graph.facebook.com" } }],
    "one user of it": [
        ["network yes"],
        bound(
            { StringEquals: { "graph.facebook.com:id": "1234" } },
            { ...send, Principal: { Federated: "graph.facebook.com" } },
        ),
    ],
    "a service for anybody": [["any customer yes"], sns],
    "a service, over TLS": [["any customer yes"], bound({ Bool: { "aws:SecureTransport": "true" } }, sns)],
    "a service whose region is open": [["any customer yes"], { ...send, Principal: { Service: UNKNOWN } }],
    "a service for a topic": [["source yes 111122223333"], bound({ ArnEquals: { "aws:SourceArn": topic } }, sns)],
    "a service for a bucket's name": [
        ["bucket yes"],
        bound({ ArnEquals: { "aws:SourceArn": "arn:aws:s3:::orders" } }, sns),
    ],
    "a service for a bucket's name, in any region and account": [
        ["bucket yes"],
        bound({ ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:orders" } }, sns),
    ],
    "a service for any bucket": [
        ["any customer yes"],
        bound({ ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:*" } }, sns),
    ],
    "a service by what it encrypts": [
        ["source yes 111122223333"],
        bound({ ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": topic } }, sns),
    ],
    "anybody, by what he encrypts": [
        ["world yes"],
        bound({ ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": topic } }),
    ],
    "a topic, whoever the principal": [["source yes 111122223333"], bound({ ArnEquals: { "aws:SourceArn": topic } })],
    "one organization": [["organization yes"], bound({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })],
    "one network": [["network yes"], bound({ StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } })],
    "an account by a condition": [
        ["account yes 444455556666"],
        bound({ StringEquals: { "aws:PrincipalAccount": "444455556666" } }),
    ],
    "an account": [["account yes 444455556666"], { ...send, Principal: { AWS: "444455556666" } }],
    "a role": [["account yes 444455556666"], { ...send, Principal: { AWS: "arn:aws:iam::444455556666:role/x" } }],
    "an account of the organization": [
        ["organization yes"],
        bound(
            { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            { ...send, Principal: { AWS: "444455556666" } },
        ),
    ],
    "two, in one statement": [
        ["account yes 444455556666", "any customer yes"],
        { ...send, Principal: { AWS: "444455556666", Service: "sns.amazonaws.com" } },
    ],
    "an identity of CloudFront's": [
        ["somebody yes"],
        { ...send, Principal: { AWS: "arn:aws:iam::cloudfront:user/x" } },
    ],
    "the output of the program": [["somebody yes"], { ...send, Principal: { AWS: UNKNOWN } }],
    "all outside an organization denied": [["organization yes"], everyone, { ...deny, Condition: outside }],
    "those denied who are no service": [
        ["organization yes"],
        everyone,
        { ...deny, Condition: { ...outside, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } } },
    ],
    "another action denied": [["world yes"], everyone, { ...deny, Action: "sqs:DeleteMessage", Condition: outside }],
    "all but that action denied": [
        ["world yes"],
        everyone,
        { ...deny, Action: undefined, NotAction: "sqs:SendMessage", Condition: outside },
    ],
    "one of two actions denied": [
        ["world yes"],
        { ...everyone, Action: ["sqs:SendMessage", "sqs:ReceiveMessage"] },
        { ...deny, Action: "sqs:SendMessage", Condition: outside },
    ],
    "both, by two denials": [
        ["organization yes"],
        { ...everyone, Action: ["sqs:SendMessage", "sqs:ReceiveMessage"] },
        { ...deny, Action: "sqs:Send*", Condition: outside },
        { ...deny, Action: "sqs:Receive*", Condition: outside },
    ],
    "everything, denied for the service": [
        ["organization yes"],
        { ...everyone, Action: "*" },
        { ...deny, Condition: outside },
    ],
    "another resource denied": [
        ["world yes"],
        everyone,
        { ...deny, Resource: "arn:aws:sqs:eu-west-1:111122223333:jobs", Condition: outside },
    ],
    "until a day that has passed": [[], bound({ DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } })],
    "an account that is another": [
        [],
        bound(
            { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
            { ...send, Principal: { AWS: "444455556666" } },
        ),
    ],
    "a service of an organization": [[], bound({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, sns)],
    "a denial alone": [[], deny],
    "an effect that is not known yet": [["world undecided"], { ...everyone, Effect: UNKNOWN }],
    "conditions that are not known yet": [["world undecided"], { ...everyone, Condition: UNKNOWN }],
    "whom nobody knows yet": [["world undecided"], { ...send, Principal: UNKNOWN }],
    "a source that is not known yet": [["source yes"], bound({ ArnEquals: { "aws:SourceArn": UNKNOWN } }, sns)],
    "a denial that is not known yet": [["world undecided"], everyone, { ...deny, Condition: UNKNOWN }],
};

describe("meantBy", () => {
    for (const [name, [whom, ...Statement]] of Object.entries(cases)) {
        it(`${whom.join(", ") || "nobody"}: ${name}`, () => {
            const policy = new Value({ Version: "2012-10-17", Statement }, "policy");
            const { meant } = meantBy(policy, new Date("2026-11-27"));
            const found = meant.map(({ whom, when, accounts }) => [whom, when.is, ...accounts].join(" "));
            assert.deepEqual(found, whom);
        });
    }
    it("tells of a document that is not known yet", () =>
        assert.deepEqual(meantBy(new Value(UNKNOWN, "policy")).unknown, ["policy"]));
});
