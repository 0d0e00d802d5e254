import assert from "node:assert/strict";
import { refusesPlainText } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const resources = ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"];
const denial = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: resources };
const under = (Condition: object) => ({ ...denial, Condition });
const plain = { Bool: { "aws:SecureTransport": "false" } };
const tlsOnly = under(plain);

type Is = "yes" | "no" | "undecided";
const both = (one: Is): readonly [Is, Is] => [one, one];

/** Of the bucket, then of its objects. */
const cases: Readonly<Record<string, readonly [is: readonly [Is, Is], ...statements: readonly object[]]>> = {
    "nothing said": [both("no")],
    "the usual denial": [both("yes"), tlsOnly],
    "as a boolean": [both("yes"), under({ Bool: { "aws:SecureTransport": false } })],
    "in a list": [both("yes"), under({ Bool: { "AWS:securetransport": ["false"] } })],
    "with IfExists": [both("yes"), under({ BoolIfExists: { "aws:SecureTransport": "False" } })],
    "as a text": [both("yes"), under({ StringEquals: { "aws:SecureTransport": "false" } })],
    "as a text in another case, which is another text": [
        both("no"),
        under({ StringEquals: { "aws:SecureTransport": "False" } }),
    ],
    "case ignored": [both("yes"), under({ StringEqualsIgnoreCase: { "aws:SecureTransport": "FALSE" } })],
    "case ignored, the other way": [both("no"), under({ StringEqualsIgnoreCase: { "aws:SecureTransport": "TRUE" } })],
    "as a pattern": [both("yes"), under({ StringLike: { "aws:SecureTransport": "f*" } })],
    "whatever is not true": [both("yes"), under({ StringNotEquals: { "aws:SecureTransport": "true" } })],
    "whatever is not false": [both("no"), under({ StringNotEquals: { "aws:SecureTransport": "false" } })],
    "the other way": [both("no"), under({ Bool: { "aws:SecureTransport": "true" } })],
    "of all values": [both("yes"), under({ "ForAllValues:Bool": { "aws:SecureTransport": "false" } })],
    "of all values, the other way": [both("no"), under({ "ForAnyValue:Bool": { "aws:SecureTransport": "true" } })],
    "an operator that does not read it": [both("no"), under({ NumericEquals: { "aws:SecureTransport": "0" } })],
    "an operator that IAM does not have": [both("no"), under({ Boolean: { "aws:SecureTransport": "false" } })],
    "every request has the key": [both("yes"), under({ Null: { "aws:SecureTransport": "false" } })],
    "of those without the key": [both("no"), under({ Null: { "aws:SecureTransport": "true" } })],
    "old versions of TLS": [both("no"), under({ NumericLessThan: { "s3:TlsVersion": "1.2" } })],
    "old versions of TLS, or none": [both("yes"), under({ NumericLessThanIfExists: { "s3:TlsVersion": 1.2 } })],
    "no version of TLS": [both("yes"), under({ Null: { "s3:TlsVersion": "true" } })],
    "but for AWS's services": [
        both("yes"),
        under({ Bool: { "aws:SecureTransport": "false", "aws:PrincipalIsAWSService": "false" } }),
    ],
    "of one network": [both("no"), under({ ...plain, IpAddress: { "aws:SourceIp": "192.0.2.0/24" } })],
    "everything, TLS or not": [both("yes"), denial],
    "an Allow": [both("no"), { ...tlsOnly, Effect: "Allow" }],
    "an Allow for TLS alone": [both("no"), { ...under({ Bool: { "aws:SecureTransport": "true" } }), Effect: "Allow" }],
    "everybody with credentials or without": [both("yes"), { ...tlsOnly, Principal: { AWS: ["*"] } }],
    "one account": [both("no"), { ...tlsOnly, Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
    "all but a role": [
        both("yes"),
        { ...tlsOnly, Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/a" } },
    ],
    "all but all": [both("no"), { ...tlsOnly, Principal: undefined, NotPrincipal: "*" }],
    "every action of every service": [both("yes"), { ...tlsOnly, Action: "*" }],
    "every action but one": [both("yes"), { ...tlsOnly, Action: undefined, NotAction: "s3:GetBucketLocation" }],
    "every action but these": [both("no"), { ...tlsOnly, Action: undefined, NotAction: "s3:*" }],
    "the objects alone": [["no", "yes"], { ...tlsOnly, Resource: "arn:aws:s3:::orders/*" }],
    "the bucket alone": [["yes", "no"], { ...tlsOnly, Resource: "arn:aws:s3:::orders" }],
    "some of the objects": [
        ["yes", "no"],
        { ...tlsOnly, Resource: ["arn:aws:s3:::orders", "arn:aws:s3:::orders/public/*"] },
    ],
    "in two statements": [
        both("yes"),
        { ...tlsOnly, Resource: "arn:aws:s3:::orders" },
        { ...tlsOnly, Resource: "arn:aws:s3:::orders/*" },
    ],
    "one pattern for both": [both("yes"), { ...tlsOnly, Resource: "arn:aws:s3:::orders*" }],
    everything: [both("yes"), { ...tlsOnly, Resource: "*" }],
    "in every partition": [both("yes"), { ...tlsOnly, Resource: ["arn:*:s3:::orders", "arn:*:s3:::orders/*"] }],
    "in China": [both("yes"), { ...tlsOnly, Resource: resources.map((arn) => arn.replace("aws", "aws-cn")) }],
    "another bucket": [both("no"), { ...tlsOnly, Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] }],
    "everything but another": [both("yes"), { ...tlsOnly, Resource: undefined, NotResource: "arn:aws:s3:::other/*" }],
    "everything but some objects": [
        ["yes", "no"],
        { ...tlsOnly, Resource: undefined, NotResource: "arn:aws:s3:::orders/public/*" },
    ],
    "a value that is not known yet": [both("undecided"), under({ Bool: { "aws:SecureTransport": UNKNOWN } })],
    "conditions that are not known yet": [both("undecided"), { ...denial, Condition: UNKNOWN }],
    "an effect that is not known yet": [both("undecided"), { ...tlsOnly, Effect: UNKNOWN }],
    "somebody who is not known yet": [both("no"), { ...tlsOnly, Principal: { AWS: UNKNOWN } }],
    "principals that are not known yet": [both("undecided"), { ...tlsOnly, Principal: UNKNOWN }],
    "resources that are not known yet": [both("undecided"), { ...tlsOnly, Resource: [UNKNOWN, `${UNKNOWN}/*`] }],
    "objects that are not known yet": [["no", "undecided"], { ...tlsOnly, Resource: [`${UNKNOWN}/*`] }],
    "a statement that is not known yet": [both("undecided"), UNKNOWN as unknown as object],
};

const at = (text: Partial<{ head: string; name: string }>) => ({
    service: "s3",
    name: undefined,
    place: "orders.arn",
    ...text,
});
const told = (policy: Value, target = at({ name: "orders" })) => [
    refusesPlainText(policy, target, { action: "s3:ListBucket" }).is,
    refusesPlainText(policy, target, { action: "s3:GetObject", below: "/*" }).is,
];
const policyOf = (...Statement: readonly object[]) => new Value({ Version: "2012-10-17", Statement }, "policy");

describe("refusesPlainText", () => {
    it("waits for what has a name that begins otherwise than it ends", () => {
        const files = { service: "elasticfilesystem", name: undefined, beginning: "file-system/", place: "files.id" };
        const policy = policyOf({
            ...tlsOnly,
            Action: "elasticfilesystem:*",
            Resource: "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b2c3d",
        });
        const of = (target: typeof files) =>
            refusesPlainText(policy, target, { action: "elasticfilesystem:ClientMount" });
        assert.equal(of(files).is, "undecided");
        assert.equal(of({ ...files, beginning: "access-point/" }).is, "no");
    });
    for (const [name, [is, ...statements]] of Object.entries(cases)) {
        it(`${is.join(", ")}: ${name}`, () => assert.deepEqual(told(policyOf(...statements)), is));
    }
    it("reads text", () =>
        assert.deepEqual(told(new Value(JSON.stringify({ Version: "2012-10-17", Statement: tlsOnly }), "policy")), [
            "yes",
            "yes",
        ]));
    it("waits for a policy that is not known yet", () =>
        assert.deepEqual(told(new Value(UNKNOWN, "policy")), both("undecided")));
    it("takes a denial in another partition for none, where the ARN is known", () =>
        assert.deepEqual(told(policyOf(tlsOnly), at({ head: "arn:aws-cn:s3:::", name: "orders" })), both("no")));
    it("waits for the name, unless all names are meant", () => {
        assert.deepEqual(told(policyOf(tlsOnly), at({})), both("undecided"));
        assert.deepEqual(told(policyOf({ ...tlsOnly, Resource: "*" }), at({})), both("yes"));
        assert.deepEqual(told(policyOf({ ...tlsOnly, Resource: `${UNKNOWN}/*` }), at({})), ["no", "undecided"]);
    });
});
