import assert from "node:assert/strict";
import { isSecretName } from "../../model/secrets";
import { type Promised, promiseOf } from "../../model/secrets/names";
import { wordsOf } from "../../model/secrets/words";

const secret: Readonly<Record<Exclude<Promised, "vague">, string>> = {
    password: `PGPASSWORD DBPASSWORD DB_PASSWORD dbPassword db-password PASSWORD1 PASSWORDS DB_PASS DB_PW MYSQL_PWD ACMEPASSWORD userpass
        RABBITMQ_DEFAULT_PASS SSH_PASSPHRASE DB_PASSWORD_PROD PostgreSQLPassword password-1a2b3c4`,
    secret: `API_KEY API_KEY2 API_KEYS apiKey APIKEY X_API_KEY TOKENS CLIENTSECRET ACCESSTOKEN SECRETKEY JWTSECRET SECRET_KEY_BASE
        TOKEN_GITHUB GitHubToken OAuthToken awsSecretAccessKey PRIVATE_KEY_BASE64 PARTNER_API_KEY_V2 DB_CREDENTIALS CREDS
        AZURE_CLIENT_SECRET_OLD VERIFY_TOKEN LOG_TOKEN HASH_SECRET`,
    key: `GITHUB_PAT GITHUBPAT BASIC_AUTH JWT_KEY APP_KEY STRIPE_KEY OPENAI_KEY SENDGRID_KEY MAILGUN_KEY jwtkey openAiKey FERNET_KEY
        ENCRYPTION_KEY SIGNING_KEY APNS_KEY_B64`,
    phrase: "WALLET_MNEMONIC SEED_PHRASE recoveryPhrase",
};

const harmless = `TOKEN_URL SECRET_NAME SECRET_NAMES SECRET_ARN secretArn DB_PASSWORD_SECRET_ARN KEYSPACE PASSENGER PASSENGERS TOKENIZER
    TOKENIZATION MONKEY MONKEY_PATCH DONKEY_COUNT TURKEY HOCKEY WHISKEY JOCKEY HOTKEY KEYBOARD KEYWORDS KEYFRAME PASSKEY PUBLIC_KEY PUBLICKEY
    NEXT_PUBLIC_API_KEY STRIPE_PUBLISHABLE_KEY PARTITION_KEY SORT_KEY sortKey CACHE_KEY KMS_KEY KMSKEY KMS_KEY_ID S3_KEY ROUTING_KEY
    RECAPTCHA_SITE_KEY INSTRUMENTATION_KEY MAX_TOKENS STOP_TOKENS EOS_TOKEN NEXT_PAGE_TOKEN TOKEN_TTL accessTokenTtl TOKEN_VALIDITY_DAYS
    AUTHOR AUTHORITY AUTHORIZER AUTH_MODE COMPASS BYPASS TRESPASS SURPASS PASSAGE PASSPORT PATH PATTERN PATIENT EXPAT PWD OLDPWD
    PASSWORD_ENCODER PASSWORD_HASH PASSWORD_POLICY PASSWORDPOLICY PASSWORD_MIN_LENGTH PASSWORDLESS SECRETARY SACRED SECRETS_BACKEND
    API_KEY_HEADER API_KEY_REQUIRED CREDENTIAL_SOURCE GRANT_TYPE SALT_ROUNDS SESSION_TABLE USER_NAME CONNECTION_STRING DB_HOST`;

const vague = "LEGACY_KEY KEY PAT AUTH TOKEN_KEY PASSWORD_KEY REQUIRE_PASSWORD VALIDATE_API_KEY DB_PASSWORD_WAREHOUSE";

const each = (names: string) => names.split(/\s+/).filter((name) => name !== "");

describe("the names of secrets", () => {
    for (const [promised, names] of Object.entries(secret))
        for (const name of each(names))
            it(`${name} promises a ${promised}`, () => {
                assert.equal(promiseOf(name), promised);
                assert.ok(isSecretName(name));
            });
    for (const name of each(harmless)) it(`${name} promises none`, () => assert.equal(promiseOf(name), undefined));
    for (const name of each(vague))
        it(`${name} may be one of either`, () => {
            assert.equal(promiseOf(name), "vague");
            assert.ok(!isSecretName(name));
        });
});

describe("the words of a name", () => {
    const cases: Readonly<Record<string, string>> = {
        dbPassword: "db password",
        DB_PASSWORDS: "db password",
        DBPASSWORD: "db password",
        API_KEY2: "api key 2",
        "x-api-key": "x api key",
        SHA256_SUM: "sha256 sum",
        HTTPSToken: "https token",
        ACMETOKENS: "acme token",
        MONKEY: "monkey",
        BYPASS: "bypass",
        STATUS: "status",
        "": "",
    };
    for (const [name, words] of Object.entries(cases))
        it(`of ${name || "none"} are ${words || "none"}`, () => assert.equal(wordsOf(name).join(" "), words));
});
