import { IamRole, identityTypes, type PolicyHolder } from "../../aws";
import { canBeMet, managedStatements, Permissions } from "../../iam";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { circumstancesOf } from "./asking";
import { type AttachedArn, type Boundary, type Collected, collectGrants, type Held, type Unread } from "./grants";
import { type PoolRole, poolRolesOf } from "./identity-pools";
import { type Workload, workloadsOf } from "./workloads";

export type { AttachedArn, Boundary, Held, Unread } from "./grants";

type RoleInputs = NonNullable<(typeof IamRole)["inputs"]>;

/**
 * Whom policies are for, with all that they are given: a role, user, group or permission set of this stack; one that lives elsewhere
 * and gets policies here (`resource` is undefined); or, of kind `policy`, nobody yet: a customer-managed policy that nothing here
 * attaches. Who acts as it, `actorsOf` tells.
 */
export interface Identity {
    readonly kind: PolicyHolder | "policy";
    readonly resource: Resource | undefined;
    readonly role: Resource<RoleInputs> | undefined;
    /** The statements of policies that this stack declares. */
    readonly held: readonly Held[];
    readonly attached: readonly AttachedArn[];
    readonly boundary: Boundary;
    readonly unread: readonly Unread[];
    /** What carries the role, in this stack. */
    readonly workloads: readonly Workload[];
    /** To whom an identity pool of this stack hands the role out. */
    readonly handedTo: ReadonlySet<PoolRole["slot"]>;
    /** The groups of this stack that a user is in. */
    readonly groups: readonly Identity[];
    /** Its own statements, and those of the AWS-managed policies that it has. */
    readonly grants: readonly Held[];
    /** All that it may do in effect: its own grants and those of its groups, less denials, within the boundary. */
    readonly permissions: Permissions<Held>;
}

const NO_SLOTS: ReadonlySet<PoolRole["slot"]> = new Set();
const NO_GROUPS: readonly Identity[] = [];

/** Every identity of the stack with all that it is granted, in time linear in resources. */
export const identitiesOf = fact(identityTypes, (stack): readonly Identity[] => {
    const [carried, handed] = [carriers(stack), handedOut(stack)];
    const found = new Map<Collected, Granted>();
    const identities = collectGrants(stack).map((collected) => {
        const { resource, groups } = collected;
        const slots = resource && handed.get(resource);
        const identity = new Granted(
            collected,
            (resource && carried.get(resource)) ?? [],
            slots ? new Set(slots) : NO_SLOTS,
            groups.size === 0 ? () => NO_GROUPS : () => [...groups].flatMap((group) => found.get(group) ?? []),
            stack.today,
        );
        found.set(collected, identity);
        return identity;
    });
    return identities;
});

/** The identity that a role, user, group or permission set of this stack is; each of them is one. */
export function identityOf(stack: Stack, holder: Resource): Identity | undefined {
    return stack
        .once(
            identityOf,
            () => new Map(identitiesOf(stack).flatMap((one) => (one.resource ? [[one.resource, one]] : []))),
        )
        .get(holder);
}

class Granted implements Identity {
    readonly held: readonly Held[];
    private own: readonly Held[] | undefined;
    private ownGroups: readonly Identity[] | undefined;
    private effective: Permissions<Held> | undefined;

    constructor(
        private readonly collected: Collected,
        readonly workloads: readonly Workload[],
        readonly handedTo: ReadonlySet<PoolRole["slot"]>,
        private readonly groupsOf: () => readonly Identity[],
        today: Date | undefined,
    ) {
        const { kind, resource, held } = collected;
        if (held.every(({ statement }) => statement.conditions.length === 0)) {
            this.held = held;
            return;
        }
        const circumstances = circumstancesOf(kind, resource, today);
        // A grant that no request of this identity meets is none, and neither is such a denial.
        this.held = held.filter(({ statement }) => canBeMet(statement.conditions, circumstances));
    }

    get kind(): Identity["kind"] {
        return this.collected.kind;
    }

    get resource(): Resource | undefined {
        return this.collected.resource;
    }

    get role(): Resource<RoleInputs> | undefined {
        return this.resource && isOf(this.resource, IamRole) ? this.resource : undefined;
    }

    get attached(): readonly AttachedArn[] {
        return this.collected.attached;
    }

    get boundary(): Boundary {
        return this.collected.boundary;
    }

    get unread(): readonly Unread[] {
        return this.collected.unread;
    }

    get groups(): readonly Identity[] {
        this.ownGroups ??= this.groupsOf();
        return this.ownGroups;
    }

    get grants(): readonly Held[] {
        if (!this.own) {
            const managed = this.attached.flatMap(({ managed, holder, at, byDefault }) =>
                managed
                    ? managedStatements(managed).map(
                          (statement): Held => ({ statement, holder, at, managed, byDefault }),
                      )
                    : [],
            );
            this.own = managed.length === 0 ? this.held : [...this.held, ...managed];
        }
        return this.own;
    }

    get permissions(): Permissions<Held> {
        if (!this.effective) {
            const { boundary } = this;
            const within =
                boundary.kind === "read" ? boundary.statements.map((statement) => ({ statement })) : undefined;
            const ofGroups = this.groups.flatMap((group) => group.grants);
            this.effective = new Permissions(
                ofGroups.length === 0 ? this.grants : [...this.grants, ...ofGroups],
                within,
            );
        }
        return this.effective;
    }
}

function carriers(stack: Stack): ReadonlyMap<Resource, readonly Workload[]> {
    return grouped(workloadsOf(stack).map((workload) => [workload, possible(workload.role)]));
}

function handedOut(stack: Stack): ReadonlyMap<Resource, readonly PoolRole["slot"][]> {
    return grouped(
        poolRolesOf(stack).map(({ slot, role }): [PoolRole["slot"], readonly Resource[]] => [slot, possible(role)]),
    );
}
