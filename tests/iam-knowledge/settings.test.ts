import assert from "node:assert/strict";
import { actionFacts, readsSettings } from "../../model/iam";

const SETTINGS =
    "s3:GetBucketLocation s3:GetBucketPolicy s3:ListBucket s3:GetEncryptionConfiguration dynamodb:DescribeTable sqs:GetQueueAttributes sns:GetTopicAttributes lambda:GetPolicy kms:DescribeKey kms:GetKeyPolicy iam:GetRole secretsmanager:DescribeSecret";
const OTHERS =
    "s3:GetObject dynamodb:GetItem dynamodb:Query sqs:ReceiveMessage lambda:GetFunction lambda:GetFunctionConfiguration ssm:GetParameter bedrock:InvokeModel ec2:DescribeInstanceAttribute cognito-idp:DescribeUserPoolClient dynamodb:PutItem sts:AssumeRole kms:Decrypt orders:DescribeOrders";

describe("reading how a resource is set up", () => {
    for (const action of SETTINGS.split(" "))
        it(`is what ${action} does`, () => {
            assert.ok(actionFacts(action), "in the table");
            assert.ok(readsSettings(action));
        });
    for (const action of OTHERS.split(" ")) it(`is not what ${action} does`, () => assert.ok(!readsSettings(action)));
});
