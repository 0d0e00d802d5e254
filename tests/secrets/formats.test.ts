import assert from "node:assert/strict";
import { credentialFormats, credentialIn } from "../../model/secrets/formats";

/** Texts are put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const of = (alphabet: string) => (length: number) =>
    Array.from({ length }, (_, index) => alphabet[(index * 31 + index * index * 7 + length) % alphabet.length]).join(
        "",
    );
const hex = of("0123456789abcdef");
const mixed = of("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
const letters = of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
const upper = of("ABCDEFGHJKLMNPQRSTUVWXYZ23456789");
const uuid = `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;

const samples: Readonly<Record<string, readonly string[]>> = {
    "an AWS access key id": [joined("AKIA", "Q3EGRIGHTOEXAMPL"), joined("ASIA", "Q3EGRIGHTOEXAMPL")],
    "an AWS session token": [joined("IQoJb3JpZ2luX2Vj", mixed(120))],
    "a Bedrock API key": [joined("ABSK", mixed(128))],
    "a private key": [joined("-----BEGIN OPENSSH ", "PRIVATE KEY-----\nMIIE")],
    "a signed token (JWT)": [joined("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTYifQ", ".", mixed(43))],
    "a connection string with a password": [
        joined("postgres://app:", "s3cr3tpass", "@db.internal/orders"),
        joined("redis://:", "s3cr3tpass", "@cache:6379"),
        joined("Server=db;User ID=app;Password=", "s3cr3tpass", ";"),
    ],
    "a GitHub token": [
        joined("ghp_", mixed(36)),
        joined("github_pat_", mixed(82)),
        joined("ghs_12_", "eyJ", mixed(400)),
    ],
    "a GitLab token": [
        joined("glpat-", mixed(20)),
        joined("glpat-", mixed(27), ".01.", hex(9)),
        joined("gloas-", hex(64)),
        joined("GR1348941", mixed(20)),
    ],
    "a Slack token": [joined("xoxb-", mixed(20)), joined("xapp-1-", upper(10), "-123456-", hex(64))],
    "a webhook's URL": [
        joined("https://hooks.slack.com/services/T", upper(8), "/B", upper(8), "/", mixed(24)),
        joined("https://discord.com/api/webhooks/123456789012345678/", mixed(68)),
    ],
    "a Stripe secret key": [joined("sk_live_", mixed(24)), joined("whsec_", mixed(32))],
    "a Google API key": [joined("AIza", mixed(35))],
    "a Google OAuth client secret": [joined("GOCSPX-", mixed(28))],
    "a Google access token": [joined("ya29.", mixed(60))],
    "a Google refresh token": [joined("1//0", mixed(60))],
    "a client secret of Microsoft Entra ID": [joined("HOK8Q~", mixed(34))],
    "a shared access signature": [joined("sv=2024-11-04&se=2027-06-01&sig=", mixed(43), "%3D")],
    "a SendGrid API key": [joined("SG.", mixed(22), ".", mixed(43))],
    "an OpenAI API key": [joined("sk-proj-", mixed(40)), joined("sk-", mixed(20), "T3BlbkFJ", mixed(20))],
    "an Anthropic API key": [joined("sk-ant-api03-", mixed(40))],
    "an npm token": [joined("npm_", mixed(36))],
    "a Pulumi access token": [joined("pul-", hex(40))],
    "a bearer or basic authorization header": [joined("Bearer ", mixed(30))],
    "a Brevo key": [joined("xkeysib-", hex(64), "-", mixed(16))],
    "a Mailgun API key": [joined("key-", hex(32))],
    "a Mailchimp API key": [joined(hex(32), "-us12")],
    "a Braintree access token": [joined("access_token$production$", hex(16), "$", hex(32))],
    "a Plaid access token": [joined("access-production-", uuid)],
    "a Square access token": [joined("EAAA", mixed(60)), joined("sq0csp-", mixed(43))],
    "a Shopify token": [joined("shpat_", hex(32))],
    "a Docker Hub token": [joined("dckr_pat_", mixed(27))],
    "a Postman API key": [joined("PMAK-", hex(24), "-", hex(34))],
    "a Sourcegraph token": [joined("sgp_", hex(16), "_", hex(40)), joined("sgp_", hex(40))],
    "a Supabase key": [joined("sb_secret_", mixed(31)), joined("sbp_", hex(40))],
    "a secret key of a vendor": [
        joined("acme_sk_", hex(40)),
        joined("acme_api_", mixed(40)),
        joined("acme_private_live_", mixed(40)),
        joined("acme_", mixed(8), "_", mixed(24)),
    ],
    "a secret key": [
        joined("secret_", mixed(32)),
        joined("secret_live_", mixed(32)),
        joined("secret_test_", mixed(8), ".", mixed(32)),
    ],
    "an Nx Cloud token": [Buffer.from(`${uuid}|read-write`).toString("base64")],
    "an age identity": [joined("AGE-SECRET-KEY-1", of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")(58))],
    "a Vault token": [joined("hvs.", mixed(90)), joined("hvb.", mixed(120))],
    "an HCP Terraform token": [joined(mixed(14), ".atlasv1.", mixed(67))],
    "a Sentry token": [joined("sntryu_", hex(64)), joined("sntrys_", "eyJ", mixed(120))],
    "a LaunchDarkly key": [joined("sdk-", uuid), joined("api-", uuid)],
    "a DigitalOcean token": [joined("dop_v1_", hex(64)), joined("doo_v1_", hex(64))],
    "a Fly.io token": [joined("FlyV1 fm2_", mixed(200))],
    "a Replicate token": [joined("r8_", mixed(37))],
    "a Hugging Face token": [joined("hf_", letters(34))],
    "a Groq API key": [joined("gsk_", mixed(52))],
    "a LangSmith key": [joined("lsv2_pt_", hex(32), "_", hex(10))],
    "an Airtable token": [joined("pat", mixed(14), ".", hex(64))],
    "a Dropbox token": [joined("sl.", mixed(140))],
    "a Notion token": [joined("ntn_", mixed(46))],
    "a Linear API key": [joined("lin_api_", mixed(40))],
    "a Figma token": [joined("figd_", mixed(40))],
    "an Atlassian API token": [joined("ATATT3xFf", mixed(180))],
    "a Databricks token": [joined("dapi", hex(32))],
    "a Grafana token": [joined("glsa_", mixed(32), "_", hex(8))],
    "a New Relic key": [joined("NRAK-", upper(27))],
    "a Dynatrace token": [joined("dt0c01.", upper(24), ".", upper(64))],
    "an authorization token of Amazon ECR": [Buffer.from(`AWS:eyJwYXlsb2FkIjoi${mixed(200)}`).toString("base64")],
    "a token of an EKS cluster": [joined("k8s-aws-v1.aHR0cHM6Ly", mixed(200))],
    "a token to join a swarm": [joined("SWMTKN-1-", hex(50), "-", hex(25))],
    "a CircleCI token": [joined("CCIPAT_", mixed(22), "_", hex(40))],
    "a Tableau token": [joined(mixed(22), "==:", mixed(32))],
    "a secret key of Yandex Cloud": [joined("YC", mixed(38))],
    "an access token of Meta Horizon": [joined("OC|", "1234567890987654", "|", hex(32))],
    "a Doppler token": [joined("dp.pt.", mixed(43)), joined("dp.st.dev.", mixed(43))],
    "a PyPI token": [joined("pypi-AgE", mixed(100))],
    "a RubyGems key": [joined("rubygems_", hex(48))],
    "a Tailscale key": [joined("tskey-auth-", mixed(12), "-", mixed(32))],
    "a Telegram bot's token": [joined("123456789:AA", mixed(33))],
    "a Discord bot's token": [joined("M", mixed(23), ".", mixed(6), ".", mixed(30))],
};

describe("the formats of secrets", () => {
    it("have a source each", () => {
        for (const { what, source } of credentialFormats()) assert.ok(source.startsWith("https://"), what);
    });
    it("have anchors of three letters or more", () => {
        for (const { what, anchors } of credentialFormats())
            for (const anchor of anchors) assert.ok(anchor.length >= 3, `${what}: ${anchor}`);
    });
    for (const [what, texts] of Object.entries(samples))
        for (const [index, text] of texts.entries()) {
            it(`tell ${what} (${index + 1})`, () => assert.equal(credentialIn(text), what));
            if (/^[\w-]+$/.test(text))
                it(`tell no ${what} in a part of a longer text (${index + 1})`, () =>
                    assert.equal(credentialIn(`A${text}`), undefined));
        }
    it("tell a GitLab token with an instance's own prefix", () =>
        assert.equal(credentialIn(joined("acme-glpat-", mixed(20))), "a GitLab token"));
    it("tell a key that begins with a name which somebody gave it", () =>
        assert.equal(credentialIn(joined("orders_prod-", uuid, "-", uuid), "NOTIFY_URL"), "a key of GOV.UK Notify"));
    it("tell a key that anything else may look like by what stands near", () =>
        assert.equal(credentialIn(joined(hex(24), ".", hex(32)), "CODEFRESH_SETTING"), "a Codefresh key"));
    const harmless: Readonly<Record<string, string>> = {
        "the access key of AWS's documentation": "AKIAIOSFODNN7EXAMPLE",
        "a key that somebody crossed out": joined("sk_live_", "X".repeat(24)),
        "a publishable key": joined("pk_live_", mixed(24)),
        "Supabase's key for browsers": joined(
            "eyJhbGciOiJIUzI1NiJ9.",
            Buffer.from(JSON.stringify({ role: "anon", iss: "supabase" })).toString("base64url"),
            `.${mixed(43)}`,
        ),
        "a URL with a user alone": "http://user@metrics.internal:9090",
        "a Sentry DSN": joined("https://", hex(32), "@o1.ingest.sentry.io/2"),
        "a repository": "git@github.com:acme/orders.git",
        "a page of a user": "https://medium.com/@acme/how-we-ship-9f2c1a7b3d5e",
        "a UUID": uuid,
        "a digest": hex(64),
        "a key's id of Twilio": joined("TWILIO_API_KEY_SID=SK", hex(32)),
        "a role's id": joined("AROA", upper(17)),
        "a template": "postgres://app:${PASSWORD}@db.internal/orders",
        "integrated security": "Server=db;Database=orders;Integrated Security=true",
    };
    for (const [name, text] of Object.entries(harmless))
        it(`leave out ${name}`, () => assert.equal(credentialIn(text), undefined));
});
