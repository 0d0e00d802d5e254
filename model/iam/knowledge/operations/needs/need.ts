import type { Condition } from "../given";

/** What an operation asks of IAM, as a table's row says it. */
export interface Need {
    readonly action: string;
    /** The parameters that name its resource; left out: those that the action's resource types tell. */
    readonly by?: readonly string[];
    /** What the resource's ARN has after that of the named one: `/${Key}`. */
    readonly below?: string;
    /** The resource is the roles of what the parameters name. */
    readonly whose?: "roles";
    /** Asked only then; where that cannot be told it is no more than excused. */
    readonly when?: Condition;
}

/** Which of these is asked depends on the call; one of them always is. */
export interface OneOf {
    readonly oneOf: readonly Need[];
}

/** Actions that are asked under some inputs or settings. They are never demanded. */
export interface Perhaps {
    readonly perhaps: readonly string[];
}

/** AWS goes on with the caller's permissions, whatever that takes: nobody can say what the call needs. */
export interface Anything {
    readonly anything: Condition;
}

export type Row = string | Need | OneOf | Perhaps | Anything;

/** What the operations of a service need where it is not the action of their own name; none: no permission. */
export interface ServiceNeeds {
    /** Which parameters name a resource, by IAM's type, where their names do not tell. */
    readonly types?: Readonly<Record<string, Pick<Need, "by" | "below">>>;
    readonly operations?: Readonly<Record<string, readonly Row[]>>;
    /** Beside what each operation needs. */
    readonly always?: readonly Row[];
}

export const ANYTHING: Anything = { anything: () => true };

export function oneOf(...needs: readonly Need[]): OneOf {
    return { oneOf: needs };
}

export function perhaps(...actions: readonly string[]): Perhaps {
    return { perhaps: actions };
}

export function when(condition: Condition, action: string, more: Pick<Need, "by" | "below"> = {}): Need {
    return { action, ...more, when: condition };
}
