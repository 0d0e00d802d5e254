import { around, shaped, text, token } from "./format";

const SLACK = "https://docs.slack.dev/authentication/tokens";
const SLACK_HOOKS = "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks";
const DISCORD = "https://discord.com/developers/docs/reference#authentication";
const MAILGUN = "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth";
const META = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/";
const LINKEDIN = "https://learn.microsoft.com/linkedin/shared/authentication/authentication";
const TIKTOK = "https://developers.tiktok.com/doc/oauth-user-access-token-management";

/** Mail, chats, telephones and social networks. */
export const messaging = [
    token(
        "a Slack token",
        "xoxa- xoxb- xoxc- xoxd- xoxe- xoxo- xoxp- xoxr- xoxs- xoxe.xoxb- xoxe.xoxp-",
        /[\w%-]{10,400}/,
        SLACK,
    ),
    token("a Slack token", "xapp-", /\d-[A-Z0-9]+-\d+-[0-9a-z]{40,80}/, SLACK),
    token("a Slack token", "xwfp-", /[\w-]{30,}/, SLACK),
    shaped("a Discord bot's token", /[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}/, DISCORD),
    around(
        "a Telegram bot's token",
        /\d{8,10}/,
        ":AA",
        /[\w-]{33}/,
        "https://core.telegram.org/bots/api#authorizing-your-bot",
    ),
    token(
        "a SendGrid API key",
        "SG.",
        /[\w-]{20,24}\.[\w-]{39,50}/,
        "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    ),
    token("a Mailgun API key", "key-", /[0-9a-f]{32}/, MAILGUN),
    shaped("a Mailgun API key", /[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}/, MAILGUN),
    around(
        "a Mailchimp API key",
        /[0-9a-f]{32}/,
        "-us",
        /\d{1,2}/,
        "https://mailchimp.com/developer/marketing/guides/quick-start/",
        "any",
    ),
    token("a Mandrill key", "md-", /[\w-]{22}/, "https://mailchimp.com/developer/transactional/guides/quick-start/", {
        is: "mixed",
    }),
    token(
        "a Brevo key",
        "xkeysib- xsmtpsib-",
        /[0-9a-f]{60,68}-[A-Za-z0-9]{14,18}/,
        "https://developers.brevo.com/docs/getting-started",
    ),
    token(
        "a Resend key",
        "re_",
        /[A-Za-z0-9]{8}_[A-Za-z0-9]{20,28}/,
        "https://resend.com/docs/api-reference/introduction",
    ),
    token("a MailerSend token", "mlsn.", /[0-9a-f]{60,68}/, "https://developers.mailersend.com/general.html"),
    token("a Nylas key", "nyk_v0_", /[A-Za-z0-9]{40,80}/, "https://developer.nylas.com/docs/v3/auth/"),
    token("a Kit key", "kit_", /[0-9a-f]{30,40}/, "https://developers.kit.com/api-reference/authentication"),
    token(
        "a Twilio API key",
        "SK0 SK1 SK2 SK3 SK4 SK5 SK6 SK7 SK8 SK9 SKa SKb SKc SKd SKe SKf",
        /[0-9a-f]{31}/,
        "https://www.twilio.com/docs/iam/api-keys",
    ),
    token(
        "an Intercom token",
        "dG9r",
        /[A-Za-z0-9+/]{50,80}={0,2}/,
        "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
    ),
    token("a Facebook access token", "EAA", /[A-Za-z0-9]{90,}/, META),
    shaped("a Facebook access token", /\d{13,17}\|[\w-]{26,28}/, META, "mixed"),
    token("an Instagram access token", "IGQ IGAA THAA THQ", /[\w-]{80,}/, META),
    token(
        "a bearer token of X",
        "AAAAAAAAAAAAAAAAAAAAA",
        /(?!A{8})[A-Za-z0-9%]{30,120}(?![\w/+=-])/,
        "https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only",
    ),
    token("a LinkedIn secret", "WPL_AP0. WPL_AP1.", /[A-Za-z0-9]{14,24}\.?[A-Za-z0-9+/=]{0,20}/, LINKEDIN),
    token("a LinkedIn token", "AQS AQT AQU AQV AQW AQX", /[\w-]{150,}/, LINKEDIN),
    token("a TikTok token", "act. rft. clt.", /[A-Za-z0-9!.%*]{40,200}/, TIKTOK, { is: "mixed" }),
    token(
        "a Pinterest token",
        "pina_ pinc_ pinr.",
        /[\w-]{40,}/,
        "https://developers.pinterest.com/docs/getting-started/authentication/",
    ),
    shaped(
        "a Viber token",
        /[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}/,
        "https://developers.viber.com/docs/api/rest-bot-api/",
    ),
    token(
        "a OneSignal key",
        "os_v2_app_ os_v2_org_",
        /[a-z0-9]{60,120}/,
        "https://documentation.onesignal.com/docs/keys-and-ids",
    ),
    token("a Klaviyo private key", "pk_", /[0-9a-f]{34}/, "https://developers.klaviyo.com/en/docs/authenticate_"),
    token("a ClickUp token", "pk_", /\d{4,12}_[A-Z0-9]{32}/, "https://developer.clickup.com/docs/authentication"),
    token("a Courier key", "pk_prod_", /[A-Z0-9]{28}/, "https://www.courier.com/docs/reference/intro/"),
    shaped("an Ably key", /[\w-]{6}\.[\w-]{6}:[\w-]{43}/, "https://ably.com/docs/auth/basic", "mixed"),
    token(
        "a DingTalk secret",
        "SEC",
        /[0-9a-f]{64}/,
        "https://open.dingtalk.com/document/robots/customize-robot-security-settings",
    ),
    token(
        "a HubSpot token",
        "pat-na1- pat-na2- pat-na3- pat-eu1- pat-ap1-",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview",
    ),
    token(
        "a Salesforce session",
        "00D",
        /[A-Za-z0-9]{12,15}![\w.]{60,}/,
        "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/quickstart_oauth.htm",
    ),
    token(
        "a Salesforce refresh token",
        "5Aep861 5Aep7 5Aep8",
        /[\w.-]{40,}/,
        "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm",
    ),
    text(
        "a webhook's URL",
        [
            "hooks.slack.com/services/",
            "hooks.slack.com/workflows/",
            "hooks.slack.com/triggers/",
            "hooks.slack-gov.com/services/",
        ],
        /[A-Z]\w+\/(?:\w+\/){1,2}\w{20,}/,
        SLACK_HOOKS,
    ),
    text(
        "a webhook's URL",
        ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
        /\d{16,20}\/[\w-]{50,}/,
        "https://discord.com/developers/docs/resources/webhook",
    ),
    text(
        "a webhook's URL",
        [".webhook.office.com/webhookb2/", "outlook.office.com/webhook/"],
        /[^\s"'<>]{60,400}/,
        "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
    ),
    text(
        "a webhook's URL",
        ["chat.googleapis.com/v1/spaces/"],
        /[\w-]+\/messages\?[^\s"'<>]{0,300}(?:key|token)=[\w%-]{20,}/,
        "https://developers.google.com/workspace/chat/quickstart/webhooks",
    ),
    text(
        "a webhook's URL",
        ["hooks.zapier.com/hooks/catch/", "hooks.zapier.com/hooks/standard/"],
        /\d{3,}\/(?=\w{0,20}[\w])\w{5,}/,
        "https://help.zapier.com/hc/en-us/articles/8496288690317",
    ),
    text(
        "a webhook's URL",
        [
            "hook.integromat.com/",
            "hook.us1.make.com/",
            "hook.us2.make.com/",
            "hook.eu1.make.com/",
            "hook.eu2.make.com/",
            "hook.make.com/",
        ],
        /[a-z0-9]{28,40}/,
        "https://help.make.com/webhooks",
    ),
    text(
        "a webhook's URL",
        ["maker.ifttt.com/trigger/"],
        /[\w%-]+\/(?:json\/)?with\/key\/[\w-]{20,}/,
        "https://ifttt.com/maker_webhooks",
    ),
    text(
        "a webhook's URL",
        ["oapi.dingtalk.com/robot/send?access_token="],
        /[0-9a-f]{64}/,
        "https://open.dingtalk.com/document/robots/custom-robot-access",
    ),
    text(
        "a webhook's URL",
        ["open.feishu.cn/open-apis/bot/", "open.larksuite.com/open-apis/bot/"],
        /(?:v2\/)?hook\/[\w-]{30,}/,
        "https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot",
    ),
    text(
        "a webhook's URL",
        ["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
        /[0-9a-f-]{36}/,
        "https://developer.work.weixin.qq.com/document/path/91770",
    ),
    text(
        "a webhook's URL",
        ["/hooks/"],
        /(?=[a-z]{0,25}\d)[a-z0-9]{26}(?![\w-])/,
        "https://developers.mattermost.com/integrate/webhooks/incoming/",
    ),
    text(
        "a webhook's URL",
        ["/hooks/"],
        /(?:[0-9a-fA-F]{24}|[A-Za-z0-9]{17})\/[A-Za-z0-9]{40,}/,
        "https://docs.rocket.chat/docs/integrations",
    ),
    text(
        "a webhook's URL",
        ["events.pagerduty.com/integration/"],
        /[0-9a-f]{32}/,
        "https://support.pagerduty.com/main/docs/services-and-integrations",
    ),
    text(
        "a webhook's URL",
        ["api.telegram.org/bot"],
        /\d{6,12}:[\w-]{30,}/,
        "https://core.telegram.org/bots/api#making-requests",
    ),
    shaped(
        "a Twilio account's id and token",
        /AC[0-9a-f]{32}:[0-9a-f]{32}/,
        "https://www.twilio.com/docs/iam/api/authtoken",
    ),
    token(
        "a PubNub secret key",
        "sec-c-",
        /[A-Za-z0-9+/]{40,80}={0,2}/,
        "https://www.pubnub.com/docs/general/setup/account-setup",
    ),
    token(
        "a token of Matrix",
        "syt_",
        /[A-Za-z0-9+/=]{2,80}_[A-Za-z]{20}_[A-Za-z0-9]{6}/,
        "https://spec.matrix.org/latest/client-server-api/#client-authentication",
    ),
    token(
        "a token of Matrix",
        "mct_ mat_ mcr_ mar_",
        /[A-Za-z0-9]{30}_[A-Za-z0-9]{6}/,
        "https://element-hq.github.io/matrix-authentication-service/",
    ),
    text(
        "a webhook's URL",
        ["alert.victorops.com/integrations/generic/"],
        /\d{8}\/alert\/[0-9a-f-]{36}/,
        "https://help.victorops.com/knowledge-base/rest-endpoint-integration-guide/",
    ),
    token("a MessageBird key", "live_ test_", /[A-Za-z0-9]{25}/, "https://developers.messagebird.com/api/#api-keys", {
        is: "mixed",
    }),
    token(
        "a Twitch token",
        "oauth:",
        /(?=[a-z]{0,29}\d)[a-z0-9]{30}/,
        "https://dev.twitch.tv/docs/chat/authenticating/",
    ),
    token("a signing key of QStash", "sig_", /[A-Za-z0-9]{28}/, "https://upstash.com/docs/qstash/howto/signature", {
        is: "mixed",
    }),
];
