/**
 * By what a request is told from others, in either language. `method` and `path` of HTTP, `route` as API Gateway names both, `field` of GraphQL,
 * `action` of the program's own.
 */
export type Kind = "method" | "path" | "route" | "field" | "action";

/** What of an event, by its last name, tells one request from another; letters only, in lower case. */
const NAMES: Readonly<Record<Kind, readonly string[]>> = {
    method: ["httpmethod", "method", "requestmethod", "verb"],
    path: [
        ...["path", "rawpath", "resourcepath", "apipath", "requestpath", "pathinfo", "uritemplate", "urlpath"],
        ...["url", "originalurl", "pathname"],
    ],
    route: ["routekey", "route"],
    field: ["fieldname", "parenttypename", "typename"],
    action: [
        ...["action", "actionname", "actiontype", "operation", "operationname", "operationid", "op", "command"],
        ...["commandname", "cmd", "task", "taskname", "function", "functionname", "fn", "func", "endpoint", "job"],
        ...["jobname", "procedure", "rpc", "tool", "toolname", "intent", "do"],
    ],
};
const KINDS = new Map(Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind])));

/** Names of kinds of things as well: only where they are followed by what is to be done do they tell tasks apart. */
const MAYBE = new Set(["type", "kind", "messagetype", "eventtype", "requesttype", "event", "name"]);
const DOING =
    /^(?:create|add|insert|get|fetch|read|find|list|search|scan|update|change|edit|modify|set|put|patch|delete|remove|drop|send|cancel|approve|reject|start|stop|pause|resume|process|generate|import|export|sync|upload|download|login|logout|register|publish|archive|restore|refund|charge|ship)(?=$|[A-Z_\-.:\s])/i;

/** Parts of an event that are AWS's own protocols with fixed verbs, and what only varies an answer. */
const OTHERS = new Set([
    ...["cf", "dynamodb", "s3", "kinesis", "resourceproperties", "headers", "multivalueheaders", "cookies"],
    ...["stagevariables", "selectionsetlist", "claims", "authorizer", "identity"],
]);
/** A custom resource's verbs, by its own spelling. */
const FIXED = new Set(["RequestType", "ResourceType"]);
/** What a connection does, not what it asks for. */
const CONNECTION = /^requestcontext (?:eventtype|stage|messagedirection|connectionid)$/;

function plain(way: readonly string[]): readonly string[] {
    return way.map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
}

/** By what the part of an event to which this way leads tells requests apart; undefined where it tells something else of a request. */
export function kindOf(way: readonly string[]): Kind | undefined {
    const names = plain(way);
    const [last, above] = [names.at(-1) ?? "", names.at(-2) ?? ""];
    if (names.some((name) => OTHERS.has(name)) || CONNECTION.test(names.join(" "))) return undefined;
    if (FIXED.has(way.at(-1) ?? "")) return undefined;
    if (last === "resource" && (names.length === 1 || above === "requestcontext")) return "path";
    if (last === "proxy" && above === "pathparameters") return "path";
    if (last === "field" && (names.length === 1 || above === "info" || above === "arguments")) return "field";
    if (last === "name" && above === "intent") return "action";
    const kind = KINDS.get(last) ?? (MAYBE.has(last) ? "action" : undefined);
    const isQuery = names.some((name) =>
        /^(multivalue)?querystringparameters$|^args$|^queryparams$|^query$|^searchparams$/.test(name),
    );
    if (isQuery) return kind === "action" && !MAYBE.has(last) ? kind : undefined;
    if (kind === "path" && (names.includes("records") || names.includes("body"))) return undefined;
    return kind;
}

/** Is its last name one that alone does not say whether it tells tasks apart? Then its values have to be what is done. */
export function needsVerbs(way: readonly string[]): boolean {
    const names = plain(way);
    return MAYBE.has(names.at(-1) ?? "") && names.at(-2) !== "intent";
}

/** Is this what is to be done: `createOrder`? */
export function saysWhatToDo(value: string): boolean {
    return DOING.test(value);
}

/** Nothing is done for it that a program would call its own: a preflight, or what accompanies `GET`. */
export function isAside(method: string): boolean {
    return method === "OPTIONS" || method === "HEAD";
}
