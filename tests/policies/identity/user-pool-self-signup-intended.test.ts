import { CognitoUserPool, CognitoUserPoolClient, SsmParameter } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/user-pool-self-signup-intended";
import { testRule } from "../../support/rule-tester";

const pool = (inputs: object) => ({
    people: declare(CognitoUserPool, { autoVerifiedAttributes: ["email"], ...inputs }),
});
const recovery = (...names: readonly string[]) => ({
    accountRecoverySetting: { recoveryMechanisms: names.map((name, index) => ({ name, priority: index + 1 })) },
});
const invited = (allowAdminCreateUserOnly: unknown) => ({ adminCreateUserConfig: { allowAdminCreateUserOnly } });
const confirms = { autoVerifiedAttributes: [], lambdaConfig: { preSignUp: "arn" } };
const everyPool = { options: { everyPool: true } };
const at = "people: adminCreateUserConfig.allowAdminCreateUserOnly";

testRule(rule, {
    valid: {
        "a shop": pool({ name: "customers" }),
        "a word inside of another": pool({ name: "administrative-region-guide" }),
        "staff, invited": pool({ name: "staff", ...invited("true") }),
        "staff of another provider": {
            ...pool({ name: "staff" }),
            web: declare(CognitoUserPoolClient, { userPoolId: ref("people.id"), supportedIdentityProviders: ["Okta"] }),
        },
        "by mail before text message": pool(recovery("verified_email", "verified_phone_number")),
        "by an administrator": pool(recovery("admin_only")),
        "nobody is confirmed": pool({ autoVerifiedAttributes: [] }),
        "administrators confirm": pool({ ...confirms, ...invited(true) }),
        "invited, where each is asked": { given: pool(invited(true)), ...everyPool },
    },
    invalid: {
        "staff, by one of its names": { given: pool({ name: "Backoffice" }), reports: [at] },
        "staff, in two words": { given: pool({ name: "back-office-users", ...invited(false) }), reports: [at] },
        "staff, in one": { given: pool({ name: "internalTools" }), reports: [at] },
        "where each is asked": { given: pool({ name: "customers" }), reports: [at], ...everyPool },
        "by text message alone": {
            given: pool(recovery("verified_phone_number")),
            reports: ["people: accountRecoverySetting.recoveryMechanisms"],
        },
        "a function confirms": { given: pool(confirms), reports: ["people: autoVerifiedAttributes"] },
    },
    undecided: {
        "whether they are invited": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                ...pool({ name: "staff", ...invited(ref("setting.value")) }),
            },
            awaits: ["people.adminCreateUserConfig.allowAdminCreateUserOnly"],
        },
    },
});
