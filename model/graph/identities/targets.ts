import { IamGroup, IamPolicy, IamRole, IamUser } from "../../aws";
import { type EscalationPath, type Itself, parsePolicy, type TargetKind, trustsCognito } from "../../iam";
import { type Answer, answer, no, undecided, yes } from "../../values";
import { isOf, type Resource } from "../resource";
import { admittance, type Climber } from "./callers";
import type { Identity } from "./identities";
import { trustsService } from "./passed";
import { runningUnder } from "./running";

/** Something of this stack through which a path may lead, once the deciding action reaches it. */
export interface Target {
    /** What the action works on. */
    readonly resource: Resource;
    /** How actions name it, where it is not by the resource's own ARN. */
    readonly arns?: readonly string[];
    /** Whether it can be used so at all: a role that the service may not assume cannot. */
    readonly isUsable: Answer;
}

/** What leads to the permissions of an identity, by one path: its role, user or group, or what runs under its role. */
export function targetsTo({ resource }: Identity, path: EscalationPath, climber: Climber): readonly Target[] {
    if (!resource) return [];
    switch (path.target.kind) {
        case "passable-role":
            return isOf(resource, IamRole)
                ? [{ resource, isUsable: isAssumedBy(resource, path.passedToService ?? "") }]
                : [];
        case "assumable-role":
            return [{ resource, isUsable: admittance(climber, resource).withGrant }];
        case "role":
            return isOf(resource, IamRole) ? [{ resource, isUsable: yes }] : [];
        case "user":
            return isOf(resource, IamUser) ? [{ resource, isUsable: yes }] : [];
        case "group":
            return isOf(resource, IamGroup) ? [{ resource, isUsable: yes }] : [];
        default:
            return runningUnder(climber.stack, resource)
                .filter(({ kind }) => kind === path.target.kind)
                .map(({ isUnder, ...target }) => ({ ...target, isUsable: isUnder }));
    }
}

/** What is the holder's own, and the straightest way up where it may be changed. */
export function ownTargets(climber: Climber, path: EscalationPath): readonly Target[] {
    const { identity } = climber;
    const { kind, own } = path.target;
    if (own === "harmless") return [];
    if (kind === "policy") {
        const policies = identity.held.map(({ holder }) => holder).filter(({ type }) => type === IamPolicy.token);
        return [...new Set(policies)].map((resource) => ({ resource, isUsable: yes }));
    }
    if (kind !== "boundary") return targetsTo(identity, path, climber);
    return identity.resource && identity.boundary.kind !== "none"
        ? [{ resource: identity.resource, isUsable: yes }]
        : [];
}

/** Does the path lead up on what the holder names as itself, by a variable? A group's policies name each of its users so. */
export function risesOnItself({ kind, boundary }: Identity, { target }: EscalationPath, itself: Itself): boolean {
    if (target.own === "harmless" || !HOLDERS[itself].has(kind)) return false;
    // Of a group's users nobody here knows whether they have a boundary; whoever may lift it, has one.
    if (target.kind === "boundary") return boundary.kind !== "none" || kind === "group" || kind === "policy";
    return target.kind === itself;
}

/** Who has a value for the variable: a session of a role has no user's name. */
const HOLDERS: Readonly<Record<Itself, ReadonlySet<Identity["kind"]>>> = {
    user: new Set<Identity["kind"]>(["user", "group", "policy"]),
    role: new Set<Identity["kind"]>(["role", "policy"]),
    session: new Set(),
};

/** Of these the trust policy tells who gets in: a pattern alone opens nothing. */
export function isToldByTrust(kind: TargetKind): boolean {
    return kind === "assumable-role";
}

function isAssumedBy(role: Resource, service: string): Answer {
    if (isCognito(service)) {
        const { statements, unknown } = parsePolicy(role.root.get("assumeRolePolicy"));
        return statements.some(trustsCognito) ? yes : unknown.length > 0 ? undecided(...unknown) : no;
    }
    const trusts = trustsService(role, service);
    return trusts === undefined ? undecided(role.root.get("assumeRolePolicy").place) : answer(trusts);
}

/** Pools do not assume the roles that they hand out: those whom they vouch for do. */
function isCognito(service: string): boolean {
    return /^cognito-(?:identity|idp)\./.test(service);
}
