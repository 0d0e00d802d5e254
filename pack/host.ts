/** What an analysis is of: a program before anything is made, a program while it is deployed, or a state without its program. */
export type Phase = "preview" | "update" | "audit";

/** What the pack is told of its surroundings, beside the resources. */
export interface Host {
    /** The exemptions in the stack's own configuration, as they were written. */
    readonly stackExemptions: () => readonly unknown[];
    /** What the stack's own configuration says it is for. */
    readonly stackEnvironment: () => string | undefined;
    /** By name, what policies are configured with; among the names may be some that no policy has. */
    readonly configuration: () => ReadonlyMap<string, Readonly<Record<string, unknown>>>;
    /** What an analysis of the stack of this name is of. */
    readonly phase: (stack: string) => Phase;
}

/** A host that tells nothing. */
export const silentHost: Host = {
    stackExemptions: () => [],
    stackEnvironment: () => undefined,
    configuration: () => new Map(),
    phase: () => "preview",
};
