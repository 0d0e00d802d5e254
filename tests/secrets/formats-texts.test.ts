import assert from "node:assert/strict";
import { credentialFormats, credentialIn, credentialsIn, isAwsSecretKey } from "../../model/secrets/formats";
import { textsOf } from "./tokens";

const joined = (...parts: readonly string[]) => parts.join("");
const one = (form: RegExp) => textsOf(form, 1)[0] ?? "";
const random = one(/[A-Za-z0-9]{32}/);
const secret = one(/[a-z][A-Z]\d[A-Za-z0-9+/]{36}[A-Z]/);
const hex40 = one(/[0-9a-f]{40}/);
const hex64 = one(/[0-9a-f]{64}/);
const uuid = one(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/);
const password = "w1nter-Tide";
const id = joined("AK", "IA", one(/[A-Z0-9]{16}/));
const connection = "a connection string with a password";
const webhook = "a webhook's URL";
const header = "a bearer or basic authorization header";

/** Connection strings, URLs and headers: what they are told as. */
const texts: readonly (readonly [what: string, text: string])[] = [
    ...[
        `postgres://app:${password}@db.internal:5432/orders`,
        `redis://:${password}@cache:6379`,
        `rediss://default:${password}@cache.acme.dev:6380/0`,
        `mongodb+srv://app:${password}@cluster0.ab1cd.mongodb.net/orders`,
        `amqps://app:${password}@mq.internal/vhost`,
        `smtps://mailer%40acme.dev:${password}@smtp.acme.dev:465`,
        `mqtts://device:${password}@broker.acme.dev`,
        `ldaps://cn=app,dc=acme:${password}@ldap.internal`.replace(",dc=acme", ""),
        `ftp://drop:${password}@ftp.partner.io/in`,
        `cloudinary://123456789012345:${random}@acme`,
        `https://x-access-token:${random}@github.com/acme/orders.git`,
        joined("s3://", id, ":", secret, "@bucket/path"),
        `jdbc:postgresql://db.internal/orders?user=app&password=${password}`,
        `jdbc:oracle:thin:app/${password}@//db.internal:1521/orders`,
        `jdbc:sqlserver://db.internal:1433;databaseName=orders;user=app;password=${password};`,
        `Server=tcp:db.internal,1433;Database=orders;User ID=app;Password=${password};`,
        `Driver={PostgreSQL};Server=db.internal;Uid=app;Pwd=${password};`,
        `Data Source=db;User Id=app;Password=${password}`,
        `cache.acme.dev:6380,password=${random}=,ssl=True`,
        `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${random}=`,
        `Endpoint=https://acme.service.signalr.net;AccessKey=${random}=;Version=1.0;`,
        `endpoint=https://acme.communication.azure.com/;accesskey=${random}==`,
        `app:${password}@tcp(db.internal:3306)/orders?parseTime=true`,
        `mysql://app:${password}@/orders?unix_socket=/tmp/mysql.sock`,
        `Driver={ODBC Driver 18 for SQL Server};Server=db.internal;Uid=app;Pwd={${password}};`,
    ].map((text) => [connection, text] as const),
    [
        "a connection string of App Configuration",
        `Endpoint=https://acme.azconfig.io;Id=k3f9:${random};Secret=${random}=`,
    ],
    ["a URL with a token", `https://${random}@git.acme.dev/orders.git`],
    ["a URL with a token", `https://${random}:@api.acme.dev/v1`],
    [webhook, joined("https://hooks.slack.com/", "services/T0AB1CD2E/B0AB1CD2E/", random.slice(0, 24))],
    [webhook, joined("https://discord.com/api/", "webhooks/123456789012345678/", random, random, random.slice(0, 4))],
    [
        webhook,
        joined("https://acme.webhook.office.com/", `webhookb2/${uuid}@${uuid}/IncomingWebhook/${random}/${uuid}`),
    ],
    [
        webhook,
        joined("https://hooks.slack.com/", "workflows/T0AB1CD2E/A0AB1CD2E/123456789012345678/", random.slice(0, 24)),
    ],
    ["a private key in XML", `<RSAKeyValue><Modulus>${random}</Modulus><D>${random}${random}==</D></RSAKeyValue>`],
    ["a collector's URL", `https://collectors.sumologic.com/receiver/v1/http/${random}${random}==`],
    [webhook, `https://chat.googleapis.com/v1/spaces/AAAAbCdEf/messages?key=${random}&token=${random}`],
    [webhook, "https://hooks.zapier.com/hooks/catch/1234567/b2x9k3q/"],
    [webhook, `https://hook.eu1.make.com/${random.toLowerCase()}`],
    [webhook, `https://maker.ifttt.com/trigger/order/with/key/${random}`],
    [webhook, joined("https://oapi.dingtalk.com/robot/send?access", `_token=${hex64}`)],
    [webhook, `https://open.feishu.cn/open-apis/bot/v2/hook/${uuid}`],
    [webhook, `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid}`],
    [webhook, "https://chat.acme.dev/hooks/x1y2z3k4q5w6e7r8t9y1u2i3o4"],
    [
        "a shared access signature",
        `https://acme.blob.core.windows.net/a?sv=2024-11-04&se=2027-01-01&sig=${random}${random.slice(0, 11)}%3D`,
    ],
    [
        "a shared access signature",
        `https://prod-1.westeurope.logic.azure.com/workflows/a/triggers/manual/paths/invoke?sp=x&sv=1.0&sig=${random}${random.slice(0, 11)}`,
    ],
    ["a URL with a function's key", `https://acme.azurewebsites.net/api/orders?code=${random}${random}==`],
    [
        "a signed URL",
        `https://acme.s3.amazonaws.com/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=${hex64}`,
    ],
    ["a signed URL", `https://storage.googleapis.com/acme/a?X-Goog-Expires=900&X-Goog-Signature=${hex64.repeat(8)}`],
    [
        "a signed URL",
        `https://cdn.acme.dev/a?Expires=1767225600&Signature=${random.repeat(8)}__&Key-Pair-Id=K2JCJMDEHXQW5F`,
    ],
    [header, `Bearer ${random}`],
    [header, `Authorization: Bearer ${random}`],
    [header, `curl -H 'Authorization: Bearer ${random}' https://api.acme.dev`],
    [header, joined("Basic ", Buffer.from(`acme:${password}`).toString("base64"))],
    ["an authorization header", `Token ${hex40}`],
    ["an authorization header", `GenieKey ${uuid}`],
    ["a private key", joined("-----BEGIN RSA ", "PRIVATE KEY-----\\nMIIE")],
    ["a private key", joined("-----BEGIN ENCRYPTED ", "PRIVATE KEY-----")],
    ["a private key", joined("-----BEGIN OpenVPN ", "Static key V1-----")],
    ["a private key", joined("PuTTY-User-Key-", "File-3: ssh-ed25519")],
    [
        "a private key in base64",
        Buffer.from(joined("-----BEGIN OPENSSH ", "PRIVATE KEY-----\nMIIE")).toString("base64"),
    ],
    ["a key pair of WireGuard", joined("[Interface]\nPrivate", `Key = ${random}${random.slice(0, 11)}=`)],
    ["a signed token (JWT)", joined("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiI0MiIsInJvbGUiOiJhIn0", ".", random)],
    ["an AWS secret access key", joined("aws_secret_access_", `key = ${secret}`)],
    [
        "an AWS secret access key",
        JSON.stringify({ [joined("Secret", "AccessKey")]: secret }).replace("Secret", "secret"),
    ],
    ["an Unleash token", `*:production.${hex64}`],
    ["a token to join a cluster", joined("kubeadm join 10.0.0.1:6443 --token ", "k3f9q2.w8zr1k3f9q2w8zr1")],
];

describe("connection strings, URLs, headers and keys", () => {
    for (const [index, [what, text]] of texts.entries())
        it(`hold ${what} (${index + 1})`, () => {
            for (const written of [text, `SETTING_A=${text}`, `'${text}'`].slice(0, /[\n']/.test(text) ? 1 : 3))
                assert.ok(
                    credentialsIn(written).some((found) => found.what === what),
                    `${written}: ${credentialIn(written)}`,
                );
        });
});

describe("a secret key of AWS", () => {
    const what = "an AWS secret access key";
    const tells = (text: string) => credentialsIn(text).some((found) => found.what === what);
    it("is told beside the id of a key, with its place", () => {
        const text = `[default]\nid = ${id}\nsecond = ${secret}\n`;
        const found = credentialsIn(text).find((credential) => credential.what === what);
        assert.equal(found && text.slice(found.index, found.index + found.length), secret);
    });
    it("is not told by its length alone", () => assert.equal(credentialIn(secret), undefined));
    it("is no digest beside the id of a key", () => assert.ok(!tells(`${id} ${hex40}`)));
    it("is no longer text beside it", () => assert.ok(!tells(`${id} ${secret}a`)));
    it("has letters of both cases and digits", () => {
        assert.ok(isAwsSecretKey(secret));
        for (const other of [hex40, secret.toLowerCase(), `/${secret.slice(1)}`, secret.slice(1)])
            assert.ok(!isAwsSecretKey(other));
    });
});

describe("a long text is searched soon", () => {
    const milliseconds = (text: string) => {
        const started = process.cpuUsage();
        credentialsIn(text);
        return process.cpuUsage(started).user / 1_000;
    };
    const anchors = [...new Set(credentialFormats().flatMap((format) => format.anchors))];
    it("of a megabyte that holds nothing", () => {
        const text = "export function handler(event){return other.call(event.body, 12)}\n".repeat(16_000);
        milliseconds(text);
        assert.ok(milliseconds(text) < 250);
    });
    for (const [how, unit] of Object.entries({
        "again and again": (anchor: string) => anchor,
        "with a blank": (anchor: string) => `${anchor} `,
        "with a dot": (anchor: string) => `${anchor}aaaa.`,
        "with a slash": (anchor: string) => `a${anchor}/`,
        "with letters": (anchor: string) => `${anchor}a1B-`,
    }))
        it(`of every anchor ${how}`, () => {
            // As long as a text grows, so long takes its search: a quadratic one would take seconds here.
            for (const anchor of anchors) {
                const text = unit(anchor).repeat(Math.ceil(20_000 / unit(anchor).length));
                assert.ok(milliseconds(text) < 400, anchor);
            }
        });
    for (const unit of [
        "a",
        "1-",
        "://",
        "://a:",
        "eyJ",
        "A",
        "0",
        "a1.",
        "1|",
        "=",
        "\\nsk-",
        "a@",
        "F-",
        ";password=",
    ])
        it(`of ${JSON.stringify(unit)}`, () =>
            assert.ok(milliseconds(unit.repeat(Math.ceil(1_000_000 / unit.length))) < 2_000));
});
