/**
 * What Lambda itself does with a function's role: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html, and under "permissions" of
 * each event source's page, of destinations, dead-letter queues, file systems and VPCs.
 */
import { EventSourceMapping, LambdaFunctionEventInvokeConfig, type ResourceType } from "../../aws";
import { actionMatches, serviceOf } from "../../iam";
import type { Value } from "../../values";
import { grouped } from "../grouped";
import { functionOf } from "../invocation/functions";
import { possible } from "../link";
import { inputOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { doneByLayers } from "./known-layers";

/** What every function needs for its logs. */
export const LOGGING = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

/** Whoever writes a role gives these by their wildcards, and AWS's own policies do. */
const ALWAYS = [
    "logs:CreateLog*",
    "logs:PutLogEvents",
    "logs:DescribeLog*",
    "logs:Tag*",
    "xray:Put*",
    "xray:GetSampling*",
];
/** What keeps the state of a durable function. */
const DURABLE = ["lambda:*DurableExecution*"];

const NETWORK = [
    ...["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"],
    ...["ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses", "ec2:DescribeSubnets"],
    ...["ec2:DescribeSecurityGroups", "ec2:DescribeVpcs", "ec2:GetSecurityGroupsForVpc"],
];
const KEYS = ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"];
const SECRETS = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"];
const REGISTRY = ["glue:GetRegistry", "glue:GetSchemaVersion"];

/** By the service in the source's ARN. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
    sqs: ["sqs:ReceiveMessage", "sqs:DeleteMessage*", "sqs:GetQueue*", "sqs:ChangeMessageVisibility*"],
    kinesis: [
        ...["kinesis:DescribeStream*", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
        ...["kinesis:ListStreams", "kinesis:SubscribeToShard", "kinesis:RegisterStreamConsumer"],
    ],
    dynamodb: [
        ...["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
        "dynamodb:ListShards",
    ],
    mq: ["mq:DescribeBroker", ...SECRETS, ...NETWORK],
    rds: [
        ...["rds:DescribeDBClusters", "rds:DescribeDBClusterParameters", "rds:DescribeDBSubnetGroups"],
        ...SECRETS,
        ...NETWORK,
    ],
    kafka: ["kafka:*", "kafka-cluster:*", ...REGISTRY, ...SECRETS, ...NETWORK],
};
/** Brokers of one's own have no ARN. */
const BROKERS = [...SECRETS, ...NETWORK, ...REGISTRY];
/** By the service in the ARN of where a record goes. */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
    sqs: ["sqs:SendMessage"],
    sns: ["sns:Publish"],
    lambda: ["lambda:InvokeFunction"],
    events: ["events:PutEvents"],
    s3: ["s3:PutObject", "s3:ListBucket"],
};

/**
 * Rights that no operation of an API asks for: signed connections of drivers, mounts, requests to one's own endpoints. Code that has them opened by other
 * means cannot be told from code that has not.
 */
const WITHOUT_OPERATION =
    /^(?:rds-db|dsql|kafka-cluster|neptune-db|aoss|vpc-lattice-svcs|cassandra|ssmmessages|ec2messages):|^(?:elasticache|memorydb|iot):connect$|^iot:(?:subscribe|receive|publish|retainpublish)$|^(?:execute-api|s3files|elasticfilesystem):(?:invoke|client\w+|managedconnections)$|^es:eshttp|^appsync:graphql$|^lambda:invokefunctionurl$|^s3express:createsession$/i;

/** Is it known which operations ask for the action? */
export function isByOperation(action: string): boolean {
    return !WITHOUT_OPERATION.test(action);
}

/** What Lambda does with the role of a function for what is set there, as patterns of actions. */
export function ownDoing(stack: Stack, holder: Resource): readonly string[] {
    return stack.onceFor(ownDoing, holder, () => [...new Set(find(stack, holder))]);
}

/** Does Lambda itself do this with the role? */
export function isOwnDoing(patterns: readonly string[], action: string): boolean {
    return patterns.some((pattern) => actionMatches(pattern, action));
}

function* find(stack: Stack, holder: Resource): Iterable<string> {
    yield* ALWAYS;
    yield* doneByLayers(holder);
    const given = (path: string) => inputOf(holder, path.split(".")[0] ?? "").state !== "absent";
    if (given("vpcConfig")) yield* NETWORK;
    if (given("kmsKeyArn")) yield* KEYS;
    if (given("durableConfig")) yield* DURABLE;
    if (given("fileSystemConfig") || given("fileSystemConfigs"))
        yield* ["elasticfilesystem:*", "s3files:*", "s3:GetObject*", "ec2:DescribeAvailabilityZones"];
    yield* sent(holder, holder.root.down("deadLetterConfig.targetArn"));
    for (const mapping of naming(stack, EventSourceMapping, holder)) yield* pulled(mapping);
    for (const config of naming(stack, LambdaFunctionEventInvokeConfig, holder)) {
        for (const path of ["destinationConfig.onSuccess.destination", "destinationConfig.onFailure.destination"])
            yield* sent(config, config.root.down(path));
    }
}

/** What names functions, by each; what does not tell yet which it names, may name any. */
function naming(stack: Stack, type: ResourceType, holder: Resource): readonly Resource[] {
    const { byFunction, open } = stack.once(`${type.token} by function`, () => {
        const all = stack
            .ofType<unknown>(type)
            .map((one) => ({ one, link: functionOf(stack, one, one.root.get("functionName")) }));
        return {
            byFunction: grouped<Resource, Resource>(all.map(({ one, link }) => [one, possible(link)])),
            open: all.flatMap(({ one, link }) => (link.kind === "unknown" ? [one] : [])),
        };
    });
    return [...(byFunction.get(holder) ?? []), ...open];
}

function* pulled(mapping: Resource): Iterable<string> {
    const source = inputOf(mapping, "eventSourceArn");
    const services = servicesAt(mapping, source);
    if (source.state !== "absent")
        for (const [service, actions] of Object.entries(SOURCES)) if (services(service)) yield* actions;
    if (source.state === "absent") yield* BROKERS;
    yield* KEYS;
    yield* sent(mapping, mapping.root.down("destinationConfig.onFailure.destinationArn"));
}

function* sent(holder: Resource, destination: Value): Iterable<string> {
    if (destination.state === "absent") return;
    const services = servicesAt(holder, destination);
    for (const [service, actions] of Object.entries(DESTINATIONS)) if (services(service)) yield* actions;
    yield* KEYS;
}

/** By the service in an ARN; of what is not known yet, or no ARN, by what it is made of, and any where that does not tell. */
function servicesAt(holder: Resource, arn: Value): (service: string) => boolean {
    const named = /^arn:[^:]+:([^:]+):/.exec(arn.text() ?? "")?.[1];
    if (named !== undefined) return (service) => serviceOf(`${named}:`) === service;
    const services = sourcesOf(holder, arn.path).map(({ type }) => serviceOfModule(type.split(/[:/]/)[1] ?? ""));
    return (service) => services.length === 0 || services.some((one) => one === undefined || one === service);
}

/** Undefined for the module of what only holds an ARN: a parameter, another stack. */
function serviceOfModule(module: string): string | undefined {
    const service = MODULES[module] ?? module;
    return service in SOURCES || service in DESTINATIONS ? service : undefined;
}

/** The service of a module of the SDK that is not called as it. */
const MODULES: Readonly<Record<string, string>> = { msk: "kafka", docdb: "rds", cloudwatch: "events", amazonmq: "mq" };
