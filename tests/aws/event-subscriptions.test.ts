import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isOfEventSubscription, throughEventSubscription } from "../../model/aws";

/** Where the installed SDK makes a permission beside a trigger. */
const MIXINS = [
    "cloudwatch/eventRuleMixins",
    "cloudwatch/logGroupMixins",
    "dynamodb/dynamodbMixins",
    "kinesis/kinesisMixins",
    "s3/s3Mixins",
    "sns/snsMixins",
    "sqs/sqsMixins",
];
const urnOf = (types: string) => `urn:pulumi:dev::shop::${types}aws:lambda/permission:Permission::onUpload`;

describe("permissions that the SDK's event subscriptions make", () => {
    for (const mixin of MIXINS) {
        it(`are told by the component of ${mixin}`, () => {
            const code = readFileSync(require.resolve(`@pulumi/aws/${mixin}.js`), "utf8");
            const token = /super\("(?<token>aws:\w+:\w+)"/.exec(code)?.groups?.["token"];
            assert.ok(token !== undefined && code.includes("new lambda.Permission("), mixin);
            assert.ok(isOfEventSubscription(urnOf(`${token}$`)), token);
            assert.ok(isOfEventSubscription(urnOf(`aws:s3/bucket:Bucket$${token}$`)), token);
        });
    }
    it("are no others", () => {
        assert.equal(isOfEventSubscription(urnOf("")), false);
        assert.equal(isOfEventSubscription(urnOf("shop:index:Upload$")), false);
        assert.equal(throughEventSubscription(urnOf(""), "qualifier: LIVE"), undefined);
    });
});
