import { IamGroup, IamPolicy, IamRole, IamUser } from "../aws";
import type { EscalationPath, TargetKind } from "../iam";
import { type Answer, answer, undecided, yes } from "../values";
import type { Identity } from "./identities";
import { trustsService } from "./passed";
import { isOf, type Resource } from "./resource";

/** Something of this stack through which a path may lead, once the deciding action reaches it. */
export interface Target {
    /** What the action works on. */
    readonly resource: Resource;
    /** Whether it can be used so at all: a role that the service may not assume cannot. */
    readonly isUsable: Answer;
}

/** What leads to the permissions of an identity, by one path: its role, user or group, or what runs under its role. */
export function targetsTo({ resource, workloads }: Identity, path: EscalationPath): readonly Target[] {
    if (!resource) return [];
    switch (path.target.kind) {
        case "passable-role":
            return isOf(resource, IamRole)
                ? [{ resource, isUsable: isAssumedBy(resource, path.passedToService ?? "") }]
                : [];
        case "role":
            return isOf(resource, IamRole) ? [{ resource, isUsable: yes }] : [];
        case "user":
            return isOf(resource, IamUser) ? [{ resource, isUsable: yes }] : [];
        case "group":
            return isOf(resource, IamGroup) ? [{ resource, isUsable: yes }] : [];
        default:
            return WITHOUT_WORKLOAD.has(path.target.kind)
                ? []
                : workloads.map((workload) => ({ resource: workload.resource, isUsable: yes }));
    }
}

/** A policy or a boundary of another identity is no way up: whoever has it gains, not the holder. The others cannot be told. */
const WITHOUT_WORKLOAD: ReadonlySet<TargetKind> = new Set<TargetKind>([
    "policy",
    "boundary",
    "identity-provider",
    "permission-set",
    "key",
]);

/** What is the holder's own, and the straightest way up where it may be changed. */
export function ownTargets(identity: Identity, path: EscalationPath): readonly Target[] {
    const { kind, own } = path.target;
    if (own === "harmless") return [];
    if (kind === "policy") {
        const policies = identity.held.map(({ holder }) => holder).filter(({ type }) => type === IamPolicy.token);
        return [...new Set(policies)].map((resource) => ({ resource, isUsable: yes }));
    }
    if (kind !== "boundary") return targetsTo(identity, path);
    return identity.resource && identity.boundary.kind !== "none"
        ? [{ resource: identity.resource, isUsable: yes }]
        : [];
}

function isAssumedBy(role: Resource, service: string): Answer {
    const trusts = trustsService(role, service);
    return trusts === undefined ? undecided(role.root.get("assumeRolePolicy").place) : answer(trusts);
}
