import type { JournalReach, ReachOpening, ReachStepTold } from "../../pack/journal";
import type { Registered, SourceLocation } from "../host/types";

/** The answer to `reach`: what is reached, and each way with the resource and line that opens each of its steps. */
export interface ReachReport {
    /** As asked. */
    readonly from: string;
    readonly to: string;
    /** Of the two, those that name no resource of the stack. */
    readonly unknown: readonly string[];
    readonly reached: readonly Reached[];
    /** What neither the gate nor the pack sees: ways may lead through it. */
    readonly notSeen: readonly NotSeenEntry[];
}

/** Something of the program that is not seen, in words, with its place. */
export interface NotSeenEntry {
    readonly name: string;
    readonly what: string;
    readonly location?: SourceLocation;
}

export interface Reached extends Named {
    /** Where the ways begin. */
    readonly from: Named;
    /** What gets to it over the network, from wherever on the way. */
    readonly openings: readonly ReachOpening[];
    /** Every way where one resource is asked about, else the best one. */
    readonly paths: readonly {
        readonly isCertain: boolean;
        readonly isGuarded: boolean;
        readonly steps: readonly ReachedStep[];
    }[];
    /** Are there no ways besides these? */
    readonly isAll: boolean;
}

export interface ReachedStep extends Omit<ReachStepTold, "from" | "to" | "openedBy"> {
    readonly from: Named;
    readonly to: Named;
    readonly openedBy: readonly (Named & { readonly path: string })[];
}

/** A resource with its place in the program; of the internet, the name alone. */
export interface Named {
    readonly urn: string;
    readonly name: string;
    readonly type: string;
    readonly location?: SourceLocation;
}

/** Joins the pack's answer with where resources are declared. */
export function reachReport(
    answer: JournalReach,
    resources: readonly Registered[],
    placeOf: (resource: Registered | undefined) => { readonly location?: SourceLocation } | undefined,
    notSeen: readonly NotSeenEntry[],
): ReachReport {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const named = (urn: string): Named => {
        const resource = byUrn.get(urn);
        return { urn, name: resource?.name ?? urn, type: resource?.type ?? "", ...placeOf(resource) };
    };
    const step = (told: ReachStepTold): ReachedStep => ({
        ...told,
        from: named(told.from),
        to: named(told.to),
        openedBy: told.openedBy.map(({ urn, path }) => ({ ...named(urn), path })),
    });
    return {
        from: answer.from,
        to: answer.to,
        unknown: answer.unknown,
        reached: answer.reached.map(({ urn, from, openings, paths, isAll }) => ({
            ...named(urn),
            from: named(from),
            openings,
            paths: paths.map((path) => ({
                ...path,
                steps: path.steps.flatMap((number) => {
                    const told = answer.steps[number];
                    return told ? [step(told)] : [];
                }),
            })),
            isAll,
        })),
        notSeen: [
            ...notSeen,
            ...answer.unread.map(({ urn, what }) => ({
                name: named(urn).name,
                what,
                ...placeOf(byUrn.get(urn)),
            })),
        ],
    };
}
