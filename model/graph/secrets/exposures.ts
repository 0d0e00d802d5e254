import { hasPlainTexts, type PlainText, type PlainTextKind, plainTextsOf, plainTextTypes } from "../../aws";
import { type Suspect, suspectsIn } from "../../secrets";
import { all, type Value, yes } from "../../values";
import { type Fact, fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { hasProvenance, type Provenance, provenanceOf } from "./provenance";

/** A text in a place that lies open, with what the service has for secrets. */
export interface OpenText extends Suspect {
    readonly fix?: string;
}

/** What lies open of one kind in a resource. */
class Open {
    #suspects: readonly OpenText[] | undefined;

    constructor(readonly texts: readonly PlainText[]) {}

    get suspects(): readonly OpenText[] {
        this.#suspects ??= this.texts.flatMap(suspectsAt);
        return this.#suspects;
    }
}

const NOTHING = new Open([]);
/** By the tree of a resource's properties, which all policies on it share: several ask of the same texts. */
const asked = new WeakMap<object, Map<PlainTextKind, Open>>();

function openIn(kind: PlainTextKind, type: string, root: Value): Open {
    if (!hasPlainTexts(kind, type)) return NOTHING;
    const tree = root.known();
    if (typeof tree !== "object" || tree === null) return new Open(plainTextsOf(kind, type, root));
    const before = asked.get(tree) ?? new Map<PlainTextKind, Open>();
    asked.set(tree, before);
    const found = before.get(kind) ?? new Open(plainTextsOf(kind, type, root));
    before.set(kind, found);
    return found;
}

/** Every place of the kind that lies open in a resource. */
export function openPlacesOf(kind: PlainTextKind, type: string, root: Value): readonly PlainText[] {
    return openIn(kind, type, root).texts;
}

/** Every text in a place that lies open, by its name there, and what speaks for a secret in the text itself. */
export function suspectsOf(kind: PlainTextKind, type: string, root: Value): readonly OpenText[] {
    return openIn(kind, type, root).suspects;
}

function suspectsAt({ at, name, fix }: PlainText): readonly OpenText[] {
    return [...suspectsIn(name, at)]
        .filter(({ isOpen = yes }) => isOpen.is !== "no")
        .map((one) => (fix === undefined ? one : { ...one, fix }));
}

/** A place that lies open, and what speaks for a secret there in where its value came from. */
export interface Exposure extends Provenance {
    readonly resource: Resource;
    readonly at: Value;
    /** What the value is called there. */
    readonly name: string;
    readonly fix?: string;
}

/** Places that hold a secret by where it came from, and not by what it looks like: of that each resource speaks by itself. */
export function exposuresIn(kind: PlainTextKind): Fact<readonly Exposure[]> {
    return exposures[kind];
}

const exposures: Readonly<Record<PlainTextKind, Fact<readonly Exposure[]>>> = {
    function: exposed("function"),
    configuration: exposed("configuration"),
};

function exposed(kind: PlainTextKind): Fact<readonly Exposure[]> {
    const types = plainTextTypes(kind);
    return fact(types, (stack: Stack) =>
        stack.ofType(...types).flatMap((resource) =>
            plainTextsOf(kind, resource.type, resource.root)
                // Of all other texts nothing is to be found but what the resource has told by itself.
                .filter(({ at }) => hasProvenance(stack, resource, at))
                .flatMap(suspectsAt)
                .filter((one) => !isPlain(one))
                .map((one) => ({ resource, at: one.at, name: one.name, ...exposureOf(resource, one) }))
                .filter(({ is }) => is.is !== "no"),
        ),
    );
}

/** Does the resource alone tell that a secret lies open there? */
export function isPlain({ is, isOpen = yes }: OpenText): boolean {
    return is.is === "yes" && isOpen.is === "yes";
}

function exposureOf(resource: Resource, { name, at, isOpen = yes, fix, ...suspicion }: OpenText) {
    const { is, what } = suspicion.is.is === "yes" ? suspicion : provenanceOf(resource, name, at);
    return { is: all(is, isOpen), what, ...(fix !== undefined && { fix }) };
}
