import {
    areCallbackDefaults,
    boundarySlots,
    groupMemberships,
    IamPolicy,
    IamRole,
    IamRolePolicyAttachment,
    LambdaFunction,
    type PolicyGrant,
    type PolicyHolder,
    policyGrants,
    policyHolders,
    policyNames,
    valuesAt,
} from "../../aws";
import {
    type ManagedPolicy,
    managedPolicy,
    managedStatements,
    parsePolicy,
    placeInPolicy,
    type Statement,
    type StatementPlace,
} from "../../iam";
import type { Value } from "../../values";
import { type Link, possible } from "../link";
import { isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";

/** A statement with the resource that must change if it is wrong. */
export interface Held {
    readonly statement: Statement;
    /** The role, the policy that holds the statement, or what attaches an AWS-managed one. */
    readonly holder: Resource;
    /** The property of the holder: the statement's, or the one that names the attached policy. */
    readonly at: string;
    /** The AWS-managed policy that the statement is of. */
    readonly managed?: ManagedPolicy;
    /** As of `AttachedArn`. */
    readonly byDefault?: true | undefined;
}

/** A managed policy that is attached by its ARN and not declared in this stack. */
export interface AttachedArn {
    readonly arn: string;
    /** The attachment, or the role. */
    readonly holder: Resource;
    readonly at: string;
    /** What AWS publishes of it; undefined for a policy of another stack, and for one that the tables do not have. */
    readonly managed: ManagedPolicy | undefined;
    /** It comes with a function that is made of a callback, and with nothing in the program. */
    readonly byDefault?: true | undefined;
}

/** Where a finding about a grant stands, and what it is due to: findings with one statement, or one attachment, are mended together. */
export function placeOf(given: Held | AttachedArn): {
    readonly resource: Resource;
    readonly at: string;
    readonly statement?: StatementPlace;
    readonly cause: unknown;
} {
    const { holder: resource, at } = given;
    const statement = "statement" in given && !given.managed ? given.statement : undefined;
    return {
        resource,
        at,
        ...(statement && { statement: placeInPolicy(statement) }),
        cause: statement ?? `${resource.urn} ${at}`,
    };
}

/** A policy that cannot be read: it is unknown as a whole, or a customer-managed policy of another stack. */
export interface Unread {
    readonly place: string;
    readonly holder: Resource;
    readonly at: string;
    /** Whether the text of a policy is unknown, or which policy is attached. */
    readonly what: "document" | "attachment";
    /** It is declared elsewhere: no preview of this stack will ever know it. */
    readonly elsewhere: boolean;
}

/** The permissions boundary of an identity. One that cannot be read holds back what nobody here can say. */
export type Boundary =
    | { readonly kind: "none" }
    | ({ readonly kind: "read"; readonly statements: readonly Statement[] } & BoundaryPlace)
    | ({ readonly kind: "unread" } & BoundaryPlace);

interface BoundaryPlace {
    readonly at: Value;
    /** What sets it: the identity, as a rule. */
    readonly holder: Resource;
    /** The policy, or by which ARN it is named; undefined where neither is known. */
    readonly policy: Resource | string | undefined;
}

/** An identity with what was found to be given to it. */
export interface Collected {
    readonly kind: PolicyHolder | "policy";
    readonly resource: Resource | undefined;
    readonly held: Held[];
    readonly attached: AttachedArn[];
    readonly unread: Unread[];
    readonly groups: Set<Collected>;
    boundary: Boundary;
}

type PolicyInputs = NonNullable<(typeof IamPolicy)["inputs"]>;

/** Goes through every resource that gives policies, once. */
export function collectGrants(stack: Stack): readonly Collected[] {
    const collection = new Collection(stack);
    for (const kind of HOLDERS) for (const one of stack.ofType(policyHolders[kind])) collection.of(kind, one);
    for (const slot of boundarySlots) for (const from of stack.ofType(slot.from)) collection.bound(from, slot);
    for (const grant of policyGrants) for (const from of stack.ofType(grant.from)) collection.give(from, grant);
    for (const list of policyNames) for (const from of stack.ofType(list.from)) collection.name(from, list);
    for (const { from, users, groups } of groupMemberships)
        for (const membership of stack.ofType(from)) collection.join(membership, users, groups);
    for (const policy of stack.ofType(IamPolicy)) collection.leave(policy);
    const found = [...collection.found.values()];
    for (const one of found) tellDefaults(stack, one);
    return found;
}

/** The path of a list as a whole, and not of something in it. */
const LIST = /^\w+$/;
const HOLDERS = Object.keys(policyHolders) as readonly PolicyHolder[];

/** What a grant says there; of a list that only the provider fills in, nothing. */
function givenAt(from: Resource, { computed }: PolicyGrant, path: string | undefined): readonly Value[] {
    if (path === undefined) return [];
    const isComputed = (value: Value) =>
        computed === true && value.state === "unknown" && LIST.test(value.path) && !isGiven(from, value.path);
    return valuesAt(from.root, path).filter((value) => value.state !== "absent" && !isComputed(value));
}

class Collection {
    /** By the resource, or by a text that stands for an identity that lives elsewhere. */
    readonly found = new Map<Resource | string, Collected>();
    private readonly attachedPolicies = new Set<Resource>();

    constructor(private readonly stack: Stack) {}

    of(kind: PolicyHolder | "policy", key: Resource | string): Collected {
        let collected = this.found.get(key);
        if (!collected) {
            const resource = typeof key === "string" ? undefined : key;
            const nothing = { held: [], attached: [], unread: [], groups: new Set<Collected>() };
            collected = { kind, resource, ...nothing, boundary: { kind: "none" } };
            this.found.set(key, collected);
        }
        return collected;
    }

    give(from: Resource, grant: PolicyGrant): void {
        const identities = this.namedBy(from, grant);
        for (const text of givenAt(from, grant, grant.document))
            for (const into of identities) this.document(into, from, text);
        for (const policy of givenAt(from, grant, grant.policy))
            this.attach(from, policy, identities, grant.byName ?? false);
    }

    /** Of a list of inline policies: one that this stack does not declare is declared elsewhere. */
    name(from: Resource, list: (typeof policyNames)[number]): void {
        const identities = this.namedBy(from, list);
        const inline = identities.flatMap(({ held }) => held).map(({ holder }) => holder);
        for (const name of valuesAt(from.root, list.names)) {
            const isHere = [...new Set(inline)].some(({ root }) =>
                [root.get("name"), ...valuesAt(root, "inlinePolicies[].name")].some(
                    (one) => one.text() === name.text(),
                ),
            );
            if (possible(this.stack.link(from, name, list.declared)).length > 0 || isHere) continue;
            const elsewhere = name.state === "known";
            for (const into of identities)
                into.unread.push({ what: "document", place: name.place, holder: from, at: name.path, elsewhere });
        }
    }

    join(membership: Resource, usersAt: string, groupsAt: string): void {
        const groups = this.at("group", membership, groupsAt);
        for (const user of this.at("user", membership, usersAt)) for (const group of groups) user.groups.add(group);
    }

    /** A policy that bounds an identity grants nothing; it is nobody's, but not for want of an attachment. */
    bound(from: Resource, slot: PolicyGrant): void {
        for (const at of valuesAt(from.root, slot.policy ?? "")) {
            if (at.state === "absent" || at.text() === "") continue;
            const link = this.stack.link(from, at, IamPolicy);
            for (const found of possible(link)) this.attachedPolicies.add(found);
            const boundary = this.boundary(from, at, link, slot.byName ?? false);
            for (const identity of this.namedBy(from, slot)) identity.boundary = boundary;
        }
    }

    /** What is left over when all is given: a policy that nothing attaches. */
    leave(policy: Resource<PolicyInputs>): void {
        if (this.attachedPolicies.has(policy)) return;
        this.document(this.of("policy", `policy ${policy.urn}`), policy, policy.inputs.policy);
    }

    private namedBy(from: Resource, { to, whom }: Pick<PolicyGrant, "to" | "whom">): readonly Collected[] {
        return whom === undefined ? [this.of(to, from)] : this.at(to, from, whom);
    }

    /** An identity that lives elsewhere is known by its name; one that is unknown, by the resource that refers to it. */
    private at(kind: PolicyHolder, from: Resource, path: string): readonly Collected[] {
        return valuesAt(from.root, path).flatMap((value) => {
            const link = this.stack.link(from, value, policyHolders[kind]);
            const here = possible(link);
            if (here.length > 0) return here.map((resource) => this.of(kind, resource));
            if (link.kind === "absent") return [];
            return [
                this.of(kind, link.kind === "outside" ? `${kind} ${nameOf(link.reference)}` : `${kind} of ${from.urn}`),
            ];
        });
    }

    private document(into: Collected, holder: Resource, policy: Value): void {
        const { statements, unknown } = parsedOnce(this.stack, policy, holder);
        for (const statement of statements) into.held.push({ statement, holder, at: statement.path });
        for (const place of unknown)
            into.unread.push({ what: "document", place, holder, at: policy.path, elsewhere: false });
    }

    private attach(holder: Resource, policy: Value, identities: readonly Collected[], byName: boolean): void {
        const link = this.stack.link(holder, policy, IamPolicy);
        for (const found of possible(link)) this.attachedPolicies.add(found);
        for (const into of identities) {
            for (const found of possible(link)) this.document(into, found, found.inputs.policy);
            if (link.kind === "unknown")
                into.unread.push({ what: "attachment", place: link.awaits, holder, at: policy.path, elsewhere: false });
            if (link.kind !== "outside") continue;
            const managed = byName ? undefined : managedPolicy(link.reference);
            into.attached.push({ arn: link.reference, holder, at: policy.path, managed });
            if (!managed)
                into.unread.push({ what: "attachment", place: policy.place, holder, at: policy.path, elsewhere: true });
        }
    }

    private boundary(holder: Resource, at: Value, link: Link<PolicyInputs>, byName: boolean): Boundary {
        if (link.kind === "found") {
            const { statements, unknown } = parsedOnce(this.stack, link.resource.inputs.policy, link.resource);
            const place = { holder, at, policy: link.resource };
            return unknown.length > 0 ? { kind: "unread", ...place } : { kind: "read", ...place, statements };
        }
        const reference = link.kind === "outside" ? link.reference : undefined;
        const place = { holder, at, policy: reference };
        const managed = reference !== undefined && !byName ? managedPolicy(reference) : undefined;
        return managed
            ? { kind: "read", ...place, statements: managedStatements(managed) }
            : { kind: "unread", ...place };
    }
}

/** What a function made of a callback has by default is mended where the function is declared: at its role, which it names. */
function tellDefaults(stack: Stack, { kind, resource: role, attached }: Collected): void {
    if (kind !== "role" || !role) return;
    const isOwn = ({ holder }: AttachedArn) =>
        holder.type === IamRolePolicyAttachment.token && holder.name.startsWith(`${role.name}-`);
    const own = attached.filter(isOwn);
    if (!areCallbackDefaults(own.map(({ arn }) => nameOf(arn)))) return;
    const holder = functionsByName(stack).get(role.name);
    if (!holder || possible(stack.link(holder, holder.root.get("role"), IamRole))[0] !== role) return;
    for (const [index, one] of attached.entries())
        if (isOwn(one)) attached[index] = { ...one, holder, at: "role", byDefault: true };
}

function functionsByName(stack: Stack): ReadonlyMap<string, Resource> {
    return stack.once(functionsByName, () => new Map(stack.ofType(LambdaFunction).map((one) => [one.name, one])));
}

/** A policy that many roles carry is read once. */
function parsedOnce(stack: Stack, policy: Value, holder: Resource): ReturnType<typeof parsePolicy> {
    if (holder.type !== IamPolicy.token) return parsePolicy(policy);
    return stack.onceFor(parsedOnce, holder, () => parsePolicy(policy));
}

function nameOf(reference: string): string {
    return reference.split("/").at(-1) ?? reference;
}
