import path from "node:path";
import type { Diagnostic, NotSeen, Registered, SourceLocation } from "../host/types";
import { STACK_TYPE } from "../host/urns";
import type { Project } from "../project/project";
import type { Journal, JournalCheck } from "./journal";

/** One check's result as plain data; every format of report is made from it. */
export interface Report {
    readonly project: string;
    readonly stack: string;
    readonly resources: number;
    readonly checks: number;
    readonly findings: readonly Finding[];
    readonly undecided: readonly OpenCheck[];
    readonly exempted: readonly OpenCheck[];
    readonly notSeen: readonly NotSeenEntry[];
    readonly milliseconds: number;
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
    readonly fact: string;
    readonly why: string;
    readonly fix: string;
    /** Such as that an exemption has expired. */
    readonly note?: string;
    /** The check itself failed: what it would have said is not known. */
    readonly failed: boolean;
    readonly location?: SourceLocation;
}

/** A check that was not decided, or was exempted. */
export interface OpenCheck {
    readonly policy: string;
    readonly severity: string;
    readonly urn: string;
    readonly name: string;
    readonly awaits: readonly string[];
    readonly reason?: string;
    readonly location?: SourceLocation;
}

export interface NotSeenEntry {
    readonly name: string;
    readonly what: string;
    readonly location?: SourceLocation;
}

export interface ReportSource {
    readonly project: Project;
    readonly stack: string;
    readonly resources: readonly Registered[];
    readonly diagnostics: readonly Diagnostic[];
    readonly journal: Journal;
    readonly notSeen: readonly NotSeen[];
    readonly milliseconds: number;
}

/** The pack's own summaries; where its journal is there, their content is shown as counts. */
const SUMMARIES = new Set(["undecided-checks", "exemptions"]);

/** Joins what the protocol reported with what the journal knows of it. The diagnostics decide; the journal explains. */
export function makeReport(source: ReportSource): Report {
    const byUrn = new Map(source.resources.map((resource) => [resource.urn, resource]));
    const known = new Map(source.journal.checks.map((check) => [key(check.policy, check.urn, check.message), check]));
    const hasJournal = source.journal.count > 0;
    const location = (given: SourceLocation | undefined) => given && { location: fromHere(given, source.project) };
    const placeOf = (resource: Registered | undefined) => location(resource && declaration(resource, byUrn));
    const findings = source.diagnostics
        .filter(
            ({ policy, level }) =>
                !(hasJournal && SUMMARIES.has(policy) && level === "advisory" && policy === "undecided-checks"),
        )
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
                ...(entry ? partsOf(entry) : { at: "", fact: text, why: "", fix: "" }),
                failed: entry?.verdict === "failed",
                ...placeOf(resource),
            };
        });
    const open = (verdict: JournalCheck["verdict"]): readonly OpenCheck[] =>
        source.journal.checks
            .filter((check) => check.verdict === verdict)
            .map(({ policy, severity, urn, awaits, reason }) => ({
                policy,
                severity,
                urn,
                name: byUrn.get(urn)?.name ?? nameOf(urn),
                awaits,
                ...(reason !== undefined && { reason }),
                ...placeOf(byUrn.get(urn)),
            }));
    return {
        project: source.project.name,
        stack: source.stack,
        resources: source.resources.filter(({ type }) => type !== STACK_TYPE && !type.startsWith("pulumi:providers:"))
            .length,
        checks: source.journal.count,
        findings: findings.sort(inOrder),
        undecided: open("undecided"),
        exempted: open("exempted"),
        notSeen: source.notSeen.map(({ urn, what, source: place }) => ({
            name: nameOf(urn),
            what,
            ...(place ? location(place) : placeOf(byUrn.get(urn))),
        })),
        milliseconds: source.milliseconds,
    };
}

function partsOf({ at, fact, why, fix, note }: JournalCheck): Pick<Finding, "at" | "fact" | "why" | "fix" | "note"> {
    return { at, fact, why, fix, ...(note !== undefined && { note }) };
}

function key(policy: string, urn: string, message: string): string {
    return `${policy}\n${urn}\n${message}`;
}

function withoutTitle({ description, message }: Diagnostic): string {
    return message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message;
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
function fromHere(place: SourceLocation, project: Project): SourceLocation {
    return { ...place, file: path.relative(process.cwd(), path.join(project.folder, place.file)) };
}

const SEVERITY_ORDER = ["critical", "high", "medium", "low", ""];

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
