/** Whether what one grant is about lies within what another one is about. Conditions and effects aside. */
import type { Atom, AtomResource } from "./atom";
import { includersOf } from "./everybody";
import { includes, meet } from "./patterns";

export function isWithin(one: Atom, other: Atom): boolean {
    const isWho = one.edge ? includersOf(one.identity).includes(other.identity) : one.identity === other.identity;
    if (!isWho || !isAboutWithin(one, other)) return false;
    const { limit } = other;
    return !limit || isAboutWithin(one, limit) || (one.limit !== undefined && isAboutWithin(one.limit, limit));
}

type About = Pick<Atom, "actions" | "isNot" | "resource">;

function isAboutWithin(one: About, other: About): boolean {
    return areActionsWithin(one, other) && isResourceWithin(one.resource, other.resource);
}

export function areActionsWithin(one: About, other: About): boolean {
    if (other.isNot) {
        // All but some: nothing of those may be among what the other grants.
        if (one.isNot) return other.actions.every((left) => one.actions.some((own) => includes(own, left)));
        return one.actions.every((own) => !other.actions.some((left) => meet(left, own)));
    }
    if (one.isNot) return other.actions.some((action) => action === "*");
    return one.actions.every((own) => other.actions.some((action) => includes(action, own)));
}

export function isResourceWithin(one: AtomResource, other: AtomResource): boolean {
    const isLeftOut = (left: AtomResource) => one.except.some((own) => isNamedWithin(left, own));
    return isNamedWithin(one, other) && other.except.every((left) => isLeftOut(left) || !mayMeet(one, left));
}

/** What is left out aside. */
function isNamedWithin(one: AtomResource, other: AtomResource): boolean {
    if (isOneWithin(one, other)) return true;
    if (one.renamed && isOneWithin(one.renamed, other)) return true;
    return other.renamed !== undefined && isOneWithin(one, other.renamed);
}

function isOneWithin(one: AtomResource, other: AtomResource): boolean {
    if (other.pattern === "*" && other.part === "") return true;
    if (one.pattern !== undefined && other.pattern !== undefined)
        return includes(other.pattern + other.part, one.pattern + one.part);
    if (one.node === undefined) return false;
    const isPart = one.part === other.part || (other.part !== "" && includes(other.part, one.part));
    // A node with a pattern stands for less than the node, unless it covers all that it is.
    if (one.node === other.node) return isPart && (other.pattern === undefined || one.pattern === other.pattern);
    return one.pattern === undefined && other.covers.includes(one.node) && (other.part === "" || isPart);
}

/** Is there a request that both are about? */
export function overlap(one: Atom, other: Atom): boolean {
    if (one.identity !== other.identity) return false;
    const isSome = (a: Atom, b: Atom) => !a.isNot && a.actions.some((own) => b.actions.some((two) => meet(own, two)));
    const areActions =
        one.isNot || other.isNot ? !(areOnlyExcepted(one, other) || areOnlyExcepted(other, one)) : isSome(one, other);
    const [a, b] = [one.resource, other.resource];
    const isLeftOut = [...a.except.map((left) => [b, left] as const), ...b.except.map((left) => [a, left] as const)];
    return areActions && mayMeet(a, b) && !isLeftOut.some(([all, left]) => isNamedWithin(all, left));
}

function mayMeet(a: AtomResource, b: AtomResource): boolean {
    if (isNamedWithin(a, b) || isNamedWithin(b, a)) return true;
    if (a.pattern !== undefined && b.pattern !== undefined) return meet(a.pattern + a.part, b.pattern + b.part);
    if (a.node !== undefined && a.node === b.node) return meet(a.part, b.part);
    if (a.covers.includes(b.node ?? "") || b.covers.includes(a.node ?? "")) return true;
    return a.covers.some((node) => node === b.node || b.covers.includes(node));
}

/** Is every action of `one` among those that `other` excepts? */
function areOnlyExcepted(one: Atom, other: Atom): boolean {
    return other.isNot && !one.isNot && one.actions.every((own) => other.actions.some((left) => includes(left, own)));
}
