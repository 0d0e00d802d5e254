import {
    SecretsManagerSecret,
    SecretsManagerSecretRotation,
    SecretsManagerSecretVersion,
    SsmParameter,
} from "../../../model/aws";
import { declare, type Example, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-rotation-enabled";
import { testRule } from "../../support/rule-tester";

const secret = (inputs: object = { name: "prod/orders-db" }) => ({
    db: declare(SecretsManagerSecret, inputs as Example),
});
const version = (secretString: unknown = "correct-horse", secretId: unknown = ref("db.id")) => ({
    version: declare(SecretsManagerSecretVersion, { secretId, secretString } as Example),
});
const rotation = (secretId: unknown, inputs: object = {}) => ({
    rotation: declare(SecretsManagerSecretRotation, {
        secretId,
        rotationLambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
        rotationRules: { automaticallyAfterDays: 30 },
        ...inputs,
    } as Example),
});
const elsewhere = (partition: string, name: string) =>
    `arn:${partition}:secretsmanager:eu-west-1:111122223333:secret:${name}`;
const reports = (given: Program, place = "db: ") => ({ given, reports: [place], weighs: ["high" as const] });
const milder = (given: Program) => ({ given, reports: ["db: "], weighs: ["low" as const] });
const privateKey = declare({ token: "tls:index/privateKey:PrivateKey" }, { algorithm: "ED25519" } as Example);

testRule(rule, {
    valid: {
        "by its id": { ...secret(), ...rotation(ref("db.id")) },
        "by its ARN": { ...secret(), ...rotation(ref("db.arn")) },
        "by its name, written out": { ...secret(), ...rotation("prod/orders-db") },
        "by an ARN without the six characters": { ...secret(), ...rotation(elsewhere("aws", "prod/orders-db")) },
        "by an ARN with them, in China": { ...secret(), ...rotation(elsewhere("aws-cn", "prod/orders-db-a1B2c3")) },
        "by a version of it": { ...secret(), ...version(), ...rotation(ref("version.secretId")) },
        "without a name": { ...secret({}), ...rotation(ref("db.id")) },
        "by a partner, without a function": {
            ...secret({ name: "prod/crm", type: "SalesforceClientSecret" }),
            ...rotation(ref("db.id"), {
                rotationLambdaArn: undefined,
                externalSecretRotationRoleArn: "arn:aws:iam::111122223333:role/rotate",
            }),
        },
        "in the secret itself, as older providers have it": secret({
            name: "prod/orders-db",
            rotationLambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
        }),
        "of a service of AWS": secret({ name: "rds!cluster-0a1b2c3d" }),
        "a rotation of a secret that lives elsewhere": rotation(elsewhere("aws", "prod/other-a1B2c3")),
        "switched on, as text": { ...secret(), ...rotation(ref("db.id"), { rotationEnabled: "true" }) },
        "tagged as renewed by hand": secret({ name: "prod/mainframe", tags: { Rotation: "Manual" } }),
        "tagged with the reason": secret({ name: "prod/mainframe", tags: { "rotation-exempt": "no interface" } }),
        "by an option": { given: secret({ tags: { legacy: "yes" } }), options: { manualTags: ["legacy"] } },
        "a parameter": { db: declare(SsmParameter, { name: "/prod/db", type: "SecureString" }) },
    },
    invalid: {
        "no rotation": reports(secret()),
        "no rotation, no name": reports(secret({})),
        "a replica elsewhere": reports(secret({ name: "prod/orders-db", replicas: [{ region: "eu-central-1" }] })),
        "of another secret": reports({
            ...secret(),
            cache: declare(SecretsManagerSecret, { name: "prod/orders-cache" }),
            ...rotation(ref("cache.id")),
        }),
        "of a secret whose name begins alike": reports({
            ...secret(),
            ...rotation(elsewhere("aws", "prod/orders-db-replica-a1B2c3")),
        }),
        "a partner's, without a rotation": reports(secret({ name: "prod/crm", type: "BigIDClientSecret" })),
        "switched off": reports(
            { ...secret(), ...rotation(ref("db.id"), { rotationEnabled: false, rotationRules: undefined }) },
            "rotation: rotationEnabled",
        ),
        "of a service, switched off as text": reports(
            rotation(elsewhere("aws", "rds!db-0a1b2c3d-a1B2c3"), { rotationEnabled: "false" }),
            "rotation: rotationEnabled",
        ),
        "tagged otherwise": reports(secret({ name: "prod/orders-db", tags: { rotation: "automatic" } })),
        "with a random value": reports({
            ...secret(),
            password: declare({ token: "random:index/randomPassword:RandomPassword" }, { length: 32 } as Example),
            ...version(ref("password.result")),
        }),
        "a vendor's key": milder(secret({ name: "prod/stripe" })),
        "an API key": milder(secret({ name: "prod/paymentsApiKey" })),
        "by its description": milder(secret({ name: "prod/mail", description: "Token of the mail provider" })),
        "a private key": milder({ ...secret(), privateKey, ...version(ref("privateKey.privateKeyPem")) }),
        "a key written out": milder({
            ...secret(),
            ...version(["-----BEGIN", "PRIVATE KEY-----\nMC4CAQAw"].join(" ")),
        }),
    },
    undecided: {
        "which secret it is of": { given: { ...secret(), ...rotation(unknown) }, awaits: ["rotation.secretId"] },
        "whether it is switched off": {
            given: {
                ...secret(),
                flag: declare(SsmParameter, { name: "/prod/rotate", type: "String", value: unknown } as Example),
                ...rotation(ref("db.id"), { rotationEnabled: ref("flag.value") }),
            },
            awaits: ["rotation.rotationEnabled"],
        },
        "its tags": { given: secret({ name: "prod/orders-db", tags: unknown }), awaits: ["db.tags"] },
    },
});
