/** Resource types by token: keys, secrets and certificates. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// acm
export const AcmCertificate = resourceType<aws.acm.CertificateArgs>("aws:acm/certificate:Certificate");

// acmpca
export const AcmPcaPolicy = resourceType<aws.acmpca.PolicyArgs>("aws:acmpca/policy:Policy");

// kms
export const KmsAlias = resourceType<aws.kms.AliasArgs>("aws:kms/alias:Alias");
export const KmsExternalKey = resourceType<aws.kms.ExternalKeyArgs>("aws:kms/externalKey:ExternalKey");
export const KmsGrant = resourceType<aws.kms.GrantArgs>("aws:kms/grant:Grant");
export const KmsKey = resourceType<aws.kms.KeyArgs>("aws:kms/key:Key");
export const KmsKeyPolicy = resourceType<aws.kms.KeyPolicyArgs>("aws:kms/keyPolicy:KeyPolicy");
export const KmsReplicaExternalKey = resourceType<aws.kms.ReplicaExternalKeyArgs>(
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
);
export const KmsReplicaKey = resourceType<aws.kms.ReplicaKeyArgs>("aws:kms/replicaKey:ReplicaKey");

// secretsmanager
export const SecretsManagerSecret = resourceType<aws.secretsmanager.SecretArgs>("aws:secretsmanager/secret:Secret");
export const SecretsManagerSecretPolicy = resourceType<aws.secretsmanager.SecretPolicyArgs>(
    "aws:secretsmanager/secretPolicy:SecretPolicy",
);
export const SecretsManagerSecretRotation = resourceType<aws.secretsmanager.SecretRotationArgs>(
    "aws:secretsmanager/secretRotation:SecretRotation",
);
export const SecretsManagerSecretVersion = resourceType<aws.secretsmanager.SecretVersionArgs>(
    "aws:secretsmanager/secretVersion:SecretVersion",
);

// ssm
export const SsmActivation = resourceType<aws.ssm.ActivationArgs>("aws:ssm/activation:Activation");
export const SsmDocument = resourceType<aws.ssm.DocumentArgs>("aws:ssm/document:Document");
export const SsmParameter = resourceType<aws.ssm.ParameterArgs>("aws:ssm/parameter:Parameter");
export const SsmServiceSetting = resourceType<aws.ssm.ServiceSettingArgs>("aws:ssm/serviceSetting:ServiceSetting");
export const SsmAssociation = resourceType<aws.ssm.AssociationArgs>("aws:ssm/association:Association");
export const SsmMaintenanceWindowTask = resourceType<aws.ssm.MaintenanceWindowTaskArgs>(
    "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
);
export const SsmMaintenanceWindowTarget = resourceType<aws.ssm.MaintenanceWindowTargetArgs>(
    "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
);
export const SsmPatchBaseline = resourceType<aws.ssm.PatchBaselineArgs>("aws:ssm/patchBaseline:PatchBaseline");
export const SsmQuicksetupConfigurationManager = resourceType<aws.ssm.QuicksetupConfigurationManagerArgs>(
    "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager",
);
