import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** What gives roles, users and groups permissions, or takes them in. */
export const identityPolicyTypes: readonly ResourceType[] = [
    types.IamRole,
    types.IamRolePolicy,
    types.IamRolePolicyAttachment,
    types.IamPolicyAttachment,
    types.IamPolicy,
    types.IamUserPolicy,
    types.IamUserPolicyAttachment,
    types.IamGroupPolicy,
    types.IamGroupPolicyAttachment,
];
