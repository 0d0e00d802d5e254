/** Roles under which programs run, and what they run needs around it. */
import {
    AppRunnerService,
    CodeBuildProject,
    EcsTaskDefinition,
    GlueJob,
    IamPolicy,
    IamRole,
    IamRolePolicyAttachment,
    LambdaFunction,
} from "../../../model/aws";
import { declare, policyOf, ref } from "../../../pack";
import {
    ACCOUNT,
    arn,
    type Corpus,
    docs,
    fromHere,
    globalArn,
    instance,
    lambda,
    ownLogs,
    REGION,
    role,
    service,
    trust,
    trustOf,
} from "../parts";

const tasks = trust("ecs-tasks", fromHere(`${arn("ecs", "*")}`));
const images = (repository: string) => [
    { Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: arn("ecr", `repository/${repository}`),
    },
];
const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const OIDC = `oidc.eks.${REGION}.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE`;
const interfaces = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
];

export const computeRoles: Corpus = {
    "a function with AWS's policy for logs": {
        source: docs("lambda/latest/dg/lambda-intro-execution-role.html"),
        program: {
            role: declare(IamRole, { assumeRolePolicy: trust("lambda") }),
            logs: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: awsPolicy("service-role/AWSLambdaBasicExecutionRole"),
            }),
            orders: declare(LambdaFunction, {
                role: ref("role.arn"),
                handler: "index.handler",
                runtime: "nodejs22.x",
            }),
        },
    },
    "a function in a VPC, whose code may not make interfaces": {
        source: docs("lambda/latest/dg/configuration-vpc.html"),
        program: lambda(
            { Action: interfaces, Resource: "*" },
            {
                Effect: "Deny",
                Action: [...interfaces, "ec2:DetachNetworkInterface"],
                Resource: "*",
                Condition: { ArnEquals: { "lambda:SourceFunctionArn": [arn("lambda", "function:orders")] } },
            },
        ),
    },
    "a function that is traced": {
        source: docs("lambda/latest/dg/services-xray.html"),
        program: lambda({
            Action: [
                "xray:GetSamplingRules",
                "xray:GetSamplingStatisticSummaries",
                "xray:GetSamplingTargets",
                "xray:PutTelemetryRecords",
                "xray:PutTraceSegments",
            ],
            Resource: "*",
        }),
    },
    "a function with Lambda Insights": {
        source: docs("AmazonCloudWatch/latest/monitoring/Lambda-Insights-Getting-Started.html"),
        program: lambda(
            { Action: "logs:CreateLogGroup", Resource: "*" },
            {
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: "arn:aws:logs:*:*:log-group:/aws/lambda-insights:*",
            },
        ),
    },
    "a function at the edge": {
        source: docs("AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html"),
        program: role(trust(["lambda", "edgelambda"]), {
            Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: "arn:aws:logs:*:*:*",
        }),
    },
    "a function that publishes metrics": {
        source: docs("AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html"),
        program: lambda({
            Action: "cloudwatch:PutMetricData",
            Resource: "*",
            Condition: { StringEquals: { "cloudwatch:namespace": "Orders" } },
        }),
    },
    "a function that calls another": {
        source: docs("lambda/latest/dg/permissions-user-function.html"),
        program: lambda({
            Action: "lambda:InvokeFunction",
            Resource: [arn("lambda", "function:charge"), `${arn("lambda", "function:charge")}:*`],
        }),
    },
    "a function that calls a private API": {
        source: docs("apigateway/latest/developerguide/api-gateway-iam-policy-examples-for-api-execution.html"),
        program: lambda({
            Action: "execute-api:Invoke",
            Resource: `${arn("execute-api", "a1b2c3d4e5")}/production/GET/orders/*`,
        }),
    },
    "a function that starts tasks": {
        source: docs("AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html"),
        program: lambda(
            {
                Action: "ecs:RunTask",
                Resource: arn("ecs", "task-definition/report:*"),
                Condition: { ArnEquals: { "ecs:cluster": arn("ecs", "cluster/reports") } },
            },
            {
                Action: "iam:PassRole",
                Resource: globalArn("iam", "role/report-task"),
                Condition: { StringEquals: { "iam:PassedToService": service("ecs-tasks") } },
            },
        ),
    },
    "a function that makes schedules": {
        source: docs("scheduler/latest/UserGuide/security_iam_id-based-policies.html"),
        program: lambda(
            {
                Action: ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule"],
                Resource: arn("scheduler", "schedule/reminders/*"),
            },
            {
                Action: "iam:PassRole",
                Resource: globalArn("iam", "role/reminder-schedule"),
                Condition: { StringEquals: { "iam:PassedToService": service("scheduler") } },
            },
        ),
    },
    "a function that answers a state machine": {
        source: docs("step-functions/latest/dg/connect-to-resource.html"),
        program: lambda({
            Action: ["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"],
            Resource: arn("states", "stateMachine:fulfilment"),
        }),
    },
    "a function within a boundary": {
        source: docs("IAM/latest/UserGuide/access_policies_boundaries.html"),
        program: {
            boundary: declare(IamPolicy, {
                policy: policyOf({
                    Action: ["dynamodb:*", "logs:*", "s3:*", "sqs:*"],
                    Resource: "*",
                    Condition: { StringEquals: { "aws:RequestedRegion": REGION } },
                }),
            }),
            role: declare(IamRole, {
                assumeRolePolicy: trust("lambda"),
                permissionsBoundary: ref("boundary.arn"),
                inlinePolicies: [
                    {
                        name: "orders",
                        policy: policyOf(
                            { Action: "dynamodb:GetItem", Resource: arn("dynamodb", "table/orders") },
                            ownLogs("orders"),
                        ),
                    },
                ],
            }),
        },
    },
    "languages, by services that have no resources": {
        source: docs("service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"),
        program: lambda({
            Action: [
                "comprehend:DetectDominantLanguage",
                "comprehend:DetectEntities",
                "comprehend:DetectSentiment",
                "polly:SynthesizeSpeech",
                "translate:TranslateText",
            ],
            Resource: "*",
        }),
    },
    "pictures and speech, by services that have no resources": {
        source: docs("service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"),
        program: lambda({
            Action: [
                "rekognition:DetectLabels",
                "rekognition:DetectModerationLabels",
                "textract:AnalyzeDocument",
                "textract:DetectDocumentText",
                "transcribe:StartTranscriptionJob",
            ],
            Resource: "*",
        }),
    },
    "a foundation model": {
        source: docs("bedrock/latest/userguide/security_iam_id-based-policy-examples.html"),
        program: lambda({
            Action: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
            Resource: "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
        }),
    },
    "a model through an inference profile": {
        source: docs("bedrock/latest/userguide/inference-profiles-prereq.html"),
        program: lambda({
            Action: ["bedrock:GetInferenceProfile", "bedrock:InvokeModel"],
            Resource: [
                arn("bedrock", "inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0"),
                "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
                "arn:aws:bedrock:eu-west-3::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
            ],
        }),
    },
    "an endpoint of SageMaker": {
        source: docs("sagemaker/latest/dg/security_iam_id-based-policy-examples.html"),
        program: lambda({ Action: "sagemaker:InvokeEndpoint", Resource: arn("sagemaker", "endpoint/ranking") }),
    },
    "images from one repository": {
        source: docs("AmazonECR/latest/userguide/security_iam_id-based-policy-examples.html"),
        program: instance(...images("orders")),
    },
    "a task and its agent": {
        source: docs("AmazonECS/latest/developerguide/task_execution_IAM_role.html"),
        program: {
            ...role(tasks, {
                Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
                Resource: arn("dynamodb", "table/orders"),
            }),
            agent: declare(IamRole, {
                assumeRolePolicy: tasks,
                inlinePolicies: [
                    {
                        name: "start",
                        policy: policyOf(
                            ...images("orders"),
                            {
                                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                                Resource: `${arn("logs", "log-group:/ecs/orders")}:*`,
                            },
                            {
                                Action: "secretsmanager:GetSecretValue",
                                Resource: arn("secretsmanager", "secret:orders/database-AbCdEf"),
                            },
                        ),
                    },
                ],
            }),
            task: declare(EcsTaskDefinition, {
                family: "orders",
                taskRoleArn: ref("role.arn"),
                executionRoleArn: ref("agent.arn"),
                requiresCompatibilities: ["FARGATE"],
                networkMode: "awsvpc",
                cpu: "256",
                memory: "512",
                containerDefinitions: "[]",
            }),
        },
    },
    "a task that people may look into": {
        source: docs("AmazonECS/latest/developerguide/task-iam-roles.html"),
        program: role(tasks, {
            Action: [
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            Resource: "*",
        }),
    },
    "a build project in a VPC": {
        source: docs("codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html"),
        program: {
            ...role(
                trust("codebuild", fromHere(arn("codebuild", "project/orders"))),
                {
                    Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                    Resource: [
                        arn("logs", "log-group:/aws/codebuild/orders"),
                        arn("logs", "log-group:/aws/codebuild/orders:*"),
                    ],
                },
                {
                    Action: ["s3:GetBucketAcl", "s3:GetBucketLocation"],
                    Resource: "arn:aws:s3:::orders-artifacts",
                },
                {
                    Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
                    Resource: "arn:aws:s3:::orders-artifacts/*",
                },
                {
                    Action: [
                        "codebuild:BatchPutTestCases",
                        "codebuild:CreateReport",
                        "codebuild:CreateReportGroup",
                        "codebuild:UpdateReport",
                    ],
                    Resource: arn("codebuild", "report-group/orders-*"),
                },
                {
                    Action: [
                        "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface",
                        "ec2:DescribeDhcpOptions",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSecurityGroups",
                        "ec2:DescribeSubnets",
                        "ec2:DescribeVpcs",
                    ],
                    Resource: "*",
                },
                {
                    Action: "ec2:CreateNetworkInterfacePermission",
                    Resource: arn("ec2", "network-interface/*"),
                    Condition: {
                        StringEquals: { "ec2:AuthorizedService": service("codebuild") },
                        ArnEquals: { "ec2:Subnet": [arn("ec2", "subnet/subnet-0123456789abcdef0")] },
                    },
                },
            ),
            project: declare(CodeBuildProject, {
                name: "orders",
                serviceRole: ref("role.arn"),
                artifacts: { type: "CODEPIPELINE" },
                source: { type: "CODEPIPELINE" },
                environment: {
                    computeType: "BUILD_GENERAL1_SMALL",
                    image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                    type: "LINUX_CONTAINER",
                },
            }),
        },
    },
    "a pipeline": {
        source: docs("codepipeline/latest/userguide/how-to-custom-role.html"),
        program: role(
            trust("codepipeline", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
            {
                Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
                Resource: "arn:aws:s3:::orders-artifacts/*",
            },
            { Action: ["s3:GetBucketVersioning", "s3:ListBucket"], Resource: "arn:aws:s3:::orders-artifacts" },
            {
                Action: ["codebuild:BatchGetBuilds", "codebuild:StartBuild"],
                Resource: arn("codebuild", "project/orders"),
            },
            {
                Action: "codeconnections:UseConnection",
                Resource: arn("codeconnections", "connection/aEXAMPLE-8aad-4d5d-8878-dfcab0bc441f"),
            },
        ),
    },
    "a Glue job": {
        source: docs("glue/latest/dg/create-service-policy.html"),
        program: {
            ...role(
                trust("glue"),
                {
                    Action: ["s3:GetObject", "s3:PutObject"],
                    Resource: ["arn:aws:s3:::sales-lake/*", "arn:aws:s3:::sales-scripts/report.py"],
                },
                { Action: "s3:ListBucket", Resource: "arn:aws:s3:::sales-lake" },
                {
                    Action: ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable"],
                    Resource: [arn("glue", "catalog"), arn("glue", "database/sales"), arn("glue", "table/sales/*")],
                },
                {
                    Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                    Resource: `${arn("logs", "log-group:/aws-glue/*")}`,
                },
            ),
            job: declare(GlueJob, {
                name: "report",
                roleArn: ref("role.arn"),
                command: { scriptLocation: "s3://sales-scripts/report.py" },
            }),
        },
    },
    "a service of App Runner": {
        source: docs("apprunner/latest/dg/security_iam_service-with-iam.html"),
        program: {
            ...role(trust("tasks.apprunner"), {
                Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
                Resource: arn("dynamodb", "table/orders"),
            }),
            access: declare(IamRole, {
                assumeRolePolicy: trust("build.apprunner"),
                managedPolicyArns: [awsPolicy("service-role/AWSAppRunnerServicePolicyForECRAccess")],
            }),
            service: declare(AppRunnerService, {
                serviceName: "orders",
                instanceConfiguration: { instanceRoleArn: ref("role.arn") },
                sourceConfiguration: {
                    authenticationConfiguration: { accessRoleArn: ref("access.arn") },
                    imageRepository: {
                        imageIdentifier: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/orders:1`,
                        imageRepositoryType: "ECR",
                    },
                },
            }),
        },
    },
    "a batch job": {
        source: docs("batch/latest/userguide/create-batch-job-role.html"),
        program: role(
            tasks,
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-imports/*" },
            { Action: "s3:PutObject", Resource: "arn:aws:s3:::orders-reports/*" },
        ),
    },
    "a pod of Kubernetes by its service account": {
        source: docs("eks/latest/userguide/associate-service-account-role.html"),
        program: role(
            trustOf({
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: globalArn("iam", `oidc-provider/${OIDC}`) },
                Condition: {
                    StringEquals: {
                        [`${OIDC}:aud`]: "sts.amazonaws.com",
                        [`${OIDC}:sub`]: "system:serviceaccount:orders:orders",
                    },
                },
            }),
            { Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: arn("dynamodb", "table/orders") },
        ),
    },
    "a pod of Kubernetes by its identity": {
        source: docs("eks/latest/userguide/pod-id-role.html"),
        program: role(
            trustOf({
                Action: ["sts:AssumeRole", "sts:TagSession"],
                Principal: { Service: "pods.eks.amazonaws.com" },
            }),
            { Action: "sqs:SendMessage", Resource: arn("sqs", "orders") },
        ),
    },
    "a deployment from one repository": {
        source: docs("IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"),
        program: role(
            trustOf({
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: globalArn("iam", "oidc-provider/token.actions.githubusercontent.com") },
                Condition: {
                    StringEquals: {
                        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                        "token.actions.githubusercontent.com:sub": "repo:example/orders:ref:refs/heads/main",
                    },
                },
            }),
            {
                Action: ["lambda:GetFunction", "lambda:UpdateFunctionCode"],
                Resource: arn("lambda", "function:orders"),
            },
            { Action: "s3:PutObject", Resource: "arn:aws:s3:::orders-site/*" },
            {
                Action: "cloudfront:CreateInvalidation",
                Resource: globalArn("cloudfront", "distribution/EDFDVBD6EXAMPLE"),
            },
        ),
    },
    "a bastion that Systems Manager lets people into": {
        source: docs("systems-manager/latest/userguide/setup-instance-permissions.html"),
        program: {
            ...instance({
                Action: [
                    "logs:CreateLogStream",
                    "logs:DescribeLogGroups",
                    "logs:DescribeLogStreams",
                    "logs:PutLogEvents",
                ],
                Resource: [arn("logs", "log-group:/ssm/sessions"), arn("logs", "log-group:/ssm/sessions:*")],
            }),
            core: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: awsPolicy("AmazonSSMManagedInstanceCore"),
            }),
        },
    },
    "another account's role": {
        source: docs("IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"),
        program: lambda({ Action: "sts:AssumeRole", Resource: "arn:aws:iam::444455556666:role/orders-reader" }),
    },
    "the users of one pool": {
        source: docs("cognito/latest/developerguide/security_iam_id-based-policy-examples.html"),
        program: lambda({
            Action: [
                "cognito-idp:AdminAddUserToGroup",
                "cognito-idp:AdminCreateUser",
                "cognito-idp:AdminGetUser",
                "cognito-idp:AdminUpdateUserAttributes",
                "cognito-idp:ListUsers",
            ],
            Resource: arn("cognito-idp", "userpool/eu-west-1_Example1"),
        }),
    },
};
