import { type PlainTextKind, plainTextsOf, plainTextTypes } from "../../aws";
import { type Suspect, suspectsIn } from "../../secrets";
import type { Value } from "../../values";
import { type Fact, fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { type Provenance, provenanceOf } from "./provenance";

/** Every text in a place that lies open, by its name there, and what speaks for a secret in the text itself. */
export function suspectsOf(kind: PlainTextKind, type: string, root: Value): readonly Suspect[] {
    return plainTextsOf(kind, type, root).flatMap(({ at, name }) => [...suspectsIn(name, at)]);
}

/** A place that lies open, and what speaks for a secret there in where its value came from. */
export interface Exposure extends Provenance {
    readonly resource: Resource;
    readonly at: Value;
    /** What the value is called there. */
    readonly name: string;
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
            suspectsOf(kind, resource.type, resource.root)
                .filter(({ is }) => is.is !== "yes")
                .map(({ name, at }) => ({ resource, at, name, ...provenanceOf(resource, name, at) }))
                .filter(({ is }) => is.is !== "no"),
        ),
    );
}
