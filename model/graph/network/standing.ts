import { type NetworkPlacement, valuesAt } from "../../aws";
import { type Answer, any, type Value } from "../../values";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { defaultGroupOf, type GroupKey, type NamedGroups } from "./security-groups";
import { impliedDefaultSubnet, type Subnet, subnetElsewhere, subnetsAt, unknownVpcOf } from "./subnets";

/** Where an interface stands. */
export interface Standing {
    /** It stands in one of them, or in each; those that this stack does not make are among them. */
    readonly subnets: readonly Subnet[];
    /** What would tell in which of them it stands, or that it is this host's: nothing of it is certain. */
    readonly awaits: readonly string[];
}

export const NOWHERE: Standing = { subnets: [], awaits: [] };

export function inDefault(stack: Stack): Standing {
    return { subnets: [impliedDefaultSubnet(stack)], awaits: [] };
}

/** Where it stands in subnets that this stack does not tell: the places that name them. */
export function namedElsewhere({ subnets }: Standing): readonly string[] {
    return subnets.flatMap(({ elsewhere }) => elsewhere?.place ?? []);
}

/** The subnets that a resource names, itself or by its subnet group; undefined where it names none. */
export function standingOf(
    stack: Stack,
    resource: Resource,
    { subnets, subnetGroup }: Pick<NetworkPlacement, "subnets" | "subnetGroup">,
): Standing | undefined {
    if (!subnetGroup) {
        const ids = subnets.flatMap((path) => valuesAt(resource.root, path));
        return namedSubnets(stack, resource, ids, !subnets.some((path) => path.endsWith("[]")));
    }
    const at = inputOf(resource, subnetGroup.path);
    if (at.state === "absent") return undefined;
    const link = stack.link<unknown>(resource, at, subnetGroup.type);
    const group = linked(link);
    if (group) return namedSubnets(stack, group, valuesAt(group.root, "subnetIds[]"), false);
    // A name that is known may be that of a group whose own is not.
    const isNamed = link.kind === "outside" && !stack.ofType<unknown>(subnetGroup.type).some(hasUnknownName);
    return somewhere(stack, at.place, isNamed ? `subnet group ${link.reference}` : undefined);
}

function hasUnknownName(resource: Resource): boolean {
    return inputOf(resource, "name").state === "unknown";
}

/** `isOne`: an id of one subnet, not a list of which several dependencies are the elements. */
export function namedSubnets(
    stack: Stack,
    holder: Resource,
    ids: readonly Value[],
    isOne: boolean,
): Standing | undefined {
    const given = ids.filter(({ state }) => state !== "absent");
    if (given.length === 0) return undefined;
    const found = given.map((id) => subnetsAt(stack, holder, id));
    const all = found.flatMap(({ subnets, outside, awaits }) => [
        ...subnets,
        ...outside.map(({ id, place }) => elsewhere(stack, id, place, true)),
        ...awaits.map((place) => elsewhere(stack, place, place, false)),
    ]);
    return {
        subnets: [...new Map(all.map((one) => [one.key, one])).values()],
        awaits: isOne ? found.flatMap(({ candidates }) => candidates) : [],
    };
}

/** In a subnet of which nothing is known but where it is named, and perhaps how. */
export function somewhere(stack: Stack, place: string, name?: string): Standing {
    return { subnets: [elsewhere(stack, name ?? place, place, name !== undefined)], awaits: [] };
}

function elsewhere(stack: Stack, key: string, place: string, isNamed: boolean): Subnet {
    return subnetElsewhere(stack, key, { place, isNamed }, { key: unknownVpcOf(key) });
}

/** Does one of the subnets give it? */
export function anyGives({ subnets }: Standing, gives: (subnet: Subnet) => Answer): Answer {
    return any(...subnets.map(gives));
}

/** The group that something has which names none: its VPC's own. */
export function ownDefault(standing: Standing): NamedGroups {
    const { subnets, awaits } = standing;
    const keys = [...new Set(subnets.map(({ vpcResource }): GroupKey => defaultGroupOf(vpcResource)))];
    const unknown = subnets.flatMap(({ elsewhere: at }) => (at && !at.isNamed ? [at.place] : []));
    if (unknown.length > 0) return { certain: [], possible: keys, isAny: true, awaits: [...awaits, ...unknown] };
    const isOne = keys.length === 1;
    return { certain: isOne ? keys : [], possible: keys, isAny: false, awaits: isOne ? [] : awaits };
}
