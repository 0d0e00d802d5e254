/** One action on one resource: what grants are taken apart into, so that it does not matter how statements are cut or ordered. */
import type { Bound } from "./conditions";
import type { DrawnEdge, DrawnGrant } from "./drawing";

/** That an identity may, or may not, do something to something. Ids and texts are those of both drawings. */
export interface Atom {
    readonly identity: string;
    readonly effect: "Allow" | "Deny";
    /** One action, in small letters; of `isNot` those that are excepted. */
    readonly actions: readonly string[];
    readonly isNot: boolean;
    readonly resource: AtomResource;
    readonly bounds: readonly Bound[];
    readonly grant: DrawnGrant;
    /** As the statement has them. */
    readonly shown: {
        readonly actions: readonly string[];
        readonly on: DrawnGrant["resources"][number];
        readonly excepted: DrawnGrant["resources"];
    };
    /** The identity, by its own drawing. */
    readonly role: string;
    /** The line that tells of it, where what it is done to says so itself: a resource's own policy. */
    readonly edge?: DrawnEdge;
    /** What it must lie within besides: a statement of the permissions boundary. */
    readonly limit?: Atom;
}

export interface AtomResource {
    readonly node?: string;
    /** What a wildcard's node covers. */
    readonly covers: readonly string[];
    readonly isWild: boolean;
    readonly pattern?: string;
    readonly part: string;
    /** What is left out of it: `NotResource`. */
    readonly except: readonly AtomResource[];
    /** The same where its texts name what is renamed. */
    readonly renamed?: AtomResource;
}

/** The same for grants of the same, whatever the conditions. */
export function keyOf({ identity, effect, isNot, actions, resource, limit }: Atom): string {
    const on = ({ node, pattern, part, except }: AtomResource): unknown => [
        // A pattern says what is meant, whatever stands for it.
        pattern === undefined ? node : "",
        pattern,
        part,
        ...except.map(on),
    ];
    return JSON.stringify([identity, effect, isNot, actions, on(resource), limit && keyOf(limit)]);
}
