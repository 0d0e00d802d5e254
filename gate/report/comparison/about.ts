/** What in a drawing a line of a comparison is about. */
import type { EdgeKind } from "./drawing";
import type { CallerChange, ComparedNode, GrantChange, PathChange, UndecidedChange } from "./model";

export interface About {
    /** What changed first: the identity that is granted something, who is called, where a path ends. */
    readonly nodes: readonly ComparedNode[];
    /** What of a drawing's lines it tells of. */
    readonly steps: readonly Step[];
}

/** From one node to another, by a line of one of these kinds. */
export interface Step {
    readonly from: ComparedNode;
    readonly to: ComparedNode;
    readonly kinds: readonly EdgeKind[];
    /** What follows from the change, and is not new itself for certain. */
    readonly isBeyond?: true;
}

const GRANTS: readonly EdgeKind[] = ["may", "passes"];
const ANY: readonly EdgeKind[] = ["assumes", "calls", "feeds", "network", "runs-as", "triggers", ...GRANTS];

export function aboutGrant({ identity, resources }: GrantChange): About {
    const on = resources.flatMap(({ node }) => node ?? []);
    return { nodes: [identity, ...on], steps: on.map((to) => ({ from: identity, to, kinds: GRANTS })) };
}

export function aboutCaller({ from, to, kind }: CallerChange): About {
    return { nodes: [to, from], steps: [{ from, to, kinds: [kind] }] };
}

export function aboutUndecided({ from, to }: UndecidedChange): About {
    return { nodes: [from, to], steps: [{ from, to, kinds: ANY }] };
}

export function aboutPaths(paths: readonly PathChange[]): About {
    return {
        nodes: [...paths.map(({ to }) => to), ...paths.flatMap(({ chain }) => chain)],
        steps: paths.flatMap(({ chain }) =>
            chain.slice(1).map((to, at): Step => ({ from: chain[at] ?? to, to, kinds: ANY, isBeyond: true })),
        ),
    };
}

/** A change with what it opens. */
export function together(first: About, ...others: readonly About[]): About {
    return {
        nodes: [first, ...others].flatMap(({ nodes }) => nodes),
        steps: [first, ...others].flatMap(({ steps }) => steps),
    };
}
