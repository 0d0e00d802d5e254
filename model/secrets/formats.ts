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

export const secretFormats: readonly SecretFormat[] = [
    {
        what: "an AWS access key id",
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
            /(?:^|;|\s|&|\?)(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*(?!\$\{|\{\{|<|\*+(?:;|$))[^\s;&]{3,}/i,
        source: "https://learn.microsoft.com/dotnet/api/system.data.sqlclient.sqlconnection.connectionstring",
    },
    {
        what: "a GitHub token",
        pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})/,
        source: "https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
    },
    {
        what: "a GitLab token",
        pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|ft|soat)-[\w-]{20,}/,
        source: "https://docs.gitlab.com/security/tokens/#token-prefixes",
    },
    {
        what: "a Slack token",
        pattern:
            /(?<![A-Za-z0-9])xox[abeoprs]-[\w-]{10,}|https:\/\/hooks\.slack\.com\/services\/T[\w]+\/B[\w]+\/[\w]{20,}/,
        source: "https://api.slack.com/concepts/token-types",
    },
    {
        what: "a Stripe secret key",
        pattern: /(?<![A-Za-z0-9])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|(?<![A-Za-z0-9])whsec_[A-Za-z0-9]{24,}/,
        source: "https://docs.stripe.com/keys",
    },
    {
        what: "a Google API key",
        pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/,
        source: "https://cloud.google.com/docs/authentication/api-keys",
    },
    {
        what: "a SendGrid API key",
        pattern: /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}/,
        source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    },
    {
        what: "an OpenAI or Anthropic API key",
        pattern: /(?<![A-Za-z0-9])sk-(?:ant-|proj-|svcacct-)[\w-]{20,}/,
        source: "https://platform.openai.com/docs/api-reference/authentication",
    },
    {
        what: "an npm token",
        pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/,
        source: "https://docs.npmjs.com/about-access-tokens",
    },
    {
        what: "a Pulumi access token",
        pattern: /(?<![A-Za-z0-9])pul-[0-9a-f]{40}(?![0-9a-f])/,
        source: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    },
    {
        what: "a bearer or basic authorization header",
        pattern: /^(?:Bearer|Basic)\s+[A-Za-z0-9+/=_.-]{16,}$/,
        source: "https://www.rfc-editor.org/rfc/rfc7235",
    },
];
