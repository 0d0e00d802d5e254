import { S3Bucket, S3BucketPolicy, S3BucketV2, S3BucketWebsiteConfiguration } from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/s3-deny-insecure-transport";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const both = [ref("orders.arn"), ref("orders.arn", "", "/*")];
const literal = ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"];
const plain = { Bool: { "aws:SecureTransport": "false" } };
const denial = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: both, Condition: plain };
const allowance = {
    Principal: { AWS: "arn:aws:iam::111122223333:role/reader" },
    Action: "s3:GetObject",
    Resource: both[1],
};
const orders = (inputs: object = {}) => ({ orders: declare(S3Bucket, { bucket: "orders", ...inputs } as Example) });
const policy = (inputs: object) => ({
    policy: declare(S3BucketPolicy, { bucket: ref("orders.id"), ...inputs } as Example),
});
const beside = (...statements: readonly object[]) => policy({ policy: policyOf(...statements) });
const asObject = (...Statement: readonly object[]) => ({ policy: { Version: "2012-10-17", Statement } });
const inline = (...statements: readonly object[]) => ({ policy: policyOf(...statements) });
const own = { ...denial, Resource: literal };
const reports = (given: object, at = "policy: policy") => ({ given: given as never, reports: [at] });

testRule(rule, {
    valid: {
        "beside other statements": { ...orders(), ...beside(allowance, denial) },
        "a policy of objects": { ...orders(), ...policy(asObject(denial)) },
        "one statement that is no list": {
            ...orders(),
            ...policy({ policy: { Version: "2012-10-17", Statement: denial } }),
        },
        "named by its name": {
            ...orders(),
            ...policy({ bucket: "orders", policy: policyOf({ ...denial, Resource: literal }) }),
        },
        "named by its ARN": { ...orders(), ...policy({ bucket: ref("orders.arn"), policy: policyOf(denial) }) },
        "its own property": orders(inline(own)),
        "its own property, of the older token": {
            orders: declare(S3BucketV2, { bucket: "orders", ...inline(own) } as Example),
        },
        "beside one of the older token": {
            orders: declare(S3BucketV2, { bucket: "orders" }),
            ...beside(denial),
        },
        "a name that Pulumi makes": { orders: declare(S3Bucket, {}), ...beside(denial) },
        "the bucket in one statement, its objects in another": {
            ...orders(),
            ...beside({ ...denial, Resource: both[0] }, { ...denial, Resource: both[1] }),
        },
        "action by action": {
            ...orders(),
            ...beside({ ...denial, Action: ["s3:Get*", "s3:List*", "s3:Put*", "s3:Delete*"] }),
        },
        "of a bucket elsewhere": {
            policy: declare(S3BucketPolicy, { bucket: "orders", policy: policyOf(own) }),
        },
        "in another partition": orders(inline({ ...own, Resource: ["arn:aws-us-gov:s3:::*", "arn:aws:s3:::orders*"] })),
    },
    invalid: {
        "a policy that only the provider knows": reports(orders({ policy: computed }), "orders: policy"),
        "a website": {
            ...reports(orders({ website: { indexDocument: "index.html" } }), "orders: policy"),
            weighs: ["medium"],
        },
        "a website, said beside it": {
            ...reports(
                {
                    ...orders(),
                    website: declare(S3BucketWebsiteConfiguration, { bucket: ref("orders.id") }),
                },
                "orders: policy",
            ),
            weighs: ["medium"],
        },
        "no website, as far as the program says": {
            ...reports(orders({ website: computed }), "orders: policy"),
            weighs: ["high"],
        },
        "an empty policy": reports(orders({ policy: "" }), "orders: policy"),
        "a bucket of the older token": reports({ orders: declare(S3BucketV2, {}) }, "orders: policy"),
        "a policy of another bucket": reports(
            {
                ...orders(),
                other: declare(S3Bucket, { bucket: "other" }),
                ...beside({ ...denial, Resource: "*" }),
            },
            "other: policy",
        ),
        "nothing denied": reports({ ...orders(), ...beside(allowance) }),
        "an Allow for TLS alone": reports({
            ...orders(),
            ...beside({ ...allowance, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        }),
        "TLS denied": reports({
            ...orders(),
            ...beside({ ...denial, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        }),
        "objects alone": reports({ ...orders(), ...beside({ ...denial, Resource: both[1] }) }),
        "the bucket alone": reports({ ...orders(), ...beside({ ...denial, Resource: both[0] }) }),
        "reading alone": reports({ ...orders(), ...beside({ ...denial, Action: "s3:GetObject" }) }),
        "old TLS alone": reports({
            ...orders(),
            ...beside({ ...denial, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } }),
        }),
        "its own property": reports(orders(inline({ ...own, Principal: { AWS: "111122223333" } })), "orders: policy"),
        "another bucket's ARN": reports(orders(inline({ ...own, Resource: "arn:aws:s3:::other*" })), "orders: policy"),
        "a policy of its own that is replaced by one beside it": reports({
            ...orders(inline({ ...own, Resource: "*" })),
            ...beside(allowance),
        }),
        "of a bucket elsewhere": reports({
            policy: declare(S3BucketPolicy, { bucket: "elsewhere", policy: policyOf(own) }),
        }),
    },
    undecided: {
        "a policy that is not known yet": {
            given: { ...orders(), ...policy({ policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "a policy of its own that is not known yet": {
            given: {
                other: declare(S3Bucket, { bucket: "other", ...inline({ ...own, Resource: "*" }) } as Example),
                ...orders({ policy: policyOf({ ...own, Resource: [ref("other.arn"), unknown] }) }),
            },
            awaits: ["orders.policy"],
        },
        "a policy of who knows which bucket": {
            given: { ...orders(), ...policy({ bucket: unknown, policy: policyOf({ ...denial, Resource: "*" }) }) },
            awaits: ["policy.bucket"],
        },
        "a condition that is not known yet": {
            given: {
                ...orders(),
                ...policy(asObject({ ...denial, Condition: { Bool: { "aws:SecureTransport": unknown } } })),
            },
            awaits: ['policy.policy.Statement[0].Condition.Bool["aws:SecureTransport"]'],
        },
    },
});
