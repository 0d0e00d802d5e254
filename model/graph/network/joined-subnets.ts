import {
    ALL_TRAFFIC,
    addresses,
    answered,
    type Bounds,
    bothOf,
    covers,
    EVERYWHERE,
    exactly,
    type Family,
    mapEnds,
    overlaps,
} from "../../network";
import { type Answer, all, any, no, undecided, yes } from "../../values";
import type { Stack } from "../stack";
import { throughAcl } from "./acls";
import { idOf, ofFamilyAlone } from "./ends";
import { defaultVpcIds } from "./interfaces";
import type { KnownAddresses } from "./known-addresses";
import { reachedBy } from "./routes";
import { isDefaultVpc, isUnknownVpc, type Subnet } from "./subnets";

/** Are two subnets joined: by one VPC, or by routes to each other over a peering or a transit gateway? */
export function joined(stack: Stack, here: Subnet, there: Subnet, family: Family): Answer {
    if (here.vpc === there.vpc) return yes;
    return stack.onceFor(joined, `${here.key} ${there.key} ${family}`, () =>
        any(
            isSameVpc(stack, here, there),
            all(leadsTo(stack, here, there, family), leadsTo(stack, there, here, family)),
        ),
    );
}

/** Ids that differ are of different VPCs, and an id that is known is of none that the stack makes; any may be the default VPC's. */
function isSameVpc(stack: Stack, here: Subnet, there: Subnet): Answer {
    const places = [here, there].flatMap(({ elsewhere, resource }) => elsewhere?.place ?? resource?.name ?? []);
    if (isUnknownVpc(here.vpc) || isUnknownVpc(there.vpc)) return undecided(...places);
    const [isDefault, isOtherDefault] = [here, there].map((one) => isDefaultVpc(one));
    if (isDefault === isOtherDefault) return no;
    const other = isDefault ? there : here;
    if (defaultVpcIds(stack).has(other.vpc)) return yes;
    return other.vpcResource ? no : undecided(...places);
}

/** Do routes of a subnet lead to all addresses of another, over a peering or a transit gateway? */
function leadsTo(stack: Stack, from: Subnet, to: Subnet, family: Family): Answer {
    const reached = reachedBy(stack, from, ["peering", "transit gateway"]);
    const ends = ofFamilyAlone(to.addresses, family);
    if (covers(reached.certain, ends.possible)) return yes;
    if (!overlaps(reached.possible, ends.possible)) return no;
    return { is: "undecided", awaits: [...reached.awaits, ...ends.awaits] };
}

/** What gets through the ACLs between two ends, and its answers back; inside one subnet none is asked. */
export function throughAcls(
    stack: Stack,
    here: Subnet,
    there: Subnet,
    own: KnownAddresses,
    others: KnownAddresses,
): Bounds {
    if (here.key === there.key) return exactly(ALL_TRAFFIC);
    const memo = stack.once(throughAcls, () => new Map<Subnet, Map<Subnet, Map<number, Bounds>>>());
    const fromHere = memo.get(here) ?? new Map<Subnet, Map<number, Bounds>>();
    memo.set(here, fromHere);
    const known = fromHere.get(there) ?? new Map<number, Bounds>();
    fromHere.set(there, known);
    const key = idOf(own) * 2 ** 24 + idOf(others);
    const acl = (subnet: Subnet, direction: "ingress" | "egress") => throughAcl(stack, subnet, direction);
    const found =
        known.get(key) ??
        unlessSame(
            [here, there],
            bothOf(
                atEnds(acl(here, "egress"), others),
                atEnds(acl(there, "ingress"), own),
                // It is one port of the client's that both have to let answers through to.
                returning(bothOf(atEnds(acl(there, "egress"), own), atEnds(acl(here, "ingress"), others))),
            ),
        );
    known.set(key, found);
    return found;
}

/** A subnet whose id is unknown may be the other one. */
function unlessSame(both: readonly Subnet[], through: Bounds): Bounds {
    const unknown = both.flatMap(({ elsewhere }) => (elsewhere && !elsewhere.isNamed ? [elsewhere.place] : []));
    if (unknown.length === 0) return through;
    return { ...through, possible: ALL_TRAFFIC, awaits: [...through.awaits, ...unknown] };
}

/** Of what an ACL lets through, the protocols and ports for an end that is somewhere in these addresses. */
function atEnds({ certain, possible, awaits }: Bounds, ends: KnownAddresses): Bounds {
    if (certain === ALL_TRAFFIC) return exactly(ALL_TRAFFIC);
    const forAll = mapEnds(certain, (set) => (covers(set, ends.possible) ? EVERYWHERE : addresses.empty));
    const forSome = mapEnds(possible, (set) => (overlaps(set, ends.possible) ? EVERYWHERE : addresses.empty));
    return { certain: forAll, possible: forSome, awaits: [...awaits, ...ends.awaits] };
}

/** What an ACL lets back: answers to any port that a client may take. */
export function returning({ certain, possible, awaits }: Bounds): Bounds {
    if (certain === ALL_TRAFFIC) return exactly(ALL_TRAFFIC);
    if (certain === possible) return { ...exactly(answered(certain)), awaits };
    return { certain: answered(certain), possible: answered(possible), awaits };
}
