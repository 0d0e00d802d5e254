import type { Asked, Kind, Label, Sequence, Value } from "./values";

/** What of an event, by its last name, tells one request from another; letters only, in lower case. */
const KINDS: Readonly<Record<string, Kind>> = {
    httpmethod: "method",
    method: "method",
    requestmethod: "method",
    path: "path",
    rawpath: "path",
    resourcepath: "path",
    apipath: "path",
    requestpath: "path",
    pathinfo: "path",
    uritemplate: "path",
    routekey: "route",
    route: "route",
    fieldname: "field",
    parenttypename: "field",
    typename: "field",
    action: "action",
    actionname: "action",
    actiontype: "action",
    operation: "action",
    operationname: "action",
    op: "action",
    command: "action",
    cmd: "action",
    task: "action",
    taskname: "action",
    function: "action",
    functionname: "action",
    endpoint: "action",
    xamztarget: "action",
};

/** Parts of an event that are AWS's own protocols, whose verbs are fixed. */
const PROTOCOLS = new Set(["cf", "dynamodb", "s3", "kinesis", "responseurl", "resourceproperties"]);

/** By what this part of an event tells requests apart; undefined where it tells something else of a request. */
export function kindOf(asked: Asked): Kind | undefined {
    const names = asked.path.map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
    const last = names.at(-1) ?? "";
    if (names.some((name) => PROTOCOLS.has(name))) return undefined;
    const above = names.at(-2) ?? "";
    if (last === "resource" && (names.length === 1 || above === "requestcontext")) return "path";
    if (last === "proxy" && above === "pathparameters") return "path";
    if (last === "field" && (names.length === 1 || above === "info" || above === "arguments")) return "field";
    return KINDS[last];
}

/** A label for each of these values of what was asked; undefined where what was asked tells no tasks apart. */
export function labels(asked: Value, wanted: readonly string[]): readonly Label[] | undefined {
    if (asked.is !== "asked") return undefined;
    const kind = kindOf(asked);
    if (kind === undefined) return undefined;
    return wanted.map((one) => ({ [kind]: shown(one, kind) }));
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
