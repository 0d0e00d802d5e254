import { isAside as isAsideMethod, type Kind, kindOf as kindOfWay, needsVerbs, saysWhatToDo } from "../asked";
import type { Asked, Label, Sequence, Value } from "./values";

/** By what this part of an event tells requests apart; undefined where it tells something else of a request. */
export function kindOf({ path }: Asked): Kind | undefined {
    return kindOfWay(path);
}

/** A label for each of these values of what was asked; undefined where what was asked tells no tasks apart. */
export function labels(asked: Value, wanted: readonly string[]): readonly Label[] | undefined {
    if (asked.is !== "asked") return undefined;
    const kind = kindOf(asked);
    if (kind === undefined) return undefined;
    const telling = needsVerbs(asked.path) ? wanted.filter(saysWhatToDo) : wanted;
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

/** Nothing is done for it that a program would call its own. */
export function isAside({ method, route }: Label): boolean {
    return isAsideMethod(method ?? route?.split(" ")[0] ?? "");
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
