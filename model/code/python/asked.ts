import type { Asked, Kind, Label, Sequence, Value } from "./values";

/** What of an event, by its last name, tells one request from another; letters only, in lower case. */
const NAMES: Readonly<Record<Kind, readonly string[]>> = {
    method: ["httpmethod", "method", "requestmethod", "verb"],
    path: ["path", "rawpath", "resourcepath", "apipath", "requestpath", "pathinfo", "uritemplate", "urlpath"],
    route: ["routekey", "route"],
    field: ["fieldname", "parenttypename", "typename"],
    action: [
        ...["action", "actionname", "actiontype", "operation", "operationname", "operationid", "op", "command"],
        ...["commandname", "cmd", "task", "taskname", "function", "functionname", "func", "endpoint", "job", "jobname"],
        ...["procedure", "rpc", "tool", "toolname"],
    ],
};
const KINDS = new Map(Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind])));

/** Names of kinds of things as well: only where they are followed by what is to be done do they tell tasks apart. */
const MAYBE = new Set(["type", "kind", "messagetype", "eventtype", "event", "name"]);
const DOING =
    /^(?:create|add|insert|get|fetch|read|find|list|search|scan|update|change|edit|modify|set|put|patch|delete|remove|drop|send|cancel|approve|reject|start|stop|pause|resume|process|generate|import|export|sync|upload|download|login|logout|register|publish|archive|restore|refund|charge|ship)(?=$|[A-Z_\-.:\s])/i;

/** Parts of an event that are AWS's own protocols with fixed verbs, and what only varies an answer. */
const OTHERS = new Set([
    ...["cf", "dynamodb", "s3", "kinesis", "resourceproperties", "headers", "multivalueheaders", "cookies"],
    ...["stagevariables", "selectionsetlist", "claims", "authorizer", "identity"],
]);

function namesOf(asked: Asked): readonly string[] {
    return asked.path.map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
}

/** By what this part of an event tells requests apart; undefined where it tells something else of a request. */
export function kindOf(asked: Asked): Kind | undefined {
    const names = namesOf(asked);
    const [last, above] = [names.at(-1) ?? "", names.at(-2) ?? ""];
    if (names.some((name) => OTHERS.has(name))) return undefined;
    if (last === "resource" && (names.length === 1 || above === "requestcontext")) return "path";
    if (last === "proxy" && above === "pathparameters") return "path";
    if (last === "field" && (names.length === 1 || above === "info" || above === "arguments")) return "field";
    if (last === "name" && above === "intent") return "action";
    const kind = KINDS.get(last) ?? (MAYBE.has(last) ? "action" : undefined);
    const isQuery = names.some((name) => /^(multivalue)?querystringparameters$|^args$|^queryparams$/.test(name));
    if (isQuery) return kind === "action" && !MAYBE.has(last) ? kind : undefined;
    if (kind === "path" && (names.includes("records") || names.includes("body"))) return undefined;
    return kind;
}

/** A label for each of these values of what was asked; undefined where what was asked tells no tasks apart. */
export function labels(asked: Value, wanted: readonly string[]): readonly Label[] | undefined {
    if (asked.is !== "asked") return undefined;
    const kind = kindOf(asked);
    if (kind === undefined) return undefined;
    const isMaybe = MAYBE.has(namesOf(asked).at(-1) ?? "") && asked.path.at(-2)?.toLowerCase() !== "intent";
    const telling = isMaybe ? wanted.filter((one) => DOING.test(one)) : wanted;
    return telling.length === 0 ? undefined : telling.map((one) => ({ [kind]: shown(one, kind) }));
}

function shown(wanted: string, kind: Kind): string {
    return kind === "method" ? wanted.toUpperCase() : wanted;
}

/** `(method, path)` against `("GET", "/orders")`; what is no question of its own is left out. */
export function pairLabel(asked: Sequence, wanted: Sequence): Label | undefined {
    const found: Record<string, string> = {};
    for (const [at, one] of asked.items.entries()) {
        const value = wanted.items[at];
        const [label] = value?.is === "text" ? (labels(one, [value.text]) ?? []) : [];
        Object.assign(found, label);
    }
    return Object.keys(found).length === 0 ? undefined : found;
}

/** How a message names it. */
export function labelName(label: Label): string {
    return [label.route, label.method, label.path, label.field, label.action].filter(Boolean).join(" ");
}

/** Nothing is done for it that a program would call its own: a preflight, or what accompanies `GET`. */
export function isAside({ method, route }: Label): boolean {
    const verb = method ?? route?.split(" ")[0];
    return verb === "OPTIONS" || verb === "HEAD";
}

/** Both: an inner question narrows an outer one. */
export function joined(outer: Label, inner: Label): Label {
    const found: Partial<Record<Kind, string>> = { ...outer };
    for (const [name, value] of Object.entries(inner)) {
        const kind = name as Kind;
        const before = found[kind];
        found[kind] = before === undefined || before === value || kind === "method" ? value : `${before} ${value}`;
    }
    return found;
}

const MOST_LABELS = 64;

/** Every pairing of what two conditions ask for. */
export function crossed(left: readonly Label[], right: readonly Label[]): readonly Label[] {
    return left.flatMap((one) => right.map((other) => joined(one, other))).slice(0, MOST_LABELS);
}
