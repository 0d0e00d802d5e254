import type { Principal } from "./principal";

/** The members of `Action`, `Resource` or their `Not` forms. */
export interface Members {
    /** `NotAction`, `NotResource`: everything but these. */
    readonly not: boolean;
    readonly patterns: readonly string[];
    /** Members whose text is unknown, each with its place and what is known to stand first and last. */
    readonly unknown: readonly UnknownMember[];
}

export interface UnknownMember {
    readonly place: string;
    readonly prefix: string;
    readonly suffix: string;
}

export interface Principals {
    /** `NotPrincipal`. */
    readonly not: boolean;
    readonly members: readonly Principal[];
}

export interface Condition {
    /** As written, such as `ForAnyValue:StringLike`. */
    readonly operator: string;
    /** In lower case: condition keys know no case. */
    readonly key: string;
    readonly values: readonly string[];
    /** The places of values that are unknown. */
    readonly unknown: readonly string[];
}

/** One statement of a policy, whatever shape it was written in. */
export interface Statement {
    readonly sid?: string;
    /** Its number within its document, from 0. */
    readonly index: number;
    /** The property path of the statement, such as `policy` (JSON text) or `policy.Statement[1]`. */
    readonly path: string;
    /** Undefined where it is unknown. */
    readonly effect: "Allow" | "Deny" | undefined;
    readonly actions: Members;
    /** Absent in trust policies. */
    readonly resources: Members | undefined;
    /** Absent in identity policies. */
    readonly principals: Principals | undefined;
    readonly conditions: readonly Condition[];
    /** Unknown parts that could change what it grants, its unknown members apart. */
    readonly unknown: readonly string[];
}
