import { strict as assert } from "node:assert";
import { actionFacts, deletionKind } from "../../model/iam/knowledge";
import { deletionExceptions } from "../../model/iam/knowledge/deletion";

describe("kinds of deletion", () => {
    const CONTROL_PLANE = [
        "dynamodb:DeleteTable",
        "DYNAMODB:deletetable",
        "dynamodb:DeleteBackup",
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "sqs:DeleteQueue",
        "sqs:PurgeQueue",
        "kms:ScheduleKeyDeletion",
        "ec2:TerminateInstances",
        "rds:DeleteDBCluster",
        "lambda:DeleteFunction",
        "secretsmanager:DeleteSecret",
        "ecr:BatchDeleteImage",
        "iam:DeleteRole",
        "apigateway:DELETE",
        "cassandra:Drop",
        "logs:DeleteLogGroup",
        "nonesuch:DeleteThing",
    ];
    for (const action of CONTROL_PLANE)
        it(`${action} deletes what a deployment made`, () => assert.equal(deletionKind(action), "control-plane"));

    const DATA_PLANE = [
        "dynamodb:DeleteItem",
        "dynamodb:deleteitem",
        "dynamodb:BatchWriteItem",
        "dynamodb:PartiQLDelete",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "sqs:DeleteMessage",
        "cognito-idp:AdminDeleteUser",
        "es:ESHttpDelete",
        "scheduler:DeleteSchedule",
    ];
    for (const action of DATA_PLANE)
        it(`${action} deletes what an application keeps`, () => assert.equal(deletionKind(action), "data-plane"));

    const NEITHER = [
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "lambda:RemovePermission",
        "events:RemoveTargets",
        "ec2:DeleteTags",
        "s3:DeleteObjectTagging",
        "ec2:DeleteNetworkInterface",
        "logs:DeleteLogDelivery",
        "batch:TerminateJob",
        "kms:CancelKeyDeletion",
        "iam:GetServiceLinkedRoleDeletionStatus",
        "ssm:DescribeInventoryDeletions",
        "s3:GetObject",
        "dynamodb:*",
        "dynamodb:Delete*",
        "*",
        "Delete",
    ];
    for (const action of NEITHER) it(`${action} is neither`, () => assert.equal(deletionKind(action), undefined));

    it("has exceptions for actions that exist only, each with an effect", () => {
        assert.deepEqual(
            deletionExceptions().filter((action) => actionFacts(action)?.name !== action),
            [],
        );
        assert.equal(new Set(deletionExceptions()).size, deletionExceptions().length);
    });
});
