import {
    EcsTaskDefinition,
    IamInstanceProfile,
    IamPolicy,
    IamPolicyAttachment,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamRolePolicyAttachmentsExclusive,
    IamUser,
    IamUserPolicyAttachment,
    LambdaFunction,
    StateMachine,
} from "../../../model/aws";
import { declare, json, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-broad-managed-policy";
import { testRule } from "../../support/rule-tester";

const aws = (name: string, partition = "aws") => `arn:${partition}:iam::aws:policy/${name}`;
const on = (service: string, ...names: readonly string[]) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts(service), managedPolicyArns: names.map((name) => aws(name)) }),
});
const attachment = (policyArn: string) => declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn });
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const orders = declare(LambdaFunction, { role: ref("role.arn"), handler: "index.handler", runtime: "nodejs22.x" });
const bounded = (...statements: readonly object[]) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), permissionsBoundary: ref("boundary.arn") }),
    boundary: declare(IamPolicy, { policy: policyOf(...statements) }),
    attachment: attachment(aws("AmazonDynamoDBFullAccess")),
});
const reported = { reports: ["role: managedPolicyArns[0]"] };

/** As AWS's own guides set them up. */
const DOCUMENTED: Readonly<Record<string, readonly [string, ...string[]]>> = {
    "a function in a VPC, with traces": [
        "lambda",
        "service-role/AWSLambdaBasicExecutionRole",
        "service-role/AWSLambdaVPCAccessExecutionRole",
        "AWSXRayDaemonWriteAccess",
        "CloudWatchLambdaInsightsExecutionRolePolicy",
    ],
    "a function on a queue": ["lambda", "service-role/AWSLambdaSQSQueueExecutionRole"],
    "the agent of a task": ["ecs-tasks", "service-role/AmazonECSTaskExecutionRolePolicy"],
    "an instance under Systems Manager": ["ec2", "AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"],
    "an EKS cluster": ["eks", "AmazonEKSClusterPolicy", "AmazonEKSVPCResourceController"],
    "an EKS node": ["ec2", "AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryPullOnly"],
    "a Glue job": ["glue", "service-role/AWSGlueServiceRole"],
    "an EMR cluster": ["elasticmapreduce", "service-role/AmazonElasticMapReduceRole"],
    "an EMR cluster's instances": ["ec2", "service-role/AmazonElasticMapReduceforEC2Role"],
    "a backup plan": [
        "backup",
        "service-role/AWSBackupServiceRolePolicyForBackup",
        "service-role/AWSBackupServiceRolePolicyForRestores",
        "AWSBackupServiceRolePolicyForS3Backup",
    ],
    "a configuration recorder": ["config", "service-role/AWS_ConfigRole"],
    "a deployment group": ["codedeploy", "service-role/AWSCodeDeployRoleForLambda", "AWSCodeDeployRoleForECS"],
    "an API's logs": ["apigateway", "service-role/AmazonAPIGatewayPushToCloudWatchLogs"],
    "metered use": ["lambda", "AWSMarketplaceMeteringFullAccess"],
};

testRule(rule, {
    valid: {
        "a text that is not known yet, which is no policy of AWS's": {
            role,
            own: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
        },
        ...Object.fromEntries(
            Object.entries(DOCUMENTED).map(([name, [service, ...names]]) => [name, on(service, ...names)]),
        ),
        "in China": { role, attachment: attachment(aws("service-role/AWSLambdaBasicExecutionRole", "aws-cn")) },
        "an administrator, which is another policy's finding": on("lambda", "AdministratorAccess"),
        "a policy of this stack": {
            role,
            policy: declare(IamPolicy, {
                name: "AmazonDynamoDBFullAccess",
                policy: policyOf({ Action: "dynamodb:GetItem", Resource: "*" }),
            }),
            attachment: attachment(ref("policy.arn") as never),
        },
        "within a boundary that names the table": bounded({
            Action: "dynamodb:*",
            Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
        }),
        "within a boundary of another service": bounded({ Action: "sqs:*", Resource: "*" }),
        "all of it denied but one table": {
            ...on("lambda", "AmazonDynamoDBReadOnlyAccess"),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({
                    Effect: "Deny",
                    Action: "*",
                    NotResource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
                }),
            }),
        },
        "a role that people assume": {
            operator: declare(IamRole, {
                assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
                managedPolicyArns: [aws("AmazonS3FullAccess")],
            }),
        },
        "a user": {
            role,
            clara: declare(IamUser, { name: "clara" }),
            attachment: declare(IamUserPolicyAttachment, {
                user: ref("clara.name"),
                policyArn: aws("AmazonS3FullAccess"),
            }),
        },
        "a policy by its name that is accepted": {
            given: on("lambda", "AmazonRekognitionFullAccess"),
            options: { allowedPolicies: ["AmazonRekognitionFullAccess"] },
        },
        "a policy by its ARN that is accepted": {
            given: on("lambda", "AmazonRekognitionFullAccess"),
            options: { allowedPolicies: [aws("AmazonRekognitionFullAccess")] },
        },
        "an unknown policy of no telling name": on("lambda", "AmazonNotYetKnownExecutionPolicy"),
        "an unknown policy for a service's role": on("batch", "service-role/NotYetKnownServiceRole"),
        "the role of a state machine, beside functions": {
            ...on("states", "service-role/AWSLambdaRole"),
            machine: declare(StateMachine, { roleArn: ref("role.arn"), definition: json({}) }),
        },
    },
    invalid: {
        "a whole service": { given: on("lambda", "AmazonDynamoDBFullAccess"), ...reported, weighs: ["high"] },
        "two policies are two causes": {
            given: on("lambda", "AmazonSQSFullAccess", "AWSLambda_FullAccess"),
            reports: ["role: managedPolicyArns[0]", "role: managedPolicyArns[1]"],
        },
        "changes to everything": { given: on("lambda", "AmazonRDSDataFullAccess"), ...reported, weighs: ["high"] },
        "reading every object": { given: on("lambda", "AmazonS3ReadOnlyAccess"), ...reported, weighs: ["high"] },
        "reading every parameter": { given: on("ec2", "AmazonSSMReadOnlyAccess"), ...reported, weighs: ["high"] },
        "reading everything": { given: on("lambda", "ReadOnlyAccess"), ...reported, weighs: ["high"] },
        "reading how instances are set up": {
            given: on("lambda", "AmazonEC2ReadOnlyAccess"),
            ...reported,
            weighs: ["medium"],
        },
        "reading who may do what": { given: on("lambda", "IAMReadOnlyAccess"), ...reported, weighs: ["medium"] },
        "every secret": { given: on("lambda", "SecretsManagerReadWrite"), ...reported, weighs: ["high"] },
        "every log": { given: on("lambda", "CloudWatchLogsFullAccess"), ...reported, weighs: ["high"] },
        "logs and every object": { given: on("lambda", "AWSLambdaExecute"), ...reported, weighs: ["high"] },
        "in GovCloud": {
            given: { role, attachment: attachment(aws("AmazonS3FullAccess", "aws-us-gov")) },
            reports: ["attachment: policyArn"],
        },
        "by a list of roles": {
            given: {
                role,
                attachment: declare(IamPolicyAttachment, {
                    roles: [ref("role.name")],
                    policyArn: aws("AmazonSNSFullAccess"),
                }),
            },
            reports: ["attachment: policyArn"],
        },
        exclusively: {
            given: {
                role,
                exclusive: declare(IamRolePolicyAttachmentsExclusive, {
                    roleName: ref("role.name"),
                    policyArns: [aws("service-role/AWSLambdaBasicExecutionRole"), aws("AmazonKinesisFullAccess")],
                }),
            },
            reports: ["exclusive: policyArns[1]"],
        },
        "on a role of another stack": {
            given: {
                attachment: declare(IamRolePolicyAttachment, {
                    role: "existing",
                    policyArn: aws("AmazonS3FullAccess"),
                }),
            },
            reports: ["attachment: policyArn"],
        },
        "on an instance": {
            given: {
                ...on("ec2", "AmazonS3FullAccess"),
                profile: declare(IamInstanceProfile, { role: ref("role.name") }),
            },
            ...reported,
        },
        "on a task": {
            given: {
                ...on("ecs-tasks", "AmazonSQSFullAccess"),
                task: declare(EcsTaskDefinition, {
                    family: "report",
                    containerDefinitions: json([]),
                    taskRoleArn: ref("role.arn"),
                }),
            },
            ...reported,
        },
        "a service's policy under a function": {
            given: { ...on("lambda", "service-role/AWSLambdaRole"), orders },
            ...reported,
            weighs: ["high"],
        },
        "withdrawn, whatever its path": {
            given: on("ec2", "service-role/AmazonEC2RoleforSSM"),
            ...reported,
            weighs: ["high"],
        },
        "withdrawn, and broad by its name": {
            given: on("lambda", "AWSLambdaFullAccess"),
            ...reported,
            weighs: ["high"],
        },
        "withdrawn, and not broad": {
            given: on("config", "service-role/AWSConfigRole"),
            ...reported,
            weighs: ["medium"],
        },
        "unknown, and broad by its name": {
            given: on("lambda", "AmazonNotYetKnownFullAccess"),
            ...reported,
            weighs: ["high"],
        },
        "unknown, and reading by its name": {
            given: on("lambda", "AmazonNotYetKnownReadOnlyAccess"),
            ...reported,
            weighs: ["medium"],
        },
        "within a boundary of names": {
            given: bounded({ Action: "dynamodb:*", Resource: "arn:aws:dynamodb:*:*:table/orders-*" }),
            reports: ["attachment: policyArn"],
            weighs: ["medium"],
        },
        "within a boundary of everything": {
            given: bounded({ Action: "*", Resource: "*" }),
            reports: ["attachment: policyArn"],
            weighs: ["high"],
        },
        "with a denial of deletions": {
            given: {
                ...on("lambda", "AmazonDynamoDBFullAccess"),
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: policyOf({ Effect: "Deny", Action: "dynamodb:Delete*", Resource: "*" }),
                }),
            },
            ...reported,
            weighs: ["high"],
        },
    },
    undecided: {
        "which policy is not known yet": {
            given: {
                role,
                attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: unknown }),
            },
            awaits: ["attachment.policyArn"],
        },
    },
});
