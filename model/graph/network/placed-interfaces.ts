import {
    AlbLoadBalancer,
    LoadBalancer,
    type NetworkPlacement,
    networkPlacements,
    PORT_INPUTS,
    placedTypes,
    valuesAt,
} from "../../aws";
import { type Answer, all, any, equals, no, not, undecided, yes } from "../../values";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import type { NetworkInterface } from "./network-interface";
import { groupsAt, isNone, joinGroups, type NamedGroups, NO_GROUPS } from "./security-groups";
import { inDefault, ownDefault, type Standing, standingOf } from "./standing";

/** The interface of a store, a balancer, a function: of whatever says in one place where it stands. */
export function ofPlacement(stack: Stack, resource: Resource): readonly NetworkInterface[] {
    const placement = networkPlacements.get(resource.type);
    if (!placement) return [];
    const { root } = resource;
    const owner = placement.of && linked(stack.link<unknown>(resource, root.get(placement.of.path), placement.of.type));
    const ownerPlacement = owner && networkPlacements.get(owner.type);
    const own =
        standingOf(stack, resource, placement) ?? (owner && ownerPlacement && standingOf(stack, owner, ownerPlacement));
    if (!own && placement.isOptional) return [];
    const groupsIn = (holder: Resource, paths: readonly string[]) =>
        joinGroups(paths.flatMap((path) => valuesAt(holder.root, path).map((at) => groupsAt(stack, holder, at))));
    const given = joinGroups([
        groupsIn(resource, placement.groups),
        ...(owner && ownerPlacement ? [groupsIn(owner, ownerPlacement.groups)] : []),
    ]);
    const standing = own ?? inDefault(stack);
    const isUnfiltered = isNone(given) ? isNetworkBalancer(resource) : no;
    return [
        {
            host: resource,
            role: placement.role,
            what: placement.what,
            ...standing,
            groups: isNone(given) ? groupsOfNone(standing, isUnfiltered) : given,
            isUnfiltered: isUnfiltered.is === "yes",
            publicIpv4: all(
                any(placement.isPublic(root), hasPublicInstance(stack, resource)),
                not(equals(inputOf(resource, "ipAddressType"), ONLY_IPV6_IN_PUBLIC)),
            ),
            hasIpv6: all(isDualStack(resource), placement.isPublic(root)),
            ...portsOf(resource, placement),
        },
    ];
}

/** A cluster answers at the addresses of its instances. */
function hasPublicInstance(stack: Stack, cluster: Resource): Answer {
    return any(...(stack.once(hasPublicInstance, instancesByCluster).get(cluster) ?? []));
}

function instancesByCluster(stack: Stack): ReadonlyMap<Resource, readonly Answer[]> {
    return grouped(
        placedTypes.flatMap((type) => {
            const { of, isPublic } = networkPlacements.get(type.token) ?? {};
            if (!of || !isPublic) return [];
            return stack.ofType<unknown>(type).map((one) => {
                const { root } = one;
                const link = stack.link<unknown>(one, root.get(of.path), of.type);
                const when = link.kind === "candidates" ? undecided(link.awaits) : yes;
                return [all(when, isPublic(root)), possible(link)] as const;
            });
        }),
    );
}

/** What a network load balancer is without groups, any other thing is with its VPC's own. */
function groupsOfNone(standing: Standing, isUnfiltered: Answer): NamedGroups {
    if (isUnfiltered.is === "yes") return NO_GROUPS;
    const own = ownDefault(standing);
    // Any group at all lets through what no group does at most.
    return isUnfiltered.is === "no" ? own : { ...own, certain: [], isAny: true, awaits: isUnfiltered.awaits };
}

function isNetworkBalancer(resource: Resource): Answer {
    if (resource.type !== LoadBalancer.token && resource.type !== AlbLoadBalancer.token) return no;
    return equals(inputOf(resource, "loadBalancerType"), "network");
}

const ONLY_IPV6_IN_PUBLIC = "dualstack-without-public-ipv4";

function isDualStack(resource: Resource): Answer {
    return equals(inputOf(resource, "ipAddressType"), "dualstack", ONLY_IPV6_IN_PUBLIC);
}

function portsOf(
    resource: Resource,
    { ports }: Pick<NetworkPlacement, "ports">,
): Pick<NetworkInterface, "ports" | "portsAwait"> {
    if (!ports) return { portsAwait: [] };
    const open = PORT_INPUTS.map((path) => inputOf(resource, path)).filter(({ state }) => state === "unknown");
    const portsAwait = open.map(({ place }) => place);
    return open.some(({ path }) => path === "port") ? { portsAwait } : { ports: ports(resource.root), portsAwait };
}
