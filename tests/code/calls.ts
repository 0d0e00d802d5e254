import { type Calls, OPEN, type Said, type ServiceCall } from "../../model/code/calls";
import { Budget } from "../../model/code/code";
import { pythonCalls } from "../../model/code/python/calls";
import { sdkNames } from "../../model/graph/code/sdk-names";
import { filesOf, type Given, type Program } from "./python";

export function callsOf(
    program: Program,
    { handler = "app.handler", variables = {}, budget = new Budget() }: Given = {},
): Calls {
    const entry = { handler, runtime: "python3.13", variables: new Map(Object.entries(variables)), enough: 3 };
    return pythonCalls(filesOf(program), entry, budget, sdkNames);
}

/** Parameters that name resources; others only lengthen a table. */
const NAMES =
    /^(?:TableName|Bucket|CopySource|QueueUrl|QueueName|TopicArn|FunctionName|SecretId|Name|Names|Path|KeyId|RequestItems\{\}|Entries\[\]\.EventBusName|TransactItems\[\]\.\w+\.TableName|stateMachineArn|StreamName|UserPoolId|modelId|ApplicationIdentifier|ConnectionId|AlarmNames|InstanceIds)$/;
/** What moving an object may call besides. */
const PARTS = /^(?:CreateMultipartUpload|UploadPart|UploadPartCopy|CompleteMultipartUpload|AbortMultipartUpload)$/;

/** `dynamodb:GetItem TableName=$TABLE`; `?` behind what is not certain, `-` before a reason. */
export function shown(calls: Calls): readonly string[] {
    const all = calls.calls.filter(({ operation, certain }) => certain || !PARTS.test(operation)).map(call);
    return [...new Set(all), ...calls.open.map((reason) => `- ${KEYS.get(reason) ?? reason}`)].sort();
}

const KEYS: ReadonlyMap<string, string> = new Map(
    Object.entries(OPEN).flatMap(([key, reason]) => (typeof reason === "string" ? [[reason, key]] : [])),
);

function call({ service, operation, parameters, certain }: ServiceCall): string {
    const named = [...(parameters ?? [["?", { is: "run-time" }] as const])]
        .filter(([name]) => name === "?" || NAMES.test(name))
        .map(([name, value]) => (name === "?" ? "(?)" : `${name}=${said(value)}`))
        .sort();
    return [`${service}:${operation}${certain ? "" : "?"}`, ...named].join(" ");
}

function said(value: Said): string {
    switch (value.is) {
        case "text":
            return value.text;
        case "variable":
            return `$${value.name}`;
        case "joined":
            return value.parts.map(said).join("");
        case "either":
            return `(${value.of.map(said).sort().join("|")})`;
        case "run-time":
            return "*";
    }
}
