import assert from "node:assert/strict";
import { type Given, type Program, tasksOf } from "./python";

interface Case extends Given {
    readonly program: Program;
    /** How many tasks; fewer than three are no router. */
    readonly tasks: number;
    readonly names?: readonly string[];
}

const FUNCTIONS = `
import boto3
table = boto3.resource("dynamodb").Table("x")
def list_orders(event): return {"statusCode": 200, "body": str(table.scan())}
def create_order(event): return {"statusCode": 201, "body": str(table.put_item(Item=event))}
def delete_order(event): return {"statusCode": 204, "body": str(table.delete_item(Key=event))}
def update_order(event): return {"statusCode": 200, "body": str(table.update_item(Key=event))}
def response(status, body=None): return {"statusCode": status, "body": body}
`;

const ROUTERS: Readonly<Record<string, Case>> = {
    "a chain over the method": {
        program: `${FUNCTIONS}
def handler(event, context):
    method = event["httpMethod"]
    if method == "GET":
        return list_orders(event)
    elif method == "POST":
        return create_order(event)
    elif method == "DELETE":
        return delete_order(event)
    else:
        return {"statusCode": 405}
`,
        tasks: 3,
        names: ["GET", "POST", "DELETE"],
    },
    "a chain that returns early, over method and path": {
        program: `${FUNCTIONS}
def handler(event, context):
    http = event.get("requestContext", {}).get("http", {})
    method, path = http.get("method"), event["rawPath"].rstrip("/")
    if method == "OPTIONS":
        return response(204)
    if method == "GET" and path == "/orders":
        return list_orders(event)
    if method == "POST" and path == "/orders":
        return create_order(event)
    if method == "DELETE" and path.startswith("/orders/"):
        return delete_order(event)
    return response(404, "no such path")
`,
        tasks: 3,
        names: ["GET /orders", "POST /orders", "DELETE /orders/*"],
    },
    "nested by path, then by method": {
        program: `${FUNCTIONS}
import re
def handler(event, context):
    path = event["path"]
    method = event["httpMethod"].upper()
    try:
        if path == "/orders":
            if method == "GET":
                return list_orders(event)
            if method == "POST":
                return create_order(event)
        elif re.fullmatch(r"/orders/[^/]+", path):
            if method == "DELETE":
                return delete_order(event)
            elif method == "PUT":
                return update_order(event)
    except KeyError as error:
        return response(400, str(error))
    return response(404)
`,
        tasks: 4,
        names: ["GET /orders", "POST /orders", "DELETE /orders/[^/]+", "PUT /orders/[^/]+"],
    },
    "answers made on the spot": {
        program: `
import json
def handler(event, context):
    action = json.loads(event["body"])["action"]
    if action == "one":
        return {"statusCode": 200, "body": "1"}
    if action == "two":
        return {"statusCode": 200, "body": "2"}
    if action == "three":
        return {"statusCode": 200, "body": "3"}
    raise ValueError(action)
`,
        tasks: 3,
    },
    "the old microservice: a table of lambdas over the operation": {
        program: `
import boto3
def handler(event, context):
    dynamo = boto3.resource("dynamodb").Table(event["tableName"])
    operations = {
        "create": lambda x: dynamo.put_item(**x),
        "read": lambda x: dynamo.get_item(**x),
        "update": lambda x: dynamo.update_item(**x),
        "delete": lambda x: dynamo.delete_item(**x),
        "echo": lambda x: x,
    }
    operation = event["operation"]
    if operation in operations:
        return operations[operation](event.get("payload"))
    raise ValueError(f"Unrecognized operation {operation}")
`,
        tasks: 5,
    },
    "methods of a client in a table": {
        program: `
import boto3
table = boto3.resource("dynamodb").Table("x")
OPERATIONS = {"GET": table.scan, "POST": table.put_item, "DELETE": table.delete_item}
def handler(event, context):
    return OPERATIONS[event["httpMethod"]](**event["body"])
`,
        tasks: 3,
    },
    "match over method and path": {
        program: `${FUNCTIONS}
def handler(event, context):
    match event["httpMethod"], event["path"]:
        case "GET", "/orders":
            return list_orders(event)
        case ("POST", "/orders"):
            return create_order(event)
        case "DELETE", path:
            return delete_order(event)
        case _:
            return response(404)
`,
        tasks: 3,
    },
    "match over the event": {
        program: `${FUNCTIONS}
def handler(event, context):
    match event:
        case {"httpMethod": "GET", "resource": "/orders"}:
            return list_orders(event)
        case {"httpMethod": "POST"}:
            return create_order(event)
        case {"httpMethod": "PUT" | "PATCH", "pathParameters": {"id": id}}:
            return update_order(event)
`,
        tasks: 3,
    },
    "route keys of a WebSocket": {
        program: `${FUNCTIONS}
def handler(event, context):
    route = event["requestContext"]["routeKey"]
    connection = event["requestContext"]["connectionId"]
    if route == "$connect":
        table.put_item(Item={"id": connection})
    elif route == "$disconnect":
        table.delete_item(Key={"id": connection})
    elif route == "sendMessage":
        for item in table.scan()["Items"]:
            boto3.client("apigatewaymanagementapi").post_to_connection(ConnectionId=item["id"])
    return {"statusCode": 200}
`,
        tasks: 3,
    },
    "fields of GraphQL, by type": {
        program: `
from resolvers import get_todo, list_todos, create_todo
RESOLVERS = {"Query": {"getTodo": get_todo, "listTodos": list_todos}, "Mutation": {"createTodo": create_todo}}
def handler(event, context):
    info = event["info"]
    resolver = RESOLVERS[info["parentTypeName"]][info["fieldName"]]
    return resolver(event["arguments"])
`.replace(
            "from resolvers import get_todo, list_todos, create_todo",
            "def get_todo(a): return a\ndef list_todos(a): return []\ndef create_todo(a): return a",
        ),
        tasks: 3,
        names: ["Query getTodo", "Query listTodos", "Mutation createTodo"],
    },
    "a list of patterns that a loop goes through": {
        program: `${FUNCTIONS}
import re
ROUTES = [
    ("GET", re.compile(r"^/orders$"), list_orders),
    ("POST", re.compile(r"^/orders$"), create_order),
    ("DELETE", re.compile(r"^/orders/(?P<id>[^/]+)$"), delete_order),
]
def handler(event, context):
    for method, pattern, view in ROUTES:
        if method != event["httpMethod"]:
            continue
        match = pattern.match(event["path"])
        if match:
            return view(event)
    return response(404)
`,
        tasks: 3,
    },
    "the first of a list that fits": {
        program: `${FUNCTIONS}
ROUTES = [("GET", "/a", list_orders), ("POST", "/a", create_order), ("DELETE", "/a", delete_order)]
def handler(event, context):
    view = next((fn for m, p, fn in ROUTES if m == event["httpMethod"] and p == event["path"]), None)
    if view is None:
        return response(404)
    return view(event)
`,
        tasks: 3,
    },
    "a router of the program's own, with decorators": {
        program: {
            "app.py": `
from router import Router
import views
def handler(event, context):
    return views.router.dispatch(event)
`,
            "router.py": `
class Router:
    def __init__(self):
        self.routes = {}
    def route(self, method, path):
        def add(view):
            self.routes[(method, path)] = view
            return view
        return add
    def get(self, path):
        return self.route("GET", path)
    def dispatch(self, event):
        view = self.routes.get((event["httpMethod"], event["resource"]))
        if not view:
            return {"statusCode": 404}
        return view(event)
`,
            "views.py": `
from router import Router
router = Router()
@router.get("/a")
def a(event): return 1
@router.get("/b")
def b(event): return 2
@router.route("POST", "/a")
def c(event): return 3
`,
        },
        tasks: 3,
        names: ["GET /a", "GET /b", "POST /a"],
    },
    "a registry by decorator": {
        program: `
HANDLERS = {}
def action(name):
    def wrap(fn):
        HANDLERS[name] = fn
        return fn
    return wrap
@action("start")
def start(event): return 1
@action("stop")
def stop(event): return 2
@action("pause")
def pause(event): return 3
def handler(event, context):
    return HANDLERS.get(event["action"], unknown)(event)
def unknown(event):
    raise KeyError(event["action"])
`,
        tasks: 3,
        names: ["start", "stop", "pause"],
    },
    "a function chosen in branches, and called after them": {
        program: `${FUNCTIONS}
def choose(event):
    if event["httpMethod"] == "GET":
        return list_orders
    if event["httpMethod"] == "POST":
        return create_order
    return delete_order
def handler(event, context):
    view = choose(event)
    return view(event)
`,
        tasks: 3,
    },
    "methods by name": {
        program: `
class Tasks:
    def do_export(self, event): return 1
    def do_import(self, event): return 2
    def do_purge(self, event): return 3
    def help(self): pass
    def __call__(self, event, context):
        run = getattr(self, f"do_{event['task']}", None)
        if run is None:
            raise ValueError("no such task")
        return run(event)
handler = Tasks()
`,
        tasks: 3,
        names: ["export", "import", "purge"],
    },
    "functions of the module by name": {
        program: `
def handle_get(event): return 1
def handle_post(event): return 2
def handle_delete(event): return 3
def handler(event, context):
    return globals()["handle_" + event["httpMethod"].lower()](event)
`,
        tasks: 3,
    },
    "modules of a package by name": {
        program: {
            "app.py": `
import importlib
def handler(event, context):
    return importlib.import_module("commands." + event["command"]).run(event)
`,
            "commands/__init__.py": "",
            "commands/one.py": "def run(event): return 1",
            "commands/two.py": "def run(event): return 2",
            "commands/three.py": "def run(event): return 3",
        },
        tasks: 3,
        names: ["one", "three", "two"],
    },
    "classes by action": {
        program: `
from abc import ABC, abstractmethod
class Command(ABC):
    def __init__(self, event): self.event = event
    @abstractmethod
    def run(self): ...
class Open(Command):
    def run(self): return 1
class Close(Command):
    def run(self): return 2
class Sweep(Command):
    def run(self): return 3
COMMANDS = {"open": Open, "close": Close, "sweep": Sweep}
def handler(event, context):
    return COMMANDS[event["command"]](event).run()
`,
        tasks: 3,
    },
    "an enumeration of actions, and the action in a message": {
        program: `
import json
from enum import Enum
class Action(str, Enum):
    PAY = "pay"
    REFUND = "refund"
    CANCEL = "cancel"
def pay(body): return 1
def refund(body): return 2
def cancel(body): return 3
def handler(event, context):
    for record in event["Records"]:
        body = json.loads(record["body"])
        action = Action(body["action"])
        if action == Action.PAY:
            pay(body)
        elif action is Action.REFUND:
            refund(body)
        elif action == Action.CANCEL.value:
            cancel(body)
`,
        tasks: 3,
        names: ["pay", "refund", "cancel"],
    },
    "the handler leads to a controller, by path and then by method": {
        handler: "service/main.handler",
        program: {
            "service/__init__.py": "",
            "service/main.py": `
from . import orders, users
def handler(event, context):
    path = event["path"]
    if path.startswith("/orders"):
        return orders.dispatch(event)
    if path.startswith("/users"):
        return users.dispatch(event)
    return {"statusCode": 404}
`,
            "service/orders.py": `
def dispatch(event):
    return {"GET": show, "POST": create}[event["httpMethod"]](event)
def show(event): return 1
def create(event): return 2
`,
            "service/users.py": `
def dispatch(event):
    if event["httpMethod"] == "GET":
        return show(event)
    elif event["httpMethod"] == "POST":
        return create(event)
    raise Exception("no")
def show(event): return 1
def create(event): return 2
`,
        },
        tasks: 4,
        names: ["GET /orders*", "POST /orders*", "GET /users*", "POST /users*"],
    },
    "a data class of the event": {
        program: `
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEvent, event_source
from dataclasses import dataclass
from http import HTTPMethod
from typing import Callable, NamedTuple
@dataclass
class Route:
    method: str
    path: str
    view: Callable
def a(event): return 1
def b(event): return 2
def c(event): return 3
ROUTES = [Route(HTTPMethod.GET, "/a", a), Route("POST", "/a", b), Route(method="PUT", path="/a", view=c)]
@event_source(data_class=APIGatewayProxyEvent)
def handler(event: APIGatewayProxyEvent, context):
    for route in ROUTES:
        if route.method == event.http_method and route.path == event.path:
            return route.view(event)
    return {"statusCode": 404}
`,
        tasks: 3,
    },
    "a decorated handler": {
        program: `${FUNCTIONS}
import functools
def cors(fn):
    @functools.wraps(fn)
    def inner(event, context):
        if event["httpMethod"] == "OPTIONS":
            return response(200)
        answer = fn(event, context)
        return answer
    return inner
@cors
def handler(event, context):
    routes = {"GET": list_orders, "POST": create_order, "DELETE": delete_order}
    return routes[event["httpMethod"]](event)
`,
        tasks: 3,
    },
    "one conditional expression": {
        program: `${FUNCTIONS}
def handler(event, context):
    m = event["httpMethod"]
    f = list_orders if m == "GET" else create_order if m == "POST" else delete_order
    return f(event)
`,
        tasks: 3,
    },
    "a route as one text": {
        program: `${FUNCTIONS}
def handler(event, context):
    key = f'{event["httpMethod"]} {event["resource"]}'
    views = {"GET /orders": list_orders, "POST /orders": create_order}
    views["DELETE /orders/{id}"] = delete_order
    return views[key](event)
`,
        tasks: 3,
        names: ["GET /orders", "POST /orders", "DELETE /orders/{id}"],
    },
};

const DOES = `
from library import do
def a(event, *more): return do("a")
def b(event, *more): return do("b")
def c(event, *more): return do("c")
`;

const MORE_ROUTERS: Readonly<Record<string, Case>> = {
    "parts of the path": {
        program: `${DOES}
def handler(event, context):
    parts = event["path"].strip("/").split("/")
    if parts[0] == "a": return a(event)
    if parts[0] == "b": return b(event)
    if len(parts) > 1 and parts[1] == "c": return c(event)
`,
        tasks: 3,
    },
    "a table of tables, extended elsewhere": {
        program: {
            "app.py": `
import routes
def handler(event, context):
    key = (event["httpMethod"], event["path"])
    if key not in routes.TABLE:
        return {"statusCode": 404}
    return routes.TABLE[key](event)
`,
            "routes.py": `${DOES}
TABLE = {("GET", "/"): a, ("POST", "/"): b}
TABLE.update({("PUT", "/"): c})
`,
        },
        tasks: 3,
    },
    "a folder that the program adds to Python's path": {
        program: {
            "app.py": `
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "lib"))
from web import app
from mangum import Mangum
handler = Mangum(app)
`,
            "lib/web.py": `
from fastapi import FastAPI
app = FastAPI()
app.get("/a")(lambda: 1)
app.get("/b")(lambda: 2)
app.get("/c")(lambda: 3)
`,
        },
        tasks: 3,
    },
    "operations on one table, in place": {
        program: `
import boto3, json
table = boto3.resource("dynamodb").Table("x")
def handler(event, context):
    body, status = None, 200
    try:
        if event["routeKey"] == "DELETE /items/{id}":
            table.delete_item(Key={"id": event["pathParameters"]["id"]})
            body = "Deleted"
        elif event["routeKey"] == "GET /items/{id}":
            body = table.get_item(Key={"id": 1})["Item"]
        elif event["routeKey"] == "GET /items":
            body = table.scan()["Items"]
    except KeyError:
        status = 400
    return {"statusCode": status, "body": json.dumps(body)}
`,
        tasks: 3,
    },
    "beside a module that is too large": {
        program: {
            "app.py": `${DOES}import rows
def handler(event, context):
    return {"x": a, "y": b, "z": c}[event["action"]](event)
`,
            "rows.py": `ROWS = [${"1,".repeat(300_000)}]`,
        },
        tasks: 3,
    },
    "a vendor's wrapper in the code": {
        program: `${DOES}
from newrelic import agent
def main(event, context):
    return {"x": a, "y": b, "z": c}[event["action"]](event)
handler = agent.lambda_handler()(main)
`,
        tasks: 3,
    },
};

const MORE_SINGLE: Readonly<Record<string, Case>> = {
    "events of one bus": {
        program: `${DOES}
def handler(event, context):
    kind = event["detail-type"]
    if kind == "OrderPlaced": return a(event)
    elif kind == "OrderPaid": return b(event)
    elif kind == "OrderSent": return c(event)
`,
        tasks: 0,
    },
    "an authorizer": {
        program: `${DOES}
def handler(event, context):
    if event["type"] == "TOKEN": policy = a(event)
    elif event["type"] == "REQUEST": policy = b(event)
    else: policy = c(event)
    return {"policyDocument": policy, "context": {"path": event["path"], "method": event["httpMethod"]}}
`,
        tasks: 0,
    },
    "types of files by the end of a path": {
        program: `
def handler(event, context):
    path, kind = event["path"], "text/html"
    if path.endswith(".css"): kind = "text/css"
    elif path.endswith(".js"): kind = "text/javascript"
    elif path.endswith(".png"): kind = "image/png"
    return {"statusCode": 200, "headers": {"content-type": kind}, "body": open("x" + path).read()}
`,
        tasks: 0,
    },
    "logs by action": {
        program: `
import logging
log = logging.getLogger()
def handler(event, context):
    if event["action"] == "x": log.info("x")
    elif event["action"] == "y": log.info("y")
    elif event["action"] == "z": log.warning("z")
    return save(event)
def save(event): return 1
`,
        tasks: 0,
    },
    "a function that always raises": {
        program: `${DOES}
def fail(message):
    raise ValueError(message)
def handler(event, context):
    if event["httpMethod"] == "GET": fail("no")
    if event["httpMethod"] == "PUT": return fail("no")
    if event["httpMethod"] == "DELETE": raise ValueError("no")
    return a(event)
`,
        tasks: 0,
    },
    "a catch-all of all methods": {
        program: `
from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()
@app.api_route("/{path:path}", methods=["GET", "POST", "PUT", "DELETE"])
async def proxy(path: str): return forward(path)
def forward(path): return 1
handler = Mangum(app)
`,
        tasks: 1,
    },
    "the worker of a Chalice application": {
        handler: "app.consume",
        program: `
from chalice import Chalice
app = Chalice("x")
@app.route("/a")
def a(): return 1
@app.route("/b")
def b(): return 1
@app.route("/c")
def c(): return 1
@app.on_sqs_message(queue="q")
def consume(event):
    for record in event: print(record.body)
`,
        tasks: 0,
    },
};

const SINGLE: Readonly<Record<string, Case>> = {
    "a custom resource": {
        program: `
import cfnresponse
def handler(event, context):
    if event["RequestType"] == "Create":
        create(event)
    elif event["RequestType"] == "Update":
        update(event)
    elif event["RequestType"] == "Delete":
        delete(event)
    cfnresponse.send(event, context, cfnresponse.SUCCESS, {})
def create(e): return 1
def update(e): return 2
def delete(e): return 3
`,
        tasks: 0,
    },
    crhelper: {
        program: `
from crhelper import CfnResource
helper = CfnResource()
@helper.create
def create(event, context): return 1
@helper.update
def update(event, context): return 2
@helper.delete
def delete(event, context): return 3
def handler(event, context):
    helper(event, context)
`,
        tasks: 0,
    },
    "the steps of a rotation": {
        program: `
def handler(event, context):
    step = event["Step"]
    if step == "createSecret": create_secret(event)
    elif step == "setSecret": set_secret(event)
    elif step == "testSecret": test_secret(event)
    elif step == "finishSecret": finish_secret(event)
    else: raise ValueError("Invalid step parameter")
def create_secret(e): return 1
def set_secret(e): return 2
def test_secret(e): return 3
def finish_secret(e): return 4
`,
        tasks: 0,
    },
    "records of a stream, and names of S3's events": {
        program: `
def handler(event, context):
    for record in event["Records"]:
        if record["eventName"] == "INSERT": index(record)
        elif record["eventName"] == "MODIFY": reindex(record)
        elif record["eventName"] == "REMOVE": drop(record)
        if record["eventName"].startswith("ObjectCreated"): index(record)
        operation = record["s3"]["object"]["key"]
def index(r): return 1
def reindex(r): return 2
def drop(r): return 3
`,
        tasks: 0,
    },
    "a Cognito trigger": {
        program: `
def handler(event, context):
    handlers = {"PreSignUp_SignUp": a, "PreSignUp_AdminCreateUser": b, "PreSignUp_ExternalProvider": c}
    return handlers[event["triggerSource"]](event)
def a(e): return e
def b(e): return e
def c(e): return e
`,
        tasks: 0,
    },
    "refusals of all other methods": {
        program: `${FUNCTIONS}
def handler(event, context):
    method = event["httpMethod"]
    if method == "GET": return response(405, "no")
    if method == "PUT": return {"statusCode": 405}
    if method == "PATCH": raise ValueError(method)
    if method == "DELETE": return response(status=403)
    return create_order(event)
`,
        tasks: 0,
    },
    "one method is checked": {
        program: `${FUNCTIONS}
def handler(event, context):
    if event["httpMethod"] != "POST":
        return response(405)
    if event["path"] != "/orders":
        return response(404)
    return create_order(event)
`,
        tasks: 0,
    },
    "branches that choose data": {
        program: `
import boto3
TABLES = {"GET": "reads", "POST": "writes", "DELETE": "writes"}
def handler(event, context):
    action = event["action"]
    if action == "a":
        limit = 10
    elif action == "b":
        limit = 20
    elif action == "c":
        limit = int("30")
    elif action == "d":
        table = boto3.resource("dynamodb").Table("d")
    name = TABLES[event["httpMethod"]]
    print(action)
    return boto3.client("dynamodb").query(TableName=name, Limit=limit)
`,
        tasks: 1,
    },
    "several methods of one task": {
        program: `${FUNCTIONS}
def handler(event, context):
    method = event["httpMethod"]
    if method in ("POST", "PUT", "PATCH"):
        return create_order(event)
    if method == "HEAD":
        return response(200)
    if method == "OPTIONS":
        return response(204)
    return response(405)
`,
        tasks: 1,
    },
    "one task with its data": {
        program: `
import boto3
sns = boto3.client("sns")
def notify(event, subject): return sns.publish(Subject=subject)
def handler(event, context):
    action = event["action"]
    if action == "a": return notify(event, "A")
    if action == "b": return notify(event, "B")
    if action == "c": return notify(event, "C")
`,
        tasks: 1,
    },
    "a query's format": {
        program: `
def handler(event, context):
    rows = load()
    format = (event.get("queryStringParameters") or {}).get("format")
    if format == "csv": return {"statusCode": 200, "body": csv(rows)}
    elif format == "xml": return {"statusCode": 200, "body": xml(rows)}
    elif format == "html": return {"statusCode": 200, "body": html(rows)}
    return {"statusCode": 200, "body": str(rows)}
def load(): return []
def csv(r): return r
def xml(r): return r
def html(r): return r
`,
        tasks: 0,
    },
    "requests of a client": {
        program: `
import requests, httpx
session = requests.Session()
app = httpx.Client(base_url="https://app.example.com")
def handler(event, context):
    paths = {"/a": 1, "/b": 2, "/c": 3}
    session.get("/a"); session.post("/b"); session.put("/c"); session.delete("/d")
    app.get("/a"); app.post("/b"); app.put("/c")
    return [paths.get("/a"), paths.get("/b"), paths.get("/c")]
`,
        tasks: 0,
    },
    "a framework that nothing loads": {
        program: {
            "app.py": "import boto3\ndef handler(event, context): return boto3.client('s3').list_buckets()",
            "web.py": `
from flask import Flask
app = Flask(__name__)
@app.get("/a")
def a(): return 1
@app.get("/b")
def b(): return 1
@app.get("/c")
def c(): return 1
`,
            "flask/__init__.py": "class Flask: pass",
            "requirements.txt": "flask\n",
            "broken.py": "def (:\n  x ===",
        },
        tasks: 0,
    },
    "an application that is loaded and not started": {
        program: {
            "app.py": "from web import helper\ndef handler(event, context): return helper(event)",
            "web.py": `
from flask import Flask
app = Flask(__name__)
@app.get("/a")
def a(): return 1
@app.get("/b")
def b(): return 1
@app.get("/c")
def c(): return 1
def helper(event): return 1
if __name__ == "__main__":
    app.run()
`,
        },
        tasks: 0,
    },
    "a local server": {
        program: `
def work(event): return 1
def handler(event, context): return work(event)
if __name__ == "__main__":
    from flask import Flask
    app = Flask(__name__)
    app.get("/a")(work)
    app.get("/b")(print)
    app.get("/c")(len)
    app.run()
`,
        tasks: 0,
    },
    "Powertools without a router": {
        program: `
from aws_lambda_powertools import Logger, Metrics, Tracer
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
processor = BatchProcessor(event_type=EventType.SQS)
tracer, metrics, logger = Tracer(), Metrics(), Logger()
@tracer.capture_method
def one(record): return record.body
@metrics.log_metrics
@tracer.capture_lambda_handler
def handler(event, context):
    return process_partial_response(event=event, record_handler=one, processor=processor, context=context)
`,
        tasks: 0,
    },
    "a resolver of one path, with OPTIONS and HEAD": {
        program: `
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
app = APIGatewayRestResolver()
@app.get("/a")
def a(): return 1
@app.head("/a")
def b(): return 1
@app.route("/a", method="OPTIONS")
def c(): return 1
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 1,
    },
    "another handler of the same module": {
        program: `${FUNCTIONS}
def api(event, context):
    return {"GET": list_orders, "POST": create_order, "DELETE": delete_order}[event["httpMethod"]](event)
def handler(event, context):
    return list_orders(event)
`,
        tasks: 0,
    },
    "a proxy": {
        program: `
import os, urllib3
http = urllib3.PoolManager()
def handler(event, context):
    method, path = event["httpMethod"], event["path"]
    body = event["body"] if method not in ("GET", "HEAD") else None
    answer = http.request(method, os.environ["BACKEND"] + path, body=body)
    return {"statusCode": answer.status, "body": answer.data}
`,
        tasks: 0,
    },
    "an edge function that rewrites": {
        program: `
def handler(event, context):
    request = event["Records"][0]["cf"]["request"]
    if request["uri"] == "/old": request["uri"] = "/new"
    elif request["uri"].endswith("/"): request["uri"] += "index.html"
    elif request["uri"] == "/jobs": return {"status": "301", "headers": {}}
    return request
`,
        tasks: 0,
    },
    "a warmer, a ping and the task": {
        program: `${FUNCTIONS}
def handler(event, context):
    if event.get("action") == "warmup":
        return "warm"
    if event.get("path") == "/ping":
        return response(200, "pong")
    return create_order(event)
`,
        tasks: 2,
    },
};

const LARGE = `ROWS = [${"1,".repeat(300_000)}]`;

const UNDECIDED: Readonly<Record<string, Case & { readonly reason: RegExp }>> = {
    "a module that is not there": {
        program: "x = 1",
        handler: "other.handler",
        tasks: 0,
        reason: /module is not in the code/,
    },
    "a vendor's handler": { program: "x = 1", handler: "datadog_lambda.handler.handler", tasks: 0, reason: /vendor/ },
    "serverless-wsgi without its file": { program: "x = 1", handler: "wsgi_handler.handler", tasks: 0, reason: /WSGI/ },
    "the web adapter without its script": {
        program: "x = 1",
        handler: "run.sh",
        variables: { AWS_LAMBDA_EXEC_WRAPPER: "/opt/bootstrap" },
        tasks: 0,
        reason: /web adapter/,
    },
    "a handler of another package": { program: "from company_api import handler", tasks: 0, reason: /not in the code/ },
    "a handler made by another package": {
        program: "import company_api\nhandler = company_api.make_handler('routes.yml')",
        tasks: 0,
        reason: /not in the code/,
    },
    "the event passed on": {
        program: "from company_api import dispatch\ndef handler(event, context):\n    return dispatch(event, context)",
        tasks: 0,
        reason: /passes its event on/,
    },
    "an application of another package": {
        program: "from mangum import Mangum\nfrom company_api import app\nhandler = Mangum(app)",
        tasks: 0,
        reason: /not in the code/,
    },
    "a router of another package": {
        program: `
from fastapi import FastAPI
from mangum import Mangum
from company_api import router
app = FastAPI()
app.include_router(router)
handler = Mangum(app)
`,
        tasks: 0,
        reason: /a part of the application/,
    },
    "routes of a file that is not read": {
        program: `
from flask import Flask
import json, serverless_wsgi
app = Flask(__name__)
for route in json.load(open("routes.json")):
    app.add_url_rule(route["path"], view_func=globals()[route["view"]])
def handler(event, context): return serverless_wsgi.handle_request(app, event, context)
`,
        tasks: 0,
        reason: /not followed/,
    },
    "an application that stands in a layer": {
        program: "from shared.api import app\ndef handler(event, context): return app.resolve(event, context)",
        tasks: 0,
        reason: /not in the code/,
    },
    "Django without its settings": {
        program:
            "from django.core.asgi import get_asgi_application\nfrom mangum import Mangum\nhandler = Mangum(get_asgi_application())",
        tasks: 0,
        reason: /settings/,
    },
    "a module that is too large": {
        program: { "app.py": "import rows\ndef handler(event, context): return rows.ROWS", "rows.py": LARGE },
        tasks: 0,
        reason: /a file that is loaded/,
    },
    "a broken module": { program: "def handler(event, context:\n    return 1\n)))", tasks: 0, reason: /./ },
};

describe("model/code: what a Python handler chooses among", () => {
    for (const [title, cases] of [
        ["a router", { ...ROUTERS, ...MORE_ROUTERS }],
        ["one task", { ...SINGLE, ...MORE_SINGLE }],
    ] as const) {
        for (const [name, { program, tasks, names, ...given }] of Object.entries(cases)) {
            it(`${title}: ${name}`, () => {
                const found = tasksOf(program, given);
                assert.equal(found.is, "known", JSON.stringify(found));
                if (found.is !== "known") return;
                const shown = found.tasks.map((task) => task.name);
                assert.equal(shown.length, tasks, shown.join(", "));
                if (names !== undefined) assert.deepEqual([...shown].sort(), [...names].sort());
            });
        }
    }

    for (const [name, { program, reason, tasks, names, ...given }] of Object.entries(UNDECIDED)) {
        it(`undecided: ${name}`, () => {
            const found = tasksOf(program, given);
            assert.equal(found.is, "undecided", JSON.stringify(found));
            if (found.is === "undecided") assert.match(found.reason, reason);
        });
    }
});
