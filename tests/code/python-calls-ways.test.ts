import { deepStrictEqual } from "node:assert";
import { callsOf, shown } from "./calls";

type Shape = readonly [title: string, program: string, expected: readonly string[]];

/** Each is the body of a program that has boto3, `s3` and `handler`'s place. */
const WAYS: readonly Shape[] = [
    [
        "boto3's functions under other names",
        `
make = boto3.client
from boto3 import client as c, resource
def handler(event, context):
    make("sqs").list_queues()
    c("sns").list_topics()
    resource("s3").Bucket("b").load()
`,
        ["s3:ListBuckets", "sns:ListTopics", "sqs:ListQueues"],
    ],
    [
        "clients of a comprehension",
        `
CLIENTS = {name: boto3.client(name) for name in ("sqs", "sns")}
def handler(event, context):
    CLIENTS["sqs"].list_queues()
    [c for c in [boto3.client("kms")]][0].list_keys()
`,
        ["kms:ListKeys", "sqs:ListQueues"],
    ],
    [
        "a client of a class",
        `
class A:
    client = boto3.client("sqs")
    @classmethod
    def run(cls): cls.client.list_queues()
    def go(self): self.client.purge_queue(QueueUrl="q")
def handler(event, context):
    A.run()
    A().go()
    A.client.get_queue_url(QueueName="n")
`,
        ["sqs:GetQueueUrl QueueName=n", "sqs:ListQueues", "sqs:PurgeQueue QueueUrl=q"],
    ],
    [
        "a table that is made, and waited for",
        `
def handler(event, context):
    table = boto3.resource("dynamodb").create_table(TableName="t", KeySchema=[])
    table.wait_until_exists()
    table.put_item(Item={})
`,
        ["dynamodb:CreateTable TableName=t", "dynamodb:DescribeTable TableName=*", "dynamodb:PutItem TableName=*"],
    ],
    [
        "methods by the beginning of their names",
        `
class App:
    def handle_get(self): s3.get_object(Bucket="b", Key="k")
    def handle_put(self): s3.put_object(Bucket="b", Key="k")
    def drop(self): s3.delete_object(Bucket="b", Key="k")
    def run(self, event): return getattr(self, f"handle_{event['m']}")()
def handler(event, context):
    App().run(event)
`,
        ["s3:GetObject Bucket=b", "s3:PutObject Bucket=b"],
    ],
    [
        "operator's callers",
        `
from operator import methodcaller, attrgetter
class A:
    def __init__(self): self.c = boto3.client("sqs")
def handler(event, context):
    methodcaller("list_buckets")(s3)
    attrgetter("c")(A()).list_queues()
`,
        ["s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "methods by Python's own names",
        `
def handler(event, context):
    s3.__getattribute__("list_buckets")()
    s3.head_bucket.__call__(Bucket="b")
`,
        ["s3:HeadBucket Bucket=b", "s3:ListBuckets"],
    ],
    [
        "boto3 by its name",
        `
import sys, importlib
def handler(event, context):
    importlib.import_module("boto3").client("sqs").list_queues()
    __import__("boto3").client("sns").list_topics()
    sys.modules["boto3"].client("kms").list_keys()
`,
        ["kms:ListKeys", "sns:ListTopics", "sqs:ListQueues"],
    ],
    [
        "descriptors",
        `
class Lazy:
    def __init__(self, name): self.name = name
    def __get__(self, thing, owner): return boto3.client(self.name)
class A:
    sqs = Lazy("sqs")
    def run(self): self.sqs.list_queues()
def handler(event, context):
    A().run()
`,
        ["sqs:ListQueues"],
    ],
    [
        "named tuples that are taken apart",
        `
from typing import NamedTuple
class Clients(NamedTuple):
    a: object
    b: object
def handler(event, context):
    a, b = Clients(boto3.client("sqs"), boto3.client("sns"))
    a.list_queues()
    b.list_topics()
`,
        ["sns:ListTopics?", "sqs:ListQueues?"],
    ],
    [
        "queues of work",
        `
import queue
q = queue.Queue()
def work(bucket): s3.head_bucket(Bucket=bucket)
def handler(event, context):
    q.put((work, ("b",)))
    fn, args = q.get()
    fn(*args)
`,
        ["s3:HeadBucket Bucket=*"],
    ],
    [
        "a function that calls what it is given with what it is given",
        `
def retry(fn, *args, **kwargs):
    for _ in range(3):
        try: return fn(*args, **kwargs)
        except Exception: pass
def handler(event, context):
    retry(s3.put_object, Bucket="b", Key="k")
    retry(lambda: s3.list_buckets())
`,
        ["s3:ListBuckets", "s3:PutObject Bucket=b"],
    ],
    [
        "methods that are kept",
        `
class A:
    def __init__(self, table):
        self.put = table.put_item
        self.ops = {"get": table.get_item}
    def run(self):
        self.put(Item={})
        self.ops["get"](Key={})
def handler(event, context):
    A(boto3.resource("dynamodb").Table("t")).run()
`,
        ["dynamodb:GetItem TableName=t", "dynamodb:PutItem TableName=t"],
    ],
    [
        "defaults and contexts",
        `
from collections import defaultdict
from contextvars import ContextVar
made = defaultdict(lambda: boto3.client("sqs"))
var = ContextVar("x")
def handler(event, context):
    made["x"].list_queues()
    var.set(boto3.client("sns"))
    var.get().list_topics()
    {}.setdefault("a", boto3.client("kms")).list_keys()
`,
        ["kms:ListKeys", "sns:ListTopics?", "sqs:ListQueues?"],
    ],
    [
        "an own encoder, an own log handler",
        `
import json, logging
class Encoder(json.JSONEncoder):
    def default(self, o): return s3.generate_presigned_url("get_object", Params={"Bucket": "e", "Key": o})
class ToFirehose(logging.Handler):
    def emit(self, record): boto3.client("firehose").put_record(DeliveryStreamName="d", Record={})
logging.getLogger().addHandler(ToFirehose())
def handler(event, context):
    return json.dumps(event, cls=Encoder)
`,
        ["firehose:PutRecord", "s3:GetObject Bucket=e"],
    ],
    [
        "a file of one's own that a library writes to",
        `
import csv
class Out:
    def write(self, text): s3.put_object(Bucket="o", Key="k", Body=text)
def handler(event, context):
    csv.writer(Out()).writerow([1])
`,
        ["s3:PutObject Bucket=o"],
    ],
    [
        "nested classes, closures over loops, nonlocal",
        `
class Outer:
    class Inner:
        def run(self): s3.list_buckets()
    def go(self): Outer.Inner().run()
def make():
    count = None
    def inner():
        nonlocal count
        count = boto3.client("sqs")
        return count
    inner()
    count.list_queues()
def handler(event, context):
    Outer().go()
    make()
    jobs = []
    for name in ["a", "b"]:
        jobs.append(lambda n=name: s3.head_bucket(Bucket=n))
    for job in jobs: job()
`,
        ["s3:HeadBucket Bucket=(a|b)", "s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "a class that is made by type",
        `
def run(self): s3.list_buckets()
Made = type("Made", (), {"run": run})
def handler(event, context):
    Made().run()
`,
        ["s3:ListBuckets"],
    ],
    [
        "a metaclass that registers",
        `
REGISTRY = {}
class Meta(type):
    def __new__(mcs, name, bases, body):
        cls = super().__new__(mcs, name, bases, body)
        REGISTRY[name] = cls
        return cls
class Job(metaclass=Meta):
    def run(self): s3.list_buckets()
def handler(event, context):
    REGISTRY[event["job"]]().run()
`,
        ["s3:ListBuckets"],
    ],
    [
        "subclasses that register themselves",
        `
JOBS = []
class Job:
    def __init_subclass__(cls, **kwargs): JOBS.append(cls)
class A(Job):
    def run(self): s3.list_buckets()
def handler(event, context):
    for job in JOBS: job().run()
`,
        ["s3:ListBuckets"],
    ],
    [
        "a dispatch by types",
        `
from functools import singledispatch
@singledispatch
def go(x): s3.list_buckets()
@go.register(int)
def _(x): s3.head_bucket(Bucket="i")
def handler(event, context):
    go(1)
`,
        ["s3:HeadBucket Bucket=i", "s3:ListBuckets"],
    ],
    [
        "frozen objects",
        `
from dataclasses import dataclass
@dataclass(frozen=True)
class A:
    name: str
    def __post_init__(self):
        object.__setattr__(self, "client", boto3.client(self.name))
def handler(event, context):
    A("sqs").client.list_queues()
`,
        ["sqs:ListQueues"],
    ],
    [
        "attributes by a mapping",
        `
class A:
    def __init__(self, **kwargs): self.__dict__.update(kwargs)
class B:
    def __init__(self, **kwargs): vars(self).update(kwargs)
def handler(event, context):
    A(q=boto3.client("sqs")).q.list_queues()
    B(t=boto3.client("sns")).t.list_topics()
`,
        ["sns:ListTopics", "sqs:ListQueues"],
    ],
    [
        "async generators and contexts",
        `
import asyncio, contextlib
@contextlib.asynccontextmanager
async def opened():
    yield boto3.client("sqs")
async def pages():
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="b"): yield page
async def main():
    async with opened() as c: c.list_queues()
    async for page in pages(): s3.get_object(Bucket="g", Key=page["k"])
    return [p async for p in pages()]
def handler(event, context):
    return asyncio.get_event_loop().run_until_complete(main())
`,
        ["s3:GetObject Bucket=g", "s3:ListObjectsV2 Bucket=b", "sqs:ListQueues"],
    ],
    [
        "exit stacks",
        `
from contextlib import ExitStack, closing
class Lock:
    def __enter__(self): return boto3.client("sqs")
    def __exit__(self, *a): s3.delete_object(Bucket="l", Key="k")
def handler(event, context):
    with ExitStack() as stack:
        stack.enter_context(Lock()).list_queues()
        stack.callback(s3.head_bucket, Bucket="b")
    with closing(boto3.client("sns")) as c: c.list_topics()
`,
        ["s3:DeleteObject Bucket=l", "s3:HeadBucket Bucket=b", "sns:ListTopics", "sqs:ListQueues"],
    ],
    [
        "a choice of clients",
        `
def handler(event, context):
    c = boto3.client("sqs") if event else boto3.client("sns")
    (c or s3).list_queues()
    for client, op in ((s3, "list_buckets"), (boto3.client("kms"), "list_keys")):
        getattr(client, op)()
`,
        ["kms:ListKeys?", "s3:ListBuckets?", "sqs:ListQueues"],
    ],
    [
        "calls of the API below the client",
        `
def handler(event, context):
    s3._make_api_call("HeadBucket", {"Bucket": "b"})
`,
        ["s3:HeadBucket Bucket=b"],
    ],
    [
        "tokens for databases",
        `
def handler(event, context):
    boto3.client("rds").generate_db_auth_token(DBHostname="h", Port=5432, DBUsername="u")
`,
        ["rds:GenerateDbAuthToken"],
    ],
    [
        "an unpacked service name, a region",
        `
args = {"service_name": "sqs", "region_name": os.environ["AWS_REGION"]}
def handler(event, context):
    boto3.client(**args).list_queues()
    boto3.client(*["sns"]).list_topics()
`,
        ["sns:ListTopics", "sqs:ListQueues"],
    ],
    [
        "a transfer of its own",
        `
from boto3.s3.transfer import S3Transfer, TransferConfig
def handler(event, context):
    S3Transfer(s3, TransferConfig()).upload_file("/tmp/a", "b", "k")
`,
        ["s3:PutObject? Bucket=b"],
    ],
    [
        "resources of resources",
        `
r = boto3.resource("s3")
def handler(event, context):
    obj = r.Bucket("b").Object("k")
    obj.copy_from(CopySource="a/k")
    obj.Acl().put(ACL="private")
    r.BucketPolicy("p").delete()
    for b in r.buckets.all(): print(b.name)
    r.Object("x", "y").content_length
    [o.key for o in r.Bucket("c").objects.limit(3)]
`,
        [
            "s3:CopyObject Bucket=b CopySource=a/k",
            "s3:DeleteBucketPolicy Bucket=p",
            "s3:HeadObject? Bucket=x",
            "s3:ListBuckets",
            "s3:ListObjects Bucket=c",
            "s3:PutObjectAcl Bucket=b",
        ],
    ],
    [
        "a module's handler through a wrapper",
        `
def outer(fn):
    def inner(event, context):
        s3.head_bucket(Bucket="w")
        return fn(event, context)
    return inner
def real(event, context): s3.list_buckets()
handler = outer(real)
`,
        ["s3:HeadBucket Bucket=w", "s3:ListBuckets"],
    ],
    [
        "middleware of Powertools",
        `
from aws_lambda_powertools.middleware_factory import lambda_handler_decorator
@lambda_handler_decorator
def before(handler, event, context):
    s3.head_bucket(Bucket="m")
    return handler(event, context)
@before
def handler(event, context):
    s3.list_buckets()
`,
        ["s3:HeadBucket Bucket=m", "s3:ListBuckets"],
    ],
    [
        "a static method that is called by its class, a call of a base by its name",
        `
class Base:
    def __init__(self): self.c = boto3.client("sqs")
    def run(self): self.c.list_queues()
class A(Base):
    def __init__(self):
        Base.__init__(self)
        self.d = 1
    def run(self): Base.run(self)
    @staticmethod
    def go(): s3.list_buckets()
def handler(event, context):
    A().run()
    A.go()
`,
        ["s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "several inheritances",
        `
class Loud:
    def run(self):
        s3.head_bucket(Bucket="loud")
        super().run()
class Base:
    def run(self): s3.list_buckets()
class A(Loud, Base): pass
def handler(event, context):
    A().run()
`,
        ["s3:HeadBucket Bucket=loud", "s3:ListBuckets"],
    ],
    [
        "a mixin that uses what another has",
        `
class Mixin:
    def save(self): self.table.put_item(Item={})
class A(Mixin):
    @property
    def table(self): return boto3.resource("dynamodb").Table(os.environ["T"])
def handler(event, context):
    A().save()
`,
        ["dynamodb:PutItem TableName=$T"],
    ],
    [
        "an injector",
        `
from injector import Injector, inject
class Repo:
    def __init__(self): self.s3 = s3
    def run(self): self.s3.list_buckets()
def handler(event, context):
    Injector().get(Repo).run()
`,
        ["s3:ListBuckets?"],
    ],
    [
        "a client in the event",
        `
def run(event): event["s3"].list_buckets()
def handler(event, context):
    event["s3"] = s3
    run(event)
    context.queue = boto3.client("sqs")
    context.queue.list_queues()
`,
        ["s3:ListBuckets?", "sqs:ListQueues?"],
    ],
    [
        "a program that asks boto3's exceptions only",
        `
from botocore.exceptions import ClientError
import botocore.config
def handler(event, context):
    try: return 1
    except ClientError as e: return e.response["Error"]["Code"]
`,
        [],
    ],
    [
        "own methods with the names of operations",
        `
class Fake:
    def get_object(self, **kw): return 1
    def put_item(self, **kw): return 2
def handler(event, context):
    Fake().get_object(Bucket="b")
    Fake().put_item(Item={})
`,
        [],
    ],
    [
        "names that are shadowed",
        `
def client(name): return None
def handler(event, context):
    boto3 = Other()
    boto3.run()
class Other:
    def run(self): pass
`,
        [],
    ],
    [
        "a subclass of a session",
        `
class S(boto3.Session):
    pass
def handler(event, context):
    S().client("sqs").list_queues()
`,
        ["- generic"],
    ],
    [
        "the session's own keys",
        `
def handler(event, context):
    keys = boto3.Session().get_credentials().get_frozen_credentials()
    boto3.client("sqs", aws_access_key_id=keys.access_key, aws_secret_access_key=keys.secret_key, aws_session_token=keys.token).list_queues()
`,
        ["sqs:ListQueues"],
    ],
    [
        "a profile in the default session",
        `
boto3.setup_default_session(profile_name="p")
def handler(event, context):
    s3.list_buckets()
`,
        ["- credentials", "s3:ListBuckets"],
    ],
    [
        "clients that are lost",
        `
import shelve
def handler(event, context):
    find(event).get_object(Bucket="b", Key="k")
def find(event):
    return event["x"]
`,
        ["- lost"],
    ],
    [
        "code that is unpickled",
        `
import pickle
class Job:
    def run(self): s3.list_buckets()
JOB = Job()
def handler(event, context):
    pickle.loads(event["x"]).run()
`,
        ["s3:ListBuckets"],
    ],
    [
        "texts by f-strings of f-strings, of dates and numbers",
        `
import datetime
PREFIX = f"a-{1}"
def handler(event, context):
    s3.head_bucket(Bucket=f"{PREFIX}-{os.environ['STAGE'].lower()}")
    s3.head_bucket(Bucket=f"{datetime.date.today()}-x")
`,
        ["s3:HeadBucket Bucket=*-x", "s3:HeadBucket Bucket=a-1-*"],
    ],
    [
        "parts of variables",
        `
ARN = os.environ["TABLE_ARN"]
def handler(event, context):
    boto3.client("dynamodb").scan(TableName=ARN.split("/")[-1])
    boto3.client("dynamodb").query(TableName=str(os.environ.get("T")).strip())
`,
        ["dynamodb:Query TableName=$T", "dynamodb:Scan TableName=*"],
    ],
    [
        "constants in a class, in a mapping",
        `
class Config:
    TABLE = os.environ["T"]
NAMES = {"a": os.environ["A"], "b": "bb"}
def handler(event, context):
    ddb = boto3.client("dynamodb")
    ddb.scan(TableName=Config.TABLE)
    ddb.query(TableName=NAMES["a"])
    ddb.get_item(TableName=NAMES[event["n"]], Key={})
`,
        ["dynamodb:GetItem TableName=($A|bb)", "dynamodb:Query TableName=$A", "dynamodb:Scan TableName=$T"],
    ],
    [
        "functions of boto3 that are handed on",
        `
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
cached = lru_cache(boto3.client)
local = partial(boto3.client, region_name="eu-west-1")
def make(how, name): return how(name)
def handler(event, context):
    ThreadPoolExecutor().submit(boto3.client, "sqs").result().list_queues()
    cached("sns").list_topics()
    local("kms").list_keys()
    make(boto3.client, "ssm").get_parameter(Name="p")
`,
        ["kms:ListKeys", "sns:ListTopics", "sqs:ListQueues?", "ssm:GetParameter Name=p"],
    ],
    [
        "boto3's client in a container of somebody else",
        `
from dependency_injector import containers, providers
provide = providers.Singleton(boto3.client, "sqs")
def handler(event, context):
    provide().list_queues()
`,
        ["- service"],
    ],
    [
        "workers of other processes",
        `
from multiprocessing import Process, Pool
def work(name): s3.head_bucket(Bucket=name)
def handler(event, context):
    Process(target=work, args=("p",)).start()
    with Pool() as pool:
        pool.map(work, ["m"])
        pool.apply_async(work, ("a",))
        pool.starmap(work, [("s",)])
`,
        ["s3:HeadBucket Bucket=a", "s3:HeadBucket Bucket=m", "s3:HeadBucket Bucket=p", "s3:HeadBucket Bucket=s"],
    ],
    [
        "a class that makes clients for its subclasses",
        `
class Service:
    NAME = None
    _clients = {}
    @property
    def client(self):
        if self.NAME not in self._clients:
            self._clients[self.NAME] = boto3.client(self.NAME)
        return self._clients[self.NAME]
class Queues(Service):
    NAME = "sqs"
    def all(self): return self.client.list_queues()
def handler(event, context):
    Queues().all()
`,
        ["sqs:ListQueues"],
    ],
    [
        "an abstract factory by a name that is asked",
        `
class A:
    def run(self): s3.list_buckets()
class B:
    def run(self): boto3.client("sqs").list_queues()
def make(kind):
    return {"a": A, "b": B}.get(kind, A)()
def handler(event, context):
    make(event["kind"]).run()
`,
        ["s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "steps of a chain, each giving itself",
        `
class Query:
    def __init__(self, table): self.table = table
    def where(self, x): return self
    def limit(self, n): return self
    def run(self): return self.table.query(KeyConditionExpression="a")
def handler(event, context):
    Query(boto3.resource("dynamodb").Table("t")).where(1).limit(2).run()
`,
        ["dynamodb:Query TableName=t"],
    ],
    [
        "a mapping of tables",
        `
ddb = boto3.resource("dynamodb")
TABLES = {n: ddb.Table(n) for n in ("a", "b")}
def handler(event, context):
    TABLES[event["t"]].scan()
`,
        ["dynamodb:Scan TableName=(a|b)"],
    ],
];

describe("calls of Python functions: ways to a call", () => {
    for (const [name, body, expected] of WAYS)
        it(name, () => {
            const program = `import boto3, os\ns3 = boto3.client("s3")\n${body}`;
            deepStrictEqual(shown(callsOf(program)), [...expected].sort());
        });
});
