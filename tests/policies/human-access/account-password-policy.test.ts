import { unknown } from "../../../pack";
import rule from "../../../policies/human-access/account-password-policy";
import { testRule } from "../../support/rule-tester";

const long = { minimumPasswordLength: 14, passwordReusePrevention: 24 };
const classes = {
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
};

testRule(rule, {
    valid: {
        longer: { minimumPasswordLength: 20, passwordReusePrevention: 24 },
        "as text": { minimumPasswordLength: "14", passwordReusePrevention: "24" },
        "without classes and end, as NIST advises": { ...long, requireSymbols: false },
        "of what the team asks for": { given: { ...long, minimumPasswordLength: 12 }, options: { minimumLength: 12 } },
        "with classes and an end, where they are asked for": {
            given: { ...long, ...classes, maxPasswordAge: 60 },
            options: { characterClasses: true, maxAgeDays: 90 },
        },
    },
    invalid: {
        "nothing said": { given: {}, reports: ["minimumPasswordLength", "passwordReusePrevention"] },
        "a character less": {
            given: { minimumPasswordLength: 13, passwordReusePrevention: 24 },
            reports: ["minimumPasswordLength"],
        },
        "nothing remembered": {
            given: { minimumPasswordLength: 14, passwordReusePrevention: 0 },
            reports: ["passwordReusePrevention"],
        },
        "a class that is not asked for, in the strict profile": {
            given: { ...long, ...classes, requireSymbols: false, maxPasswordAge: 90 },
            options: rule.strict ?? {},
            reports: ["requireSymbols"],
        },
        "no end, in the strict profile": {
            given: { ...long, ...classes, maxPasswordAge: 0 },
            options: rule.strict ?? {},
            reports: ["maxPasswordAge"],
        },
        "a late end, in the strict profile": {
            given: { ...long, ...classes, maxPasswordAge: 120 },
            options: rule.strict ?? {},
            reports: ["maxPasswordAge"],
        },
    },
    undecided: {
        "a length that is not known yet": {
            given: { ...long, minimumPasswordLength: unknown },
            awaits: ["minimumPasswordLength"],
        },
        "classes that are not known yet, in the strict profile": {
            given: { ...long, ...classes, maxPasswordAge: 90, requireNumbers: unknown },
            options: rule.strict ?? {},
            awaits: ["requireNumbers"],
        },
    },
});
