import { Ec2Subnet } from "../../aws";
import { type Answer, any, no, undecided, type Value, yes } from "../../values";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** Do all of these subnets lie in one availability zone? Of a subnet whose zone this stack does not tell: not for certain. */
export function inOneZone(stack: Stack, from: Resource, subnetIds: Value<readonly string[]>): Answer {
    if (subnetIds.state === "unknown") return undecided(subnetIds.place);
    const ids = subnetIds.items() as readonly Value[];
    if (ids.length === 0) return no;
    if (new Set(ids.map((id) => id.text() ?? id)).size === 1) return yes;
    const links = ids.map((id) => possible(stack.link(from, id, Ec2Subnet)));
    if (links.some((subnets) => subnets.length === 0)) return no;
    return any(...ZONE.map((key) => areSame(links.flat().map((subnet) => inputOf(subnet, key)))));
}

/** A program names a zone by either; AWS chooses one where it does not. */
const ZONE = ["availabilityZone", "availabilityZoneId"];

function areSame(zones: readonly Value[]): Answer {
    const names = new Set(zones.flatMap((zone) => zone.text() ?? []));
    if (zones.some(({ state }) => state === "absent") || names.size > 1) return no;
    const open = zones.filter(({ state }) => state === "unknown").map(({ place }) => place);
    return open.length > 0 ? undecided(...open) : yes;
}
