import assert from "node:assert/strict";
import { actionFacts, contentReads, isForServiceRole, managedPolicy, smallerPolicy } from "../../model/iam/knowledge";
import { listedServicePolicies } from "../../model/iam/knowledge/service-roles";

describe("policies for the roles of AWS's own services", () => {
    for (const { name, source } of listedServicePolicies())
        it(`${name} exists, outside of the path that tells it, with its source`, () => {
            assert.equal(managedPolicy(name)?.path, "");
            assert.notEqual(managedPolicy(name)?.breadth, "admin");
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
        });

    const CASES: Readonly<Record<string, boolean>> = {
        AWSGlueServiceRole: true,
        AWSBackupServiceRolePolicyForBackup: true,
        AmazonElasticMapReduceRole: true,
        AWS_ConfigRole: true,
        AmazonEKSClusterPolicy: true,
        "arn:aws-cn:iam::aws:policy/AmazonEKS_CNI_Policy": true,
        AmazonEC2RoleforSSM: false,
        AmazonDynamoDBFullAccess: false,
        "arn:aws:iam::aws:policy/service-role/NotYetKnown": false,
    };
    for (const [name, expected] of Object.entries(CASES))
        it(`${name}: ${expected}`, () => assert.equal(isForServiceRole(name), expected));
});

describe("actions that read what is stored", () => {
    for (const action of contentReads()) it(`${action} exists`, () => assert.equal(actionFacts(action)?.name, action));
});

describe("smaller policies", () => {
    it("are recommended, and exist for policies that exist", () => {
        assert.equal(smallerPolicy("CloudWatchLogsFullAccess", ["lambda"])?.name, "AWSLambdaBasicExecutionRole");
        assert.equal(smallerPolicy("AmazonEC2RoleforSSM", ["ec2"])?.name, "AmazonSSMManagedInstanceCore");
        assert.equal(smallerPolicy("AmazonKinesisFullAccess", ["lambda"])?.name, "AWSLambdaKinesisExecutionRole");
        assert.equal(smallerPolicy("AmazonKinesisFullAccess", ["firehose"]), undefined);
        assert.equal(smallerPolicy("AmazonDynamoDBFullAccess", ["lambda"]), undefined);
    });
});
