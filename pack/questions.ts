/**
 * Questions that a host asks of the graph besides the verdicts: by an environment variable, since the analyzer protocol has no
 * call for them; the answer goes to the journal. It holds names and places of resources, never an input's value.
 */
import { LambdaFunction } from "../model/aws";
import {
    bestPaths,
    type CallTold,
    drawnOf,
    type End,
    endsNamed,
    type Path,
    pathsTo,
    type ReachStep,
    type Resource,
    reachFrom,
    rolesTold,
    type Stack,
    unreadIn,
} from "../model/graph";
import {
    type Bounds,
    cidrsOf,
    familiesOf,
    ofFamily,
    openingsOf,
    type Traffic,
    traffic,
    unionOfTraffic,
    whateverAddresses,
} from "../model/network";
import {
    type CallLeast,
    DRAWING_VARIABLE,
    type JournalDrawing,
    type JournalLeastPrivilege,
    type JournalReach,
    LEAST_PRIVILEGE_VARIABLE,
    REACH_VARIABLE,
    type ReachedResource,
    type ReachOpening,
    type ReachPath,
    type ReachQuestion,
    type ReachStepTold,
    type RoleLeast,
} from "./journal";

/** The key under which the host asks for a drawing, if it does. */
export function drawingKey(): string | undefined {
    return process.env[DRAWING_VARIABLE] || undefined;
}

/** Nothing where it cannot be made: no verdict depends on it, and none is lost for it. */
export function answerDrawing(stack: Stack, key: string): JournalDrawing | undefined {
    try {
        return { kind: "drawing", ...drawnOf(stack, key) };
    } catch {
        return undefined;
    }
}

/** Of which functions the host asks for the least privilege, if it does. */
export function leastPrivilegeQuestion(): string | undefined {
    return process.env[LEAST_PRIVILEGE_VARIABLE] || undefined;
}

/** What the roles of the functions have, what their code calls, and the least that they need. */
export function answerLeastPrivilege(stack: Stack, of: string): JournalLeastPrivilege {
    const named = endsNamed(stack, of === "*" || of.includes(":") ? of : `function:${of}`);
    const functions = stack.ofType(LambdaFunction).filter((one) => of === "*" || named.includes(one));
    const roles = rolesTold(stack, functions).map(
        ({ role, functions: under, grants, least, names, own, awaits }): RoleLeast => ({
            urn: role?.urn ?? "",
            functions: under.map(({ holder, calls }) => ({ urn: holder.urn, calls: calls.map(callLeast) })),
            grants: grants.map(({ resource, at, name, allows, on, unused }) => ({
                urn: resource.urn,
                path: at,
                name,
                allows,
                on,
                ...(unused && { unused }),
            })),
            least,
            names,
            own,
            awaits,
        }),
    );
    return { kind: "least-privilege", of, isUnknown: functions.length === 0 && of !== "*", roles };
}

const VERDICTS = { yes: "denied", no: "allowed", undecided: "undecided" } as const;

function callLeast({ on: [on], denied, ...call }: CallTold): CallLeast {
    const awaits = denied.is === "undecided" ? denied.awaits : [];
    return { ...call, ...(on && { on: on.urn }), verdict: VERDICTS[denied.is], awaits };
}

/** What the host asks of reach, if anything. */
export function reachQuestion(): ReachQuestion | undefined {
    const text = process.env[REACH_VARIABLE];
    if (!text) return undefined;
    try {
        const { from, to } = JSON.parse(text) as Partial<ReachQuestion>;
        return typeof from === "string" && typeof to === "string" ? { from, to } : undefined;
    } catch {
        return undefined;
    }
}

/** One resource on the other side: every way to it. Several: the best way to each. */
export function answerReach(stack: Stack, { from, to }: ReachQuestion): JournalReach {
    const starts = endsNamed(stack, from);
    const wanted = to === "*" ? undefined : new Set<End>(endsNamed(stack, to));
    const unknown = [...(starts.length === 0 ? [from] : []), ...(wanted?.size === 0 ? [to] : [])];
    const told = new Telling();
    const reached = starts.flatMap((start) => {
        const reach = reachFrom(stack, start);
        const best = bestPaths(reach);
        const targets = [...best.keys()].filter((one) => one !== start && (wanted?.has(one) ?? true));
        return targets.map((resource): ReachedResource => {
            const every = targets.length === 1 ? pathsTo(reach, resource) : undefined;
            const paths = every?.paths ?? [best.get(resource) as Path];
            return {
                ...nameOf(start, resource),
                openings: openingsTo(reach.network.packetsTo(resource)),
                paths: paths.map((path) => told.path(path)),
                isAll: every?.isAll ?? reach.hasOneStepTo(resource),
            };
        });
    });
    const unread = unreadIn(stack).map(({ resource, what }) => ({ urn: resource.urn, what }));
    return { kind: "reach", from, to, unknown, reached, steps: told.steps, unread };
}

function nameOf(start: End, { urn, type, name }: Resource): Pick<ReachedResource, "from" | "urn" | "type" | "name"> {
    return { from: endOf(start), urn, type, name };
}

function endOf(end: End): string {
    return end === "internet" ? end : end.urn;
}

/** Each step is told once, and paths name it by its number. */
class Telling {
    readonly steps: ReachStepTold[] = [];
    private readonly numbers = new Map<ReachStep, number>();

    path({ steps, when, isGuarded }: Path): ReachPath {
        return { steps: steps.map((step) => this.number(step)), isCertain: when.is === "yes", isGuarded };
    }

    private number(step: ReachStep): number {
        const known = this.numbers.get(step);
        if (known !== undefined) return known;
        this.numbers.set(step, this.steps.length);
        this.steps.push({
            from: endOf(step.from),
            to: step.to.urn,
            over: step.over,
            says: step.says,
            openedBy: step.openedBy.map(({ resource, path }) => ({ urn: resource.urn, path })),
            closes: step.closes,
            isCertain: step.when.is === "yes",
            awaits: step.when.is === "undecided" ? step.when.awaits : [],
            ...(step.guard !== undefined && { guard: step.guard }),
            ...(step.packets && {
                openings: openings(step.packets.certain, step.packets.possible, step.from === "internet"),
            }),
        });
        return this.steps.length - 1;
    }
}

/** What gets to a resource over the network, from wherever. */
function openingsTo(packets: readonly Bounds[]): readonly ReachOpening[] {
    const all = (sets: readonly Traffic[]) => unionOfTraffic(sets.map((set) => whateverAddresses(set)));
    return openings(all(packets.map(({ certain }) => certain)), all(packets.map(({ possible }) => possible)), false);
}

function openings(certain: Traffic, possible: Traffic, withAddresses: boolean): readonly ReachOpening[] {
    return [
        ...told(certain, true, withAddresses),
        // And what is possible besides.
        ...told(traffic.subtract(possible, certain), false, withAddresses),
    ];
}

function told(set: Traffic, isCertain: boolean, withAddresses: boolean): readonly ReachOpening[] {
    return openingsOf(set).flatMap(({ protocols, ports, ends }) => {
        const base = {
            protocols: [protocols.from, protocols.to] as const,
            ports: [ports.from, ports.to] as const,
            isCertain,
        };
        if (!withAddresses) return [base];
        return familiesOf(ends).map((family) => ({ ...base, family, addresses: cidrsOf(ofFamily(ends, family)) }));
    });
}
