import { Ec2ManagedPrefixList, Ec2ManagedPrefixListEntry } from "../../aws";
import { type Addresses, addresses, addressesOf, EVERYWHERE, ofFamily, unionOf } from "../../network";
import type { Value } from "../../values";
import { linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** Addresses of which not all is known: those that are meant for certain, at most, and the places that would tell. */
export interface KnownAddresses {
    readonly certain: Addresses;
    readonly possible: Addresses;
    readonly awaits: readonly string[];
}

export const NO_ADDRESSES: KnownAddresses = { certain: addresses.empty, possible: addresses.empty, awaits: [] };

export function exactAddresses(set: Addresses): KnownAddresses {
    return { certain: set, possible: set, awaits: [] };
}

export function joinAddresses(parts: readonly KnownAddresses[]): KnownAddresses {
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const certain = unionOf(
        addresses,
        parts.map((part) => part.certain),
    );
    const isExact = parts.every((part) => part.certain === part.possible);
    const most = isExact
        ? certain
        : unionOf(
              addresses,
              parts.map((part) => part.possible),
          );
    return { certain, possible: most, awaits: parts.flatMap(({ awaits }) => awaits) };
}

/** The blocks that a property lists, or the one that it is. A text that is no block means nothing. */
export function blocksAt(at: Value): KnownAddresses {
    if (at.state === "absent") return NO_ADDRESSES;
    if (at.state === "unknown") return somewhere(at);
    return joinAddresses(
        at.items().map((item) => {
            const one = item as Value;
            if (one.state === "unknown") return somewhere(one);
            return exactAddresses(addressesOf(one.text() ?? "") ?? addresses.empty);
        }),
    );
}

/** An unknown block may be any, of the family that its property is for. */
function somewhere(at: Value): KnownAddresses {
    const property = at.path.slice(at.path.lastIndexOf(".") + 1);
    const isIpv4 = /^cidrIpv4|cidrBlocks?/i.test(property) && !/ipv6/i.test(property);
    const possible = /ipv6/i.test(property)
        ? ofFamily(EVERYWHERE, "ipv6")
        : isIpv4
          ? ofFamily(EVERYWHERE, "ipv4")
          : EVERYWHERE;
    return { certain: addresses.empty, possible, awaits: [at.place] };
}

/** The addresses of the prefix lists that a property names. What another stack's, or AWS's own, holds nobody here knows. */
export function prefixListsAt(stack: Stack, holder: Resource, at: Value): KnownAddresses {
    return joinAddresses(prefixListEntriesAt(stack, holder, at));
}

/** The same, entry by entry. */
export function prefixListEntriesAt(stack: Stack, holder: Resource, at: Value): readonly KnownAddresses[] {
    if (at.state === "absent") return [];
    const ids = at.state === "known" ? (at.items() as readonly Value[]) : [at];
    return ids.flatMap((id) => {
        const list = linked(stack.link(holder, id, Ec2ManagedPrefixList));
        if (list) return stack.once(prefixListEntriesAt, allContents).get(list) ?? [];
        return [{ certain: addresses.empty, possible: EVERYWHERE, awaits: [id.place] }];
    });
}

function allContents(stack: Stack): ReadonlyMap<Resource, readonly KnownAddresses[]> {
    const found = new Map<Resource, KnownAddresses[]>();
    for (const list of stack.ofType(Ec2ManagedPrefixList)) {
        const entries = list.root.get("entries");
        found.set(
            list,
            entries.state === "unknown"
                ? [somewhere(entries)]
                : entries.items().map((entry) => blocksAt((entry as Value).get("cidr"))),
        );
    }
    for (const entry of stack.ofType(Ec2ManagedPrefixListEntry)) {
        for (const list of possible(stack.link(entry, entry.root.get("prefixListId"), Ec2ManagedPrefixList)))
            found.get(list)?.push(blocksAt(entry.root.get("cidr")));
    }
    return found;
}
