import {
    carriedRoles,
    IamGroup,
    IamGroupPolicy,
    IamGroupPolicyAttachment,
    IamPolicy,
    IamPolicyAttachment,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamRolePolicyAttachmentsExclusive,
    IamUser,
    IamUserPolicy,
    IamUserPolicyAttachment,
    identityTypes,
    type ResourceType,
    roleCarriers,
} from "../aws";
import { type ManagedPolicy, managedPolicy, managedStatements, Permissions, parsePolicy, type Statement } from "../iam";
import type { Value } from "../values";
import { fact } from "./fact";
import { type Link, possible } from "./link";
import { isOf, type Resource } from "./resource";
import type { Stack } from "./stack";

type RoleInputs = NonNullable<(typeof IamRole)["inputs"]>;

/** A statement with the resource that must change if it is wrong. */
export interface Held {
    readonly statement: Statement;
    /** The role, the policy that holds the statement, or what attaches an AWS-managed one. */
    readonly holder: Resource;
    /** The property of the holder: the statement's, or the one that names the attached policy. */
    readonly at: string;
    /** The AWS-managed policy that the statement is of. */
    readonly managed?: ManagedPolicy;
}

/** A managed policy that is attached by its ARN and not declared in this stack. */
export interface AttachedArn {
    readonly arn: string;
    /** The attachment, or the role. */
    readonly holder: Resource;
    readonly at: string;
    /** What AWS publishes of it; undefined for a policy of another stack, and for one that the tables do not have. */
    readonly managed: ManagedPolicy | undefined;
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
    | { readonly kind: "read"; readonly at: Value; readonly statements: readonly Statement[] }
    | { readonly kind: "unread"; readonly at: Value };

/**
 * Whom policies are for, with all that they are given: a role, user or group of this stack; one that lives elsewhere and gets
 * policies here (`resource` is undefined); or, of kind `policy`, nobody yet: a customer-managed policy that nothing here attaches.
 */
export interface Identity {
    readonly kind: "role" | "user" | "group" | "policy";
    readonly resource: Resource | undefined;
    readonly role: Resource<RoleInputs> | undefined;
    /** The statements of policies that this stack declares. */
    readonly held: readonly Held[];
    readonly attached: readonly AttachedArn[];
    readonly boundary: Boundary;
    readonly unread: readonly Unread[];
    /** What carries the role, in this stack. */
    readonly workloads: readonly Workload[];
    /** All that it may do in effect: what is held here and the AWS-managed policies, less denials, within the boundary. */
    readonly permissions: Permissions<Held>;
}

export interface Workload {
    readonly resource: Resource;
    /** `function`, `state machine`, … */
    readonly what: string;
    readonly role: Link<RoleInputs>;
    /** The property that names the role. */
    readonly at: Value;
}

interface Collected {
    readonly kind: Identity["kind"];
    readonly held: Held[];
    readonly attached: AttachedArn[];
    readonly unread: Unread[];
}

/** An identity of this stack, or the text that stands for one that lives elsewhere. */
type Key = Resource | string;

/** Types whose role a program gives; another's may be the provider's own to make. */
const CARRIERS: ReadonlySet<string> = new Set(roleCarriers.map(({ token }) => token));

/** Every workload of the stack with the role it carries. */
export const workloadsOf = fact(roleCarriers, (stack): readonly Workload[] =>
    stack.resources.flatMap((resource) =>
        carriedRoles(resource.type, resource.root).flatMap(({ at, what }): readonly Workload[] => {
            const role = stack.link(resource, at, IamRole);
            const isComputed = role.kind === "unknown" && !CARRIERS.has(resource.type) && !isGiven(resource, at.path);
            return isComputed ? [] : [{ resource, what, at, role }];
        }),
    ),
);

/** Every identity of the stack with all that it is granted, in time linear in resources. */
export const identitiesOf = fact(identityTypes, collect);

/** The identity that a role, user or group of this stack is; each of them is one. */
export function identityOf(stack: Stack, holder: Resource): Identity | undefined {
    return stack
        .once(
            identityOf,
            () => new Map(identitiesOf(stack).flatMap((one) => (one.resource ? [[one.resource, one]] : []))),
        )
        .get(holder);
}

class Collection {
    readonly found = new Map<Key, Collected>();
    private readonly attachedPolicies = new Set<Resource>();

    constructor(private readonly stack: Stack) {}

    of(kind: Identity["kind"], key: Key): Collected {
        let collected = this.found.get(key);
        if (!collected) {
            collected = { kind, held: [], attached: [], unread: [] };
            this.found.set(key, collected);
        }
        return collected;
    }

    /** An identity that lives elsewhere is known by its name; one that is unknown, by the resource that refers to it. */
    at<T>(kind: Identity["kind"], type: ResourceType<T>, from: Resource, value: Value): readonly Collected[] {
        const link = this.stack.link(from, value, type);
        const here = possible(link);
        if (here.length > 0) return here.map((resource) => this.of(kind, resource));
        if (link.kind === "absent") return [];
        const key = link.kind === "outside" ? `${kind} ${nameOf(link.reference)}` : `${kind} of ${from.urn}`;
        return [this.of(kind, key)];
    }

    document(into: Collected, holder: Resource, policy: Value): void {
        const { statements, unknown } = parsedOnce(this.stack, policy, holder);
        for (const statement of statements) into.held.push({ statement, holder, at: statement.path });
        for (const place of unknown)
            into.unread.push({ what: "document", place, holder, at: policy.path, elsewhere: false });
    }

    attach(holder: Resource, policy: Value, identities: readonly Collected[]): void {
        const link = this.stack.link(holder, policy, IamPolicy);
        for (const found of possible(link)) this.attachedPolicies.add(found);
        for (const into of identities) {
            for (const found of possible(link)) this.document(into, found, found.inputs.policy);
            if (link.kind === "unknown")
                into.unread.push({ what: "attachment", place: link.awaits, holder, at: policy.path, elsewhere: false });
            if (link.kind !== "outside") continue;
            const attached = { arn: link.reference, holder, at: policy.path, managed: managedPolicy(link.reference) };
            into.attached.push(attached);
            if (!attached.managed)
                into.unread.push({ what: "attachment", place: policy.place, holder, at: policy.path, elsewhere: true });
        }
    }

    /** A policy that bounds an identity grants nothing; it is nobody's, but not for want of an attachment. */
    bound(identity: Resource): void {
        const link = this.stack.link(identity, identity.root.get("permissionsBoundary"), IamPolicy);
        for (const found of possible(link)) this.attachedPolicies.add(found);
    }

    isAttached(policy: Resource): boolean {
        return this.attachedPolicies.has(policy);
    }
}

function collect(stack: Stack): readonly Identity[] {
    const collection = new Collection(stack);
    for (const role of stack.ofType(IamRole)) {
        const into = collection.of("role", role);
        for (const inline of members(role, "inlinePolicies"))
            collection.document(into, role, inline.state === "unknown" ? inline : inline.get("policy"));
        for (const arn of members(role, "managedPolicyArns")) collection.attach(role, arn, [into]);
    }
    for (const user of stack.ofType(IamUser)) collection.of("user", user);
    for (const bounded of [...stack.ofType(IamRole), ...stack.ofType(IamUser)]) collection.bound(bounded);
    for (const group of stack.ofType(IamGroup)) collection.of("group", group);
    for (const { policyType, attachmentType, kind, type } of NAMED) {
        for (const policy of stack.ofType<unknown>(policyType))
            for (const into of collection.at(kind, type, policy, policy.root.get(kind)))
                collection.document(into, policy, policy.root.get("policy"));
        for (const attachment of stack.ofType<unknown>(attachmentType))
            collection.attach(
                attachment,
                attachment.root.get("policyArn"),
                collection.at(kind, type, attachment, attachment.root.get(kind)),
            );
    }
    for (const attachment of stack.ofType(IamPolicyAttachment)) {
        const listed = NAMED.flatMap(({ kind, type }) =>
            members(attachment, `${kind}s`).flatMap((one) => collection.at(kind, type, attachment, one)),
        );
        collection.attach(attachment, attachment.inputs.policyArn, listed);
    }
    for (const exclusive of stack.ofType(IamRolePolicyAttachmentsExclusive)) {
        const roles = collection.at("role", IamRole, exclusive, exclusive.inputs.roleName);
        for (const arn of members(exclusive, "policyArns")) collection.attach(exclusive, arn, roles);
    }
    for (const policy of stack.ofType(IamPolicy)) {
        if (!collection.isAttached(policy))
            collection.document(collection.of("policy", `policy ${policy.urn}`), policy, policy.inputs.policy);
    }
    const carried = carriers(stack);
    return [...collection.found].map(([key, collected]) => {
        const resource = typeof key === "string" ? undefined : key;
        return new Granted(collected, resource, boundaryOf(stack, resource), (resource && carried.get(resource)) ?? []);
    });
}

const NAMED: readonly {
    readonly kind: "role" | "user" | "group";
    readonly type: ResourceType<unknown>;
    readonly policyType: ResourceType;
    readonly attachmentType: ResourceType;
}[] = [
    { kind: "role", type: IamRole, policyType: IamRolePolicy, attachmentType: IamRolePolicyAttachment },
    { kind: "user", type: IamUser, policyType: IamUserPolicy, attachmentType: IamUserPolicyAttachment },
    { kind: "group", type: IamGroup, policyType: IamGroupPolicy, attachmentType: IamGroupPolicyAttachment },
];

class Granted implements Identity {
    private effective: Permissions<Held> | undefined;
    readonly kind: Identity["kind"];
    readonly held: readonly Held[];
    readonly attached: readonly AttachedArn[];
    readonly unread: readonly Unread[];

    constructor(
        { kind, held, attached, unread }: Collected,
        readonly resource: Resource | undefined,
        readonly boundary: Boundary,
        readonly workloads: readonly Workload[],
    ) {
        [this.kind, this.held, this.attached, this.unread] = [kind, held, attached, unread];
    }

    get role(): Resource<RoleInputs> | undefined {
        return this.resource && isOf(this.resource, IamRole) ? this.resource : undefined;
    }

    get permissions(): Permissions<Held> {
        if (!this.effective) {
            const managed = this.attached.flatMap(({ managed, holder, at }) =>
                managed
                    ? managedStatements(managed).map((statement): Held => ({ statement, holder, at, managed }))
                    : [],
            );
            const { boundary } = this;
            const within =
                boundary.kind === "read" ? boundary.statements.map((statement) => ({ statement })) : undefined;
            this.effective = new Permissions([...this.held, ...managed], within);
        }
        return this.effective;
    }
}

function boundaryOf(stack: Stack, resource: Resource | undefined): Boundary {
    const at = resource?.root.get("permissionsBoundary");
    if (!resource || !at || at.state === "absent" || at.text() === "") return { kind: "none" };
    const link = stack.link(resource, at, IamPolicy);
    if (link.kind === "found") {
        const { statements, unknown } = parsedOnce(stack, link.resource.inputs.policy, link.resource);
        return unknown.length > 0 ? { kind: "unread", at } : { kind: "read", at, statements };
    }
    const managed = link.kind === "outside" ? managedPolicy(link.reference) : undefined;
    return managed ? { kind: "read", at, statements: managedStatements(managed) } : { kind: "unread", at };
}

/** A policy that many roles carry is read once. */
function parsedOnce(stack: Stack, policy: Value, holder: Resource): ReturnType<typeof parsePolicy> {
    if (holder.type !== IamPolicy.token) return parsePolicy(policy);
    const known = stack.once(parsedOnce, () => new Map<Resource, ReturnType<typeof parsePolicy>>());
    let parsed = known.get(holder);
    if (!parsed) {
        parsed = parsePolicy(policy);
        known.set(holder, parsed);
    }
    return parsed;
}

function carriers(stack: Stack): ReadonlyMap<Resource, readonly Workload[]> {
    const carried = new Map<Resource, Workload[]>();
    for (const workload of workloadsOf(stack)) {
        for (const role of possible(workload.role)) {
            const same = carried.get(role);
            if (same) same.push(workload);
            else carried.set(role, [workload]);
        }
    }
    return carried;
}

/** The members of a list. One that a program gave and that is unknown as a whole may hold any, and stands for one that is. */
function members(holder: Resource, property: string): readonly Value[] {
    const list = holder.root.get(property);
    return list.state === "unknown" && isGiven(holder, property) ? [list] : (list.items() as readonly Value[]);
}

/** Did the program give it? What the provider computes is unknown in a first preview too, but nothing went into it. */
function isGiven(holder: Resource, property: string): boolean {
    return (holder.propertyDependencies[property] ?? []).length > 0;
}

function nameOf(reference: string): string {
    return reference.split("/").at(-1) ?? reference;
}
