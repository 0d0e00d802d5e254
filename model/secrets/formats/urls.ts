import { text } from "./format";

const USERINFO = "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1";
const HEADER = "https://www.rfc-editor.org/rfc/rfc9110#name-authorization";
const SIGV4 = "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html";

/** A scheme is short: unbounded, the search through a long text without one would be quadratic. */
const SCHEME = /[A-Za-z][A-Za-z0-9+.-]{0,30}/;
const BEHIND_NO_WORD = /(?<![A-Za-z0-9+.-])/;
const IN_QUERY = /(?<=[?&#])/;

/** Connection strings, signed URLs and headers: who holds one may go in. */
export const urls = [
    text(
        "a connection string with a password",
        ["://"],
        // Neither a port and a path, nor what is filled in later, nor the words themselves.
        /(?!user(?:name)?:pass(?:word)?@)(?!\w+:(?:secret|password|pass|test|guest)@(?:[\w-]+\.)?example\.(?:com|org|net)\b)(?!(?<same>\w{1,64}):\k<same>@(?:localhost|127\.0\.0\.1)\b)[^\s/:@?#"'`<>,]{0,256}:(?!\d{1,5}[?#,])(?!\*+@|\$|<|\{|#\{|%[sdv@(]|%\w+%@|\[|:|x+@|(?:your|my)?[-_]?pass(?:word)?[-_]?(?:here)?@(?:host|hostname|localhost|example\b))[^\s/@"'`<>]{3,256}@(?:[^\s/"'`<>]|\/\w)/,
        USERINFO,
        { before: SCHEME, after: BEHIND_NO_WORD },
    ),
    text(
        "a connection string with a password",
        ["@tcp(", "@unix(", "@tcp4(", "@tcp6("],
        /[^\s()]{1,256}\)/,
        "https://github.com/go-sql-driver/mysql#dsn-data-source-name",
        {
            before: /[^\s:@/"'`]{1,64}:(?![\w.]*pass(?:word)?@|\*+@|[^@]{0,64}\}@|%s@|<)[^\s@"'`]{3,128}/,
            after: /(?<=^|[\s"'`=])/,
        },
    ),
    // The secret half of an AWS key has slashes that people forget to encode.
    text("a connection string with a password", ["s3://"], /[A-Za-z0-9]{16,32}:[A-Za-z0-9+/]{30,60}@/, USERINFO),
    text(
        "a URL with a token",
        ["://"],
        /(?![0-9a-f]{32}@)(?=[\w~.-]{0,200}\d)(?=[\w~.-]{0,200}[A-Za-z])[\w~.-]{20,255}:?@[^\s/"'`<>]/,
        USERINFO,
        {
            before: SCHEME,
            after: BEHIND_NO_WORD,
            is: "random",
        },
    ),
    text(
        "a connection string with a password",
        ["jdbc:oracle:thin:", "jdbc:oracle:oci:"],
        /[^\s/@"']{1,128}\/(?!\$|<|\{)[^\s/@"']{3,128}@/,
        "https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/",
    ),
    text(
        "a connection string with a password",
        ["@//"],
        /[\w.-]{2,100}(?::\d{1,5})?\/\w/,
        "https://docs.oracle.com/en/database/oracle/oracle-database/23/netag/",
        { before: /[\w$]{1,40}\/(?!\$|<|\{)[^\s/@"']{3,60}/, after: /(?<=^|[\s"'=])/ },
    ),
    text(
        "a URL with a key of a blockchain's node",
        [".alchemy.com/", ".infura.io/", ".quiknode.pro/", ".ankr.com/", ".blastapi.io/", ".chainstack.com/"],
        /(?:(?:v\d|rpc|nft|ws|multichain|eth|polygon|bsc|solana)\/){0,3}(?=[\w-]{0,40}\d)[\w-]{30,66}(?![\w-])/,
        "https://www.alchemy.com/docs/best-practices-for-key-security-and-management",
    ),
    text(
        "a shared access signature",
        ["sig="],
        /[\w%+/-]{40,100}/,
        "https://learn.microsoft.com/rest/api/storageservices/create-account-sas",
        { after: /(?<=^|[?&])/, is: "random" },
    ),
    text(
        "a URL with a function's key",
        ["code="],
        /[\w%+/-]{40,100}={0,2}/,
        "https://learn.microsoft.com/azure/azure-functions/function-keys-how-to",
        { after: IN_QUERY, near: /\.azurewebsites\.net\//, is: "random" },
    ),
    text("a signed URL", ["X-Amz-Signature="], /[0-9a-f]{64}/, SIGV4),
    text(
        "a signed URL",
        ["X-Goog-Signature="],
        /[0-9a-f]{100,}/,
        "https://cloud.google.com/storage/docs/access-control/signed-urls",
    ),
    text(
        "a signed URL",
        ["Signature="],
        /[\w~-]{100,600}/,
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html",
        { after: IN_QUERY, near: /Key-Pair-Id=/, is: "random" },
    ),
    text(
        "a bearer or basic authorization header",
        ["Bearer ", "bearer ", "BEARER "],
        /\s*(?=[^\s]{0,200}[\dA-Z])[A-Za-z0-9+/=_.~-]{16,4096}/,
        HEADER,
        { after: /(?<![\w-])/, is: "random" },
    ),
    text(
        "a bearer or basic authorization header",
        ["Basic ", "basic "],
        /\s*(?=[A-Za-z+/]{0,200}[\dA-Z])[A-Za-z0-9+/]{14,1024}={0,2}(?![\w-])/,
        HEADER,
        { after: /(?<=^|["'`:=]\s?)/, is: "random" },
    ),
    text("an authorization header", ["Token ", "token "], /[0-9a-f]{40}(?!\w)/, HEADER, {
        after: /(?<=^|["'`:=]\s?)/,
        is: "random",
    }),
    text(
        "an authorization header",
        ["ApiKey "],
        /[A-Za-z0-9+/_-]{30,}={0,2}/,
        "https://www.elastic.co/docs/api/doc/elasticsearch/authentication",
        { after: /(?<=^|["'`:=]\s?)/, is: "random" },
    ),
    text(
        "an authorization header",
        ["SSWS "],
        /[\w-]{38,46}/,
        "https://developer.okta.com/docs/guides/create-an-api-token/main/",
        { is: "random" },
    ),
    text(
        "an authorization header",
        ["GenieKey ", "Splunk "],
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://docs.opsgenie.com/docs/authentication",
        { is: "random" },
    ),
    text(
        "a token to join a cluster",
        ["--token ", "--token="],
        /(?=[a-z]{0,5}\d|[a-z0-9]{6}\.[a-z]{0,15}\d)[a-z0-9]{6}\.[a-z0-9]{16}(?!\w)/,
        "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
        { is: "random" },
    ),
    text(
        "a password in an address of SIP",
        ["sip:", "sips:"],
        /[\w.+-]{1,60}:[^\s:@/"'${}<>]{6,80}@[\w.-]{3,}/,
        "https://www.rfc-editor.org/rfc/rfc3261",
    ),
    text(
        "a signed URL",
        ["GoogleAccessId="],
        /[^\s"'&]{5,120}&(?:[^\s"'&]{1,80}&){0,6}Signature=[\w%+/=-]{60,}/,
        "https://cloud.google.com/storage/docs/access-control/signed-urls-v2",
    ),
    text(
        "a calendar's secret address",
        ["/private-"],
        /[0-9a-f]{32}\/basic(?:\.ics)?/,
        "https://support.google.com/calendar/answer/37648",
    ),
    text(
        "a token of Loggly in a URL",
        ["loggly.com/"],
        /(?:inputs|bulk)\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/http-endpoint.htm",
    ),
    text(
        "a Datadog API key in a URL",
        ["http-intake.logs."],
        /[\w.]{4,40}\/(?:v1\/input|api\/v2\/logs\?dd-api-key=)\/?[0-9a-f]{32}/,
        "https://docs.datadoghq.com/api/latest/logs/",
    ),
];
