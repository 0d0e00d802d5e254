import type { SourceLocation } from "../../host/types";
import type { EdgeKind } from "./drawing";

/**
 * What a change of the stack allows that was not allowed before, and what it no longer allows; by the drawings of two reports. Two
 * statements that say the same in other words are the same here: only who may do what to what, who may call what, and what is reached
 * from outside count. Of a condition whose values differ, its key and its operator are told, and never a value.
 */
export interface Comparison {
    /** What the stack is held against. */
    readonly against: Against;
    /** Nothing is there to hold it against: all that the stack allows is new. In words. */
    readonly allNew?: string;
    /** A report without a drawing, so that findings alone could be compared. In words. */
    readonly notDrawn?: string;
    readonly newly: Allowed;
    readonly gone: Allowed;
    /** What is taken for the same resource under another name: by its type and what it is connected to. */
    readonly renamed: readonly { readonly from: ComparedNode; readonly to: ComparedNode }[];
    /**
     * How many findings one side has and the other has not, by fingerprint; the new ones are marked. `undecided` are those of checks that
     * were not decided on the other side.
     */
    readonly findings: { readonly new: number; readonly gone: number; readonly undecided: number };
}

export interface Against {
    readonly kind: "state" | "preview" | "git";
    /** A file, or what Git was asked for, such as `main`. */
    readonly at: string;
    /** Of Git: the commit that it is, in full. */
    readonly commit?: string;
    readonly project: string;
    readonly stack: string;
}

/** What one of two drawings allows and the other does not. */
export interface Allowed {
    readonly grants: readonly GrantChange[];
    readonly callers: readonly CallerChange[];
    readonly paths: readonly PathChange[];
    /** What may be allowed besides: it waits for values that are not known, on either side. */
    readonly undecided: readonly UndecidedChange[];
}

/** A node of a drawing, as a sentence names it. */
export interface ComparedNode {
    readonly name: string;
    /** What AWS calls it: "Lambda function". */
    readonly kindName: string;
    /** Absent for what is no resource of the stack. */
    readonly urn?: string;
    /** Of what is no resource: its id in its own drawing, such as `outside:internet`. */
    readonly id?: string;
}

/** What an identity may do by one statement; of a statement that only grew, what it grew by. */
export interface GrantChange {
    readonly identity: ComparedNode;
    /** The identity itself is not in the other drawing. */
    readonly isNewIdentity?: true;
    /** Deny: a denial that the other drawing has and this one has not, of what a grant here allows. */
    readonly effect: "Allow" | "Deny";
    /**
     * `new`; `wider` where it includes what the other drawing grants; `condition` where the other drawing grants the same under more
     * conditions, or under other values of these.
     */
    readonly change: "condition" | "new" | "wider";
    /** Are all actions meant but these? */
    readonly isNot?: true;
    readonly actions: readonly string[];
    /** Of `wider`: what of this the identity has by the other drawing. */
    readonly had?: {
        readonly actions: readonly string[];
        readonly resources: readonly ComparedResource[];
        readonly excepted?: readonly ComparedResource[];
    };
    readonly resources: readonly ComparedResource[];
    /** Of `NotResource`: what of these is left out. */
    readonly excepted?: readonly ComparedResource[];
    /** Covers resources by a wildcard. */
    readonly isWide?: true;
    /** Of what a resource's own policy grants: one sentence. */
    readonly says?: string;
    /** Of what a resource's own policy grants: whoever is meant, nothing holds him back. */
    readonly isOpen?: true;
    /** Keys of the conditions that hold; of what a resource's own policy grants, what is asked of the caller. */
    readonly condition: readonly string[];
    /** Of `condition`: keys that the other drawing has besides. */
    readonly dropped: readonly string[];
    /** Conditions that the other drawing has with values that hold back more, or others. */
    readonly values?: readonly ValueChange[];
    /** The other drawing grants it too, but holds it back by a permissions boundary. */
    readonly isUnbound?: true;
    /** Housekeeping, such as a function's own logs. */
    readonly isQuiet?: true;
    readonly via: Opener;
    readonly location?: SourceLocation;
    /** Numbers of the paths that there are only since this is granted. */
    readonly opens: readonly number[];
}

/** A condition whose values are not those of the other drawing. */
export interface ValueChange {
    readonly key: string;
    /** As it is written here. */
    readonly operator: string;
    /** `wider` where the other drawing's values are among these. */
    readonly change: "other" | "wider";
}

export interface ComparedResource {
    readonly node?: ComparedNode;
    /** ARNs that no node stands for. */
    readonly pattern?: string;
    /** Such as `/items/*` of a bucket. */
    readonly part?: string;
}

/** What opens an edge or makes a grant: the resource, the property path, and of a policy the statement's `Sid` or number. */
export interface Opener {
    readonly urn: string;
    readonly path: string;
    readonly statement?: string;
    /** The AWS-managed policy. */
    readonly managed?: string;
}

/** Who calls, triggers, assumes, feeds or connects to what, or runs as whom. */
export interface CallerChange {
    readonly from: ComparedNode;
    readonly to: ComparedNode;
    readonly kind: Exclude<EdgeKind, "may" | "passes">;
    /**
     * `new`; `opened` where the other drawing asks something of the caller, or holds him back; `guard` where it asks something else;
     * `certain` where it depends on values that are not known there.
     */
    readonly change: "certain" | "guard" | "new" | "opened";
    readonly says: string;
    readonly label?: string;
    readonly guard?: string;
    /** What the other drawing asks of the caller. */
    readonly guardBefore?: string;
    /** Conditions that the other drawing has with values that hold back more, or others. */
    readonly values?: readonly ValueChange[];
    /** Keys of conditions that the other drawing has besides. */
    readonly dropped?: readonly string[];
    readonly isOpen?: true;
    readonly closes?: string;
    readonly isQuiet?: true;
    readonly via: readonly Opener[];
    readonly location?: SourceLocation;
    /** Numbers of the paths that there are only since this is so. */
    readonly opens: readonly number[];
}

/** From who enters to what is reached. */
export interface PathChange {
    readonly from: ComparedNode;
    readonly to: ComparedNode;
    /** All nodes of it in their order, both ends among them. */
    readonly chain: readonly ComparedNode[];
    /** What closes it. */
    readonly closes: string;
}

/** An edge, a grant or a path that depends on inputs which are not known before the deployment. */
export interface UndecidedChange {
    readonly from: ComparedNode;
    readonly to: ComparedNode;
    readonly says: string;
    readonly awaits: readonly string[];
}
