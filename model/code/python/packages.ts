/**
 * Packages whose inside need not be read: what they do is known by name. Web frameworks, what carries an API's events to them, and
 * AWS's own. Source: each package's documentation.
 */
const FRAMEWORKS = [
    "aiohttp",
    "apiflask",
    "aws_lambda_powertools",
    "blacksheep",
    "bottle",
    "chalice",
    "django",
    "falcon",
    "fastapi",
    "flask",
    "flask_classful",
    "flask_lambda",
    "flask_openapi3",
    "flask_restful",
    "flask_restx",
    "flask_smorest",
    "litestar",
    "quart",
    "rest_framework",
    "sanic",
    "starlette",
];

/** From an event to WSGI or ASGI, and between the two. */
const ADAPTERS = [
    "a2wsgi",
    "apig_wsgi",
    "asgiref",
    "aws_wsgi",
    "awsgi",
    "awsgi2",
    "mangum",
    "serverless_wsgi",
    "werkzeug",
    "wsgi_handler",
    "whitenoise",
];

/** Packages that functions often bring along, and that start nothing: read by name, where they are folders. */
const OTHERS = new Set([
    ...[
        "aiobotocore",
        "annotated_types",
        "anthropic",
        "anyio",
        "ask_sdk_core",
        "ask_sdk_model",
        "attr",
        "attrs",
        "aws_xray_sdk",
    ],
    ...[
        "boto3",
        "botocore",
        "bs4",
        "certifi",
        "cffi",
        "charset_normalizer",
        "click",
        "crhelper",
        "cryptography",
        "datadog_lambda",
    ],
    ...[
        "dateutil",
        "ddtrace",
        "dotenv",
        "google",
        "grpc",
        "h11",
        "httpcore",
        "httpx",
        "idna",
        "itsdangerous",
        "jinja2",
        "jmespath",
    ],
    ...[
        "jose",
        "jsonschema",
        "jwt",
        "langchain",
        "loguru",
        "lumigo_tracer",
        "lxml",
        "markupsafe",
        "marshmallow",
        "multidict",
    ],
    ...[
        "newrelic",
        "numpy",
        "openai",
        "opentelemetry",
        "pandas",
        "peewee",
        "PIL",
        "pip",
        "pkg_resources",
        "protobuf",
        "psycopg2",
    ],
    ...[
        "psycopg",
        "pydantic",
        "pydantic_core",
        "pydantic_settings",
        "pymongo",
        "pymysql",
        "pynamodb",
        "pytz",
        "redis",
        "requests",
    ],
    ...[
        "rsa",
        "s3transfer",
        "sentry_sdk",
        "setuptools",
        "simplejson",
        "slack_bolt",
        "slack_sdk",
        "sniffio",
        "sqlalchemy",
        "stripe",
    ],
    ...[
        "structlog",
        "tenacity",
        "tqdm",
        "typing_extensions",
        "typing_inspection",
        "urllib3",
        "uvicorn",
        "wrapt",
        "yaml",
        "yarl",
    ],
]);

const KNOWN: ReadonlySet<string> = new Set([...FRAMEWORKS, ...ADAPTERS]);

/** Its inside is not read. A single file by the name of another's package is the program's own. */
export function isKnownPackage(name: string, isFolder: boolean): boolean {
    return KNOWN.has(name) || (isFolder && OTHERS.has(name));
}

/** Classes whose objects hold routes, by package; the name that a message gives the framework. */
const APPLICATIONS: Readonly<Record<string, readonly [names: RegExp, framework: string]>> = {
    aiohttp: [/^(Application|RouteTableDef|UrlDispatcher)$/, "aiohttp"],
    apiflask: [/^(APIFlask|APIBlueprint)$/, "Flask"],
    aws_lambda_powertools: [/(Resolver|^Router|Router)$/, "Powertools"],
    blacksheep: [/^(Application|Router)$/, "BlackSheep"],
    bottle: [/^(Bottle|default_app|app)$/, "Bottle"],
    chalice: [/^(Chalice|Blueprint)$/, "Chalice"],
    django: [/^get_[aw]sgi_application$|^[AW]SGIHandler$/, "Django"],
    falcon: [/^(App|API)$/, "Falcon"],
    fastapi: [/^(FastAPI|APIRouter)$/, "FastAPI"],
    flask: [/^(Flask|Blueprint)$/, "Flask"],
    flask_lambda: [/^FlaskLambda$/, "Flask"],
    flask_openapi3: [/^(OpenAPI|APIBlueprint|APIView)$/, "Flask"],
    flask_restful: [/^Api$/, "Flask"],
    flask_restx: [/^(Api|Namespace)$/, "Flask"],
    flask_smorest: [/^(Api|Blueprint)$/, "Flask"],
    litestar: [/^(Litestar|Router)$/, "Litestar"],
    quart: [/^(Quart|Blueprint)$/, "Quart"],
    rest_framework: [/Router$/, "Django"],
    sanic: [/^(Sanic|Blueprint)$/, "Sanic"],
    starlette: [/^(Starlette|Router)$/, "Starlette"],
};

/** The framework whose application, or part of one, this external name makes. */
export function frameworkOf(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const parts = name.split(".");
    const known = APPLICATIONS[parts[0] ?? ""];
    return known?.[0].test(parts.at(-1) ?? "") ? known[1] : undefined;
}

/** Parts of frameworks that hold routes and start nothing: they count where an application includes them. */
export function isPart(name: string | undefined): boolean {
    return (
        name !== undefined &&
        /(Blueprint|Router|Namespace|RouteTableDef|UrlDispatcher)$/.test(name) &&
        !/Default|Simple/.test(name)
    );
}

/** What vendors put before a handler, and the variable that names the handler behind it. */
export const WRAPPERS: Readonly<Record<string, string>> = {
    "datadog_lambda.handler.handler": "DD_LAMBDA_HANDLER",
    "newrelic_lambda_wrapper.handler": "NEW_RELIC_LAMBDA_HANDLER",
    "sentry_sdk.integrations.init_serverless_sdk.sentry_lambda_handler": "SENTRY_INITIAL_HANDLER",
    "lumigo_tracer._handler": "LUMIGO_ORIGINAL_HANDLER",
    "thundra.handler.wrapper": "THUNDRA_AGENT_LAMBDA_HANDLER",
    "catalyst.handler.wrapper": "CATALYST_AGENT_LAMBDA_HANDLER",
    "epsagon.handler": "EPSAGON_HANDLER",
    "instana.lambda_handler": "LAMBDA_HANDLER",
    "splunk_otel_lambda.wrapper": "ORIG_HANDLER",
};
