import {
    Ec2DefaultSubnet,
    Ec2DefaultVpc,
    Ec2Subnet,
    Ec2Vpc,
    Ec2VpcBlockPublicAccessExclusion,
    Ec2VpcBlockPublicAccessOptions,
    Ec2VpcIpv4CidrBlockAssociation,
    Ec2VpcIpv6CidrBlockAssociation,
    type ResourceType,
} from "../../aws";
import { addresses, blocks, EVERYWHERE, ofFamily } from "../../network";
import { type Answer, equals, isTrue, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, exactAddresses, joinAddresses, type KnownAddresses, NO_ADDRESSES } from "./known-addresses";

/** A VPC by its URN; by its id where it is of another stack; `default` for the account's own, where a program names none. */
export type VpcKey = string;
export const DEFAULT_VPC: VpcKey = "default";

/** A subnet of the stack, or one that AWS makes in every zone of a default VPC. */
export interface Subnet {
    readonly key: string;
    readonly vpc: VpcKey;
    /** Absent where no resource of the stack is it. */
    readonly resource?: Resource;
    readonly vpcResource?: Resource;
    /** Its own blocks; of one whose block is unknown, possibly all of its VPC's. */
    readonly addresses: KnownAddresses;
    /** What an interface gets here of which nothing else is said. */
    readonly givesPublicIpv4: Answer;
    readonly givesIpv6: Answer;
    /** Do this account's settings close its VPC to the internet? */
    readonly isClosed: Answer;
    /** Of one that this stack does not make: where it is named. */
    readonly elsewhere?: Elsewhere;
}

export interface Elsewhere {
    readonly place: string;
    /** Its id is known: whatever names the same id is in the same subnet. An unknown one may be any, those of this stack among them. */
    readonly isNamed: boolean;
}

export interface Vpc {
    readonly key: VpcKey;
    readonly resource?: Resource;
}

const VPCS = [Ec2Vpc, Ec2DefaultVpc];
const SUBNETS = [Ec2Subnet, Ec2DefaultSubnet];

/** AWS's default VPC has this block in every region. */
const DEFAULT_VPC_BLOCK = "172.31.0.0/16";

/** The blocks of a VPC, with those that are associated with it later. */
export const vpcAddresses = fact(
    [...VPCS, Ec2VpcIpv4CidrBlockAssociation, Ec2VpcIpv6CidrBlockAssociation],
    (stack): ReadonlyMap<VpcKey, KnownAddresses> => {
        const found = new Map<VpcKey, KnownAddresses[]>();
        for (const vpc of stack.ofType<unknown>(...VPCS)) {
            const own = ["cidrBlock", "ipv6CidrBlock"].map((property) => blocksAt(inputOf(vpc, property)));
            const isDefault = vpc.type === Ec2DefaultVpc.token;
            found.set(vpc.urn, isDefault ? [...own, exactAddresses(blocks(DEFAULT_VPC_BLOCK))] : own);
        }
        for (const [type, property] of [
            [Ec2VpcIpv4CidrBlockAssociation, "cidrBlock"],
            [Ec2VpcIpv6CidrBlockAssociation, "ipv6CidrBlock"],
        ] as const) {
            for (const more of stack.ofType<unknown>(type))
                for (const vpc of possible(stack.link<unknown>(more, more.root.get("vpcId"), ...VPCS)))
                    found.get(vpc.urn)?.push(blocksAt(inputOf(more, property)));
        }
        return new Map([
            ...[...found].map(([key, parts]) => [key, joinAddresses(parts)] as const),
            [DEFAULT_VPC, exactAddresses(blocks(DEFAULT_VPC_BLOCK))] as const,
        ]);
    },
);

/** The VPC that a property names; `default` where it names none. */
export function vpcAt(stack: Stack, holder: Resource, at: Value): Vpc {
    const link = stack.link<unknown>(holder, at, ...VPCS);
    const resource = linked(link) ?? (link.kind === "absent" ? stack.ofType(Ec2DefaultVpc)[0] : possible(link)[0]);
    if (resource) return { key: resource.urn, resource };
    if (link.kind === "absent") return { key: DEFAULT_VPC };
    return { key: link.kind === "outside" ? link.reference : unknownVpcOf(holder.urn) };
}

/** The VPC of something of which nobody knows in which VPC it is. */
export function unknownVpcOf(key: string): VpcKey {
    return `of ${key}`;
}

export function isDefaultVpc({ vpc, vpcResource }: Pick<Subnet, "vpc" | "vpcResource">): boolean {
    return vpc === DEFAULT_VPC || vpcResource?.type === Ec2DefaultVpc.token;
}

export function isUnknownVpc(key: VpcKey): boolean {
    return key.startsWith("of ");
}

export const subnets = fact(
    [...SUBNETS, vpcAddresses, Ec2VpcBlockPublicAccessOptions, Ec2VpcBlockPublicAccessExclusion],
    (stack): ReadonlyMap<string, Subnet> =>
        new Map(
            stack.ofType<unknown>(...SUBNETS).map((resource) => {
                const isDefault = resource.type === Ec2DefaultSubnet.token;
                const own = resource.root.get("vpcId");
                const [holder] = isDefault ? stack.ofType(Ec2DefaultVpc) : [];
                const vpc = isDefault ? defaultVpc(holder) : vpcAt(stack, resource, own);
                const subnet: Subnet = {
                    key: resource.urn,
                    resource,
                    vpc: vpc.key,
                    ...(vpc.resource && { vpcResource: vpc.resource }),
                    addresses: ownAddresses(stack, resource, vpc.key, isDefault),
                    // Both have defaults in the provider: neither is ever computed.
                    givesPublicIpv4: isTrue(resource.root.get("mapPublicIpOnLaunch"), isDefault),
                    givesIpv6: isTrue(resource.root.get("assignIpv6AddressOnCreation"), false),
                    isClosed: isClosed(stack, resource.urn, vpc.key),
                };
                return [resource.urn, subnet] as const;
            }),
        ),
);

function defaultVpc(holder: Resource | undefined): Vpc {
    return holder ? { key: holder.urn, resource: holder } : { key: DEFAULT_VPC };
}

function ownAddresses(stack: Stack, subnet: Resource, vpc: VpcKey, isDefault: boolean): KnownAddresses {
    const ofVpc = vpcAddresses(stack).get(vpc);
    const parts = (["cidrBlock", "ipv6CidrBlock"] as const).map((property) => {
        const at = inputOf(subnet, property);
        if (at.state === "known") return blocksAt(at);
        const isAsked = at.state === "unknown" || (property === "cidrBlock" && (isDefault || isComputed(subnet)));
        if (!isAsked) return NO_ADDRESSES;
        const within = ofVpc?.possible ?? EVERYWHERE;
        const possibleOnes = ofFamily(within, property === "cidrBlock" ? "ipv4" : "ipv6");
        return { certain: addresses.empty, possible: possibleOnes, awaits: at.state === "unknown" ? [at.place] : [] };
    });
    return joinAddresses(parts);
}

/** IPAM chooses its block. */
function isComputed(subnet: Resource): boolean {
    return subnet.root.get("ipv4IpamPoolId").state !== "absent";
}

/** The subnet that AWS makes in each zone of a default VPC, where a program says nothing of it. */
export function impliedDefaultSubnet(stack: Stack): Subnet {
    const vpc = defaultVpc(stack.ofType(Ec2DefaultVpc)[0]);
    return {
        key: "default subnet",
        vpc: vpc.key,
        ...(vpc.resource && { vpcResource: vpc.resource }),
        addresses: {
            certain: addresses.empty,
            possible: vpcAddresses(stack).get(vpc.key)?.possible ?? blocks(DEFAULT_VPC_BLOCK),
            awaits: [],
        },
        givesPublicIpv4: yes,
        givesIpv6: no,
        isClosed: isClosed(stack, undefined, vpc.key),
    };
}

/** RFC 1918 and RFC 6598, of which AWS advises to make a VPC; of IPv6 any, for AWS gives it. */
const USUAL_IN_A_VPC = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::/0");

/** A subnet that this stack does not make, in a VPC that may be told all the same: by the security groups of what stands there. */
export function subnetElsewhere(stack: Stack, key: string, elsewhere: Elsewhere, vpc: Vpc): Subnet {
    const { place } = elsewhere;
    const ofVpc = vpcAddresses(stack).get(vpc.key)?.possible;
    return {
        key,
        elsewhere,
        vpc: vpc.key,
        ...(vpc.resource && { vpcResource: vpc.resource }),
        addresses: { certain: addresses.empty, possible: ofVpc ?? USUAL_IN_A_VPC, awaits: [place] },
        givesPublicIpv4: undecided(place),
        // A program that uses IPv6 says so at the host, too.
        givesIpv6: no,
        isClosed: isClosed(stack, key, vpc.key),
    };
}

/** Where a property says that a resource stands. */
export interface Standing {
    readonly subnets: readonly Subnet[];
    /** It may be elsewhere too, in subnets that this stack does not tell. */
    readonly awaits: readonly string[];
    /** What would tell which of several subnets an unknown value is. */
    readonly candidates: readonly string[];
    /** Ids of subnets of other stacks, and where they are named. */
    readonly outside: readonly { readonly id: string; readonly place: string }[];
}

/** The subnets that a property names. */
export function subnetsAt(stack: Stack, holder: Resource, at: Value): Standing {
    const all = subnets(stack);
    const ids = at.state === "known" ? (at.items() as readonly Value[]) : at.state === "unknown" ? [at] : [];
    const found = new Map<string, Subnet>();
    const awaits: string[] = [];
    const candidates: string[] = [];
    const outside: { id: string; place: string }[] = [];
    for (const id of ids) {
        const link = stack.link<unknown>(holder, id, ...SUBNETS);
        for (const resource of possible(link)) {
            const subnet = all.get(resource.urn);
            if (subnet) found.set(subnet.key, subnet);
        }
        if (link.kind === "outside") outside.push({ id: link.reference, place: id.place });
        if (link.kind === "unknown") awaits.push(link.awaits);
        if (link.kind === "candidates") candidates.push(link.awaits);
    }
    return { subnets: [...found.values()], awaits, candidates, outside };
}

/** VPC block public access: of the whole region, less what is excluded from it. */
function isClosed(stack: Stack, subnet: string | undefined, vpc: VpcKey): Answer {
    const [options] = stack.ofType(Ec2VpcBlockPublicAccessOptions);
    if (!options) return no;
    const mode = options.root.get("internetGatewayBlockMode");
    const isOn = equals(mode, "block-bidirectional", "block-ingress");
    if (isOn.is !== "yes") return isOn;
    for (const exclusion of stack.ofType(Ec2VpcBlockPublicAccessExclusion)) {
        const named = (property: string, types: readonly ResourceType[]): readonly string[] => {
            const link = stack.link<unknown>(exclusion, exclusion.root.get(property), ...types);
            return link.kind === "outside" ? [link.reference] : possible(link).map(({ urn }) => urn);
        };
        const isMeant =
            (subnet !== undefined && named("subnetId", SUBNETS).includes(subnet)) || named("vpcId", VPCS).includes(vpc);
        if (isMeant) return not(equals(exclusion.root.get("internetGatewayExclusionMode"), "allow-bidirectional"));
    }
    return yes;
}
