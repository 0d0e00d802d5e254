import {
    AutoScalingGroup,
    Ec2Eip,
    Ec2EipAssociation,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2NetworkInterface,
    placedTypes,
} from "../../aws";
import { fact } from "../fact";
import { grouped } from "../grouped";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { ofGroup, ofInstance } from "./instances";
import { INSTANCES } from "./launching";
import type { NetworkInterface } from "./network-interface";
import { ofPlacement } from "./placed-interfaces";
import { type GroupKey, type NamedGroups, vpcOfGroup } from "./security-groups";
import { DEFAULT_VPC, isUnknownVpc, type Subnet, subnetElsewhere, type Vpc, type VpcKey } from "./subnets";

/** Every interface of the stack's resources that stand in a network. */
export const networkInterfaces = fact(
    [
        ...placedTypes,
        ...INSTANCES,
        AutoScalingGroup,
        Ec2LaunchTemplate,
        Ec2LaunchConfiguration,
        Ec2NetworkInterface,
        Ec2Eip,
        Ec2EipAssociation,
    ],
    (stack): readonly NetworkInterface[] =>
        inTheirVpcs(stack, [
            ...stack.ofType<unknown>(...INSTANCES).flatMap((instance) => ofInstance(stack, instance)),
            ...stack.ofType(AutoScalingGroup).flatMap((group) => ofGroup(stack, group)),
            ...stack.ofType<unknown>(...placedTypes).flatMap((resource) => ofPlacement(stack, resource)),
        ]),
);

/** By what has them. */
export const interfacesByHost = fact(
    [networkInterfaces],
    (stack): ReadonlyMap<Resource, readonly NetworkInterface[]> =>
        grouped(networkInterfaces(stack).map((one) => [one, [one.host]] as const)),
);

/** By group, the interfaces that have it, or may. */
export const interfacesByGroup = fact(
    [networkInterfaces],
    (stack): ReadonlyMap<GroupKey, readonly NetworkInterface[]> =>
        grouped(networkInterfaces(stack).map((one) => [one, one.groups.possible] as const)),
);

/** Ids by which the stack calls the account's default VPC: the groups of what stands there without naming a subnet are in it. */
export const defaultVpcIds = fact(
    [networkInterfaces],
    (stack): ReadonlySet<VpcKey> =>
        new Set(
            networkInterfaces(stack)
                .filter(({ subnets }) => subnets.some(({ vpc, elsewhere }) => vpc === DEFAULT_VPC && !elsewhere))
                .flatMap(({ groups }) => vpcOfGroups(stack, groups)?.key ?? []),
        ),
);

/** What stands in a subnet that this stack does not make has security groups of the same VPC, and they may be told. */
function inTheirVpcs(stack: Stack, all: readonly NetworkInterface[]): readonly NetworkInterface[] {
    const vpcs = new Map<string, Vpc>();
    for (const { subnets, groups } of all)
        for (const { key, elsewhere } of subnets) {
            if (!elsewhere || !isUnknownVpc(vpcs.get(key)?.key ?? "of it")) continue;
            const vpc = vpcOfGroups(stack, groups);
            if (vpc) vpcs.set(key, vpc);
        }
    if (vpcs.size === 0) return all;
    const known = new Map<string, Subnet>();
    const settled = (subnet: Subnet): Subnet => {
        const { key, elsewhere } = subnet;
        const vpc = vpcs.get(key);
        if (!elsewhere || !vpc) return subnet;
        const found = known.get(key) ?? subnetElsewhere(stack, key, elsewhere, vpc);
        known.set(key, found);
        return found;
    };
    return all.map((one) => ({ ...one, subnets: one.subnets.map(settled) }));
}

/** The VPC of the groups that something has, or of all that it may have. */
function vpcOfGroups(stack: Stack, { certain, possible, isAny }: NamedGroups): Vpc | undefined {
    const found = certain.flatMap((key) => vpcOfGroup(stack, key) ?? []);
    const told = found.find((vpc) => !isUnknownVpc(vpc.key)) ?? found[0];
    if (told || isAny) return told;
    const [first, ...others] = possible.map((key) => vpcOfGroup(stack, key));
    return others.every((vpc) => vpc?.key === first?.key) ? first : undefined;
}
