import { type Answer, all, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { identitiesOf } from "../identities/identities";
import { doorsOf } from "../invocation/doors";
import { invocationsOf } from "../invocation/invocations";
import { reachedFromInternet, type Start } from "../network/reach";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { invocationSteps } from "./over-invocations";
import { connects, networkSteps } from "./over-network";
import { openRoles, permissionSteps } from "./over-permissions";
import { policySteps } from "./over-policies";
import type { End, ReachStep } from "./step";

/** What questions of reach are read from. */
export const reaching = fact(
    [reachedFromInternet, invocationsOf, doorsOf, identitiesOf],
    (stack) => (from: End) => reachFrom(stack, from),
);

/** Everything that is reached from one end, by the steps that lead from one to the next. */
export interface Reach {
    readonly from: End;
    /** By what they lead to. */
    readonly stepsTo: ReadonlyMap<Resource, readonly ReachStep[]>;
}

/** All steps from one end, over the network, triggers and permissions, and from whatever is entered on the way. */
export function reachFrom(stack: Stack, from: End): Reach {
    const memo = stack.once(reachFrom, () => new Map<End, Reach>());
    const found = memo.get(from) ?? { from, stepsTo: walk(stack, from) };
    memo.set(from, found);
    return found;
}

function walk(stack: Stack, from: End): ReadonlyMap<Resource, readonly ReachStep[]> {
    const entered = new Set<End>([from]);
    const others: ReachStep[] = [];
    let network: readonly ReachStep[] = [];
    const queue: End[] = [from];
    for (;;) {
        for (let end = queue.shift(); end; end = queue.shift()) {
            for (const step of otherSteps(stack, end)) {
                others.push(step);
                if (step.isEntered && !entered.has(step.to)) {
                    entered.add(step.to);
                    queue.push(step.to);
                }
            }
        }
        // What is entered another way connects from where it stands.
        const starts = new Set<Start>([...entered].filter((end) => end === "internet" || connects(stack, end)));
        network = networkSteps(stack, starts);
        for (const { to, isEntered } of network) {
            if (!isEntered || entered.has(to)) continue;
            entered.add(to);
            queue.push(to);
        }
        if (queue.length === 0) break;
    }
    return grouped([...network, ...others].map((step) => [step, [step.to]] as const));
}

function otherSteps(stack: Stack, end: End): readonly ReachStep[] {
    const invoked = invocationSteps(stack).get(end) ?? [];
    if (end === "internet") return [...invoked, ...openRoles(stack), ...policySteps(stack)];
    return [...invoked, ...permissionSteps(stack, end)];
}

export interface Path {
    readonly steps: readonly ReachStep[];
    readonly when: Answer;
    /** Is somebody asked on the way? */
    readonly isGuarded: boolean;
}

/** How many are told at most. */
export const MOST_PATHS = 25;
const LONGEST_PATH = 12;
/** A dense graph has more ways than anybody reads. */
const MOST_TRIED = 20_000;

/** Every way to a resource that meets none twice, the shortest first; `isAll` tells whether there are no more. */
export function pathsTo(
    { from, stepsTo }: Reach,
    to: Resource,
): { readonly paths: readonly Path[]; readonly isAll: boolean } {
    const paths: Path[] = [];
    let level: readonly (readonly ReachStep[])[] = (stepsTo.get(to) ?? []).map((step) => [step]);
    let tried = 0;
    for (let length = 1; length <= LONGEST_PATH && level.length > 0; length++) {
        const next: (readonly ReachStep[])[] = [];
        for (const steps of level) {
            tried += 1;
            const first = steps[0] as ReachStep;
            if (first.from === from) {
                paths.push(pathOf(steps));
                if (paths.length >= MOST_PATHS) return { paths: sorted(paths), isAll: false };
                continue;
            }
            if (first.from === "internet") continue;
            const met = new Set<End>(steps.map((step) => step.to));
            for (const before of stepsTo.get(first.from) ?? [])
                if (before.isEntered && !met.has(before.from) && before.from !== to) next.push([before, ...steps]);
        }
        if (tried + next.length > MOST_TRIED) return { paths: sorted(paths), isAll: false };
        level = next;
    }
    return { paths: sorted(paths), isAll: level.length === 0 };
}

/** The best way to each resource: one that is certain before one that may be, one that nobody guards before one that is, then the shorter. */
export function bestPaths({ from, stepsTo }: Reach): ReadonlyMap<Resource, Path> {
    const onward = grouped([...stepsTo.values()].flat().map((step) => [step, [step.from]] as const));
    const cost = new Map<End, number>([[from, 0]]);
    const last = new Map<Resource, ReachStep>();
    const open = new Set<End>([from]);
    while (open.size > 0) {
        const next = [...open].reduce((best, one) => ((cost.get(one) ?? 0) < (cost.get(best) ?? 0) ? one : best));
        open.delete(next);
        if (next !== from && next !== "internet" && last.get(next)?.isEntered === false) continue;
        for (const step of onward.get(next) ?? []) {
            const sum = (cost.get(next) ?? 0) + costOf(step);
            // To be where one acts is worth a detour: from what is only read nothing leads on.
            const before = cost.get(step.to);
            if (before !== undefined && before <= sum) continue;
            cost.set(step.to, sum);
            last.set(step.to, step);
            open.add(step.to);
        }
    }
    return new Map([...last.keys()].map((to) => [to, pathOf(backFrom(to, from, last))]));
}

function costOf({ when, guard, isEntered }: ReachStep): number {
    return 1 + (when.is === "yes" ? 0 : 10_000) + (guard === undefined ? 0 : 100) + (isEntered ? 0 : 0.5);
}

function backFrom(to: Resource, from: End, last: ReadonlyMap<Resource, ReachStep>): readonly ReachStep[] {
    const steps: ReachStep[] = [];
    for (let at: End = to; at !== from && at !== "internet"; ) {
        const step = last.get(at);
        if (!step || steps.length > last.size) break;
        steps.unshift(step);
        at = step.from;
    }
    return steps;
}

function pathOf(steps: readonly ReachStep[]): Path {
    return {
        steps,
        when: all(yes, ...steps.map(({ when }) => when)),
        isGuarded: steps.some(({ guard }) => guard !== undefined),
    };
}

/** What nobody guards goes first, then the shorter. */
function sorted(paths: readonly Path[]): readonly Path[] {
    return [...paths].sort((a, b) => Number(a.isGuarded) - Number(b.isGuarded) || a.steps.length - b.steps.length);
}
