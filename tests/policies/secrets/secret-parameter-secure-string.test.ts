import { secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-parameter-secure-string";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: {
        "a setting": { name: "/orders/prod/page-size", type: "String", value: "50" },
        "the ARN of a secret": {
            name: "/orders/db-secret",
            type: "String",
            value: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-Ab12Cd",
        },
        "a list of names": { name: "/orders/regions", type: "StringList", value: "eu-west-1,eu-central-1" },
        "a secret in SecureString": {
            name: "/orders/api-key",
            type: "SecureString",
            value: secret("q8Zr3kP0vXt7LmN2"),
        },
        "a secret that never enters the state": {
            name: "/orders/api-key",
            type: "SecureString",
            valueWo: "q8Zr3kP0vXt7LmN2",
        },
        "an unknown setting": { name: "/orders/table", type: "String", value: unknown },
    },
    invalid: {
        "a secret by its name": {
            given: { name: "/orders/api-key", type: "String", value: "q8Zr3kP0vXt7LmN2" },
            reports: ["type"],
        },
        "a secret by its mark": {
            given: { name: "/orders/setting", type: "String", value: secret("anything at all") },
            reports: ["type"],
        },
        "a secret given as insecure": {
            given: { name: "/orders/db-password", type: "String", insecureValue: "correct-horse" },
            reports: ["insecureValue"],
        },
    },
    undecided: {
        "a type not known yet": {
            given: { name: "/orders/db-password", type: unknown, value: "correct-horse" },
            awaits: ["type"],
        },
        "a value not known yet under a secret's name": {
            given: { name: "/orders/db-password", type: "String", value: unknown },
            awaits: ["value"],
        },
    },
});
