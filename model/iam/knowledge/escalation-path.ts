/** What the resource of the deciding action must be, for the permissions to become more than they are. */
export type TargetKind =
    /** A role that the holder may pass and the service may assume. */
    | "passable-role"
    | "role"
    | "user"
    | "group"
    /** A customer-managed policy that is attached to someone. */
    | "policy"
    /** The boundary that holds the holder, or the one it would take over, back. */
    | "boundary"
    | "identity-provider"
    | "permission-set"
    | "key"
    /** The rest are workloads that run under a role of their own. */
    | "function"
    | "instance"
    | "launch-template"
    | "task"
    | "stack"
    | "build-project"
    | "state-machine"
    | "app-service"
    | "dev-endpoint"
    | "notebook"
    | "code-interpreter"
    | "cluster";

/** The types of resources, as the actions name them, that are such a target. */
const TYPES: Readonly<Record<TargetKind, readonly string[]>> = {
    "passable-role": ["role"],
    role: ["role"],
    user: ["user"],
    group: ["group"],
    policy: ["policy"],
    boundary: ["role", "user"],
    "identity-provider": ["saml-provider"],
    "permission-set": ["PermissionSet"],
    key: ["key"],
    function: ["function"],
    instance: ["instance", "managed-instance"],
    "launch-template": ["launch-template"],
    task: ["task", "cluster"],
    stack: ["stack"],
    "build-project": ["project"],
    "state-machine": ["statemachine"],
    "app-service": ["service"],
    "dev-endpoint": ["devendpoint"],
    notebook: ["notebook-instance"],
    "code-interpreter": ["code-interpreter", "code-interpreter-custom"],
    cluster: ["cluster"],
};

export function targetTypes(kind: TargetKind): readonly string[] {
    return TYPES[kind];
}

export interface EscalationTarget {
    readonly kind: TargetKind;
    /** Those of the path's actions whose Resource says which targets are in reach. */
    readonly actions: readonly string[];
    /**
     * Where only what is the holder's own is in reach (its own function, a role like its own): `harmless` where that has the
     * very permissions that the holder has already, `escalates` where it is the straightest way up.
     */
    readonly own: "harmless" | "escalates";
}

/** A set of permissions whose holder can come by more than they say. */
export interface EscalationPath {
    readonly id: string;
    readonly title: string;
    /** All of these. */
    readonly needs: readonly string[];
    /** And at least one of these, where there are any. */
    readonly anyOf?: readonly string[];
    /** Who must be able to assume the role that is passed. A grant whose `iam:PassedToService` excludes it closes the path. */
    readonly passedToService?: string;
    readonly target: EscalationTarget;
    /** Condition keys that can close the path when a grant of its actions names harmless values. */
    readonly closedBy?: readonly string[];
    /** The service has shut down: nothing can be escalated through it any more. */
    readonly endedOn?: string;
    /** What the holder becomes. */
    readonly effect: string;
    readonly fix: string;
    readonly sources: readonly string[];
}

export const RHINO = "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/";
export const RHINO_2 = "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation-part-2/";
export const BISHOP_FOX = "https://bishopfox.com/blog/privilege-escalation-in-aws";
export const PMAPPER = "https://github.com/nccgroup/PMapper/tree/master/principalmapper/graphing";

/** DataDog's collection of paths, by its own ids. */
export function pathfinding(id: string): string {
    return `https://pathfinding.cloud/paths/${id}`;
}

export function hackTricks(page: string): string {
    return `https://cloud.hacktricks.wiki/en/pentesting-cloud/aws-security/aws-privilege-escalation/${page}/index.html`;
}

interface PassedRole {
    readonly service: string;
    readonly needs: readonly string[];
    readonly anyOf?: readonly string[];
    readonly title: string;
    readonly effect: string;
    readonly endedOn?: string;
    readonly sources: readonly string[];
}

/** A new or changed workload that runs what the holder likes under a role which the holder may pass. */
export function passRole(id: string, { service, needs, ...path }: PassedRole): EscalationPath {
    return {
        id,
        ...path,
        needs: ["iam:PassRole", ...needs],
        passedToService: service,
        target: { kind: "passable-role", actions: ["iam:PassRole"], own: "harmless" },
        closedBy: ["iam:PassedToService", "iam:AssociatedResourceArn"],
        fix: "Name the roles that iam:PassRole is for, require iam:PassedToService, or leave it to the deployment.",
    };
}
