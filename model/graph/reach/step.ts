import type { Bounds } from "../../network";
import type { Answer } from "../../values";
import type { Opener } from "../network/admission";
import type { Resource } from "../resource";

/** Where a path begins or leads: a resource, or anyone on the internet. */
export type End = Resource | "internet";

/** How one gets from one end to the next. */
export type Way = "network" | "invocation" | "permission";

export interface ReachStep {
    readonly from: End;
    readonly to: Resource;
    readonly over: Way;
    /** What makes it possible, as the predicate of `from`: "may dynamodb:PutItem, as role orders". Never an input's value. */
    readonly says: string;
    readonly openedBy: readonly Opener[];
    /** What would close it. */
    readonly closes: string;
    readonly when: Answer;
    /** Who is asked first, where somebody is: a step that only those take whom it lets. */
    readonly guard?: string;
    /** It is open to all by its nature, and what is behind it asks who comes: the next step is what opens the way. */
    readonly opensLater?: true;
    /** Of a step over the network. */
    readonly packets?: Bounds;
    /** Does one act there, so that what it may, starts or connects to comes next? What is only read leads nowhere. */
    readonly isEntered: boolean;
}
