/**
 * The pack's journal: what the analyzer protocol has no field for (undecided, exempted and failed checks, counts, the
 * parts of a message), for hosts that ask for it by naming a file in the environment. It never holds an input's value.
 */
import { appendFileSync } from "node:fs";
import type { Drawn } from "../model/graph";
import type { Severity } from "./severity";

/** The environment variable that names the journal's file. Absent: nothing is written. */
export const JOURNAL_VARIABLE = "AWS_SERVERLESS_SECURITY_JOURNAL";

/** The environment variable with a question of reach besides the verdicts, as JSON: `{"from": "internet", "to": "orders-table"}`. Absent: nothing is asked. */
export const REACH_VARIABLE = "AWS_SERVERLESS_SECURITY_REACH";

export interface ReachQuestion {
    readonly from: string;
    readonly to: string;
}

/** The environment variable with a function whose least privilege is asked for besides the verdicts: as `reach` names it, `*` for all. Absent: nothing is asked. */
export const LEAST_PRIVILEGE_VARIABLE = "AWS_SERVERLESS_SECURITY_LEAST_PRIVILEGE";

/** The environment variable by which a host asks for the catalogue of policies, at the pack's start. Absent or empty: nothing is told. */
export const CATALOGUE_VARIABLE = "AWS_SERVERLESS_SECURITY_CATALOGUE";

/**
 * The environment variable by which a host asks for a drawing of each stack. Absent or empty: none is made. Its value is the key under which
 * values of conditions are digested, by which drawings of one host are compared.
 */
export const DRAWING_VARIABLE = "AWS_SERVERLESS_SECURITY_DRAWING";

/**
 * A tag of a policy at level remediate that changes nothing, and is shown resources there for the marks of their secrets: a host need not show
 * it those that have none, but for each stack's first.
 */
export const OBSERVES_MARKS = "observes-secret-marks";

/** The stack as a picture; written once per AnalyzeStack, where a host asks. */
export interface JournalDrawing extends Drawn {
    readonly kind: "drawing";
}

/** One check that did not simply pass. */
export interface JournalCheck {
    readonly kind: "check";
    readonly verdict: "violation" | "undecided" | "exempted" | "failed";
    readonly policy: string;
    readonly severity: Severity;
    readonly urn: string;
    /** The property path the finding is about, such as `environment.variables.DB_PASSWORD`; empty for the whole resource. */
    readonly at: string;
    /** Of a policy at that place, the statement that it is about, as a drawing has it: its `Sid`, or `statement 2`. */
    readonly statement?: string;
    readonly fact: string;
    readonly why: string;
    readonly fix: string;
    /** For `undecided`: the inputs it waits for, as property paths. */
    readonly awaits: readonly string[];
    /** For `exempted`: the recorded reason. */
    readonly reason?: string;
    /** A number that findings of this analysis share where they are due to the same statement, or the same attachment. */
    readonly cause?: number;
    /** Of those, the policy whose finding is as grave or graver, and speaks for this one; may be the same. */
    readonly with?: string;
    /** What else is to be said of it, such as that its exemption has expired. */
    readonly note?: string;
    /** Exactly the message that the policy reported, for joining with the engine's diagnostics. */
    readonly message: string;
}

/** How many checks of a policy ran in one phase; written once per AnalyzeStack. */
export interface JournalCount {
    readonly kind: "count";
    readonly policy: string;
    readonly checks: number;
}

/** How the pack was given the stack; written once per AnalyzeStack. */
export interface JournalReading {
    readonly kind: "reading";
    /** From the request's own bytes; or, where the SDK goes about it otherwise than this pack knows, as the SDK's objects, anew for each policy. */
    readonly from: "bytes" | "objects";
}

/** The answer to a question of reach; written once per AnalyzeStack, where a host asks. */
export interface JournalReach {
    readonly kind: "reach";
    /** As asked. */
    readonly from: string;
    readonly to: string;
    /** Of the two, those that fit no resource of the stack. */
    readonly unknown: readonly string[];
    readonly reached: readonly ReachedResource[];
    readonly steps: readonly ReachStepTold[];
    /** Resources that make others, of which the pack sees nothing: ways may lead through these. */
    readonly unread: readonly { readonly urn: string; readonly what: string }[];
}

export interface ReachedResource {
    /** `internet`, or a URN. */
    readonly from: string;
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** What gets to it over the network, from wherever on the way. */
    readonly openings: readonly ReachOpening[];
    /** Every way where one resource is asked about, else the best one. */
    readonly paths: readonly ReachPath[];
    /** Are there no ways besides these? */
    readonly isAll: boolean;
}

export interface ReachPath {
    /** Numbers of `steps`, in their order. */
    readonly steps: readonly number[];
    /** Is none of it left open by a value that is not known? */
    readonly isCertain: boolean;
    /** Is somebody asked who he is on the way? */
    readonly isGuarded: boolean;
}

export interface ReachStepTold {
    /** `internet`, or a URN. */
    readonly from: string;
    readonly to: string;
    readonly over: "network" | "invocation" | "permission";
    readonly says: string;
    /** The resources and property paths that open it. */
    readonly openedBy: readonly { readonly urn: string; readonly path: string }[];
    readonly closes: string;
    readonly isCertain: boolean;
    /** The inputs that would settle it. */
    readonly awaits: readonly string[];
    /** Who is asked first. */
    readonly guard?: string;
    readonly openings?: readonly ReachOpening[];
}

/** Protocols by IANA's numbers and ports, both ends included; of ICMP, a port is type × 256 + code. */
export interface ReachOpening {
    readonly protocols: readonly [number, number];
    readonly ports: readonly [number, number];
    readonly isCertain: boolean;
    /** Of steps from the internet: from where. */
    readonly family?: "ipv4" | "ipv6";
    readonly addresses?: readonly string[];
}

/** The answer to a question of least privilege; written once per AnalyzeStack, where a host asks. */
export interface JournalLeastPrivilege {
    readonly kind: "least-privilege";
    /** As asked. */
    readonly of: string;
    /** Is there no function of that name? */
    readonly isUnknown: boolean;
    readonly roles: readonly RoleLeast[];
}

export interface RoleLeast {
    /** Empty where the role is of another stack. */
    readonly urn: string;
    readonly functions: readonly { readonly urn: string; readonly calls: readonly CallLeast[] }[];
    readonly grants: readonly GrantLeast[];
    /** The statements that the code needs, each as a program writes it; empty where it needs none. */
    readonly least: readonly string[];
    /** What the names in them stand for, where that is not clear. */
    readonly names: string;
    /** The actions that it has for what Lambda itself does. */
    readonly own: readonly string[];
    /** Why it may need more; empty where that is all. */
    readonly awaits: readonly string[];
}

/** A call that code makes, with an action that it needs. */
export interface CallLeast {
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** `stepfunctions:StartSyncExecution`, by the service's folder in botocore. */
    readonly operation: string;
    readonly action: string;
    /** The URN of the resource that it is linked to. */
    readonly on?: string;
    /** Does it work on what the code does not tell, or on what lives elsewhere? */
    readonly isOpen: boolean;
    /** The variables of the environment by which the code knows it. */
    readonly by: readonly string[];
    readonly verdict: "allowed" | "denied" | "undecided";
    readonly awaits: readonly string[];
}

/** A statement, or an attached policy, that a role has. */
export interface GrantLeast {
    readonly urn: string;
    readonly path: string;
    readonly name: string;
    /** The actions, as it lists them. */
    readonly allows: readonly string[];
    /** Names of the stack's resources that it is for. */
    readonly on: readonly string[];
    /** What of it no code calls; absent where that is not decided. */
    readonly unused?: readonly string[];
}

/** The pack's policies, as their declarations have them; written once, at the start, where a host asks. */
export interface JournalCatalogue {
    readonly kind: "catalogue";
    readonly policies: readonly CataloguePolicy[];
}

export interface CataloguePolicy {
    readonly id: string;
    /** The group that it belongs to, such as `secrets`. */
    readonly family: string;
    readonly severity: Severity;
    /** Where no configuration says otherwise. */
    readonly level: string;
    /** The first profile in which it reports. */
    readonly profile: string;
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    readonly sources: readonly string[];
    readonly frameworks: readonly {
        readonly framework: string;
        readonly version: string;
        readonly id: string;
        readonly url: string;
    }[];
    /** Tokens of the types that it judges. */
    readonly types: readonly string[];
    readonly options: readonly {
        readonly name: string;
        readonly description: string;
        /** In words that end the sentence "must be …". */
        readonly accepts: string;
        readonly standard: unknown;
        /** What the strict profile sets in its place. */
        readonly strict?: unknown;
    }[];
    /** TypeScript that is reported, and its neighbour that is not. */
    readonly bad: string;
    readonly good: string;
}

export type JournalEntry =
    | JournalCatalogue
    | JournalCheck
    | JournalCount
    | JournalDrawing
    | JournalLeastPrivilege
    | JournalReach
    | JournalReading;

let waiting: { readonly file: string; readonly lines: string[] } | undefined;

/**
 * Appends entries, one JSON object a line: at the end of the turn, so that what all policies find of a resource is one write. A journal
 * that cannot be written never fails a check.
 */
export function writeJournal(entries: readonly JournalEntry[]): void {
    const file = process.env[JOURNAL_VARIABLE];
    if (!file || entries.length === 0) return;
    if (waiting?.file !== file) {
        flushJournal();
        waiting = { file, lines: [] };
        process.nextTick(flushJournal);
    }
    for (const entry of entries) waiting.lines.push(`${JSON.stringify(entry)}\n`);
    if (waiting.lines.length >= MOST_WAITING) flushJournal();
}

/** Lines that wait at most: an analysis of a large stack is one turn. */
const MOST_WAITING = 256;

/** Writes what waits. */
export function flushJournal(): void {
    if (!waiting) return;
    const { file, lines } = waiting;
    waiting = undefined;
    try {
        appendFileSync(file, lines.join(""));
    } catch {
        // The verdicts travel by the protocol; a host that cannot be given more still has those.
    }
}
