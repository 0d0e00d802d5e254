import type { Input } from "./values";

/** What a handler may choose its task by. */
export type Selector = "route" | "action" | "field";

/** The last parts of a way into the event, in lower case, that say where a request goes. */
const ROUTE = new Set([
    "httpmethod",
    "method",
    "verb",
    "routekey",
    "path",
    "rawpath",
    "resource",
    "resourcepath",
    "proxy",
    "url",
    "originalurl",
    "pathname",
    "apipath",
    "endpoint",
    "route",
]);
/** And those that say what is asked for. */
const ACTION = new Set([
    "action",
    "actionname",
    "operation",
    "operationname",
    "operationid",
    "op",
    "command",
    "commandname",
    "cmd",
    "task",
    "taskname",
    "function",
    "functionname",
    "fn",
    "func",
    "intent",
    "job",
    "jobname",
    "procedure",
    "rpc",
    "tool",
    "toolname",
    "do",
    "mode",
]);
const FIELD = new Set(["fieldname", "field", "typename", "parenttypename"]);
/** Words for kinds of things as well: only where they are followed by what is to be done do they choose a task. */
const MAYBE_ACTION = new Set(["type", "kind", "messagetype", "requesttype", "name", "event", "eventtype", "query"]);
const DOING =
    /^(?:create|add|insert|get|fetch|read|find|list|search|scan|update|change|edit|modify|set|put|patch|delete|remove|drop|send|cancel|approve|reject|start|stop|pause|resume|process|generate|import|export|sync|upload|download|login|logout|register|publish|archive|restore|refund|charge|ship)(?=$|[A-Z_\-.:\s])/i;

/**
 * Protocols with fixed verbs, which one function has to answer: a custom resource's, a rotation's, streams, buckets' events, user pools' triggers.
 * And what only varies an answer.
 */
const NONE = [
    /(?:^|\.)RequestType$/,
    /(?:^|\.)ResourceType$/,
    /(?:^|\.)Step$/,
    /(?:^|\.)triggerSource$/,
    /(?:^|\.)eventName$/,
    /(?:^|\.)eventSource$/i,
    /(?:^|\.)detail-type$/,
    /(?:^|\.)(?:headers|multiValueHeaders|cookies|stageVariables|selectionSetList|claims|authorizer|identity)(?:\.|$)/,
    /^requestContext\.(?:eventType|stage|messageDirection|connectionId)$/,
    /(?:^|\.)cf\.(?:request|response|config)\b/,
];

/** By what does it choose? Undefined for what no task is chosen by. */
export function selectorOf(input: Input): Selector | undefined {
    const kinds = input.paths.map(kindOf);
    return kinds.find((kind) => kind === "route") ?? kinds.find((kind) => kind !== undefined);
}

function kindOf(path: string): Selector | undefined {
    if (NONE.some((one) => one.test(path))) return undefined;
    const parts = path.toLowerCase().split(".");
    const last = parts.at(-1) ?? "";
    const isRecord = parts.includes("records");
    const isQuery = parts.some((part) => /^(?:multivalue)?querystringparameters$|^query$|^searchparams$/.test(part));
    if (FIELD.has(last)) return isQuery ? undefined : "field";
    if (ROUTE.has(last) && !isRecord && !isQuery)
        return parts.includes("body") && last !== "method" ? undefined : "route";
    if (ACTION.has(last)) return last === "mode" ? undefined : "action";
    if (last === "name" && parts.at(-2) === "intent") return "action";
    return MAYBE_ACTION.has(last) && !isQuery && last !== "query" ? "action" : undefined;
}

/** Is the path's last word one that alone does not say whether a task is chosen? Then its values have to be what is done. */
export function needsVerbs(input: Input): boolean {
    return input.paths.every((path) => {
        const parts = path.toLowerCase().split(".");
        const last = parts.at(-1) ?? "";
        return MAYBE_ACTION.has(last) && parts.at(-2) !== "intent";
    });
}

export function saysWhatToDo(label: string): boolean {
    return DOING.test(label);
}
