import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** Who is given permissions, and what gives them. */
export const identityTypes: readonly ResourceType[] = [
    types.IamRole,
    types.IamUser,
    types.IamGroup,
    types.IamPolicy,
    types.IamRolePolicy,
    types.IamUserPolicy,
    types.IamGroupPolicy,
    types.IamPolicyAttachment,
    types.IamRolePolicyAttachment,
    types.IamUserPolicyAttachment,
    types.IamGroupPolicyAttachment,
    types.IamRolePolicyAttachmentsExclusive,
];
