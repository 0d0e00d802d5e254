/** Resource types by token: who there is. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// cfg
export const ConfigRecorder = resourceType<aws.cfg.RecorderArgs>("aws:cfg/recorder:Recorder");

// cognito
export const CognitoIdentityPool = resourceType<aws.cognito.IdentityPoolArgs>("aws:cognito/identityPool:IdentityPool");
export const CognitoIdentityPoolRoleAttachment = resourceType<aws.cognito.IdentityPoolRoleAttachmentArgs>(
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
);
export const CognitoLogDeliveryConfiguration = resourceType<aws.cognito.LogDeliveryConfigurationArgs>(
    "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
);
export const CognitoManagedUserPoolClient = resourceType<aws.cognito.ManagedUserPoolClientArgs>(
    "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
);
export const CognitoRiskConfiguration = resourceType<aws.cognito.RiskConfigurationArgs>(
    "aws:cognito/riskConfiguration:RiskConfiguration",
);
export const CognitoUserPool = resourceType<aws.cognito.UserPoolArgs>("aws:cognito/userPool:UserPool");
export const CognitoUserPoolClient = resourceType<aws.cognito.UserPoolClientArgs>(
    "aws:cognito/userPoolClient:UserPoolClient",
);
export const CognitoUser = resourceType<aws.cognito.UserArgs>("aws:cognito/user:User");
export const CognitoManagedLoginBranding = resourceType<aws.cognito.ManagedLoginBrandingArgs>(
    "aws:cognito/managedLoginBranding:ManagedLoginBranding",
);

// guardduty
export const GuardDutyDetector = resourceType<aws.guardduty.DetectorArgs>("aws:guardduty/detector:Detector");

// iam
export const IamAccessKey = resourceType<aws.iam.AccessKeyArgs>("aws:iam/accessKey:AccessKey");
export const IamAccountPasswordPolicy = resourceType<aws.iam.AccountPasswordPolicyArgs>(
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
);
export const IamGroup = resourceType<aws.iam.GroupArgs>("aws:iam/group:Group");
export const IamGroupMembership = resourceType<aws.iam.GroupMembershipArgs>("aws:iam/groupMembership:GroupMembership");
export const IamGroupPoliciesExclusive = resourceType<aws.iam.GroupPoliciesExclusiveArgs>(
    "aws:iam/groupPoliciesExclusive:GroupPoliciesExclusive",
);
export const IamGroupPolicy = resourceType<aws.iam.GroupPolicyArgs>("aws:iam/groupPolicy:GroupPolicy");
export const IamGroupPolicyAttachment = resourceType<aws.iam.GroupPolicyAttachmentArgs>(
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
);
export const IamGroupPolicyAttachmentsExclusive = resourceType<aws.iam.GroupPolicyAttachmentsExclusiveArgs>(
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
);
export const IamInstanceProfile = resourceType<aws.iam.InstanceProfileArgs>("aws:iam/instanceProfile:InstanceProfile");
export const IamOpenIdConnectProvider = resourceType<aws.iam.OpenIdConnectProviderArgs>(
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
);
export const IamPolicy = resourceType<aws.iam.PolicyArgs>("aws:iam/policy:Policy");
export const IamPolicyAttachment = resourceType<aws.iam.PolicyAttachmentArgs>(
    "aws:iam/policyAttachment:PolicyAttachment",
);
export const IamRole = resourceType<aws.iam.RoleArgs>("aws:iam/role:Role");
export const IamRolePoliciesExclusive = resourceType<aws.iam.RolePoliciesExclusiveArgs>(
    "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
);
export const IamRolePolicy = resourceType<aws.iam.RolePolicyArgs>("aws:iam/rolePolicy:RolePolicy");
export const IamRolePolicyAttachment = resourceType<aws.iam.RolePolicyAttachmentArgs>(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
);
export const IamRolePolicyAttachmentsExclusive = resourceType<aws.iam.RolePolicyAttachmentsExclusiveArgs>(
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
);
export const IamSamlProvider = resourceType<aws.iam.SamlProviderArgs>("aws:iam/samlProvider:SamlProvider");
export const IamServiceSpecificCredential = resourceType<aws.iam.ServiceSpecificCredentialArgs>(
    "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
);
export const IamSigningCertificate = resourceType<aws.iam.SigningCertificateArgs>(
    "aws:iam/signingCertificate:SigningCertificate",
);
export const IamSshKey = resourceType<aws.iam.SshKeyArgs>("aws:iam/sshKey:SshKey");
export const IamUser = resourceType<aws.iam.UserArgs>("aws:iam/user:User");
export const IamUserGroupMembership = resourceType<aws.iam.UserGroupMembershipArgs>(
    "aws:iam/userGroupMembership:UserGroupMembership",
);
export const IamUserLoginProfile = resourceType<aws.iam.UserLoginProfileArgs>(
    "aws:iam/userLoginProfile:UserLoginProfile",
);
export const IamUserPoliciesExclusive = resourceType<aws.iam.UserPoliciesExclusiveArgs>(
    "aws:iam/userPoliciesExclusive:UserPoliciesExclusive",
);
export const IamUserPolicy = resourceType<aws.iam.UserPolicyArgs>("aws:iam/userPolicy:UserPolicy");
export const IamUserPolicyAttachment = resourceType<aws.iam.UserPolicyAttachmentArgs>(
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
);
export const IamUserPolicyAttachmentsExclusive = resourceType<aws.iam.UserPolicyAttachmentsExclusiveArgs>(
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
);

// organizations
export const OrganizationsResourcePolicy = resourceType<aws.organizations.ResourcePolicyArgs>(
    "aws:organizations/resourcePolicy:ResourcePolicy",
);

// ssoadmin
export const PermissionSetCustomerPolicy = resourceType<aws.ssoadmin.CustomerManagedPolicyAttachmentArgs>(
    "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
);
export const PermissionSetCustomerPolicies = resourceType<aws.ssoadmin.CustomerManagedPolicyAttachmentsExclusiveArgs>(
    "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
);
export const PermissionSetManagedPolicy = resourceType<aws.ssoadmin.ManagedPolicyAttachmentArgs>(
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
);
export const PermissionSetManagedPolicies = resourceType<aws.ssoadmin.ManagedPolicyAttachmentsExclusiveArgs>(
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
);
export const PermissionSet = resourceType<aws.ssoadmin.PermissionSetArgs>("aws:ssoadmin/permissionSet:PermissionSet");
export const PermissionSetInlinePolicy = resourceType<aws.ssoadmin.PermissionSetInlinePolicyArgs>(
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
);
export const PermissionSetBoundary = resourceType<aws.ssoadmin.PermissionsBoundaryAttachmentArgs>(
    "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
);

// verifiedpermissions
export const VerifiedPermissionsPolicyStore = resourceType<aws.verifiedpermissions.PolicyStoreArgs>(
    "aws:verifiedpermissions/policyStore:PolicyStore",
);
