import { Ec2Instance, SsmDocument, SsmServiceSetting, sessionDocument } from "../../model/aws";
import { sessionBastionsOf } from "../../model/graph";
import { all, any, filled, holds, isTrue, not } from "../../model/values";
import { cwe, declare, defineRule, integer, json, sas } from "../../pack";

const preferences = (inputs: object) => ({
    name: "SSM-SessionManagerRunShell",
    documentType: "Session",
    content: json({ schemaVersion: "1.0", sessionType: "Standard_Stream", inputs }),
});
const encrypted = { kmsKeyId: "alias/sessions", cloudWatchEncryptionEnabled: true, maxSessionDuration: "60" };
const LOGS = [
    ["s3BucketName", "s3EncryptionEnabled", "a bucket whose encryption nobody has set"],
    ["cloudWatchLogGroupName", "cloudWatchEncryptionEnabled", "a log group without a key"],
] as const;
const settingId =
    "arn:aws:ssm:eu-west-1:111122223333:servicesetting/ssm/managed-instance/default-ec2-instance-management-role";

/** Ports that are forwarded leave nothing to log; single commands follow the account's preference. How long is long is NIST's. */
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
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-max-timeout.html",
        "https://pages.nist.gov/800-63-3/sp800-63b.html",
    ],
    options: {
        maxMinutes: integer("How many minutes a session may last.", 720, 1, 1440),
        maxIdleMinutes: integer("After how many minutes without input a session ends at the latest.", 30, 1, 60),
    },
    bad: preferences(encrypted),
    good: preferences({ ...encrypted, cloudWatchLogGroupName: "/ssm/sessions" }),
    resource: SsmDocument,
    *check(_inputs, { root, options }) {
        const { opensShells, inputs, isLogged, isAccounts } = sessionDocument(root);
        const at = "content";
        yield {
            when: all(opensShells, not(isLogged)),
            at,
            message: "names neither a log group nor a bucket, so nobody can say what was done in a session",
            // Another document is used by those who name it.
            ...(isAccounts.is === "no" && { severity: "low" }),
        };
        for (const [target, flag, where] of LOGS) {
            yield {
                when: all(opensShells, filled(inputs.get(target)), not(isTrue(inputs.get(flag), false))),
                at,
                message: `allows logs in ${where}: ${flag} is not true`,
                severity: "low",
            };
        }
        yield {
            when: all(opensShells, not(filled(inputs.get("kmsKeyId")))),
            at,
            message: "names no kmsKeyId, so what is typed and shown is encrypted by TLS alone",
            fix: "Set kmsKeyId in the document's inputs, and allow the host's role kms:Decrypt on that key.",
            severity: "low",
        };
        const longest = inputs.get("maxSessionDuration");
        const isLong = holds(longest, (minutes) => Number(minutes) > options.maxMinutes);
        yield {
            when: all(opensShells, any(not(filled(longest)), isLong)),
            at,
            message: `allows sessions of more than ${options.maxMinutes} minutes: maxSessionDuration is absent or more`,
            fix: `Set maxSessionDuration: "${Math.min(options.maxMinutes, 60)}" in the document's inputs.`,
            severity: "low",
        };
        yield {
            when: all(
                opensShells,
                holds(inputs.get("idleSessionTimeout"), (one) => Number(one) > options.maxIdleMinutes),
            ),
            at,
            message: `allows sessions that nobody has used for more than ${options.maxIdleMinutes} minutes`,
            fix: "Leave idleSessionTimeout at AWS's 20 minutes.",
            severity: "low",
        };
    },
    inStack: {
        needs: [sessionBastionsOf, SsmDocument],
        bad: {
            bastion: declare(Ec2Instance, { tags: { Name: "bastion" } }),
            managed: declare(SsmServiceSetting, {
                settingId,
                settingValue: "AWSSystemsManagerDefaultEC2InstanceManagementRole",
            }),
        },
        *check(stack) {
            const documents = stack.ofType(SsmDocument).map(({ root }) => sessionDocument(root).opensShells);
            // One document serves all of them.
            const bastions = sessionBastionsOf(stack);
            const bastion = bastions.find(({ isOpened }) => isOpened.is === "yes") ?? bastions[0];
            if (!bastion) return;
            yield {
                resource: bastion.host,
                at: "",
                when: all(bastion.isOpened, not(any(...documents))),
                message: "allows sessions by Session Manager, and nothing in this stack says where they are logged",
                fix: "Make an aws.ssm.Document SSM-SessionManagerRunShell with cloudWatchLogGroupName and kmsKeyId. (Where another stack has it, exempt this.)",
            };
        },
    },
});
