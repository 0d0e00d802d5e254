import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** Who may be given permissions by a policy. */
export type PolicyHolder = "role" | "user" | "group" | "permission set";

export const policyHolders: Readonly<Record<PolicyHolder, ResourceType>> = {
    role: types.IamRole,
    user: types.IamUser,
    group: types.IamGroup,
    "permission set": types.PermissionSet,
};

/** A way by which a resource gives a policy to somebody. */
export interface PolicyGrant {
    readonly from: ResourceType;
    readonly to: PolicyHolder;
    /** The path that names whom; left out where the resource is that itself. */
    readonly whom?: string;
    /** The path of the policy's text, or of what names a managed policy: its ARN, or (`byName`) the name of one of the account's own. */
    readonly document?: string;
    readonly policy?: string;
    readonly byName?: boolean;
    /** The provider fills the list in where the program gives none. */
    readonly computed?: boolean;
}

/** Every way of giving a policy. Paths: typings of @pulumi/aws 7.48.0. */
export const policyGrants: readonly PolicyGrant[] = [
    { from: types.IamRole, to: "role", document: "inlinePolicies[].policy", computed: true },
    { from: types.IamRole, to: "role", policy: "managedPolicyArns[]", computed: true },
    { from: types.IamRolePolicy, to: "role", whom: "role", document: "policy" },
    { from: types.IamRolePolicyAttachment, to: "role", whom: "role", policy: "policyArn" },
    { from: types.IamRolePolicyAttachmentsExclusive, to: "role", whom: "roleName", policy: "policyArns[]" },
    { from: types.IamUserPolicy, to: "user", whom: "user", document: "policy" },
    { from: types.IamUserPolicyAttachment, to: "user", whom: "user", policy: "policyArn" },
    { from: types.IamUserPolicyAttachmentsExclusive, to: "user", whom: "userName", policy: "policyArns[]" },
    { from: types.IamGroupPolicy, to: "group", whom: "group", document: "policy" },
    { from: types.IamGroupPolicyAttachment, to: "group", whom: "group", policy: "policyArn" },
    { from: types.IamGroupPolicyAttachmentsExclusive, to: "group", whom: "groupName", policy: "policyArns[]" },
    { from: types.IamPolicyAttachment, to: "role", whom: "roles[]", policy: "policyArn" },
    { from: types.IamPolicyAttachment, to: "user", whom: "users[]", policy: "policyArn" },
    { from: types.IamPolicyAttachment, to: "group", whom: "groups[]", policy: "policyArn" },
    ...permissionSets({ from: types.PermissionSetInlinePolicy, document: "inlinePolicy" }),
    ...permissionSets({ from: types.PermissionSetManagedPolicy, policy: "managedPolicyArn" }),
    ...permissionSets({ from: types.PermissionSetManagedPolicies, policy: "managedPolicyArns[]" }),
    ...permissionSets({
        from: types.PermissionSetCustomerPolicy,
        policy: "customerManagedPolicyReference.name",
        byName: true,
    }),
    ...permissionSets({
        from: types.PermissionSetCustomerPolicies,
        policy: "customerManagedPolicyReferences[].name",
        byName: true,
    }),
];

function permissionSets(grant: Omit<PolicyGrant, "to" | "whom">): readonly PolicyGrant[] {
    return [{ ...grant, to: "permission set", whom: "permissionSetArn" }];
}

/** A list of the only inline policies that somebody may have: each name is a policy that he has. */
export interface PolicyNames {
    readonly from: ResourceType;
    readonly to: PolicyHolder;
    readonly whom: string;
    readonly names: string;
    /** The type by which a stack declares such a policy. */
    readonly declared: ResourceType;
}

export const policyNames: readonly PolicyNames[] = [
    {
        from: types.IamRolePoliciesExclusive,
        to: "role",
        whom: "roleName",
        names: "policyNames[]",
        declared: types.IamRolePolicy,
    },
    {
        from: types.IamUserPoliciesExclusive,
        to: "user",
        whom: "userName",
        names: "policyNames[]",
        declared: types.IamUserPolicy,
    },
    {
        from: types.IamGroupPoliciesExclusive,
        to: "group",
        whom: "groupName",
        names: "policyNames[]",
        declared: types.IamGroupPolicy,
    },
];

/** What makes users members of groups. */
export const groupMemberships: readonly {
    readonly from: ResourceType;
    readonly users: string;
    readonly groups: string;
}[] = [
    { from: types.IamGroupMembership, users: "users[]", groups: "group" },
    { from: types.IamUserGroupMembership, users: "user", groups: "groups[]" },
];

/** Where a permissions boundary is named, and of whom. */
export const boundarySlots: readonly PolicyGrant[] = [
    { from: types.IamRole, to: "role", policy: "permissionsBoundary" },
    { from: types.IamUser, to: "user", policy: "permissionsBoundary" },
    ...permissionSets({ from: types.PermissionSetBoundary, policy: "permissionsBoundary.managedPolicyArn" }),
    ...permissionSets({
        from: types.PermissionSetBoundary,
        policy: "permissionsBoundary.customerManagedPolicyReference.name",
        byName: true,
    }),
];

/** Who is given permissions, and what gives them. */
export const identityTypes: readonly ResourceType[] = [
    ...Object.values(policyHolders),
    types.IamPolicy,
    ...policyGrants.map(({ from }) => from),
    ...policyNames.map(({ from }) => from),
];
