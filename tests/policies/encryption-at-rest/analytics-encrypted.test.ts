import {
    AthenaDatabase,
    AthenaWorkgroup,
    CodeBuildProject,
    CodeBuildReportGroup,
    CodePipelinePipeline,
    EmrSecurityConfiguration,
    GlueCrawler,
    GlueDataCatalogEncryptionSettings,
    GlueDevEndpoint,
    GlueJob,
    GlueSecurityConfiguration,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/analytics-encrypted";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const key = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const role = "arn:aws:iam::111122223333:role/orders";
const workgroup = (configuration: object) => declare(AthenaWorkgroup, { name: "orders", configuration } as Example);
const results = (encryptionConfiguration: object) =>
    workgroup({ resultConfiguration: { outputLocation: "s3://orders/", encryptionConfiguration } });
const catalog = (encryptionAtRest: object, connectionPasswordEncryption: object) =>
    declare(GlueDataCatalogEncryptionSettings, {
        dataCatalogEncryptionSettings: { encryptionAtRest, connectionPasswordEncryption },
    } as Example);
const security = (cloudwatchEncryption: object, jobBookmarksEncryption: object, s3Encryption: object) =>
    declare(GlueSecurityConfiguration, {
        encryptionConfiguration: { cloudwatchEncryption, jobBookmarksEncryption, s3Encryption },
    } as Example);
const build = (given: object) =>
    declare(CodeBuildProject, {
        serviceRole: role,
        source: { type: "NO_SOURCE" },
        artifacts: { type: "NO_ARTIFACTS" },
        ...given,
    } as Example);
const reports = (s3Destination: object) =>
    declare(CodeBuildReportGroup, { type: "TEST", exportConfig: { type: "S3", s3Destination } } as Example);
const pipeline = (store: object) =>
    declare(CodePipelinePipeline, {
        roleArn: role,
        artifactStores: [{ type: "S3", location: "o", ...store }],
    } as Example);
const emr = (EncryptionConfiguration: object) =>
    declare(EmrSecurityConfiguration, { configuration: JSON.stringify({ EncryptionConfiguration }) });
const job = { roleArn: role, command: { scriptLocation: "s3://orders/job.py" } };
const crawler = { role, databaseName: "orders" };
const on = { returnConnectionPasswordEncrypted: true, awsKmsKeyId: key };

testRule(rule, {
    valid: {
        "a workgroup that says nothing: S3 encrypts": declare(AthenaWorkgroup, { name: "orders" }),
        "a workgroup, encrypted by the client": results({ encryptionOption: "CSE_KMS", kmsKeyArn: key }),
        "a workgroup, as text": workgroup({ enforceWorkgroupConfiguration: "true" }),
        "clients that may not do worse": workgroup({
            enforceWorkgroupConfiguration: false,
            enableMinimumEncryptionConfiguration: true,
        }),
        "a database of Athena: S3 encrypts": declare(AthenaDatabase, { name: "orders", bucket: "orders" }),
        "a catalog": catalog({ catalogEncryptionMode: "SSE-KMS" }, { returnConnectionPasswordEncrypted: true }),
        "a security configuration": security(
            { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: key },
            { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: key },
            { s3EncryptionMode: "SSE-S3" },
        ),
        "a build without artifacts": build({ artifacts: { type: "NO_ARTIFACTS", encryptionDisabled: true } }),
        "a build's artifacts and logs": build({
            artifacts: { type: "S3", location: "orders", encryptionDisabled: false },
            secondaryArtifacts: [{ type: "S3", artifactIdentifier: "docs", encryptionDisabled: false }],
            logsConfig: { s3Logs: { status: "ENABLED", location: "logs", encryptionDisabled: false } },
        }),
        "a build whose logs are off": build({
            logsConfig: { s3Logs: { status: "DISABLED", encryptionDisabled: true } },
        }),
        reports: reports({ bucket: "orders", encryptionDisabled: false, encryptionKey: key }),
        EMR: emr({ EnableAtRestEncryption: true, EnableInTransitEncryption: true }),
        "EMR, about something else": declare(EmrSecurityConfiguration, {
            configuration: JSON.stringify({ AuthenticationConfiguration: {} }),
        }),

        "a workgroup's key": { given: results({ encryptionOption: "SSE_KMS", kmsKeyArn: key }), options },
        "managed results' key": {
            given: workgroup({
                managedQueryResultsConfiguration: { enabled: true, encryptionConfiguration: { kmsKey: key } },
            }),
            options,
        },
        "a database's key": {
            given: declare(AthenaDatabase, {
                encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKey: key },
            }),
            options,
        },
        "a catalog's keys": {
            given: catalog({ catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: key }, on),
            options,
        },
        "a security configuration's keys": {
            given: security(
                { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: key },
                { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: key },
                { s3EncryptionMode: "SSE-KMS", kmsKeyArn: key },
            ),
            options,
        },
        "a job": { given: declare(GlueJob, { ...job, securityConfiguration: unknown } as Example), options },
        "a crawler": { given: declare(GlueCrawler, { ...crawler, securityConfiguration: "orders" }), options },
        "an endpoint": { given: declare(GlueDevEndpoint, { roleArn: role, securityConfiguration: "orders" }), options },
        "a build's key": { given: build({ encryptionKey: key }), options },
        "reports' key": { given: reports({ bucket: "orders", encryptionKey: key }), options },
        "reports that are not exported": {
            given: declare(CodeBuildReportGroup, { type: "TEST", exportConfig: { type: "NO_EXPORT" } } as Example),
            options,
        },
        "a pipeline's key": { given: pipeline({ encryptionKey: { id: key, type: "KMS" } }), options },
    },
    invalid: {
        "a workgroup in a mode that does not use its key": {
            given: results({ encryptionOption: "SSE_S3", kmsKeyArn: key }),
            options,
            reports: ["configuration.resultConfiguration.encryptionConfiguration.encryptionOption"],
            weighs: ["low"],
        },
        "a database in a mode that does not": {
            given: declare(AthenaDatabase, {
                encryptionConfiguration: { encryptionOption: "SSE_S3", kmsKey: key },
            }),
            options,
            reports: ["encryptionConfiguration.encryptionOption"],
        },
        "a workgroup that lets clients decide": {
            given: workgroup({ enforceWorkgroupConfiguration: false }),
            reports: ["configuration.enforceWorkgroupConfiguration"],
            weighs: ["medium"],
        },
        "a catalog": {
            given: catalog({ catalogEncryptionMode: "DISABLED" }, { returnConnectionPasswordEncrypted: false }),
            reports: [
                "dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted",
                "dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode",
            ],
        },
        "a security configuration": {
            given: security({ cloudwatchEncryptionMode: "DISABLED" }, {}, { s3EncryptionMode: "DISABLED" }),
            reports: [
                "encryptionConfiguration.cloudwatchEncryption.cloudwatchEncryptionMode",
                "encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode",
                "encryptionConfiguration.s3Encryption.s3EncryptionMode",
            ],
            weighs: ["medium", "medium", "low"],
        },
        "a build's artifacts and logs": {
            given: build({
                artifacts: { type: "S3", location: "orders", encryptionDisabled: true },
                secondaryArtifacts: [{ type: "S3", artifactIdentifier: "docs", encryptionDisabled: "true" }],
                logsConfig: { s3Logs: { status: "ENABLED", location: "logs", encryptionDisabled: true } },
            }),
            reports: [
                "artifacts.encryptionDisabled",
                "logsConfig.s3Logs.encryptionDisabled",
                "secondaryArtifacts[0].encryptionDisabled",
            ],
        },
        reports: {
            given: reports({ bucket: "orders", encryptionDisabled: true, encryptionKey: key }),
            reports: ["exportConfig.s3Destination.encryptionDisabled"],
        },
        EMR: {
            given: emr({ EnableAtRestEncryption: false, EnableInTransitEncryption: true }),
            reports: ["configuration.EncryptionConfiguration.EnableAtRestEncryption"],
        },

        "a workgroup without a key": {
            given: results({ encryptionOption: "SSE_S3" }),
            options,
            reports: ["configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn"],
            weighs: ["low"],
        },
        "managed results without a key": {
            given: workgroup({ managedQueryResultsConfiguration: { enabled: true } }),
            options,
            reports: ["configuration.managedQueryResultsConfiguration.encryptionConfiguration.kmsKey"],
        },
        "a database without a key": {
            given: declare(AthenaDatabase, { name: "orders" }),
            options,
            reports: ["encryptionConfiguration.kmsKey"],
        },
        "a catalog without keys": {
            given: catalog({ catalogEncryptionMode: "SSE-KMS" }, { returnConnectionPasswordEncrypted: true }),
            options,
            reports: [
                "dataCatalogEncryptionSettings.connectionPasswordEncryption.awsKmsKeyId",
                "dataCatalogEncryptionSettings.encryptionAtRest.sseAwsKmsKeyId",
            ],
        },
        "a security configuration without keys": {
            given: security(
                { cloudwatchEncryptionMode: "SSE-KMS" },
                { jobBookmarksEncryptionMode: "CSE-KMS" },
                { s3EncryptionMode: "SSE-KMS" },
            ),
            options,
            reports: [
                "encryptionConfiguration.cloudwatchEncryption.kmsKeyArn",
                "encryptionConfiguration.jobBookmarksEncryption.kmsKeyArn",
                "encryptionConfiguration.s3Encryption.kmsKeyArn",
            ],
        },
        "a job": { given: declare(GlueJob, job), options, reports: ["securityConfiguration"] },
        "a crawler": { given: declare(GlueCrawler, crawler), options, reports: ["securityConfiguration"] },
        "an endpoint": {
            given: declare(GlueDevEndpoint, { roleArn: role }),
            options,
            reports: ["securityConfiguration"],
        },
        "a build without a key": { given: build({}), options, reports: ["encryptionKey"] },
        "reports under the key that AWS manages": {
            given: reports({ bucket: "orders", encryptionKey: "alias/aws/s3" }),
            options,
            reports: ["exportConfig.s3Destination.encryptionKey"],
        },
        "a pipeline without a key": { given: pipeline({}), options, reports: ["artifactStores[0].encryptionKey.id"] },
    },
    undecided: {
        "whether the workgroup decides": {
            given: workgroup({ enforceWorkgroupConfiguration: unknown }),
            awaits: ["configuration.enforceWorkgroupConfiguration"],
        },
        "what EMR is told": {
            given: declare(EmrSecurityConfiguration, { configuration: unknown }),
            awaits: ["configuration.EncryptionConfiguration.EnableAtRestEncryption"],
        },
    },
});
