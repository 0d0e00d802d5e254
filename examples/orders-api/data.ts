import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { monitoring, searchAudit } from "./database-logs";
import { key } from "./keys";
import { either } from "./mistakes";
import * as network from "./network";

/** Orders by id, and by customer. */
export const table = new aws.dynamodb.Table("orders", {
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attributes: [
        { name: "id", type: "S" },
        { name: "customer", type: "S" },
    ],
    globalSecondaryIndexes: [{ name: "by-customer", hashKey: "customer", projectionType: "ALL" }],
    serverSideEncryption: either("dynamodb-cmk", { enabled: true }, { enabled: true, kmsKeyArn: key.arn }),
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: either("data-deletion-protected", false, true),
});

/** Invoices, as files. */
export const invoices = new aws.s3.Bucket("invoices", {});
const bucket = { bucket: invoices.id };
new aws.s3.BucketPublicAccessBlock("invoices", {
    ...bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
});
new aws.s3.BucketVersioning("invoices", {
    ...bucket,
    versioningConfiguration: { status: either("data-recovery-enabled", "Suspended", "Enabled") },
});
new aws.s3.BucketServerSideEncryptionConfiguration("invoices", {
    ...bucket,
    rules: [
        {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
            bucketKeyEnabled: true,
            blockedEncryptionTypes: either("s3-encryption", ["NONE"], ["SSE-C"]),
        },
    ],
});
new aws.s3.BucketPolicy("invoices", {
    ...bucket,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [invoices.arn, pulumi.interpolate`${invoices.arn}/*`],
                Condition: { Bool: { "aws:SecureTransport": either("s3-deny-insecure-transport", "true", "false") } },
            },
        ],
    }),
});

/** Orders that wait to be fulfilled, and those that failed too often. */
export const failed = new aws.sqs.Queue("failed-orders", {
    ...either("messaging-encrypted-at-rest", { sqsManagedSseEnabled: false }, { kmsMasterKeyId: key.arn }),
    messageRetentionSeconds: 1_209_600,
});
export const accepted = new aws.sqs.Queue("accepted-orders", {
    kmsMasterKeyId: key.arn,
    visibilityTimeoutSeconds: either("sqs-visibility-covers-timeout", 30, 180),
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }),
});

export const shipped = new aws.sns.Topic("shipped-orders", { kmsMasterKeyId: key.arn });

/** The ledger. RDS keeps the master password; the application signs in with IAM. */
const subnetGroup = new aws.rds.SubnetGroup("ledger", { subnetIds: network.subnets.map(({ id }) => id) });
const parameters = new aws.rds.ClusterParameterGroup("ledger", {
    family: "aurora-postgresql16",
    parameters: [
        { name: "rds.force_ssl", value: either("database-tls-required", "0", "1") },
        { name: "log_statement", value: "ddl" },
    ],
});
export const ledger = new aws.rds.Cluster("ledger", {
    engine: "aurora-postgresql",
    engineVersion: "16.6",
    databaseName: "ledger",
    masterUsername: "ledger_admin",
    ...either(
        "db-managed-master-credentials",
        { masterPassword: "Autumn-Stock-43x" },
        { manageMasterUserPassword: true },
    ),
    iamDatabaseAuthenticationEnabled: either("db-iam-auth-enabled", false, true),
    enableHttpEndpoint: either("db-data-api-or-proxy", false, true),
    storageEncrypted: either("database-storage-encrypted", false, true),
    kmsKeyId: either("database-storage-encrypted", undefined, key.arn),
    masterUserSecretKmsKeyId: either("database-cmk", undefined, key.arn),
    dbSubnetGroupName: subnetGroup.name,
    dbClusterParameterGroupName: parameters.name,
    vpcSecurityGroupIds: [network.database.id],
    backupRetentionPeriod: 14,
    copyTagsToSnapshot: true,
    deletionProtection: true,
    enabledCloudwatchLogsExports: either("database-audit-logs", [], ["postgresql"]),
    finalSnapshotIdentifier: "ledger-final",
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
});
new aws.rds.ClusterInstance("ledger", {
    clusterIdentifier: ledger.id,
    engine: "aurora-postgresql",
    instanceClass: "db.serverless",
    publiclyAccessible: either("database-not-public", true, false),
    autoMinorVersionUpgrade: either("database-minor-upgrades-automatic", false, true),
    performanceInsightsEnabled: either("database-insights", false, true),
    performanceInsightsKmsKeyId: either("database-insights", undefined, key.arn),
    monitoringInterval: 60,
    monitoringRoleArn: monitoring.arn,
});

/** As the ledger was before its last migration: the auditors have a copy. */
new aws.rds.ClusterSnapshot("before-migration", {
    dbClusterIdentifier: ledger.id,
    dbClusterSnapshotIdentifier: "ledger-before-migration",
    sharedAccounts: either("snapshot-not-shared-publicly", ["all"], ["444455556666"]),
});

/** A rotation function of AWS's own, for the accountants' database. */
new aws.serverlessrepository.CloudFormationStack("rotation", {
    applicationId:
        "arn:aws:serverlessrepo:us-east-1:297356227824:applications/SecretsManagerRDSPostgreSQLRotationSingleUser",
    capabilities: ["CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY"],
    ...either("serverless-app-repo-pinned", {}, { semanticVersion: "1.1.60" }),
});

/** Orders by what customers remember of them. Each caller's role is mapped to the indexes that it may read. */
new aws.opensearch.Domain("orders-search", {
    engineVersion: "OpenSearch_2.17",
    clusterConfig: { instanceType: "t3.small.search" },
    ebsOptions: { ebsEnabled: true, volumeSize: 10 },
    encryptAtRest: either("search-encrypted-at-rest", { enabled: false }, { enabled: true, kmsKeyId: key.arn }),
    nodeToNodeEncryption: { enabled: true },
    domainEndpointOptions: {
        enforceHttps: either("search-tls-required", false, true),
        tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10",
    },
    vpcOptions: { subnetIds: network.subnets.slice(0, 1).map(({ id }) => id), securityGroupIds: [network.search.id] },
    logPublishingOptions: [{ logType: "AUDIT_LOGS", cloudwatchLogGroupArn: searchAudit.arn }],
    advancedSecurityOptions: either(
        "search-access-control",
        { enabled: false },
        { enabled: true, masterUserOptions: { masterUserArn: searchAdmin() } },
    ),
});

/** Who maps roles to indexes. */
function searchAdmin(): pulumi.Output<string> {
    const { accountId } = aws.getCallerIdentityOutput({});
    return pulumi.interpolate`arn:aws:iam::${accountId}:role/search-admin`;
}

/** The payment provider's key. Its value is put there by hand; the program only names it. */
export const paymentKey = new aws.ssm.Parameter(
    "payment-api-key",
    {
        name: "/prod/orders/payment/api-key",
        ...either(
            "secret-parameter-secure-string",
            { type: "String", value: "Spring-Stock-44x" },
            { type: "SecureString", keyId: key.arn, value: pulumi.secret("set-by-hand") },
        ),
    },
    { ignoreChanges: ["value"] },
);
