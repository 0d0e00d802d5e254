import {
    Ec2VpcEndpoint,
    IamInstanceProfile,
    IamRole,
    InstanceConnectEndpoint,
    Route53Zone,
    SsmServiceSetting,
} from "../../aws";
import { AGENT_NEEDS } from "../../iam";
import {
    type Answer,
    all,
    answer,
    any,
    equals,
    filled,
    holds,
    no,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";
import { fact } from "../fact";
import { identitiesOf } from "../identities/identities";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { type Bastion, bastions, identityOfHost, roleOf } from "./bastions";
import { profileOf, speaker } from "./hosts";
import type { NetworkInterface } from "./network-interface";
import { isLedTo } from "./public-addresses";
import { hasWay, type Way } from "./routes";
import { hasEndpoint } from "./service-endpoints";
import { namedElsewhere } from "./standing";
import { isUnknownVpc, subnetsAt } from "./subnets";

/** Why people cannot open a session on a bastion, though nothing else lets them in for a while and by their names. */
export interface Unmanaged {
    readonly resource: Resource;
    readonly at: Value | string;
    readonly when: Answer;
    readonly lacks: "profile" | "rights" | "way";
}

/**
 * Bastions that Session Manager does not manage, and that no endpoint of EC2 Instance Connect leads to. A profile or role of another
 * stack may have all rights; a host whose groups let nothing out is missed.
 */
export const unmanagedBastions = fact(
    [
        bastions,
        identitiesOf,
        IamInstanceProfile,
        IamRole,
        Ec2VpcEndpoint,
        Route53Zone,
        InstanceConnectEndpoint,
        SsmServiceSetting,
    ],
    (stack): readonly Unmanaged[] =>
        bastions(stack).flatMap((bastion): readonly Unmanaged[] => {
            const otherwise = hasConnectEndpoint(stack, bastion);
            if (otherwise.is === "yes") return [];
            const place = { resource: speaker(bastion), at: "iamInstanceProfile" };
            const said = profileOf(bastion);
            const rights = all(bastion.when, not(otherwise), not(managesByDefault(stack)));
            const way = all(bastion.when, not(otherwise), not(hasWayOut(stack, bastion)));
            const noWay: Unmanaged = { resource: speaker(bastion), at: "subnetId", when: way, lacks: "way" };
            if (!said && bastion.isSaidElsewhere) return [];
            const unable: Unmanaged = said
                ? {
                      resource: said.by,
                      at: said.at,
                      when: all(rights, not(mayRegister(stack, bastion))),
                      lacks: "rights",
                  }
                : { ...place, when: rights, lacks: "profile" };
            // Whoever mends the one finds the other next.
            return [unable.when.is === "no" ? noWay : unable];
        }),
);

/** May the agent register, and open the channels of a session? What another stack says of the role is taken for yes. */
function mayRegister(stack: Stack, bastion: Bastion): Answer {
    const role = roleOf(stack, bastion);
    if (role.kind === "unknown" || role.kind === "candidates") return undecided(role.awaits);
    if (role.kind === "outside") return yes;
    const identity = identityOfHost(stack, bastion);
    if (!identity) return no;
    const isElsewhere =
        identity.unread.some(({ elsewhere }) => elsewhere) ||
        identity.attached.some(({ managed }) => managed === undefined);
    if (isElsewhere) return yes;
    const granted = all(...AGENT_NEEDS.map((action) => identity.permissions.allows(action)));
    const open = identity.unread.map(({ place }) => undecided(place));
    return any(granted, ...open);
}

/**
 * Default host management gives every instance of the region a role.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
 */
function managesByDefault(stack: Stack): Answer {
    return any(
        ...stack
            .ofType(SsmServiceSetting)
            .map(({ root }) =>
                all(
                    holds(root.get("settingId"), isHostManagement),
                    filled(root.get("settingValue")),
                    not(equals(root.get("settingValue"), "$None")),
                ),
            ),
    );
}

function isHostManagement(id: string): boolean {
    return /\/ssm\/managed-instance\/default-ec2-instance-management-role$/.test(id);
}

/** Bastions on which people open sessions by Session Manager. A profile of another stack tells nothing. */
export const sessionBastionsOf = fact(
    [bastions, identitiesOf, IamInstanceProfile, IamRole, SsmServiceSetting],
    (stack): readonly { readonly host: Resource; readonly isOpened: Answer }[] =>
        bastions(stack).map((bastion) => ({
            host: speaker(bastion),
            isOpened: all(bastion.when, any(managesByDefault(stack), opensChannels(stack, bastion))),
        })),
);

/** May the agent open the channels of a session? */
function opensChannels(stack: Stack, bastion: Bastion): Answer {
    const role = roleOf(stack, bastion);
    if (role.kind === "unknown" || role.kind === "candidates") return undecided(role.awaits);
    const identity = identityOfHost(stack, bastion);
    if (!identity) return no;
    const hidden = identity.unread.map(({ place }) => undecided(place));
    return any(identity.permissions.allows("ssmmessages:OpenControlChannel"), ...hidden);
}

/** Does an endpoint of EC2 Instance Connect stand in the bastion's VPC? Where the VPC is another stack's, any may. */
function hasConnectEndpoint(stack: Stack, { interfaces }: Bastion): Answer {
    const vpcs = new Set(interfaces.flatMap(({ subnets }) => subnets.map(({ vpc }) => vpc)));
    if (vpcs.size === 0 || [...vpcs].some(isUnknownVpc)) return answer(stack.has(InstanceConnectEndpoint));
    return any(
        ...stack.ofType(InstanceConnectEndpoint).map((endpoint) => {
            const { subnets } = subnetsAt(stack, endpoint, endpoint.root.get("subnetId"));
            return answer(subnets.length === 0 || subnets.some(({ vpc }) => vpcs.has(vpc)));
        }),
    );
}

/** Ways that may lead to AWS's services, or that other stacks know of. */
const OUT: readonly Way[] = [
    "NAT gateway",
    "egress-only gateway",
    "peering",
    "transit gateway",
    "private gateway",
    "interface",
    "endpoint",
    "elsewhere",
];

/** Does the agent get to Systems Manager, over a gateway or by endpoints in its VPC? */
function hasWayOut(stack: Stack, { interfaces }: Bastion): Answer {
    const [first] = interfaces;
    if (!first || first.subnets.length === 0 || namedElsewhere(first).length > 0) return yes;
    return any(...interfaces.flatMap((one) => one.subnets.map((subnet) => leaves(stack, one, subnet))));
}

function leaves(stack: Stack, one: NetworkInterface, subnet: NetworkInterface["subnets"][number]): Answer {
    // What stands in the VPC of another stack is not told here.
    if (!subnet.vpcResource) return yes;
    return any(
        hasWay(stack, subnet, ...OUT),
        all(hasWay(stack, subnet, "internet gateway"), one.publicIpv4),
        all(isLedTo(stack, subnet), one.hasIpv6),
        all(hasEndpoint(stack, subnet, "ssm"), hasEndpoint(stack, subnet, "ssmmessages")),
    );
}
