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
import { type Answer, equals, isTrue, no, not, type Value, yes } from "../../values";
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
export function vpcAt(stack: Stack, holder: Resource, at: Value): { key: VpcKey; resource?: Resource } {
    const link = stack.link<unknown>(holder, at, ...VPCS);
    const resource = linked(link) ?? (link.kind === "absent" ? stack.ofType(Ec2DefaultVpc)[0] : possible(link)[0]);
    if (resource) return { key: resource.urn, resource };
    if (link.kind === "absent") return { key: DEFAULT_VPC };
    return { key: link.kind === "outside" ? link.reference : `of ${holder.urn}` };
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
                    isClosed: isClosed(stack, resource, vpc.resource),
                };
                return [resource.urn, subnet] as const;
            }),
        ),
);

function defaultVpc(holder: Resource | undefined): { key: VpcKey; resource?: Resource } {
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
        isClosed: isClosed(stack, undefined, vpc.resource),
    };
}

/** Where a property says that a resource stands. */
export interface Standing {
    readonly subnets: readonly Subnet[];
    /** It may be elsewhere too, in subnets that this stack does not tell. */
    readonly awaits: readonly string[];
    /** What would tell which of several subnets an unknown value is. */
    readonly candidates: readonly string[];
    /** Ids of subnets of other stacks. */
    readonly outside: boolean;
}

/** The subnets that a property names. */
export function subnetsAt(stack: Stack, holder: Resource, at: Value): Standing {
    const all = subnets(stack);
    const ids = at.state === "known" ? (at.items() as readonly Value[]) : at.state === "unknown" ? [at] : [];
    const found = new Map<string, Subnet>();
    const awaits: string[] = [];
    const candidates: string[] = [];
    let outside = false;
    for (const id of ids) {
        const link = stack.link<unknown>(holder, id, ...SUBNETS);
        for (const resource of possible(link)) {
            const subnet = all.get(resource.urn);
            if (subnet) found.set(subnet.key, subnet);
        }
        if (link.kind === "outside") outside = true;
        if (link.kind === "unknown") awaits.push(link.awaits);
        if (link.kind === "candidates") candidates.push(link.awaits);
    }
    return { subnets: [...found.values()], awaits, candidates, outside };
}

/** VPC block public access: of the whole region, less what is excluded from it. */
function isClosed(stack: Stack, subnet: Resource | undefined, vpc: Resource | undefined): Answer {
    const [options] = stack.ofType(Ec2VpcBlockPublicAccessOptions);
    if (!options) return no;
    const mode = options.root.get("internetGatewayBlockMode");
    const isOn = equals(mode, "block-bidirectional", "block-ingress");
    if (isOn.is !== "yes") return isOn;
    for (const exclusion of stack.ofType(Ec2VpcBlockPublicAccessExclusion)) {
        const named = (property: string, types: readonly ResourceType[]) =>
            possible(stack.link<unknown>(exclusion, exclusion.root.get(property), ...types));
        const isMeant =
            (subnet !== undefined && named("subnetId", SUBNETS).includes(subnet)) ||
            (vpc !== undefined && named("vpcId", VPCS).includes(vpc));
        if (isMeant) return not(equals(exclusion.root.get("internetGatewayExclusionMode"), "allow-bidirectional"));
    }
    return yes;
}
