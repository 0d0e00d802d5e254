import {
    CodeBuildProject,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    LambdaFunction,
    StateMachine,
} from "../../../model/aws";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/monoliths/exec-role-service-breadth";
import { testRule } from "../../support/rule-tester";

const table = (name: string, partition = "aws") => `arn:${partition}:dynamodb:eu-west-1:111122223333:table/${name}`;
const put = (...Resource: readonly string[]) => ({ Action: "dynamodb:PutItem", Resource });
const READS = ["dynamodb:GetItem", "s3:GetObject", "sqs:ReceiveMessage", "ssm:GetParameter", "rds:DescribeDBClusters"];
const read = (...Action: readonly string[]) => ({ Action, Resource: "*" });
const many = read(...READS, "events:DescribeRule");
const inline = (statement: object, assumeRolePolicy = trusts("lambda")) =>
    declare(IamRole, { assumeRolePolicy, inlinePolicies: [{ name: "all", policy: policyOf(statement) }] });
const asObject = (statement: object) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: [{ Effect: "Allow", ...statement }] } as never,
    }),
});
const at = ["role: "];

testRule(rule, {
    valid: {
        "five services": functionAllowed(read(...READS)),
        "one service under several names": functionAllowed(
            read(
                "redshift:DescribeClusters",
                "redshift-data:GetStatementResult",
                "cognito-idp:AdminGetUser",
                "cognito-identity:GetId",
            ),
            read("s3:GetObject", "s3tables:GetTableData", "dynamodb:GetItem", "sqs:ReceiveMessage"),
        ),
        "what keeps a function running": functionAllowed(
            read(...READS, "logs:PutLogEvents", "xray:PutTraceSegments", "kms:Decrypt", "sts:GetCallerIdentity"),
            read("ec2:CreateNetworkInterface", "ec2:DescribeSubnets", "cloudwatch:PutMetricData"),
        ),
        "taken back by a denial": functionAllowed(many, { Effect: "Deny", Action: "events:*", Resource: "*" }),
        "within a boundary": {
            boundary: declare(IamPolicy, { policy: policyOf(read("dynamodb:*", "s3:*")) }),
            role: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                permissionsBoundary: ref("boundary.arn"),
                inlinePolicies: [{ name: "all", policy: policyOf(many) }],
            }),
        },
        "as many as the option says": { given: functionAllowed(many), options: { maxServices: 6 } },
        "a service that the option leaves out": {
            given: functionAllowed(many),
            options: { uncountedServices: ["events"] },
        },
        "a state machine": {
            role: inline(many, trusts("states")),
            flow: declare(StateMachine, { roleArn: ref("role.arn"), definition: "{}" }),
        },
        "a build": {
            role: inline(many, trusts("codebuild")),
            build: declare(CodeBuildProject, { serviceRole: ref("role.arn") }),
        },
        people: { role: inline(many, policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } })) },
        "an administrator, which is another policy's": functionAllowed({ Action: "*", Resource: "*" }),
        "an attached administrator, which is another policy's": {
            role: inline(many),
            attachment: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: "arn:aws:iam::aws:policy/PowerUserAccess",
            }),
        },
        "three tables, with their indexes": functionAllowed(
            put(table("a"), `${table("a")}/index/*`, table("b"), table("c")),
            { Action: "dynamodb:UpdateItem", Resource: [table("a"), "arn:aws:dynamodb:*:*:table/b"] },
        ),
        "a bucket and its objects, a secret by both its forms": functionAllowed(
            { Action: ["s3:PutObject", "s3:PutBucketTagging"], Resource: ["arn:aws:s3:::a", "arn:aws:s3:::a/in/*"] },
            { Action: "s3:DeleteObject", Resource: "arn:aws:s3:::a/out/*" },
            {
                Action: "secretsmanager:PutSecretValue",
                Resource: [
                    "arn:aws:secretsmanager:eu-west-1:1:secret:a-??????",
                    "arn:aws:secretsmanager:*:1:secret:a-*",
                ],
            },
            put(table("b")),
        ),
        "four tables that are read": functionAllowed({
            Action: ["dynamodb:GetItem", "dynamodb:Query"],
            Resource: [table("a"), table("b"), table("c"), table("d")],
        }),
        "queues that are read": functionAllowed({
            Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"],
            Resource: "*",
        }),
        "AWS's policy for reading queues": {
            role: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"],
            }),
        },
        "tables told by their tags": functionAllowed({
            ...put("*"),
            Condition: { StringEquals: { "aws:ResourceTag/app": "orders" } },
        }),
        "as many tables as the option says": {
            given: functionAllowed(put(table("a"), table("b"), table("c"), table("d"))),
            options: { maxWrittenResources: 4 },
        },
        "a few tables that are not known yet": asObject(put(unknown as never, unknown as never)),
    },
    invalid: {
        "six services": { given: functionAllowed(many), reports: at, weighs: ["medium"] },
        "in several policies": {
            given: {
                role: inline(read("dynamodb:GetItem", "s3:GetObject")),
                one: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: policyOf(read("sqs:ReceiveMessage", "ssm:GetParameter")),
                }),
                two: declare(IamPolicy, { policy: policyOf(read("rds:DescribeDBClusters", "events:DescribeRule")) }),
                attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("two.arn") }),
            },
            reports: at,
        },
        "by a wildcard over services": {
            given: functionAllowed({ Action: "s*:List*", Resource: "*" }),
            reports: at,
        },
        "by an AWS-managed policy": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("lambda"),
                    managedPolicyArns: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"],
                }),
            },
            reports: at,
        },
        "a function's role that a state machine has too": {
            given: {
                role: inline(many, trusts("states", "lambda")),
                flow: declare(StateMachine, { roleArn: ref("role.arn"), definition: "{}" }),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            },
            reports: at,
        },
        "a role that lives elsewhere": {
            given: { policy: declare(IamRolePolicy, { role: "existing", policy: policyOf(many) }) },
            reports: ["policy: "],
        },
        "four tables": {
            given: functionAllowed(put(table("a"), table("b"), table("c"), table("d"))),
            reports: at,
            weighs: ["medium"],
        },
        "four stores of different kinds": {
            given: functionAllowed(
                put(table("a", "aws-cn")),
                { Action: "s3:DeleteObject", Resource: "arn:aws-cn:s3:::a/*" },
                { Action: "sqs:PurgeQueue", Resource: "arn:aws-cn:sqs:cn-north-1:111122223333:a" },
                { Action: "SSM:putparameter", Resource: "arn:aws-cn:ssm:cn-north-1:111122223333:parameter/a" },
            ),
            reports: at,
        },
        "every table": { given: functionAllowed(put(table("*"))), reports: at },
        "every bucket, by an AWS-managed policy": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("lambda"),
                    managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSQSFullAccess"],
                }),
            },
            reports: at,
        },
        "too many services and too many tables are two causes": {
            given: functionAllowed(many, put(table("a"), table("b"), table("c"), table("d"))),
            reports: [...at, ...at],
        },
    },
    undecided: {
        "tables that are not known yet": {
            given: asObject({
                Action: "dynamodb:PutItem",
                Resource: [table("a"), table("b"), table("c"), unknown],
            }),
            awaits: ["policy.policy.Statement[0].Resource[3]"],
        },
        "actions that are not known yet": {
            given: asObject({ Action: ["s3:GetObject", unknown], Resource: "*" }),
            awaits: ["policy.policy.Statement[0].Action[1]"],
        },
        "the whole policy is unknown": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
            },
            awaits: ["policy.policy"],
        },
    },
});
