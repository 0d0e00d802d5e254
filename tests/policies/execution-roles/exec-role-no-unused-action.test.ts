import {
    DynamoDbTable,
    EcsTaskDefinition,
    EventSourceMapping,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    KmsKey,
    LambdaAlias,
    LambdaFunctionEventInvokeConfig,
    S3BucketV2,
    SqsQueue,
    SsmParameter,
} from "../../../model/aws";
import { declare, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-unused-action";
import { type Caller, calling } from "../../support/calls";
import { testRule } from "../../support/rule-tester";

const table = () =>
    declare(DynamoDbTable, {
        hashKey: "id",
        attributes: [{ name: "id", type: "S" }],
        streamEnabled: true,
        streamViewType: "KEYS_ONLY",
    });
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const program = (caller: Caller, statements: readonly object[], more: Program = {}): Program => ({
    role,
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
    orders: table(),
    customers: table(),
    reader: calling(caller),
    ...more,
});
const TABLE = { TABLE: ref("orders.name") };
const get: Caller = { calls: [["dynamodb:GetItem", { TableName: "$TABLE", Key: "*" }]], variables: TABLE };
const nothing: Caller = { calls: [] };
const Resource = ref("orders.arn");
const GetItem = { Action: "dynamodb:GetItem", Resource };
const reported = (given: Program, ...reports: readonly string[]) => ({
    given,
    reports: reports.length > 0 ? reports : ["policy: policy"],
});
const INTERFACES = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"];
const CHECKPOINT = ["lambda:CheckpointDurableExecution", "lambda:GetDurableExecutionState"];
const queue = declare(SqsQueue, {});
const attach = (policyArn: string) => declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn });

testRule(rule, {
    valid: {
        "all that it calls": program(get, [GetItem]),
        "its logs and traces": program(get, [
            GetItem,
            { Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" },
            { Action: "logs:*", Resource: "*" },
            { Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
        ]),
        "interfaces in a VPC": program(nothing, [{ Action: INTERFACES, Resource: "*" }], {
            reader: calling(nothing, ref("role.arn"), { vpcConfig: { subnetIds: ["s"], securityGroupIds: ["g"] } }),
        }),
        "the state of a durable function": program(nothing, [{ Action: CHECKPOINT, Resource: "*" }], {
            reader: calling(nothing, ref("role.arn"), { durableConfig: { executionTimeout: 60 } }),
        }),
        "a queue that feeds it": program(
            nothing,
            [
                {
                    Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
                    Resource: ref("queue.arn"),
                },
                { Action: "kms:Decrypt", Resource: "*" },
            ],
            {
                queue,
                mapping: declare(EventSourceMapping, {
                    eventSourceArn: ref("queue.arn"),
                    functionName: ref("reader.arn"),
                }),
            },
        ),
        "a stream that feeds it by its alias": program(
            nothing,
            [
                {
                    Action: [
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams",
                    ],
                    Resource: "*",
                },
            ],
            {
                live: declare(LambdaAlias, { functionName: ref("reader.name"), functionVersion: "$LATEST" }),
                mapping: declare(EventSourceMapping, {
                    eventSourceArn: ref("orders.streamArn"),
                    functionName: ref("live.arn"),
                }),
            },
        ),
        "a broker whose ARN is not one yet": program(
            nothing,
            [{ Action: ["mq:DescribeBroker", "secretsmanager:GetSecretValue", ...INTERFACES], Resource: "*" }],
            {
                mapping: declare(EventSourceMapping, {
                    eventSourceArn: "{{resolve:ssm:/shop/broker}}",
                    functionName: ref("reader.arn"),
                }),
            },
        ),
        "a queue that a parameter names": program(nothing, [{ Action: "sqs:ReceiveMessage", Resource: "*" }], {
            parameter: declare(SsmParameter, { type: "String", value: "arn:aws:sqs:eu-west-1:111122223333:orders" }),
            mapping: declare(EventSourceMapping, {
                eventSourceArn: ref("parameter.value"),
                functionName: ref("reader.arn"),
            }),
        }),
        "logs of an import, and of a stage": program(
            {
                calls: [
                    ["dynamodb:ImportTable", {}],
                    ["apigatewayv2:UpdateStage", { ApiId: "*", StageName: "*" }],
                ],
            },
            [
                { Action: ["dynamodb:ImportTable", "apigateway:PATCH"], Resource: "*" },
                { Action: ["logs:PutRetentionPolicy", "logs:PutResourcePolicy", "logs:GetLogDelivery"], Resource: "*" },
            ],
        ),
        "dead letters": program(nothing, [{ Action: "sqs:SendMessage", Resource: ref("queue.arn") }], {
            queue,
            reader: calling(nothing, ref("role.arn"), { deadLetterConfig: { targetArn: ref("queue.arn") } }),
        }),
        "a destination": program(nothing, [{ Action: "sqs:SendMessage", Resource: ref("queue.arn") }], {
            queue,
            config: declare(LambdaFunctionEventInvokeConfig, {
                functionName: ref("reader.name"),
                destinationConfig: { onFailure: { destination: ref("queue.arn") } },
            }),
        }),
        "a file system": program(
            nothing,
            [{ Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], Resource: "*" }],
            {
                reader: calling(nothing, ref("role.arn"), {
                    fileSystemConfig: {
                        arn: "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1",
                        localMountPath: "/mnt/a",
                    },
                }),
            },
        ),
        "what AWS tells to attach": {
            ...program(nothing, [GetItem], { reader: calling(get) }),
            basic: attach("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
            insights: attach("arn:aws:iam::aws:policy/CloudWatchLambdaInsightsExecutionRolePolicy"),
        },
        "a database's sign-in, which no operation asks for": program(nothing, [
            { Action: "rds-db:connect", Resource: "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-A/app" },
        ]),
        "the key of what it calls": program(
            { calls: [["sqs:SendMessage", { QueueUrl: "$QUEUE" }]], variables: { QUEUE: ref("queue.url") } },
            [
                { Action: "sqs:SendMessage", Resource: ref("queue.arn") },
                { Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: ref("key.arn") },
            ],
            { key: declare(KmsKey, {}), queue: declare(SqsQueue, { kmsMasterKeyId: ref("key.arn") }) },
        ),
        "on what only the event names": program({ calls: [["dynamodb:GetItem", { TableName: "*" }]] }, [
            GetItem,
            { Action: "dynamodb:GetItem", Resource: ref("customers.arn") },
        ]),
        "by one of two functions": program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource }], {
            writer: calling({ calls: [["dynamodb:PutItem", { TableName: "$TABLE" }]], variables: TABLE }),
        }),
        "an action that the tables do not have": program(get, [
            { Action: ["dynamodb:GetItem", "dynamodb:MadeToday"], Resource },
        ]),
        "what another policy is about": program(get, [
            { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
            { Action: "*", Resource: "*" },
        ]),
        "a denial": program(get, [GetItem, { Effect: "Deny", Action: "dynamodb:DeleteItem", Resource: "*" }]),
        "a right that a denial takes": program(get, [
            { Action: ["dynamodb:GetItem", "dynamodb:DeleteItem"], Resource },
            { Effect: "Deny", Action: "dynamodb:DeleteItem", Resource: "*" },
        ]),
        "a role of something else": {
            role: declare(IamRole, {
                assumeRolePolicy: trusts("ecs-tasks"),
                inlinePolicies: [{ name: "own", policy: policyOf({ Action: "sqs:SendMessage", Resource: "*" }) }],
            }),
        },
    },
    invalid: {
        "an action that nothing calls": reported(
            program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:DeleteItem"], Resource }]),
        ),
        "a whole statement": reported(
            program(get, [GetItem, { Action: "sqs:SendMessage", Resource: "*" }]),
            "policy: policy",
        ),
        "the state of a function that is not durable": reported(
            program(get, [GetItem, { Action: CHECKPOINT, Resource: "*" }]),
        ),
        "reading traces": reported(program(get, [GetItem, { Action: "xray:GetTraceSummaries", Resource: "*" }])),
        "a whole service": reported(program(get, [{ Action: "dynamodb:*", Resource: "*" }])),
        "on another table": reported(
            program(get, [GetItem, { Action: "dynamodb:GetItem", Resource: ref("customers.arn") }]),
            "policy: policy",
        ),
        "consuming from a queue that feeds nothing": reported(
            program(nothing, [
                {
                    Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"],
                    Resource: "arn:aws:sqs:eu-west-1:111122223333:old",
                },
            ]),
        ),
        "consuming from a stream, fed by a queue": reported(
            program(nothing, [{ Action: "dynamodb:GetRecords", Resource: "*" }], {
                queue,
                mapping: declare(EventSourceMapping, {
                    eventSourceArn: "arn:aws-cn:sqs:cn-north-1:111122223333:orders",
                    functionName: ref("reader.arn"),
                }),
            }),
        ),
        "logs of nothing that it sets up": reported(
            program(get, [GetItem, { Action: ["logs:PutRetentionPolicy", "logs:PutResourcePolicy"], Resource: "*" }]),
            "policy: policy",
        ),
        "keys of nothing": reported(program(nothing, [{ Action: "kms:Decrypt", Resource: "*" }])),
        "interfaces without a VPC": reported(
            program(nothing, [{ Action: "ec2:CreateNetworkInterface", Resource: "*" }]),
        ),
        "by neither of two functions": reported(
            program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource }], { other: calling(get) }),
        ),
        "an AWS-managed policy": reported(
            { ...program(get, [GetItem]), all: attach("arn:aws:iam::aws:policy/AmazonSQSFullAccess") },
            "all: policyArn",
        ),
        "a policy as an object, its resource not known yet": reported(
            {
                ...program(get, []),
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: {
                        Version: "2012-10-17",
                        Statement: [
                            { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource: unknown },
                        ],
                    } as never,
                }),
            },
            "policy: policy.Statement[0]",
        ),
        "objects that nothing deletes": reported(
            program(
                {
                    calls: [["s3:PutObject", { Bucket: "$BUCKET", Key: "*" }]],
                    variables: { BUCKET: ref("pictures.bucket") },
                },
                [{ Action: ["s3:PutObject", "s3:DeleteObject"], Resource: ref("pictures.arn", "", "/*") }],
                { pictures: declare(S3BucketV2, {}) },
            ),
        ),
    },
    undecided: {
        "code that is not all read": {
            given: program({ ...get, open: ["it loads a module whose name is computed"] }, [
                { Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource },
            ]),
            awaits: ["reader.code (it loads a module whose name is computed)"],
        },
        "another function whose code is an image": {
            given: program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource }], {
                other: calling(nothing, ref("role.arn"), {
                    code: undefined,
                    packageType: "Image",
                    imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1",
                }),
            }),
            awaits: ["other.imageUri (its code is a container image)"],
        },
        "a task under the same role": {
            given: program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource }], {
                task: declare(EcsTaskDefinition, {
                    family: "a",
                    containerDefinitions: "[]",
                    taskRoleArn: ref("role.arn"),
                }),
            }),
            awaits: ["task.taskRoleArn (it runs under this role, too)"],
        },
        "others whom its trust lets in": {
            given: program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource }], {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda", "states") }),
            }),
            awaits: ["role.assumeRolePolicy (others than functions may act under it)"],
        },
        "an older version behind an alias": {
            given: program(get, [{ Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource }], {
                live: declare(LambdaAlias, { functionName: ref("reader.name"), functionVersion: "7" }),
            }),
            awaits: ["live.functionVersion (an alias runs an older version of it)"],
        },
    },
});
