import { DynamoDbTable, DynamoDbTableReplica } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/dynamodb-cmk";
import { testRule } from "../../support/rule-tester";

const kmsKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const own = { enabled: true, kmsKeyArn };
const globalTableArn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

testRule(rule, {
    valid: {
        "a key not known yet": { name: "orders", serverSideEncryption: { enabled: true, kmsKeyArn: unknown } },
        "a key by an alias of one's own": {
            serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:alias/orders" },
        },
        "replicas with keys": {
            serverSideEncryption: own,
            replicas: [{ regionName: "eu-west-2", kmsKeyArn: "arn:aws:kms:eu-west-2:111122223333:key/orders" }],
        },
        "a replica of its own": declare(DynamoDbTableReplica, { globalTableArn, kmsKeyArn }),
    },
    invalid: {
        "a key that is switched off": {
            given: { serverSideEncryption: { enabled: false, kmsKeyArn } },
            reports: ["serverSideEncryption.enabled"],
        },
        "no block, so a key that AWS owns": {
            given: { name: "orders" },
            reports: ["serverSideEncryption.kmsKeyArn"],
            weighs: ["medium"],
        },
        "switched off, so a key that AWS owns": {
            given: { name: "orders", serverSideEncryption: { enabled: false } },
            reports: ["serverSideEncryption.kmsKeyArn"],
        },
        "a key that AWS manages, in another partition": {
            given: {
                serverSideEncryption: {
                    enabled: true,
                    kmsKeyArn: "arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/dynamodb",
                },
            },
            reports: ["serverSideEncryption.kmsKeyArn"],
        },
        "a replica without a key": {
            given: {
                serverSideEncryption: own,
                replicas: [{ regionName: "eu-west-2" }, { regionName: "eu-west-3", kmsKeyArn }],
            },
            reports: ["replicas[0].kmsKeyArn"],
        },
        "neither the table nor its replicas, once": {
            given: { name: "orders", replicas: [{ regionName: "eu-west-2" }] },
            reports: ["serverSideEncryption.kmsKeyArn"],
        },
        "a replica of its own without a key": {
            given: declare(DynamoDbTableReplica, { globalTableArn }),
            reports: ["kmsKeyArn"],
        },
    },
    undecided: {
        "replicas not known yet": {
            given: declare(DynamoDbTable, { serverSideEncryption: own, replicas: unknown }),
            awaits: ["replicas"],
        },
    },
});
