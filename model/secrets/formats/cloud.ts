import { around, text, threeOf, token } from "./format";

const AWS_IDS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes";
const AWS_STS = "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html";
const AWS_KEYS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html";
const BEDROCK = "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html";
const AMAZON_LOGIN = "https://developer.amazon.com/docs/login-with-amazon/security-profile.html";
const ENTRA = "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret";
const AZURE_STORAGE = "https://learn.microsoft.com/purview/sit-defn-azure-storage-account-key";
const AZURE_KEYS = "https://github.com/microsoft/security-utilities";
const CONNECTIONS = "https://learn.microsoft.com/dotnet/api/system.data.sqlclient.sqlconnection.connectionstring";
const GOOGLE_KEYS = "https://cloud.google.com/docs/authentication/api-keys";
const GOOGLE_OAUTH = "https://developers.google.com/identity/protocols/oauth2";
const YANDEX = "https://yandex.cloud/docs/iam/concepts/authorization/";
const CLOUDFLARE = "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/";
const VERCEL = "https://vercel.com/docs/rest-api";
const NETLIFY = "https://docs.netlify.com/api/get-started/#authentication";
const RAILS_OF_DATA = "https://planetscale.com/docs/concepts/service-tokens";

/** Text that ends where the next part of a connection string begins, and is no template and no argument that hands on a variable. */
const VALUE =
    /\s*=\s*(?!(?:[A-Za-z_]{1,40}[._])?(?:password|passwd|pwd|pass|pw)\s*[,)]|(?:self|args|config|cfg|settings|options|os|env)\.[\w.]{1,60}|[A-Za-z_.]{1,60}\)|\$\{|\$\(|\{(?!(?=[^{};\s]{0,60}\d)[^{};\s]{6,60}\})|<|#\{|[:@?%]|\*+(?:;|$))[^\s;&"'`]{3,}/;

/** What else a connection string has. */
const CONNECTS =
    /\b(?:server|data source|host(?:name)?|endpoint|accountname|accountendpoint|uid|user(?: ?id|name)?|driver|database|dbname|initial catalog|ssl|sharedaccesskeyname)=|:\/\/|\bjdbc:|:\d{4,5},/i;

/** Half of what signs requests to AWS. */
export const AWS_ACCESS_KEY_ID = "an AWS access key id";

export const cloud = [
    token(AWS_ACCESS_KEY_ID, "AKIA ASIA", /[A-Z0-9]{16}(?![A-Za-z0-9])/, AWS_IDS, {
        after: /(?<![A-Za-z0-9])|(?<=\\[nrt]|%[0-9A-F]{2})/,
    }),
    token("a service bearer token of AWS STS", "ABIA", /[A-Z0-9]{16}/, AWS_IDS),
    text(
        "an AWS secret access key",
        [
            "ecret_access_key",
            "ECRET_ACCESS_KEY",
            "ecretAccessKey",
            "ecret-access-key",
            "aws_secret_key",
            "AWS_SECRET_KEY",
            "awsSecretKey",
            "aws.secretKey",
        ],
        /["']?(?:\s{0,20}(?:[:=]|=>|,)\s{0,20}|\s)["']?(?=[a-z0-9+/]{0,39}[A-Z])(?=[A-Z0-9+/]{0,39}[a-z])(?=[A-Za-z+/]{0,39}\d)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/,
        AWS_KEYS,
    ),
    token(
        "an AWS session token",
        "IQoJb3JpZ2luX2Vj FwoGZXIvYXdz FQoGZXIvYXdz FwoDYXdz FQoDYXdz",
        /[A-Za-z0-9+/=]{80,}/,
        AWS_STS,
    ),
    token("an AWS session token", "aoaAAAAA aorAAAAA", /[\w+/=:.-]{80,}/, AWS_STS),
    token("a Bedrock API key", "ABSK", /[A-Za-z0-9+/]{90,}={0,2}/, BEDROCK),
    token("a Bedrock API key", "bedrock-api-key-", /[\w+/=-]{60,}/, BEDROCK),
    token(
        "an AppSync API key",
        "da2-",
        /[a-z0-9]{24,30}/,
        "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    ),
    token("a stream's key of IVS", "sk_us- sk_eu- sk_ap-", /[a-z]+-\d_\w{10,60}/, "https://docs.aws.amazon.com/ivs/"),
    token(
        "a token of Amazon's Marketplace Web Service",
        "amzn.mws.",
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
        AMAZON_LOGIN,
    ),
    token("a client secret of Login with Amazon", "amzn1.oa2-cs.v1.", /[0-9a-f]{60,70}/, AMAZON_LOGIN),
    token("a token of Login with Amazon", "Atzr| Atza|", /[\w+/=-]{60,}/, AMAZON_LOGIN),

    around(
        "a client secret of Microsoft Entra ID",
        /[\w~.-]{3}/,
        "0Q~ 1Q~ 2Q~ 3Q~ 4Q~ 5Q~ 6Q~ 7Q~ 8Q~ 9Q~",
        /[\w~.-]{31,34}/,
        ENTRA,
    ),
    text(
        "a connection string with a password",
        [
            "assword",
            "ASSWORD",
            "Pwd",
            "pwd",
            "PWD",
            "AccountKey",
            "accountkey",
            "accountKey",
            "SharedAccessKey",
            "sharedAccessKey",
            "sharedaccesskey",
            "accesskey",
            "AccessKey",
        ],
        VALUE,
        CONNECTIONS,
        { before: /[Pp]?/, after: /(?<=^|[;\s&?,"'])/, near: CONNECTS },
    ),
    text(
        "a connection string of App Configuration",
        [".azconfig.io;Id="],
        /[^;\s]{1,100};Secret=[A-Za-z0-9+/=]{20,}/,
        "https://learn.microsoft.com/azure/azure-app-configuration/howto-best-practices",
    ),
    around(
        "an account key of Azure Storage",
        /[A-Za-z0-9+/]{60,80}/,
        "+ASt",
        /[A-Za-z0-9+/]{4,8}={0,2}/,
        AZURE_STORAGE,
    ),
    around("an account key of Cosmos DB", /[A-Za-z0-9+/]{70,80}/, "ACDb", /[A-Za-z0-9+/]{4,8}={0,2}/, AZURE_KEYS),
    around("a key of Azure Batch", /[A-Za-z0-9+/]{70,80}/, "+ABa", /[A-Za-z0-9+/]{4,8}={0,2}/, AZURE_KEYS),
    around("a key of API Management", /[A-Za-z0-9+/]{70,80}/, "APIM", /[A-Za-z0-9+/]{4,8}={0,2}/, AZURE_KEYS),
    around(
        "a shared access key of Azure",
        /[A-Za-z0-9+/]{30,36}/,
        "+ASb +AEh AIoT +ARm AEhS ASbT",
        /[A-Za-z0-9+/]{4,8}=?/,
        AZURE_KEYS,
    ),
    around("a key of Azure AI Search", /[A-Za-z0-9]{40,44}/, "AzSe", /[A-Za-z0-9]{4,8}/, AZURE_KEYS),
    around("a key of Azure Functions", /[\w-]{40,46}/, "AzFu", /[\w-]{4,8}={0,2}/, AZURE_KEYS),
    around("a key of Azure Cache for Redis", /[A-Za-z0-9]{30,36}/, "AzCa", /[A-Za-z0-9]{4,8}=?/, AZURE_KEYS),
    around("a password of Azure Container Registry", /[A-Za-z0-9+/]{40,44}/, "+ACR", /[A-Za-z0-9+/]{4,8}/, AZURE_KEYS),
    around("a token of Azure DevOps", /[A-Za-z0-9]{70,80}/, "AZDO", /[A-Za-z0-9]{4,8}/, AZURE_KEYS),
    around("a key of Azure AI services", /[A-Za-z0-9]{50,54}/, "JQQJ", /9[A-Za-z0-9]{20,40}/, AZURE_KEYS),
    around("a key of Event Grid", /[A-Za-z0-9+/]{30,46}/, "AZEG", /[A-Za-z0-9+/]{4,40}={0,2}/, AZURE_KEYS),

    token("a Google API key", "AIza", /[\w-]{35}/, GOOGLE_KEYS, {
        // The key and the configuration of a web application in Firebase, which every browser is given.
        unless: /\bauthDomain\b|\bmessagingSenderId\b|\.firebaseapp\.com|firebase[\w.-]{0,20}api[_.-]?key/i,
    }),
    token("a Google API key", "AQ.Ab", /[\w-]{40,}/, GOOGLE_KEYS),
    token("a Google OAuth client secret", "GOCSPX-", /[\w-]{26,30}/, GOOGLE_OAUTH),
    token("a Google access token", "ya29.", /[\w.-]{30,}/, "https://cloud.google.com/docs/authentication/token-types"),
    token("a Google refresh token", "1//0", /[\w-]{40,}/, GOOGLE_OAUTH),
    token(
        "an HMAC key of Cloud Storage",
        "GOOG1E GOOG",
        /[A-Z0-9]{16,58}/,
        "https://cloud.google.com/storage/docs/authentication/hmackeys",
    ),
    around(
        "a server key of Firebase Cloud Messaging",
        /AAAA[\w-]{5,9}/,
        ":APA91b",
        /[\w-]{100,}/,
        "https://firebase.google.com/docs/cloud-messaging/auth-server",
    ),

    token("a key of Alibaba Cloud", "LTAI", /[A-Za-z0-9]{12,24}/, "https://www.alibabacloud.com/help/en/ram/", {
        is: "mixed",
    }),
    token("a session token of Alibaba Cloud", "STS.", /[A-Za-z0-9]{20,}/, "https://www.alibabacloud.com/help/en/ram/"),
    token(
        "a key of Tencent Cloud",
        "AKID",
        /[A-Za-z0-9]{28,36}/,
        "https://www.tencentcloud.com/document/product/598/32675",
    ),
    token("a key of Volcengine", "AKLT", /[A-Za-z0-9+/]{30,60}={0,2}/, "https://www.volcengine.com/docs/6291/65568"),
    token(
        "a key of Baidu Cloud",
        "bce-v3/ALTAK-",
        /[A-Za-z0-9]{16,40}\/[0-9a-f]{30,64}/,
        "https://cloud.baidu.com/doc/",
    ),
    token(
        "a DigitalOcean token",
        "dop_v1_ doo_v1_ dor_v1_",
        /[0-9a-f]{60,68}/,
        "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    ),
    token(
        "a key of DigitalOcean Spaces",
        "DO00 DO801",
        /[A-Z0-9]{14,18}/,
        "https://docs.digitalocean.com/products/spaces/how-to/manage-access/",
    ),
    token("a key of Scaleway", "SCW", /[A-Z0-9]{17}/, "https://www.scaleway.com/en/docs/iam/concepts/#api-key"),
    token("a token of Scalingo", "tk-us-", /[\w-]{40,56}/, "https://developers.scalingo.com/"),
    token("a key of Yandex Cloud", "AQVN", /[\w-]{32,42}/, YANDEX),
    token("a key of Yandex Cloud", "YCAJE YCNN YCM YCO YCP", /[\w-]{18,40}/, YANDEX, { is: "mixed" }),
    token("a token of Yandex Cloud", "t1.", /[\w-]{20,}={0,2}\.[\w-]{60,}={0,2}/, YANDEX),
    token("a token of Yandex Cloud", "y0_ y1_ y2_ y3_", /[\w-]{40,80}/, YANDEX, { is: "mixed" }),
    token("an API token of Cloudflare", "cfut_ cfat_ cfk_", /[A-Za-z0-9]{36,60}/, CLOUDFLARE),
    token("a key of Cloudflare's Origin CA", "v1.0-", /[0-9a-f]{22,26}-[0-9a-f]{100,160}/, CLOUDFLARE),
    token("a token of Cloudflare Tunnel", "eyJhIjoi", /[A-Za-z0-9+/]{100,}={0,2}/, CLOUDFLARE),
    token("a secret of Cloudflare Turnstile", "0x4AAAAAAA", /[\w-]{24,28}/, CLOUDFLARE),
    token(
        "a credential of Akamai's API",
        "akab-",
        /[a-z0-9]{16}-[a-z0-9]{16}(?!\.\w)/,
        "https://techdocs.akamai.com/developer/",
    ),
    token(
        "a Heroku token",
        "HRKU-",
        /(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[\w-]{40,70})/,
        "https://devcenter.heroku.com/articles/authentication",
    ),
    token(
        "a Fly.io token",
        "fm1_ fm2_ fm1r_ fm1a_ fm2r_ fm2a_",
        /[A-Za-z0-9+/]{100,}={0,3}/,
        "https://fly.io/docs/security/tokens/",
    ),
    token("a Fly.io token", "fo1_", /[\w-]{40,46}/, "https://fly.io/docs/security/tokens/"),
    token("a Netlify token", "nfp_ nfc_ nfo_ nfb_ nfu_", /[A-Za-z0-9]{32,44}/, NETLIFY),
    token(
        "a Vercel token",
        "vcp_ vci_ vca_ vcr_ vck_ vercel_blob_rw_",
        /(?:[A-Za-z0-9]{16,}(?:_[A-Za-z0-9]{16,})?|[\w-]{56})/,
        VERCEL,
    ),
    token("a Render key", "rnd_", /[A-Za-z0-9]{24,40}/, "https://render.com/docs/api"),
    token("a Deno Deploy token", "ddp_ ddo_ ddw_", /[A-Za-z0-9]{34,42}/, "https://docs.deno.com/deploy/"),
    token("a Val Town token", "vtwn_", /[A-Za-z0-9]{20,40}/, "https://docs.val.town/api/authentication/"),
    token("a Modal token", "as-", /[A-Za-z0-9]{22}/, "https://modal.com/docs/reference/modal.config", { is: "mixed" }),
    token("a Northflank token", "nf-", /eyJ[\w.-]{40,}/, "https://northflank.com/docs/v1/api/use-the-api"),
    token(
        "a Convex deploy key",
        "prod: dev: preview: project:",
        /[\w:-]{3,80}\|[A-Za-z0-9+/=]{40,}/,
        "https://docs.convex.dev/cli/deploy-key-types",
    ),

    token("a Supabase key", "sb_secret_", /[\w-]{28,40}/, "https://supabase.com/docs/guides/api/api-keys"),
    token(
        "a Supabase key",
        "sbp_ sbp_oauth_ sbp_v0_",
        /[0-9a-f]{38,44}/,
        "https://supabase.com/docs/guides/api/api-keys",
    ),
    token(
        "a PlanetScale credential",
        "pscale_tkn_ pscale_pw_ pscale_oauth_ pscale_api_ pscale_app_secret_",
        /[\w=.-]{30,64}/,
        RAILS_OF_DATA,
    ),
    token("a Neon API key", "napi_", /[a-z0-9]{40,80}/, "https://neon.com/docs/manage/api-keys"),
    token("a Dagster token", "agent:", /[\w-]{1,40}:[0-9a-f]{32}/, "https://docs.dagster.io/deployment/dagster-plus"),
    token("a Dagster token", "user:", /[0-9a-f]{32}/, "https://docs.dagster.io/deployment/dagster-plus", {
        weak: true,
    }),
    token("a ClickHouse Cloud key", "4b1d", /[A-Za-z0-9]{38}/, "https://clickhouse.com/docs/cloud/manage/openapi", {
        is: "mixed",
    }),
    token(
        "a Materialize password",
        "mzp_",
        /[0-9a-f]{64}/,
        "https://materialize.com/docs/manage/users-service-accounts/",
    ),
    token(
        "an application key of Backblaze",
        "K000 K001 K002 K003 K004 K005 K006",
        /[A-Za-z0-9+/]{27}(?![A-Za-z0-9+/=])/,
        "https://www.backblaze.com/docs/cloud-storage-application-keys",
        { is: "mixed" },
    ),
    token("a Xata key", "xau_", /[A-Za-z0-9]{24,44}/, "https://xata.io/docs/concepts/api-keys"),
    token(
        "a CockroachDB Cloud key",
        "CCDB1_",
        /[A-Za-z0-9]{20,24}_[A-Za-z0-9]{36,44}/,
        "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",
    ),
    token(
        "a password of Aiven",
        "AVNS_",
        /[\w-]{15,24}/,
        "https://aiven.io/docs/platform/concepts/user-access-management",
    ),
    token("a Fauna key", "fnA", /[\w-]{36,42}/, "https://docs.fauna.com/fauna/current/learn/security/keys/", {
        is: "mixed",
    }),
    token(
        "a secret of a MongoDB Atlas service account",
        "mdb_sa_sk_",
        /[\w-]{32,60}/,
        "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/",
    ),
    token(
        "a token of Astra DB",
        "AstraCS:",
        /[A-Za-z0-9%]{16,32}:[0-9a-f]{56,70}/,
        "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",
    ),
    token(
        "a key of Elastic Cloud",
        "essu_ esscu_",
        /[A-Za-z0-9+/=_-]{40,}/,
        "https://www.elastic.co/docs/deploy-manage/api-keys",
    ),
    token(
        "a Databricks token",
        "dapi dose dkea dsapi",
        /[0-9a-f]{32}(?:-\d)?/,
        "https://docs.databricks.com/dev-tools/auth/pat.html",
    ),
    token(
        "a secret of Confluent Cloud",
        "cflt",
        /[A-Za-z0-9+/]{56,62}/,
        "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    ),
    token(
        "an Appwrite key",
        "standard_ dynamic_",
        /[0-9a-f]{200,}/,
        "https://appwrite.io/docs/advanced/platform/api-keys",
    ),
    token("a dbt token", "dbtc_ dbtu_", /[\w-]{36,60}/, "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication"),
    token(
        "a Prefect key",
        "pnu_ pnb_",
        /[A-Za-z0-9]{32,40}/,
        "https://docs.prefect.io/v3/manage/cloud/manage-users/api-keys",
    ),
    token("a StackHawk key", "hawk.", /[\w-]{18,24}\.[\w-]{18,24}/, "https://docs.stackhawk.com/apidocs.html"),
    token("a key of Exoscale", "EXO", /[0-9a-f]{24,26}/, "https://community.exoscale.com/platform/api/"),
    token(
        "a token of Tinybird",
        "p.eyJ",
        /[\w-]{30,}\.[\w-]{20,}/,
        "https://www.tinybird.co/docs/forward/administration/tokens",
    ),
    token("a Fly.io token", "fm1r_", /[A-Za-z0-9+/]{60,}={0,3}/, "https://fly.io/docs/security/tokens/"),
    token("an UpCloud token", "ucat_", /[0-9A-Z]{26}/, "https://upcloud.com/docs/getting-started/api-tokens/"),
    token(
        "a Rancher token",
        "token-",
        /[a-z0-9]{5}:[a-z0-9]{54}/,
        "https://ranchermanager.docs.rancher.com/api/api-tokens",
    ),
    around("a K3s token", /K10[0-9a-f]{64}/, "::server: ::node:", /[\w.-]{4,}/, "https://docs.k3s.io/cli/token", "any"),
    token("a Portainer token", "ptr_", /[A-Za-z0-9+/]{43}=?/, "https://docs.portainer.io/api/access"),
    token("a Scalingo token", "tk-us- tk-eu-", /[\w-]{48,80}/, "https://developers.scalingo.com/"),
    token(
        "an authorization token of Amazon ECR",
        // "AWS:", and JSON in base64.
        "QVdTOmV5S",
        /[A-Za-z0-9+/]{100,}={0,2}/,
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html",
    ),
    token(
        "a token of an EKS cluster",
        "k8s-aws-v1.aHR0cHM6Ly",
        /[\w-]{100,}/,
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ),
    text(
        "a signed cookie of CloudFront",
        ["CloudFront-Signature="],
        /[\w~-]{100,600}/,
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-setting-signed-cookie-custom-policy.html",
        { after: /(?<![\w-])/, is: "random" },
    ),
    token(
        "a session token of Alibaba Cloud",
        "CAIS",
        /[A-Za-z0-9+/]{100,}={0,2}/,
        "https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole",
    ),
    token(
        "a key of Naver Cloud",
        "ncp_iam_",
        /[A-Za-z0-9]{14,48}/,
        "https://api.ncloud-docs.com/docs/en/common-ncpapi",
    ),
    token(
        "a secret key of Yandex Cloud",
        threeOf("YC"),
        /[\w-]{37}/,
        "https://yandex.cloud/docs/iam/concepts/authorization/access-key",
        { is: "mixed" },
    ),
    token("a session of Yandex Cloud", "c1.", /[\w-]{20,}={0,2}\.[\w-]{60,}={0,2}/, YANDEX),
    token(
        "a server key of Yandex SmartCaptcha",
        "ysc2_",
        /[A-Za-z0-9]{40,60}/,
        "https://yandex.cloud/docs/smartcaptcha/concepts/keys",
    ),
    token(
        "an API key of Yandex",
        "dict.1.1. trnsl.1.1. pdct.1.1.",
        /\d{8}T\d{6}Z\.[0-9a-f]{16}\.[0-9a-f]{40}/,
        "https://yandex.com/dev/dictionary/doc/dg/concepts/api-keys.html",
    ),
    token(
        "a LocalStack token",
        "ls-",
        /(?:ci-[A-Za-z0-9]{30,60}|[A-Za-z0-9]{8}-(?:[A-Za-z0-9]{4}-){3}[A-Za-z0-9]{10,16})/,
        "https://docs.localstack.cloud/aws/getting-started/auth-token/",
    ),
    token(
        "a token to join a swarm",
        "SWMTKN-1-",
        /[0-9a-z]{48,52}-[0-9a-z]{22,28}/,
        "https://docs.docker.com/reference/cli/docker/swarm/join-token/",
    ),
    token(
        "a key to unlock a swarm",
        "SWMKEY-1-",
        /[A-Za-z0-9+/]{40,48}=?/,
        "https://docs.docker.com/engine/swarm/swarm_manager_locking/",
    ),
    token(
        "a refresh token of Microsoft Entra ID",
        "0.A 1.A",
        /[\w-]{20,120}\.Ag[\w.-]{150,}/,
        "https://learn.microsoft.com/entra/identity-platform/refresh-tokens",
    ),
];
