/** AWS Glue. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import {
    GlueCrawler,
    GlueDataCatalogEncryptionSettings,
    GlueDevEndpoint,
    GlueJob,
    GlueSecurityConfiguration,
} from "../types";
import { bad, switchedOn, unless, when } from "./condition";
import { anything, noneOf, on, ownKey } from "./good";
import { settings } from "./setting";

const unsecured = {
    says: { absent: "absent, so logs, bookmarks and results are encrypted with keys that AWS owns" },
    fix: "Set it to security.name, of an aws.glue.SecurityConfiguration that has a key of your own.",
};

export const glue = [
    settings(GlueDataCatalogEncryptionSettings, "analytics", {
        encryptedAtRest: {
            at: (one) => one.dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode,
            good: noneOf("DISABLED"),
            absent: bad,
            fix: 'Set it to "SSE-KMS", and sseAwsKmsKeyId: key.arn, a key of your own.',
        },
        customerKey: {
            at: (one) => one.dataCatalogEncryptionSettings.encryptionAtRest.sseAwsKmsKeyId,
            good: ownKey,
            absent: bad,
            only: unless(
                when((one) => one.dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode, "DISABLED"),
            ),
        },
    }),
    settings(GlueDataCatalogEncryptionSettings, "analytics", {
        encryptedAtRest: {
            at: (one) =>
                one.dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted,
            good: on,
            absent: bad,
            says: { otherwise: "false, so whoever may read a connection reads its password in plain text" },
            fix: "Set it to true, and awsKmsKeyId: key.arn, a key of your own.",
        },
        customerKey: {
            at: (one) => one.dataCatalogEncryptionSettings.connectionPasswordEncryption.awsKmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn(
                (one) =>
                    one.dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted,
            ),
        },
    }),
    settings(GlueSecurityConfiguration, "analytics", {
        encryptedAtRest: {
            at: (one) => one.encryptionConfiguration.cloudwatchEncryption.cloudwatchEncryptionMode,
            good: noneOf("DISABLED"),
            absent: bad,
            fix: 'Set it to "SSE-KMS", and kmsKeyArn: key.arn, a key of your own.',
        },
        customerKey: {
            at: (one) => one.encryptionConfiguration.cloudwatchEncryption.kmsKeyArn,
            good: ownKey,
            absent: bad,
            only: when((one) => one.encryptionConfiguration.cloudwatchEncryption.cloudwatchEncryptionMode, "SSE-KMS"),
        },
    }),
    settings(GlueSecurityConfiguration, "analytics", {
        encryptedAtRest: {
            at: (one) => one.encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode,
            good: noneOf("DISABLED"),
            absent: bad,
            fix: 'Set it to "CSE-KMS", and kmsKeyArn: key.arn, a key of your own.',
        },
        customerKey: {
            at: (one) => one.encryptionConfiguration.jobBookmarksEncryption.kmsKeyArn,
            good: ownKey,
            absent: bad,
            only: when(
                (one) => one.encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode,
                "CSE-KMS",
            ),
        },
    }),
    settings(GlueSecurityConfiguration, "analytics", {
        encryptedAtRest: {
            at: (one) => one.encryptionConfiguration.s3Encryption.s3EncryptionMode,
            good: noneOf("DISABLED"),
            absent: bad,
            // S3 encrypts with a key of its own in any case.
            severity: "low",
            fix: 'Set it to "SSE-KMS", and kmsKeyArn: key.arn, a key of your own.',
        },
        customerKey: {
            at: (one) => one.encryptionConfiguration.s3Encryption.kmsKeyArn,
            good: ownKey,
            absent: bad,
            only: when((one) => one.encryptionConfiguration.s3Encryption.s3EncryptionMode, "SSE-KMS"),
        },
    }),
    settings([GlueJob, GlueCrawler, GlueDevEndpoint], "analytics", {
        customerKey: { at: (one) => one.securityConfiguration, good: anything, absent: bad, ...unsecured },
    }),
].flat();
