import { shaped, text, token } from "./format";

const VAULT = "https://developer.hashicorp.com/vault/docs/concepts/tokens";
const ORY = "https://www.ory.com/docs/concepts/personal-access-token";

/** Vaults, networks, and who somebody is. */
export const identity = [
    token(
        "an Authress access key",
        "sc_ ext_ scauth_ authress_",
        /[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[\w+/=-]{30,120}/,
        "https://authress.io/knowledge-base/docs/authorization/service-clients/secrets-scanning/",
    ),
    token(
        "a Defined Networking key",
        "dnkey-",
        /[A-Za-z0-9=_]{26}-[A-Za-z0-9=_]{52}/,
        "https://docs.defined.net/guides/rotating-api-keys/",
    ),
    token("a Vault token", "hvs. hvb. hvr.", /[\w-]{24,}/, VAULT),
    {
        ...shaped("a Vault token", /s\.[A-Za-z0-9]{24}/, VAULT, "mixed"),
        // As a text of its own: in code, a property of something called `s` may be as long.
        after: /(?<=^|["'])/,
    },
    token(
        "a Doppler token",
        "dp.pt. dp.st. dp.ct. dp.sa. dp.said. dp.scim. dp.scrt. dp.audit.",
        /(?:[\w-]{1,40}\.)?[A-Za-z0-9]{38,46}/,
        "https://docs.doppler.com/docs/service-tokens",
    ),
    token(
        "an Infisical token",
        "st.",
        /[0-9a-f-]{24,36}\.[0-9a-f]{32}\.[0-9a-f]{32}/,
        "https://infisical.com/docs/documentation/platform/token",
    ),
    token("a 1Password token", "ops_", /eyJ[\w+/=-]{100,}/, "https://developer.1password.com/docs/service-accounts/"),
    token(
        "a 1Password secret key",
        "A3-",
        /[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}/,
        "https://support.1password.com/secret-key-security/",
    ),
    shaped(
        "a Bitwarden token",
        /0\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.[A-Za-z0-9]{28,32}:[A-Za-z0-9+/]{20,24}={0,2}/,
        "https://bitwarden.com/help/access-tokens/",
    ),
    token(
        "a Tailscale key",
        "tskey-auth- tskey-api- tskey-client- tskey-scim- tskey-webhook- tskey-",
        /[A-Za-z0-9]{6,20}-[A-Za-z0-9]{20,}/,
        "https://tailscale.com/kb/1252/key-prefixes",
    ),
    token("a Headscale key", "hskey-", /[\w-]{30,}/, "https://headscale.net/"),
    token(
        "a NetBird token",
        "nbp_ nbs_",
        /[A-Za-z0-9]{32,44}/,
        "https://docs.netbird.io/how-to/access-netbird-public-api",
    ),
    shaped(
        "an ngrok token",
        /[123][A-Za-z0-9]{26}_[A-Za-z0-9]{19,22}/,
        "https://ngrok.com/docs/agent/#authtokens",
        "mixed",
    ),
    token(
        "a Boundary token",
        "at_",
        /[A-Za-z0-9]{10}_[A-Za-z0-9]{100,}/,
        "https://developer.hashicorp.com/boundary/docs/",
    ),
    shaped(
        "an Okta token",
        /00[\w-]{40}/,
        "https://developer.okta.com/docs/guides/create-an-api-token/main/",
        "mixed",
        true,
    ),
    token(
        "a Stytch secret",
        "secret-live- secret-test-",
        /[\w-]{30,44}={0,2}/,
        "https://stytch.com/docs/api/authentication",
    ),
    token("an Ory token", "ory_pat_ ory_at_ ory_rt_ ory_st_ ory_ac_ ory_wak_ ory_apikey_", /[\w.-]{24,}/, ORY),
    token("a Permit key", "permit_key_", /[A-Za-z0-9]{40,120}/, "https://docs.permit.io/overview/connecting-your-app"),
    token("a JumpCloud key", "jca_", /[A-Za-z0-9]{32,44}/, "https://jumpcloud.com/support/jumpcloud-apis1"),
    token(
        "a token of OpenShift",
        "sha256~",
        /[\w-]{43}/,
        "https://docs.openshift.com/container-platform/latest/authentication/",
    ),
    token(
        "a token by RFC 8959",
        "secret-token:",
        /[\w%.~!$&'()*+,;=:@-]{12,200}/,
        "https://www.rfc-editor.org/rfc/rfc8959",
    ),
    token(
        "a PASETO token",
        "v1.local. v2.local. v3.local. v4.local. v1.public. v2.public. v3.public. v4.public.",
        /[\w-]{40,}(?:\.[\w-]+)?/,
        "https://paseto.io/",
        // Keys of Amazon Location, which the pages of a site have.
        { unless: /v1\.public\.eyJqdGkiOi/ },
    ),
    token("a Warrant key", "api_prod_ api_test_", /[A-Za-z0-9_=-]{30,60}/, "https://docs.workos.com/fga"),
    token(
        "an Onfido token",
        "api_live. api_sandbox. api_live_us. api_live_ca. api_sandbox_us. api_sandbox_ca.",
        /[\w-]{11}\.[\w-]{32}/,
        "https://documentation.onfido.com/api/latest/#api-tokens",
    ),
    token(
        "a private key of Nostr",
        "nsec1",
        /[02-9ac-hj-np-z]{58}/,
        "https://github.com/nostr-protocol/nips/blob/master/19.md",
    ),
    token(
        "a macaroon",
        // "00", the length of a packet and "location".
        "MDAw MDAx MDAy MDAz MDA0 MDA1",
        /[A-Za-z0-9]{2}xvY2F0aW9u[\w+/-]{60,}/,
        "https://research.google/pubs/macaroons-cookies-with-contextual-caveats-for-decentralized-authorization-in-the-cloud/",
    ),
    text(
        "a secret key of Django",
        ["django-insecure-"],
        /[\w!@#$%^&*(=+)-]{40,60}/,
        "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
        { is: "random" },
    ),
    text(
        "an application's key of Laravel",
        ["base64:"],
        /[A-Za-z0-9+/]{43}=(?![\w=])/,
        "https://laravel.com/docs/encryption#configuration",
        { after: /(?<![\w-])/, is: "mixed", weak: true },
    ),
    token("a secret of hCaptcha", "ES_", /[0-9a-f]{32}/, "https://docs.hcaptcha.com/configuration"),
];
