/** What the resource of the deciding action must be, for the permissions to become more than they are. */
export type TargetKind =
    /** A role that the holder may pass and the service may assume. */
    | "passable-role"
    | "role"
    /** A role of this stack that lets the holder in; the trust policies of others cannot be seen, so a wildcard tells nothing. */
    | "assumable-role"
    | "user"
    | "group"
    /** A customer-managed policy that is attached to someone. */
    | "policy"
    /** The boundary that holds the holder, or the one it would take over, back. */
    | "boundary"
    | "identity-provider"
    | "permission-set"
    /** A group, or a user, of a directory whose people sign in to AWS. */
    | "directory-group"
    | "directory"
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
    | "cluster"
    | "editor"
    | "job-definition"
    | "deployment-group"
    | "document"
    | "maintenance-window"
    | "session"
    | "stack-set"
    | "user-profile"
    | "environment";

/** The types of resources, as the actions name them, that are such a target. */
const TYPES: Readonly<Record<TargetKind, readonly string[]>> = {
    "passable-role": ["role"],
    role: ["role"],
    "assumable-role": ["role"],
    user: ["user"],
    group: ["group"],
    policy: ["policy"],
    boundary: ["role", "user"],
    "identity-provider": ["saml-provider", "oidc-provider"],
    "permission-set": ["PermissionSet"],
    "directory-group": ["Group"],
    directory: ["directory"],
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
    editor: ["editor"],
    "job-definition": ["job-definition", "job-definition-revision"],
    "deployment-group": ["deploymentgroup"],
    document: ["document"],
    "maintenance-window": ["maintenancewindow"],
    session: ["session"],
    "stack-set": ["stackset"],
    "user-profile": ["user-profile"],
    environment: ["environment"],
};

export function targetTypes(kind: TargetKind): readonly string[] {
    return TYPES[kind];
}

export interface EscalationTarget {
    readonly kind: TargetKind;
    /** Those of the path's actions whose Resource says which targets are in reach; none where no action of it takes a resource. */
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
    /** What must be true besides, which no policy tells: it completes "provided that …". */
    readonly provided?: string;
    /** Services for whose roles AWS itself documents the very actions: for a role that they alone assume the path is no finding. */
    readonly documentedFor?: readonly string[];
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

export const DOCS = "https://docs.aws.amazon.com";

interface IdentityPath {
    readonly needs: readonly string[];
    readonly anyOf?: readonly string[];
    readonly title: string;
    readonly effect: string;
    readonly fix?: string;
    readonly closedBy?: readonly string[];
    readonly provided?: string;
    readonly sources: readonly string[];
}

const NO_IAM_WRITES = "Drop the action, and leave changes of IAM to the deployment.";

/** A change of who may do what, that is the straightest way up where it may be made on what is the holder's own. */
export function rise(id: string, kind: TargetKind, path: IdentityPath): EscalationPath {
    return {
        ...reach(id, kind, path),
        target: { kind, actions: path.anyOf ?? path.needs.slice(0, 1), own: "escalates" },
    };
}

/** A change that leads to what another may do. On the holder's own it gains nothing: self-service, as AWS documents it. */
export function reach(id: string, kind: TargetKind, path: IdentityPath): EscalationPath {
    const actions = path.anyOf ?? path.needs.slice(0, 1);
    return { id, fix: NO_IAM_WRITES, ...path, target: { kind, actions, own: "harmless" } };
}

/** The same by an action that takes no resource: whoever has it, reaches all of them. */
export function throughout(id: string, kind: TargetKind, path: IdentityPath): EscalationPath {
    return { ...reach(id, kind, path), target: { kind, actions: [], own: "harmless" } };
}

interface PassedRole {
    readonly service: string;
    readonly needs: readonly string[];
    readonly anyOf?: readonly string[];
    readonly title: string;
    readonly effect: string;
    readonly provided?: string;
    readonly documentedFor?: readonly string[];
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

interface TakeOver {
    readonly needs: readonly string[];
    readonly anyOf?: readonly string[];
    /** Those whose Resource decides, where it is not all of them. */
    readonly deciding?: readonly string[];
    readonly title: string;
    readonly effect: string;
    readonly provided?: string;
    readonly sources: readonly string[];
}

/** Taking over what runs already, under a role that nobody needs to pass. The holder's own workload has its own role. */
export function takeOver(id: string, kind: TargetKind, { deciding, ...path }: TakeOver): EscalationPath {
    const { needs, anyOf = [] } = path;
    return {
        id,
        ...path,
        target: { kind, actions: deciding ?? [...needs, ...anyOf], own: "harmless" },
        fix: "Name the few resources that this is for, none of which runs under a stronger role, or drop the action.",
    };
}
