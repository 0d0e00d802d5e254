import {
    Ec2DefaultRouteTable,
    Ec2DefaultVpc,
    Ec2ManagedPrefixList,
    Ec2ManagedPrefixListEntry,
    Ec2Route,
    Ec2RouteTable,
    Ec2Vpc,
    Ec2VpcPeeringConnection,
    Ec2VpcPeeringConnectionAccepter,
    type ResourceType,
} from "../../aws";
import { type Addresses, blocks, covers, INTERNET, ofFamily, sizeOf } from "../../network";
import { type Answer, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked } from "../link";
import { isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, joinAddresses, type KnownAddresses, prefixListsAt } from "./known-addresses";

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
    /** Where it says what goes there. */
    readonly at: Value;
    readonly table: string;
    readonly peering: string;
    readonly destination: KnownAddresses;
}

const TABLES = [Ec2RouteTable, Ec2DefaultRouteTable];
const VPCS = [Ec2Vpc, Ec2DefaultVpc];
const PEERINGS = [Ec2VpcPeeringConnection, Ec2VpcPeeringConnectionAccepter];
const BLOCKS = ["destinationCidrBlock", "cidrBlock", "destinationIpv6CidrBlock", "ipv6CidrBlock"];

export const peeringRoutes = fact(
    [Ec2Route, ...TABLES, Ec2ManagedPrefixList, Ec2ManagedPrefixListEntry],
    (stack): readonly PeeringRoutes[] => {
        const sets = grouped(routesOver(stack).map((route) => [route, [`${route.table} ${route.peering}`]]));
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

function everything(routes: readonly Route[]): Answer {
    const { certain, possible, awaits } = joinAddresses(routes.map(({ destination }) => destination));
    if (leadsAll(certain)) return yes;
    return leadsAll(possible) ? undecided(...awaits) : no;
}

/** All of IPv6 that is given out is in one block. https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const OF_IPV6 = blocks("2000::/3");
const OF_IPV4 = ofFamily(INTERNET, "ipv4");
const HALF = 2n ** 31n;

function leadsAll(set: Addresses): boolean {
    return covers(set, OF_IPV4) || covers(set, OF_IPV6) || sizeOf(set, "ipv4") >= HALF;
}

function routesOver(stack: Stack): readonly Route[] {
    const inTables = stack.ofType<unknown>(...TABLES).flatMap((resource) => {
        const routes = resource.root.get("routes").items() as readonly Value[];
        return routes.map((route) => ({ resource, route, table: resource.urn }));
    });
    const alone = stack.ofType<unknown>(Ec2Route).map((resource) => {
        const table = nameOf(stack, resource, resource.root.get("routeTableId"), [...TABLES, ...VPCS]);
        return { resource, route: resource.root as Value, table };
    });
    return [...inTables, ...alone].flatMap(({ resource, route, table }) => {
        const isSaid = (value: Value) =>
            value.state === "unknown" ? isGiven(resource, value.path) : (value.text() ?? "") !== "";
        const peering = route.get("vpcPeeringConnectionId");
        const [block] = BLOCKS.map((key) => route.get(key)).filter(isSaid);
        const list = route.get("destinationPrefixListId");
        if (!isSaid(peering) || !(block || isSaid(list))) return [];
        const destination = block ? blocksAt(block) : prefixListsAt(stack, resource, list);
        return [
            { resource, at: block ?? list, table, destination, peering: nameOf(stack, resource, peering, PEERINGS) },
        ];
    });
}

/** What a property names, the same for all that name it. */
function nameOf(stack: Stack, from: Resource, at: Value, types: readonly ResourceType[]): string {
    const link = stack.link<unknown>(from, at, ...types);
    if (link.kind === "outside") return link.reference;
    return linked(link)?.urn ?? `${from.urn} ${at.path}`;
}
