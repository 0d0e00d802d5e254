import { addresses, FAMILIES, type Family, ofFamily, overlaps } from "../../network";
import { type KnownAddresses, NO_ADDRESSES } from "./known-addresses";
import type { NetworkInterface } from "./network-interface";
import type { Subnet } from "./subnets";

/** The private addresses of one family that an interface has in one of its subnets; undefined where it has none. */
export function addressesIn(one: NetworkInterface, subnet: Subnet, family: Family): KnownAddresses | undefined {
    const isIpv6 = family === "ipv6";
    if (isIpv6 && one.hasIpv6.is === "no") return undefined;
    const own = ofFamilyAlone(one.addresses ?? NO_ADDRESSES, family);
    const all = ofFamilyAlone(subnet.addresses, family);
    // An address that is not of this subnet is another interface's, or made up for a preview; of a subnet elsewhere nobody can tell.
    const isKnown = own.awaits.length === 0 && !addresses.isEmpty(own.possible) && !subnet.elsewhere;
    const isOwn = isKnown && overlaps(own.possible, all.possible);
    const found = isOwn ? own : all;
    return addresses.isEmpty(found.possible) ? undefined : found;
}

const byFamily = new WeakMap<KnownAddresses, Map<Family, KnownAddresses>>();

/** The same object for the same addresses, by which answers are remembered. */
export function ofFamilyAlone(all: KnownAddresses, family: Family): KnownAddresses {
    const parts = byFamily.get(all) ?? new Map<Family, KnownAddresses>();
    byFamily.set(all, parts);
    const { certain, possible, awaits } = all;
    const found = parts.get(family) ?? {
        certain: ofFamily(certain, family),
        possible: ofFamily(possible, family),
        awaits,
    };
    parts.set(family, found);
    return found;
}

/** All of its private addresses, by subnet and family. */
export function everyAddress(one: NetworkInterface): readonly KnownAddresses[] {
    return one.subnets.flatMap((subnet) => FAMILIES.flatMap((family) => addressesIn(one, subnet, family) ?? []));
}

const ids = new WeakMap<KnownAddresses, number>();
let nextId = 0;

/** A number for addresses that are the same object. */
export function idOf(ends: KnownAddresses): number {
    const known = ids.get(ends);
    if (known !== undefined) return known;
    nextId += 1;
    ids.set(ends, nextId);
    return nextId;
}
