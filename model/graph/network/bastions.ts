import { AutoScalingGroup, IamInstanceProfile, IamRole, isBastion, isDatabaseProxy, onlyPrepares } from "../../aws";
import { type Addresses, addresses, INTERNET, TCP, takesIn } from "../../network";
import { type Answer, all, any, holds, no, not, undecided, yes } from "../../values";
import { fact } from "../fact";
import { type Identity, identitiesOf, identityOf } from "../identities/identities";
import { hasProgramsRights } from "../identities/session-rights";
import { type Link, linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { forwardings } from "./forwarding";
import { type Host, hosts, profileOf, saidOf } from "./hosts";
import { networkInterfaces } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { type GroupKey, type GroupRule, securityGroup } from "./security-groups";
import { SHELL_PORTS } from "./shells";

/** A host through which people get into a private network. */
export interface Bastion extends Host {
    readonly when: Answer;
}

/**
 * A bastion is one by what it is called, or by what it is: a single host that stores let in by its group, and that has nothing else to do.
 * It serves no port but those of a shell, stands behind no load balancer, starts no program and has no rights to data. One that is
 * neither called so nor near a store of this stack is missed.
 */
export const bastions = fact([hosts, forwardings, identitiesOf], (stack): readonly Bastion[] => {
    const isCalled = (host: Host) =>
        any(...[host.resource, ...host.said].map(({ name, root }) => isBastion(name, root)));
    return hosts(stack).flatMap((host): readonly Bastion[] => {
        const when = any(isCalled(host), isOneByItsWork(stack, host));
        return when.is === "no" ? [] : [{ ...host, when }];
    });
});

/** Is the host a bastion? */
export function isBastionHost(stack: Stack, host: Host): Answer {
    const known = stack.once(isBastionHost, () => new Map(bastions(stack).map((one) => [one.resource, one.when])));
    return known.get(host.resource) ?? no;
}

function isOneByItsWork(stack: Stack, host: Host): Answer {
    const { resource } = host;
    if (!reachesStore(stack, host) || !isAlone(resource) || isForwardedTo(stack, resource) || serves(stack, host))
        return no;
    return all(startsNothing(host), not(hasRights(stack, host)));
}

/** A bastion that is replaced when it fails is a group of one. */
function isAlone({ type, root }: Resource): boolean {
    return type !== AutoScalingGroup.token || (root.get("maxSize").number() ?? 1) <= 1;
}

function isForwardedTo(stack: Stack, resource: Resource): boolean {
    const targets = stack.once(
        isForwardedTo,
        () =>
            new Set(
                [...forwardings(stack).values()].flatMap((all) =>
                    all.flatMap(({ targets }) => targets.map(({ host }) => host)),
                ),
            ),
    );
    return targets.has(resource);
}

/** Whom the groups of the stack's databases, caches and brokers let in. */
interface LetIn {
    readonly groups: ReadonlySet<GroupKey>;
    readonly blocks: Addresses;
}

function letInByStores(stack: Stack): LetIn {
    const stores = networkInterfaces(stack).filter(
        ({ role, what, host }) => (role === "store" && what !== "file system") || isDatabaseProxy(host),
    );
    const own = new Set(stores.flatMap(({ groups }) => groups.possible));
    const letIn = new Set<GroupKey>();
    let blocks = addresses.empty;
    for (const key of own) {
        const group = securityGroup(stack, key);
        if (group.isDefault) letIn.add(key);
        for (const { direction, groups, addresses: from } of group.rules) {
            if (direction !== "ingress") continue;
            for (const one of groups.possible) letIn.add(one);
            // What lets in the internet tells of nobody.
            blocks = addresses.union(blocks, addresses.subtract(from.certain, INTERNET));
        }
    }
    return { groups: letIn, blocks };
}

function reachesStore(stack: Stack, { interfaces }: Host): boolean {
    const { groups: letIn, blocks } = stack.once(reachesStore, letInByStores);
    return interfaces.some(
        ({ groups, subnets: standing }) =>
            groups.possible.some((key) => letIn.has(key)) ||
            standing.some(
                ({ addresses: { certain } }) =>
                    !addresses.isEmpty(certain) && addresses.isEmpty(addresses.subtract(certain, blocks)),
            ),
    );
}

/** Does somebody get to a port of it that is not for a shell? Its own kind, by a rule of its group with itself, is nobody else. */
function serves(stack: Stack, { interfaces }: Host): boolean {
    const isForShells = ({ ports }: GroupRule) => SHELL_PORTS.some((port) => takesIn(ports, port));
    return interfaces.some(({ groups }: NetworkInterface) =>
        groups.possible.some((key) =>
            securityGroup(stack, key).rules.some(
                (rule) =>
                    rule.direction === "ingress" &&
                    takesIn(rule.protocols, TCP) &&
                    !isForShells(rule) &&
                    !(addresses.isEmpty(rule.addresses.possible) && rule.groups.possible.every((one) => one === key)),
            ),
        ),
    );
}

function startsNothing(host: Host): Answer {
    const script = saidOf(host, "userData", "userDataBase64")?.at;
    return script ? holds(script, onlyPrepares) : host.isSaidElsewhere ? undecided(...elsewhere(host)) : yes;
}

function elsewhere({ resource }: Host): readonly string[] {
    return ["launchTemplate", "launchConfiguration"]
        .map((path) => inputOf(resource, path))
        .flatMap(({ state, place }) => (state === "absent" ? [] : [place]));
}

/** The role of a host's profile: of this stack, of another one, or none. */
export function roleOf(stack: Stack, host: Host): Link {
    const said = profileOf(host);
    if (!said) return { kind: "absent" };
    const profile = stack.link(said.by, said.at, IamInstanceProfile);
    return profile.kind === "found"
        ? stack.link(profile.resource, profile.resource.root.get("role"), IamRole)
        : profile;
}

/** The identity of a host's programs, where it is told by this stack. */
export function identityOfHost(stack: Stack, host: Host): Identity | undefined {
    const role = linked(roleOf(stack, host));
    return role && identityOf(stack, role);
}

/** Rights to data are a program's: people who have a bastion's shell bring their own. */
function hasRights(stack: Stack, host: Host): Answer {
    const identity = identityOfHost(stack, host);
    return identity ? hasProgramsRights(identity) : no;
}
