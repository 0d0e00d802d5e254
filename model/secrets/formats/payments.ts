import { text, token } from "./format";

const STRIPE = "https://docs.stripe.com/keys";
const SQUARE = "https://developer.squareup.com/docs/build-basics/access-tokens";
const PADDLE = "https://developer.paddle.com/api-reference/about/authentication";
const POLAR = "https://polar.sh/docs/integrate/authentication";
const SHOPIFY = "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens";
const REVOLUT = "https://developer.revolut.com/docs/guides/accept-payments/get-started/generate-the-api-key";
const EBAY = "https://developer.ebay.com/api-docs/static/oauth-credentials.html";

/** Where money moves, and shops. Keys that are made for the browser (`pk_live_`, FLWPUBK, `rzp_`) are none. */
export const payments = [
    token("a Creem key", "creem_", /(?:test_)?[A-Za-z0-9]{20,24}/, "https://docs.creem.io/api-reference/introduction", {
        is: "mixed",
    }),
    token(
        "a Stripe secret key",
        "sk_live_ sk_test_ rk_live_ rk_test_ sk_org_live_ sk_org_test_",
        /[A-Za-z0-9]{16,250}/,
        STRIPE,
    ),
    token("a Stripe secret key", "ek_live_ ek_test_", /[A-Za-z0-9_]{16,250}/, STRIPE),
    token("a Stripe secret key", "whsec_", /[A-Za-z0-9+/=]{24,}/, STRIPE),
    token("a Square access token", "EAAA", /[\w-]{60}/, SQUARE),
    token("a Square access token", "sq0atp-", /[\w-]{20,24}/, SQUARE),
    token("a Square access token", "sq0csp- sandbox-sq0csb-", /[\w-]{40,46}/, SQUARE),
    token(
        "a Braintree access token",
        "access_token$production$ access_token$sandbox$",
        /[0-9a-z]{16}\$[0-9a-f]{32}/,
        "https://developer.paypal.com/braintree/docs/guides/extend/oauth/overview",
    ),
    token("a PayPal access token", "A21AA", /[\w-]{70,}/, "https://developer.paypal.com/api/rest/authentication/"),
    token(
        "an Adyen API key",
        "AQE",
        /(?!CAH|BAH)[A-Za-z0-9+/]{60,}={0,2}-[A-Za-z0-9+/]{30,}={0,2}(?:-[^\s"'`]{6,40})?/,
        "https://docs.adyen.com/development-resources/api-credentials/",
    ),
    token(
        "a Plaid access token",
        "access-production- access-development- access-sandbox-",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://plaid.com/docs/api/items/",
    ),
    token("a Brex token", "bxt_", /[A-Za-z0-9]{30,60}/, "https://developer.brex.com/docs/authentication/"),
    token(
        "a Wompi secret",
        "prv_prod_ prv_test_ prod_events_ test_events_ prod_integrity_ test_integrity_",
        /[A-Za-z0-9]{24,48}/,
        "https://docs.wompi.co/en/docs/colombia/ambientes-y-llaves/",
    ),
    token(
        "a Flutterwave secret key",
        "FLWSECK- FLWSECK_TEST- FLWSECK_TEST",
        /[A-Za-z0-9]{12,40}(?:-[0-9a-f]{11}vt)?(?:-X)?/,
        "https://developer.flutterwave.com/docs/authentication",
    ),
    token(
        "a secret key of a payment service",
        "live_ test_",
        /(?![A-Z0-9]{32}(?!\w))(?=[A-Za-z]{0,30}\d)(?=\d{0,30}[A-Za-z])[A-Za-z0-9]{30,44}/,
        "https://docs.mollie.com/reference/authentication",
    ),
    token(
        "a GoCardless token",
        "live_ sandbox_",
        /(?!pub)[\w-]{40}/,
        "https://developer.gocardless.com/api-reference/#making-requests",
        { is: "mixed" },
    ),
    token("a Mollie token", "access_", /[A-Za-z0-9]{30,50}/, "https://docs.mollie.com/reference/authentication", {
        is: "mixed",
    }),
    token(
        "a Checkout.com secret key",
        "sk_ sk_sbox_",
        /[a-z2-7]{26}[a-z2-7*#$=]/,
        "https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
    ),
    token(
        "a Checkout.com secret key",
        "sk_ sk_test_",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
    ),
    token(
        "a Shippo token",
        "shippo_live_ shippo_test_",
        /[0-9a-f]{38,42}/,
        "https://docs.goshippo.com/docs/guides_general/authentication/",
    ),
    token("an EasyPost key", "EZAK EZTK", /[A-Za-z0-9]{50,58}/, "https://docs.easypost.com/docs/authentication"),
    token(
        "a Duffel token",
        "duffel_live_ duffel_test_",
        /[\w=-]{40,48}/,
        "https://duffel.com/docs/api/overview/making-requests",
    ),
    token("a Paddle key", "pdl_live_apikey_ pdl_sdbx_apikey_", /[a-z0-9]{24,28}_\w{20,30}/, PADDLE),
    token("a Paddle key", "pdl_ntfset_", /[a-z0-9]{24,28}_[\w+/=-]{24,}/, PADDLE),
    token(
        "a Polar token",
        "polar_pat_ polar_oat_ polar_whs_ polar_cs_ polar_rt_ polar_at_o_ polar_at_u_",
        /[A-Za-z0-9]{30,60}/,
        POLAR,
    ),
    token(
        "a Klarna API key",
        "klarna_live_api_ klarna_test_api_",
        /[\w=+/-]{30,}/,
        "https://docs.klarna.com/api/authentication/",
    ),
    token("a SumUp key", "sup_sk_ sup_afk_", /[A-Za-z0-9]{28,44}/, "https://developer.sumup.com/tools/authorization/"),
    token(
        "a Mercado Pago token",
        "APP_USR- TEST-",
        /\d{10,20}-\d{6}-[0-9a-f]{32}-\d{6,12}/,
        "https://www.mercadopago.com/developers/en/docs/credentials",
    ),
    token(
        "a Xendit key",
        "xnd_production_ xnd_development_",
        /[A-Za-z0-9]{30,80}/,
        "https://docs.xendit.co/docs/api-keys",
    ),
    token(
        "a Midtrans server key",
        "Mid-server- SB-Mid-server-",
        /[\w-]{20,30}/,
        "https://docs.midtrans.com/docs/authentication",
    ),
    token("an Omise secret key", "skey_", /(?:test_)?[a-z0-9]{18,24}/, "https://docs.omise.co/api-authentication"),
    token(
        "a Cashfree secret",
        "cfsk_ma_prod_ cfsk_ma_test_",
        /[0-9a-f]{32}_[0-9a-f]{8}/,
        "https://www.cashfree.com/docs/api-reference/authentication",
    ),
    token("a Rapyd secret key", "rsk_", /[0-9a-f]{60,120}/, "https://docs.rapyd.net/en/access-and-authentication.html"),
    token("a Revolut secret key", "oa_prod_ oa_sand_", /[\w-]{36,50}/, REVOLUT),
    token(
        "a Circle API key",
        "LIVE_API_KEY: TEST_API_KEY: SAND_API_KEY:",
        /[0-9a-f]{32}:[0-9a-f]{32}/,
        "https://developers.circle.com/w3s/circle-developer-account",
    ),
    token("a BitGo token", "v2x", /[0-9a-f]{60,68}/, "https://developers.bitgo.com/"),
    token("an Alchemy token", "alcht_", /[A-Za-z0-9]{28,34}/, "https://www.alchemy.com/docs/"),
    token("a QuickNode key", "QN_", /[0-9a-f]{32}/, "https://www.quicknode.com/docs/"),
    token(
        "a CoinGecko key",
        "CG-",
        /[A-Za-z0-9]{22,26}/,
        "https://docs.coingecko.com/reference/setting-up-your-api-key",
        { is: "mixed" },
    ),
    token("a Telnyx key", "KEY0", /[0-9A-Fa-f]{31}_[A-Za-z0-9]{20,24}/, "https://developers.telnyx.com/docs/overview"),
    token("a Shopify token", "shpat_ shpca_ shppa_ shpss_ shptka_ shpua_ shpit_ shprt_", /[0-9a-fA-F]{32}/, SHOPIFY),
    token("a WooCommerce key", "ck_ cs_", /[0-9a-f]{40}/, "https://woocommerce.com/document/woocommerce-rest-api/"),
    token("an eBay credential", "PRD- SBX-", /[0-9a-f]{12}-(?:[0-9a-f]{4}-){3}[0-9a-f]{4}/, EBAY),
    text("an eBay credential", ["v^1.1#"], /i\^1#[^\s"']{60,600}/, EBAY),
    token(
        "an AfterShip key",
        "asat_",
        /[0-9a-f]{32}/,
        "https://www.aftership.com/docs/tracking/quickstart/authentication",
    ),
    token(
        "a key pair of Razorpay",
        "rzp_live_ rzp_test_",
        /[A-Za-z0-9]{14}:[A-Za-z0-9]{20,28}/,
        "https://razorpay.com/docs/api/authentication/",
    ),
    token("a Ramp token", "ramp_tok_ ramp_sec_ ramp_business_tok_", /[A-Za-z0-9]{40,60}/, "https://docs.ramp.com/"),
    token(
        "a Basis Theory key",
        "key_prod_us_pvt_ key_test_us_pvt_ key_prod_eu_pvt_ key_test_eu_pvt_",
        /[A-Za-z0-9]{20,28}/,
        "https://developers.basistheory.com/docs/api/applications/",
    ),
    token("an Evervault key", "ev:key:1:", /[\w+/=:-]{40,100}/, "https://docs.evervault.com/sdks/"),
    token("an Asaas key", "$aact_", /[\w+/=:-]{60,}/, "https://docs.asaas.com/docs/autenticacao"),
    token("a Pagar.me key", "ak_live_ ak_test_", /[A-Za-z0-9]{30}/, "https://docs.pagar.me/docs/chaves-de-acesso"),
    token(
        "a Mercury token",
        "mercury_production_ mercury_sandbox_ mercury_nonproduction_",
        /[a-z]{2,6}_[A-Za-z0-9]{36,60}_yrucrem/,
        "https://docs.mercury.com/reference/getting-started-with-your-api",
    ),
    token(
        "a Rainforest key",
        "apikey_ sbx_apikey_",
        /[0-9a-f]{60,68}/,
        "https://docs.rainforestpay.com/reference/authentication",
    ),
    token("a Shopify token", "prtapi_", /[0-9a-f]{32}/, SHOPIFY),
    token("a Shopify token", "atkn_", /[0-9a-f]{32,68}/, SHOPIFY),
    token(
        "a partner's key of Shopee",
        "shpk",
        /(?=[A-Za-z]{0,50}\d)[A-Za-z0-9]{58,64}/,
        "https://open.shopee.com/developer-guide/16",
    ),
    token("a Databento key", "db-", /[A-Za-z0-9]{29}/, "https://databento.com/docs/portal/api-keys", { is: "mixed" }),
    token("a Polar token", "polar_crt_ polar_ac_ polar_us_ polar_at_", /[A-Za-z0-9_-]{30,60}/, POLAR),
    token(
        "a Robinhood key",
        "rh-api-",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://docs.robinhood.com/crypto/trading/",
    ),
];
