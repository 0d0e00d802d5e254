/** Who calls, triggers, assumes or connects to what by one drawing and not by the other. */

import { type Bound, isHeldTo, loosenings, unmet } from "./conditions";
import type { DrawnEdge } from "./drawing";
import { includersOf } from "./everybody";
import type { CallerChange } from "./model";
import { comparedNode, isSameText, type View } from "./view";

export interface FoundCaller {
    readonly change: Omit<CallerChange, "location" | "opens">;
    readonly edge: DrawnEdge;
}

export interface FoundCallers {
    readonly callers: readonly FoundCaller[];
    /** Those that depend on what is not known. */
    readonly undecided: readonly DrawnEdge[];
}

type CallerKind = CallerChange["kind"];

export function isCaller({ kind }: DrawnEdge): boolean {
    return kind !== "may" && kind !== "passes";
}

/** The edges of `own` that `other` has not, or not as open. */
export function newCallers(own: View, other: View): FoundCallers {
    const there = new Map<string, DrawnEdge[]>();
    for (const edge of other.drawing.edges.filter(isCaller)) {
        const key = endsKey(edge, other);
        there.set(key, [...(there.get(key) ?? []), edge]);
    }
    const callers: FoundCaller[] = [];
    const undecided: DrawnEdge[] = [];
    for (const edge of own.drawing.edges.filter(isCaller)) {
        // What is so whatever is deployed, such as that anybody may have a rule of EventBridge's.
        if (edge.via.length === 0 && own.nodeOf(edge.to)?.urn === undefined) continue;
        // What runs under a role that is new too, the role's grants tell.
        if (edge.kind === "runs-as" && !own.isShared(edge.to)) continue;
        const others = [...(there.get(endsKey(edge, own)) ?? []), ...openOnes(edge, own, there)];
        for (const [change, labels] of changesOf(edge, others, own, other)) {
            const part = { ...edge, ...(labels.length > 0 && { label: labels.join(", ") }) };
            if (edge.awaits) undecided.push(part);
            else callers.push({ edge, change: foundChange(part, change, others, own, other) });
        }
    }
    const told = new Set(callers.filter(({ change }) => change.closes !== undefined).map(({ edge }) => edge.to));
    return { callers: callers.filter(({ edge }) => !isBehindDoor(edge, told, own)), undecided };
}

/** Does another line tell of it already: the one that leads to the door? A door is no resource itself, such as a direct call or an SSH key. */
function isBehindDoor({ from, closes }: DrawnEdge, told: ReadonlySet<string>, own: View): boolean {
    const door = own.nodeOf(from);
    const isDoor = door !== undefined && door.urn === undefined && !door.isOutside && !own.isShared(from);
    return isDoor && closes === undefined && told.has(from);
}

/** Where everybody is let in, so is he. */
function openOnes(edge: DrawnEdge, own: View, there: ReadonlyMap<string, readonly DrawnEdge[]>): readonly DrawnEdge[] {
    const from = own.idOf(edge.from);
    const keys = includersOf(from)
        .filter((id) => id !== from)
        .map((id) => keyOf(edge.kind, id, own.idOf(edge.to)));
    return keys.flatMap((key) => there.get(key) ?? []).filter(({ isOpen }) => isOpen);
}

type Change = CallerChange["change"];

/** What differs, with the labels of which that is so: a line may stand for several routes, and each is looked for by itself. */
function changesOf(
    edge: DrawnEdge,
    others: readonly DrawnEdge[],
    own: View,
    other: View,
): ReadonlyMap<Change, string[]> {
    const found = new Map<Change, string[]>();
    for (const label of labelsOf(edge)) {
        const same = others.filter((one) => labelsOf(one).some((text) => isSameText(text, other, label, own)));
        const change = changeFrom(same, edge, own, other);
        if (change !== undefined) found.set(change, [...(found.get(change) ?? []), ...(label === "" ? [] : [label])]);
    }
    return found;
}

function labelsOf({ label = "" }: DrawnEdge): readonly string[] {
    return label.split(", ");
}

/** By kind and ends, in terms of both drawings. */
export function endsKey({ kind, from, to }: Pick<DrawnEdge, "from" | "kind" | "to">, view: View): string {
    return keyOf(kind, view.idOf(from), view.idOf(to));
}

function keyOf(kind: string, from: string, to: string): string {
    return JSON.stringify([kind, from, to]);
}

/** What is different; undefined where one of those that the other drawing has is as open. */
function changeFrom(same: readonly DrawnEdge[], edge: DrawnEdge, own: View, other: View): Change | undefined {
    if (same.length === 0) return "new";
    const isNoMoreOpen = (one: DrawnEdge) => one.isOpen === true || edge.isOpen !== true;
    const asksTheSame = (one: DrawnEdge) =>
        one.isOpen === true ||
        one.guard === undefined ||
        (edge.guard !== undefined && isSameText(one.guard, other, edge.guard, own));
    const isAsCertain = (one: DrawnEdge) => one.awaits === undefined || edge.awaits !== undefined;
    const alike = same.filter((one) => isNoMoreOpen(one) && asksTheSame(one));
    if (alike.some(isAsCertain)) return looserThan(alike, edge, own, other)?.change;
    if (alike.length > 0) return "certain";
    return edge.isOpen === true || edge.guard === undefined ? "opened" : "guard";
}

type Loosening = ReturnType<typeof loosenings> & { readonly change: "guard" | "opened" };

/** What its conditions no longer hold back, by the nearest of those that ask the same; undefined where they hold back as much. */
function looserThan(same: readonly DrawnEdge[], edge: DrawnEdge, own: View, other: View): Loosening | undefined {
    const theirs = same.flatMap((one) => boundsOf(one, other));
    for (const bounds of boundsOf(edge, own)) {
        if (theirs.some((one) => isHeldTo(bounds, one))) continue;
        const [nearest = []] = [...theirs].sort((a, b) => unmet(bounds, a).length - unmet(bounds, b).length);
        const found = loosenings(bounds, nearest);
        return { ...found, change: found.dropped.length > 0 ? "opened" : "guard" };
    }
    return undefined;
}

/** Sets of conditions, each of which is enough; what is open is held to nothing that matters. */
function boundsOf({ bounds, isOpen }: DrawnEdge, view: View): readonly (readonly Bound[])[] {
    return isOpen || !bounds ? [[]] : bounds.map((number) => view.boundsOf(number, []));
}

function foundChange(
    edge: DrawnEdge,
    change: Change,
    same: readonly DrawnEdge[],
    own: View,
    other: View,
): FoundCaller["change"] {
    const { from, to, kind, says, label, guard, isOpen, closes, isQuiet, via } = edge;
    const asked = change === "new" ? undefined : same.find((one) => one.guard !== undefined)?.guard;
    // What asks the same, by other values.
    const isSame = asked === undefined || guard === undefined ? asked === guard : isSameText(asked, other, guard, own);
    const isLooser = isSame && (change === "opened" || change === "guard");
    const looser = isLooser ? looserThan(same, edge, own, other) : undefined;
    return {
        from: comparedNode(from, own),
        to: comparedNode(to, own),
        kind: kind as CallerKind,
        change,
        says,
        ...(label !== undefined && { label }),
        ...(guard !== undefined && { guard }),
        ...(change !== "certain" && asked !== undefined && !isSame && { guardBefore: asked }),
        ...(looser && looser.values.length > 0 && { values: looser.values }),
        ...(looser && looser.dropped.length > 0 && { dropped: looser.dropped }),
        ...(isOpen && { isOpen }),
        ...(closes !== undefined && { closes }),
        ...(isQuiet && { isQuiet }),
        via,
    };
}
