/** Two reports held against each other. */

import type { SourceLocation } from "../../host/types";
import { fingerprint, fingerprintAcrossStacks } from "../fingerprint";
import type { Finding, Report } from "../model";
import { inTheirAccounts } from "./accounts";
import { endsKey, type FoundCaller, isCaller, newCallers } from "./callers";
import type { DrawnEdge } from "./drawing";
import { type FoundGrant, newGrants } from "./grants";
import type { Against, Allowed, Comparison, UndecidedChange } from "./model";
import { type DrawnStack, sameNodes } from "./nodes";
import { newPaths } from "./paths";
import { comparedNode, type View, viewsOf } from "./view";

/** What `now` allows that `before` does not, and the other way round. `placeOf` tells where a resource of `now` stands. */
export function compareDrawings(
    earlierStack: DrawnStack,
    laterStack: DrawnStack,
    placeOf: (urn: string) => SourceLocation | undefined = () => undefined,
): Pick<Comparison, "gone" | "newly" | "renamed"> {
    const [before, now] = inTheirAccounts(earlierStack, laterStack);
    const pairs = sameNodes(before, now);
    const [earlier, later] = viewsOf(before, now, pairs);
    const renamed = [...pairs].flatMap(([from, to]) => {
        const [old, current] = [comparedNode(from, earlier), comparedNode(to, later)];
        return old.name === current.name ? [] : [{ from: old, to: current }];
    });
    return {
        newly: allowed(later, earlier, placeOf),
        gone: allowed(earlier, later, () => undefined),
        renamed: renamed.sort((a, b) => (a.to.name < b.to.name ? -1 : 1)),
    };
}

/** What `own` allows and `other` does not. */
function allowed(own: View, other: View, placeOf: (urn: string) => SourceLocation | undefined): Allowed {
    const found = newCallers(own, other);
    const grants = newGrants(own, other)
        .filter((grant) => !isToldBy(grant, found.callers, own))
        .sort((a, b) => grantRank(a) - grantRank(b));
    const callers = [...found.callers].sort((a, b) => callerRank(a) - callerRank(b));
    const there = new Set(other.drawing.edges.map((edge) => endsKey(edge, other)));
    const freshEdges = new Set(callers.map(({ edge }) => edge));
    const isNew = (edge: DrawnEdge) => freshEdges.has(edge) || !there.has(endsKey(edge, own));
    const all = newPaths(own, other, isNew);
    const paths = all.filter(({ awaits }) => awaits.length === 0);
    const numbersOf = (isCause: (since: readonly DrawnEdge[]) => boolean) =>
        paths.flatMap(({ since }, number) => (isCause(since) ? [number] : []));
    const isTold = (edge: DrawnEdge) => freshEdges.has(edge);
    const place = (urn: string | undefined) => {
        const location = urn === undefined ? undefined : placeOf(urn);
        return location && { location };
    };
    return {
        grants: grants.map((grant) => ({
            ...grant.change,
            ...place(grant.change.via.urn),
            // One that is new since somebody calls as well, the caller tells.
            opens: numbersOf((since) => !since.some(isTold) && since.some((edge) => isOf(grant, edge))),
        })),
        callers: callers.map(({ change, edge }) => ({
            ...change,
            ...place(change.via[0]?.urn ?? change.to.urn),
            opens: numbersOf((since) => since.find(isTold) === edge),
        })),
        paths: paths.map(({ change }) => change),
        undecided: [...found.undecided, ...undecidedGrants(own, there)].map(
            ({ from, to, says, awaits = [] }): UndecidedChange => ({
                from: comparedNode(from, own),
                to: comparedNode(to, own),
                says,
                awaits,
            }),
        ),
    };
}

/** Permissions that depend on what is not known have no statement to tell of. */
function undecidedGrants(own: View, there: ReadonlySet<string>): readonly DrawnEdge[] {
    return own.drawing.edges.filter((edge) => !isCaller(edge) && edge.awaits && !there.has(endsKey(edge, own)));
}

function isOf({ role, nodes }: FoundGrant, edge: DrawnEdge): boolean {
    return edge.from === role && nodes.includes(edge.to);
}

/** What follows from who comes in: that a key acts as the root user, who may do everything. */
function isToldBy({ role, change }: FoundGrant, callers: readonly FoundCaller[], own: View): boolean {
    const { urn, path } = change.via;
    const isSame = ({ edge }: FoundCaller) =>
        edge.to === role && edge.via.some((one) => one.urn === urn && one.path === path);
    return change.says !== undefined && own.nodeOf(role)?.urn === undefined && callers.some(isSame);
}

/** What takes a denial away and what is wide first, housekeeping last. */
function grantRank({ change: { effect, isOpen, isWide, isQuiet } }: FoundGrant): number {
    return isQuiet ? 3 : effect === "Deny" || isOpen ? 0 : isWide ? 1 : 2;
}

function callerRank({ change: { isOpen, isQuiet, kind } }: FoundCaller): number {
    if (isQuiet) return 4;
    return isOpen ? 0 : kind === "runs-as" ? 2 : kind === "feeds" ? 3 : 1;
}

/** `now` with what it allows besides `before`, which is undefined where there was none; `why` then says so. */
export function compared(now: Report, before: Report | undefined, against: Against, why?: string): Report {
    const [there, here] = [lookIn(before, now), lookIn(now, before ?? now)];
    const answers = now.findings.map(there);
    const common = {
        against,
        ...(why !== undefined && { allNew: why }),
        findings: {
            new: answers.filter((answer) => answer === "no").length,
            gone: (before?.findings ?? []).map(here).filter((answer) => answer === "no").length,
            undecided: answers.filter((answer) => answer === "undecided").length,
        },
    };
    const findings = now.findings.map(
        (finding, index): Finding => (answers[index] === "no" ? { ...finding, isNew: true } : finding),
    );
    return { ...now, findings, comparison: { ...common, ...comparedDrawings(now, before) } };
}

function comparedDrawings(
    now: Report,
    before: Report | undefined,
): Pick<Comparison, "gone" | "newly" | "notDrawn" | "renamed"> {
    const old = before ? before.drawing : EMPTY;
    if (!old || !now.drawing) return { notDrawn: NOT_DRAWN, newly: NOTHING, gone: NOTHING, renamed: [] };
    const { project, stack } = before ?? now;
    const stacks = [
        { drawing: old, project, stack },
        { drawing: now.drawing, project: now.project, stack: now.stack },
    ] as const;
    return compareDrawings(...stacks, placesOf(now));
}

function placesOf({ declared = {} }: Report): (urn: string) => SourceLocation | undefined {
    return (urn) => declared[urn]?.location;
}

const EMPTY = { nodes: [], edges: [], ways: [], roles: [], networks: [] };
const NOTHING: Allowed = { grants: [], callers: [], paths: [], undecided: [] };
const NOT_DRAWN = "this policy pack draws no stack, so that findings alone are compared";

/**
 * Asked once of each finding of `of`: does `report` have it, as often as it was asked? Or was the check not decided there, or could not be made?
 * A finding is known across stacks where these differ.
 */
function lookIn(report: Report | undefined, of: Report): (finding: Finding) => "no" | "undecided" | "yes" {
    const isSame = report?.project === of.project && report.stack === of.stack;
    const identity = isSame ? fingerprint : fingerprintAcrossStacks;
    const left = new Map<string, number>();
    for (const one of report?.findings ?? []) left.set(identity(one), (left.get(identity(one)) ?? 0) + 1);
    // A check that several resources take part in waits at one of them, and finds fault with another of the same name.
    const checkOf = ({ policy, name }: Pick<Finding, "policy" | "name">) => JSON.stringify([policy, name]);
    const failed = report?.findings.filter((one) => one.failed) ?? [];
    const open = new Set([...(report?.undecided ?? []), ...failed].map(checkOf));
    return (finding) => {
        const number = left.get(identity(finding)) ?? 0;
        left.set(identity(finding), number - 1);
        if (number > 0) return "yes";
        return open.has(checkOf(finding)) ? "undecided" : "no";
    };
}
