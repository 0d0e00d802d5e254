import { BISHOP_FOX, DOCS, type EscalationPath, hackTricks, pathfinding, RHINO, reach, rise } from "./escalation-path";

/** Paths through policies, memberships, trust and boundaries of IAM, and the policies of keys. */
export const IDENTITY_PATHS: readonly EscalationPath[] = [
    rise("create-policy-version", "policy", {
        title: "Write a new version of a customer-managed policy",
        needs: ["iam:CreatePolicyVersion"],
        effect: "It rewrites a policy attached to itself, or to a role it may assume, and becomes administrator.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-001")],
    }),
    rise("set-default-policy-version", "policy", {
        title: "Bring back an older version of a customer-managed policy",
        needs: ["iam:SetDefaultPolicyVersion"],
        effect: "It has every permission that any version of a policy attached to it ever granted.",
        sources: [RHINO, BISHOP_FOX],
    }),
    rise("attach-role-policy", "role", {
        title: "Attach a policy to a role",
        needs: ["iam:AttachRolePolicy"],
        effect: "It attaches AdministratorAccess to its own role, or to one it may assume.",
        closedBy: ["iam:PolicyARN", "iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-009")],
    }),
    rise("attach-user-policy", "user", {
        title: "Attach a policy to a user",
        needs: ["iam:AttachUserPolicy"],
        effect: "It makes administrator a user whose credentials it holds or can make.",
        closedBy: ["iam:PolicyARN", "iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-008")],
    }),
    rise("attach-group-policy", "group", {
        title: "Attach a policy to a group",
        needs: ["iam:AttachGroupPolicy"],
        effect: "It makes every member of the group administrator.",
        closedBy: ["iam:PolicyARN"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-010")],
    }),
    rise("put-role-policy", "role", {
        title: "Write an inline policy of a role",
        needs: ["iam:PutRolePolicy"],
        effect: "It grants its own role, or one it may assume, any action.",
        closedBy: ["iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-005")],
    }),
    rise("put-user-policy", "user", {
        title: "Write an inline policy of a user",
        needs: ["iam:PutUserPolicy"],
        effect: "It grants any action to a user whose credentials it holds or can make.",
        closedBy: ["iam:PermissionsBoundary"],
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-007")],
    }),
    rise("put-group-policy", "group", {
        title: "Write an inline policy of a group",
        needs: ["iam:PutGroupPolicy"],
        effect: "It grants any action to every member of the group.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-011")],
    }),
    reach("add-user-to-group", "group", {
        title: "Add a user to a group",
        needs: ["iam:AddUserToGroup"],
        effect: "A user of its choice gets the permissions of a stronger group.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-013")],
    }),
    reach("update-trust-policy", "role", {
        // Within one account, a trust policy that names a principal is enough: sts:AssumeRole need not be granted too.
        title: "Rewrite who may assume a role",
        needs: ["iam:UpdateAssumeRolePolicy"],
        effect: "It lets itself assume that role and has its permissions.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-012")],
    }),
    reach("assume-role", "assumable-role", {
        title: "Assume a role that may do more",
        needs: ["sts:AssumeRole"],
        effect: "It has the permissions of that role for a session, and may begin the next one as soon as it ends.",
        fix: "Name in the other role's trust policy who may assume it, or leave that role out of Resource.",
        sources: [pathfinding("sts-001"), `${DOCS}/IAM/latest/UserGuide/id_roles_update-role-permissions.html`],
    }),
    rise("remove-role-boundary", "boundary", {
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
    rise("remove-user-boundary", "boundary", {
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
    reach("share-key", "key", {
        title: "Grant the use of a key",
        needs: [],
        anyOf: ["kms:PutKeyPolicy", "kms:CreateGrant"],
        effect: "It lets itself, or any principal, decrypt all that the key protects.",
        fix: "Drop the action, or allow kms:CreateGrant only with kms:GrantIsForAWSResource.",
        closedBy: ["kms:GrantIsForAWSResource"],
        sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/grants.html", hackTricks("aws-kms-privesc")],
    }),
];
