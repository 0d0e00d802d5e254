/**
 * Where a program says who may use a resource: the types that hang a policy on one, and those that have one of their own. The user guide of each service,
 * under "resource-based policies": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
import { type Named, pathOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    AcmPcaPolicy,
    BackupVaultPolicy,
    BedrockAgentcoreResourcePolicy,
    CloudSearchDomainServiceAccessPolicy,
    CodeArtifactDomainPermissions,
    CodeArtifactRepositoryPermissionsPolicy,
    CodeBuildResourcePolicy,
    DsqlClusterPolicy,
    DynamoDbResourcePolicy,
    EcrPublicRepositoryPolicy,
    EcrRegistryPolicy,
    EcrRepositoryCreationTemplate,
    EcrRepositoryPolicy,
    EfsFileSystem,
    EfsFileSystemPolicy,
    ElasticsearchDomain,
    ElasticsearchDomainPolicy,
    EventBusPolicy,
    GlacierVault,
    GlueResourcePolicy,
    KinesisResourcePolicy,
    KmsExternalKey,
    KmsKey,
    KmsKeyPolicy,
    KmsReplicaExternalKey,
    KmsReplicaKey,
    LambdaResourcePolicy,
    LatticeAuthPolicy,
    LatticeResourcePolicy,
    LogDeliveryDestinationPolicy,
    LogDestinationPolicy,
    LogResourcePolicy,
    MediaStoreContainerPolicy,
    MskClusterPolicy,
    NetworkFirewallResourcePolicy,
    OamSinkPolicy,
    OpenSearchDomain,
    OpenSearchDomainPolicy,
    OpenSearchIngestionResourcePolicy,
    OrganizationsResourcePolicy,
    PrometheusResourcePolicy,
    RedshiftResourcePolicy,
    RedshiftServerlessResourcePolicy,
    RestApi,
    RestApiPolicy,
    RestDomainName,
    S3AccessPoint,
    S3Bucket,
    S3BucketPolicy,
    S3BucketV2,
    S3ControlAccessGrantsInstanceResourcePolicy,
    S3ControlAccessPointPolicy,
    S3ControlBucketPolicy,
    S3ControlMultiRegionAccessPointPolicy,
    S3ControlObjectLambdaAccessPointPolicy,
    S3FilesFileSystemPolicy,
    S3TablesTableBucketPolicy,
    S3TablesTablePolicy,
    S3VectorsVectorBucketPolicy,
    SageMakerModelPackageGroupPolicy,
    SchemasRegistryPolicy,
    SecretsManagerSecret,
    SecretsManagerSecretPolicy,
    SesIdentityPolicy,
    SesV2EmailIdentityPolicy,
    SmsVoiceResourcePolicy,
    SnsTopic,
    SnsTopicPolicy,
    SqsQueue,
    SqsQueuePolicy,
    XRayResourcePolicy,
} from "./types";

/** Types that a policy hangs on, and the type of the resources that hang one there. */
export interface PolicyHook {
    readonly policy: ResourceType;
    /** The property that holds the policy; a holder's own stands under the same name. */
    readonly at: string;
    /** The property by which a policy names its holder; empty where it is the only one, or names none. */
    readonly names: string;
    /** The prefix of the service's actions. */
    readonly service: string;
    /** What a denial of everything denies: SNS takes no `sns:*`. */
    readonly denies: string;
    readonly holders: readonly ResourceType[];
    /** What of a holder tells who it is, beside its ARN: an id, a name. */
    readonly known: readonly string[];
    /** The last part of the holder's ARN, of an id or a name. */
    readonly nameIn: (text: string) => string;
    /** How each such part begins. */
    readonly beginning: string;
}

type Told<T> = Partial<Omit<PolicyHook, "policy" | "service" | "at" | "names">> & {
    readonly at?: Named<T>;
    readonly names?: Named<T>;
};

function hook<T>(policy: ResourceType<T>, service: string, { at, names, ...told }: Told<T> = {}): PolicyHook {
    return {
        policy,
        service,
        at: at ? pathOf(at) : "policy",
        names: names ? pathOf(names) : "",
        denies: `${service}:*`,
        holders: [],
        known: ["id"],
        nameIn: (text) => text,
        beginning: "",
        ...told,
    };
}

export const queueHook = hook(SqsQueuePolicy, "sqs", {
    names: (one) => one.queueUrl,
    holders: [SqsQueue],
    known: ["id", "name"],
    nameIn: (text) => text.split("/").at(-1) ?? text,
});

export const topicHook = hook(SnsTopicPolicy, "sns", {
    names: (one) => one.arn,
    holders: [SnsTopic],
    known: ["id", "name"],
    denies: "sns:Publish",
});

export const busHook = hook(EventBusPolicy, "events", { names: (one) => one.eventBusName });

/** A bucket has one policy: its own property, or a resource beside it. */
export const bucketHook = hook(S3BucketPolicy, "s3", {
    names: (one) => one.bucket,
    holders: [S3Bucket, S3BucketV2],
    known: ["bucket", "id"],
});

/** What leads to buckets besides, with policies of their own. */
export const accessPointHooks: readonly PolicyHook[] = [
    hook(S3ControlAccessPointPolicy, "s3", { names: (one) => one.accessPointArn, holders: [S3AccessPoint] }),
    hook(S3ControlMultiRegionAccessPointPolicy, "s3", {
        at: (one) => one.details.policy,
        names: (one) => one.details.name,
    }),
    hook(S3ControlObjectLambdaAccessPointPolicy, "s3-object-lambda"),
    hook(S3ControlBucketPolicy, "s3-outposts", { names: (one) => one.bucket }),
];

export const secretHook = hook(SecretsManagerSecretPolicy, "secretsmanager", {
    names: (one) => one.secretArn,
    holders: [SecretsManagerSecret],
});

export const keyHook = hook(KmsKeyPolicy, "kms", {
    names: (one) => one.keyId,
    holders: [KmsKey, KmsReplicaKey, KmsExternalKey, KmsReplicaExternalKey],
});

export const functionHook = hook(LambdaResourcePolicy, "lambda", { names: (one) => one.resourceArn });

export const restApiHook = hook(RestApiPolicy, "execute-api", {
    names: (one) => one.restApiId,
    holders: [RestApi],
});

export const restDomainHook = hook(RestDomainName, "execute-api", { names: (one) => one.domainName });

export const fileSystemHook = hook(EfsFileSystemPolicy, "elasticfilesystem", {
    names: (one) => one.fileSystemId,
    holders: [EfsFileSystem],
    nameIn: (text) => `file-system/${text}`,
    beginning: "file-system/",
});

export const searchHooks: readonly PolicyHook[] = [
    hook(OpenSearchDomainPolicy, "es", {
        at: (one) => one.accessPolicies,
        names: (one) => one.domainName,
        holders: [OpenSearchDomain],
    }),
    hook(ElasticsearchDomainPolicy, "es", {
        at: (one) => one.accessPolicies,
        names: (one) => one.domainName,
        holders: [ElasticsearchDomain],
    }),
];

/** Stores of data, and what code is made from. */
export const dataHooks: readonly PolicyHook[] = [
    fileSystemHook,
    hook(AcmPcaPolicy, "acm-pca", { names: (one) => one.resourceArn }),
    hook(BackupVaultPolicy, "backup", { names: (one) => one.backupVaultName }),
    hook(BedrockAgentcoreResourcePolicy, "bedrock-agentcore", { names: (one) => one.resourceArn }),
    hook(CloudSearchDomainServiceAccessPolicy, "cloudsearch", {
        at: (one) => one.accessPolicy,
        names: (one) => one.domainName,
    }),
    hook(CodeArtifactDomainPermissions, "codeartifact", {
        at: (one) => one.policyDocument,
        names: (one) => one.domain,
    }),
    hook(CodeArtifactRepositoryPermissionsPolicy, "codeartifact", {
        at: (one) => one.policyDocument,
        names: (one) => one.repository,
    }),
    hook(CodeBuildResourcePolicy, "codebuild", { names: (one) => one.resourceArn }),
    hook(DsqlClusterPolicy, "dsql", { names: (one) => one.identifier }),
    hook(DynamoDbResourcePolicy, "dynamodb", { names: (one) => one.resourceArn }),
    hook(EcrPublicRepositoryPolicy, "ecr-public", { names: (one) => one.repositoryName }),
    hook(EcrRegistryPolicy, "ecr"),
    hook(EcrRepositoryCreationTemplate, "ecr", { at: (one) => one.repositoryPolicy, names: (one) => one.prefix }),
    hook(EcrRepositoryPolicy, "ecr", { names: (one) => one.repository }),
    hook(GlacierVault, "glacier", { at: (one) => one.accessPolicy, names: (one) => one.name }),
    hook(GlueResourcePolicy, "glue"),
    hook(KinesisResourcePolicy, "kinesis", { names: (one) => one.resourceArn }),
    hook(LatticeAuthPolicy, "vpc-lattice-svcs", { names: (one) => one.resourceIdentifier }),
    hook(LatticeResourcePolicy, "vpc-lattice", { names: (one) => one.resourceArn }),
    hook(LogDeliveryDestinationPolicy, "logs", {
        at: (one) => one.deliveryDestinationPolicy,
        names: (one) => one.deliveryDestinationName,
    }),
    hook(LogDestinationPolicy, "logs", { at: (one) => one.accessPolicy, names: (one) => one.destinationName }),
    hook(LogResourcePolicy, "logs", { at: (one) => one.policyDocument }),
    hook(MediaStoreContainerPolicy, "mediastore", { names: (one) => one.containerName }),
    hook(MskClusterPolicy, "kafka", { names: (one) => one.clusterArn }),
    hook(NetworkFirewallResourcePolicy, "network-firewall", { names: (one) => one.resourceArn }),
    hook(OamSinkPolicy, "oam", { names: (one) => one.sinkIdentifier }),
    hook(OpenSearchIngestionResourcePolicy, "osis", { names: (one) => one.resourceArn }),
    hook(OrganizationsResourcePolicy, "organizations", { at: (one) => one.content }),
    hook(PrometheusResourcePolicy, "aps", { at: (one) => one.policyDocument, names: (one) => one.workspaceId }),
    hook(RedshiftResourcePolicy, "redshift", { names: (one) => one.resourceArn }),
    hook(RedshiftServerlessResourcePolicy, "redshift-serverless", { names: (one) => one.resourceArn }),
    hook(S3ControlAccessGrantsInstanceResourcePolicy, "s3"),
    hook(S3FilesFileSystemPolicy, "s3files", { names: (one) => one.fileSystemId }),
    hook(S3TablesTableBucketPolicy, "s3tables", {
        at: (one) => one.resourcePolicy,
        names: (one) => one.tableBucketArn,
    }),
    hook(S3TablesTablePolicy, "s3tables", { at: (one) => one.resourcePolicy, names: (one) => one.tableBucketArn }),
    hook(S3VectorsVectorBucketPolicy, "s3vectors", { names: (one) => one.vectorBucketArn }),
    hook(SageMakerModelPackageGroupPolicy, "sagemaker", {
        at: (one) => one.resourcePolicy,
        names: (one) => one.modelPackageGroupName,
    }),
    hook(SchemasRegistryPolicy, "schemas", { names: (one) => one.registryName }),
    hook(SesIdentityPolicy, "ses", { names: (one) => one.identity }),
    hook(SesV2EmailIdentityPolicy, "ses", { names: (one) => one.emailIdentity }),
    hook(SmsVoiceResourcePolicy, "sms-voice", { names: (one) => one.resourceArn }),
    hook(XRayResourcePolicy, "xray", { at: (one) => one.policyDocument }),
];
