import { SsmDocument, sessionDocument } from "../../model/aws";
import { all, any, filled, isTrue, not } from "../../model/values";
import { cwe, defineRule, json, sas } from "../../pack";

const preferences = (inputs: object) => ({
    name: "SSM-SessionManagerRunShell",
    documentType: "Session",
    content: json({ schemaVersion: "1.0", sessionType: "Standard_Stream", inputs }),
});
const encrypted = { kmsKeyId: "alias/sessions", cloudWatchEncryptionEnabled: true };

/** Ports that are forwarded leave nothing to log, and single commands follow the account's preference. */
export default defineRule({
    id: "ssm-session-logged-encrypted",
    severity: "medium",
    frameworks: [cwe(778), cwe(319), sas(5)],
    title: "Sessions of Session Manager leave an encrypted log.",
    why: "A shell on a host that reaches private data is what an intruder wants, and without a log nobody can say what was done in it.",
    fix: "Set cloudWatchLogGroupName (or s3BucketName) in the document's inputs, with cloudWatchEncryptionEnabled: true (or s3EncryptionEnabled: true).",
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html",
    ],
    bad: preferences(encrypted),
    good: preferences({ ...encrypted, cloudWatchLogGroupName: "/ssm/sessions" }),
    resource: SsmDocument,
    *check(_inputs, { root }) {
        const { opensShells, inputs, isAccounts } = sessionDocument(root);
        const [bucket, group] = [inputs.get("s3BucketName"), inputs.get("cloudWatchLogGroupName")];
        const at = "content";
        yield {
            when: all(opensShells, not(any(filled(bucket), filled(group)))),
            at,
            message: "names neither a log group nor a bucket, so nobody can say what was done in a session",
            // Another document is used by those who name it.
            ...(isAccounts.is === "no" && { severity: "low" }),
        };
        yield {
            when: all(opensShells, filled(bucket), not(isTrue(inputs.get("s3EncryptionEnabled"), false))),
            at,
            message: "allows logs in a bucket whose encryption nobody has set: s3EncryptionEnabled is not true",
            severity: "low",
        };
        yield {
            when: all(opensShells, filled(group), not(isTrue(inputs.get("cloudWatchEncryptionEnabled"), false))),
            at,
            message: "allows logs in a log group without a key: cloudWatchEncryptionEnabled is not true",
            severity: "low",
        };
        yield {
            when: all(opensShells, not(filled(inputs.get("kmsKeyId")))),
            at,
            message: "names no kmsKeyId, so what is typed and shown is encrypted by TLS alone",
            fix: "Set kmsKeyId in the document's inputs, and allow the host's role kms:Decrypt on that key.",
            severity: "low",
        };
    },
});
