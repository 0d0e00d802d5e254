import { OPEN } from "../../calls";
import type { Machine } from "../machine";
import { type Abstract, Getter, Obj, type Outside, record } from "../values";
import type { Stance } from "./credentials";

/** Functions that give back what they are given first, a client above all: `module name`. */
export const WRAPS_FIRST =
    /^(?:aws-xray-sdk\S* capture(?:AWS|AWSClient|AWSv3Client)|@aws-lambda-powertools\/tracer capture(?:AWS|AWSClient|AWSv3Client)|\S*util promisify|@opentelemetry\/\S+ \w+)$/;

/** Functions and classes that ask AWS for something under another name. */
export interface HigherLevel {
    /** Of `module .way`. */
    readonly is: RegExp;
    readonly service?: string;
    readonly operations?: readonly string[];
    readonly open?: string;
    /** What of the arguments are the operation's parameters. */
    readonly input: (args: readonly Abstract[], machine: Machine, target: Outside) => Abstract;
    readonly stance?: (args: readonly Abstract[]) => Stance;
}

const none = (): Abstract => undefined;
const named =
    (parameter: string, position = 0) =>
    (args: readonly Abstract[]): Abstract =>
        record({ [parameter]: args[position] });

function prop(value: Abstract, key: string): Abstract {
    const found = value instanceof Obj ? value.props.get(key) : undefined;
    return found instanceof Getter ? undefined : found;
}

/** The table of `new DynamoDBProvider({ tableName })`, of which a method is called. */
const ofProvider = (_args: readonly Abstract[], _machine: Machine, { from }: Outside): Abstract =>
    record({ TableName: prop(from?.args[0], "tableName") });

/** Modules that any row below is of. */
export const HAS_HIGHER =
    /^(?:@aws-sdk\/|@smithy\/|aws-sdk|@aws-lambda-powertools\/|@middy\/|(?:node:)?(?:child_process|worker_threads|cluster|vm)$)/;

/** Sources: @aws-sdk/lib-storage, s3-presigned-post, Powertools for AWS Lambda (TypeScript), middy 4 to 6. */
export const HIGHER_LEVEL: readonly HigherLevel[] = [
    {
        is: /^@aws-sdk\/lib-storage \.Upload$/,
        service: "s3",
        operations: ["PutObject"],
        input: ([options]) => prop(options, "params"),
    },
    {
        is: /^aws-sdk \.S3\.ManagedUpload$/,
        service: "s3",
        operations: ["PutObject"],
        input: ([options]) => prop(options, "params"),
    },
    {
        is: /^@aws-sdk\/s3-presigned-post \.createPresignedPost$/,
        service: "s3",
        operations: ["PutObject"],
        input: ([, options]) => options,
    },
    {
        is: /^@aws-sdk\/(?:s3-request-presigner \.S3RequestPresigner|rds-signer \.|dsql-signer \.|polly-request-presigner \.)/,
        open: OPEN.signed,
        input: none,
    },
    { is: /^(?:@aws-sdk\/signature-v4\S*|@smithy\/signature-v4) \.SignatureV4/, open: OPEN.signed, input: none },
    { is: /^aws-sdk \.(?:Signers\.V4|RDS\.Signer)/, open: OPEN.signed, input: none },
    {
        is: /^aws-sdk \.(?:ChainableTemporaryCredentials|TemporaryCredentials|CognitoIdentityCredentials|WebIdentityCredentials|SAMLCredentials|Credentials)$/,
        open: OPEN.credentials,
        input: none,
    },
    { is: /^(?:node:)?child_process \.(?:exec|spawn|fork)\w*$/, open: OPEN.process, input: none },
    { is: /^(?:node:)?worker_threads \.Worker$|^(?:node:)?cluster \.fork$/, open: OPEN.process, input: none },
    { is: /^(?:node:)?vm \.(?:runIn\w+|Script|compileFunction)$/, open: OPEN.evaluated, input: none },
    // Powertools.
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.getParameter$/,
        service: "ssm",
        operations: ["GetParameter"],
        input: named("Name"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.getParameters$/,
        service: "ssm",
        operations: ["GetParametersByPath"],
        input: named("Path"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.getParametersByName$/,
        service: "ssm",
        operations: ["GetParameters"],
        input: none,
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.setParameter$/,
        service: "ssm",
        operations: ["PutParameter"],
        input: named("Name"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.SSMProvider\(\)\.get$/,
        service: "ssm",
        operations: ["GetParameter"],
        input: named("Name"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.SSMProvider\(\)\.getMultiple$/,
        service: "ssm",
        operations: ["GetParametersByPath"],
        input: named("Path"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.SSMProvider\(\)\.getParametersByName$/,
        service: "ssm",
        operations: ["GetParameters"],
        input: none,
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/ssm \.SSMProvider\(\)\.set$/,
        service: "ssm",
        operations: ["PutParameter"],
        input: named("Name"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/secrets \.getSecret$/,
        service: "secretsmanager",
        operations: ["GetSecretValue"],
        input: named("SecretId"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/secrets \.SecretsProvider\(\)\.get$/,
        service: "secretsmanager",
        operations: ["GetSecretValue"],
        input: named("SecretId"),
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/appconfig \.(?:getAppConfig|AppConfigProvider\(\)\.get)$/,
        service: "appconfigdata",
        operations: ["StartConfigurationSession", "GetLatestConfiguration"],
        input: none,
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/dynamodb \.DynamoDBProvider\(\)\.get$/,
        service: "dynamodb",
        operations: ["GetItem"],
        input: ofProvider,
    },
    {
        is: /^@aws-lambda-powertools\/parameters\/dynamodb \.DynamoDBProvider\(\)\.getMultiple$/,
        service: "dynamodb",
        operations: ["Query"],
        input: ofProvider,
    },
    {
        is: /^@aws-lambda-powertools\/idempotency\/dynamodb \.DynamoDBPersistenceLayer$/,
        service: "dynamodb",
        operations: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"],
        input: ([options]) => record({ TableName: prop(options, "tableName") }),
    },
    // middy.
    {
        is: /^@middy\/ssm (?:\.default)?$/,
        service: "ssm",
        operations: ["GetParameters", "GetParametersByPath"],
        input: none,
        stance: () => "unclear",
    },
    {
        is: /^@middy\/secrets-manager (?:\.default)?$/,
        service: "secretsmanager",
        operations: ["GetSecretValue"],
        input: none,
    },
    { is: /^@middy\/s3 (?:\.default)?$/, service: "s3", operations: ["GetObject"], input: none },
    { is: /^@middy\/dynamodb (?:\.default)?$/, service: "dynamodb", operations: ["GetItem"], input: none },
    {
        is: /^@middy\/appconfig (?:\.default)?$/,
        service: "appconfigdata",
        operations: ["StartConfigurationSession", "GetLatestConfiguration"],
        input: none,
    },
    { is: /^@middy\/sqs-partial-batch-failure (?:\.default)?$/, input: none },
    { is: /^@middy\/(?:sts|rds-signer|service-discovery|dsql-signer)\b/, open: OPEN.package("@middy"), input: none },
];
