import { isSecretAsMarked, isSecretName, namesIdentifier } from "../../secrets";
import { type Answer, answer, propertyOf, undecided, type Value } from "../../values";
import { type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { secretTextsOf } from "./held";
import { givesNames, idlyMarked, isStore, type Origin, originOf } from "./origins";

/** Is the value at a place a secret by where it came from, whatever it looks like? */
export interface Provenance {
    readonly is: Answer;
    /** Words that end "holds …". */
    readonly what: string;
}

export const MARKED = "a value that this program marks secret, in plain text";

/**
 * Where a value came from, by the program's marks and by the engine's dependencies. Those are kept for a property as a whole, and an
 * SDK leaves out the mark of what a preview does not know: so of an unknown its name tells what it is, or that it is the only unknown there.
 */
export function provenanceOf(resource: Resource, name: string, at: Value): Provenance {
    const sources = sourcesOf(resource, at.path).map((other) => ({ resource: other, origin: originOf(other) }));
    return at.state === "unknown" ? ofUnknown(resource, sources, name, at) : ofText(sources, at, at.text() ?? "");
}

/** Can that tell anything: is something in the value marked or not known yet, or did a secret that another resource has go into the property? */
export function hasProvenance(stack: Stack, resource: Resource, at: Value): boolean {
    if (isOpenInside(at)) return true;
    return stack.once(hasOrigins, hasOrigins) && sourcesOf(resource, at.path).some(isOrigin);
}

/** Of a stack that has none, nobody need look what went into a property. */
function hasOrigins(stack: Stack): boolean {
    return stack.resources.some(isOrigin);
}

function isOrigin(resource: Resource): boolean {
    return originOf(resource) !== undefined;
}

/** Does a secret that another resource of the stack makes or holds go into this property? */
export function holdsSecretOf(resource: Resource, name: string, property: string): Answer {
    const value = resource.root.get(property);
    return value.state === "absent" ? answer(false) : provenanceOf(resource, name, value).is;
}

interface Source {
    readonly resource: Resource;
    readonly origin: Origin | undefined;
}

function ofText(sources: readonly Source[], at: Value, text: string): Provenance {
    const plain = `${text}\n${decoded(text)}`;
    const held = sources.find(({ resource, origin }) =>
        origin?.outputs.some((output) => secretTextsOf(resource, output).some((secret) => plain.includes(secret))),
    );
    if (held) return { is: answer(true), what: madeBy(held) };
    const idle = sources.some(({ resource }) =>
        idlyMarked(resource).some((output) => plain.includes(resource.root.get(output).text() || "\0")),
    );
    return { is: answer(at.secret && !idle && isSecretAsMarked(text)), what: MARKED };
}

/** The secret in the text, or the text one of the values that a document of secrets holds. */
function ofUnknown(resource: Resource, sources: readonly Source[], name: string, at: Value): Provenance {
    const origins = sources.filter(mayBeUnknown);
    const [only, ...others] = origins;
    const what = only && others.length === 0 ? madeBy(only) : "a secret that another resource makes, in plain text";
    if (at.secret) {
        const isIdle = origins.length === 0 && sources.some((one) => idlyMarked(one.resource).length > 0);
        return { is: answer(!isIdle), what: only ? what : MARKED };
    }
    const is = only ? ofUnmarked(resource, sources, origins, name, at) : ofNoOrigin(sources, name, at);
    return { is, what };
}

/** What AWS gives out under a secret's name is the name, the id or the ARN of one. */
function ofNoOrigin(sources: readonly Source[], name: string, at: Value): Answer {
    const isTold = sources.length > 0 && sources.every((one) => givesNames(one.resource));
    return isTold || !isSecretName(name) ? answer(false) : undecided(at.place);
}

/** An unknown in a property that a secret goes into, without a mark of its own. */
function ofUnmarked(
    resource: Resource,
    sources: readonly Source[],
    origins: readonly Source[],
    name: string,
    at: Value,
): Answer {
    const alone = new Set(origins.map(({ origin }) => origin?.alone));
    if (!alone.has("always") && namesIdentifier(name)) return answer(false);
    if (isSecretName(name)) return sources.some((one) => isStore(one.resource)) ? undecided(at.place) : answer(true);
    if (!alone.has("always") && !alone.has("open")) return answer(false);
    const beside = unknownsBeside(resource, at);
    if (beside.some((one) => one.secret)) return answer(false);
    const isMeant = (beside.length === 1 || sources.length === 1) && alone.has("always");
    return isMeant ? answer(true) : undecided(at.place);
}

/** Does a resource make a secret that is not known yet? Of one whose secret is known, the unknown is something else. */
function mayBeUnknown({ resource, origin }: Source): boolean {
    const states = origin?.outputs.map((output) => resource.root.get(output).state) ?? [];
    return (
        origin?.alone === "always" || states.includes("unknown") || (origin !== undefined && !states.includes("known"))
    );
}

const unknownsOf = new WeakMap<Resource, Map<string, readonly Value[]>>();

/** All unknown places of the property that a place is in; found once, however many they are. */
function unknownsBeside(resource: Resource, at: Value): readonly Value[] {
    const property = propertyOf(at.path);
    const found = unknownsOf.get(resource) ?? new Map<string, readonly Value[]>();
    unknownsOf.set(resource, found);
    const unknowns =
        found.get(property) ?? leavesOf(resource.root.get(property)).filter(({ state }) => state === "unknown");
    found.set(property, unknowns);
    return unknowns;
}

/** Is a leaf marked, or not known yet? */
function isOpenInside(value: Value): boolean {
    const known = value.known();
    if (typeof known !== "object") return value.secret || value.state === "unknown";
    return belowOf(value, known).some(isOpenInside);
}

function leavesOf(value: Value): readonly Value[] {
    const known = value.known();
    if (typeof known !== "object") return [value];
    return belowOf(value, known).flatMap(leavesOf);
}

function belowOf(value: Value, known: unknown): readonly Value[] {
    return Array.isArray(known) ? value.items() : value.entries().map(([, one]) => one);
}

function madeBy({ resource }: Source): string {
    return `the secret of ${resource.name}, in plain text`;
}

/** What a base64 text stands for; a text that is none decodes into nothing that anyone looks for. */
function decoded(text: string): string {
    return /^[\w+/=\s-]{8,}$/.test(text) ? Buffer.from(text, "base64").toString("utf8") : "";
}
