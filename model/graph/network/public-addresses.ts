import {
    Ec2Eip,
    Ec2EipAssociation,
    Ec2Instance,
    Ec2LaunchTemplate,
    Ec2NetworkInterface,
    Ec2SpotInstanceRequest,
    type ResourceType,
    valuesAt,
} from "../../aws";
import { addresses, ofFamily } from "../../network";
import { type Answer, all, any, isFalse, isTrue, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { type Host, hosts, saidOf, speaker } from "./hosts";
import { reachedBy } from "./routes";
import type { Subnet } from "./subnets";

/** A way by which a host has an address of the internet. */
export interface PublicAddress {
    readonly host: Host;
    /** What must change. */
    readonly resource: Resource;
    readonly at: Value | string;
    readonly when: Answer;
    /** It asks for one; its subnet gives one; an Elastic IP is fixed to it; or it has an IPv6 address that a gateway leads to. */
    readonly by: "itself" | "subnet" | "elastic" | "ipv6";
}

const ASKS = "associatePublicIpAddress";

/** Every public address of the stack's hosts. Instances that hand on what others send, as NAT instances do, must have one. */
export const publicAddresses = fact(
    [hosts, Ec2Eip, Ec2EipAssociation, Ec2NetworkInterface],
    (stack): readonly PublicAddress[] => {
        const found = [...hosts(stack).flatMap((host) => [...ofHost(stack, host)]), ...elastic(stack)];
        // Several groups may be launched from one template.
        const places = new Map(found.map((one) => [`${one.resource.urn} ${pathOf(one.at)}`, one]));
        return [...places.values()].map(exempt);
    },
);

function pathOf(at: Value | string): string {
    return typeof at === "string" ? at : at.path;
}

function exempt(address: PublicAddress): PublicAddress {
    const { at } = saidOf(address.host, "sourceDestCheck") ?? {};
    return at ? { ...address, when: all(address.when, not(isFalse(at, false))) } : address;
}

function* ofHost(stack: Stack, host: Host): Iterable<PublicAddress> {
    const own = saidOf(host, ASKS);
    const inTemplates = own ? [] : host.said.filter(isTemplate).flatMap((template) => asked(template));
    if (own) yield { host, resource: own.by, at: own.at, when: isTrue(own.at, false), by: "itself" };
    for (const { template, at } of inTemplates)
        yield { host, resource: template, at, when: isTrue(at, false), by: "itself" };
    const standing = host.interfaces.flatMap(({ subnets }) => subnets);
    const [first] = host.interfaces;
    const resource = speaker(host);
    const isSilent = !own && inTemplates.length === 0 && !host.isSaidElsewhere && !namesInterface(resource);
    if (isSilent && first) {
        const gives = first.subnets.map((subnet) => all(subnet.givesPublicIpv4, not(subnet.isClosed)));
        yield { host, resource, at: ASKS, when: any(...gives), by: "subnet" };
    }
    const isIpv6 = any(...host.interfaces.map(({ hasIpv6 }) => hasIpv6));
    if (isIpv6.is !== "no") {
        const leads = any(...standing.map((subnet) => isLedTo(stack, subnet)));
        yield { host, resource, at: "ipv6Addresses", when: all(isIpv6, leads), by: "ipv6" };
    }
}

function isTemplate({ type }: Resource): boolean {
    return type === Ec2LaunchTemplate.token;
}

function asked(template: Resource): readonly { template: Resource; at: Value }[] {
    return valuesAt(template.root, `networkInterfaces[].${ASKS}`)
        .filter((at) => at.state !== "absent" && at.text() !== "")
        .map((at) => ({ template, at }));
}

/** An interface of its own gets no address from its subnet. */
function namesInterface(instance: Resource): boolean {
    const named = [
        ...valuesAt(instance.root, "networkInterfaces[].networkInterfaceId"),
        instance.root.down("primaryNetworkInterface.networkInterfaceId"),
    ];
    return named.some(({ state }) => state !== "absent");
}

/** Does a gateway that lets packets in lead to its IPv6 addresses? */
export function isLedTo(stack: Stack, subnet: Subnet): Answer {
    const { certain } = reachedBy(stack, subnet, ["internet gateway"]);
    const isOpen = !addresses.isEmpty(ofFamily(certain, "ipv6"));
    return isOpen ? not(subnet.isClosed) : no;
}

/** Elastic IPs, where they are fixed to a host or to an interface of one. */
function elastic(stack: Stack): readonly PublicAddress[] {
    const owners = new Map<Resource, Host>(
        hosts(stack).flatMap((host) => [
            [host.resource, host] as const,
            ...host.interfaces.flatMap(({ own }) => (own ? [[own, host] as const] : [])),
        ]),
    );
    return PLACES.flatMap(({ type, paths }) =>
        stack.ofType<unknown>(type).flatMap((resource) =>
            paths.flatMap((path): readonly PublicAddress[] => {
                const at = inputOf(resource, path);
                const link = stack.link<unknown>(resource, at, ...HOLDERS);
                const when = link.kind === "candidates" ? undecided(link.awaits) : yes;
                return possible(link).flatMap((one) => {
                    const host = owners.get(one);
                    return host ? [{ host, resource, at, when, by: "elastic" }] : [];
                });
            }),
        ),
    );
}

const HOLDERS: readonly ResourceType[] = [Ec2Instance, Ec2SpotInstanceRequest, Ec2NetworkInterface];
const PLACES: readonly { readonly type: ResourceType; readonly paths: readonly string[] }[] = [
    { type: Ec2Eip, paths: ["instance", "networkInterface"] },
    { type: Ec2EipAssociation, paths: ["instanceId", "networkInterfaceId"] },
];
