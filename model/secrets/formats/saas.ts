import { around, shaped, token } from "./format";

const FIGMA = "https://www.figma.com/developers/api#access-tokens";
const LINEAR = "https://linear.app/developers/graphql";
const NOTION = "https://developers.notion.com/docs/authorization";
const ASANA = "https://developers.asana.com/docs/personal-access-token";
const WEBFLOW = "https://developers.webflow.com/data/reference/authentication";

/** Where it holds, and letters and digits, neither without the other. */
const VENDORS_KEY =
    /(?:(?:live|test|prod|dev|stg|stag|sandbox|staging|eu|us)[_-])?(?=[A-Za-z]{0,40}\d)(?=\d{0,40}[A-Za-z])[A-Za-z0-9]{28,128}/;

/** The same, where only capitals, small letters and digits together tell it from a digest. */
const VENDORS_MIXED_KEY =
    /(?:(?:live|test|prod|dev|stg|stag|sandbox|staging|eu|us)[_-])?(?=[A-Za-z]{0,60}\d)(?=[A-Z\d]{0,60}[a-z])(?=[a-z\d]{0,60}[A-Z])[A-Za-z0-9]{28,128}/;

/** Applications that people work with, media, maps and searches. */
export const saas = [
    token(
        "an Airtable token",
        "pat",
        /[A-Za-z0-9]{14}\.[0-9a-f]{60,68}/,
        "https://airtable.com/developers/web/guides/personal-access-tokens",
    ),
    token("a Canva client secret", "cnvca", /[\w-]{40,60}/, "https://www.canva.dev/docs/connect/authentication/"),
    token("a WakaTime key", "waka_", /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/, "https://wakatime.com/developers"),
    token(
        "a SettleMint token",
        "sm_pat_ sm_aat_ sm_sat_",
        /[A-Za-z0-9]{16}/,
        "https://console.settlemint.com/documentation/",
    ),
    token("an Ionic token", "ion_", /[A-Za-z0-9]{42}/, "https://ionic.io/docs/appflow/personal-access-tokens", {
        is: "mixed",
    }),
    token("a Notion token", "ntn_", /[A-Za-z0-9]{40,52}/, NOTION),
    token("a Notion token", "secret_", /[A-Za-z0-9]{43}/, NOTION),
    token("a Linear API key", "lin_api_ lin_oauth_ lin_wh_", /[A-Za-z0-9]{32,72}/, LINEAR),
    token("an Asana token", "0/0 0/1 0/2 0/3 0/4 0/5 0/6 0/7 0/8 0/9 0/a 0/b 0/c 0/d 0/e 0/f", /[0-9a-f]{31}/, ASANA, {
        after: /(?<![\w/-])/,
    }),
    token(
        "an Asana token",
        "1/1 1/2 1/3 1/4 1/5 1/6 1/7 1/8 1/9 2/1 2/2 2/3 2/4 2/5 2/6 2/7 2/8 2/9",
        /\d{5,20}(?:\/\d{5,20})?:[0-9a-f]{32}/,
        ASANA,
    ),
    token("a Figma token", "figd_ figo_ figu_ figoh_ figor_ figs_", /[\w-]{36,64}/, FIGMA),
    token(
        "a Miro token",
        "eyJtaXJvLm9yaWdpbi",
        /[\w-]{20,}/,
        "https://developers.miro.com/docs/getting-started-with-oauth",
    ),
    token(
        "a Contentful token",
        "CFPAT-",
        /[\w-]{40,64}/,
        "https://www.contentful.com/developers/docs/references/authentication/",
    ),
    shaped("a Sanity token", /sk[A-Za-z0-9]{78,200}/, "https://www.sanity.io/docs/http-auth"),
    shaped("a key of Ghost's Admin API", /[0-9a-f]{24}:[0-9a-f]{64}/, "https://docs.ghost.org/admin-api/"),
    token("a Dropbox token", "sl.", /(?:u\.)?[\w-]{120,}/, "https://developers.dropbox.com/oauth-guide"),
    token("a Webflow token", "ws-", /[0-9a-f]{60,68}/, WEBFLOW),
    token("a Wix token", "IST.", /eyJ[\w.-]{60,}/, "https://dev.wix.com/docs/rest"),
    token(
        "a Typeform token",
        "tfp_",
        /[\w.=-]{36,64}/,
        "https://www.typeform.com/developers/get-started/personal-access-token/",
    ),
    token("a Cal.com key", "cal_live_ cal_test_ cal_", /[0-9a-f]{30,40}/, "https://cal.com/docs/api-reference/"),
    token("an n8n key", "n8n_api_", /\w{30,}/, "https://docs.n8n.io/api/authentication/"),
    token("a Tally key", "tly-", /[A-Za-z0-9]{24,48}/, "https://developers.tally.so/"),
    token("a Close key", "api_", /[A-Za-z0-9]{20,24}\.[A-Za-z0-9]{20,24}/, "https://developer.close.com/"),
    token(
        "a client secret of Adobe",
        "p8e- p8e_",
        /[\w-]{30,40}/,
        "https://developer.adobe.com/developer-console/docs/guides/authentication/",
    ),
    token("an Intra 42 secret", "s-s4t2ud- s-s4t2af-", /[0-9a-f]{60,68}/, "https://api.intra.42.fr/apidoc"),
    shaped("a Beamer key", /b_[\w=/-]{44}/, "https://www.getbeamer.com/docs/", "mixed"),
    token("a Frame.io token", "fio-u-", /[\w=-]{56,72}/, "https://developer.frame.io/"),
    around(
        "a RapidAPI key",
        /[0-9a-f]{10}/,
        "msh",
        /[0-9a-f]{15}p1[0-9a-f]{6}jsn[0-9a-f]{12}/,
        "https://docs.rapidapi.com/docs/keys",
    ),
    around(
        "a MaxMind licence key",
        /[A-Za-z0-9]{6}_[A-Za-z0-9]{29}/,
        "_mmk",
        /(?:)/,
        "https://support.maxmind.com/hc/en-us/articles/4407111582235",
        "any",
    ),
    token(
        "a Mapbox secret token",
        "sk.eyJ tk.eyJ",
        /[\w-]{30,}\.[\w-]{20,}/,
        "https://docs.mapbox.com/help/getting-started/access-tokens/",
    ),
    token("an ImageKit private key", "private_", /[A-Za-z0-9+/]{26,30}={0,2}/, "https://imagekit.io/docs/api-keys", {
        is: "mixed",
    }),
    token(
        "a private key of Elastic's search",
        "private-",
        /(?=[a-z]{0,22}\d)[a-z0-9]{24}/,
        "https://www.elastic.co/guide/en/app-search/current/authentication.html",
    ),
    token("an imgix key", "ak_", /[0-9a-f]{60,68}/, "https://docs.imgix.com/apis/management"),
    token("a Censys token", "censys_", /[A-Za-z0-9_]{28,60}/, "https://docs.censys.com/reference/get-started"),
    token(
        "a Mapillary token",
        "MLY|",
        /\d{10,20}\|[0-9a-f]{32}/,
        "https://www.mapillary.com/developer/api-documentation",
    ),
    token("a Zoho token", "1000.", /[0-9a-f]{32}\.[0-9a-f]{32}/, "https://www.zoho.com/accounts/protocol/oauth.html"),
    token("an Adafruit IO key", "aio_", /[A-Za-z0-9]{28}/, "https://io.adafruit.com/api/docs/", { is: "mixed" }),
    token("a Dub key", "dub_", /[A-Za-z0-9]{24}/, "https://dub.co/docs/api-reference/tokens", { is: "mixed" }),
    token(
        "a Metabase key",
        "mb_",
        /[A-Za-z0-9+/]{40,46}=/,
        "https://www.metabase.com/docs/latest/people-and-groups/api-keys",
    ),
    token(
        "a Persona key",
        "persona_production_ persona_sandbox_",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://docs.withpersona.com/api-keys",
    ),
    token(
        "a HighLevel token",
        "pit-",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://marketplace.gohighlevel.com/docs/Authorization/PrivateIntegrationsToken/",
    ),
    token(
        "a Conda token",
        "an-",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://www.anaconda.com/docs/tools/anaconda-org/",
    ),
    token("a Builder.io private key", "bpk-", /[0-9a-f]{32}/, "https://www.builder.io/c/docs/admin-api"),
    around(
        "a Storyblok token",
        /[A-Za-z0-9]{22}/,
        "tt-",
        /\d{3,10}-[\w-]{20}/,
        "https://www.storyblok.com/docs/api/management/getting-started/authentication",
    ),
    token("a Ubidots token", "BBFF- BBUS-", /[A-Za-z0-9]{30,40}/, "https://docs.ubidots.com/reference/authentication"),
    token("a Retool token", "retool_", /[a-z0-9]{30,40}/, "https://docs.retool.com/org-users/reference/api/"),
    token(
        "an Airtable token",
        "oaa",
        /[A-Za-z0-9]{14}\.v1\.[\w-]{10,40}\.[0-9a-f]{40,140}/,
        "https://airtable.com/developers/web/api/oauth-reference",
    ),
    token("an Apify token", "apify_", /(?:[a-z]{2,12}_){1,3}[A-Za-z0-9]{30,44}/, "https://docs.apify.com/platform/"),
    token(
        "a WakaTime token",
        "waka_sec_ waka_tok_ waka_ref_",
        /[A-Za-z0-9]{40,100}/,
        "https://wakatime.com/developers",
    ),
    token(
        "a Coveo key",
        "xx0 xx1 xx2 xx3 xx4 xx5 xx6 xx7 xx8 xx9 xxa xxb xxc xxd xxe xxf",
        /[0-9a-f]{7}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://docs.coveo.com/en/1718/",
    ),
    token(
        "a FullStory key",
        "na1. eu1.",
        /[A-Za-z0-9+/]{40,100}={0,2}/,
        "https://developer.fullstory.com/server/authentication/",
        { is: "mixed" },
    ),
    token("a Lichess token", "lip_ lio_", /[A-Za-z0-9]{16,60}/, "https://lichess.org/api#section/Authentication", {
        is: "mixed",
    }),
    token(
        "a Lightspeed token",
        "lsxs_pt_ lsxs_at_ lsxs_rt_",
        /[A-Za-z0-9]{30,60}/,
        "https://x-series-api.lightspeedhq.com/docs/authorization",
    ),
    token("an Orbit token", "obu_ obw_", /[A-Za-z0-9]{36,44}/, "https://api.orbit.love/", { is: "mixed" }),
    token("a Pangea token", "pts_", /[a-z2-7]{32}/, "https://pangea.cloud/docs/admin-guide/tokens"),
    token(
        "a Planning Center secret",
        "pco_app_ pco_tok_ pco_pat_",
        /[0-9a-f]{60,76}/,
        "https://developer.planning.center/docs/#/overview/authentication",
    ),
    token("a Raycast token", "rca_", /[0-9a-f]{60,68}/, "https://developers.raycast.com/"),
    token("a redirect.pizza token", "rpa_", /[A-Za-z0-9]{30}/, "https://redirect.pizza/docs", { is: "mixed" }),
    token(
        "a Samsara token",
        "samsara_api_ samsara_at_ samsara_rt_",
        /[A-Za-z0-9]{26,60}/,
        "https://developers.samsara.com/docs/authentication",
    ),
    token("a Sindri key", "sindri_", /[A-Za-z0-9]{32}_[A-Za-z0-9]{4}/, "https://sindri.app/docs/reference/api/"),
    token("a secret of SSLMate", "sslmate_cs_", /[A-Za-z0-9]{20,60}/, "https://sslmate.com/help/reference/api/auth"),
    around(
        "a Tableau token",
        /[A-Za-z0-9+/]{22}/,
        "==:",
        /[A-Za-z0-9]{32}/,
        "https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm",
    ),
    token(
        "a Workato token",
        "wrka",
        /(?:[a-z]{2,3})?-eyJ[\w-]{8,}\.[\w-]{16,}\.[\w-]{40,}/,
        "https://docs.workato.com/workato-api/api-clients.html",
    ),
    token("a ZenHub key", "zh_", /[0-9a-f]{60,68}/, "https://developers.zenhub.com/graphql-api-docs/getting-started/"),
    token("a Hop token", "ptk_", /(?:[a-z]_)?[A-Za-z0-9_]{30,80}/, "https://docs.hop.io/reference/authentication", {
        is: "mixed",
    }),
    token(
        "a server's key of Cfx.re",
        "cfxk_",
        /[A-Za-z0-9]{18,24}_[A-Za-z0-9]{4,8}/,
        "https://docs.fivem.net/docs/server-manual/setting-up-a-server/",
    ),
    token(
        "a Block Protocol key",
        "b10ck5.",
        /[0-9a-f]{32}\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://blockprotocol.org/docs/hub/api",
    ),
    // Long-lived tokens of before 2021: zeros between an id and what is random.
    around(
        "a Dropbox token",
        /[A-Za-z0-9_-]{11}/,
        "AAAAAAAAAA",
        /(?!A{4})[\w-]{43}/,
        "https://www.dropbox.com/developers/documentation",
        "mixed",
    ),
    token("an Apidog token", "APS-", /[A-Za-z0-9]{32}/, "https://docs.apidog.com/openapi", { is: "mixed" }),
    token("a Bannerbear key", "bb_pr_ bb_ma_", /[0-9a-f]{28,34}/, "https://developers.bannerbear.com/#authentication"),
    token(
        "a Convoy key",
        "CO.",
        /[A-Za-z0-9]{16}\.[A-Za-z0-9]{60,66}/,
        "https://docs.getconvoy.io/api-reference/authentication",
    ),
    token(
        "a client secret of Cronofy",
        "CRN_",
        /[\w-]{30,60}/,
        "https://docs.cronofy.com/developers/api/authorization/",
        { is: "mixed" },
    ),
    token(
        "a Teamwork token",
        "tkn.v1_",
        /[\w=-]{40,140}/,
        "https://apidocs.teamwork.com/guides/teamwork/authentication",
    ),
    token(
        "a Teamwork key",
        "twp_",
        /[A-Za-z0-9]{20,40}/,
        "https://apidocs.teamwork.com/guides/teamwork/authentication",
        {
            is: "mixed",
        },
    ),
    token("a Vanta secret", "vcs_ vat_", /\w{36,120}/, "https://developer.vanta.com/docs/api-access-setup", {
        is: "mixed",
    }),
    // What many vendors do alike: their own name, what the key is, where it holds. What they publish says `pk` or `pub`.
    around(
        "a secret key of a vendor",
        /[a-z][a-z0-9]{1,15}[_-](?:[a-z0-9]{1,8}[_-])?/,
        "sk_ sk- secret_ pat_ oat_ apikey_ rk_ prv_",
        VENDORS_KEY,
        "https://docs.stripe.com/keys",
    ),
    // The same with words that what is built and what is named have too, before a digest or a number.
    around(
        "a secret key of a vendor",
        /[a-z][a-z0-9]{1,15}[_-](?:[a-z0-9]{1,8}[_-])?/,
        "api_ private_",
        VENDORS_MIXED_KEY,
        "https://docs.stripe.com/keys",
    ),
    token(
        "a secret key",
        "secret_",
        /(?:[a-z]{2,10}_)?(?:[A-Za-z0-9]{8}\.)?[A-Za-z0-9]{28,128}/,
        "https://emailit.com/docs/developers/api-keys/",
        {
            is: "mixed",
        },
    ),
    // As the libraries for such keys make them: whose, a short part to find it by, a long one that nobody keeps.
    shaped(
        "a secret key of a vendor",
        /[a-z][a-z0-9]{2,15}_(?:(?:live|test|prod|dev)_)?[1-9A-HJ-NP-Za-km-z]{8}_[1-9A-HJ-NP-Za-km-z]{24}/,
        "https://github.com/seamapi/prefixed-api-key",
        "mixed",
    ),
];
