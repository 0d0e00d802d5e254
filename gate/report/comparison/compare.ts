/** Two reports held against each other. */

import type { SourceLocation } from "../../host/types";
import type { Report } from "../model";
import { inTheirAccounts } from "./accounts";
import { endsKey, type FoundCaller, isCaller, newCallers } from "./callers";
import type { DrawnEdge } from "./drawing";
import { comparedFindings } from "./findings";
import type { FoundGrant } from "./grant-changes";
import { newGrants } from "./grants";
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
    const { findings, counts } = comparedFindings(now, before);
    const common = { against, ...(why !== undefined && { allNew: why }), findings: counts };
    return { ...now, findings, comparison: { ...common, ...comparedDrawings(now, before) } };
}

function comparedDrawings(
    now: Report,
    before: Report | undefined,
): Pick<Comparison, "gone" | "newly" | "notDrawn" | "renamed"> {
    const later = stackIn(now);
    const earlier = before ? stackIn(before) : { drawing: EMPTY, project: now.project, stack: now.stack };
    if (!earlier || !later) return { notDrawn: NOT_DRAWN, newly: NOTHING, gone: NOTHING, renamed: [] };
    return compareDrawings(earlier, later, (urn) => now.declared?.[urn]?.location);
}

/** Undefined of a report without a drawing. */
function stackIn({ drawing, conditions = [], declared = {}, project, stack }: Report): DrawnStack | undefined {
    const aliases = Object.fromEntries(Object.entries(declared).map(([urn, one]) => [urn, one.aliases ?? []]));
    return drawing && { drawing, conditions, aliases, project, stack };
}

const EMPTY = { nodes: [], edges: [], ways: [], roles: [], networks: [] };
const NOTHING: Allowed = { grants: [], callers: [], paths: [], undecided: [] };
const NOT_DRAWN = "this policy pack draws no stack, so that findings alone are compared";
