import { deepStrictEqual } from "node:assert";
import { callsOf, shown } from "./calls";
import type { Program } from "./python";

type Shape = readonly [title: string, program: Program, expected: readonly string[]];

const CLIENTS: readonly Shape[] = [
    [
        "a client of the module",
        `
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    return s3.get_object(Bucket="b", Key=event["key"])
`,
        ["s3:GetObject Bucket=b"],
    ],
    [
        "a client in the handler, its variable by subscript",
        `
import boto3, os
def handler(event, context):
    boto3.client("sns").publish(TopicArn=os.environ["TOPIC"], Message="m")
`,
        ["sns:Publish TopicArn=$TOPIC"],
    ],
    [
        "variables by get and getenv, with a default",
        `
import boto3
from os import environ, getenv
sqs = boto3.client("sqs")
def handler(event, context):
    sqs.send_message(QueueUrl=environ.get("QUEUE"), MessageBody="m")
    sqs.delete_message(QueueUrl=getenv("OTHER", "url"), ReceiptHandle="r")
`,
        ["sqs:DeleteMessage QueueUrl=($OTHER|url)", "sqs:SendMessage QueueUrl=$QUEUE"],
    ],
    [
        "texts that are put together",
        `
import boto3, os
s3 = boto3.client("s3")
STAGE = os.environ["STAGE"]
NAME = "a"
def handler(event, context):
    s3.get_object(Bucket=f"data-{STAGE}", Key="k")
    s3.put_object(Bucket="logs-" + STAGE, Key="k")
    s3.delete_object(Bucket="{}-{}".format(NAME, STAGE), Key="k")
    s3.head_object(Bucket="%s-%s" % (NAME, STAGE), Key="k")
    s3.copy_object(Bucket="-".join([NAME, "z"]), Key="k", CopySource={"Bucket": STAGE, "Key": "k"})
`,
        [
            "s3:CopyObject Bucket=a-z CopySource=$STAGE/k",
            "s3:DeleteObject Bucket=a-$STAGE",
            "s3:GetObject Bucket=data-$STAGE",
            "s3:HeadObject Bucket=a-$STAGE",
            "s3:PutObject Bucket=logs-$STAGE",
        ],
    ],
    [
        "a session of one's own, with a region",
        `
from boto3 import Session
session = Session(region_name="eu-west-1")
def handler(event, context):
    session.client(service_name="lambda").invoke(FunctionName="f")
`,
        ["lambda:Invoke FunctionName=f"],
    ],
    [
        "botocore's own session",
        `
import botocore.session
def handler(event, context):
    client = botocore.session.get_session().create_client("kms")
    client.decrypt(CiphertextBlob=b"", KeyId="k")
`,
        ["kms:Decrypt KeyId=k"],
    ],
    [
        "clients that are waited for",
        `
import aioboto3
session = aioboto3.Session()
async def work():
    async with session.client("s3") as s3:
        await s3.get_object(Bucket="b", Key="k")
    async with session.resource("dynamodb") as ddb:
        table = await ddb.Table("t")
        await table.get_item(Key={})
def handler(event, context):
    import asyncio
    asyncio.run(work())
`,
        ["dynamodb:GetItem TableName=t", "s3:GetObject Bucket=b"],
    ],
    [
        "a paginator, a waiter",
        `
import boto3
ddb = boto3.client("dynamodb")
def handler(event, context):
    for page in ddb.get_paginator("scan").paginate(TableName="t"):
        print(page)
    ddb.get_waiter("table_exists").wait(TableName="w")
`,
        ["dynamodb:DescribeTable TableName=w", "dynamodb:Scan TableName=t"],
    ],
    [
        "URLs that are signed for others",
        `
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": event["k"]}, ExpiresIn=5)
    s3.generate_presigned_url(ClientMethod="put_object", Params=dict(Bucket="p", Key="k"))
    s3.generate_presigned_post("up", "k")
`,
        ["s3:GetObject Bucket=b", "s3:PutObject Bucket=p", "s3:PutObject Bucket=up"],
    ],
    [
        "files that are moved",
        `
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    s3.download_file("in", "k", "/tmp/k")
    s3.upload_file("/tmp/k", "out", "k")
    s3.upload_fileobj(open("/tmp/k"), Bucket="out2", Key="k")
    s3.copy({"Bucket": "a", "Key": "k"}, "c", "k")
`,
        [
            "s3:CopyObject Bucket=c CopySource=a/k",
            "s3:GetObject Bucket=in",
            "s3:GetObjectTagging? Bucket=c CopySource=a/k",
            "s3:HeadObject? Bucket=c CopySource=a/k",
            "s3:HeadObject? Bucket=in",
            "s3:PutObject Bucket=out",
            "s3:PutObject Bucket=out2",
        ],
    ],
    [
        "the name of a method as a text",
        `
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    getattr(s3, "list_buckets")()
    for name in ("get_object", "head_object"):
        getattr(s3, name)(Bucket="b", Key="k")
`,
        ["s3:GetObject? Bucket=b", "s3:HeadObject? Bucket=b", "s3:ListBuckets"],
    ],
    [
        "what a client has beside operations",
        `
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    try:
        s3.head_bucket(Bucket="b")
    except s3.exceptions.NoSuchBucket as e:
        print(s3.meta.region_name, e.response["Error"], s3.can_paginate("list_objects"))
    s3.close()
`,
        ["s3:HeadBucket Bucket=b"],
    ],
    [
        "arguments of a mapping",
        `
import boto3, os
ddb = boto3.client("dynamodb")
def handler(event, context):
    args = {"TableName": os.environ["TABLE"], "Key": {}}
    if event.get("c"):
        args["ConsistentRead"] = True
    args.update(ReturnConsumedCapacity="TOTAL")
    ddb.get_item(**args)
    ddb.query(**{**args, "Limit": 1})
    ddb.put_item(**dict(TableName="x", Item={}))
`,
        ["dynamodb:GetItem TableName=$TABLE", "dynamodb:PutItem TableName=x", "dynamodb:Query TableName=$TABLE"],
    ],
    [
        "arguments that nobody knows",
        `
import boto3
ddb = boto3.client("dynamodb")
def handler(event, context):
    ddb.get_item(**event)
    ddb.put_item(TableName=event["table"], Item={})
`,
        ["dynamodb:GetItem (?)", "dynamodb:PutItem TableName=*"],
    ],
    [
        "resources deep in the parameters",
        `
import boto3, os
TABLE = os.environ["TABLE"]
def handler(event, context):
    boto3.client("events").put_events(Entries=[{"EventBusName": os.environ["BUS"], "Detail": "{}"}])
    ddb = boto3.client("dynamodb")
    ddb.transact_write_items(TransactItems=[{"Put": {"TableName": TABLE, "Item": {}}}, {"Delete": {"TableName": "b", "Key": {}}}])
    ddb.batch_write_item(RequestItems={TABLE: [{"PutRequest": {"Item": {}}}]})
`,
        [
            "dynamodb:BatchWriteItem RequestItems{}=$TABLE",
            "dynamodb:TransactWriteItems TransactItems[].Delete.TableName=b TransactItems[].Put.TableName=$TABLE",
            "events:PutEvents Entries[].EventBusName=$BUS",
        ],
    ],
    [
        "a service's name in a variable that is known",
        `
import boto3, os
def handler(event, context):
    boto3.client(os.environ["NO"]).list_buckets()
`,
        ["- lost", "- service"],
    ],
    [
        "an API's connections, at its own endpoint",
        `
import boto3
def handler(event, context):
    url = "https://" + event["requestContext"]["domainName"]
    boto3.client("apigatewaymanagementapi", endpoint_url=url).post_to_connection(ConnectionId="c", Data=b"")
`,
        ["apigatewaymanagementapi:PostToConnection ConnectionId=c"],
    ],
    [
        "an operation's name that is botocore's",
        `
import boto3
def handler(event, context):
    boto3.client("rds").describe_db_instances()
    boto3.client("ec2").describe_vpcs()
    boto3.client("s3").list_objects_v2(Bucket="b")
    boto3.client("stepfunctions").start_sync_execution(stateMachineArn="a")
    boto3.client("cognito-idp").admin_get_user(UserPoolId="p", Username="u")
`,
        [
            "cognito-idp:AdminGetUser UserPoolId=p",
            "ec2:DescribeVpcs",
            "rds:DescribeDBInstances",
            "s3:ListObjectsV2 Bucket=b",
            "stepfunctions:StartSyncExecution stateMachineArn=a",
        ],
    ],
];

const RESOURCES: readonly Shape[] = [
    [
        "a table",
        `
import boto3, os
table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
def handler(event, context):
    table.put_item(Item={})
    table.query(KeyConditionExpression="a")
    with table.batch_writer(overwrite_by_pkeys=["a"]) as batch:
        batch.put_item(Item={})
        batch.delete_item(Key={})
`,
        [
            "dynamodb:BatchWriteItem RequestItems{}=$TABLE",
            "dynamodb:PutItem TableName=$TABLE",
            "dynamodb:Query TableName=$TABLE",
        ],
    ],
    [
        "a bucket, its objects",
        `
import boto3
s3 = boto3.resource("s3")
def handler(event, context):
    bucket = s3.Bucket("b")
    bucket.put_object(Key="k", Body=b"")
    for one in bucket.objects.filter(Prefix="p"):
        one.get()["Body"].read()
    s3.Object("c", "k").put(Body=b"")
    bucket.upload_file("/tmp/a", "k")
    s3.Object(bucket_name="d", key="k").download_file("/tmp/b")
    bucket.objects.all().delete()
`,
        [
            "s3:DeleteObjects Bucket=b",
            "s3:GetObject Bucket=b",
            "s3:GetObject Bucket=d",
            "s3:HeadObject? Bucket=d",
            "s3:ListObjects Bucket=b",
            "s3:PutObject Bucket=b",
            "s3:PutObject Bucket=c",
        ],
    ],
    [
        "a queue and its messages",
        `
import boto3, os
sqs = boto3.resource("sqs")
queue = sqs.Queue(os.environ["URL"])
def handler(event, context):
    queue.send_message(MessageBody="m")
    for message in queue.receive_messages():
        message.delete()
    sqs.get_queue_by_name(QueueName="n").purge()
`,
        [
            "sqs:DeleteMessage QueueUrl=$URL",
            "sqs:GetQueueUrl QueueName=n",
            "sqs:PurgeQueue QueueUrl=*",
            "sqs:ReceiveMessage QueueUrl=$URL",
            "sqs:SendMessage QueueUrl=$URL",
        ],
    ],
    [
        "a topic; instances; a waiter of a resource",
        `
import boto3, os
def handler(event, context):
    boto3.resource("sns").Topic(os.environ["TOPIC"]).publish(Message="m")
    ec2 = boto3.resource("ec2")
    for instance in ec2.instances.filter(Filters=[]):
        instance.stop()
        instance.wait_until_stopped()
    ec2.instances.all().terminate()
`,
        [
            "ec2:DescribeInstances",
            "ec2:DescribeInstances InstanceIds=*",
            "ec2:StopInstances InstanceIds=*",
            "ec2:TerminateInstances InstanceIds=*",
            "sns:Publish TopicArn=$TOPIC",
        ],
    ],
    [
        "the client behind a resource, an attribute that is asked of AWS",
        `
import boto3
ddb = boto3.resource("dynamodb")
table = ddb.Table("t")
def handler(event, context):
    ddb.meta.client.describe_limits()
    table.meta.client.update_item(TableName=table.name, Key={})
    return table.item_count
`,
        ["dynamodb:DescribeLimits", "dynamodb:DescribeTable? TableName=t", "dynamodb:UpdateItem TableName=t"],
    ],
    [
        "conditions and types are no calls",
        `
import boto3
from boto3.dynamodb.conditions import Key, Attr
from boto3.dynamodb.types import TypeDeserializer
table = boto3.resource("dynamodb").Table("t")
def handler(event, context):
    TypeDeserializer().deserialize(event["x"])
    table.query(KeyConditionExpression=Key("a").eq(1), FilterExpression=Attr("b").exists())
`,
        ["dynamodb:Query TableName=t"],
    ],
];

const HEAD = `
import boto3, os
s3 = boto3.client("s3")
table = boto3.resource("dynamodb").Table("t")
`;

const REACHED: readonly Shape[] = [
    [
        "only what is reached",
        `${HEAD}
def never():
    s3.delete_bucket(Bucket="b")
class Never:
    def run(self): s3.delete_object(Bucket="b", Key="k")
def handler(event, context):
    s3.list_buckets()
if __name__ == "__main__":
    never()
`,
        ["s3:ListBuckets"],
    ],
    [
        "what the module does when it is loaded",
        `${HEAD}
ALL = [b["Name"] for b in s3.list_buckets()["Buckets"]]
def handler(event, context):
    return ALL
`,
        ["s3:ListBuckets"],
    ],
    [
        "functions that are handed on",
        `${HEAD}
def read(key): return s3.get_object(Bucket="b", Key=key)
def apply(fn, *args): return fn(*args)
def handler(event, context):
    apply(read, event["k"])
`,
        ["s3:GetObject Bucket=b"],
    ],
    [
        "callbacks of the library",
        `${HEAD}
from functools import partial, reduce
def read(key): return s3.get_object(Bucket="b", Key=key)
def drop(bucket, key): return s3.delete_object(Bucket=bucket, Key=key)
def handler(event, context):
    list(map(read, event["keys"]))
    partial(drop, "p")("k")
    sorted(event["x"], key=lambda x: s3.head_object(Bucket="h", Key=x))
    reduce(lambda a, b: s3.put_object(Bucket="r", Key=b), event["y"])
`,
        ["s3:DeleteObject Bucket=p", "s3:GetObject Bucket=b", "s3:HeadObject Bucket=h", "s3:PutObject Bucket=r"],
    ],
    [
        "threads and executors",
        `${HEAD}
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Thread
import asyncio
def work(bucket, key): s3.get_object(Bucket=bucket, Key=key)
def one(key): s3.put_object(Bucket="o", Key=key)
async def main(loop):
    await loop.run_in_executor(None, work, "e", "k")
    await asyncio.to_thread(work, "f", "k")
    await asyncio.gather(*[asyncio.to_thread(one, k) for k in "ab"])
def handler(event, context):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(work, "a", k) for k in event["keys"]]
        for f in as_completed(futures): f.result()
        list(pool.map(one, event["keys"]))
        pool.submit(s3.delete_object, Bucket="d", Key="k")
    Thread(target=work, args=("t", "k")).start()
    Thread(target=work, kwargs={"bucket": "w", "key": "k"}).start()
    asyncio.run(main(asyncio.get_event_loop()))
`,
        [
            "s3:DeleteObject Bucket=d",
            "s3:GetObject Bucket=a",
            "s3:GetObject Bucket=e",
            "s3:GetObject Bucket=f",
            "s3:GetObject Bucket=t",
            "s3:GetObject Bucket=w",
            "s3:PutObject Bucket=o",
        ],
    ],
    [
        "a table of functions",
        `${HEAD}
def read(e): return s3.get_object(Bucket="b", Key="k")
def write(e): return s3.put_object(Bucket="b", Key="k")
def never(e): return s3.delete_object(Bucket="b", Key="k")
TABLE = {"r": read, "w": write}
def handler(event, context):
    return TABLE[event["a"]](event)
`,
        ["s3:GetObject Bucket=b", "s3:PutObject Bucket=b"],
    ],
    [
        "a table that is filled by a decorator",
        `${HEAD}
ROUTES = {}
def route(path):
    def wrap(fn):
        ROUTES[path] = fn
        return fn
    return wrap
@route("/a")
def a(e): s3.get_object(Bucket="b", Key="k")
def handler(event, context):
    ROUTES.get(event["path"])(event)
`,
        ["s3:GetObject Bucket=b"],
    ],
    [
        "decorators of one's own",
        `${HEAD}
import functools
def audited(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        table.put_item(Item={})
        return fn(*args, **kwargs)
    return inner
@audited
def handler(event, context):
    s3.list_buckets()
`,
        ["dynamodb:PutItem TableName=t", "s3:ListBuckets"],
    ],
    [
        "a decorator with a class",
        `${HEAD}
class Audited:
    def __init__(self, fn): self.fn = fn
    def __call__(self, event, context):
        table.put_item(Item={})
        return self.fn(event, context)
@Audited
def handler(event, context):
    s3.list_buckets()
`,
        ["dynamodb:PutItem TableName=t", "s3:ListBuckets"],
    ],
    [
        "decorators of packages",
        `${HEAD}
from tenacity import retry, stop_after_attempt
from aws_lambda_powertools import Tracer, Logger, Metrics
from aws_xray_sdk.core import xray_recorder, patch_all
patch_all()
tracer, logger, metrics = Tracer(), Logger(), Metrics()
@retry(stop=stop_after_attempt(3))
def client(name): return boto3.client(name)
@xray_recorder.capture("x")
def read(bucket): return client("s3").get_object(Bucket=bucket, Key="k")
@tracer.capture_lambda_handler
@logger.inject_lambda_context(log_event=True)
@metrics.log_metrics
def handler(event, context):
    read("b")
`,
        ["s3:GetObject Bucket=b"],
    ],
    [
        "nested functions and lambdas",
        `${HEAD}
def make(bucket):
    def read(key): return s3.get_object(Bucket=bucket, Key=key)
    return read
write = lambda key: s3.put_object(Bucket="w", Key=key)
def handler(event, context):
    make("m")("k")
    write("k")
`,
        ["s3:GetObject Bucket=m", "s3:PutObject Bucket=w"],
    ],
    [
        "generators",
        `${HEAD}
def pages():
    token = None
    while True:
        yield s3.list_objects_v2(Bucket="p")
def clients():
    yield {"client": boto3.client("sqs")}
    yield from [{"client": boto3.client("sns")}]
def handler(event, context):
    for page in pages(): print(page)
    for c in clients(): c["client"].list_queues()
`,
        ["s3:ListObjectsV2 Bucket=p", "sqs:ListQueues"],
    ],
    [
        "contexts",
        `${HEAD}
from contextlib import contextmanager, ExitStack
@contextmanager
def opened():
    client = boto3.client("sqs")
    yield client
    client.delete_queue(QueueUrl="q")
class Lock:
    def __enter__(self):
        table.put_item(Item={})
        return s3
    def __exit__(self, *a): table.delete_item(Key={})
def handler(event, context):
    with opened() as c: c.list_queues()
    with Lock() as l: l.list_buckets()
`,
        [
            "dynamodb:DeleteItem TableName=t",
            "dynamodb:PutItem TableName=t",
            "s3:ListBuckets",
            "sqs:DeleteQueue QueueUrl=q",
            "sqs:ListQueues",
        ],
    ],
    [
        "exceptions, loops, matches",
        `${HEAD}
def handler(event, context):
    try:
        s3.list_buckets()
    except Exception as e:
        table.put_item(Item={"e": str(e)})
        raise
    else:
        table.get_item(Key={})
    finally:
        table.scan()
    while event: 
        table.query()
    else:
        table.delete_item(Key={})
    match event["a"]:
        case "x": table.update_item(Key={})
        case {"k": k} if s3.head_bucket(Bucket="g"): pass
`,
        [
            "dynamodb:DeleteItem TableName=t",
            "dynamodb:GetItem TableName=t",
            "dynamodb:PutItem TableName=t",
            "dynamodb:Query TableName=t",
            "dynamodb:Scan TableName=t",
            "dynamodb:UpdateItem TableName=t",
            "s3:HeadBucket Bucket=g",
            "s3:ListBuckets",
        ],
    ],
    [
        "places in expressions where one does not look",
        `${HEAD}
def a(): return s3.get_object(Bucket="a", Key="k")
def b(): return s3.get_object(Bucket="b", Key="k")
def c(): return s3.get_object(Bucket="c", Key="k")
def d(): return s3.get_object(Bucket="d", Key="k")
def e(): return s3.get_object(Bucket="e", Key="k")
def f(): return s3.get_object(Bucket="f", Key="k")
def g(): return s3.get_object(Bucket="g", Key="k")
def handler(event, context, x=s3.list_buckets()):
    event["x"][a():]
    -b()
    assert c()
    print(f"{d()!r:>{10}}")
    (n := e())
    del event[f()]
    return {**g()} if not event else [*event]
`,
        [
            "s3:GetObject Bucket=a",
            "s3:GetObject Bucket=b",
            "s3:GetObject Bucket=c",
            "s3:GetObject Bucket=d",
            "s3:GetObject Bucket=e",
            "s3:GetObject Bucket=f",
            "s3:GetObject Bucket=g",
            "s3:ListBuckets",
        ],
    ],
];

const CLASSES: readonly Shape[] = [
    [
        "a client in an attribute",
        `
import boto3, os
class Store:
    def __init__(self, name):
        self.table = boto3.resource("dynamodb").Table(name)
    def get(self, key): return self.table.get_item(Key=key)
    def drop(self, key): return self.table.delete_item(Key=key)
store = Store(os.environ["TABLE"])
def handler(event, context):
    return store.get(event["key"])
`,
        ["dynamodb:GetItem TableName=$TABLE"],
    ],
    [
        "two objects of one class",
        `
import boto3
class Store:
    def __init__(self, name):
        self.table = boto3.resource("dynamodb").Table(name)
    def get(self): return self.table.get_item(Key={})
    def put(self): return self.table.put_item(Item={})
def handler(event, context):
    a, b = Store("a"), Store("b")
    a.get()
    b.put()
`,
        ["dynamodb:GetItem TableName=a", "dynamodb:PutItem TableName=b"],
    ],
    [
        "inheritance and super",
        `
import boto3
class Base:
    service = "s3"
    def __init__(self): self.client = boto3.client(self.service)
    def run(self): self.work()
    def work(self): self.client.list_buckets()
class Queue(Base):
    service = "sqs"
    def __init__(self):
        super().__init__()
    def work(self):
        self.client.list_queues()
class Loud(Queue):
    def work(self):
        super().work()
        self.client.purge_queue(QueueUrl="q")
def handler(event, context):
    Loud().run()
`,
        ["sqs:ListQueues", "sqs:PurgeQueue QueueUrl=q"],
    ],
    [
        "properties, class methods, static methods",
        `
import boto3
from functools import cached_property
class A:
    @property
    def s3(self): return boto3.client("s3")
    @cached_property
    def sqs(self): return boto3.client("sqs")
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def name(): return "n"
    def run(self):
        self.s3.head_bucket(Bucket=self.name())
        self.sqs.list_queues()
def handler(event, context):
    A.make().run()
`,
        ["s3:HeadBucket Bucket=n", "sqs:ListQueues"],
    ],
    [
        "a data class",
        `
import boto3, os
from dataclasses import dataclass, field
@dataclass(frozen=True)
class Config:
    table: str
    bucket: str = os.environ["BUCKET"]
    s3: object = field(default_factory=lambda: boto3.client("s3"))
config = Config(os.environ["TABLE"])
def handler(event, context):
    config.s3.get_object(Bucket=config.bucket, Key="k")
    boto3.client("dynamodb").get_item(TableName=config.table, Key={})
`,
        ["dynamodb:GetItem TableName=$TABLE", "s3:GetObject Bucket=$BUCKET"],
    ],
    [
        "settings of pydantic",
        `
import boto3
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")
    table_name: str
    bucket: str = Field(alias="THE_BUCKET")
settings = Settings()
def handler(event, context):
    boto3.client("dynamodb").get_item(TableName=settings.table_name, Key={})
    boto3.client("s3").get_object(Bucket=settings.bucket, Key="k")
`,
        ["dynamodb:GetItem TableName=$APP_TABLE_NAME", "s3:GetObject Bucket=$THE_BUCKET"],
    ],
    [
        "special methods",
        `
import boto3
s3 = boto3.client("s3")
class A:
    def __call__(self, x): s3.get_object(Bucket="call", Key="k")
    def __getitem__(self, x): return s3.get_object(Bucket="item", Key="k")
    def __iter__(self):
        yield s3.get_object(Bucket="iter", Key="k")
    def __getattr__(self, name): return getattr(s3, name)
def handler(event, context):
    a = A()
    a(1)
    a["x"]
    for _ in a: pass
    a.list_buckets()
`,
        ["s3:GetObject Bucket=call", "s3:GetObject Bucket=item", "s3:GetObject Bucket=iter", "s3:ListBuckets"],
    ],
    [
        "a thread of one's own",
        `
import boto3, threading
s3 = boto3.client("s3")
class Worker(threading.Thread):
    def __init__(self, bucket):
        super().__init__()
        self.bucket = bucket
    def run(self): s3.get_object(Bucket=self.bucket, Key="k")
def handler(event, context):
    Worker("w").start()
`,
        ["s3:GetObject Bucket=w"],
    ],
    [
        "abstract bases, strategies",
        `
import boto3
from abc import ABC, abstractmethod
class Step(ABC):
    @abstractmethod
    def run(self): ...
class A(Step):
    def run(self): boto3.client("s3").list_buckets()
class B(Step):
    def run(self): boto3.client("sqs").list_queues()
class Never(Step):
    def run(self): boto3.client("sns").list_topics()
STEPS = [A(), B()]
def handler(event, context):
    for step in STEPS: step.run()
`,
        ["s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "subclasses that are looked up",
        `
import boto3
class Step:
    pass
class A(Step):
    def run(self): boto3.client("s3").list_buckets()
def handler(event, context):
    for cls in Step.__subclasses__():
        cls().run()
`,
        ["s3:ListBuckets"],
    ],
    [
        "an enumeration's values",
        `
import boto3
from enum import Enum
class Tables(Enum):
    USERS = "users"
ddb = boto3.client("dynamodb")
def handler(event, context):
    ddb.scan(TableName=Tables.USERS.value)
`,
        ["dynamodb:Scan TableName=users"],
    ],
    [
        "a setter; attributes by computed names",
        `
import boto3
class A:
    @property
    def client(self): return self._client
    @client.setter
    def client(self, value): self._client = value
class B:
    def __init__(self, **clients):
        for name, value in clients.items(): setattr(self, name, value)
def handler(event, context):
    a = A()
    a.client = boto3.client("s3")
    a.client.list_buckets()
    B(queue=boto3.client("sqs")).queue.list_queues()
`,
        ["s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "a singleton",
        `
import boto3
class Db:
    _instance = None
    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.table = boto3.resource("dynamodb").Table("t")
        return cls._instance
def handler(event, context):
    Db().table.scan()
`,
        ["dynamodb:Scan TableName=t"],
    ],
    [
        "a handler that is a method",
        `
import boto3
class App:
    def __init__(self): self.s3 = boto3.client("s3")
    def handle(self, event, context): self.s3.list_buckets()
handler = App().handle
`,
        ["s3:ListBuckets"],
    ],
];

const FACTORIES: readonly Shape[] = [
    [
        "a function that gives a client of a name",
        `
import boto3
def get(name): return boto3.client(name)
def handler(event, context):
    get("s3").list_buckets()
    get("sqs").list_queues()
`,
        ["s3:ListBuckets", "sqs:ListQueues"],
    ],
    [
        "a client that is kept",
        `
import boto3
from functools import lru_cache
_client = None
def client():
    global _client
    if _client is None:
        _client = boto3.client("s3")
    return _client
@lru_cache(maxsize=None)
def resource(name): return boto3.resource(name)
def handler(event, context):
    client().list_buckets()
    resource("dynamodb").Table("t").scan()
`,
        ["dynamodb:Scan TableName=t", "s3:ListBuckets"],
    ],
    [
        "clients in a mapping",
        `
import boto3
CLIENTS = {}
def get(name):
    if name not in CLIENTS:
        CLIENTS[name] = boto3.client(name)
    return CLIENTS[name]
def handler(event, context):
    get("s3").list_buckets()
`,
        ["s3:ListBuckets"],
    ],
    [
        "parameters of a helper are what its callers give",
        `
import boto3, os
s3 = boto3.client("s3")
def put(bucket, key, body=None): s3.put_object(Bucket=bucket, Key=key, Body=body)
def handler(event, context):
    put(os.environ["A"], "k")
    put(bucket=os.environ["B"], key="k")
`,
        ["s3:PutObject Bucket=$A", "s3:PutObject Bucket=$B"],
    ],
    [
        "more callers than are told apart",
        `
import boto3
s3 = boto3.client("s3")
def put(bucket): s3.put_object(Bucket=bucket, Key="k")
def handler(event, context):
${Array.from({ length: 20 }, () => '    put("a")').join("\n")}
`,
        ["s3:PutObject Bucket=a"],
    ],
    [
        "a client that is handed on",
        `
import boto3
def read(client, bucket): return client.get_object(Bucket=bucket, Key="k")
def handler(event, context):
    read(boto3.client("s3"), "b")
`,
        ["s3:GetObject Bucket=b"],
    ],
    [
        "a client as a default; a choice between two",
        `
import boto3, os
def read(client=boto3.client("s3")): client.list_buckets()
def handler(event, context):
    read()
    name = os.environ["A"] if event else "b"
    boto3.client("s3").head_bucket(Bucket=name)
`,
        ["s3:HeadBucket Bucket=($A|b)", "s3:ListBuckets"],
    ],
    [
        "a global that another function sets",
        `
import boto3
def init():
    global s3
    s3 = boto3.client("s3")
def handler(event, context):
    init()
    s3.list_buckets()
`,
        ["s3:ListBuckets"],
    ],
    [
        "clients in a tuple, a list, a namespace",
        `
import boto3
from types import SimpleNamespace
from collections import namedtuple
def both(): return boto3.client("s3"), boto3.client("sqs")
Clients = namedtuple("Clients", ["sns"])
def handler(event, context):
    a, b = both()
    a.list_buckets()
    b.list_queues()
    SimpleNamespace(kms=boto3.client("kms")).kms.list_keys()
    Clients(sns=boto3.client("sns")).sns.list_topics()
`,
        ["kms:ListKeys?", "s3:ListBuckets", "sns:ListTopics?", "sqs:ListQueues"],
    ],
    [
        "names by globals and the module",
        `
import boto3, sys
s3 = boto3.client("s3")
def do_read(): s3.list_buckets()
def do_write(): s3.create_bucket(Bucket="b")
def handler(event, context):
    globals()["do_" + "read"]()
    getattr(sys.modules[__name__], "do_write")()
`,
        ["s3:CreateBucket Bucket=b", "s3:ListBuckets"],
    ],
    [
        "arguments of arguments",
        `
import boto3
def call(client, name, **kwargs): return getattr(client, name)(**kwargs)
def handler(event, context):
    call(boto3.client("s3"), "get_object", Bucket="b", Key="k")
`,
        ["s3:GetObject Bucket=b"],
    ],
    [
        "a reference to an operation",
        `
import boto3
s3 = boto3.client("s3")
OPS = {"get": s3.get_object, "put": s3.put_object}
def handler(event, context):
    fn = s3.list_buckets
    fn()
    OPS[event["op"]](Bucket="b", Key="k")
`,
        ["s3:GetObject? Bucket=b", "s3:ListBuckets", "s3:PutObject? Bucket=b"],
    ],
];

const MODULES: readonly Shape[] = [
    [
        "a client in another module",
        {
            "app.py": "from shared.db import table\ndef handler(event, context):\n    table.scan()\n",
            "shared/__init__.py": "",
            "shared/db.py":
                'import boto3, os\ntable = boto3.resource("dynamodb").Table(os.environ["T"])\ndef never(): table.delete_item(Key={})\n',
        },
        ["dynamodb:Scan TableName=$T"],
    ],
    [
        "a folder without an __init__, a whole module",
        {
            "app.py":
                "import lib.db\nimport lib.s3 as store\ndef handler(event, context):\n    lib.db.scan()\n    store.read('b')\n",
            "lib/db.py": 'import boto3\ndef scan(): boto3.client("dynamodb").scan(TableName="t")\n',
            "lib/s3.py": 'import boto3\ns3 = boto3.client("s3")\ndef read(b): s3.get_object(Bucket=b, Key="k")\n',
        },
        ["dynamodb:Scan TableName=t", "s3:GetObject Bucket=b"],
    ],
    [
        "relative imports, and all names",
        {
            "src/app.py":
                "from .a import *\nfrom . import b\nfrom .b.c import run as go\ndef handler(event, context):\n    first()\n    b.second()\n    go()\n",
            "src/__init__.py": "",
            "src/a.py": 'import boto3\ndef first(): boto3.client("s3").list_buckets()\n',
            "src/b/__init__.py": 'from ..a import boto3\ndef second(): boto3.client("sqs").list_queues()\n',
            "src/b/c.py": 'import boto3\ndef run(): boto3.client("sns").list_topics()\n',
        },
        ["s3:ListBuckets", "sns:ListTopics", "sqs:ListQueues"],
    ],
    [
        "a module by a name that is known",
        {
            "app.py":
                "import importlib\ndef handler(event, context):\n    importlib.import_module('jobs.' + 'a').run()\n",
            "jobs/a.py": 'import boto3\ndef run(): boto3.client("s3").list_buckets()\n',
        },
        ["s3:ListBuckets"],
    ],
    [
        "imports that are tried, imports for types",
        {
            "app.py":
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from mypy_boto3_s3 import S3Client\n    from nowhere import X\ntry:\n    import db\nexcept ImportError:\n    db = None\ndef handler(event, context):\n    db.run()\n",
            "db.py": 'import boto3\ndef run(): boto3.client("s3").list_buckets()\n',
        },
        ["s3:ListBuckets"],
    ],
    [
        "a module that is imported in a function, one that imports in a circle",
        {
            "app.py": "import a\ndef handler(event, context):\n    from b import run\n    run()\n",
            "a.py": "import b\nNAME = 'n'\n",
            "b.py": "import boto3, a\ndef run(): boto3.client('s3').head_bucket(Bucket=a.NAME)\n",
        },
        ["s3:HeadBucket Bucket=n"],
    ],
    [
        "a vendored package that calls AWS",
        {
            "app.py": "from acme import Uploader\ndef handler(event, context):\n    Uploader('b').put('k')\n",
            "acme/__init__.py": "from .up import Uploader\n",
            "acme/up.py":
                "import boto3\nclass Uploader:\n    def __init__(self, bucket): self.bucket = bucket\n    def put(self, key): boto3.client('s3').put_object(Bucket=self.bucket, Key=key)\n    def drop(self): boto3.client('s3').delete_bucket(Bucket=self.bucket)\n",
            "acme-1.0.dist-info/METADATA": "",
        },
        ["s3:PutObject Bucket=b"],
    ],
    [
        "an installed package that has nothing of AWS",
        {
            "app.py": "import colours\ndef handler(event, context):\n    return colours.red('x')\n",
            "colours/__init__.py": "import re\ndef red(x): return x\n",
            "colours-1.0.dist-info/METADATA": "",
        },
        [],
    ],
    [
        "a module of the same name as one of Python's",
        {
            "app.py": "import queue\ndef handler(event, context):\n    queue.send()\n",
            "queue.py": 'import boto3\ndef send(): boto3.client("sqs").list_queues()\n',
        },
        ["sqs:ListQueues"],
    ],
];

const POWERTOOLS: readonly Shape[] = [
    [
        "parameters",
        `
from aws_lambda_powertools.utilities import parameters
from aws_lambda_powertools.utilities.parameters import get_secret
import os
def handler(event, context):
    parameters.get_parameter("/a", max_age=5)
    parameters.get_parameters("/p")
    get_secret(os.environ["SECRET"])
    parameters.get_app_config(name="n", environment="e", application="a")
    ssm = parameters.SSMProvider()
    ssm.get("/b")
    parameters.DynamoDBProvider(table_name="t").get("k")
`,
        [
            "appconfigdata:GetLatestConfiguration ApplicationIdentifier=a",
            "appconfigdata:StartConfigurationSession ApplicationIdentifier=a",
            "dynamodb:GetItem TableName=t",
            "secretsmanager:GetSecretValue SecretId=$SECRET",
            "ssm:GetParameter Name=/a",
            "ssm:GetParameter Name=/b",
            "ssm:GetParametersByPath Path=/p",
        ],
    ],
    [
        "idempotency",
        `
import os
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, idempotent
layer = DynamoDBPersistenceLayer(table_name=os.environ["TABLE"])
@idempotent(persistence_store=layer)
def handler(event, context):
    return {}
`,
        [
            "dynamodb:DeleteItem? TableName=$TABLE",
            "dynamodb:GetItem? TableName=$TABLE",
            "dynamodb:PutItem TableName=$TABLE",
            "dynamodb:UpdateItem TableName=$TABLE",
        ],
    ],
    [
        "records in batches",
        `
import boto3
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
processor = BatchProcessor(event_type=EventType.SQS)
s3 = boto3.client("s3")
def record_handler(record): s3.put_object(Bucket="b", Key=record.message_id)
def handler(event, context):
    return process_partial_response(event=event, record_handler=record_handler, processor=processor, context=context)
`,
        ["s3:PutObject Bucket=b"],
    ],
    [
        "routes",
        `
import boto3
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
app = APIGatewayRestResolver()
table = boto3.resource("dynamodb").Table("t")
@app.get("/a/<key>")
def read(key): return table.get_item(Key={"k": key})
@app.post("/a")
def write(): table.put_item(Item=app.current_event.json_body)
def handler(event, context):
    return app.resolve(event, context)
`,
        ["dynamodb:GetItem TableName=t", "dynamodb:PutItem TableName=t"],
    ],
    [
        "feature flags",
        `
from aws_lambda_powertools.utilities.feature_flags import FeatureFlags, AppConfigStore
flags = FeatureFlags(store=AppConfigStore(environment="dev", application="shop", name="features"))
def handler(event, context):
    return flags.evaluate(name="x", context={}, default=False)
`,
        [
            "appconfigdata:GetLatestConfiguration ApplicationIdentifier=shop",
            "appconfigdata:StartConfigurationSession ApplicationIdentifier=shop",
        ],
    ],
];

const FRAMEWORKS: readonly Shape[] = [
    [
        "FastAPI behind Mangum, with dependencies",
        `
import boto3
from fastapi import FastAPI, Depends, APIRouter
from mangum import Mangum
from typing import Annotated
app = FastAPI()
router = APIRouter()
def table():
    return boto3.resource("dynamodb").Table("t")
def bucket():
    yield boto3.resource("s3").Bucket("b")
@app.get("/a/{key}")
def read(key: str, t=Depends(table)): return t.get_item(Key={"k": key})
@router.post("/b")
async def write(b: Annotated[object, Depends(bucket)]): b.put_object(Key="k")
app.include_router(router)
handler = Mangum(app)
`,
        ["dynamodb:GetItem? TableName=t", "s3:PutObject? Bucket=b"],
    ],
    [
        "Flask with a class of views",
        `
import boto3, serverless_wsgi
from flask import Flask
from flask.views import MethodView
app = Flask(__name__)
s3 = boto3.client("s3")
@app.route("/")
def index(): return s3.list_buckets()
class Item(MethodView):
    def get(self, key): return s3.get_object(Bucket="b", Key=key)
app.add_url_rule("/i", view_func=Item.as_view("item"))
def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
`,
        ["s3:GetObject Bucket=b", "s3:ListBuckets"],
    ],
];

const OPEN_SHAPES: readonly Shape[] = [
    [
        "a service that is computed",
        `
import boto3
def handler(event, context):
    boto3.client(event["service"]).list_buckets()
`,
        ["- lost", "- service"],
    ],
    [
        "an operation that is computed",
        `
import boto3
def handler(event, context):
    getattr(boto3.client("s3"), event["op"])(Bucket="b")
`,
        ["- operation"],
    ],
    [
        "a paginator that is computed",
        `
import boto3
def handler(event, context):
    boto3.client("s3").get_paginator(event["op"]).paginate()
`,
        ["- operation"],
    ],
    [
        "a service, an operation that do not exist",
        `
import boto3
def handler(event, context):
    boto3.client("nope")
    boto3.client("s3").explode()
`,
        ["- unknownOperation", "- unknownService"],
    ],
    [
        "keys of somebody else",
        `
import boto3, os
def handler(event, context):
    c = boto3.client("sts").assume_role(RoleArn="r", RoleSessionName="s")["Credentials"]
    boto3.client("s3", aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"], aws_session_token=c["SessionToken"]).list_buckets()
    boto3.Session(profile_name="p").client("sqs").list_queues()
`,
        ["- credentials", "sts:AssumeRole"],
    ],
    [
        "the role's own keys, given by hand",
        `
import boto3, os
def handler(event, context):
    boto3.client("s3", aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"], aws_session_token=os.environ["AWS_SESSION_TOKEN"]).list_buckets()
`,
        ["s3:ListBuckets"],
    ],
    [
        "one's own role or another's",
        `
import boto3
def session(arn=None):
    if arn is None: return boto3.Session()
    c = boto3.client("sts").assume_role(RoleArn=arn, RoleSessionName="s")["Credentials"]
    return boto3.Session(aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"], aws_session_token=c["SessionToken"])
def handler(event, context):
    session(event.get("arn")).client("s3").list_buckets()
`,
        ["- credentials", "s3:ListBuckets?", "sts:AssumeRole"],
    ],
    [
        "one's own credentials or another's, in one place",
        `
import boto3, os
pooled = os.environ["POOLED"]
def table(event):
    if pooled == "true":
        dynamodb = boto3.resource("dynamodb", aws_access_key_id=event["key"], aws_secret_access_key=event["secret"])
    else:
        dynamodb = boto3.resource("dynamodb")
    return dynamodb.Table("t")
def handler(event, context):
    table(event).get_item(Key={})
    boto3.resource("dynamodb").Table("t").put_item(Item={})
`,
        ["- credentials", "dynamodb:GetItem? TableName=t", "dynamodb:PutItem TableName=t"],
    ],
    [
        "another endpoint where it is tested",
        `
import boto3, os
db = boto3.client("dynamodb", endpoint_url="http://localhost:8000") if os.environ.get("LOCAL") else boto3.client("dynamodb")
def handler(event, context):
    db.get_item(TableName="t", Key={})
`,
        ["- endpoint", "dynamodb:GetItem TableName=t"],
    ],
    [
        "without credentials",
        `
import boto3
from botocore import UNSIGNED
from botocore.config import Config
def handler(event, context):
    boto3.client("s3", config=Config(signature_version=UNSIGNED)).list_buckets()
    boto3.client("s3", config=Config(retries={"max_attempts": 3})).list_objects_v2(Bucket="b")
`,
        ["- credentials", "s3:ListObjectsV2 Bucket=b"],
    ],
    [
        "another endpoint",
        `
import boto3
def handler(event, context):
    boto3.client("s3", endpoint_url="http://localhost:4566").list_buckets()
    boto3.client("sqs", endpoint_url="https://sqs.eu-west-1.amazonaws.com").list_queues()
`,
        ["- endpoint", "sqs:ListQueues"],
    ],
    [
        "an endpoint that is a variable",
        `
import boto3, os
def handler(event, context):
    boto3.client("s3", endpoint_url=os.environ.get("ENDPOINT")).list_buckets()
`,
        ["- endpoint", "s3:ListBuckets?"],
    ],
    [
        "on a developer's machine only",
        `
import boto3, os
if os.environ.get("AWS_SAM_LOCAL"):
    ddb = boto3.client("dynamodb", endpoint_url="http://localhost:8000")
else:
    ddb = boto3.client("dynamodb")
def handler(event, context):
    ddb.scan(TableName="t")
`,
        ["dynamodb:Scan TableName=t"],
    ],
    [
        "a module that is computed",
        `
import importlib
def handler(event, context):
    importlib.import_module(event["m"]).run()
`,
        ["- module"],
    ],
    [
        "code of a text",
        `
def handler(event, context):
    exec(event["code"])
`,
        ["- evaluated"],
    ],
    [
        "other programs",
        `
import os, subprocess
def handler(event, context):
    subprocess.run(["aws", "s3", "ls"])
`,
        ["- process"],
    ],
    [
        "other programs, by os",
        `
import os
def handler(event, context):
    os.system("rm -rf /tmp/*")
    os.system(event["command"])
`,
        ["- process"],
    ],
    [
        "a command that only clears away",
        `
import os, subprocess
def handler(event, context):
    os.system("rm -rf /tmp/*")
    subprocess.run(["mkdir", "-p", event["name"]])
`,
        [],
    ],
    [
        "a package that is missing",
        `
import acme_cloud
def handler(event, context):
    acme_cloud.run()
`,
        ["- the package acme_cloud is not with its code"],
    ],
    [
        "packages that call AWS",
        `
import awswrangler as wr
from pynamodb.models import Model
import s3fs
def handler(event, context):
    wr.s3.read_csv("s3://b/k")
`,
        [
            "- the package awswrangler may call AWS",
            "- the package pynamodb may call AWS",
            "- the package s3fs may call AWS",
        ],
    ],
    [
        "requests that are signed",
        `
import requests
from requests_aws4auth import AWS4Auth
def handler(event, context):
    requests.get("https://x", auth=AWS4Auth("a", "b", "c", "d"))
`,
        ["- signed"],
    ],
    [
        "requests that botocore signs",
        `
import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
def handler(event, context):
    request = AWSRequest(method="GET", url="https://x")
    SigV4Auth(boto3.Session().get_credentials(), "es", "eu-west-1").add_auth(request)
`,
        ["- signed"],
    ],
    [
        "requests that are signed by hand",
        `
import hmac, hashlib
def handler(event, context):
    scope = "20200101/us-east-1/s3/aws4_request"
    return hmac.new(b"k", scope.encode(), hashlib.sha256).hexdigest()
`,
        ["- signed"],
    ],
    [
        "a file that is no Python",
        `
def handler(event, context):
    return ((
class
`,
        ["- unparsed"],
    ],
    ["a handler that is not there", "x = 1\n", ["- handler"]],
    [
        "a client in a package that is not known",
        `
import boto3
import acme
def handler(event, context):
    acme.go(boto3.client("s3"))
`,
        ["- generic", "- the package acme is not with its code"],
    ],
    [
        "compiled code",
        {
            "app.py": "import fast\ndef handler(event, context):\n    fast.go()\n",
            "fast.cpython-313-x86_64-linux-gnu.so": "",
        },
        ["- native"],
    ],
    [
        "an installed package that has AWS in it is read",
        {
            "app.py": "import cloud\ndef handler(event, context):\n    cloud.go('k')\n",
            "cloud/__init__.py": "import boto3\ndef go(k): boto3.client('s3').head_object(Bucket='b', Key=k)\n",
            "cloud-1.0.dist-info/METADATA": "",
        },
        ["s3:HeadObject Bucket=b"],
    ],
    [
        "pandas reads S3 by another package",
        {
            "app.py": "import pandas as pd\ndef handler(event, context):\n    return pd.read_csv(event['path'])\n",
            "s3fs/__init__.py": "",
        },
        ["- the package s3fs may call AWS"],
    ],
    [
        "a library that is loaded",
        `
import ctypes
def handler(event, context):
    ctypes.CDLL("./lib.so").run()
`,
        ["- native"],
    ],
    [
        "a mapping of the module's own, under a computed name",
        `
import boto3
s3 = boto3.client("s3")
def list_all(): s3.list_buckets()
def drop_all(): s3.delete_bucket(Bucket="b")
def handler(event, context):
    globals()[event["fn"]]()
`,
        ["s3:DeleteBucket Bucket=b", "s3:ListBuckets"],
    ],
];

for (const [title, shapes] of Object.entries({
    clients: CLIENTS,
    resources: RESOURCES,
    "what is reached": REACHED,
    classes: CLASSES,
    factories: FACTORIES,
    modules: MODULES,
    Powertools: POWERTOOLS,
    frameworks: FRAMEWORKS,
    "what stays open": OPEN_SHAPES,
}))
    describe(`calls of Python functions: ${title}`, () => {
        for (const [name, program, expected] of shapes)
            it(name, () => {
                const handler =
                    typeof program !== "string" && "src/app.py" in program ? "src/app.handler" : "app.handler";
                deepStrictEqual(shown(callsOf(program, { handler })), [...expected].sort());
            });
    });
