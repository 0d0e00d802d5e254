import {
    Ec2DefaultRouteTable,
    Ec2DefaultSubnet,
    Ec2DefaultVpc,
    Ec2EgressOnlyInternetGateway,
    Ec2InternetGateway,
    Ec2InternetGatewayAttachment,
    Ec2MainRouteTableAssociation,
    Ec2NatGateway,
    Ec2Route,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2Subnet,
    Ec2TransitGateway,
    Ec2Vpc,
    Ec2VpcPeeringConnection,
    Ec2VpnGateway,
    type ResourceType,
} from "../../aws";
import { type Addresses, addresses, blocks, EVERYWHERE } from "../../network";
import { type Answer, all, any, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, pointsTo, possible } from "../link";
import { inputOf, isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, type KnownAddresses, NO_ADDRESSES, prefixListEntriesAt } from "./known-addresses";
import { isDefaultVpc, type Subnet, vpcAddresses, vpcAt } from "./subnets";

/** Where a route leads. A NAT gateway, and an egress-only one, let answers in only. */
export type Way =
    | "local"
    | "internet gateway"
    | "egress-only gateway"
    | "NAT gateway"
    | "peering"
    | "transit gateway"
    | "private gateway"
    | "interface"
    | "endpoint"
    | "elsewhere";

/** One route of a table, in either style. */
export interface RouteEntry {
    readonly resource: Resource;
    readonly at: Value;
    readonly destination: KnownAddresses;
    readonly way: Way;
    /** Is it that way? Undecided where the gateway is unknown. */
    readonly when: Answer;
    /** The gateway, connection or interface of the stack, where it is one. */
    readonly target?: Resource;
}

/** A route table by its URN; by its id where it is of another stack; `first of VPC` for the one that a VPC is made with. */
type TableKey = string;

interface RouteTable {
    readonly key: TableKey;
    readonly resource?: Resource;
    readonly routes: readonly RouteEntry[];
    /** Is it told by this stack, as a whole? */
    readonly isTold: boolean;
}

const VPCS = [Ec2Vpc, Ec2DefaultVpc];
const TABLES: readonly ResourceType[] = [Ec2RouteTable, Ec2DefaultRouteTable, ...VPCS];

/** The tables of which a property names one, a VPC's main one also by the VPC's own output; with what would tell which. */
export function tableAt(
    stack: Stack,
    holder: Resource,
    at: Value,
): { keys: readonly TableKey[]; awaits: readonly string[] } {
    const link = stack.link<unknown>(holder, at, ...TABLES);
    if (link.kind === "outside") return { keys: [link.reference], awaits: [] };
    // A table of which this stack says nothing.
    if (link.kind === "unknown") return { keys: [link.awaits], awaits: [link.awaits] };
    return {
        keys: possible(link).map((table) => keyOf(stack, table)),
        awaits: link.kind === "candidates" ? [link.awaits] : [],
    };
}

function keyOf(stack: Stack, table: Resource): TableKey {
    if (table.type === Ec2Vpc.token || table.type === Ec2DefaultVpc.token) return originalMainOf(table.urn);
    if (table.type !== Ec2DefaultRouteTable.token) return table.urn;
    const link = stack.link<unknown>(table, table.root.get("defaultRouteTableId"), ...VPCS);
    const [vpc] = possible(link);
    return vpc ? originalMainOf(vpc.urn) : table.urn;
}

/** The table that a VPC is made with: its main one as long as no other is put in its place. */
function originalMainOf(vpc: string): TableKey {
    return `first of ${vpc}`;
}

const tables = fact([...TABLES, Ec2Route, Ec2MainRouteTableAssociation], (stack): ReadonlyMap<TableKey, RouteTable> => {
    const routes = new Map<TableKey, RouteEntry[]>();
    const resources = new Map<TableKey, Resource>();
    const give = (key: TableKey, entry: RouteEntry) => {
        const own = routes.get(key);
        if (own) own.push(entry);
        else routes.set(key, [entry]);
    };
    for (const table of stack.ofType<unknown>(Ec2RouteTable, Ec2DefaultRouteTable)) {
        const key = keyOf(stack, table);
        resources.set(key, table);
        const list = table.root.get("routes");
        // An unknown list may hold any route, as an unknown one of its items may be any.
        const isAny = list.state === "unknown" && isGiven(table, "routes");
        for (const item of isAny ? [list] : (list.items() as readonly Value[])) {
            const blockProperties = ["cidrBlock", "ipv6CidrBlock"];
            for (const entry of entriesOf(stack, table, item, blockProperties)) give(key, entry);
        }
    }
    for (const route of stack.ofType(Ec2Route)) {
        const blockProperties = ["destinationCidrBlock", "destinationIpv6CidrBlock"];
        const { keys, awaits } = tableAt(stack, route, route.root.get("routeTableId"));
        for (const entry of entriesOf(stack, route, route.root, blockProperties))
            for (const key of keys) give(key, perhaps(entry, awaits));
    }
    // AWS's default VPC comes with a gateway, and with a main table that leads to it.
    const keys = new Set([...resources.keys(), ...routes.keys()]);
    return new Map(
        [...keys].map((key) => {
            const resource = resources.get(key);
            const isTold = resource !== undefined || key.startsWith("first of ");
            return [key, { key, ...(resource && { resource }), routes: routes.get(key) ?? [], isTold }];
        }),
    );
});

/** A route that may be one of another table. */
function perhaps(entry: RouteEntry, awaits: readonly string[]): RouteEntry {
    if (awaits.length === 0) return entry;
    const { possible: most, awaits: own } = entry.destination;
    return { ...entry, destination: { certain: addresses.empty, possible: most, awaits: [...own, ...awaits] } };
}

function* entriesOf(
    stack: Stack,
    resource: Resource,
    at: Value,
    blockProperties: readonly string[],
): Iterable<RouteEntry> {
    const destinations = [
        ...blockProperties.map((property) => at.get(property)).filter(({ state }) => state !== "absent"),
    ].map((block) => blocksAt(block));
    destinations.push(...prefixListEntriesAt(stack, resource, at.get("destinationPrefixListId")));
    for (const destination of destinations) {
        // The provider fills in others of a route than the program gives, which gives one.
        const isLed = TARGETS.some(([property]) => {
            const target = at.get(property);
            if (target.state === "unknown") return isGiven(resource, target.path);
            return target.state !== "absent" && target.text() !== "";
        });
        for (const [property, kind, type] of TARGETS) {
            const gateway = at.get(property);
            const isOwn = gateway.state === "unknown" && isLed && !isGiven(resource, gateway.path);
            if (isOwn || gateway.state === "absent" || gateway.text() === "") continue;
            const led = property === "gatewayId" ? gatewayAt(stack, resource, gateway) : undefined;
            const target = type && linked(stack.link<unknown>(resource, gateway, type));
            yield {
                ...{ resource, at, destination, way: led?.way ?? kind, when: led?.when ?? yes },
                ...((led?.target ?? target) && { target: led?.target ?? target }),
            } as RouteEntry;
        }
    }
}

const TARGETS: readonly (readonly [string, Way, ResourceType | undefined])[] = [
    ["gatewayId", "elsewhere", undefined],
    ["egressOnlyGatewayId", "egress-only gateway", Ec2EgressOnlyInternetGateway],
    ["natGatewayId", "NAT gateway", Ec2NatGateway],
    ["vpcPeeringConnectionId", "peering", Ec2VpcPeeringConnection],
    ["transitGatewayId", "transit gateway", Ec2TransitGateway],
    ["networkInterfaceId", "interface", undefined],
    ["instanceId", "interface", undefined],
    ["vpcEndpointId", "endpoint", undefined],
    ["carrierGatewayId", "elsewhere", undefined],
    ["coreNetworkArn", "transit gateway", undefined],
    ["localGatewayId", "private gateway", undefined],
    ["odbNetworkArn", "private gateway", undefined],
];

/** A gateway's id may be an internet gateway's, a virtual private gateway's, an endpoint's, or the word local. */
function gatewayAt(stack: Stack, holder: Resource, at: Value): Pick<RouteEntry, "way" | "when" | "target"> {
    const link = stack.link<unknown>(holder, at, Ec2InternetGateway, Ec2VpnGateway);
    const gateways = possible(link);
    const internet = gateways.filter(({ type }) => type === Ec2InternetGateway.token);
    const [target] = [...internet, ...gateways];
    if (target) {
        if (internet.length === 0) return { way: "private gateway", when: yes, target };
        const isOneOfThem = internet.length === gateways.length ? yes : undecided(at.place);
        return { way: "internet gateway", when: all(isOneOfThem, isAttached(stack, target)), target };
    }
    const text = at.text() ?? "";
    if (text === "local") return { way: "local", when: yes };
    if (text.startsWith("igw-")) return { way: "internet gateway", when: yes };
    if (text.startsWith("vpce-")) return { way: "endpoint", when: yes };
    if (at.state === "unknown") return { way: "internet gateway", when: undecided(at.place) };
    return { way: "private gateway", when: yes };
}

/** A gateway that is attached to no VPC leads nowhere. */
function isAttached(stack: Stack, gateway: Resource): Answer {
    const vpc = inputOf(gateway, "vpcId");
    if (vpc.state !== "absent" && vpc.text() !== "") return yes;
    return any(
        ...stack.ofType(Ec2InternetGatewayAttachment).map((one) => {
            const link = stack.link<unknown>(one, one.root.get("internetGatewayId"), Ec2InternetGateway);
            return pointsTo(link, gateway);
        }),
    );
}

/** Which tables may hold for each subnet, by associations; undefined stands for its VPC's main one. */
const associated = fact(
    [Ec2RouteTableAssociation, ...TABLES],
    (stack): ReadonlyMap<string, readonly (TableKey | undefined)[]> => {
        const pairs = stack.ofType(Ec2RouteTableAssociation).flatMap((one) => {
            const subnets = stack.link<unknown>(one, one.root.get("subnetId"), ...SUBNET_TYPES);
            const keys = subnets.kind === "outside" ? [subnets.reference] : possible(subnets).map(({ urn }) => urn);
            const tables = tableAt(stack, one, one.root.get("routeTableId")).keys;
            const all = subnets.kind === "candidates" ? [...tables, undefined] : tables;
            return all.map((table) => [table, keys] as const);
        });
        return grouped(pairs);
    },
);

const SUBNET_TYPES: readonly ResourceType[] = [Ec2Subnet, Ec2DefaultSubnet];

const mains = fact([Ec2MainRouteTableAssociation, ...TABLES], (stack): ReadonlyMap<string, readonly TableKey[]> => {
    const found = new Map<string, readonly TableKey[]>();
    for (const one of stack.ofType(Ec2MainRouteTableAssociation)) {
        const { key } = vpcAt(stack, one, one.root.get("vpcId"));
        const { keys } = tableAt(stack, one, one.root.get("routeTableId"));
        if (keys.length > 0) found.set(key, keys);
    }
    return found;
});

/** What says where subnets lead to. */
export const routeTypes: readonly ResourceType[] = [
    ...TABLES,
    Ec2Route,
    Ec2RouteTableAssociation,
    Ec2MainRouteTableAssociation,
    Ec2InternetGateway,
    Ec2InternetGatewayAttachment,
];

/** The ways out of a subnet: what its table says, else its VPC's main one. */
export interface Ways {
    /** By the most specific route of each address; what no route takes leads nowhere. */
    readonly routes: readonly (RouteEntry & { readonly addresses: KnownAddresses })[];
    /** Of the default VPC as AWS makes it: everything leads to its internet gateway. */
    readonly isAwsDefault: boolean;
    /** Where this stack does not tell: its VPC or table is another's. */
    readonly isElsewhere: boolean;
    readonly table?: Resource;
}

export function waysOf(stack: Stack, subnet: Subnet): Ways {
    return stack.onceFor(waysOf, subnet.key, () => findWays(stack, subnet));
}

/** The table that holds for a subnet: its own, else its VPC's main one; several where it may be any of them. */
export function tablesOf(stack: Stack, subnet: Subnet): readonly TableKey[] {
    const own = associated(stack).get(subnet.key) ?? [];
    const main = mains(stack).get(subnet.vpc) ?? [originalMainOf(subnet.vpc)];
    return [...new Set((own.length > 0 ? own : [undefined]).flatMap((key) => key ?? main))];
}

function findWays(stack: Stack, subnet: Subnet): Ways {
    const told = tables(stack);
    const isOfDefaultVpc = isDefaultVpc(subnet);
    const original = originalMainOf(subnet.vpc);
    const keys = tablesOf(stack, subnet);
    const own = keys.flatMap((key) => told.get(key) ?? []);
    const entries = own.flatMap((table) => table.routes);
    // Of several tables that it may be, no route is certain.
    const which = keys.length > 1 ? [`${subnet.resource?.name ?? "subnet"} (which route table it has)`] : [];
    const routes = bySpecificity(entries.map((entry) => perhaps(entry, which)));
    const resource = own.find((table) => table.resource)?.resource;
    const isImplied = keys.length === 1 && keys[0] === original;
    // Of a subnet that this stack does not make, another may say which table it has.
    const isUntold = subnet.elsewhere !== undefined && !associated(stack).has(subnet.key);
    return {
        routes,
        isAwsDefault: isImplied && isOfDefaultVpc && resource === undefined && !isUntold,
        // A table, or the main one of a VPC, that this stack does not make.
        isElsewhere:
            isUntold ||
            keys.some((key) =>
                key === original ? !isOfDefaultVpc && subnet.vpcResource === undefined : !told.get(key)?.isTold,
            ),
        ...(resource && { table: resource }),
    };
}

/** Of each route, the addresses that no more specific one takes. One whose destination is unknown may be the most specific. */
function bySpecificity(entries: readonly RouteEntry[]): Ways["routes"] {
    const isOpen = ({ destination }: RouteEntry) => destination.awaits.length > 0;
    const open = entries.filter(isOpen);
    const perhaps = open.map(({ destination }) => destination.possible).reduce(addresses.union, addresses.empty);
    const sorted = entries
        .filter((entry) => !isOpen(entry))
        .sort((a, b) => sizeOfAll(a.destination.possible) - sizeOfAll(b.destination.possible));
    let taken = addresses.empty;
    const exact = sorted.map((entry) => {
        const own = addresses.subtract(entry.destination.certain, taken);
        taken = addresses.union(taken, own);
        return { ...entry, addresses: { certain: addresses.subtract(own, perhaps), possible: own, awaits: [] } };
    });
    return [
        ...exact,
        ...open.map((entry) => ({ ...entry, addresses: { ...entry.destination, certain: addresses.empty } })),
    ];
}

/** Only for comparing: IPv4 and IPv6 never compete. */
function sizeOfAll(set: Addresses): number {
    return [...set.ipv4, ...set.ipv6].reduce((sum, { from, to }) => sum + Number(to - from), 0);
}

/** The addresses to which a subnet has a way of some kinds, for certain and at most. */
export function reachedBy(stack: Stack, subnet: Subnet, kinds: readonly Way[]): KnownAddresses {
    const { routes, isAwsDefault, isElsewhere } = waysOf(stack, subnet);
    const local = vpcAddresses(stack).get(subnet.vpc) ?? NO_ADDRESSES;
    let [certain, most, awaits] = [addresses.empty, addresses.empty, [] as string[]];
    for (const route of routes) {
        if (!kinds.includes(route.way) || route.when.is === "no") continue;
        most = addresses.union(most, route.addresses.possible);
        awaits = [...awaits, ...route.addresses.awaits];
        if (route.when.is === "yes") certain = addresses.union(certain, route.addresses.certain);
        else awaits = [...awaits, ...(route.when.is === "undecided" ? route.when.awaits : [])];
    }
    if (isAwsDefault && kinds.includes("internet gateway")) {
        const all = blocks("0.0.0.0/0");
        [certain, most] = [addresses.union(certain, all), addresses.union(most, all)];
    }
    if (isElsewhere) {
        most = EVERYWHERE;
        awaits = [
            ...awaits,
            subnet.elsewhere?.place ?? `${subnet.resource?.name ?? "subnet"} (its route table is another stack's)`,
        ];
    }
    return {
        certain: addresses.subtract(certain, local.possible),
        possible: addresses.subtract(most, local.certain),
        awaits: [...awaits, ...local.awaits],
    };
}

/** Has it such a way at all? */
export function hasWay(stack: Stack, subnet: Subnet, ...kinds: readonly Way[]): Answer {
    const { certain, possible: most, awaits } = reachedBy(stack, subnet, kinds);
    if (!addresses.isEmpty(certain)) return yes;
    return addresses.isEmpty(most) ? no : undecided(...awaits);
}
