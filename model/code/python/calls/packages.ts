/**
 * What packages are, by the name that is imported:
 * - `library`: Python's own
 * - `aws`: AWS's SDK, whose calls are known
 * - `powertools`: Powertools, whose calls are known
 * - `harmless`: it calls nothing of AWS, and no method of what it is given but callbacks
 * - `wrapper`: as harmless; its decorators give back a function that does what the one given does
 * - `calls`: it calls AWS by itself, in ways that are not read
 * - `signs`: it signs requests
 * Source: each package's documentation. A package that is not here is not known to be harmless.
 */
export type PackageKind = "library" | "aws" | "powertools" | "harmless" | "wrapper" | "calls" | "signs";

/** Source: `sys.stdlib_module_names` of Python 3.8 to 3.14. */
const LIBRARY =
    "__future__ _ast _bisect _bz2 _codecs _collections _collections_abc _csv _ctypes _curses _datetime _decimal _elementtree _functools _hashlib _heapq _imp _io _json _locale _lzma _multiprocessing _operator _pickle _posixsubprocess _queue _random _socket _sqlite3 _ssl _stat _statistics _string _struct _thread _threading_local _typing _uuid _warnings _weakref abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma macpath mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";

const AWS = "boto3 botocore aioboto3 aiobotocore s3transfer";

const HARMLESS = [
    // Events, frameworks and what stands between them and Lambda.
    "aiohttp apiflask asgiref a2wsgi apig_wsgi aws_wsgi awsgi awsgi2 blacksheep bottle cfnresponse falcon fastapi flask flask_classful flask_cors flask_jwt_extended flask_lambda flask_openapi3 flask_restful flask_restx flask_smorest flask_sqlalchemy gunicorn h11 h2 hpack hyperframe httptools litestar mangum quart responder sanic serverless_wsgi slack_bolt snapshot_restore_py awslambdaric starlette uvicorn uvloop waitress websocket websockets werkzeug whitenoise wsgi_handler wsproto",
    // Requests to others.
    "certifi chardet charset_normalizer httpcore httplib2 httpx idna requests requests_oauthlib requests_toolbelt sniffio anyio urllib3 zeep paramiko pysftp",
    // Data, and how it is checked.
    "annotated_types attr attrs arrow avro bs4 bson cattr cattrs cbor2 cerberus cffi colorama croniter dacite dataclasses_json dateparser dateutil deepdiff defusedxml dpath dynamodb_json emoji et_xmlfile fastavro fastjsonschema feedparser frozendict fuzzywuzzy html5lib humanize inflection iso8601 isodate jinja2 jmespath jsonpath_ng jsonpatch jsonpointer jsonschema jsonschema_specifications lark lxml mako markdown markupsafe marshmallow mashumaro mistune more_itertools msgpack msgspec multidict nanoid numpy openpyxl orjson packaging parse pendulum phonenumbers ply pptx prettytable pyasn1 pyasn1_modules pycountry pycparser pydantic pydantic_core pydantic_extra_types pydantic_settings pyparsing pypdf pyPDF2 PyPDF2 pyrsistent python_multipart multipart pytz rapidfuzz referencing regex reportlab rpds shortuuid simplejson six sortedcontainers soupsieve sympy tabulate text_unidecode toml tomli toolz tqdm typing_extensions typing_inspect typing_inspection tzdata tzlocal ua_parser ujson ulid unidecode user_agents validators voluptuous xlrd xlsxwriter xmltodict yaml yarl zipp docx PIL qrcode fpdf slugify",
    // Keys, tokens, passwords.
    "OpenSSL argon2 bcrypt Crypto Cryptodome cryptography ecdsa itsdangerous jose jwcrypto jwt nacl oauthlib passlib pyotp rsa webauthn authlib",
    // Databases by their own protocols.
    "aiomysql aiopg asyncpg MySQLdb mysql pg8000 psycopg psycopg2 psycopg_pool pymysql peewee sqlalchemy sqlmodel alembic greenlet redis rediscluster valkey pymemcache cx_Oracle oracledb pymssql pyodbc neo4j cassandra",
    // Others' services.
    "algoliasearch auth0 firebase_admin github gitlab google googleapiclient grpc jira mailchimp_marketing openai pagerduty paypalrestsdk plaid pusher sendgrid slack slack_sdk slackclient stripe telebot telegram tiktoken twilio zendesk openfeature",
    // What watches.
    "aws_lambda_logging json_log_formatter jsonlogger lambda_logging pythonjsonlogger ecs_logging",
    // What is there to write programs.
    "absl click dotenv environ environs decouple exceptiongroup importlib_metadata importlib_resources injector inject dependency_injector kink lagom nest_asyncio pkg_resources platformdirs pluggy psutil pyaml rich setuptools shellingham typer wcwidth ask_sdk_core ask_sdk_model aws_cdk constructs types_boto3 mypy_boto3 boto3_stubs botocore_stubs",
    // Numbers and language.
    "contourpy cycler faiss fonttools geopy haversine joblib kiwisolver lightgbm matplotlib networkx nltk numexpr onnxruntime pandas patsy scipy shapely sklearn statsmodels threadpoolctl torch torchvision xgboost cv2 tensorflow tflite_runtime textblob",
].join(" ");

/** Their decorators call the function as it was called. */
const WRAPPERS =
    "aws_embedded_metrics aws_xray_sdk backoff beartype cachetools datadog datadog_lambda ddtrace deprecated decorator funcy lambda_decorators loguru lumigo_tracer newrelic opentelemetry pyrate_limiter ratelimit ratelimiter requests_cache retry retrying sentry_sdk structlog tenacity timeout_decorator typeguard wrapt wrapt_timeout_decorator";

const CALLS =
    "aws_cryptographic_material_providers aws_encryption_sdk aws_advanced_python_wrapper awswrangler boto boto_session_manager chalice cloudpathlib crhelper datasets deltalake django dynamorm dynamodb_encryption_sdk duckdb fsspec haystack kombu celery langchain langchain_aws langchain_community langchain_core langgraph litellm llama_index mlflow moto opensearchpy polars pyarrow pyathena pyiceberg pymongo pynamodb pynamodb_attributes redshift_connector ray rest_framework s3fs s3path sagemaker smart_open snowflake pyspark strands watchtower zappa anthropic instructor elasticsearch elasticsearch_dsl aws_durable_execution_sdk_python bedrock_agentcore";

const SIGNERS =
    "aws_requests_auth aws_msk_iam_sasl_signer aws_request_signer aws_sigv4 awsrequests botocore_httpx httpx_auth_awssigv4 httpx_requests_auth_aws_sigv4 requests_aws4auth requests_aws_sign requests_iamauth awscrt aws4auth";

const KINDS = new Map<string, PackageKind>();
for (const [names, kind] of [
    [LIBRARY, "library"],
    [HARMLESS, "harmless"],
    [WRAPPERS, "wrapper"],
    [CALLS, "calls"],
    [SIGNERS, "signs"],
    [AWS, "aws"],
    ["aws_lambda_powertools aws_secretsmanager_caching", "powertools"],
] as const)
    for (const name of names.split(" ")) KINDS.set(name, kind);

export function kindOfPackage(top: string): PackageKind | undefined {
    // What is there for type checkers has no code.
    if (/^(?:mypy_boto3|types_|typeshed|_typeshed)/.test(top)) return "harmless";
    return KINDS.get(top);
}
