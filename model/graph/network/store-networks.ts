import {
    isDatabaseProxy,
    LambdaFunction,
    type NetworkPlacement,
    networkPlacements,
    placedTypes,
    type ResourceType,
    subnetGroupKinds,
    valuesAt,
} from "../../aws";
import { type Answer, any, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { linked, possible } from "../link";
import { inputOf, isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { type Publicity, publicityOf } from "./public-subnets";
import { routeTypes } from "./routes";
import { impliedDefaultSubnet, subnetsAt, subnets as subnetsOf } from "./subnets";

/** A place that says in which network stores or functions stand, where that is, or may be, open to the internet. */
export interface OpenNetwork {
    /** The subnet group, or the store that names its subnets itself. */
    readonly resource: Resource;
    readonly at: Value;
    /** What stands there, in words. */
    readonly what: string;
    /**
     * - `route`: a subnet has a route to an internet gateway.
     * - `addresses`: it has none, but gives public addresses.
     * - `default`: no subnet is named, so it is in the account's default VPC.
     * - `none`: it is in no network at all, and its endpoint is public.
     */
    readonly kind: "route" | "addresses" | "default" | "none";
    readonly when: Answer;
    readonly subnet?: Publicity;
}

/** Those that answer where somebody asks for data, and what copies data between them. */
const STORE_TYPES: readonly ResourceType[] = placedTypes.filter((type) => {
    const placement = networkPlacements.get(type.token);
    return (
        placement !== undefined &&
        (placement.role === "store" || copiesData(placement) || isDatabaseProxy({ type: type.token }))
    );
});

function copiesData({ what }: NetworkPlacement): boolean {
    return what === "replication instance";
}

/** Where stores stand in a network that is open to the internet; one for each subnet group, and each store without one. */
export const openStoreNetworks = fact(
    [...STORE_TYPES, ...subnetGroupKinds.keys(), subnetsOf, ...routeTypes],
    (stack): readonly OpenNetwork[] => [
        ...[...subnetGroupKinds].flatMap(([type, what]) =>
            stack
                .ofType<unknown>(type)
                .map((group) => inSubnets(stack, group, group.root.get("subnetIds"), `${what}s`)),
        ),
        ...stack.ofType<unknown>(...STORE_TYPES).flatMap((store) => ofStore(stack, store)),
    ],
);

/** Functions in subnets that give public addresses: no function ever gets one. */
export const functionsInPublicSubnets = fact(
    [LambdaFunction, subnetsOf, ...routeTypes],
    (stack): readonly OpenNetwork[] =>
        stack.ofType(LambdaFunction).flatMap((one) => {
            const at = one.root.down("vpcConfig.subnetIds");
            if (at.state === "absent") return [];
            const network = inSubnets(stack, one, at, "function");
            return network.subnet?.givesAddresses.is === "yes" ? [network] : [];
        }),
);

function ofStore(stack: Stack, store: Resource): readonly OpenNetwork[] {
    const placement = networkPlacements.get(store.type);
    if (!placement) return [];
    const { subnetGroup, subnets, what, isOptional } = placement;
    if (subnetGroup) return ofGroupName(stack, store, inputOf(store, subnetGroup.path), placement);
    const [path = ""] = subnets;
    const at = store.root.down(path.split("[]", 1)[0] ?? "");
    const ids = valuesAt(store.root, path).filter((id) => isSaid(store, id, isOptional === true));
    if (ids.length > 0) return [inSubnets(stack, store, at, what, ids)];
    if (!isOptional) return [{ resource: store, at, what, kind: "default", when: isPublicByDefault(stack) }];
    return [{ resource: store, at: store.root.get(path.split(".", 1)[0] ?? ""), what, kind: "none", when: yes }];
}

/** What only the provider would tell is not said: subnets of its own choice, but never whether there is a network. */
function isSaid(holder: Resource, { state, path }: Value, isOptional: boolean): boolean {
    return state === "known" || (state === "unknown" && (isOptional || isGiven(holder, path)));
}

/** Of a store that names a subnet group of this stack, that group is judged. */
function ofGroupName(stack: Stack, store: Resource, at: Value, placement: NetworkPlacement): readonly OpenNetwork[] {
    const { subnetGroup, what, of, madeFrom = [] } = placement;
    const isDefault = at.state === "absent" || at.text() === "" || at.text() === "default";
    const network = { resource: store, at, what, kind: "default" as const };
    if (!isDefault) {
        const isHere = subnetGroup && possible(stack.link<unknown>(store, at, subnetGroup.type)).length > 0;
        return isHere ? [] : [{ ...network, when: undecided(at.place) }];
    }
    // A cluster says it for its instances.
    if (of && inputOf(store, of.path).state !== "absent") return [];
    const source = madeFrom.map((path) => inputOf(store, path)).find(({ state }) => state !== "absent");
    if (source && at.state === "absent")
        return linked(stack.link<unknown>(store, source, ...STORE_TYPES))
            ? []
            : [{ ...network, when: undecided(source.place) }];
    return [{ ...network, when: isPublicByDefault(stack) }];
}

/** The subnets of a default VPC are public as AWS makes them. */
function isPublicByDefault(stack: Stack): Answer {
    const { hasRoute, givesAddresses } = publicityOf(stack, impliedDefaultSubnet(stack));
    return any(hasRoute, givesAddresses);
}

/** Judges the subnets that a place names. Of those that an unknown list may be made of, all must be public. */
function inSubnets(
    stack: Stack,
    resource: Resource,
    at: Value,
    what: string,
    ids: readonly Value[] = at.state === "known" ? (at.items() as readonly Value[]) : [at],
): OpenNetwork {
    const standings = ids.map((id) => subnetsAt(stack, resource, id));
    const all = [...new Set(standings.flatMap(({ subnets }) => subnets))].map((one) => publicityOf(stack, one));
    const elsewhere = standings.flatMap(({ awaits, outside }) => [...outside.map(({ place }) => place), ...awaits]);
    const isMixed = ids.length < all.length;
    const among = (question: (one: Publicity) => Answer): Answer => {
        const found = any(...all.map(question));
        return isMixed && found.is === "yes" && all.some((one) => question(one).is !== "yes")
            ? undecided(at.place)
            : found;
    };
    const [hasRoute, givesAddresses] = [among((one) => one.hasRoute), among((one) => one.givesAddresses)];
    const kind = hasRoute.is !== "yes" && givesAddresses.is === "yes" ? "addresses" : "route";
    const when = any(hasRoute, givesAddresses, elsewhere.length > 0 ? undecided(...elsewhere) : no);
    const subnet = all.find((one) => (kind === "route" ? one.hasRoute : one.givesAddresses).is === "yes");
    return { resource, at, what, kind, when, ...(subnet && { subnet }) };
}
