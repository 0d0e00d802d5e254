import type { Severity } from "./data";

/** The start page over several stacks. A stack's own data stands in an element of its own, `stack-N`, and is read when it is opened. */
export interface StackList {
    readonly stacks: readonly StackRow[];
    readonly failures: readonly { readonly at: string; readonly why: string }[];
    readonly shard?: { readonly index: number; readonly total: number };
}

export interface StackRow {
    readonly key: string;
    readonly project: string;
    readonly stack: string;
    readonly record: string;
    readonly resources: number;
    readonly stops: number;
    readonly severities: Readonly<Record<Severity, number>>;
    readonly ways: number;
    readonly undecided: number;
    readonly accepted: number;
    /** How much is newly allowed; absent where the stack is held against no other. */
    readonly newly?: number;
}
