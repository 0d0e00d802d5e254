import { SsmParameter } from "../../../model/aws";
import { declare, ref, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-parameter-secure-string";
import { testRule } from "../../support/rule-tester";

const RandomPassword = { token: "random:index/randomPassword:RandomPassword" };
const parameter = (inputs: Parameters<typeof declare<Record<string, unknown>>>[1]) => ({
    parameter: declare(SsmParameter, inputs as never),
});
const key = declare({ token: "tls:index/privateKey:PrivateKey" }, { algorithm: "ED25519" } as never);
const made = declare(RandomPassword, { length: 24 } as never);

testRule(rule, {
    valid: {
        "a setting": parameter({ name: "/orders/prod/page-size", type: "String", value: "50" }),
        "a setting that the SDK marks, as it marks every value": parameter({
            name: "/orders/prod/page-size",
            type: "String",
            value: secret("50"),
        }),
        "an unknown setting that the SDK marks": parameter({
            name: "/orders/table",
            type: "String",
            value: secret(unknown),
        }),
        "the ARN of a secret": parameter({
            name: "/orders/db-secret",
            type: "String",
            value: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-Ab12Cd",
        }),
        "a list of names": parameter({ name: "/orders/regions", type: "StringList", value: "eu-west-1,eu-central-1" }),
        "a secret in SecureString": parameter({
            name: "/orders/api-key",
            type: "SecureString",
            value: secret("q8Zr3kP0vXt7LmN2"),
        }),
        "a secret in SecureString, with an empty text in the state": parameter({
            name: "/orders/api-key",
            type: "SecureString",
            value: secret("q8Zr3kP0vXt7LmN2"),
            insecureValue: "",
        }),
        "a secret that never enters the state": parameter({
            name: "/orders/api-key",
            type: "SecureString",
            valueWo: "q8Zr3kP0vXt7LmN2",
        }),
        "a setting that never enters the state": parameter({
            name: "/orders/page-size",
            type: "String",
            valueWo: "50",
        }),
        "an unknown setting": parameter({ name: "/orders/table", type: "String", value: unknown }),
        "a random password in SecureString": {
            made,
            ...parameter({ name: "/orders/setting", type: "SecureString", value: ref("made.result") }),
        },
        "the public half of a key": {
            key,
            ...parameter({ name: "/orders/setting", type: "String", value: ref("key.publicKeyOpenssh") }),
        },
        "a random name": {
            pet: declare({ token: "random:index/randomPet:RandomPet" }, {}),
            ...parameter({ name: "/orders/setting", type: "String", value: ref("pet.id") }),
        },
    },
    invalid: {
        "a secret by its name": {
            given: parameter({ name: "/orders/api-key", type: "String", value: secret("q8Zr3kP0vXt7LmN2") }),
            reports: ["parameter: type"],
            weighs: ["high"],
        },
        "a secret by its resource's name, where AWS's is generated": {
            given: { dbPassword: declare(SsmParameter, { type: "String", value: "correct-horse" }) },
            reports: ["dbPassword: type"],
        },
        "a secret that never enters the state, in a String": {
            given: parameter({ name: "/orders/api-key", type: "String", valueWo: "q8Zr3kP0vXt7LmN2" }),
            reports: ["parameter: type"],
            weighs: ["high"],
        },
        "a list of secrets that never enter the state": {
            given: parameter({ name: "/orders/passwords", type: "StringList", valueWo: "q8Zr3kP0vXt7,LmN2q8Zr3kP0" }),
            reports: ["parameter: type"],
        },
        "a random password that never enters the state, in a String": {
            given: { made, ...parameter({ name: "/orders/setting", type: "String", valueWo: ref("made.result") }) },
            reports: ["parameter: type"],
        },
        "a secret by its shape": {
            given: parameter({ name: "/orders/a", type: "String", value: `glpat-${"q8Zr3kP0vXt7LmN2q8Zr"}` }),
            reports: ["parameter: type"],
        },
        "a password in JSON": {
            given: parameter({ name: "/orders/a", type: "String", value: '{"password":"q8Zr3kP0vXt7LmN2"}' }),
            reports: ["parameter: type"],
        },
        "a random password, whatever it is called": {
            given: { made, ...parameter({ name: "/orders/setting", type: "String", value: ref("made.result") }) },
            reports: ["parameter: type"],
        },
        "a random password within a text": {
            given: {
                made,
                ...parameter({
                    name: "/orders/setting",
                    type: "String",
                    value: ref("made.result", "app/", "@db.internal"),
                }),
            },
            reports: ["parameter: type"],
        },
        "the private half of a key": {
            given: { key, ...parameter({ name: "/orders/setting", type: "String", value: ref("key.privateKeyPem") }) },
            reports: ["parameter: type"],
        },
        "a secret given as insecure": {
            given: parameter({ name: "/orders/db-password", type: "String", insecureValue: "correct-horse" }),
            reports: ["parameter: insecureValue"],
        },
        "a mark that the SDK does not make": {
            given: parameter({ name: "/orders/setting", type: "String", insecureValue: secret("anything at all") }),
            reports: ["parameter: insecureValue"],
        },
        "a default word": {
            given: parameter({ name: "/orders/db-password", type: "String", value: "changeme" }),
            reports: ["parameter: type"],
            weighs: ["low"],
        },
    },
    undecided: {
        "a type not known yet": {
            given: parameter({ name: "/orders/db-password", type: unknown, value: "correct-horse" }),
            awaits: ["parameter.type"],
        },
        "a value not known yet under a secret's name": {
            given: parameter({ name: "/orders/db-password", type: "String", value: unknown }),
            awaits: ["parameter.value"],
        },
    },
});
