import { OPEN } from "../../calls";
import type { AwsObjects } from "./aws";
import type { Core, Place } from "./core";
import { OF_DATA } from "./flow";
import { parametersOf } from "./parameters";
import { type Arguments, allOf, type Box, given, NO_ARGUMENTS, NONE, union, type Value } from "./values";

/** What a function of Powertools asks: of which service, which operations, and where it takes their parameters. */
interface Row {
    readonly service: string;
    readonly operations: readonly string[];
    /** Asked in some cases only. */
    readonly perhaps?: readonly string[];
    /** AWS's parameter by the names of the function's own; the first by its place. */
    readonly parameters: Readonly<Record<string, readonly [place: number, name: string]>>;
}

const CONFIGURATION: Row = {
    service: "appconfigdata",
    operations: ["StartConfigurationSession", "GetLatestConfiguration"],
    parameters: {
        ConfigurationProfileIdentifier: [0, "name"],
        EnvironmentIdentifier: [1, "environment"],
        ApplicationIdentifier: [2, "application"],
    },
};
const PARAMETER: Row = { service: "ssm", operations: ["GetParameter"], parameters: { Name: [0, "name"] } };
const PARAMETERS: Row = { service: "ssm", operations: ["GetParametersByPath"], parameters: { Path: [0, "path"] } };
const BY_NAME: Row = {
    service: "ssm",
    operations: ["GetParameters"],
    perhaps: ["GetParameter"],
    parameters: { Names: [0, "parameters"] },
};
const SECRET: Row = {
    service: "secretsmanager",
    operations: ["GetSecretValue"],
    parameters: { SecretId: [0, "name"] },
};
const SET_PARAMETER: Row = { service: "ssm", operations: ["PutParameter"], parameters: { Name: [0, "name"] } };
const SET_SECRET: Row = {
    service: "secretsmanager",
    operations: ["PutSecretValue"],
    perhaps: ["CreateSecret"],
    parameters: { SecretId: [0, "name"] },
};

/** Sources: https://docs.aws.amazon.com/powertools/python/latest/utilities/parameters/ and the pages beside it. */
const FUNCTIONS: readonly (readonly [RegExp, Row])[] = [
    [/\.(?:get_parameter)$/, PARAMETER],
    [/\.get_parameters$/, PARAMETERS],
    [/\.get_parameters_by_name$/, BY_NAME],
    [/\.get_secret$/, SECRET],
    [/\.set_parameter$/, SET_PARAMETER],
    [/\.set_secret$/, SET_SECRET],
    [/\.get_app_config$/, CONFIGURATION],
    [/\.SSMProvider\(\)\.(?:get|_get)$/, PARAMETER],
    [/\.SSMProvider\(\)\.get_multiple$/, PARAMETERS],
    [/\.SSMProvider\(\)\.get_parameters_by_name$/, BY_NAME],
    [/\.SSMProvider\(\)\.set$/, SET_PARAMETER],
    [/\.SecretsProvider\(\)\.get$/, SECRET],
    [/\.SecretsProvider\(\)\.set$/, SET_SECRET],
    [
        /\.SecretCache\(\)\.get_secret_(?:string|binary)$/,
        { ...SECRET, operations: ["DescribeSecret", "GetSecretValue"], parameters: { SecretId: [0, "secret_id"] } },
    ],
    [
        /\.AppConfigProvider\(\)\.(?:get|get_multiple)$/,
        { ...CONFIGURATION, parameters: { ConfigurationProfileIdentifier: [0, "name"] } },
    ],
    [
        /\.(?:AppConfigStore|AppConfigProvider)$/,
        {
            ...CONFIGURATION,
            parameters: {
                EnvironmentIdentifier: [0, "environment"],
                ApplicationIdentifier: [1, "application"],
                ConfigurationProfileIdentifier: [2, "name"],
            },
        },
    ],
    [
        /\.(?:DynamoDBPersistenceLayer|DynamoDBPersistenceLayer\.__init__)$/,
        {
            service: "dynamodb",
            operations: ["PutItem", "UpdateItem"],
            perhaps: ["GetItem", "DeleteItem"],
            parameters: { TableName: [0, "table_name"] },
        },
    ],
    [
        /\.AWSEncryptionSDKProvider$/,
        { service: "kms", operations: ["GenerateDataKey", "Decrypt"], parameters: { KeyId: [0, "keys"] } },
    ],
    [
        /\.S3Object$/,
        {
            service: "s3",
            operations: ["GetObject"],
            perhaps: ["HeadObject"],
            parameters: { Bucket: [0, "bucket"], Key: [1, "key"], VersionId: [2, "version_id"] },
        },
    ],
];

/** What Powertools asks of AWS where this of it is called; undefined where it gives an object that is asked later. */
export function powertools(
    path: string,
    args: Arguments,
    place: Place,
    core: Core,
    aws: AwsObjects,
    box: Box | undefined,
): Value | undefined {
    if (/^aws_secretsmanager_caching\.(?:\w+\.)?Inject/.test(path))
        core.open(OPEN.package("aws_secretsmanager_caching"));
    if (/\.DynamoDBProvider$/.test(path)) {
        const provider = core.box(place, "made", `${path}()`);
        core.flow.write(core.slot(provider, "table_name"), given(args, 0, "table_name"));
        return undefined;
    }
    const handed = union(core.deep(allOf(args)), box === undefined ? NONE : core.deep(core.all(box)));
    const table = /\.DynamoDBProvider\(\)\.(get|get_multiple)$/.exec(path)?.[1];
    if (table !== undefined && box !== undefined) {
        const named = new Map([["TableName", core.flow.read(core.slot(box, "table_name"))]]);
        const row = { service: "dynamodb", operations: [table === "get" ? "GetItem" : "Query"], parameters: {} };
        asks(row, { ...NO_ARGUMENTS, named }, handed, place, core, aws);
        return OF_DATA;
    }
    const row = FUNCTIONS.find(([pattern]) => pattern.test(path))?.[1];
    if (row === undefined) return undefined;
    const named = new Map<string, Value>();
    for (const [name, [at, own]] of Object.entries(row.parameters)) {
        const value = given(args, at, own);
        if (value.size > 0) named.set(name, value);
    }
    asks(row, { ...NO_ARGUMENTS, named, open: args.open }, handed, place, core, aws);
    return /\.[A-Z]\w+$/.test(path) ? undefined : OF_DATA;
}

/** `handed`: what was given beside, a session or a client among it. */
function asks(row: Row, args: Arguments, handed: Value, place: Place, core: Core, aws: AwsObjects): void {
    const sessions = new Set([...handed].filter(({ is }) => is === "session"));
    const clients = [...handed].flatMap((atom) => {
        const client = atom.is === "client" ? atom : atom.is === "object" ? atom.client : undefined;
        return client?.service === row.service ? [client] : [];
    });
    const parameters = parametersOf(args, core);
    for (const client of clients.length > 0 ? clients : [aws.plain(row.service, sessions, place)]) {
        for (const operation of row.operations) core.asks(client, operation, { parameters, only: true }, place);
        for (const operation of row.perhaps ?? []) core.asks(client, operation, { parameters, only: false }, place);
    }
}
