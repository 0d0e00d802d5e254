/**
 * Formats by which a value is a credential whatever it is called: published prefixes, encodings and connection strings.
 * Only formats that nothing else has; length alone never counts.
 */
export interface SecretFormat {
    /** Words that end "holds …", with their article. */
    readonly what: string;
    readonly pattern: RegExp;
    readonly source: string;
}

/** A token as a whole: not a part of a longer one. */
function token(format: RegExp): RegExp {
    return new RegExp(`(?<![\\w-])(?:${format.source})(?![\\w-])`);
}

/** Half of what signs requests to AWS. */
export const AWS_ACCESS_KEY_ID = "an AWS access key id";

export const secretFormats: readonly SecretFormat[] = [
    {
        what: AWS_ACCESS_KEY_ID,
        pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes",
    },
    {
        what: "a private key",
        pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/,
        source: "https://www.rfc-editor.org/rfc/rfc7468",
    },
    {
        what: "a signed token (JWT)",
        pattern: /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}/,
        source: "https://www.rfc-editor.org/rfc/rfc7519",
    },
    {
        what: "a connection string with a password",
        // A scheme is short: unbounded, the search through a long text without one would be quadratic.
        pattern: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@?#]*:(?!\*+@|\$\{|<|\{\{)[^\s/@?#]{3,}@[^\s/]+/i,
        source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
    },
    {
        what: "a connection string with a password",
        pattern:
            /(?:^|;|\s|&|\?)(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*(?!\$\{|\{\{|<|[:@?%]|\*+(?:;|$))[^\s;&]{3,}/i,
        source: "https://learn.microsoft.com/dotnet/api/system.data.sqlclient.sqlconnection.connectionstring",
    },
    {
        what: "a Google API key",
        pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/,
        source: "https://cloud.google.com/docs/authentication/api-keys",
    },
    {
        what: "a bearer or basic authorization header",
        pattern: /^(?:Bearer|Basic)\s+[A-Za-z0-9+/=_.-]{16,}$/,
        source: "https://www.rfc-editor.org/rfc/rfc7235",
    },
    {
        what: "a GitHub token",
        pattern: token(/gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,}|ghs_[A-Za-z0-9]+_eyJ[\w.-]{100,}/),
        source: "https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
    },
    {
        what: "a GitLab token",
        pattern: token(
            /gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|agent|imt|wt)-[\w-]{20,}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?|gloas-[0-9a-f]{64}|GR1348941[\w-]{20}/,
        ),
        source: "https://docs.gitlab.com/security/tokens/#token-prefixes",
    },
    {
        what: "a Slack token",
        pattern: token(/xox[abeoprs]-[\w-]{10,}|xapp-\d-[A-Z0-9]+-\d+-[0-9a-f]{64}/),
        source: "https://api.slack.com/concepts/token-types",
    },
    {
        what: "a Stripe secret key",
        pattern: token(/(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{24,}/),
        source: "https://docs.stripe.com/keys",
    },
    {
        what: "a SendGrid API key",
        pattern: token(/SG\.[\w-]{22}\.[\w-]{43}/),
        source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    },
    {
        what: "an OpenAI API key",
        pattern: token(/sk-(?:proj-|svcacct-|admin-)[\w-]{20,}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}/),
        source: "https://platform.openai.com/docs/api-reference/authentication",
    },
    {
        what: "an Anthropic API key",
        pattern: token(/sk-ant-[\w-]{20,}/),
        source: "https://docs.claude.com/en/api/overview",
    },
    {
        what: "an npm token",
        pattern: token(/npm_[A-Za-z0-9]{36}/),
        source: "https://docs.npmjs.com/about-access-tokens",
    },
    {
        what: "a Pulumi access token",
        pattern: token(/pul-[0-9a-f]{40}/),
        source: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    },
    {
        what: "an AWS session token",
        pattern: token(/(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdz)[A-Za-z0-9+/=]{80,}/),
        source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html",
    },
    {
        what: "a Bedrock API key",
        pattern: token(/ABSK[A-Za-z0-9+/]{100,}={0,2}/),
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    },
    {
        what: "a Google OAuth client secret",
        pattern: token(/GOCSPX-[\w-]{28}/),
        source: "https://developers.google.com/identity/protocols/oauth2",
    },
    {
        what: "a Google access token",
        pattern: token(/ya29\.[\w-]{30,}/),
        source: "https://cloud.google.com/docs/authentication/token-types",
    },
    {
        what: "a Google refresh token",
        pattern: token(/1\/\/0[\w-]{40,}/),
        source: "https://developers.google.com/identity/protocols/oauth2",
    },
    {
        what: "a client secret of Microsoft Entra ID",
        pattern: token(/[\w~.]{3}\dQ~[\w~.-]{31,34}/),
        source: "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret",
    },
    {
        what: "a shared access signature",
        pattern: /(?:^|[?&])s[ev]=\S{0,500}&sig=[\w%+/=-]{40,}|(?:^|[?&])sig=[\w%+/=-]{40,200}\S{0,500}&s[ev]=/,
        source: "https://learn.microsoft.com/rest/api/storageservices/create-account-sas",
    },
    {
        what: "a Brevo key",
        pattern: token(/x(?:keysib|smtpsib)-[0-9a-f]{64}-[A-Za-z0-9]{16}/),
        source: "https://developers.brevo.com/docs/getting-started",
    },
    {
        what: "a Mailgun API key",
        pattern: token(/key-[0-9a-f]{32}/),
        source: "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth",
    },
    {
        what: "a Mailchimp API key",
        pattern: token(/[0-9a-f]{32}-us\d{1,2}/),
        source: "https://mailchimp.com/developer/marketing/guides/quick-start/",
    },
    {
        what: "a Braintree access token",
        pattern: token(/access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/),
        source: "https://developer.paypal.com/braintree/docs/guides/extend/oauth/overview",
    },
    {
        what: "a Plaid access token",
        pattern: token(/access-(?:production|development|sandbox)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/),
        source: "https://plaid.com/docs/api/items/",
    },
    {
        what: "a Square access token",
        pattern: token(/EAAA[\w-]{60}|sq0(?:atp-[\w-]{22}|csp-[\w-]{43})/),
        source: "https://developer.squareup.com/docs/build-basics/access-tokens",
    },
    {
        what: "a Shopify token",
        pattern: token(/shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/),
        source: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
    },
    {
        what: "a Docker Hub token",
        pattern: token(/dckr_(?:pat|oat)_[\w-]{27,}/),
        source: "https://docs.docker.com/security/access-tokens/",
    },
    {
        what: "a Postman API key",
        pattern: token(/PMAK-[0-9a-f]{24}-[0-9a-f]{34}/),
        source: "https://learning.postman.com/docs/developer/postman-api/authentication/",
    },
    {
        what: "a Sourcegraph token",
        pattern: token(/sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}/),
        source: "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
    },
    {
        what: "a Supabase key",
        pattern: token(/sb_secret_[\w-]{31}|sbp_[0-9a-f]{40}/),
        source: "https://supabase.com/docs/guides/api/api-keys",
    },
    {
        what: "an age identity",
        pattern: token(/AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/),
        source: "https://github.com/C2SP/C2SP/blob/main/age.md",
    },
    {
        what: "a Vault token",
        pattern: token(/hv[sbr]\.[\w-]{24,}/),
        source: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
    },
    {
        what: "an HCP Terraform token",
        pattern: token(/[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}/),
        source: "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    },
    {
        what: "a Sentry token",
        pattern: token(/sntrys_eyJ[\w+/=-]{40,}|sntryu_[0-9a-f]{64}/),
        source: "https://docs.sentry.io/account/auth-tokens/",
    },
    {
        what: "a LaunchDarkly key",
        pattern: token(/(?:sdk|api)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/),
        source: "https://launchdarkly.com/docs/home/account/api",
    },
    {
        what: "a DigitalOcean token",
        pattern: token(/do[opr]_v1_[0-9a-f]{64}/),
        source: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    },
    {
        what: "a Fly.io token",
        pattern: token(/fm[12][ar]?_[A-Za-z0-9+/]{100,}={0,3}/),
        source: "https://fly.io/docs/security/tokens/",
    },
    {
        what: "a Replicate token",
        pattern: token(/r8_[A-Za-z0-9]{37}/),
        source: "https://replicate.com/docs/topics/security/api-tokens",
    },
    {
        what: "a Hugging Face token",
        pattern: token(/hf_[A-Za-z]{34}/),
        source: "https://huggingface.co/docs/hub/security-tokens",
    },
    {
        what: "a Groq API key",
        pattern: token(/gsk_[A-Za-z0-9]{52}/),
        source: "https://console.groq.com/docs/quickstart",
    },
    {
        what: "a LangSmith key",
        pattern: token(/lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/),
        source: "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
    },
    {
        what: "an Airtable token",
        pattern: token(/pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/),
        source: "https://airtable.com/developers/web/guides/personal-access-tokens",
    },
    {
        what: "a Dropbox token",
        pattern: token(/sl\.[\w-]{130,}/),
        source: "https://developers.dropbox.com/oauth-guide",
    },
    {
        what: "a Notion token",
        pattern: token(/ntn_[A-Za-z0-9]{43,50}/),
        source: "https://developers.notion.com/docs/authorization",
    },
    {
        what: "a Linear API key",
        pattern: token(/lin_api_[A-Za-z0-9]{40}/),
        source: "https://linear.app/developers/graphql",
    },
    {
        what: "a Figma token",
        pattern: token(/figd_[\w-]{40,}/),
        source: "https://www.figma.com/developers/api#access-tokens",
    },
    {
        what: "an Atlassian API token",
        pattern: token(/AT[AC]TT3xFf[\w=+-]{100,}/),
        source: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    },
    {
        what: "a Databricks token",
        pattern: token(/dapi[0-9a-f]{32}(?:-\d)?/),
        source: "https://docs.databricks.com/dev-tools/auth/pat.html",
    },
    {
        what: "a Grafana token",
        pattern: token(/glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_eyJ[\w+/=-]{60,}/),
        source: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
    },
    {
        what: "a New Relic key",
        pattern: token(/NRAK-[A-Z0-9]{27}/),
        source: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    },
    {
        what: "a Dynatrace token",
        pattern: token(/dt0[cs]\d{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}/),
        source: "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
    },
    {
        what: "a Doppler token",
        pattern: token(/dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]+\.)?[A-Za-z0-9]{40,44}/),
        source: "https://docs.doppler.com/docs/service-tokens",
    },
    {
        what: "a PyPI token",
        pattern: token(/pypi-AgE[\w-]{50,}/),
        source: "https://pypi.org/help/#apitoken",
    },
    {
        what: "a RubyGems key",
        pattern: token(/rubygems_[0-9a-f]{48}/),
        source: "https://guides.rubygems.org/api-key-scopes/",
    },
    {
        what: "a Tailscale key",
        pattern: token(/tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]+-[A-Za-z0-9]{20,}/),
        source: "https://tailscale.com/kb/1252/key-prefixes",
    },
    {
        what: "a Telegram bot's token",
        pattern: token(/\d{8,10}:AA[\w-]{33}/),
        source: "https://core.telegram.org/bots/api#authorizing-your-bot",
    },
    {
        what: "a Discord bot's token",
        pattern: token(/[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}/),
        source: "https://discord.com/developers/docs/reference#authentication",
    },
    {
        what: "a webhook's URL",
        pattern:
            /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z]\w+\/\w+\/\w{20,}|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,}|[\w-]+\.webhook\.office\.com\/webhookb2\/\S{60,})/,
        source: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
    },
];

/** Documentation's own keys, and those whose letters somebody crossed out. */
const NOT_MEANT = /EXAMPLE|[xX]{8,}|\*{4,}|0{12,}/;

/** The format of a credential that a text holds, in words that end "holds …"; undefined where it has none. */
export function credentialIn(text: string): string | undefined {
    return secretFormats.find(({ pattern }) => {
        const [found] = pattern.exec(text) ?? [];
        return found !== undefined && !NOT_MEANT.test(found) && !isPublishableToken(found);
    })?.what;
}

/** A JWT that says itself that it is everyone's, as Supabase's for browsers do. */
function isPublishableToken(text: string): boolean {
    const [, payload] = /^eyJ[\w-]+\.(eyJ[\w-]+)\./.exec(text) ?? [];
    return payload !== undefined && /"role":\s*"anon"/.test(Buffer.from(payload, "base64url").toString("utf8"));
}
