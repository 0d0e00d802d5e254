import { strict as assert } from "node:assert";
import { statSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { actionFacts, serviceFacts } from "../../model/iam/knowledge";
import { table } from "../../model/iam/knowledge/load";
import {
    documentOperation,
    neededFor,
    operationNamed,
    operationsOf,
    paginator,
    resourceModel,
    sdkService,
    serviceOf,
    transfer,
    waiter,
} from "../../model/iam/knowledge/operations";
import { NEEDS } from "../../model/iam/knowledge/operations/needs";
import type { Row, ServiceNeeds } from "../../model/iam/knowledge/operations/needs/need";
import { placesOf } from "../../model/iam/knowledge/operations/places";
import { ALIASES, SHAPES, V2_CLASSES } from "../../model/iam/knowledge/operations/service-names";

const services = Object.keys(table("operations").table);

/** Methods that sign a token: no model has them. */
const TOKENS = ["GenerateDbAuthToken", "GenerateDbConnectAuthToken", "GenerateDbConnectAdminAuthToken"];

/** Parameters that are called as a type is and name none of it. */
const SUPPRESSED = ["IndexName", "BucketName", "Version", "RuleName"];

function actionsOf(row: Row): readonly string[] {
    if (typeof row === "string") return [row];
    if ("anything" in row) return [];
    if ("perhaps" in row) return row.perhaps;
    return "oneOf" in row ? row.oneOf.map(({ action }) => action) : [row.action];
}

describe("the table of operations", () => {
    it("is small", () => {
        const size = (name: string) => statSync(path.resolve(__dirname, "../../data/aws", name)).size;
        assert.ok(size("operations.json") <= 90_000);
        assert.ok(size("resource-models.json") <= 40_000);
        assert.ok(size("dependent-actions.json") <= 120_000);
    });

    it("names prefixes that the table of actions has", () => {
        assert.ok(services.length > 400);
        for (const name of services) {
            const prefix = sdkService(name)?.prefix;
            if (prefix !== undefined) assert.ok(serviceFacts(prefix), `${name}: ${prefix}`);
        }
    });

    it("lists no operation that has its own name as an action, in AWS's spelling", () => {
        for (const [name, entry] of Object.entries(table("operations").table))
            for (const operation of (entry.split("|")[3] ?? "").split(" "))
                assert.notEqual(
                    actionFacts(`${sdkService(name)?.prefix}:${operation}`)?.name,
                    `${sdkService(name)?.prefix}:${operation}`,
                );
    });

    it("has waiters that ask an operation", () => {
        for (const name of services)
            for (const [own, operation] of sdkService(name)?.waiters ?? [])
                assert.equal(operationNamed(name, operation, "Operation"), operation, `${name} ${own}`);
    });
});

describe("the tables of what operations need", () => {
    for (const [service, { operations = {}, types = {}, always = [] }] of Object.entries(NEEDS)) {
        it(`${service}: every exception is needed, and its operation is the service's`, () => {
            const prefix = sdkService(service)?.prefix;
            const listed = (table("operations").table[service] ?? "").split("|")[3]?.split(" ") ?? [];
            for (const [operation, rows] of Object.entries(operations)) {
                const own = actionFacts(`${prefix}:${operation}`)?.name;
                assert.notDeepEqual(rows, [own], `${operation} is as by default`);
                assert.ok(own !== undefined || listed.includes(operation) || TOKENS.includes(operation), operation);
            }
        });

        it(`${service}: every action exists, in AWS's spelling`, () => {
            for (const action of [...Object.values(operations).flat(), ...always].flatMap(actionsOf))
                assert.equal(actionFacts(action)?.name, action);
        });

        it(`${service}: every type is one of IAM's, and every name of its is needed`, () => {
            const facts = serviceFacts(sdkService(service)?.prefix ?? "");
            const places = (name: string, table: ServiceNeeds["types"]) =>
                [...(facts?.actions.values() ?? [])].map((action) =>
                    placesOf(action.name, action.name.split(":")[1] ?? "", new Map([[name, true]]), table),
                );
            for (const [type, { by = [], ...more }] of Object.entries(types)) {
                assert.ok(facts?.resourceTypes.has(type), type);
                for (const name of by) {
                    const less = { ...types, [type]: { ...more, by: by.filter((one) => one !== name) } };
                    assert.notDeepEqual(places(name, types), places(name, less), `${type} ${name}`);
                }
                const { [type]: _, ...others } = types;
                const names = [...by, ...SUPPRESSED];
                assert.ok(
                    names.some((name) => !isDeepStrictEqual(places(name, types), places(name, others))),
                    type,
                );
            }
        });
    }
});

describe("names of services", () => {
    const names: readonly (readonly [string, string, string, string])[] = [
        ["dynamodb", "@aws-sdk/client-dynamodb", "DynamoDBClient", "DynamoDB"],
        ["s3", "@aws-sdk/client-s3", "S3Client", "S3"],
        ["sqs", "@aws-sdk/client-sqs", "SQSClient", "SQS"],
        ["sns", "@aws-sdk/client-sns", "SNSClient", "SNS"],
        ["lambda", "@aws-sdk/client-lambda", "LambdaClient", "Lambda"],
        ["stepfunctions", "@aws-sdk/client-sfn", "SFNClient", "StepFunctions"],
        ["events", "@aws-sdk/client-eventbridge", "EventBridgeClient", "EventBridge"],
        ["secretsmanager", "@aws-sdk/client-secrets-manager", "SecretsManagerClient", "SecretsManager"],
        ["ssm", "@aws-sdk/client-ssm", "SSMClient", "SSM"],
        ["kms", "@aws-sdk/client-kms", "KMSClient", "KMS"],
        ["kinesis", "@aws-sdk/client-kinesis", "KinesisClient", "Kinesis"],
        ["firehose", "@aws-sdk/client-firehose", "FirehoseClient", "Firehose"],
        [
            "cognito-idp",
            "@aws-sdk/client-cognito-identity-provider",
            "CognitoIdentityProviderClient",
            "CognitoIdentityServiceProvider",
        ],
        ["cognito-identity", "@aws-sdk/client-cognito-identity", "CognitoIdentityClient", "CognitoIdentity"],
        ["ses", "@aws-sdk/client-ses", "SESClient", "SES"],
        ["sesv2", "@aws-sdk/client-sesv2", "SESv2Client", "SESV2"],
        [
            "apigatewaymanagementapi",
            "@aws-sdk/client-apigatewaymanagementapi",
            "ApiGatewayManagementApiClient",
            "ApiGatewayManagementApi",
        ],
        ["apigateway", "@aws-sdk/client-api-gateway", "APIGatewayClient", "APIGateway"],
        ["rds-data", "@aws-sdk/client-rds-data", "RDSDataClient", "RDSDataService"],
        ["scheduler", "@aws-sdk/client-scheduler", "SchedulerClient", "Scheduler"],
        ["logs", "@aws-sdk/client-cloudwatch-logs", "CloudWatchLogsClient", "CloudWatchLogs"],
        ["cloudwatch", "@aws-sdk/client-cloudwatch", "CloudWatchClient", "CloudWatch"],
        ["iot-data", "@aws-sdk/client-iot-data-plane", "IoTDataPlaneClient", "IotData"],
        ["elbv2", "@aws-sdk/client-elastic-load-balancing-v2", "ElasticLoadBalancingV2Client", "ELBv2"],
        ["bedrock-runtime", "@aws-sdk/client-bedrock-runtime", "BedrockRuntimeClient", "BedrockRuntime"],
        ["timestream-query", "@aws-sdk/client-timestream-query", "TimestreamQueryClient", "TimestreamQuery"],
        ["opensearch", "@aws-sdk/client-opensearch", "OpenSearchClient", "OpenSearch"],
        ["codeartifact", "@aws-sdk/client-codeartifact", "CodeartifactClient", "CodeArtifact"],
        ["ivs", "@aws-sdk/client-ivs", "IvsClient", "IVS"],
    ];

    for (const [service, own, client, v2] of names) {
        it(service, () => {
            assert.equal(serviceOf(service, "botocore"), service);
            assert.equal(serviceOf(own, "package"), service);
            assert.equal(serviceOf(client, "class"), service);
            assert.equal(serviceOf(client.replace(/Client$/, ""), "class"), service);
            assert.equal(serviceOf(v2, "v2"), service);
            assert.equal(serviceOf(`AWS.${v2}`, "v2"), service);
            assert.equal(serviceOf(`aws-sdk/clients/${v2.toLowerCase()}`, "v2"), service);
            assert.equal(serviceOf(client, "wire"), service);
        });
    }

    it("are those of documents, and of what bundles keep", () => {
        assert.equal(serviceOf("DynamoDBDocumentClient", "class"), "dynamodb");
        assert.equal(serviceOf("AWS.DynamoDB.DocumentClient", "v2"), "dynamodb");
        assert.equal(serviceOf("@aws-sdk/client-cloudwatch-events", "package"), "events");
        assert.equal(serviceOf("AmazonSSM", "wire"), "ssm");
        assert.equal(serviceOf("DynamoDB_20120810", "wire"), "dynamodb");
        assert.equal(serviceOf("AWSGirApiService", "wire"), "lambda");
        assert.equal(serviceOf("SimpleEmailService", "wire"), "ses");
        assert.equal(serviceOf("IoT Data Plane", "wire"), "iot-data");
        assert.equal(serviceOf("com.amazonaws.eventbridge", "wire"), "events");
        assert.equal(serviceOf("Timestream_20181101", "wire"), undefined);
    });

    it("are listed where the model's own do not tell them", () => {
        for (const [service, name] of Object.entries(V2_CLASSES)) {
            const id = sdkService(service)?.id;
            assert.ok(id !== undefined && id.replaceAll(" ", "") !== name, service);
        }
        const fields = services.map((service) => (table("operations").table[service] ?? "").split("|"));
        for (const shape of Object.keys(SHAPES)) assert.ok(!fields.some(([, , target]) => target === shape), shape);
        for (const id of Object.keys(ALIASES)) assert.ok(!fields.some(([own]) => own === id), id);
        for (const service of [...Object.values(SHAPES), ...Object.values(ALIASES)])
            assert.ok(sdkService(service), service);
    });

    it("are unknown where no model has them", () => {
        for (const spelling of ["botocore", "package", "class", "v2", "wire"] as const)
            for (const name of ["nonesuch", "constructor", "toString", "", "@aws-sdk/client-", "Client"])
                assert.equal(serviceOf(name, spelling), undefined, `${spelling} ${name}`);
        assert.equal(sdkService("constructor"), undefined);
    });
});

describe("names of operations", () => {
    it("come back from each spelling", () => {
        for (const service of services)
            for (const operation of operationsOf(service)) {
                // Some of IAM's actions begin small; no operation does.
                if (!/^[A-Z]/.test(operation)) continue;
                const camel = operation.charAt(0).toLowerCase() + operation.slice(1);
                assert.equal(operationNamed(service, operation, "Operation"), operation);
                assert.equal(operationNamed(service, camel, "camelCase"), operation);
                assert.equal(operationNamed(service, `${operation}Command`, "Command"), operation);
            }
    });

    for (const [service, snake, operation] of [
        ["dynamodb", "get_item", "GetItem"],
        ["s3", "list_objects_v2", "ListObjectsV2"],
        ["sns", "get_sms_attributes", "GetSMSAttributes"],
        ["iam", "create_open_id_connect_provider", "CreateOpenIDConnectProvider"],
        ["dynamodb", "describe_time_to_live", "DescribeTimeToLive"],
        ["wafv2", "list_web_acls", "ListWebACLs"],
        ["cloudfront", "create_invalidation", "CreateInvalidation"],
        ["amplify", "create_webhook", "CreateWebhook"],
        ["rds", "generate_db_auth_token", "GenerateDbAuthToken"],
    ] as const) {
        it(`${service}.${snake}`, () => assert.equal(operationNamed(service, snake, "snake_case"), operation));
    }

    it("are unknown where a client has no such method", () => {
        assert.equal(operationNamed("s3", "send", "camelCase"), undefined);
        assert.equal(operationNamed("s3", "destroy", "camelCase"), undefined);
        assert.equal(operationNamed("s3", "GetObject", "camelCase"), undefined);
        assert.equal(operationNamed("s3", "getobject", "camelCase"), undefined);
        assert.equal(operationNamed("s3", "getObject", "snake_case"), undefined);
        assert.equal(operationNamed("s3", "GetObject", "Command"), undefined);
        assert.equal(operationNamed("s3", "constructor", "camelCase"), undefined);
        assert.equal(operationNamed("nonesuch", "GetObject", "Operation"), undefined);
    });

    it("are what waiters and paginators ask", () => {
        assert.equal(waiter("dynamodb", "table_exists"), "DescribeTable");
        assert.equal(waiter("dynamodb", "tableExists"), "DescribeTable");
        assert.equal(waiter("s3", "waitUntilObjectExists"), "HeadObject");
        assert.equal(waiter("s3", "waitForObjectExists"), "HeadObject");
        assert.equal(waiter("s3", "nonesuch"), undefined);
        assert.equal(paginator("s3", "list_objects_v2"), "ListObjectsV2");
        assert.equal(paginator("dynamodb", "paginateQuery"), "Query");
        assert.equal(paginator("dynamodb", "nonesuch"), undefined);
    });

    it("are those of DynamoDB's documents and of transfers", () => {
        assert.equal(documentOperation("batchGet"), "BatchGetItem");
        assert.equal(documentOperation("TransactWriteCommand"), "TransactWriteItems");
        assert.equal(documentOperation("createSet"), undefined);
        for (const method of ["upload_file", "Upload", "download_fileobj", "copy"])
            for (const operation of [...(transfer(method)?.operations ?? []), ...(transfer(method)?.perhaps ?? [])])
                assert.equal(operationNamed("s3", operation, "Operation"), operation);
        assert.deepEqual(transfer("upload")?.operations, ["PutObject"]);
        assert.equal(transfer("nonesuch"), undefined);
    });
});

describe("what an operation needs", () => {
    /** `ACTION|OTHER PARAMETER,PARAMETER BELOW`, one a demand; then what is excused. A parameter is `name`, `name?` where it may be left out, or `name=text`. */
    const said = (service: string, operation: string, parameters: string | undefined): string | undefined => {
        const given =
            parameters === undefined
                ? undefined
                : new Map(
                      parameters.split(";").flatMap((one): [string, string | boolean][] => {
                          const [name = "", text] = one.split("=");
                          if (name === "") return [];
                          return name.endsWith("?") ? [[name.slice(0, -1), false]] : [[name, text ?? true]];
                      }),
                  );
        const needed = neededFor(service, operation, given);
        return needed?.demanded
            .map(({ action, or, parameters: names, below, whose }) =>
                [[action, ...or].join("|"), names.join(","), below, whose].filter(Boolean).join(" "),
            )
            .join("; ");
    };

    const cases: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
        ["s3", "GetObject", "Bucket;Key", "s3:GetObject Bucket /${Key}"],
        ["s3", "GetObject", "Bucket;Key;VersionId", "s3:GetObjectVersion Bucket /${Key}"],
        ["s3", "GetObject", "Bucket;Key;VersionId?", "s3:GetObject|s3:GetObjectVersion Bucket /${Key}"],
        ["s3", "GetObject", undefined, "s3:GetObject|s3:GetObjectVersion Bucket /${Key}"],
        ["s3", "GetObject", "Bucket=files--use1-az4--x-s3;Key", undefined],
        ["s3", "HeadObject", "Bucket;Key", "s3:GetObject Bucket /${Key}"],
        ["s3", "HeadBucket", "Bucket", "s3:ListBucket Bucket"],
        ["s3", "ListObjectsV2", "Bucket;Prefix", "s3:ListBucket Bucket"],
        ["s3", "PutObject", "Bucket;Key;Body", "s3:PutObject Bucket /${Key}"],
        ["s3", "PutObject", "Bucket;Key;ACL=private", "s3:PutObject Bucket /${Key}"],
        ["s3", "PutObject", "Bucket;Key;ACL", "s3:PutObject Bucket /${Key}"],
        [
            "s3",
            "PutObject",
            "Bucket;Key;ACL=public-read;Tagging",
            "s3:PutObject Bucket /${Key}; s3:PutObjectAcl Bucket /${Key}; s3:PutObjectTagging Bucket /${Key}",
        ],
        [
            "s3",
            "CopyObject",
            "Bucket;Key;CopySource",
            "s3:GetObject|s3:GetObjectVersion CopySource; s3:PutObject Bucket /${Key}",
        ],
        ["s3", "DeleteObjects", "Bucket;Delete", "s3:DeleteObject|s3:DeleteObjectVersion Bucket /*"],
        ["s3", "UploadPart", "Bucket;Key", "s3:PutObject Bucket /${Key}"],
        ["s3", "GetBucketCors", "Bucket", "s3:GetBucketCORS Bucket"],
        ["dynamodb", "PutItem", "TableName;Item", "dynamodb:PutItem TableName"],
        ["dynamodb", "Query", "TableName", "dynamodb:Query TableName"],
        ["dynamodb", "Query", "TableName;IndexName", "dynamodb:Query TableName /index/${IndexName}"],
        ["dynamodb", "Query", "TableName;IndexName?", "dynamodb:Query"],
        ["dynamodb", "BatchWriteItem", "RequestItems{}", "dynamodb:BatchWriteItem RequestItems{}"],
        [
            "dynamodb",
            "TransactWriteItems",
            "TransactItems[].Put.TableName;TransactItems[].Delete.TableName",
            "dynamodb:PutItem TransactItems[].Put.TableName; dynamodb:DeleteItem TransactItems[].Delete.TableName",
        ],
        [
            "dynamodb",
            "TransactWriteItems",
            "TransactItems",
            "dynamodb:PutItem|dynamodb:UpdateItem|dynamodb:DeleteItem|dynamodb:ConditionCheckItem",
        ],
        ["dynamodb", "ExecuteStatement", "Statement=select * from orders", "dynamodb:PartiQLSelect"],
        [
            "dynamodb",
            "ExecuteStatement",
            "Statement",
            "dynamodb:PartiQLSelect|dynamodb:PartiQLInsert|dynamodb:PartiQLUpdate|dynamodb:PartiQLDelete",
        ],
        ["dynamodbstreams", "DescribeStream", "StreamArn", "dynamodb:DescribeStream StreamArn"],
        ["sqs", "SendMessageBatch", "QueueUrl;Entries", "sqs:SendMessage QueueUrl"],
        ["sqs", "GetQueueUrl", "QueueName", "sqs:GetQueueUrl QueueName"],
        ["sns", "Publish", "TopicArn;Message", "sns:Publish TopicArn"],
        ["sns", "Publish", "PhoneNumber;Message", "sns:Publish"],
        ["lambda", "Invoke", "FunctionName;Payload", "lambda:InvokeFunction FunctionName"],
        ["lambda", "Invoke", "FunctionName;Qualifier", "lambda:InvokeFunction FunctionName :${Qualifier}"],
        ["stepfunctions", "StartSyncExecution", "stateMachineArn;input", "states:StartSyncExecution stateMachineArn"],
        ["events", "PutEvents", "Entries[].EventBusName;Entries[].Detail", "events:PutEvents Entries[].EventBusName"],
        ["events", "PutEvents", "Entries[].Detail", "events:PutEvents"],
        ["ssm", "GetParameters", "Names", "ssm:GetParameters Names"],
        ["secretsmanager", "GetSecretValue", "SecretId", "secretsmanager:GetSecretValue SecretId"],
        ["kms", "ReEncrypt", "DestinationKeyId", "kms:ReEncryptFrom; kms:ReEncryptTo DestinationKeyId"],
        ["kinesis", "PutRecords", "StreamName;Records", "kinesis:PutRecords StreamName"],
        ["cognito-idp", "AdminGetUser", "UserPoolId;Username", "cognito-idp:AdminGetUser UserPoolId"],
        ["cognito-idp", "InitiateAuth", "ClientId", ""],
        ["cognito-idp", "SignUp", "ClientId", ""],
        ["cognito-identity", "GetId", "IdentityPoolId", ""],
        ["sts", "GetCallerIdentity", "", ""],
        ["sts", "AssumeRole", "RoleArn;RoleSessionName", "sts:AssumeRole RoleArn"],
        ["sts", "AssumeRoleWithWebIdentity", "RoleArn", ""],
        ["ses", "SendEmail", "Source;Destination", "ses:SendEmail"],
        ["ses", "SendEmail", "Source;SourceArn", "ses:SendEmail SourceArn"],
        ["sesv2", "SendEmail", "FromEmailAddress;Content.Simple", "ses:SendEmail"],
        ["sesv2", "SendEmail", "FromEmailAddress;Content.Raw", "ses:SendRawEmail"],
        ["sesv2", "SendEmail", "FromEmailAddress;Content", "ses:SendEmail|ses:SendRawEmail|ses:SendTemplatedEmail"],
        ["apigatewaymanagementapi", "PostToConnection", "ConnectionId;Data", "execute-api:ManageConnections"],
        ["apigateway", "GetRestApis", "", "apigateway:GET"],
        ["apigatewayv2", "UpdateStage", "ApiId;StageName", "apigateway:PATCH"],
        [
            "rds-data",
            "ExecuteStatement",
            "resourceArn;secretArn;sql",
            "rds-data:ExecuteStatement resourceArn; secretsmanager:GetSecretValue secretArn",
        ],
        ["ecs", "RunTask", "cluster;taskDefinition", "ecs:RunTask taskDefinition; iam:PassRole taskDefinition roles"],
        ["scheduler", "CreateSchedule", "Name;Target", "scheduler:CreateSchedule Name; iam:PassRole Target.RoleArn"],
        ["bedrock-runtime", "Converse", "modelId;messages", "bedrock:InvokeModel modelId"],
        ["bedrock-runtime", "InvokeModelWithBidirectionalStream", "modelId", "bedrock:InvokeModel modelId"],
        ["bedrock-runtime", "ConverseStream", "modelId", "bedrock:InvokeModelWithResponseStream modelId"],
        [
            "timestream-write",
            "WriteRecords",
            "TableName",
            "timestream:WriteRecords TableName; timestream:DescribeEndpoints",
        ],
        [
            "logs",
            "PutLogEvents",
            "logGroupName;logStreamName",
            "logs:PutLogEvents logGroupName :log-stream:${logStreamName}",
        ],
        ["cloudwatch", "PutMetricData", "Namespace", "cloudwatch:PutMetricData"],
        ["iot-data", "Publish", "topic;payload", "iot:Publish topic"],
        ["route53", "ChangeResourceRecordSets", "HostedZoneId", "route53:ChangeResourceRecordSets HostedZoneId"],
        ["logs", "PutSubscriptionFilter", "logGroupName;destinationArn", "logs:PutSubscriptionFilter logGroupName"],
        ["ssm", "SendCommand", "DocumentName;InstanceIds", "ssm:SendCommand DocumentName"],
        ["ses", "SendTemplatedEmail", "Source;Template", "ses:SendTemplatedEmail Template"],
        ["location", "GetGeofence", "CollectionName;GeofenceId", "geo:GetGeofence CollectionName"],
        ["codebuild", "BatchGetBuilds", "ids", "codebuild:BatchGetBuilds"],
        ["lambda", "TagResource", "Resource;Tags", "lambda:TagResource Resource"],
        ["lambda", "GetLayerVersion", "LayerName;VersionNumber", "lambda:GetLayerVersion LayerName"],
        ["sqs", "StartMessageMoveTask", "SourceArn;DestinationArn", "sqs:StartMessageMoveTask SourceArn"],
        ["sts", "AssumeRole", "RoleArn;Tags", "sts:AssumeRole RoleArn; sts:TagSession RoleArn"],
        ["s3", "GetObject", "Bucket=arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/x", undefined],
        ["cloudformation", "CreateStack", "StackName;TemplateBody", undefined],
        ["cloudformation", "CreateStack", "StackName;RoleARN", "cloudformation:CreateStack StackName"],
        ["cloudformation", "DescribeStacks", "StackName", "cloudformation:DescribeStacks StackName"],
        ["ssm", "StartAutomationExecution", "DocumentName", undefined],
        ["resourcegroupstaggingapi", "TagResources", "", undefined],
        ["ec2", "DescribeInstances", "", "ec2:DescribeInstances"],
        ["rds", "GenerateDbAuthToken", undefined, "rds-db:connect"],
        ["polly", "GetVoice", "", undefined],
        ["s3", "Nonesuch", "", undefined],
        ["s3", "getObject", "", undefined],
        ["nonesuch", "GetObject", "", undefined],
    ];
    for (const [service, operation, parameters, expected] of cases)
        it(`${service} ${operation} ${parameters === undefined ? "with who knows what" : parameters || "alone"}`, () =>
            assert.equal(said(service, operation, parameters), expected));

    it("is demanded or excused, never both, and exists", () => {
        for (const service of services)
            for (const operation of operationsOf(service)) {
                const needed = neededFor(service, operation, undefined);
                const demanded = (needed?.demanded ?? []).map(({ action }) => action);
                for (const action of [...demanded, ...(needed?.excused ?? [])])
                    assert.equal(actionFacts(action)?.name, action, `${service} ${operation}`);
                assert.ok(!needed?.excused.some((action) => demanded.includes(action)), `${service} ${operation}`);
            }
    });

    it("excuses what some inputs ask for", () => {
        const excused = (service: string, operation: string) => neededFor(service, operation, undefined)?.excused ?? [];
        assert.ok(excused("s3", "GetObject").includes("s3:ListBucket"));
        assert.ok(excused("s3", "PutObject").includes("s3:PutObjectAcl"));
        assert.ok(excused("s3", "PutObject").includes("s3:GetObject"));
        assert.deepEqual(neededFor("s3", "PutObject", new Map([["Bucket", true]]))?.excused, []);
        assert.ok(excused("lambda", "CreateFunction").includes("iam:PassRole"));
        assert.ok(excused("comprehend", "StartEntitiesDetectionJob").includes("iam:PassRole"));
        assert.ok(excused("transcribe", "StartTranscriptionJob").includes("iam:PassRole"));
        assert.deepEqual(excused("polly", "SynthesizeSpeech"), []);
        assert.ok(excused("events", "PutTargets").includes("iam:PassRole"));
        assert.ok(excused("athena", "GetQueryResults").includes("s3:GetObject"));
        assert.ok(excused("secretsmanager", "CreateSecret").includes("secretsmanager:TagResource"));
        assert.deepEqual(excused("sqs", "SendMessage"), []);
    });
});

describe("boto3's resources", () => {
    it("are those of nine services", () => {
        const found = services.filter((service) => resourceModel(service) !== undefined);
        assert.deepEqual(found, [
            "cloudformation",
            "cloudwatch",
            "dynamodb",
            "ec2",
            "glacier",
            "iam",
            "s3",
            "sns",
            "sqs",
        ]);
        assert.equal(resourceModel("lambda"), undefined);
        assert.equal(resourceModel("s3.Bucket"), undefined);
        assert.equal(resourceModel("constructor"), undefined);
    });

    it("call operations, and make resources, that there are", () => {
        for (const service of services) {
            const model = resourceModel(service);
            if (!model) continue;
            for (const { name, load, actions, resources, collections, batches, waiters } of [
                model.service,
                ...model.classes.values(),
            ]) {
                const calls = [load, ...actions.values(), ...collections.values(), ...batches.values()].filter(
                    (call) => call !== undefined,
                );
                for (const { operation } of calls)
                    assert.equal(operationNamed(service, operation, "Operation"), operation, `${service}.${name}`);
                for (const made of [...resources.values(), ...calls.flatMap(({ makes }) => makes ?? [])]) {
                    const known = model.classes.get(made.class)?.identifiers ?? [];
                    for (const identifier of made.identifiers.keys())
                        assert.ok(known.includes(identifier), `${service}.${name} ${made.class} ${identifier}`);
                }
                for (const { waiter: own } of waiters.values())
                    assert.ok(waiter(service, own), `${service}.${name} ${own}`);
            }
        }
    });

    it("fill parameters by their identifiers", () => {
        const table = resourceModel("dynamodb")?.classes.get("Table");
        assert.deepEqual(table?.identifiers, ["Name"]);
        assert.deepEqual(table?.actions.get("put_item"), {
            operation: "PutItem",
            parameters: new Map([["TableName", "Name"]]),
            makes: undefined,
        });
        assert.equal(table?.load?.operation, "DescribeTable");
        assert.deepEqual(table?.waiters.get("wait_until_exists"), {
            waiter: "TableExists",
            parameters: new Map([["TableName", "Name"]]),
        });
        const s3 = resourceModel("s3");
        const bucket = s3?.classes.get("Bucket");
        assert.deepEqual(s3?.service.resources.get("Bucket"), {
            class: "Bucket",
            identifiers: new Map([["Name", { is: "argument" }]]),
        });
        assert.deepEqual(
            bucket?.resources.get("Object")?.identifiers,
            new Map<string, object>([
                ["BucketName", { is: "identifier", name: "Name" }],
                ["Key", { is: "argument" }],
            ]),
        );
        assert.equal(bucket?.collections.get("objects")?.operation, "ListObjects");
        assert.deepEqual(
            s3?.service.resources.get("BucketPolicy")?.identifiers,
            new Map([["BucketName", { is: "argument" }]]),
        );
        assert.equal(bucket?.resources.has("Acl"), true);
        assert.equal(bucket?.resources.has("acl"), false);
        assert.equal(resourceModel("ec2")?.classes.get("Instance")?.resources.get("vpc")?.class, "Vpc");
        assert.equal(s3?.classes.get("ObjectSummary")?.batches.get("delete")?.operation, "DeleteObjects");
        assert.equal(resourceModel("sqs")?.classes.get("Message")?.actions.get("delete")?.operation, "DeleteMessage");
    });
});
