import { OPEN } from "../../calls";
import { type Budget, CannotTell, type CodeFiles } from "../../code";
import { type LoadedPackages, packageOf } from "../modules";

/** What makes AWS's requests, and is known by what it gives: it is not gone through. */
const KNOWN =
    /^(?:aws-sdk|@aws-sdk\/.*|@smithy\/.*|@aws-crypto\/.*|@aws\/lambda-invoke-store|aws-xray-sdk.*|@aws-lambda-powertools\/.*|@middy\/.*|@pulumi\/aws)$/;

/**
 * Packages that cannot call AWS with the function's credentials, whatever they are given: they compute, log, validate, or speak to whoever is
 * named to them without AWS's signature. Not listed: what takes an AWS client or finds credentials by itself (nodemailer's SES transport, an ORM's
 * Data API driver, agents that decrypt their key). Each by its own documentation.
 */
const HARMLESS = new RegExp(
    `^(?:${[
        // Language and data.
        "lodash(?:[.-].*)?|underscore|ramda|rambda|remeda|immer|immutable|tslib|@babel/runtime(?:-corejs\\d)?|core-js(?:-pure)?|regenerator-runtime|reflect-metadata|@swc/helpers|object-hash|fast-deep-equal|deepmerge|just-.*|p-(?:map|limit|queue|retry|all|props|series|throttle|timeout)|async|async-retry|bluebird|q|rxjs|events|util|buffer|inherits|ms|bytes|semver|camelcase(?:-keys)?|change-case|slugify|pluralize|he|escape-html|sanitize-html|validator|fp-ts|io-ts|effect|neverthrow|ts-pattern|type-fest|utility-types|json-stringify-safe|fast-json-stringify|fast-safe-stringify|safe-stable-stringify|json5|jsonpath(?:-plus)?|jmespath|flat|dot-prop|big\\.js|bignumber\\.js|decimal\\.js|mathjs|numeral|currency\\.js|dinero\\.js",
        // Time and ids.
        "uuid|nanoid|ulid|ulidx|cuid|@paralleldrive/cuid2|ksuid|shortid|short-uuid|date-fns(?:-tz)?|dayjs|moment(?:-timezone)?|luxon|@js-joda/.*|cron-parser|rrule|iso8601-duration",
        // Checking.
        "zod|joi|@hapi/joi|yup|ajv(?:-.*)?|@sinclair/typebox|valibot|superstruct|class-validator|class-transformer|jsonschema|envalid|env-var|dotenv(?:-.*)?|convict|cleye|validatorjs|@typeschema/.*|io-ts-types|@asteasolutions/zod-to-openapi",
        // Logs and measures.
        "pino(?:-.*)?|winston|bunyan|loglevel|log4js|debug|lambda-log|consola|chalk|kleur|picocolors|source-map-support|aws-embedded-metrics|@opentelemetry/.*|prom-client|hot-shots|@dazn/lambda-powertools-.*|lumigo-opentelemetry",
        // HTTP without a signature.
        "axios(?:-retry|-cache-interceptor)?|node-fetch|cross-fetch|isomorphic-fetch|got|ky|undici|superagent|request(?:-promise(?:-native)?)?|needle|phin|bent|follow-redirects|form-data|formdata-node|qs|query-string|querystring|url-parse|whatwg-url|path-to-regexp|content-type|mime(?:-types|-db)?|tough-cookie|http-errors|http-status-codes|@hapi/boom|statuses|ws|socket\\.io-client|graphql-request|eventsource",
        // Applications.
        "express(?:-.*)?|serverless-http|aws-serverless-express|aws-lambda-fastify|@fastify/.*|fastify(?:-.*)?|@vendia/serverless-express|@codegenie/serverless-express|koa(?:-.*)?|@koa/.*|hono|@hono/.*|itty-router(?:-.*)?|lambda-api|cors|helmet|hpp|body-parser|compression|cookie(?:-parser)?|morgan|multer|method-override|on-finished|vary|accepts|find-my-way|graphql|graphql-tag|graphql-tools|@graphql-tools/.*|@apollo/.*|apollo-server(?:-.*)?|@trpc/.*|superjson|swagger-.*|openapi-backend|lambda-multipart-parser|busboy|@fastify/busboy|aws-lambda-multipart-parser|aws-lambda-router",
        // Keys and tokens of one's own.
        "jsonwebtoken|jwks-rsa|jose|jws|jwa|jwt-decode|aws-jwt-verify|cognito-jwt-verifier|node-jose|jwk-to-pem|bcrypt(?:js)?|argon2|crypto-js|tweetnacl|node-forge|otplib|speakeasy|qrcode|md5|sha\\.js|hash\\.js|create-hash|elliptic|passport(?:-.*)?|oauth(?:-.*)?|openid-client",
        // Texts, tables, pictures.
        "csv(?:-parse|-stringify|-parser|toojson|-writer)?|csvtojson|papaparse|fast-csv|xlsx|exceljs|xml2js|fast-xml-parser|xml-js|xmlbuilder2?|yaml|js-yaml|toml|ini|marked|markdown-it|handlebars|mustache|ejs|nunjucks|pug|mjml|cheerio|jsdom|htmlparser2|html-to-text|turndown|pdfkit|pdf-lib|pdfmake|pdf-parse|sharp|jimp|pngjs|jpeg-js|image-size|exif-parser|archiver|adm-zip|jszip|yauzl|unzipper|tar(?:-stream)?|zlib|pako|iconv-lite|file-type|mime-kind|stream-chain|stream-json|JSONStream|ndjson|through2|readable-stream|stream-buffers|get-stream|concat-stream|split2",
        // Stores that have passwords of their own.
        "pg(?:-.*)?|postgres|mysql2?|mariadb|redis|ioredis|@redis/.*|@upstash/.*|mongodb|mongoose|tedious|mssql|better-sqlite3|memcached|memjs|lru-cache|node-cache|quick-lru|neo4j-driver|@elastic/elasticsearch|knex|kafkajs|amqplib|mqtt",
        // Others' services.
        "stripe|twilio|@sendgrid/.*|mailgun(?:-js|\\.js)|postmark|resend|@slack/.*|@octokit/.*|octokit|googleapis|google-auth-library|@google-cloud/.*|firebase(?:-admin)?|openai|@anthropic-ai/sdk|cohere-ai|algoliasearch|@supabase/.*|contentful|@notionhq/client|discord(?:\\.js|-api-types|-interactions)|tweetnacl|telegraf|node-telegram-bot-api|web-push|expo-server-sdk|shopify-api-node|@shopify/.*|@paypal/.*|braintree|plaid|square|launchdarkly-node-server-sdk|@sentry/.*|rollbar|@bugsnag/.*|posthog-node|mixpanel|analytics-node|@segment/.*|alexa-app|ask-sdk-core|ask-sdk-model|@line/bot-sdk|botbuilder|cfn-response(?:-.*)?|cfn-custom-resource",
        "@types/.*|aws-lambda|typescript|source-map|why-is-node-running|inversify|tsyringe|awilix|typedi|@nestjs/(?:common|core|platform-.*|config|swagger|mapped-types|terminus|jwt|passport)|class-transformer-validator|routing-controllers",
    ].join("|")})$`,
);

/** What a file has that may speak to AWS, or start what may. */
const SPEAKS = /aws-sdk|@smithy\/|amazonaws|AWS4-HMAC|\baws4|child_process|\.node["'`]|worker_threads|AWS_SECRET/;

/** Of all packages that are looked through, in bytes. */
const MOST_BYTES = 40_000_000;

export type Treatment = "code" | "outside";

/** What is done with a package that is loaded: gone through, or taken as something from outside. Says why the calls are open by it. */
export class Packages implements LoadedPackages {
    readonly open = new Set<string>();
    private readonly known = new Map<string, Treatment>();
    private readonly quiet = new Map<string, boolean>();
    private read = 0;

    constructor(
        private readonly files: CodeFiles,
        private readonly budget: Budget,
        private readonly folderOf: (from: string, name: string) => string | undefined,
        /** Is it asked for as something that need not be there? */
        private readonly isOptional: () => boolean,
    ) {}

    treat(from: string, name: string): Treatment {
        if (KNOWN.test(name) || HARMLESS.test(name)) return "outside";
        const folder = this.folderOf(from, name);
        if (folder === undefined) {
            if (!this.isOptional()) this.open.add(OPEN.missing(shown(name)));
            return "outside";
        }
        const known = this.known.get(folder);
        if (known !== undefined) return known;
        const treatment = this.isQuiet(folder, name, new Set()) ? "outside" : "code";
        this.known.set(folder, treatment);
        return treatment;
    }

    /** Is it one that calls AWS only as it is told? */
    isKnown(module: string): boolean {
        const name = packageOf(module);
        return KNOWN.test(name) || HARMLESS.test(name);
    }

    computed(): void {
        this.open.add(OPEN.module);
    }

    absent(request: string): void {
        this.open.add(/\.node$/.test(request) ? OPEN.native : OPEN.file);
    }

    /** Has neither the package nor what it loads anything that speaks to AWS? */
    private isQuiet(folder: string, name: string, above: Set<string>): boolean {
        if (KNOWN.test(name)) return false;
        if (HARMLESS.test(name) || above.has(folder)) return true;
        const known = this.quiet.get(folder);
        if (known !== undefined) return known;
        above.add(folder);
        const answer = this.looked(folder, above);
        this.quiet.set(folder, answer);
        return answer;
    }

    private looked(folder: string, above: Set<string>): boolean {
        const inside = this.files.paths.filter(
            (one) => one.startsWith(`${folder}/`) && !one.slice(folder.length).includes("/node_modules/"),
        );
        for (const file of inside) {
            this.budget.checkTime();
            if (file.endsWith(".node")) return false;
            if (!/\.(?:js|mjs|cjs)$/.test(file)) continue;
            this.read += this.files.size(file);
            if (this.read > MOST_BYTES) throw new CannotTell("its packages are larger than what is read");
            if (SPEAKS.test(this.files.read(file) ?? "")) return false;
        }
        return this.dependencies(folder).every((one) => {
            const at = this.folderOf(`${folder}/index.js`, one);
            return at === undefined ? HARMLESS.test(one) : this.isQuiet(at, one, above);
        });
    }

    private dependencies(folder: string): readonly string[] {
        try {
            const manifest = JSON.parse(this.files.read(`${folder}/package.json`) ?? "{}") as {
                readonly dependencies?: object;
            };
            return Object.keys(manifest.dependencies ?? {});
        } catch {
            return [];
        }
    }
}

/** A package's name as it may be shown: it is text of the code. */
function shown(name: string): string {
    return name.replace(/[^\w@/.-]/g, "").slice(0, 80);
}
