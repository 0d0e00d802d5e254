import { type Answer, all, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { identitiesOf } from "../identities/identities";
import { doorsOf } from "../invocation/doors";
import { invocationsOf } from "../invocation/invocations";
import { reachedFromInternet, type Start } from "../network/reach";
import { OnDemand } from "../on-demand";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { doorTypes } from "./over-doors";
import { invocationSteps } from "./over-invocations";
import { connects, type NetworkReach, reachOverNetwork } from "./over-network";
import { openRoles, permissionSteps } from "./over-permissions";
import { policySteps } from "./over-policies";
import type { End, ReachStep } from "./step";

/** What questions of reach are read from. */
export const reaching = fact(
    [reachedFromInternet, invocationsOf, doorsOf, identitiesOf, ...doorTypes],
    (stack) => (from: End) => reachFrom(stack, from),
);

/** Everything that is reached from one end, by the steps that lead from one to the next. */
export interface Reach {
    readonly from: End;
    /** By what they lead to; in a dense network they are many, and are worked out when they are asked for. */
    readonly stepsTo: ReadonlyMap<Resource, readonly ReachStep[]>;
    /** Over the network alone. */
    readonly network: NetworkReach;
    /** All others, by where they begin. */
    readonly others: ReadonlyMap<End, readonly ReachStep[]>;
    /** Does one step alone lead there? */
    hasOneStepTo(to: Resource): boolean;
}

/** All steps from one end, over the network, triggers and permissions, and from whatever is entered on the way. */
export function reachFrom(stack: Stack, from: End): Reach {
    return stack.onceFor(reachFrom, from, () => walk(stack, from));
}

function walk(stack: Stack, from: End): Reach {
    const entered = new Set<End>([from]);
    const others: ReachStep[] = [];
    const queue: End[] = [from];
    const starts = new Set<Start>(from === "internet" || connects(stack, from) ? [from] : []);
    let started = -1;
    let network: NetworkReach | undefined;
    for (;;) {
        for (let end = queue.shift(); end; end = queue.shift()) {
            for (const step of otherSteps(stack, end)) {
                others.push(step);
                if (!step.isEntered) continue;
                // What is entered another way connects from where it stands.
                if (connects(stack, step.to)) starts.add(step.to);
                if (entered.has(step.to)) continue;
                entered.add(step.to);
                queue.push(step.to);
            }
        }
        if (network && starts.size === started) return together(from, network, others);
        started = starts.size;
        network = reachOverNetwork(stack, new Set(starts));
        for (const to of network.stepsTo.keys()) {
            if (!network.isEntered(to) || entered.has(to)) continue;
            entered.add(to);
            queue.push(to);
        }
    }
}

function together(from: End, network: NetworkReach, others: readonly ReachStep[]): Reach {
    const byTarget = grouped(others.map((step) => [step, [step.to]] as const));
    const all = new Set([...network.stepsTo.keys(), ...byTarget.keys()]);
    return {
        from,
        network,
        others: grouped(others.map((step) => [step, [step.from]] as const)),
        hasOneStepTo: (to) => network.countTo(to) + (byTarget.get(to)?.length ?? 0) === 1,
        stepsTo: new OnDemand(all, (to) => [...(network.stepsTo.get(to) ?? []), ...(byTarget.get(to) ?? [])]),
    };
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
export function bestPaths({ from, network, others, stepsTo }: Reach): ReadonlyMap<Resource, Path> {
    const cost = new Map<End, number>([[from, 0]]);
    const last = new Map<Resource, ReachStep>();
    const open = new Set<End>([from]);
    while (open.size > 0) {
        const next = [...open].reduce((best, one) => ((cost.get(one) ?? 0) < (cost.get(best) ?? 0) ? one : best));
        open.delete(next);
        if (next !== from && next !== "internet" && last.get(next)?.isEntered === false) continue;
        const own = cost.get(next) ?? 0;
        const take = (step: ReachStep) => {
            const sum = own + costOf(step);
            // To be where one acts is worth a detour: from what is only read nothing leads on.
            const before = cost.get(step.to);
            if (before !== undefined && before <= sum) return;
            cost.set(step.to, sum);
            last.set(step.to, step);
            open.add(step.to);
        };
        for (const step of others.get(next) ?? []) take(step);
        for (const to of network.stepsTo.keys()) {
            // Nothing from here is better than what leads there already.
            const least = own + 1 + (network.isEntered(to) ? 0 : NOT_ENTERED);
            const isBest = (cost.get(to) ?? Number.POSITIVE_INFINITY) <= least;
            if (!isBest) for (const step of network.between(next, to)) take(step);
        }
    }
    return new Map([...stepsTo.keys()].flatMap((to) => (last.has(to) ? [[to, pathOf(backFrom(to, from, last))]] : [])));
}

const NOT_ENTERED = 0.5;

function costOf({ when, guard, isEntered }: ReachStep): number {
    return 1 + (when.is === "yes" ? 0 : 10_000) + (guard === undefined ? 0 : 100) + (isEntered ? 0 : NOT_ENTERED);
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
