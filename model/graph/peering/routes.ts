import {
    Ec2DefaultRouteTable,
    Ec2ManagedPrefixList,
    Ec2ManagedPrefixListEntry,
    Ec2Route,
    Ec2RouteTable,
    Ec2VpcPeeringConnection,
    Ec2VpcPeeringConnectionAccepter,
    type ResourceType,
} from "../../aws";
import { type Addresses, blocks, covers, INTERNET, ofFamily, sizeOf } from "../../network";
import { type Answer, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";

/** Routes of one table over one peering connection, at the first of them. */
export interface PeeringRoutes {
    readonly resource: Resource;
    readonly at: Value;
    /** Do they lead all of the internet to the peer, or half of it? */
    readonly isEverything: Answer;
    /** Only together. */
    readonly isJoint: boolean;
}

interface Route {
    readonly resource: Resource;
    readonly table: string;
    readonly peering: string;
    /** Where it says what goes there. */
    readonly at: Value;
    readonly destinations: readonly Value[];
}

const TABLES = [Ec2RouteTable, Ec2DefaultRouteTable];
const PEERINGS = [Ec2VpcPeeringConnection, Ec2VpcPeeringConnectionAccepter];
const DESTINATIONS = ["destinationCidrBlock", "cidrBlock", "destinationIpv6CidrBlock", "ipv6CidrBlock"];

export const peeringRoutes = fact(
    [Ec2Route, ...TABLES, Ec2ManagedPrefixList, Ec2ManagedPrefixListEntry],
    (stack): readonly PeeringRoutes[] => {
        const sets = grouped(routesOf(stack).map((route) => [route, [`${route.table} ${route.peering}`]]));
        return [...sets.values()].flatMap(judged);
    },
);

function judged(routes: readonly Route[]): readonly PeeringRoutes[] {
    const own = routes.map((route) => ({ route, leads: everything([route]) }));
    const wide = own.filter(({ leads }) => leads.is === "yes");
    if (wide.length > 0) return wide.map(({ route, leads }) => found(route, leads, false));
    const [first] = routes;
    return first ? [found(first, everything(routes), routes.length > 1)] : [];
}

function found({ resource, at }: Route, isEverything: Answer, isJoint: boolean): PeeringRoutes {
    return { resource, at, isEverything, isJoint };
}

/** All of IPv6 that is given out is in one block. https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const OF_IPV6 = blocks("2000::/3");
const HALF = 2n ** 31n;

function everything(routes: readonly Route[]): Answer {
    const values = routes.flatMap(({ destinations }) => destinations);
    const set = blocks(...values.flatMap((value) => value.text() ?? []));
    if (leadsAll(set)) return yes;
    const open = values.filter(({ state }) => state === "unknown").map(({ place }) => place);
    return open.length > 0 ? undecided(...open) : no;
}

function leadsAll(set: Addresses): boolean {
    return covers(set, ofFamily(INTERNET, "ipv4")) || covers(set, OF_IPV6) || sizeOf(set, "ipv4") >= HALF;
}

function routesOf(stack: Stack): readonly Route[] {
    const inTables = TABLES.flatMap((type) => stack.ofType<unknown>(type)).flatMap((resource) =>
        (resource.root.get("routes").items() as readonly Value[]).map((route) => ({
            resource,
            route,
            table: resource.urn,
        })),
    );
    const alone = stack.ofType(Ec2Route).map((resource) => ({
        resource,
        route: resource.root as Value,
        table: nameOf(stack, resource, resource.inputs.routeTableId, TABLES),
    }));
    return [...inTables, ...alone].flatMap(({ resource, route, table }) => {
        const peering = route.get("vpcPeeringConnectionId");
        if (!isSaid(resource, peering)) return [];
        const list = route.get("destinationPrefixListId");
        const said = [...DESTINATIONS.map((key) => route.get(key)), list].filter((value) => isSaid(resource, value));
        const [at] = said;
        if (!at) return [];
        const destinations = said.flatMap((value) => (value === list ? entriesOf(stack, resource, list) : [value]));
        return [{ resource, at, table, destinations, peering: nameOf(stack, resource, peering, PEERINGS) }];
    });
}

/** The blocks of a prefix list that the stack makes; of another, nothing is known, and none is the world. */
function entriesOf(stack: Stack, route: Resource, at: Value): readonly Value[] {
    const list = linked(stack.link(route, at, Ec2ManagedPrefixList));
    if (!list) return [];
    const own = (list.root.get("entries").items() as readonly Value[]).map((entry) => entry.get("cidr"));
    const beside = prefixListEntries(stack).get(list) ?? [];
    return [...own, ...beside.map(({ root }) => root.get("cidr"))];
}

const prefixListEntries = fact([Ec2ManagedPrefixListEntry], (stack) =>
    grouped(
        stack
            .ofType<unknown>(Ec2ManagedPrefixListEntry)
            .map((entry) => [entry, possible(stack.link(entry, entry.root.get("prefixListId"), Ec2ManagedPrefixList))]),
    ),
);

/** What a property names, the same for all that name it. */
function nameOf(stack: Stack, from: Resource, at: Value, types: readonly ResourceType[]): string {
    const link = stack.link<unknown>(from, at, ...types);
    if (link.kind === "outside") return link.reference;
    return linked(link)?.urn ?? `${from.urn} ${at.path}`;
}

/** Given by the program, and no empty text. */
function isSaid(resource: Resource, value: Value): boolean {
    return value.state === "unknown" ? isGiven(resource, value.path) : (value.text() ?? "") !== "";
}
