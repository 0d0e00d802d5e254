import {
    LambdaFunction,
    RdsInstance,
    SecretsManagerSecret,
    SecretsManagerSecretVersion,
    SsmParameter,
} from "../../../model/aws";
import { declare, json, randomPassword, ref, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/lambda-env-no-plaintext-secrets";
import { testRule } from "../../support/rule-tester";

const withVariables = (variables: object) =>
    ({ role: "arn:aws:iam::111122223333:role/orders", environment: { variables } }) as never;
const orders = (variables: object) => ({ orders: declare(LambdaFunction, withVariables(variables)) });
const stored = {
    secret: declare(SecretsManagerSecret, { name: "orders/prod/db" }),
    version: declare(SecretsManagerSecretVersion, {
        secretId: ref("secret.id"),
        secretString: secret('{"password":"q8Zr3kP0vXt7"}'),
    }),
};
const made = randomPassword;
const plainParameter = declare(SsmParameter, { name: "/orders/table", type: "String", value: secret("orders-table") });
const parameter = declare(SsmParameter, { name: "/orders/a", type: "SecureString", value: secret("q8Zr3kP0vXt7LmN2") });
/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");

const harmless: Readonly<Record<string, Record<string, string>>> = {
    "no variables": {},
    "the ARN of a secret": { DB_PASSWORD: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd" },
    "the name of a secret": { DB_SECRET: "orders-db-credentials" },
    "the generated name of a secret": { API_TOKEN_SECRET: "orders-token-1a2b3c4" },
    "the path of a parameter": { API_KEY: "/orders/prod/api-key" },
    "settings of tokens": {
        TOKEN_TTL_SECONDS: "3600",
        MAX_TOKENS: "4096",
        TOKEN_ISSUER: "https://issuer.example.com/",
    },
    "AWS's own extension": { PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: "2773", SECRETS_MANAGER_TTL: "300" },
    "a public key": { PUBLIC_KEY: "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK8Q3v5" },
    "a URL without credentials": {
        WEBHOOK_URL: "https://hooks.example.com/orders",
        DATABASE_URL: "postgres://db.internal:5432/orders",
    },
    "a digest under a harmless name": {
        BUILD_HASH: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    },
    "a switch": { REQUIRE_PASSWORD: "true", PASSWORD_POLICY: "strict" },
    "a dynamic reference": { DB_PASSWORD: "{{resolve:secretsmanager:orders:SecretString:password}}" },
    "a template": { CONNECTION: "postgres://app:${PASSWORD}@db.internal/orders" },
};

const leaks: Readonly<Record<string, Record<string, string>>> = {
    "a password": { DB_PASSWORD: "correct-horse-battery" },
    "a password in camel case": { dbPassword: "hunter2hunter2" },
    "a random token": { AUTH_TOKEN: "q8Zr3kP0vXt7LmN2" },
    "a secret of random hexadecimal digits": { SESSION_SECRET: "4f3c2a1b9d8e7f60" },
    "a connection string with a password": {
        DATABASE_URL: joined("postgres://app:", "s3cr3tpass", "@db.internal:5432/orders"),
    },
    "an AWS access key id under any name": { BACKUP: joined("AKIA", "Q3EGRIGHTOEXAMPL") },
    "a private key": { CERT: joined("-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----") },
    "a signed token": {
        HEADER: joined("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTYifQ", ".c2lnbmF0dXJlc2lnbmF0dXJl"),
    },
};

testRule(rule, {
    valid: {
        "the ARN of a secret of this stack, whatever it is called": {
            ...stored,
            ...orders({ SETTING: ref("secret.arn"), DB_PASSWORD: ref("secret.arn") }),
        },
        "the ARN of a version whose secret is not known, under a name that says nothing": {
            ...stored,
            version: declare(SecretsManagerSecretVersion, {
                secretId: ref("secret.id"),
                secretString: unknown as never,
            }),
            ...orders({ SETTING: ref("version.arn") }),
        },
        "the ARN of a secret's version, under a name that says so": {
            ...stored,
            ...orders({ SECRET_ARN: ref("version.arn"), SECRET_VERSION_ID: ref("version.versionId") }),
        },
        "a setting that the SDK marks, as it marks every parameter": {
            plainParameter,
            ...orders({ TABLE: ref("plainParameter.value") }),
        },
        "a database's address beside the ARN of its secret": {
            ...stored,
            db: declare(RdsInstance, { instanceClass: "db.t4g.micro", engine: "postgres", password: "q8Zr3kP0vXt7" }),
            ...orders({ DB_HOST: ref("db.address"), DB_SECRET: ref("secret.arn") }),
        },
        "the name of a database whose password is the same word": {
            db: declare(RdsInstance, { instanceClass: "db.t4g.micro", dbName: "ordersdb", password: "ordersdb" }),
            ...orders({ DB_NAME: ref("db.dbName"), DB_FILE: "/data/ordersdb/current" }),
        },
        "a parameter's name": { parameter, ...orders({ API_KEY: ref("parameter.name") }) },
        "no environment": { role: "arn:aws:iam::111122223333:role/orders" },
        ...Object.fromEntries(Object.entries(harmless).map(([name, variables]) => [name, withVariables(variables)])),
        "an unknown under a harmless name": withVariables({ TABLE: unknown }),
        "a marked value that is an ARN": withVariables({ QUEUE: secret("arn:aws:sqs:eu-west-1:111122223333:orders") }),
        "a marked URL that wants a signature besides": withVariables({
            QUEUE: secret("https://sqs.eu-west-1.amazonaws.com/111122223333/orders"),
        }),
        "a marked URL that is an address alone": withVariables({ SHOP: secret("https://shop.example.com/") }),
    },
    invalid: {
        ...Object.fromEntries(
            Object.entries(leaks).map(([name, variables]) => [
                name,
                {
                    given: withVariables(variables),
                    reports: Object.keys(variables).map((key) => `environment.variables.${key}`),
                },
            ]),
        ),
        "a secret version's value": {
            given: { ...stored, ...orders({ SETTING: ref("version.secretString"), TABLE: "orders" }) },
            reports: ["orders: environment.variables.SETTING.password"],
        },
        "a random password, in a text": {
            given: { made, ...orders({ SETTING: ref("made.result", "user:", "@db") }) },
            reports: ["orders: environment.variables.SETTING"],
        },
        "the value of a SecureString": {
            given: { parameter, ...orders({ SETTING: ref("parameter.value") }) },
            reports: ["orders: environment.variables.SETTING"],
        },
        "a random password in JSON beside an ARN": {
            given: { made, ...stored, ...orders({ SETTING: json({ a: ref("made.result"), b: ref("secret.arn") }) }) },
            reports: ["orders: environment.variables.SETTING"],
        },
        "a value that the program marks secret": {
            given: withVariables({ GREETING: secret("anything at all") }),
            reports: ["environment.variables.GREETING"],
        },
        "a webhook's URL that the program marks secret": {
            given: withVariables({ NOTIFY_URL: secret("https://chat.example.com/hooks/1a2b3c4d") }),
            reports: ["environment.variables.NOTIFY_URL"],
        },
        "an unknown that the program marks secret": {
            given: withVariables({ CONFIG: secret(unknown) }),
            reports: ["environment.variables.CONFIG"],
        },
        "known beside unknown": {
            given: withVariables({ TABLE: unknown, DB_PASSWORD: "correct-horse-battery" }),
            reports: ["environment.variables.DB_PASSWORD"],
        },
    },
    undecided: {
        "variables of which not even the names are known": {
            given: { environment: { variables: unknown } },
            awaits: ["environment.variables"],
        },
        "an unknown under a secret's name": {
            given: withVariables({ DB_PASSWORD: unknown }),
            awaits: ["subject.environment.variables.DB_PASSWORD"],
        },
    },
});
