import { shaped, text, threeOf, token } from "./format";

const NEW_RELIC = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/";
const GRAFANA = "https://grafana.com/docs/grafana/latest/administration/service-accounts/";
const HONEYCOMB = "https://docs.honeycomb.io/configure/environments/manage-api-keys/";
const DYNATRACE =
    "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens";
const LAUNCHDARKLY = "https://launchdarkly.com/docs/home/account/api";

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;

/** What watches, measures, alerts and switches features. */
export const observability = [
    token(
        "a Datadog key",
        "ddapp_ ddpat_ ddapi_",
        /[A-Za-z0-9_]{28,80}/,
        "https://docs.datadoghq.com/account_management/api-app-keys/",
    ),
    token("a New Relic key", "NRAK-", /[A-Z0-9]{24,32}/, NEW_RELIC),
    token("a New Relic key", "NRII- NRIQ- NRRA- NRSP- NRAA- NRIK-", /[\w-]{24,64}/, NEW_RELIC),
    shaped(
        "a New Relic licence key",
        /[0-9a-f]{36}NRAL|(?:eu|us|jp)\d\dxx[0-9a-f]{26,34}(?:NRAL)?|[0-9a-f]{36}FFFFNRAL/,
        NEW_RELIC,
    ),
    token("a Grafana token", "glsa_", /[A-Za-z0-9]{28,36}_[0-9a-f]{6,10}/, GRAFANA),
    token(
        "a Grafana token",
        "glc_",
        /eyJ[\w+/=-]{40,}/,
        "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
    ),
    token("a Grafana API key", "eyJrIjoi", /[A-Za-z0-9+/]{50,400}={0,3}/, GRAFANA),
    token(
        "a Honeycomb key",
        "hcaik_ hcbik_ hcxik_ hcaic_ hcalk_ hcblk_ hcmik_ hcamk_ hcxmk_ hcbmk_ hcxlk_",
        /[A-Za-z0-9]{40,80}/,
        HONEYCOMB,
    ),
    token(
        "a Dynatrace token",
        "dt0c01. dt0s01. dt0s02. dt0s03. dt0s04. dt0s06. dt0s08. dt0s09. dt0s16. dt0a01. dt0e01. dt0v01. dt0t01.",
        /[A-Z0-9-]{8,40}\.[A-Z0-9]{60,68}/,
        DYNATRACE,
    ),
    token("an Axiom token", "xaat- xapt- xait-", UUID, "https://axiom.co/docs/reference/tokens"),
    token("a PostHog key", "phx_ phs_ pha_ phr_", /[A-Za-z0-9_]{32,60}/, "https://posthog.com/docs/api"),
    token("a Segment token", "sgp_", /[A-Za-z0-9]{60,68}/, "https://segment.com/docs/api/public-api/"),
    token(
        "a Coralogix key",
        "cxtp_ cxup_",
        /[A-Za-z0-9]{28,34}/,
        "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/",
    ),
    token("a Mezmo key", "sts_", /[0-9a-f]{60,68}/, "https://docs.mezmo.com/docs/ingestion-key"),
    token(
        "a Checkly key",
        "cu_ sv_",
        /[0-9a-f]{32}/,
        "https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/",
    ),
    token("a key of Healthchecks.io", "hcw_ hcr_", /[A-Za-z0-9]{26,32}/, "https://healthchecks.io/docs/api/"),
    token("a Rootly token", "rootly_", /[0-9a-f]{60,68}/, "https://docs.rootly.com/api-reference/overview"),
    token("a FireHydrant token", "fhb-", /[0-9a-f]{32}/, "https://docs.firehydrant.com/docs/api-keys"),
    token("a LaunchDarkly key", "sdk- api-", UUID, LAUNCHDARKLY),
    token("a LaunchDarkly key", "rel-", UUID, "https://launchdarkly.com/docs/home/relay-proxy/automatic-configuration"),
    token("a Statsig secret", "secret-", /[A-Za-z0-9]{38,48}/, "https://docs.statsig.com/sdk-keys/api-keys"),
    token("a Statsig key", "console-", /[A-Za-z0-9]{38,48}/, "https://docs.statsig.com/console-api/introduction"),
    token(
        "a GrowthBook secret",
        "secret_user_ secret_admin_ secret_readonly_",
        /[\w=+/-]{30,64}/,
        "https://docs.growthbook.io/api",
    ),
    token("a server key of Flagsmith", "ser.", /[A-Za-z0-9]{20,24}/, "https://docs.flagsmith.com/clients/server-side", {
        is: "mixed",
    }),
    text(
        "an Unleash token",
        [":production.", ":development.", ":staging.", ":test."],
        /[0-9a-f]{50,70}(?!\w)/,
        "https://docs.getunleash.io/reference/api-tokens-and-client-keys",
    ),
    token(
        "an Unleash token",
        "user:",
        /[0-9a-f]{50,70}/,
        "https://docs.getunleash.io/reference/api-tokens-and-client-keys",
    ),
    token("a DevCycle key", "dvc_server_ dvc_mgmt_", /[\w-]{24,100}/, "https://docs.devcycle.com/essentials/keys"),
    token("a Nightfall key", "NF-", /[A-Za-z0-9]{30,36}/, "https://help.nightfall.ai/developer-api", { is: "mixed" }),
    token(
        "an UptimeRobot key",
        "ur1 ur2 ur3 ur4 ur5 ur6 ur7 ur8 ur9",
        /\d{3,9}-[0-9a-f]{24}/,
        "https://uptimerobot.com/api/",
    ),
    shaped("an UptimeRobot key", /[um]\d{5,10}-[0-9a-f]{24}/, "https://uptimerobot.com/api/"),
    text(
        "a collector's URL",
        [".sumologic.com/receiver/v1/http/"],
        /[\w+/-]{40,}={0,2}/,
        "https://help.sumologic.com/docs/send-data/hosted-collectors/http-source/logs-metrics/",
    ),
    token("a PagerDuty token", threeOf("u+"), /[\w-]{17}/, "https://support.pagerduty.com/main/docs/api-access-keys"),
    token(
        "a PagerDuty token",
        "pdus+_ pdeu+_",
        /[A-Z0-9]{7}_[0-9a-f-]{36}/,
        "https://developer.pagerduty.com/docs/authentication",
    ),
    token(
        "a Logfire token",
        "pylf_v1_us_ pylf_v1_eu_ pylf_v2_us_ pylf_v2_eu_",
        /[A-Za-z0-9]{40,50}/,
        "https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/",
    ),
    token(
        "a LogicMonitor token",
        "lmb_ lma_",
        /[A-Za-z0-9+/=_-]{40,120}/,
        "https://www.logicmonitor.com/support/rest-api-authentication",
    ),
    token(
        "a key of Datadog's remote configuration",
        "DDRCM_",
        /[A-Z0-9]{24,200}/,
        "https://docs.datadoghq.com/agent/remote_config/",
    ),
    token("an incident.io key", "inc_", /[0-9a-f]{60,68}/, "https://api-docs.incident.io/"),
    token("a Honeybadger token", "hbu_", /[A-Za-z0-9]{32,44}/, "https://docs.honeybadger.io/api/", { is: "mixed" }),
];
