import assert from "node:assert/strict";
import fc from "fast-check";
import { isSecret } from "../../model/secrets";
import { isHarmless, isWordy } from "../../model/secrets/harmless";
import { UNKNOWN, Value } from "../../model/values";

/** Texts are put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const json = (value: unknown) => JSON.stringify(value);
const random = "q8Zr3kP0vXt7LmN2q8Zr3kP0";
const uuid = "6364c2b8-4bae-419e-ad5a-43e90d9fe833";
const pem = joined("-----BEGIN ", "PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----");

type Case = readonly [name: string, text: string];

const verdict = ([name, text]: Case) => {
    const { is, what, standIn } = isSecret(name, new Value(text, "value"));
    return is.is === "yes" ? (standIn ? "hint" : what) : is.is;
};

const byName = "a secret in plain text, by its name";
const secrets: Readonly<Record<string, readonly [...Case, string]>> = {
    "a password of a word": ["DB_PASS", "winter", byName],
    "a password that many choose": ["DB_PASSWORD", "dragon", byName],
    "a word with digits and a sign": ["DB_PASSWORD", "Tiger42!", byName],
    "a default word that keeps every rule": ["DB_PASSWORD", "Admin@2024", byName],
    "what is typed first, with a digit": ["DB_PASSWORD", "Welcome1", byName],
    "a default word with digits behind": ["DB_PASSWORD", "admin123", byName],
    "a default word as many spell it, with digits": ["DB_PASSWORD", "P@ssw0rd123", byName],
    "default words, with figures for letters": ["DB_PASSWORD", "my-s3cret-pass", byName],
    "a key of figures for letters": ["JWT_SECRET", "my-super-s3cret-key", byName],
    "digits alone": ["DB_PASSWORD", "49120847", byName],
    "a pin of four digits": ["DOOR_PIN_CODE", "4821", byName],
    "a passcode of four": ["GATE_PASSCODE", "4409", byName],
    "a secret of a word with digits": ["JWT_SECRET", "Tiger42", byName],
    "a secret of words that nothing is called by": ["APP_SECRET", "copper-lamp9", byName],
    "a secret of four words": ["ADMIN_SECRET", "purple monkey dishwasher hammer", byName],
    "a secret that people type": ["HASURA_GRAPHQL_ADMIN_SECRET", "winter", byName],
    "a password with a sign before it, as generators make them": ["SA_PASSWORD", "*OasHQvabzCnZiKD", byName],
    "a word that many choose, in a script": [
        "USER_DATA",
        "#!/bin/bash\nexport DB_PASSWORD='dragon'\n",
        "a secret in plain text, at DB_PASSWORD",
    ],
    "a word with digits, as a property of Java": [
        "JAVA_OPTS",
        "-Xmx1g -Ddb.password=Tiger42!",
        "a secret in plain text, at db.password",
    ],
    "words that make no sentence, in a script": [
        "USER_DATA",
        "export DB_PASSWORD='correct horse battery staple'",
        "a secret in plain text, at DB_PASSWORD",
    ],
    "a private key (JWK) between quotes": [
        "USER_DATA",
        `export KEY='{"kty":"oct","k":"${random}${random}"}'`,
        "a private key (JWK) in plain text",
    ],
    "a password with a sign before it": ["DB_PASSWORD", "$Munich2024", byName],
    "a password that begins as a regular expression does": ["DB_PASSWORD", "^AY_t%lNfD6~D*Jh", byName],
    "a password that begins as a selector does": ["DB_PASSWORD", "#Munich72", byName],
    "the first of an account's two keys": ["COSMOS_PRIMARY_KEY", random, byName],
    "a password of several words": ["SSH_PASSPHRASE", "saffron lantern drifts past harbor", byName],
    "a password that looks like a name": ["DB_PASSWORD", "correct-horse-battery", byName],
    "a token that is a UUID": ["POSTMARK_SERVER_TOKEN", uuid, byName],
    "a secret with slashes": ["S3_SECRET_ACCESS_KEY", joined("wJalrXUtnFEMI/K7MDENG/", "bPxRfiCYzQ83KxLp2v"), byName],
    "keys in a list": ["API_KEYS", `${random},${random}`, byName],
    "a key by its owner": ["WEATHER_KEY", "9f86d081884c7d659a2feaa0c55ad015", byName],
    "a key of nobody known, with letters of both cases and digits": ["LEGACY_KEY", random, byName],
    "a login": ["BASIC_AUTH", joined("acme:", "tmbyRQ-u6gmm"), byName],
    "a wallet's recovery phrase": [
        "WALLET_MNEMONIC",
        "orbit canyon velvet thunder maple pigeon lunar copper bridge saddle ocean winter",
        byName,
    ],
    "a password in JSON": [
        "SETTINGS",
        json({ region: "eu-west-1", database: { user: "app", password: random } }),
        "a secret in plain text, at database.password",
    ],
    "a key in a list of JSON": [
        "PARTNERS",
        json([{ name: "geo", apiKey: random }]),
        "a secret in plain text, at [0].apiKey",
    ],
    "a variable in JSON": [
        "VARS",
        json([{ name: "DB_PASSWORD", value: random }]),
        "a secret in plain text, at [0].value",
    ],
    "a document of secrets": ["API_KEYS", json({ acme: random }), "a secret in plain text, at acme"],
    "a token in JSON": ["SETTINGS", json({ forge: joined("glpat-", random) }), "a GitLab token in plain text"],
    "a login of a registry": [
        "DOCKER_CONFIG_JSON",
        json({ auths: { "registry.acme.dev": { auth: base64("acmebot:hunter2") } } }),
        "a login in base64 in plain text, at auths.registry.acme.dev.auth",
    ],
    "a private JWK": [
        "SIGNING",
        json({ kty: "EC", crv: "P-256", x: "dq3s", d: "eYgK" }),
        "a private key (JWK) in plain text",
    ],
    "a service account's key file": [
        "GOOGLE",
        json({ type: "service_account", private_key: pem, client_email: "a@b.iam.gserviceaccount.com" }),
        "a private key in plain text",
    ],
    "the same in base64": [
        "GOOGLE",
        base64(json({ type: "service_account", private_key: pem })),
        "a private key in base64 in plain text",
    ],
    "JSON with a password in base64": [
        "BOOT",
        base64(json({ user: "app", password: random })),
        "a secret in base64 in plain text, at password",
    ],
    "dotenv lines": ["ENV_FILE", `STAGE=prod\nDB_PASS='w1nter x'\n`, "a secret in plain text, at DB_PASS"],
    "YAML lines": [
        "CONFIG",
        `db:\n  host: db.internal\n  password: ${random}\n`,
        "a secret in plain text, at password",
    ],
    "an argument": ["ARGS", `--host db --password ${random} --batch 500`, "a secret in plain text, at password"],
    "a Java property": [
        "JAVA_OPTS",
        `-Xmx1g -Djavax.net.ssl.keyStorePassword=${random}`,
        "a secret in plain text, at javax.net.ssl.keyStorePassword",
    ],
    "an element": ["XML", `<c><password>${random}</password></c>`, "a secret in plain text, at password"],
    "a netrc": [
        "NETRC",
        `machine git.acme.dev\n  login ci\n  password ${random}\n`,
        "a secret in plain text, at password",
    ],
    "an npmrc": ["NPMRC", `//registry.npmjs.org/:_authToken=${random}`, "a secret in plain text, at _authToken"],
    "a key in a URL": ["URL", `https://api.acme.dev/x?api_key=${random}`, "a secret in plain text, at api_key"],
    "a header of OTLP": [
        "OTEL_EXPORTER_OTLP_HEADERS",
        `x-tenant=acme,api-key=${random}`,
        "a secret in plain text, at api-key",
    ],
    "a connection string": ["REDIS", `cache:6380,accessKey=${random},ssl=True`, "a secret in plain text, at accessKey"],
};

const hints: Readonly<Record<string, Case>> = {
    "a word to be changed": ["DB_PASSWORD", "changeme"],
    "the same in capitals": ["DB_PASSWORD", "CHANGE-ME!"],
    "the word itself": ["DB_PASSWORD", "password"],
    "the word as many spell it": ["DB_PASSWORD", "P@ssw0rd"],
    "a word to be changed with digits": ["DB_PASSWORD", "changeme123"],
    "a word for trying out with digits": ["DB_PASSWORD", "test1234"],
    "digits in their order": ["DB_PASSWORD", "123456"],
    "a product's default": ["RABBITMQ_DEFAULT_PASS", "guest"],
};

const harmless: Readonly<Record<string, Case>> = {
    "the version of a package": [
        "PACKAGES",
        json({ dependencies: { jsonwebtoken: "^9.0.2", "csrf-token": ">=1.2.0 <3" } }),
    ],
    "a key that somebody left out": ["GOOGLE_API_KEY", "AIzaXXXX"],
    "a password that somebody left out": ["DB_PASSWORD", "xxxx@123"],
    "an example with digits": ["DB_PASSWORD", "example123"],
    "a token that a domain's record has": ["DKIM_TOKEN", "v3gp4bmyh325nlj9ytmjhct51jp27qhj"],
    "a public key in DER": [
        "VERIFY_KEY",
        joined("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE", random, random, random, "q8Zr3kP0vXt7Lg=="),
    ],
    "a key of Amazon Location": ["LOCATION_KEY", joined("v1.public.eyJqdGkiOi", random, random)],
    "Branch's key for applications": ["BRANCH_KEY", joined("key_live_", "q8Zr3kP0vXt7LmN2q8Zr3kP0vXt7LmN2")],
    seconds: ["DB_PASSWORD", "3600"],
    "how many pins": ["PINS_COUNT", "4821"],
    "how long a pin is": ["PIN_LENGTH", "1234567"],
    "what letters are sorted by": ["DELIVERY_PIN_CODE", "560001"],
    "how long a passcode holds": ["PASSCODE_TTL", "3600"],
    "the name of a stored secret with a number": ["APP_SECRET", "orders-db2"],
    "a sentence of small words": ["DB_PASSWORD", "it will be set later"],
    "a path from home": ["SSH_KEY", "~/.ssh/id_ed25519"],
    "a secret that RDS manages": ["DB_SECRET", "rds!cluster-2f3e9c1a-7b44-4a0d-9d37-5f1f8f0c9b11"],
    "a file that Grafana reads": ["GRAFANA_TOKEN", "$__file{/etc/secrets/token}"],
    "a token of Paddle's for the browser": ["PADDLE_CLIENT_TOKEN", joined("live_", "7d279f61a3499fed520f7cd8c0a")],
    "Firebase's key for the browser": ["FIREBASE_API_KEY", joined("AIza", "SyD3f5G7h9J1k3L5m7N9p1Q3r5S7t9V1x3z")],
    "a web application's configuration": [
        "FIREBASE",
        json({ apiKey: joined("AIza", "SyD3f5G7h9J1k3L5m7N9p1Q3r5S7t9V1x3z"), authDomain: "acme.firebaseapp.com" }),
    ],
    "by what a page sends what visitors do": ["SEGMENT_WRITE_KEY", random],
    "an argument that hands on a variable": [
        "USER_DATA",
        "c = psycopg2.connect(host=host, user=user, password=password)",
    ],
    "a variable for one command": ["USER_DATA", "PGPASSWORD=$DB_PASSWORD psql -h db"],
    "a call": ["USER_DATA", 'password = json.loads(client.get_secret_value(SecretId="x")["SecretString"])["password"]'],
    "an ARN": ["DB_PASSWORD", "arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:orders-Ab12Cd"],
    "several ARNs": ["SECRET_LIST_TOKENS", "arn:aws:ssm:eu-west-1:1:parameter/a,arn:aws:ssm:eu-west-1:1:parameter/b"],
    "a name in lower camel": ["PARTNER_SECRET", "billingProviderCredentials"],
    "a name with the suffix of Secrets Manager": ["DB_SECRET", "orders-db-credentials-Ab12Cd"],
    "a name with the suffix of Pulumi": ["API_TOKEN_SECRET", "orders-token-1a2b3c4"],
    "an explanation": ["DB_PASSWORD", "injected at runtime"],
    "the name of a stored secret": ["DB_PASSWORD", "orders-db-password-Ab12Cd"],
    "a path": ["STRIPE_SECRET", "prod/orders/stripe-Ab12Cd"],
    "a path from the root": ["DB_PASSWORD", "/orders/prod/db-password"],
    "a dynamic reference": ["DB_PASSWORD", "{{resolve:secretsmanager:orders:SecretString:password}}"],
    "a reference to a vault": ["DB_PASSWORD", "op://vault/orders/password"],
    "a template": ["DB_PASSWORD", "${DB_PASSWORD}"],
    "a template within a key": ["REDIS_KEY", "orders:{id}:lock"],
    "a placeholder": ["API_KEY", "<your-api-key>"],
    "a placeholder of words": ["DB_PASSWORD", "REPLACE_ME"],
    "a placeholder of nothing": ["DB_PASSWORD", "********"],
    "a reference to Azure's Key Vault": [
        "DB_PASSWORD",
        "@Microsoft.KeyVault(SecretUri=https://acme.vault.azure.net/secrets/db)",
    ],
    "a mark for a deployment tool": ["DB_PASSWORD", "#{DbPassword}"],
    "a label": ["LABELS", json({ password: "Kennwort eingeben" })],
    "a kind of input": ["FORM", json({ password: "text", token: "string" })],
    "a rule": ["RULES", json({ password: "required|min:8" })],
    "a column": ["COLUMNS", json({ password: "password_hash" })],
    "a statement": ["QUERY", "UPDATE users SET password = :password WHERE token = ?"],
    "a ciphertext of KMS": ["API_KEY", joined("AQICAHhJ", random, random)],
    "a ciphertext of SOPS": ["DB_PASSWORD", "ENC[AES256_GCM,data:abc,iv:x,tag:y,type:str]"],
    "a publishable key": ["STRIPE_KEY", joined("pk_live_", random)],
    "a public key": ["SSH_KEY", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJk1 me@host"],
    "a public key under a key's name": [
        "JWT_SIGNING_KEY",
        "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
    ],
    "a key of AWS's documentation": ["AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
    "the id of a key in KMS": ["ENCRYPTION_KEY", uuid],
    "a user pool's client": ["COGNITO_CLIENT_ID", random],
    "a digest": ["BUILD_SHA", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"],
    "a digest under a key's name that nobody knows": ["LOOKUP_2_KEY", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"],
    "an object's key": ["S3_KEY", "exports/2026/11/Report2026Final.parquet"],
    "a switch": ["REQUIRE_PASSWORD", "strict"],
    "a duration": ["AUTH_TOKEN", "PT1H"],
    "an encoder": ["PASSWORD_ENCODER", "bcrypt"],
    "a hash of a password": ["ADMIN_PASSWORD", joined("$2b$12$", random, random)],
    "JSON without a secret": [
        "SETTINGS",
        json({ host: "db.internal", retries: 3, secretArn: "arn:aws:secretsmanager:a:1:secret:b" }),
    ],
    "JSON that says where secrets are": [
        "DB_SECRETS",
        json({ username: "orders_app1", password: "{{resolve:ssm:/orders/db}}" }),
    ],
    "federated credentials": [
        "GOOGLE_CREDENTIALS",
        json({
            type: "external_account",
            token_url: "https://sts.googleapis.com/v1/token",
            credential_source: { environment_id: "aws1" },
        }),
    ],
    "a policy of passwords in JSON": ["PASSWORD_POLICY", json({ minLength: 12 })],
    "a URL to be filled in": ["UNSUBSCRIBE_URL", "https://acme.dev/unsubscribe?token={{token}}"],
    "a password from standard input": ["COMMAND", "--password-stdin --user app"],
    "prose about passwords": ["DOCS", "password: the word that opens"],
    "instrumentation's connection string": [
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        `InstrumentationKey=${uuid};IngestionEndpoint=https://in.applicationinsights.azure.com/`,
    ],
    "MongoDB with a role of IAM": ["MONGO_URL", "mongodb+srv://cluster.acme.mongodb.net/?authMechanism=MONGODB-AWS"],
    "text in base64": ["GREETING", base64("a text of words, and of nothing else")],
};

describe("a value is suspected to be a secret", () => {
    for (const [title, [name, text, what]] of Object.entries(secrets))
        it(title, () => assert.equal(verdict([name, text]), what));
    for (const [title, given] of Object.entries(hints))
        it(`as a hint: ${title}`, () => assert.equal(verdict(given), "hint"));
    for (const [title, given] of Object.entries(harmless))
        it(`not: ${title}`, () => assert.equal(verdict(given), "no"));

    it("undecided where a secret's name has an unknown value", () =>
        assert.equal(isSecret("JWT_KEY", new Value(UNKNOWN, "value")).is.is, "undecided"));
    it("not where a harmless name has one", () =>
        assert.equal(isSecret("SORT_KEY", new Value(UNKNOWN, "value")).is.is, "no"));
});

describe("long texts and names are judged soon", () => {
    for (const unit of ["a", "1-", "&se=", "-a ", "://", "[", "a\n", " ,", "machine a "])
        it(`of ${JSON.stringify(unit)}`, function () {
            this.timeout(5_000);
            isSecret("API_KEY", new Value(unit.repeat(Math.floor(64_000 / unit.length)), "value"));
            isSecret(unit.repeat(1_000), new Value("text", "value"));
        });
});

describe("names and random texts are told apart", () => {
    const word = fc.constantFrom(
        "orders",
        "billing",
        "payment",
        "provider",
        "credentials",
        "db",
        "api",
        "key",
        "production",
        "webhook",
        "v2",
    );
    const separator = fc.constantFrom("-", "_", "/", ".");
    it("words with separators are a name, with or without a suffix", () =>
        fc.assert(
            fc.property(
                fc.array(word, { minLength: 2, maxLength: 5 }),
                separator,
                fc.stringMatching(/^[A-Za-z0-9]{6}$/),
                (words, by, suffix) => isWordy(words.join(by)) && isWordy(`${words.join(by)}-${suffix}`),
            ),
        ));
    it("words with humps are a name", () =>
        fc.assert(
            fc.property(
                fc.array(fc.constantFrom("Billing", "Provider", "Token", "Orders"), { minLength: 1, maxLength: 4 }),
                (words) => isWordy(`the${words.join("")}`),
            ),
        ));
    it("letters and digits at random are none", () =>
        fc.assert(
            fc.property(
                fc.stringMatching(/^[A-Za-z0-9]{20,40}$/),
                (text) => !/\d[A-Za-z]/.test(text) || !isWordy(text),
            ),
        ));
});

describe("a text of whatever length", () => {
    const huge: readonly string[] = [
        ...["a-".repeat(50_000), "!".repeat(100_000).concat("a"), "db".repeat(50_000), "A".repeat(100_000)],
        ...[joined("P", "1H".repeat(60_000), "!"), joined("https://", "a".repeat(100_000), " b")],
        ...[joined("pbkdf2:", "$".repeat(60_000), " "), joined("argon2", "_".repeat(100_000))],
        ...["-ab ".repeat(20_000), 'a="'.repeat(20_000), "eyJ".repeat(30_000), joined("-".repeat(60_000), "=x")],
    ];
    const marked = (text: string) => new Value(text, "value", { secrets: new Set(["value"]) });
    it("is judged in good time, as a value and as a name", () => {
        const started = process.cpuUsage();
        for (const text of huge)
            for (const name of ["password", "api_key", "x_auth", "mnemonic", text]) isSecret(name, marked(text));
        const { user } = process.cpuUsage(started);
        assert.ok(user < 5_000_000, `${Math.round(user / 1000)} ms`);
    });
    it("is a name by what stands at its end", () => {
        assert.equal(verdict([joined("a-".repeat(50_000), "password"), random]), "a secret in plain text, by its name");
        assert.equal(verdict([joined("password-", "x-".repeat(50_000), "table"), random]), "no");
    });
});

describe("a hash of a password or the name of its algorithm, and what looks like one", () => {
    const cases: readonly (readonly [string, boolean])[] = [
        ["pbkdf2_sha256$600000$salt$digest", true],
        ["argon2id$v=19$m=65536$salt", true],
        ["scrypt:32768:8:1$salt$digest", true],
        ["pbkdf2:sha256", true],
        ["pbkdf2:sha256$", false],
        ["scrypt:$", false],
        ["bcrypt:a$b c", false],
    ];
    for (const [text, isHash] of cases) it(`${text}: ${isHash}`, () => assert.equal(isHarmless(text), isHash));
});
