import { type Addresses, addresses, type Family, familiesOf, INTERNET, ofFamily, sizeOf } from "./addresses";

/**
 * How many addresses of the internet a single network has at most: a /8 of IPv4, as the first companies and universities were
 * given, and a /13 of IPv6, the largest that a registry lists for one holder.
 * Source: https://www.iana.org/assignments/ipv4-address-space, https://www.iana.org/assignments/ipv6-unicast-address-assignments.
 */
export const WIDEST_NETWORK: Readonly<Record<Family, bigint>> = { ipv4: 1n << 24n, ipv6: 1n << 115n };

/** How many addresses of the internet a set has. */
export function publicSize(set: Addresses, family: Family): bigint {
    return sizeOf(addresses.intersect(ofFamily(set, family), INTERNET), family);
}

const known = new WeakMap<Addresses, boolean>();

/** Is it more of the internet than any one network has? Half of the world is nobody's office. Several policies ask it of the same set. */
export function isOfTheWorld(set: Addresses): boolean {
    const before = known.get(set);
    if (before !== undefined) return before;
    const found = familiesOf(set).some((family) => publicSize(set, family) > WIDEST_NETWORK[family]);
    known.set(set, found);
    return found;
}
