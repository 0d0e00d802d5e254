import { nameWords } from "./name-words";

/**
 * What AWS Secrets Manager has no way to replace by itself: keys that another vendor issues, certificates and their private keys. A
 * function can, where the vendor's API lets it.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_turn-on-for-other.html
 */
const KINDS = [
    "apikey apitoken token webhook license licence certificate cert pem pfx keystore truststore ssh gpg pgp jwt jwks signing signature saml oauth oidc dsn",
    "api key|api token|private key|client secret|signing key|deploy key|app key|encryption key|public key|ca key|host key|service account",
];
const VENDORS =
    "adyen algolia anthropic apns asana atlassian auth0 azure bitbucket braintree bugsnag circleci cloudflare confluent contentful databricks datadog dockerhub docker dropbox elevenlabs facebook fastly fcm figma firebase gcp gemini github gitlab google grafana honeycomb hubspot huggingface intercom jira klaviyo launchdarkly linear mailchimp mailgun mapbox meta mistral mixpanel mongodbatlas newrelic notion npm okta openai opsgenie pagerduty paypal pinecone plaid postmark pypi rollbar salesforce segment sendgrid sentry servicenow shopify slack snowflake snyk sonar sonarcloud splunk square stripe sumologic supabase telegram twilio typeform vercel vonage xero zendesk zoom";

let known: { readonly words: ReadonlySet<string>; readonly pairs: ReadonlySet<string> } | undefined;

/** Does a name, or a description, say so? */
export function isIssuedElsewhere(name: string): boolean {
    const [words = "", pairs = ""] = KINDS;
    known ??= { words: new Set(`${words} ${VENDORS}`.split(" ")), pairs: new Set(pairs.split("|")) };
    const { words: single, pairs: double } = known;
    const said = nameWords(name).map((word) => (word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word));
    return said.some((word, index) => single.has(word) || double.has(`${word} ${said[index + 1] ?? ""}`));
}
