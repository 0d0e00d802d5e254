import {
    IamAccessKey,
    IamServiceSpecificCredential,
    IamSigningCertificate,
    IamSshKey,
    IamUser,
    IamUserLoginProfile,
    IamUserPolicy,
} from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/human-access/no-iam-user-credentials";
import { testRule } from "../../support/rule-tester";

const user = declare(IamUser, { name: "importer", tags: { purpose: "smtp" } });
const key = (more: object = {}) => declare(IamAccessKey, { user: ref("user.name"), ...more } as never);

testRule(rule, {
    valid: {
        "a user whose tag is accepted": { given: { user, key: key() }, options: { allowedUserTags: ["purpose=smtp"] } },
        "accepted by the tag's key alone": { given: { user }, options: { allowedUserTags: ["purpose"] } },
    },
    invalid: {
        "a key, of which the state has the secret": {
            given: { user, key: key() },
            reports: ["key: "],
            weighs: ["high"],
        },
        "an encrypted key": {
            given: { user, key: key({ pgpKey: "keybase:ops" }) },
            reports: ["key: "],
            weighs: ["high"],
        },
        "a key of a user that lives elsewhere": {
            given: { key: declare(IamAccessKey, { user: "importer" }) },
            reports: ["key: "],
        },
        "a key that is switched off": {
            given: { user, key: key({ status: "Inactive" }) },
            reports: ["key: "],
            weighs: ["medium"],
        },
        "a password for the console": {
            given: { user, login: declare(IamUserLoginProfile, { user: ref("user.name") }) },
            reports: ["login: "],
        },
        "a credential for one service": {
            given: {
                user,
                git: declare(IamServiceSpecificCredential, {
                    userName: ref("user.name"),
                    serviceName: "codecommit.amazonaws.com",
                }),
            },
            reports: ["git: "],
        },
        "a password that must be changed at once": {
            given: {
                user,
                login: declare(IamUserLoginProfile, { user: ref("user.name"), passwordResetRequired: true }),
            },
            reports: ["login: "],
            weighs: ["high"],
        },
        "a key for Bedrock that ends": {
            given: {
                user,
                models: declare(IamServiceSpecificCredential, {
                    userName: ref("user.name"),
                    serviceName: "bedrock.amazonaws.com",
                    credentialAgeDays: 30,
                } as Example),
            },
            reports: ["models: "],
            weighs: ["medium"],
        },
        "a certificate": {
            given: {
                user,
                signing: declare(IamSigningCertificate, { userName: ref("user.name"), certificateBody: "…" }),
            },
            reports: ["signing: "],
        },
        "an SSH key for repositories": {
            given: {
                git: declare(IamSshKey, { username: "clara", encoding: "SSH", publicKey: "ssh-rsa AAAA" }),
            },
            reports: ["git: "],
        },
        "an SSH key that is switched off": {
            given: {
                git: declare(IamSshKey, {
                    username: "clara",
                    encoding: "SSH",
                    publicKey: "ssh-rsa AAAA",
                    status: "inactive",
                }),
            },
            reports: ["git: "],
            weighs: ["medium"],
        },
        "two of them, one finding each, and none at the user": {
            given: { user, first: key(), second: key() },
            reports: ["first: ", "second: "],
        },
        "a user alone": { given: { user }, reports: ["user: "], weighs: ["medium"] },
        "a user who sends mail only": {
            given: {
                user,
                key: key(),
                policy: declare(IamUserPolicy, {
                    user: ref("user.name"),
                    policy: policyOf({ Action: "ses:SendRawEmail", Resource: "*" }),
                }),
            },
            reports: ["key: "],
            weighs: ["medium"],
        },
        "a user who sends mail and more": {
            given: {
                user,
                key: key(),
                policy: declare(IamUserPolicy, {
                    user: ref("user.name"),
                    policy: policyOf({ Action: ["ses:SendRawEmail", "s3:GetObject"], Resource: "*" }),
                }),
            },
            reports: ["key: "],
            weighs: ["high"],
        },
        "another tag": {
            given: { user, key: key() },
            options: { allowedUserTags: ["purpose=vendor"] },
            reports: ["key: "],
        },
    },
    undecided: {
        "a tag that is not known yet": {
            given: { user: declare(IamUser, { tags: { purpose: unknown } }), key: key() },
            options: { allowedUserTags: ["purpose=vendor"] },
            awaits: ["user.tags.purpose"],
        },
    },
});
