import {
    AcmCertificate,
    AwsProvider,
    DocDbElasticCluster,
    EventConnection,
    GlueConnection,
    MqBroker,
    RdsInstance,
    RestApiKey,
    type SecretInput,
    SecretsManagerSecret,
    SecretsManagerSecretVersion,
    secretInputs,
} from "../../../model/aws";
import { declare, randomPassword, ref, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/no-inline-passwords";
import { testRule } from "../../support/rule-tester";
import { inputsWith } from "../../support/trees";

const PASSWORD = "correct-horse";
const database = (inputs: object) => ({ orders: declare(RdsInstance, { username: "orders", ...inputs }) });
const broker = (password: unknown) => ({
    broker: declare(MqBroker, { users: [{ username: "orders", password: password as string }] }),
});
const connection = (authParameters: object) => declare(EventConnection, { authParameters });
const glue = (connectionProperties: Readonly<Record<string, string>>) =>
    declare(GlueConnection, { connectionProperties });
const header = (more: object) => ({
    invocationHttpParameters: { headers: [{ key: "X-Api-Key", value: PASSWORD, ...more }] },
});
const stored = declare(SecretsManagerSecret, { name: "orders/prod/db" });
const version = declare(SecretsManagerSecretVersion, {
    secretId: ref("stored.id"),
    secretString: secret("q8Zr3kP0vXt7"),
});
/** What a row needs besides the value to have a secret there. */
const besides = ({ isText, type }: SecretInput, path: string) => ({
    text: isText ? "jdbc:postgresql://db.internal:5432/orders?user=app&password=q8Zr3kP0vXt7" : PASSWORD,
    more: {
        ...(path.includes("HttpParameters") && { isValueSecret: true }),
        ...(type.token === AcmCertificate.token && { domainName: "orders.example.com" }),
    },
});

function rowCases<C>(of: (given: ReturnType<typeof declare>, at: string) => C, text?: string): Record<string, C> {
    return Object.fromEntries(
        secretInputs.flatMap((row) =>
            row.paths.map((path) => {
                const given = besides(row, path);
                const inputs = inputsWith(path, text ?? given.text, given.more);
                return [
                    `${row.type.token} ${path}`,
                    of(declare(row.type, inputs), path.replaceAll("[]", "[0]").replace(/\.\*$/, '["*"]')),
                ];
            }),
        ),
    );
}

testRule(rule, {
    valid: {
        "a provider in front of an emulator": {
            aws: declare(AwsProvider, { secretKey: PASSWORD, skipCredentialsValidation: true }),
        },
        "a provider that signs in by a profile": { aws: declare(AwsProvider, { profile: "orders" }) },
        ...rowCases((given) => given, "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd"),
        "AWS keeps it": database({ manageMasterUserPassword: true }),
        "a replica": database({ replicateSourceDb: "orders" }),
        "write-only": database({ passwordWo: PASSWORD, passwordWoVersion: 1 }),
        "an empty text": database({ password: "" }),
        "what CloudFormation resolves": database({
            password: "{{resolve:secretsmanager:orders:SecretString:password}}",
        }),
        "a secret's ARN where the type says so": {
            stored,
            cluster: declare(DocDbElasticCluster, { authType: "SECRET_ARN", adminUserPassword: ref("stored.arn") }),
        },
        "the ARN of a secret": { stored, ...database({ password: ref("stored.arn") }) },
        "a secret of the configuration where AWS takes nothing else": broker(secret(PASSWORD)),
        "a random password where AWS takes nothing else": {
            password: randomPassword,
            ...broker(ref("password.result")),
        },
        "a parameter of requests that is not said to be secret": connection(header({})),
        "a JDBC URL without credentials": glue({ JDBC_CONNECTION_URL: "jdbc:postgresql://db.internal:5432/orders" }),
        "the name of a secret": glue({ SECRET_ID: "orders/prod/db" }),
    },
    invalid: {
        ...rowCases((given, at) => ({ given, reports: [at] })),
        "a password beside a flag that is off": {
            given: database({ password: PASSWORD, manageMasterUserPassword: false }),
            reports: ["orders: password"],
            weighs: ["high"],
        },
        "a random password: the state has it": {
            given: { password: randomPassword, ...database({ password: ref("password.result") }) },
            reports: ["orders: password"],
            weighs: ["low"],
        },
        "a stored secret's value": {
            given: { stored, version, ...database({ password: ref("version.secretString") }) },
            reports: ["orders: password"],
            weighs: ["low"],
        },
        "a literal where AWS takes nothing else": {
            given: broker(PASSWORD),
            reports: ["broker: users[0].password"],
            weighs: ["high"],
        },
        "a parameter of requests that is said to be secret": {
            given: { partner: connection(header({ isValueSecret: "true" })) },
            reports: ["partner: authParameters.invocationHttpParameters.headers[0].value"],
            weighs: ["high"],
        },
        "a key's value that is not known yet": {
            given: declare(RestApiKey, { value: unknown }),
            reports: ["value"],
            weighs: ["low"],
        },
    },
    undecided: {
        "how an elastic cluster signs in": {
            given: {
                cluster: declare(DocDbElasticCluster, { authType: unknown, adminUserPassword: PASSWORD }),
            },
            awaits: ["cluster.authType"],
        },
    },
});
