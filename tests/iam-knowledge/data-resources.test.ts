import assert from "node:assert/strict";
import {
    changedDataFormats,
    dataResource,
    dataResourceTypes,
    familyPrefixes,
    isKnownService,
    isPlumbing,
    serviceFacts,
} from "../../model/iam";

describe("resources that hold data", () => {
    it("are of types that AWS has", () => {
        const missing = dataResourceTypes().filter(
            ([service, type]) => !serviceFacts(service)?.resourceTypes.has(type),
        );
        assert.deepEqual(missing, []);
    });
    const CHANGES = ["dynamodb:PutItem", "s3:DeleteObject", "s3:PutBucketPolicy", "SQS:sendmessage", "rds-db:connect"];
    for (const action of CHANGES)
        it(`${action} changes some`, () => assert.notEqual(changedDataFormats(action).length, 0));
    const OTHERS = [
        "dynamodb:GetItem",
        "sqs:DeleteMessage",
        "lambda:InvokeFunction",
        "dynamodb:TagResource",
        "none:Such",
    ];
    for (const action of OTHERS) it(`${action} changes none`, () => assert.deepEqual(changedDataFormats(action), []));

    const SAME: readonly (readonly [string, string, string])[] = [
        ["a table and its index", "arn:aws:dynamodb:a:1:table/orders", "arn:aws:dynamodb:*:*:table/orders/index/*"],
        ["a bucket and an object", "arn:aws:s3:::orders", "arn:aws-cn:s3:::orders/in/*"],
        [
            "a secret and its six characters",
            "arn:aws:secretsmanager:a:1:secret:db",
            "arn:aws:secretsmanager:a:1:secret:db-??????",
        ],
        ["a cluster by one colon more", "arn:aws:rds:a:1:cluster:orders", "arn:aws:rds:b:1:cluster:orders"],
    ];
    for (const [name, one, other] of SAME)
        it(`${name} are the same`, () => assert.equal(dataResource(one), dataResource(other)));
    it("tables, queues and buckets of other names are others", () => {
        const patterns = ["dynamodb:a:1:table/a", "dynamodb:a:1:table/b", "sqs:a:1:a", "sqs:a:1:b", "s3:::a", "s3:::b"];
        assert.equal(new Set(patterns.map((pattern) => dataResource(`arn:aws:${pattern}`))).size, patterns.length);
    });
});

describe("families of services", () => {
    it("are made of prefixes that AWS has", () => {
        assert.deepEqual(
            familyPrefixes().filter((prefix) => !isKnownService(prefix)),
            [],
        );
    });
    it("leave out what only keeps a workload running", () => {
        assert.ok(isPlumbing("ec2:CreateNetworkInterface") && isPlumbing("cloudwatch:putmetricdata"));
        assert.ok(!isPlumbing("ec2:RunInstances") && !isPlumbing("cloudwatch:PutDashboard"));
    });
});
