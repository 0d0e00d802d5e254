import { IamAccessKey, IamServiceSpecificCredential, IamUser, IamUserLoginProfile } from "../../../model/aws";
import { declare, functionAllowed, ref, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/no-iam-user-credentials";
import { testRule } from "../../support/rule-tester";

const user = declare(IamUser, {});
const key = declare(IamAccessKey, { user: ref("app.name") });
const userTagged = (tags: object) => declare(IamUser, { tags: tags as Record<string, string> });

testRule(rule, {
    valid: {
        "a function's role": functionAllowed({ Action: "sqs:SendMessage", Resource: "*" }),
        "a user who sends mail by SMTP, with a key": { app: userTagged({ purpose: "smtp" }), key },
        "a third party, in any case": { app: userTagged({ Purpose: "Third-Party" }), key },
        "a user for emergencies, with a password": {
            app: userTagged({ purpose: "break-glass" }),
            profile: declare(IamUserLoginProfile, { user: ref("app.name") }),
        },
        "a tag of one's own": {
            given: { app: userTagged({ "legacy-vendor": "acme" }), key },
            options: { allowedUserTags: ["legacy-vendor"] },
        },
        "a tagged user without credentials": { app: userTagged({ purpose: "third-party" }) },
    },
    invalid: {
        "a key": { given: { app: user, key }, reports: ["key: user"], weighs: ["high"] },
        "a key whose secret is encrypted": {
            given: { app: user, key: declare(IamAccessKey, { user: ref("app.name"), pgpKey: "keybase:ops" }) },
            reports: ["key: user"],
            weighs: ["high"],
        },
        "a key that is switched off": {
            given: { app: user, key: declare(IamAccessKey, { user: ref("app.name"), status: "Inactive" }) },
            reports: ["key: user"],
            weighs: ["medium"],
        },
        "a key of a user that lives elsewhere": {
            given: { key: declare(IamAccessKey, { user: "legacy" }) },
            reports: ["key: user"],
        },
        "a password": {
            given: { app: user, profile: declare(IamUserLoginProfile, { user: ref("app.name") }) },
            reports: ["profile: user"],
        },
        "a credential for one service": {
            given: {
                app: user,
                credential: declare(IamServiceSpecificCredential, {
                    userName: ref("app.name"),
                    serviceName: "cassandra.amazonaws.com",
                }),
            },
            reports: ["credential: userName"],
        },
        "each credential of a user, and not the user": {
            given: { app: user, key, profile: declare(IamUserLoginProfile, { user: ref("app.name") }) },
            reports: ["key: user", "profile: user"],
        },
        "a user without credentials": { given: { app: user }, reports: ["app: "], weighs: ["medium"] },
        "a user beside one who may": {
            given: { app: userTagged({ purpose: "smtp" }), key, other: user },
            reports: ["other: "],
        },
        "a user tagged as something else": {
            given: { app: userTagged({ purpose: "orders" }), key },
            reports: ["key: user"],
        },
        "no user is accepted": {
            given: { app: userTagged({ purpose: "smtp" }), key },
            options: { allowedUserTags: [] },
            reports: ["key: user"],
        },
    },
    undecided: {
        "a tag that is not known yet": {
            given: { app: userTagged({ purpose: unknown }), key },
            awaits: ["app.tags.purpose"],
        },
        "tags that are not known yet": {
            given: { app: declare(IamUser, { tags: unknown }) },
            awaits: ["app.tags"],
        },
    },
});
