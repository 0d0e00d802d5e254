import { BISHOP_FOX, type EscalationPath, hackTricks, pathfinding, RHINO, type TargetKind } from "./escalation-path";

const NO_IAM_WRITES = "Leave changes of IAM to the deployment; a workload's role needs none of these actions.";

interface IdentityPath {
    readonly needs: readonly string[];
    readonly anyOf?: readonly string[];
    readonly title: string;
    readonly effect: string;
    readonly fix?: string;
    readonly closedBy?: readonly string[];
    readonly sources: readonly string[];
}

/** Changes of who may do what. One's own policy, user or group is the straightest way up, so `own` escalates. */
function identity(id: string, kind: TargetKind, path: IdentityPath): EscalationPath {
    const { needs, anyOf, fix = NO_IAM_WRITES } = path;
    return { id, ...path, fix, target: { kind, actions: anyOf ?? needs.slice(0, 1), own: "escalates" } };
}

/** Paths through identities and their policies. */
export const IDENTITY_PATHS: readonly EscalationPath[] = [
    identity("create-policy-version", "policy", {
        title: "Write a new version of a customer-managed policy",
        needs: ["iam:CreatePolicyVersion"],
        effect: "It rewrites a policy attached to itself, or to a role it may assume, and becomes administrator.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-001")],
    }),
    identity("set-default-policy-version", "policy", {
        title: "Bring back an older version of a customer-managed policy",
        needs: ["iam:SetDefaultPolicyVersion"],
        effect: "It has every permission that any version of a policy attached to it ever granted.",
        sources: [RHINO, BISHOP_FOX],
    }),
    identity("attach-role-policy", "role", {
        title: "Attach a policy to a role",
        needs: ["iam:AttachRolePolicy"],
        effect: "It attaches AdministratorAccess to its own role, or to one it may assume.",
        closedBy: ["iam:PolicyARN", "iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-009")],
    }),
    identity("attach-user-policy", "user", {
        title: "Attach a policy to a user",
        needs: ["iam:AttachUserPolicy"],
        effect: "It makes administrator a user whose credentials it holds or can make.",
        closedBy: ["iam:PolicyARN", "iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-008")],
    }),
    identity("attach-group-policy", "group", {
        title: "Attach a policy to a group",
        needs: ["iam:AttachGroupPolicy"],
        effect: "It makes every member of the group administrator.",
        closedBy: ["iam:PolicyARN"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-010")],
    }),
    identity("put-role-policy", "role", {
        title: "Write an inline policy of a role",
        needs: ["iam:PutRolePolicy"],
        effect: "It grants its own role, or one it may assume, any action.",
        closedBy: ["iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-005")],
    }),
    identity("put-user-policy", "user", {
        title: "Write an inline policy of a user",
        needs: ["iam:PutUserPolicy"],
        effect: "It grants any action to a user whose credentials it holds or can make.",
        closedBy: ["iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-007")],
    }),
    identity("put-group-policy", "group", {
        title: "Write an inline policy of a group",
        needs: ["iam:PutGroupPolicy"],
        effect: "It grants any action to every member of the group.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-011")],
    }),
    identity("add-user-to-group", "group", {
        title: "Add a user to a group",
        needs: ["iam:AddUserToGroup"],
        effect: "A user of its choice gets the permissions of a stronger group.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-013")],
    }),
    identity("create-access-key", "user", {
        title: "Make an access key for a user",
        needs: ["iam:CreateAccessKey"],
        effect: "It holds lasting credentials of that user.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-002")],
    }),
    identity("create-login-profile", "user", {
        title: "Give a user a password for the console",
        needs: ["iam:CreateLoginProfile"],
        effect: "It signs in to the console as that user.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-004")],
    }),
    identity("update-login-profile", "user", {
        title: "Change a user's password for the console",
        needs: ["iam:UpdateLoginProfile"],
        effect: "It signs in to the console as that user.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-006")],
    }),
    identity("create-service-credential", "user", {
        title: "Make a service-specific credential for a user",
        needs: ["iam:CreateServiceSpecificCredential"],
        effect: "It acts as that user towards the services that take such credentials: Bedrock, CodeCommit, Keyspaces.",
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html",
            hackTricks("aws-iam-privesc"),
        ],
    }),
    identity("update-trust-policy", "role", {
        // Within one account, a trust policy that names a principal is enough: sts:AssumeRole need not be granted too.
        title: "Rewrite who may assume a role",
        needs: ["iam:UpdateAssumeRolePolicy"],
        effect: "It lets itself assume that role and has its permissions.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-012")],
    }),
    identity("remove-role-boundary", "boundary", {
        title: "Lift the permissions boundary of a role",
        needs: [],
        anyOf: ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"],
        effect: "All that its policies grant beyond the boundary becomes effective.",
        closedBy: ["iam:PermissionsBoundary"],
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
            hackTricks("aws-iam-privesc"),
        ],
    }),
    identity("remove-user-boundary", "boundary", {
        title: "Lift the permissions boundary of a user",
        needs: [],
        anyOf: ["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"],
        effect: "All that the user's policies grant beyond the boundary becomes effective.",
        closedBy: ["iam:PermissionsBoundary"],
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
            hackTricks("aws-iam-privesc"),
        ],
    }),
    identity("update-saml-provider", "identity-provider", {
        title: "Replace the metadata of a SAML provider",
        needs: ["iam:UpdateSAMLProvider"],
        effect: "It signs assertions of its own and assumes every role that trusts the provider.",
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html",
            hackTricks("aws-iam-privesc"),
        ],
    }),
    identity("assign-permission-set", "permission-set", {
        title: "Assign a permission set of Identity Center",
        needs: ["sso:CreateAccountAssignment"],
        effect: "A user of its choice signs in to an account with the permissions of that set.",
        fix: "Leave assignments to the team that runs Identity Center.",
        sources: [
            "https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html",
            hackTricks("aws-sso-and-identitystore-privesc"),
        ],
    }),
    identity("widen-permission-set", "permission-set", {
        title: "Widen a permission set of Identity Center",
        needs: ["sso:ProvisionPermissionSet"],
        anyOf: ["sso:PutInlinePolicyToPermissionSet", "sso:AttachManagedPolicyToPermissionSet"],
        effect: "Everyone who is assigned the set becomes what it writes into the set.",
        fix: "Leave permission sets to the team that runs Identity Center.",
        sources: [
            "https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html",
            hackTricks("aws-sso-and-identitystore-privesc"),
        ],
    }),
    identity("share-key", "key", {
        title: "Grant the use of a key",
        needs: [],
        anyOf: ["kms:PutKeyPolicy", "kms:CreateGrant"],
        effect: "It lets itself, or any principal, decrypt all that the key protects.",
        fix: "Drop the action, or allow kms:CreateGrant only with kms:GrantIsForAWSResource.",
        closedBy: ["kms:GrantIsForAWSResource"],
        sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/grants.html", hackTricks("aws-kms-privesc")],
    }),
];
