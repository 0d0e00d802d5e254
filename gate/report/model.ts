import path from "node:path";
import type { JournalDrawing } from "../../pack/journal";
import type { Diagnostic, Lookup, NotSeen, PackInfo, Registered, SourceLocation } from "../host/types";
import { isProvider, STACK_TYPE } from "../host/urns";
import type { Project } from "../project/project";
import type { Comparison } from "./comparison/model";
import { type Declared, declaredOf } from "./declared";
import type { Journal, JournalCheck } from "./journal";
import { type LeastPrivilegeReport, leastPrivilegeReport } from "./least-privilege";
import { type LookupEntry, lookupEntries } from "./lookups";
import { printable } from "./printable";
import { type NotSeenEntry, type ReachReport, reachReport } from "./reach";
import { isSummary, withoutTitle } from "./summaries";

/** One check's result as plain data; every format of report is made from it. */
export interface Report {
    readonly project: string;
    readonly stack: string;
    /** The file that says what is judged, such as Pulumi.yaml: what has no place of its own stands there. */
    readonly origin?: string;
    readonly pack?: PackInfo;
    readonly resources: number;
    /** Of these, those that are no components: what there was to judge. */
    readonly judged: number;
    readonly checks: number;
    /** How many of them each policy made, where the pack keeps a journal. */
    readonly checksByPolicy?: Readonly<Record<string, number>>;
    readonly findings: readonly Finding[];
    readonly undecided: readonly OpenCheck[];
    readonly exempted: readonly OpenCheck[];
    readonly notSeen: readonly NotSeenEntry[];
    readonly lookups: readonly LookupEntry[];
    readonly milliseconds: number;
    /** What a baseline made of it, where one is given. */
    readonly baseline?: BaselineResult;
    /** What the stack allows that another one (an earlier state, a commit) does not, where it is held against one. */
    readonly comparison?: Comparison;
    /** What was judged where it was no program: which record of the engine's, and where it was read. */
    readonly record?: { readonly of: "state" | "preview" | "events"; readonly at: string };
    /** The answer to a question of reach, where one was asked. */
    readonly reach?: ReachReport;
    /** The answer to a question of least privilege, where one was asked. */
    readonly leastPrivilege?: LeastPrivilegeReport;
    /** The stack as the pack draws it, where a format or a comparison asked for it. */
    readonly drawing?: JournalDrawing["drawing"];
    /** Digests by which its conditions are compared with those of another drawing; for no format. */
    readonly conditions?: JournalDrawing["conditions"];
    /** Of a drawn stack's resources, by URN: where they are declared. */
    readonly declared?: Readonly<Record<string, Declared>>;
}

export interface Finding {
    readonly policy: string;
    readonly level: "advisory" | "mandatory";
    readonly severity: string;
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly title: string;
    /** The property path; empty for the resource as a whole. */
    readonly at: string;
    /** Of a policy at that place, the statement that it is about: its `Sid`, or `statement 2`. */
    readonly statement?: string;
    readonly fact: string;
    readonly why: string;
    readonly fix: string;
    /** A number that findings of this report share where one statement, or one attachment, is why; see `byCause`. */
    readonly cause?: number;
    /** Of those, the policy whose finding is as grave or graver. */
    readonly with?: string;
    /** Such as that an exemption has expired. */
    readonly note?: string;
    /** The check itself failed: what it would have said is not known. */
    readonly failed: boolean;
    /** A baseline accepts it: it is told, and stops nothing. */
    readonly accepted?: true;
    /** What the stack is held against does not have it. */
    readonly isNew?: true;
    readonly location?: SourceLocation;
}

/** A check that was not decided, or was exempted. */
export interface OpenCheck {
    readonly policy: string;
    readonly severity: string;
    readonly urn: string;
    readonly name: string;
    /** The property path, and of an exempted finding what was found there. */
    readonly at?: string;
    readonly fact?: string;
    readonly awaits: readonly string[];
    readonly reason?: string;
    readonly location?: SourceLocation;
}

/** Findings of a baseline. Its texts are for the reader of a diff; the fingerprint decides. */
export interface BaselineEntry {
    readonly stack: string;
    readonly policy: string;
    readonly resource: string;
    readonly type: string;
    readonly at: string;
    readonly fingerprint: string;
    /** How many findings share the fingerprint. */
    readonly count: number;
}

/** What a baseline made of a report. */
export interface BaselineResult {
    /** Findings that it has. */
    readonly accepted: number;
    /** What it has of this stack and the check no longer finds; `count` says how many. */
    readonly gone: readonly BaselineEntry[];
}

export interface ReportSource {
    readonly project: Pick<Project, "name" | "folder"> & Partial<Pick<Project, "file">>;
    readonly record?: Report["record"];
    readonly stack: string;
    readonly resources: readonly Registered[];
    readonly diagnostics: readonly Diagnostic[];
    readonly journal: Journal;
    readonly notSeen: readonly NotSeen[];
    readonly lookups: readonly Lookup[];
    readonly milliseconds: number;
    readonly pack?: PackInfo;
}

/** Joins what the protocol reported with what the journal knows of it. The diagnostics decide; the journal explains. */
export function makeReport(source: ReportSource): Report {
    const byUrn = new Map(source.resources.map((resource) => [resource.urn, resource]));
    const known = new Map(source.journal.checks.map((check) => [key(check.policy, check.urn, check.message), check]));
    const hasJournal = source.journal.count > 0;
    const location = (given: SourceLocation | undefined) => given && { location: fromHere(given, source.project) };
    const placeOf = (resource: Registered | undefined) => location(resource && declaration(resource, byUrn));
    const names = source.resources.map(({ name }) => name).filter((name) => printable(name) !== name);
    const findings = source.diagnostics
        .filter((one) => !(hasJournal && one.level === "advisory" && isSummary(one)))
        .map((diagnostic): Finding => {
            const resource = byUrn.get(diagnostic.urn);
            const text = withoutTitle(diagnostic);
            const entry = known.get(key(diagnostic.policy, diagnostic.urn, text));
            return {
                policy: diagnostic.policy,
                level: diagnostic.level,
                severity: diagnostic.severity,
                urn: diagnostic.urn,
                type: resource?.type ?? "",
                name: resource?.name ?? nameOf(diagnostic.urn),
                title: diagnostic.description,
                ...withPrintableNames(entry ? partsOf(entry) : { at: "", fact: text, why: "", fix: "" }, names),
                failed: entry?.verdict === "failed",
                ...causeOf(entry),
                ...placeOf(resource),
            };
        });
    const owners = new Set(source.resources.map(({ name }) => name));
    const open = (verdict: JournalCheck["verdict"]): readonly OpenCheck[] =>
        source.journal.checks
            .filter((check) => check.verdict === verdict)
            .map(({ policy, severity, urn, at, fact, awaits, reason }) => ({
                policy,
                severity,
                urn,
                name: byUrn.get(urn)?.name ?? nameOf(urn),
                ...withPrintableNames(verdict === "exempted" ? { at, fact } : { at }, names),
                awaits: awaits.map((place) => withOwner(place, byUrn.get(urn)?.name ?? nameOf(urn), owners)),
                ...(reason !== undefined && { reason }),
                ...placeOf(byUrn.get(urn)),
            }));
    const notSeen = source.notSeen.map(({ urn, what, source: place }) => ({
        name: nameOf(urn),
        what,
        ...(place ? location(place) : placeOf(byUrn.get(urn))),
    }));
    const own = source.resources.filter(({ type }) => type !== STACK_TYPE && !isProvider(type));
    return {
        project: source.project.name,
        stack: source.stack,
        ...(source.project.file !== undefined && { origin: path.relative(process.cwd(), source.project.file) }),
        ...(source.pack && { pack: source.pack }),
        resources: own.length,
        judged: own.filter(({ custom }) => custom).length,
        checks: source.journal.count,
        ...(hasJournal && { checksByPolicy: source.journal.counts }),
        findings: withCausesInOrder(findingsInOrder(findings)),
        undecided: openInOrder(open("undecided")),
        exempted: openInOrder(open("exempted")),
        notSeen,
        lookups: lookupEntries(source.lookups, source.resources).map(({ location: place, ...entry }) => ({
            ...entry,
            ...location(place),
        })),
        milliseconds: source.milliseconds,
        ...(source.record && { record: source.record }),
        ...(source.journal.drawing && {
            drawing: source.journal.drawing,
            ...(source.journal.conditions && { conditions: source.journal.conditions }),
            declared: declaredOf(source.resources, placeOf),
        }),
        ...(source.journal.reach && { reach: reachReport(source.journal.reach, source.resources, placeOf, notSeen) }),
        ...(source.journal.leastPrivilege && {
            leastPrivilege: leastPrivilegeReport(source.journal.leastPrivilege, source.resources, placeOf),
        }),
    };
}

function partsOf({
    at,
    statement,
    fact,
    why,
    fix,
    note,
}: JournalCheck): Pick<Finding, "at" | "statement" | "fact" | "why" | "fix" | "note"> {
    return { at, ...(statement !== undefined && { statement }), fact, why, fix, ...(note !== undefined && { note }) };
}

function causeOf(entry: JournalCheck | undefined): Pick<Finding, "cause" | "with"> {
    return {
        ...(entry?.cause !== undefined && { cause: entry.cause }),
        ...(entry?.with !== undefined && { with: entry.with }),
    };
}

/** Numbers causes as they come in the report: a pack numbers them as resources come, which is not the same in each run. */
function withCausesInOrder(findings: readonly Finding[]): readonly Finding[] {
    const numbers = new Map<number, number>();
    return findings.map((finding) => {
        if (finding.cause === undefined) return finding;
        const number = numbers.get(finding.cause) ?? numbers.size;
        numbers.set(finding.cause, number);
        return { ...finding, cause: number };
    });
}

/** A message may have several lines, but none that a resource's name began. */
function withPrintableNames<T extends Readonly<Record<string, string>>>(parts: T, names: readonly string[]): T {
    const shown = (text: string) => names.reduce((now, name) => now.replaceAll(name, printable(name)), text);
    return Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, shown(text)])) as T;
}

function key(policy: string, urn: string, message: string): string {
    return `${policy}\n${urn}\n${message}`;
}

function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

/** Where a resource is declared; what a component makes elsewhere, such as in a callback, has its component's place. */
function declaration(resource: Registered, byUrn: ReadonlyMap<string, Registered>): SourceLocation | undefined {
    if (resource.source) return resource.source;
    for (let at = byUrn.get(resource.parent); at; at = byUrn.get(at.parent))
        if (at.source) return { ...at.source, declaredBy: at.name };
    return undefined;
}

/** Terminals make a path a link only when it leads from where the reader stands. */
function fromHere(place: SourceLocation, project: Pick<Project, "folder">): SourceLocation {
    return { ...place, file: path.relative(process.cwd(), path.join(project.folder, place.file)) };
}

/** The place of a value with the resource's name before it: a rule on the stack names it, a rule on one resource has no need to. */
function withOwner(place: string, name: string, owners: ReadonlySet<string>): string {
    const ends = [...place.matchAll(/[.[]|$/g)].map(({ index }) => place.slice(0, index));
    return place.includes(":") || ends.some((end) => owners.has(end)) ? place : `${name}.${place}`;
}

export function severityRank({ severity }: Pick<Finding, "severity">): number {
    return SEVERITY_ORDER.indexOf(severity);
}

/** Mandatory before advisory, then by severity: the gravest first. */
export function gravity({ level, severity }: Pick<Finding, "level" | "severity">): number {
    return (level === "mandatory" ? 0 : SEVERITY_ORDER.length) + SEVERITY_ORDER.indexOf(severity);
}

const SEVERITY_ORDER = ["critical", "high", "medium", "low", ""];

/** By resource; of each the mandatory and the gravest first. */
export function findingsInOrder(findings: readonly Finding[]): readonly Finding[] {
    return [...findings].sort(inOrder);
}

/** By policy, the gravest first; of each by resource, for a program may register its resources in another order each time. */
function openInOrder(checks: readonly OpenCheck[]): readonly OpenCheck[] {
    return [...checks].sort(
        (a, b) =>
            severityRank(a) - severityRank(b) ||
            compare(a.policy, b.policy) ||
            compare(a.urn, b.urn) ||
            compare(a.at ?? "", b.at ?? ""),
    );
}

function inOrder(a: Finding, b: Finding): number {
    return (
        compare(a.urn, b.urn) ||
        compare(a.level === "mandatory" ? "0" : "1", b.level === "mandatory" ? "0" : "1") ||
        SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
        compare(a.policy, b.policy) ||
        compare(a.at, b.at) ||
        compare(a.fact, b.fact)
    );
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
