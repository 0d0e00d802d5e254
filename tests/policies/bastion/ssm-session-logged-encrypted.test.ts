import {
    Ec2Instance,
    Ec2LaunchTemplate,
    IamInstanceProfile,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    SsmDocument,
    SsmServiceSetting,
} from "../../../model/aws";
import { declare, type Example, json, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/bastion/ssm-session-logged-encrypted";
import { testRule } from "../../support/rule-tester";

const inputs = {
    s3BucketName: "sessions",
    s3EncryptionEnabled: true,
    cloudWatchLogGroupName: "/ssm/sessions",
    cloudWatchEncryptionEnabled: true,
    kmsKeyId: "alias/sessions",
    maxSessionDuration: "60",
};
const key = { kmsKeyId: "alias/ssm", maxSessionDuration: 60 };
const body = (given: object, sessionType = "Standard_Stream") => ({ schemaVersion: "1.0", sessionType, inputs: given });
const document = (content: unknown, name = "SSM-SessionManagerRunShell") =>
    ({ name, documentType: "Session", documentFormat: "JSON", content }) as object;
const yaml = (...lines: readonly string[]) =>
    document(["---", "schemaVersion: '1.0'", "sessionType: Standard_Stream", "inputs:", ...lines].join("\n"));

const managedBy = (policyArn: unknown, more: object = {}) => ({
    profile: declare(IamInstanceProfile, { role: ref("role.name") }),
    role: declare(IamRole, { assumeRolePolicy: trusts("ec2") }),
    core: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn } as Example),
    ...more,
});
const instance = (name: string, more: object = { iamInstanceProfile: ref("profile.name") }) =>
    declare(Ec2Instance, { tags: { Name: name }, ...more } as Example);
const core = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const bastion = instance("bastion");
const setting =
    "arn:aws:ssm:eu-west-1:111122223333:servicesetting/ssm/managed-instance/default-ec2-instance-management-role";

testRule(rule, {
    valid: {
        "a bastion whose sessions are logged": managedBy(core, {
            bastion,
            sessions: declare(SsmDocument, document(json(body(inputs))) as Example),
        }),
        "a bastion that Session Manager does not open": managedBy(
            "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
            {
                bastion,
            },
        ),
        "a bastion whose profile another stack has": {
            bastion: instance("bastion", { iamInstanceProfile: "platform" }),
        },
        "a bastion without a profile": { bastion: instance("bastion", {}) },
        "another instance": managedBy(core, { web: instance("web") }),
        "the account's default, without a role": {
            bastion: instance("bastion", {}),
            setting: declare(SsmServiceSetting, { settingId: setting, settingValue: "$None" }),
        },
        "to a bucket and a log group": document(json(body(inputs))),
        "as an object": document(body(inputs)),
        "to a bucket alone": document(
            json(body({ ...inputs, cloudWatchLogGroupName: "", cloudWatchEncryptionEnabled: false })),
        ),
        "to a log group alone, with flags as text": document(
            json(body({ cloudWatchLogGroupName: "/ssm", cloudWatchEncryptionEnabled: "true", ...key })),
        ),
        "to a log group whose name is not known yet": document(body({ ...inputs, cloudWatchLogGroupName: unknown })),
        "in YAML": yaml(
            '  cloudWatchLogGroupName: "/ssm/sessions" # kept for a year',
            "  cloudWatchEncryptionEnabled: true",
            "  kmsKeyId: alias/ssm",
            "  maxSessionDuration: '720'",
            "  idleSessionTimeout: '30'",
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
        "a bastion, and nothing about sessions": {
            given: managedBy(core, { bastion }),
            reports: ["bastion: "],
            weighs: ["medium"],
        },
        "two of them, told once": {
            given: managedBy(core, { bastion, other: instance("jump-host") }),
            reports: ["bastion: "],
        },
        "a bastion beside forwarding of ports alone": {
            given: managedBy(core, {
                bastion,
                ports: declare(SsmDocument, document(json({ schemaVersion: "1.0", sessionType: "Port" })) as Example),
            }),
            reports: ["bastion: "],
        },
        "a bastion's template": {
            given: managedBy(core, {
                bastion: declare(Ec2LaunchTemplate, { iamInstanceProfile: { arn: ref("profile.arn") } }),
            }),
            reports: ["bastion: "],
        },
        "by a policy of one's own": {
            given: managedBy("arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy", {
                bastion,
                own: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: policyOf({ Action: ["ssm:UpdateInstanceInformation", "ssmmessages:*"], Resource: "*" }),
                }),
            }),
            reports: ["bastion: "],
        },
        "by the account's default": {
            given: {
                bastion: instance("bastion", {}),
                setting: declare(SsmServiceSetting, {
                    settingId: setting,
                    settingValue: "AWSSystemsManagerDefaultEC2InstanceManagementRole",
                }),
            },
            reports: ["bastion: "],
        },
        "empty names": {
            given: document(json(body({ ...inputs, s3BucketName: "", cloudWatchLogGroupName: "" }))),
            reports: ["content"],
            weighs: ["medium"],
        },
        "no inputs at all": {
            given: document(json({ schemaVersion: "1.0", sessionType: "Standard_Stream" })),
            reports: ["content", "content", "content"],
            weighs: ["medium", "low", "low"],
        },
        "nothing named, in a document that is not the account's preference": {
            given: document(json(body(key)), "operators-shell"),
            reports: ["content"],
            weighs: ["low"],
        },
        "nothing named, in YAML of one line": {
            given: document(
                '{sessionType: Standard_Stream, inputs: {s3BucketName: "", kmsKeyId: alias/ssm, maxSessionDuration: "60"}}',
            ),
            reports: ["content"],
        },
        "nothing named, in YAML": {
            given: yaml("  s3BucketName: ''", "  kmsKeyId: alias/ssm", "  maxSessionDuration: 60"),
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
        "no end": {
            given: document(body({ ...inputs, maxSessionDuration: "" })),
            reports: ["content"],
            weighs: ["low"],
        },
        "a day": {
            given: document(json(body({ ...inputs, maxSessionDuration: "1440" }))),
            reports: ["content"],
            weighs: ["low"],
        },
        "more than the team allows": {
            given: document(body({ ...inputs, maxSessionDuration: "120" })),
            options: { maxMinutes: 60 },
            reports: ["content"],
        },
        "an hour without a key being typed": {
            given: document(body({ ...inputs, idleSessionTimeout: "60" })),
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
        "a policy of the bastion's that is not known yet": {
            given: managedBy(unknown, { bastion }),
            awaits: ["core.policyArn"],
        },
        "content that is not known yet": { given: document(unknown), awaits: ["content"] },
        "a type of session that is not known yet": {
            given: document({ ...body({}), sessionType: unknown }),
            awaits: ["content.sessionType"],
        },
        "text that is neither JSON nor YAML": { given: document("sessionType: [Standard_Stream"), awaits: ["content"] },
    },
});
