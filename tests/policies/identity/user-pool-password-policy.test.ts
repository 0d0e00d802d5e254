import { CognitoUserPool, CognitoUserPoolClient, SsmParameter } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/user-pool-password-policy";
import { testRule } from "../../support/rule-tester";

const classes = { requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true };
const pool = (passwordPolicy: object | undefined) => ({ people: declare(CognitoUserPool, { passwordPolicy }) });
const reports = (passwordPolicy: object | undefined, severity: "medium" | "low", ...at: readonly string[]) => ({
    given: pool(passwordPolicy),
    reports: at.map((one) => `people: ${one}`),
    weighs: at.map(() => severity),
});
const setting = declare(SsmParameter, { type: "String", value: unknown });

testRule(rule, {
    valid: {
        "as numbers in text": pool({ ...classes, minimumLength: "16", temporaryPasswordValidityDays: "7" }),
        "flags as text": pool({ ...classes, minimumLength: 14, requireSymbols: "true" }),
        "Cognito's default of a week": pool({ ...classes, minimumLength: 14, temporaryPasswordValidityDays: 0 }),
        "what the team allows": {
            given: pool({ ...classes, minimumLength: 8 }),
            options: { minimumLength: 8 },
        },
        "Cognito's own, where the team allows as much": { given: pool(undefined), options: { minimumLength: 8 } },
        "users of another provider": {
            ...pool({ minimumLength: 6 }),
            web: declare(CognitoUserPoolClient, { userPoolId: ref("people.id"), supportedIdentityProviders: ["Okta"] }),
        },
    },
    invalid: {
        "nothing said": reports(undefined, "low", "passwordPolicy"),
        "eight of all classes": reports({ ...classes, minimumLength: 8 }, "low", "passwordPolicy.minimumLength"),
        "six of all classes": reports({ ...classes, minimumLength: 6 }, "medium", "passwordPolicy.minimumLength"),
        "eight of any": reports(
            { minimumLength: 8 },
            "medium",
            "passwordPolicy.minimumLength",
            "passwordPolicy.requireLowercase",
        ),
        "a long one without symbols": reports(
            { ...classes, minimumLength: 20, requireSymbols: false },
            "low",
            "passwordPolicy.requireSymbols",
        ),
        "a month in a mailbox": reports(
            { ...classes, minimumLength: 14, temporaryPasswordValidityDays: 30 },
            "medium",
            "passwordPolicy.temporaryPasswordValidityDays",
        ),
    },
    undecided: {
        "how long": {
            given: { setting, ...pool({ ...classes, minimumLength: ref("setting.value") }) },
            awaits: ["people.passwordPolicy.minimumLength"],
        },
    },
});
