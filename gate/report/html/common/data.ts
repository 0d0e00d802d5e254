/**
 * What a page is given of a stack, as JSON within it. Names, patterns, keys and places only; every text is printable. Ids are digests of
 * URNs, so that a link into the page holds from run to run. Small by intent: what can be found by an id stands once.
 */
import type { JournalDrawing } from "../../../../pack/journal";
import type { PageChanges } from "./change-data";

type Drawing = JournalDrawing["drawing"];
type DrawnNode = Drawing["nodes"][number];
type DrawnEdge = Drawing["edges"][number];
type DrawnWay = Drawing["ways"][number];
type DrawnGrant = Drawing["roles"][number]["grants"][number];

export type Severity = "critical" | "high" | "medium" | "low";
export type NodeKind = DrawnNode["kind"];
export type EdgeKind = DrawnEdge["kind"];
export type AccessLevel = DrawnEdge["levels"][number];

/** One stack. `format` is raised when a field changes its meaning. */
export interface StackData {
    readonly format: 1;
    readonly project: string;
    readonly stack: string;
    /** Where it was read, where it is no program. */
    readonly record: string;
    /** The pack, with its version. */
    readonly tool: string;
    readonly resources: number;
    readonly checks: number;
    readonly milliseconds: number;
    /** Has the pack drawn the stack? Else nodes are the resources that something is said of, all in one lane. */
    readonly isDrawn: boolean;
    readonly nodes: readonly PageNode[];
    readonly edges: readonly PageEdge[];
    readonly findings: readonly PageFinding[];
    readonly ways: readonly PageWay[];
    readonly roles: readonly PageRole[];
    readonly networks: readonly PageNetwork[];
    readonly policies: readonly PagePolicy[];
    readonly frameworks: readonly string[];
    readonly undecided: readonly PageOpen[];
    readonly exempted: readonly PageOpen[];
    readonly notSeen: readonly { readonly name: string; readonly what: string; readonly place?: string }[];
    /** Absent where no baseline was given. */
    readonly gone?: readonly PageGone[];
    /** Absent where the stack is held against no other. */
    readonly changes?: PageChanges;
}

/** A resource with its parts; or somebody outside, or what a wildcard covers. */
export interface PageNode
    extends Pick<
        DrawnNode,
        | "id"
        | "lane"
        | "kind"
        | "kindName"
        | "name"
        | "sub"
        | "urn"
        | "isOutside"
        | "isWild"
        | "isElsewhere"
        | "network"
    > {
    /** `file:line` in the repository. */
    readonly place?: string;
    /** What it is shown with where there are many: its component, else its file. */
    readonly group?: string;
    readonly parts?: readonly PagePart[];
    /** Ids of nodes that a wildcard covers. */
    readonly covers?: readonly string[];
}

export interface PagePart {
    /** Without the package: `RolePolicy`. */
    readonly type: string;
    readonly name: string;
    readonly place?: string;
}

/** A VPC with its subnets, routes, gateways and groups: a band, which findings belong to as to a node. */
export interface PageNetwork {
    readonly id: string;
    readonly name: string;
    readonly sub: string;
    readonly place?: string;
    readonly parts?: readonly PagePart[];
}

export interface PageEdge
    extends Pick<
        DrawnEdge,
        "id" | "from" | "to" | "kind" | "says" | "label" | "guard" | "isOpen" | "isWide" | "isQuiet"
    > {
    readonly closes?: string;
    readonly awaits?: readonly string[];
    readonly via: readonly (PagePart & { readonly statement?: string })[];
}

export interface PageFinding {
    readonly id: string;
    /** Its place in `policies`, which has what is the same for all of its findings. */
    readonly policy: number;
    readonly level: "advisory" | "mandatory";
    readonly severity: Severity;
    readonly name: string;
    readonly type: string;
    readonly at: string;
    readonly fact: string;
    readonly fix: string;
    readonly note?: string;
    readonly place?: string;
    /** The component that stands there. */
    readonly declaredBy?: string;
    /** The check itself failed. */
    readonly isFailed?: true;
    readonly isAccepted?: true;
    /** What the stack is held against does not have it. */
    readonly isNew?: true;
    /** Ids of nodes and of networks. */
    readonly nodes: readonly string[];
    readonly edges: readonly string[];
    /** Others that have the same cause and say no more. */
    readonly also?: readonly PageFinding[];
}

export interface PageWay extends Pick<DrawnWay, "id" | "door" | "chain" | "ends" | "nodes" | "edges" | "closes"> {
    readonly findings: readonly string[];
    /** The finding whose fix closes it. */
    readonly fix?: string;
    /** Of the gravest finding on it; absent where none is. */
    readonly severity?: Severity;
}

export interface PageRole {
    readonly node: string;
    readonly grants: readonly PageGrant[];
    /** What it may do at most, whatever it is granted. */
    readonly boundary?: PageBoundary;
}

/** A permissions boundary. */
export interface PageBoundary {
    /** A resource's name, or an ARN; empty where it is not known. */
    readonly name: string;
    /** Absent where it cannot be read. */
    readonly grants?: readonly PageGrant[];
}

export interface PageGrant
    extends Pick<
        DrawnGrant,
        "statement" | "managed" | "effect" | "isNot" | "actions" | "levels" | "isWide" | "isQuiet" | "condition"
    > {
    /** What brings the policy. */
    readonly policy: PagePart;
    readonly resources: readonly GrantedResource[];
    /** Of `NotResource`: what of all that is left out. */
    readonly excepted?: readonly GrantedResource[];
    readonly findings: readonly string[];
}

/** What a grant is about: a node, or a pattern of ARNs that no node stands for; with the part of it. */
export interface GrantedResource {
    readonly node?: string;
    readonly pattern?: string;
    readonly part?: string;
}

export interface PagePolicy {
    readonly name: string;
    readonly title: string;
    readonly severity: string;
    readonly why: string;
    /** Each framework by its place among the page's, with what it names. */
    readonly controls: readonly (readonly [framework: number, ids: string])[];
    /** How many checks it made; absent where the pack does not tell. */
    readonly checks?: number;
}

/** A check that was not decided, or was exempted. */
export interface PageOpen {
    readonly policy: string;
    readonly name: string;
    readonly at: string;
    readonly fact: string;
    readonly awaits: readonly string[];
    readonly reason: string;
    readonly place?: string;
    readonly node?: string;
}

/** What a baseline has and the check no longer finds. */
export interface PageGone {
    readonly policy: string;
    readonly resource: string;
    readonly type: string;
    readonly at: string;
    readonly count: number;
}
