import {
    Ec2Instance,
    EcsService,
    EcsTaskDefinition,
    IamInstanceProfile,
    IamRole,
    type ResourceType,
    standIns,
} from "../../aws";
import {
    accessLevel,
    actionsNamed,
    administers,
    contentReads,
    isHousekeeping,
    listed,
    serviceFamily,
    servicesWorkedOn,
} from "../../iam";
import { type Answer, all, any, undecided, type Value, valueAt, yes } from "../../values";
import { grouped } from "../grouped";
import { isActedBy } from "../identities/actors";
import { admittance, callerOf, trustsOf } from "../identities/callers";
import { type Held, type Identity, identitiesOf, identityOf } from "../identities/identities";
import { letsGuestsIn, poolRolesByRole } from "../identities/identity-pools";
import { possible } from "../link";
import { isOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import type { ReachStep } from "./step";

const EVERYTHING = "*";

/** What a resource may do to others: as the role that it carries, or as the identity that it is. */
export function permissionSteps(stack: Stack, from: Resource): readonly ReachStep[] {
    return stack.onceFor(permissionSteps, from, () =>
        identitiesFor(stack, from).flatMap((identity) => [...ofIdentity(stack, from, identity)]),
    );
}

/** The roles that anyone acts as: a pool's guests, or whoever asks. */
export function openRoles(stack: Stack): readonly ReachStep[] {
    return identitiesOf(stack).flatMap((identity) => {
        const { resource } = identity;
        const when = all(isActedBy(identity, "anyone"), guestsLetIn(stack, identity));
        if (!resource || when.is === "no") return [];
        return [
            {
                from: "internet" as const,
                to: resource,
                over: "permission" as const,
                says: "acts as it: nobody is asked who he is",
                openedBy: [{ resource, path: "assumeRolePolicy" }],
                closes: "Trust named principals alone, and give guests no role.",
                when,
                isEntered: true,
            },
        ];
    });
}

/** A role for a pool's guests is nobody's where the pool takes none; whoever else is trusted does not come through a pool. */
function guestsLetIn(stack: Stack, { resource, handedTo }: Identity): Answer {
    if (!resource || !handedTo.has("unauthenticated")) return yes;
    if (
        trustsOf(stack)
            .get(resource)
            ?.admissions.some(({ principal }) => principal.kind === "everyone")
    )
        return yes;
    const slots = stack.once(guestsLetIn, poolRolesByRole).get(resource) ?? [];
    return any(...slots.flatMap(({ slot, pool }) => (slot === "unauthenticated" ? [letsGuestsIn(pool)] : [])));
}

function identitiesFor(stack: Stack, from: Resource): readonly Identity[] {
    const own = identityOf(stack, from);
    if (own) return [own];
    const carried = stack.once(identitiesFor, byWorkload).get(from) ?? [];
    return [...carried, ...throughOthers(stack, from)];
}

function byWorkload(stack: Stack): ReadonlyMap<Resource, readonly Identity[]> {
    return grouped(
        identitiesOf(stack).map((identity) => [identity, identity.workloads.map(({ resource }) => resource)] as const),
    );
}

/** An instance acts as its profile's role, a service as its task's. */
function throughOthers(stack: Stack, from: Resource): readonly Identity[] {
    const role = (holder: Resource, at: Value): readonly Identity[] =>
        possible(stack.link(holder, at, IamRole)).flatMap((one) => identityOf(stack, one) ?? []);
    const via = (at: Value, type: ResourceType, path: string) =>
        possible(stack.link<unknown>(from, at, type)).flatMap((one) => role(one, one.root.get(path)));
    if (isOf(from, Ec2Instance)) return via(from.root.get("iamInstanceProfile"), IamInstanceProfile, "role");
    return isOf(from, EcsService) ? via(from.root.get("taskDefinition"), EcsTaskDefinition, "taskRoleArn") : [];
}

/** Everything of the stack that a policy may name, by the service in its ARN. */
interface Named {
    readonly resource: Resource;
    readonly arn: string;
}

function namedResources(stack: Stack): ReadonlyMap<string, readonly Named[]> {
    return stack.once(namedResources, () =>
        grouped(
            stack.resources.flatMap((resource) => {
                const told = resource.root.get("arn");
                const arn = told.text() ?? (told.state === "unknown" ? standIns.get(resource.type) : undefined);
                if (arn === undefined || !resource.type.startsWith("aws:")) return [];
                return [[{ resource, arn }, [serviceFamily(`${arn.split(":")[2]}:`)]] as const];
            }),
        ),
    );
}

function workedOnBy(stack: Stack, action: string): readonly Named[] {
    return [...servicesWorkedOn(action)].flatMap((service) => namedResources(stack).get(service) ?? []);
}

/** What an action makes anew is not what is there already. */
function makes(action: string, { type }: Resource): boolean {
    const [, made] = /:(?:create|run)(?:db)?(\w+?)s?$/i.exec(action) ?? [];
    const last = type.split(":")[2]?.replace(/V2$/, "");
    return made !== undefined && made.toLowerCase() === last?.toLowerCase();
}

function* ofIdentity(stack: Stack, from: Resource, identity: Identity): Iterable<ReachStep> {
    const byTarget = new Map<Resource, Given>();
    for (const held of identity.permissions.grants) {
        const { statement } = held;
        if (statement.effect === "Deny") continue;
        if (administers(statement).is === "yes") {
            for (const named of namedResources(stack).values())
                for (const { resource } of named)
                    if (resource !== from) give(byTarget, resource, held, EVERYTHING, yes);
            continue;
        }
        for (const { action } of actionsNamed(statement)) {
            if (isHousekeeping(action) || !(acts(action) || reads(action))) continue;
            for (const { resource, arn } of workedOnBy(stack, action)) {
                if (resource === from || resource === identity.resource || makes(action, resource)) continue;
                const when = any(
                    ...[arn, `${arn}/*`, `${arn}:*`].map((one) => identity.permissions.through(statement, action, one)),
                );
                if (when.is !== "no") give(byTarget, resource, held, action, when);
            }
        }
    }
    yield* openSteps(from, identity, new Set(byTarget.keys()));
    const name = identity.resource?.name ?? identity.kind;
    for (const [to, { held, actions, when }] of byTarget) {
        const givers = [...new Map(held.map((one) => [`${one.holder.urn} ${one.at}`, one])).values()];
        const isRole = isOf(to, IamRole);
        const mayEnter = isRole ? admitted(stack, identity, to) : yes;
        if (mayEnter.is === "no") continue;
        yield {
            from,
            to,
            over: "permission",
            says: `${whatIsAllowed(givers, actions)}${identity.resource === from ? "" : `, as ${name}`}`,
            openedBy: givers.map(({ holder, at }) => ({ resource: holder, path: at })),
            closes: [...new Set(givers.map(closing))].join(" "),
            when: all(any(...when), mayEnter),
            isEntered: actions.some(acts),
        };
    }
}

/** What a policy that is not known yet is made of, it may be about. */
function* openSteps(from: Resource, identity: Identity, told: ReadonlySet<Resource>): Iterable<ReachStep> {
    const open = [
        ...identity.unread.map(({ holder, at, place }) => ({ holder, at, places: [place] })),
        ...identity.held.map(({ holder, at, statement }) => ({
            holder,
            at,
            places: (statement.resources?.unknown ?? []).map(({ place }) => place),
        })),
    ];
    for (const { holder, at, places } of open) {
        if (places.length === 0) continue;
        for (const to of sourcesOf(holder, at)) {
            if (told.has(to) || to === identity.resource || to === from || !to.type.startsWith("aws:")) continue;
            yield {
                from,
                to,
                over: "permission",
                says: "may do what its policy does not tell yet",
                openedBy: [{ resource: holder, path: at }],
                closes: "Take the action out of the statement, or narrow its Resource.",
                when: undecided(...places),
                isEntered: true,
            };
        }
    }
}

/** What the reader can do: AWS's own policies nobody else changes. */
function closing({ managed, byDefault, statement }: Held): string {
    if (managed && byDefault)
        return `Give the function policies of its own in place of ${managed.name}, which it has by default.`;
    if (managed) return `Attach a policy that allows less in place of ${managed.name}.`;
    return administers(statement).is === "yes"
        ? "Name in the statement the actions and the resources that are needed."
        : "Take the action out of the statement, or narrow its Resource.";
}

/** What is granted on one target: by which statements, which actions. */
interface Given {
    readonly held: Held[];
    readonly actions: string[];
    readonly when: Answer[];
}

function give(into: Map<Resource, Given>, target: Resource, held: Held, action: string, when: Answer): void {
    const found = into.get(target) ?? { held: [], actions: [], when: [] };
    found.held.push(held);
    found.actions.push(action);
    found.when.push(when);
    into.set(target, found);
}

/** The trust of a role has the last word. */
function admitted(stack: Stack, identity: Identity, role: Resource): Answer {
    const { withGrant, byName } = admittance({ stack, identity, caller: callerOf(stack, identity) }, role);
    const made = role.propertyDependencies["assumeRolePolicy"] ?? [];
    const hidden =
        identity.resource && made.includes(identity.resource) ? (trustsOf(stack).get(role)?.unknown ?? []) : [];
    return any(withGrant, ...byName.map(({ when }) => when), ...hidden.map((place) => undecided(place)));
}

/** The words of a document that the program marks secret are left out. */
function whatIsAllowed(all: readonly Held[], actions: readonly string[]): string {
    if (all.some(({ holder, at }) => valueAt(holder.root, at).secret)) return "may do what a secret policy allows";
    return `may ${actions.includes(EVERYTHING) ? "do everything" : listed([...new Set(actions)])}`;
}

const READS: ReadonlySet<string> = new Set(contentReads().map((action) => action.toLowerCase()));

/** Does it hand out what is stored there? To see how a thing is set up is not to reach it. */
export function reads(action: string): boolean {
    return READS.has(action.toLowerCase());
}

export function acts(action: string): boolean {
    return action === EVERYTHING || /^(?:Write|Permissions management)$/.test(accessLevel(action) ?? "");
}
