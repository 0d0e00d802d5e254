/** Small networks by chance, the same for the same seed: mostly open, so that something is reached, with every kind of wall. */
import {
    type Acl,
    type AclRule,
    type Address,
    addressOf,
    type Block,
    blockOf,
    type Forward,
    type Group,
    type GroupRule,
    type Match,
    type Network,
    type Point,
    type PrefixList,
    type RouteTo,
    type Subnet,
    type Table,
    type Thing,
    type Vpc,
} from "./network";

export class Chance {
    constructor(private state: number) {}

    /** From 0 up to, not including, 1 (mulberry32). */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    upTo(count: number): number {
        return Math.floor(this.next() * count);
    }

    is(probability: number): boolean {
        return this.next() < probability;
    }

    of<T>(all: readonly T[]): T {
        return all[this.upTo(all.length)] as T;
    }

    some<T>(all: readonly T[], most: number): readonly T[] {
        return [...new Set(Array.from({ length: 1 + this.upTo(most) }, () => this.of(all)))];
    }

    times<T>(least: number, most: number, make: (index: number) => T): T[] {
        return Array.from({ length: least + this.upTo(most - least + 1) }, (_, index) => make(index));
    }
}

export interface Options {
    /** Hosts whose addresses rules name; without it no rule's block cuts through a subnet. */
    readonly namesHosts?: boolean;
    readonly vpcs?: number;
}

const WORLD = ["0.0.0.0/0", "::/0"].map(blockOf);
const HALVES = ["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1", "2000::/3"].map(blockOf);
const PARTS = ["8.0.0.0/8", "203.0.113.0/24", "198.51.100.7/32", "2600::/12", "2a00:1450::/32", "172.0.0.0/8"].map(
    blockOf,
);
const NOT_INTERNET = ["192.168.0.0/16", "172.16.0.0/12", "100.64.0.0/10", "fd00::/8", "10.99.0.0/16"].map(blockOf);

export function networkOf(seed: number, { namesHosts = false, vpcs: most = 2 }: Options = {}): Network {
    const chance = new Chance(seed);
    const lists: PrefixList[] = chance.times(0, 2, (index) => {
        const family = chance.is(0.7) ? "ipv4" : "ipv6";
        const all = [...WORLD, ...HALVES, ...PARTS, ...NOT_INTERNET].filter((block) => block.family === family);
        return { name: `list-${index}`, family, entries: chance.some(all, 3) };
    });
    const privates = new Map<string, Address>();
    const vpcs: Vpc[] = [];
    const groupsOf = new Map<string, Group[]>();
    const blocksOf = (index: number) => {
        // Some use a public range for their own.
        const ipv4 = blockOf(chance.is(0.1) ? `30.${index}.0.0/16` : `10.${index}.0.0/16`);
        return chance.is(0.5) ? [ipv4, blockOf(`2600:1f18:0:${index}00::/56`)] : [ipv4];
    };
    const count = chance.is(0.35) ? most : 1;
    const spaces = Array.from({ length: count }, (_, index) => blocksOf(index));
    const subnetBlocks = (vpc: number, index: number) =>
        (spaces[vpc] ?? []).map(({ family, text }) =>
            blockOf(
                family === "ipv4"
                    ? `${text.split(".").slice(0, 2).join(".")}.${index}.0/24`
                    : `2600:1f18:0:${vpc}0${index}::/64`,
            ),
        );
    const subnetCounts = spaces.map(() => 1 + chance.upTo(4));
    const inside = spaces.flatMap((blocks, vpc) => [
        ...blocks,
        ...Array.from({ length: subnetCounts[vpc] ?? 0 }, (_, index) => subnetBlocks(vpc, index)).flat(),
    ]);

    const match = (): Match => {
        const kind = chance.upTo(10);
        if (kind < 3) return { protocol: "any", from: 0, to: 0 };
        if (kind < 7) {
            const from = chance.of([0, 22, 80, 443, 1024, 3306, 5432, 8080, 32_768]);
            const to = chance.is(0.6) ? from : chance.of([from, from + 3, 65_535, 60_999]);
            return { protocol: 6, from, to: Math.max(from, to) };
        }
        if (kind === 7) return { protocol: 17, from: 53, to: chance.of([53, 65_535]) };
        if (kind === 8)
            return chance.of([
                { protocol: 1, from: -1, to: -1 },
                { protocol: 1, from: 8, to: -1 },
                { protocol: 1, from: 3, to: 4 },
                { protocol: 58, from: -1, to: -1 },
            ]);
        return { protocol: 47, from: 0, to: 0 };
    };
    const block = (): Block => {
        const kind = chance.upTo(10);
        if (kind < 4) return chance.of(WORLD);
        if (kind < 6) return chance.of(HALVES);
        if (kind < 7) return chance.of(PARTS);
        if (kind < 8) return chance.of(NOT_INTERNET);
        return chance.of(inside);
    };
    const everything = (allows: boolean, number: number): AclRule[] =>
        WORLD.map((world, index) => ({
            protocol: "any",
            from: 0,
            to: 0,
            number: number + index,
            allows,
            block: world,
        }));
    const aclRules = (): AclRule[] => {
        const rules = chance.is(0.8) ? everything(true, 200) : [];
        const numbers = chance.some([10, 20, 30, 40, 150, 210, 250], 4);
        if (chance.is(0.4)) return rules;
        return [...rules, ...numbers.map((number) => ({ ...match(), number, allows: chance.is(0.6), block: block() }))];
    };
    const acl = (name: string): Acl => ({ name, inbound: aclRules(), outbound: aclRules() });

    for (const [index, blocks] of spaces.entries()) {
        const name = `vpc-${index}`;
        const has6 = blocks.length > 1;
        const hasGateway = chance.is(0.9);
        const routes = (): RouteTo[] => {
            const way = (family: string) =>
                family === "ipv4"
                    ? chance.of(["internet", "internet", "internet", "internet", "nat", "vpn"] as const)
                    : chance.of(["internet", "internet", "egress-only"] as const);
            const found = new Map<string, RouteTo>();
            const add = (to: Block) => {
                if (to.family === "ipv6" && !has6) return;
                const by = way(to.family);
                if (hasGateway || by === "vpn") found.set(to.text, { to, by });
            };
            if (chance.is(0.8)) for (const world of WORLD) add(world);
            if (chance.is(0.2)) for (const half of chance.some(HALVES, 3)) add(half);
            if (chance.is(0.2)) for (const part of chance.some(PARTS, 2)) add(part);
            const listed = lists.filter(({ family }) => family === "ipv4");
            if (chance.is(0.15) && listed.length > 0 && hasGateway) {
                const list = chance.of(listed);
                for (const { text } of list.entries) found.delete(text);
                found.set(list.name, { to: list, by: chance.of(["internet", "nat"] as const) });
            }
            return [...found.values()];
        };
        const main: Table = { name: `${name}-main`, routes: chance.is(0.5) ? routes() : [] };
        const tables: Table[] = [
            main,
            ...chance.times(1, 2, (at) => ({ name: `${name}-table-${at}`, routes: routes() })),
        ];
        const defaults: AclRule[] = everything(true, 100).filter(({ block: { family } }) => family === "ipv4" || has6);
        const own = chance.upTo(3);
        const mixed = (): AclRule[] => [
            ...defaults,
            ...chance
                .some([10, 50, 150], 2)
                .map((number) => ({ ...match(), number, allows: chance.is(0.5), block: block() })),
        ];
        // Left as AWS makes it, with rules added, or taken over whole.
        const aclOfVpc: Acl =
            own === 0 || chance.is(0.5)
                ? { name: `${name}-acl`, inbound: defaults, outbound: defaults }
                : own === 1
                  ? { name: `${name}-acl+`, inbound: mixed(), outbound: mixed() }
                  : acl(`${name}-acl!`);
        const acls: Acl[] = [aclOfVpc, aclOfVpc, ...chance.times(0, 2, (at) => acl(`${name}-acl-${at}`))];
        const isAdopted = chance.is(0.3);
        const group: Group = {
            name: isAdopted ? `${name}-group!` : `${name}-group`,
            vpc: name,
            inbound: [],
            outbound: [],
        };
        if (!isAdopted) {
            group.inbound.push({ protocol: "any", from: 0, to: 0, ends: [group] });
            group.outbound.push({ protocol: "any", from: 0, to: 0, ends: WORLD });
        }
        const vpc: Vpc = { name, blocks, hasGateway, main, acl: aclOfVpc, group, subnets: [] };
        vpcs.push(vpc);
        for (let at = 0; at < (subnetCounts[index] ?? 0); at += 1) {
            const own6 = has6 && chance.is(0.8);
            vpc.subnets.push({
                name: `${name}-subnet-${at}`,
                vpc,
                blocks: subnetBlocks(index, at).filter(({ family }) => family === "ipv4" || own6),
                mapsPublic: chance.is(0.6),
                assignsIpv6: own6 && chance.is(0.6),
                table: chance.of(tables),
                acl: chance.of(acls),
            });
        }
        groupsOf.set(name, [
            group,
            ...chance.times(2, 4, (at) => ({ name: `${name}-sg-${at}`, vpc: name, inbound: [], outbound: [] })),
        ]);
    }

    // Each is the other's peer, but the routes may be there on one side alone.
    const [one, other] = vpcs;
    if (one && other && chance.is(0.8)) {
        for (const [from, to] of [
            [one, other],
            [other, one],
        ] as const)
            for (const table of new Set([from.main, ...from.subnets.map((subnet) => subnet.table)])) {
                if (chance.is(0.15)) continue;
                const target = chance.is(0.6) ? to.blocks : (to.subnets[0]?.blocks ?? []);
                for (const block of target)
                    if (from.blocks.some(({ family }) => family === block.family))
                        (table.routes as RouteTo[]).push({ to: block, by: to });
            }
    }

    const balancerNames: string[] = [];
    const things: Thing[] = [];
    let last = 10;
    const point = (
        subnet: Subnet,
        groups: readonly Group[] | undefined,
        hasPublicIpv4: boolean,
        has6: boolean,
    ): Point => {
        last += 1;
        const [four = "", six] = subnet.blocks.map(({ text }) => text);
        const ipv4 = addressOf(four.replace("0/24", String(last)));
        const inIpv6 = six && has6 ? { ipv6: addressOf(six.replace("/64", last.toString(16))) } : {};
        return { subnet, ...(groups && { groups }), ipv4, ...inIpv6, hasPublicIpv4 };
    };
    const subnets = vpcs.flatMap((vpc) => vpc.subnets);
    const groupsIn = (subnet: Subnet) =>
        chance.is(0.15) ? [subnet.vpc.group] : chance.some(groupsOf.get(subnet.vpc.name)?.slice(1) ?? [], 2);
    const instances = chance.times(1, 4, (index): Thing => {
        const subnet = chance.of(subnets);
        const isPublic = subnet.mapsPublic ? !chance.is(0.2) : chance.is(0.4);
        const has6 = subnet.assignsIpv6 || chance.is(0.2);
        const name = `instance-${index}`;
        const points = [point(subnet, groupsIn(subnet), isPublic, has6)];
        if (chance.is(0.15)) {
            const second = chance.of(subnet.vpc.subnets);
            points.push(point(second, groupsIn(second), chance.is(0.3), second.assignsIpv6));
        }
        if (points[0]) privates.set(name, points[0].ipv4);
        return { name, kind: "instance", points, forwards: [] };
    });
    things.push(...instances);
    for (let index = chance.upTo(3); index > 0; index -= 1) {
        const vpc = chance.of(vpcs);
        const isNetwork = chance.is(0.3);
        const groups = isNetwork && chance.is(0.5) ? undefined : groupsIn(chance.of(vpc.subnets));
        const isInternal = chance.is(0.3);
        const isDual = vpc.subnets.every((subnet) => subnet.blocks.length > 1) && chance.is(0.4);
        const targets = instances.filter(({ points }) => points[0]?.subnet.vpc === vpc);
        const name = `${isNetwork ? "network" : "application"}-${isInternal ? "internal-" : ""}${isDual ? "dual-" : ""}${index}`;
        balancerNames.push(name);
        const forwards: Forward[] = chance.some([80, 443, 8443], 2).map((listens) => ({
            protocol: 6,
            listens,
            to:
                targets.length === 0
                    ? []
                    : chance
                          .some(targets, 2)
                          .flatMap(({ points: [first] }) =>
                              first ? [{ point: first, port: chance.of([80, 8080, 5432]) }] : [],
                          ),
        }));
        const points = chance.some(vpc.subnets, 2).map((subnet) => ({
            ...point(subnet, groups, !isInternal, isDual && !isInternal),
        }));
        things.push({ name, kind: "balancer", points, forwards });
    }
    for (let index = chance.upTo(3); index > 0; index -= 1) {
        const subnet = chance.of(subnets);
        things.push({
            name: `database-${index}`,
            kind: "database",
            points: [point(subnet, groupsIn(subnet), chance.is(0.4), false)],
            forwards: [],
        });
    }
    if (chance.is(0.2)) {
        const subnet = chance.of(subnets);
        things.push({
            name: "function",
            kind: "function",
            points: [point(subnet, groupsIn(subnet), false, false)],
            forwards: [],
        });
    }

    const peers =
        vpcs.length > 1 &&
        vpcs.some((vpc) => vpc.subnets.some(({ table }) => table.routes.some(({ by }) => typeof by === "object")));
    const ends = (group: Group): GroupRule["ends"] => {
        const near = vpcs
            .filter(({ name }) => peers || name === group.vpc)
            .flatMap(({ name }) => groupsOf.get(name) ?? []);
        const kind = chance.upTo(10);
        if (kind < 3) return chance.some(near, 2);
        if (kind === 3 && lists.length > 0) return [chance.of(lists)];
        if (kind === 4 && namesHosts) {
            const [, host] = chance.of([...privates]);
            return [
                blockOf(`${(host.bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)).join(".")}/32`),
            ];
        }
        return Array.from({ length: 1 + chance.upTo(2) }, block);
    };
    const open: GroupRule = { protocol: "any", from: 0, to: 0, ends: WORLD };
    for (const group of [...groupsOf.values()].flat()) {
        if (group.name.endsWith("-group")) continue;
        group.inbound.push(...chance.times(1, 4, () => ({ ...match(), ends: ends(group) })));
        if (chance.is(0.6)) group.outbound.push(open);
        else group.outbound.push(...chance.times(0, 2, () => ({ ...match(), ends: ends(group) })));
    }
    return { vpcs, things };
}
