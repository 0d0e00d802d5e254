/** A network as AWS would have it, apart from how a program writes it down: what the search walks and the generator makes. */
export type Family = "ipv4" | "ipv6";

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

/** The addresses that begin with these bits. */
export interface Block {
    readonly text: string;
    readonly family: Family;
    readonly prefix: string;
}

export interface Address {
    readonly family: Family;
    readonly bits: string;
}

export function blockOf(text: string): Block {
    const [address = "", length] = text.split("/");
    const { family, bits } = addressOf(address);
    return { text, family, prefix: bits.slice(0, length === undefined ? BITS[family] : Number(length)) };
}

export function addressOf(text: string): Address {
    const binary = (digits: readonly string[], base: number, size: number) =>
        digits.map((one) => Number.parseInt(one, base).toString(2).padStart(size, "0")).join("");
    if (!text.includes(":")) return { family: "ipv4", bits: binary(text.split("."), 10, 8) };
    const [high = [], low = []] = text.split("::").map((half) => half.split(":").filter(Boolean));
    const zeros = Array<string>(8 - high.length - low.length).fill("0");
    return { family: "ipv6", bits: binary([...high, ...zeros, ...low], 16, 16) };
}

export function isIn(address: Address, block: Block): boolean {
    return address.family === block.family && address.bits.startsWith(block.prefix);
}

/** The first and the last address of a block, and what is beside them. */
export function edgesOf({ family, prefix }: Block): readonly Address[] {
    const bits = BITS[family];
    const [first, last] = ["0", "1"].map((fill) => BigInt(`0b${prefix.padEnd(bits, fill)}`)) as [bigint, bigint];
    return [first - 1n, first, last, last + 1n]
        .filter((number) => number >= 0n && number < 1n << BigInt(bits))
        .map((number) => ({ family, bits: number.toString(2).padStart(bits, "0") }));
}

export interface Vpc {
    readonly name: string;
    readonly blocks: readonly Block[];
    readonly hasGateway: boolean;
    readonly main: Table;
    readonly acl: Acl;
    readonly group: Group;
    readonly subnets: Subnet[];
}

export interface Subnet {
    readonly name: string;
    readonly vpc: Vpc;
    readonly blocks: readonly Block[];
    readonly mapsPublic: boolean;
    readonly assignsIpv6: boolean;
    readonly table: Table;
    readonly acl: Acl;
}

export type Way = "internet" | "egress-only" | "nat" | "vpn" | Vpc;

export interface RouteTo {
    readonly to: Block | PrefixList;
    readonly by: Way;
}

export interface Table {
    readonly name: string;
    readonly routes: readonly RouteTo[];
}

export interface PrefixList {
    readonly name: string;
    readonly family: Family;
    readonly entries: readonly Block[];
}

/** What packets a rule means: of ICMP, `from` is the type and `to` the code, and -1 is any. */
export interface Match {
    readonly protocol: number | "any";
    readonly from: number;
    readonly to: number;
}

export interface AclRule extends Match {
    readonly number: number;
    readonly allows: boolean;
    readonly block: Block;
}

export interface Acl {
    readonly name: string;
    readonly inbound: readonly AclRule[];
    readonly outbound: readonly AclRule[];
}

export interface GroupRule extends Match {
    readonly ends: readonly (Block | PrefixList | Group)[];
}

export interface Group {
    readonly name: string;
    readonly vpc: string;
    readonly inbound: GroupRule[];
    readonly outbound: GroupRule[];
}

/** Where a resource stands: an interface in a subnet. Without groups where nothing filters there. */
export interface Point {
    readonly subnet: Subnet;
    readonly groups?: readonly Group[];
    readonly ipv4: Address;
    readonly ipv6?: Address;
    readonly hasPublicIpv4: boolean;
}

export interface Forward {
    readonly protocol: number;
    readonly listens: number;
    readonly to: readonly { readonly point: Point; readonly port: number }[];
}

export interface Thing {
    readonly name: string;
    readonly kind: "instance" | "balancer" | "database" | "function";
    readonly points: readonly Point[];
    /** Of a load balancer. */
    readonly forwards: readonly Forward[];
}

export interface Network {
    readonly vpcs: readonly Vpc[];
    readonly things: readonly Thing[];
}
