import type { Drawing } from "./drawing";

/** A drawing with what tells its conditions from those of another, which no report shows: digests of values. */
export interface Drawn {
    readonly drawing: Drawing;
    /** Sets of conditions that must all be met, by number; none where nobody asked for digests. */
    readonly conditions: readonly (readonly DrawnCondition[])[];
}

export interface DrawnCondition {
    /** As written, such as `ForAnyValue:StringLike`. */
    readonly operator: string;
    /** In lower case. */
    readonly key: string;
    readonly values: readonly ConditionValue[];
}

/** One value of a condition. Two are the same that share a digest, or name the same resource with the same behind it. */
export interface ConditionValue {
    /** As it is, and as it would be in any stack and account of the program. */
    readonly is: readonly string[];
    /** Of patterns and ranges that take it in. */
    readonly within: readonly string[];
    /** The resources whose name, id or ARN it begins with; with a digest of what stands behind. */
    readonly of?: readonly { readonly urn: string; readonly rest: string }[];
    /** It is not known yet: URNs of what may be in it. */
    readonly unknown?: readonly string[];
}
