import { json, unknown } from "../../../pack";
import rule from "../../../policies/bastion/ssm-session-logged-encrypted";
import { testRule } from "../../support/rule-tester";

const inputs = {
    s3BucketName: "sessions",
    s3EncryptionEnabled: true,
    cloudWatchLogGroupName: "/ssm/sessions",
    cloudWatchEncryptionEnabled: true,
    kmsKeyId: "alias/sessions",
};
const body = (given: object, sessionType = "Standard_Stream") => ({ schemaVersion: "1.0", sessionType, inputs: given });
const document = (content: unknown, name = "SSM-SessionManagerRunShell") =>
    ({ name, documentType: "Session", documentFormat: "JSON", content }) as object;
const yaml = (...lines: readonly string[]) =>
    document(["---", "schemaVersion: '1.0'", "sessionType: Standard_Stream", "inputs:", ...lines].join("\n"));

testRule(rule, {
    valid: {
        "to a bucket and a log group": document(json(body(inputs))),
        "as an object": document(body(inputs)),
        "to a bucket alone": document(
            json(body({ ...inputs, cloudWatchLogGroupName: "", cloudWatchEncryptionEnabled: false })),
        ),
        "to a log group alone, with flags as text": document(
            json(body({ cloudWatchLogGroupName: "/ssm", cloudWatchEncryptionEnabled: "true", kmsKeyId: "alias/ssm" })),
        ),
        "to a log group whose name is not known yet": document(body({ ...inputs, cloudWatchLogGroupName: unknown })),
        "in YAML": yaml(
            '  cloudWatchLogGroupName: "/ssm/sessions" # kept for a year',
            "  cloudWatchEncryptionEnabled: true",
            "  kmsKeyId: alias/ssm",
            "  s3BucketName:",
            "  shellProfile:",
            "    linux: |",
            "      cd /srv",
            "      exec bash",
        ),
        "forwarding of ports, which cannot be logged": document(
            json({ schemaVersion: "1.0", sessionType: "Port" }),
            "ports",
        ),
        "a single command, under the account's preference": document(json(body({}, "InteractiveCommands")), "top"),
        "a document of commands": {
            documentType: "Command",
            content: json({ schemaVersion: "2.2", mainSteps: [{ action: "aws:runShellScript", name: "run" }] }),
        },
    },
    invalid: {
        "empty names": {
            given: document(json(body({ ...inputs, s3BucketName: "", cloudWatchLogGroupName: "" }))),
            reports: ["content"],
            weighs: ["medium"],
        },
        "no inputs at all": {
            given: document(json({ schemaVersion: "1.0", sessionType: "Standard_Stream" })),
            reports: ["content", "content"],
            weighs: ["medium", "low"],
        },
        "nothing named, in a document that is not the account's preference": {
            given: document(json(body({ kmsKeyId: "alias/ssm" })), "operators-shell"),
            reports: ["content"],
            weighs: ["low"],
        },
        "nothing named, in YAML of one line": {
            given: document('{sessionType: Standard_Stream, inputs: {s3BucketName: "", kmsKeyId: alias/ssm}}'),
            reports: ["content"],
        },
        "nothing named, in YAML": {
            given: yaml("  s3BucketName: ''", "  kmsKeyId: alias/ssm"),
            reports: ["content"],
            weighs: ["medium"],
        },
        "a bucket that nobody has to encrypt": {
            given: document(body({ ...inputs, s3EncryptionEnabled: false })),
            reports: ["content"],
            weighs: ["low"],
        },
        "a log group without a key": {
            given: document(json(body({ ...inputs, cloudWatchEncryptionEnabled: "false" }))),
            reports: ["content"],
            weighs: ["low"],
        },
        "no key of the session's own": {
            given: document(json(body({ ...inputs, kmsKeyId: "" }))),
            reports: ["content"],
            weighs: ["low"],
        },
    },
    undecided: {
        "content that is not known yet": { given: document(unknown), awaits: ["content"] },
        "a type of session that is not known yet": {
            given: document({ ...body({}), sessionType: unknown }),
            awaits: ["content.sessionType"],
        },
        "text that is neither JSON nor YAML": { given: document("sessionType: [Standard_Stream"), awaits: ["content"] },
    },
});
