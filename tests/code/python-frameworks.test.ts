import assert from "node:assert/strict";
import { type Given, type Program, tasksOf } from "./python";

/** What a framework calls: how many tasks, by whom, and one of their names. */
interface Case extends Given {
    readonly program: Program;
    readonly tasks: number;
    readonly by?: string;
    readonly names?: readonly string[];
}

const POWERTOOLS = "from aws_lambda_powertools.event_handler import";

const CASES: Readonly<Record<string, Case>> = {
    "Powertools, REST": {
        program: `
from aws_lambda_powertools import Logger, Tracer
${POWERTOOLS} APIGatewayRestResolver
from aws_lambda_powertools.logging import correlation_paths

tracer, logger = Tracer(), Logger()
app = APIGatewayRestResolver(strip_prefixes=["/v1"])

@app.get("/orders")
@tracer.capture_method
def list_orders():
    return []

@app.get("/orders/<order_id>")
def show(order_id: str):
    return {}

@app.post("/orders")
def create():
    return {}, 201

@app.not_found
def missing(error):
    return {}, 404

@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_REST)
@tracer.capture_lambda_handler
def handler(event, context):
    return app.resolve(event, context)
`,
        tasks: 3,
        by: "Powertools",
        names: ["GET /orders", "GET /orders/<order_id>", "POST /orders"],
    },
    "Powertools: a router's prefix, in another module": {
        program: {
            "app.py": `
${POWERTOOLS} APIGatewayHttpResolver
from users import router as users
import carts
app = APIGatewayHttpResolver()
app.include_router(users, prefix="/users")
app.include_router(carts.router)
def handler(event, context):
    return app.resolve(event, context)
`,
            "users.py": `
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
router = APIGatewayHttpRouter()
@router.get("/")
def all(): return []
@router.delete("/<id>")
def drop(id): return None
`,
            "carts.py": `
from aws_lambda_powertools.event_handler.api_gateway import Router
router = Router()
@router.route("/carts", method=["POST", "PUT"])
def put(): return {}
`,
        },
        tasks: 3,
        names: ["GET /users/", "DELETE /users/<id>", "POST|PUT /carts"],
    },
    "Powertools: a resolver of each kind is one": {
        program: `
${POWERTOOLS} ALBResolver, LambdaFunctionUrlResolver, VPCLatticeV2Resolver
alb = ALBResolver()
@alb.get("/a")
def a(): return 1
@alb.post("/b")
def b(): return 1
@alb.patch("/c")
def c(): return 1
def handler(event, context): return alb.resolve(event, context)
`,
        tasks: 3,
    },
    "Powertools, AppSync: fields": {
        program: `
${POWERTOOLS} AppSyncResolver
app = AppSyncResolver()
@app.resolver(type_name="Query", field_name="getTodo")
def get_todo(id): return {}
@app.resolver(type_name="Query", field_name="listTodos")
def list_todos(): return []
@app.resolver(type_name="Mutation", field_name="createTodo")
def create(title): return {}
@app.batch_resolver(type_name="Todo", field_name="owner")
def owner(event): return []
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 4,
        names: ["Query.getTodo", "Query.listTodos", "Mutation.createTodo", "Todo.owner"],
    },
    "Powertools, AppSync: one field": {
        program: `
${POWERTOOLS} AppSyncResolver
app = AppSyncResolver()
@app.resolver(type_name="Query", field_name="getTodo")
def get_todo(id): return {}
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 1,
    },
    "Powertools, AppSync Events": {
        program: `
${POWERTOOLS} AppSyncEventsResolver
app = AppSyncEventsResolver()
@app.on_publish("/chat/*")
def chat(payload): return payload
@app.on_publish("/orders/*", aggregate=True)
async def orders(payload): return payload
@app.on_subscribe("/chat/*")
def subscribe(): pass
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 3,
    },
    "Powertools, Bedrock agents": {
        program: `
${POWERTOOLS} BedrockAgentResolver
app = BedrockAgentResolver()
@app.get("/schedules", description="s")
def schedules(): return []
@app.post("/meetings", description="m")
def meetings(): return {}
@app.get("/rooms", description="r")
def rooms(): return []
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 3,
    },
    "Powertools, Bedrock agents' functions": {
        program: `
${POWERTOOLS} BedrockAgentFunctionResolver
app = BedrockAgentFunctionResolver()
@app.tool(name="weather", description="w")
def weather(city: str): return ""
@app.tool(description="t")
def tides(city: str): return ""
@app.tool(name="moon", description="m")
def moon(): return ""
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 3,
        names: ["weather", "tides", "moon"],
    },
    "Powertools: an API of a class": {
        program: `
${POWERTOOLS} APIGatewayRestResolver
from routes import register
class Api:
    def __init__(self):
        self.app = APIGatewayRestResolver()
        register(self.app)
    def handle(self, event, context):
        return self.app.resolve(event, context)
api = Api()
handler = api.handle
`.replace(
            "from routes import register",
            'def register(app):\n    for path, fn in (("/a", lambda: 1), ("/b", lambda: 2), ("/c", lambda: 3)):\n        app.get(path)(fn)',
        ),
        tasks: 3,
    },
    "Powertools' resolve as the handler": {
        program: `
${POWERTOOLS} APIGatewayRestResolver
app = APIGatewayRestResolver()
@app.get("/a")
def a(): return 1
@app.get("/b")
def b(): return 1
@app.get("/c")
def c(): return 1
handler = app.resolve
`,
        tasks: 3,
    },
    "Flask behind serverless-wsgi, with a blueprint of views by class": {
        program: {
            "app.py": `
import serverless_wsgi
from flask import Flask
from flask.views import MethodView
from orders import bp
def create_app(config=None):
    app = Flask(__name__)
    app.config.from_object(config)
    app.register_blueprint(bp, url_prefix="/orders")
    class Users(MethodView):
        def get(self): return []
        def post(self): return {}
    app.add_url_rule("/users", view_func=Users.as_view("users"))
    return app
app = create_app()
def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
`,
            "orders.py": `
from flask import Blueprint
bp = Blueprint("orders", __name__)
@bp.route("/")
def index(): return []
`,
        },
        tasks: 3,
        by: "Flask",
        names: ["GET /orders/", "GET /users", "POST /users"],
    },
    "Flask: one view asks for the method": {
        program: `
from flask import Flask, request
import awsgi
app = Flask(__name__)
@app.route("/items", methods=["GET", "POST"])
def items():
    if request.method == "POST":
        return create(request.json)
    return find_all()
@app.route("/items/<id>", methods=["DELETE"])
def drop(id): return remove(id)
def create(x): return x
def find_all(): return []
def remove(x): return x
def handler(event, context):
    return awsgi.response(app, event, context)
`,
        tasks: 3,
    },
    "views within a decorator of the program's": {
        program: `
from chalice import Chalice
app = Chalice(app_name="x")
def guarded(func):
    def inner(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        except TimeoutError as error:
            raise RuntimeError(error)
    return inner
@app.route("/a")
@guarded
def a(): return 1
@app.route("/b")
@guarded
def b(): return 2
@app.route("/c/{id}", methods=["PUT", "DELETE"])
@guarded
def c(id):
    if app.current_request.method == "PUT":
        return borrow(id)
    return give_back(id)
def borrow(id): return 1
def give_back(id): return 2
handler = app
`,
        tasks: 4,
    },
    "Flask-RESTful": {
        program: `
from flask import Flask
from flask_restful import Api, Resource
from apig_wsgi import make_lambda_handler
app = Flask(__name__)
api = Api(app)
class Todo(Resource):
    def get(self, todo_id): return {}
    def put(self, todo_id): return {}
    def delete(self, todo_id): return {}
class Todos(Resource):
    def get(self): return []
api.add_resource(Todos, "/todos")
api.add_resource(Todo, "/todos/<id>")
handler = make_lambda_handler(app)
`,
        tasks: 4,
    },
    "Flask-RESTX's namespaces": {
        program: `
from flask import Flask
from flask_restx import Api, Namespace, Resource
import serverless_wsgi
ns = Namespace("cats")
@ns.route("/")
class Cats(Resource):
    def get(self): return []
    def post(self): return {}
@ns.route("/<id>")
class Cat(Resource):
    @ns.doc("x")
    def get(self, id): return {}
api = Api()
api.add_namespace(ns, path="/cats")
app = Flask(__name__)
api.init_app(app)
handler = lambda event, context: serverless_wsgi.handle_request(app, event, context)
`,
        tasks: 3,
    },
    "Flask through ASGI": {
        program: `
from flask import Flask
from asgiref.wsgi import WsgiToAsgi
from mangum import Mangum
app = Flask(__name__)
app.get("/a")(lambda: 1)
app.get("/b")(lambda: 2)
app.get("/c")(lambda: 3)
handler = Mangum(WsgiToAsgi(app))
`,
        tasks: 3,
    },
    "Flask: one view under two paths, beside another": {
        program: `
from flask import Flask
import serverless_wsgi
app = Flask(__name__)
@app.route("/")
@app.route("/index")
def index(): return "x"
@app.route("/about")
def about(): return "y"
@app.errorhandler(404)
def missing(e): return "", 404
@app.before_request
def before(): pass
def handler(event, context): return serverless_wsgi.handle_request(app, event, context)
`,
        tasks: 2,
    },
    "serverless-wsgi's own handler": {
        handler: "wsgi_handler.handler",
        program: {
            ".serverless-wsgi": '{"app": "api/main.app", "text_mime_types": []}',
            "wsgi_handler.py": "import json\ndef handler(event, context): pass",
            "api/main.py": `
from flask import Flask
app = Flask(__name__)
@app.get("/a")
def a(): return 1
@app.get("/b")
def b(): return 1
@app.post("/c")
def c(): return 1
`,
        },
        tasks: 3,
    },
    "FastAPI with routers of routers": {
        handler: "src/api/main.handler",
        program: {
            "src/api/__init__.py": "",
            "src/api/main.py": `
from fastapi import FastAPI
from mangum import Mangum
from .v1 import api_router
from . import health
def get_application() -> FastAPI:
    application = FastAPI()
    application.include_router(api_router, prefix="/v1")
    application.include_router(health.router)
    return application
app = get_application()
handler = Mangum(app, lifespan="off")
`,
            "src/api/health.py": `
from fastapi import APIRouter
router = APIRouter()
@router.get("/health")
def health(): return {}
`,
            "src/api/v1/__init__.py": `
from fastapi import APIRouter
from .items import router as items
from src.api.v1.users import router as users
api_router = APIRouter()
for one, prefix in [(items, "/items"), (users, "/users")]:
    api_router.include_router(one, prefix=prefix)
`,
            "src/api/v1/items.py": `
import fastapi
router = fastapi.APIRouter(tags=["items"])
@router.get("")
def all(): return []
@router.post("")
def create(): return {}
`,
            "src/api/v1/users.py": `
import fastapi
router = fastapi.APIRouter(prefix="/those")
@router.get("/{id}")
def show(id): return []
`,
        },
        tasks: 4,
        by: "FastAPI",
        names: ["GET /v1/items", "POST /v1/items", "GET /v1/users/those/{id}", "GET /health"],
    },
    "Mangum within a handler of its own": {
        program: `
from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()
@app.api_route("/a", methods=["GET"])
def a(): return 1
@app.put("/b")
def b(): return 1
@app.patch("/c")
def c(): return 1
asgi = Mangum(app)
def handler(event, context):
    if event.get("source") == "warmer":
        return {}
    return asgi(event, context)
`,
        tasks: 3,
    },
    "Starlette's lists of routes": {
        program: `
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from mangum import Mangum
async def home(request): return 1
async def one(request): return 1
class Users(HTTPEndpoint):
    async def get(self, request): return 1
    async def post(self, request): return 1
routes = [
    Route("/", home),
    Mount("/users", routes=[Route("/", Users), Route("/{id}", one, methods=["GET"])]),
    Mount("/static", StaticFiles(directory="static")),
]
handler = Mangum(Starlette(debug=False, routes=routes))
`,
        tasks: 4,
    },
    "Falcon's suffixes and ASGI": {
        program: `
import falcon.asgi
from mangum import Mangum
class Things:
    async def on_get(self, req, resp): pass
    async def on_post(self, req, resp): pass
    async def on_get_one(self, req, resp, id): pass
app = falcon.asgi.App()
things = Things()
app.add_route("/things", things)
app.add_route("/things/{id}", things, suffix="one")
handler = Mangum(app)
`,
        tasks: 3,
        names: ["GET /things", "POST /things", "GET /things/{id}"],
    },
    Chalice: {
        handler: "app.app",
        program: {
            "app.py": `
from chalice import Chalice
from chalicelib.users import routes
app = Chalice(app_name="x")
app.register_blueprint(routes, url_prefix="/users")
@app.route("/")
def index(): return {}
@app.route("/things", methods=["POST"], cors=True)
def create(): return {}
@app.schedule("rate(1 hour)")
def nightly(event): pass
`,
            "chalicelib/__init__.py": "",
            "chalicelib/users.py": `
from chalice import Blueprint
routes = Blueprint(__name__)
@routes.route("/{name}")
def show(name): return {}
`,
        },
        tasks: 3,
        by: "Chalice",
    },
    "Bottle's own objects": {
        program: `
from bottle import Bottle
import serverless_wsgi
api = Bottle()
sub = Bottle()
@api.get("/a")
def a(): return 1
@api.route("/b", method="POST")
def b(): return 1
@sub.delete("/c")
def c(): return 1
api.mount("/sub", sub)
def handler(event, context): return serverless_wsgi.handle_request(api, event, context)
`,
        tasks: 3,
    },
    "Django: include, class views and a REST router": {
        handler: "project/wsgi.handler",
        program: {
            "project/__init__.py": "",
            "project/wsgi.py": `
import os
from django.core.wsgi import get_wsgi_application
from apig_wsgi import make_lambda_handler
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
application = get_wsgi_application()
handler = make_lambda_handler(application)
`,
            "project/settings.py": `ROOT_URLCONF = "project.urls"`,
            "project/urls.py": `
from django.urls import include, path
urlpatterns = [path("api/", include("shop.urls")), path("health", lambda request: 1)]
`,
            "shop/__init__.py": "",
            "shop/urls.py": `
from django.urls import path, include
from rest_framework.routers import DefaultRouter
from . import views
router = DefaultRouter()
router.register("carts", views.CartViewSet)
urlpatterns = [path("items", views.Items.as_view()), path("", include(router.urls))]
`,
            "shop/views.py": `
from django.views import View
from rest_framework import viewsets
class Items(View):
    def get(self, request): return 1
    def post(self, request): return 1
class CartViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = None
`,
        },
        tasks: 5,
        by: "Django",
    },
    "Django: the settings stand in the environment": {
        handler: "asgi.handler",
        variables: { DJANGO_SETTINGS_MODULE: "conf.prod" },
        program: {
            "asgi.py":
                "from django.core.asgi import get_asgi_application\nfrom mangum import Mangum\nhandler = Mangum(get_asgi_application())",
            "conf/__init__.py": "",
            "conf/prod.py": "from .base import *\nDEBUG = False",
            "conf/base.py": `ROOT_URLCONF = "conf.urls"`,
            "conf/urls.py": `
from django.urls import re_path
def a(request): return 1
def b(request): return 2
urlpatterns = [re_path("^a$", a)]
urlpatterns += [re_path("^b$", b)]
`,
        },
        tasks: 2,
    },
    "Quart and Sanic": {
        program: `
from sanic import Sanic, Blueprint
from mangum import Mangum
app = Sanic("x")
bp = Blueprint("y", url_prefix="/y")
@bp.get("/a")
async def a(request): return 1
@app.post("/b")
async def b(request): return 1
async def c(request): return 1
app.add_route(c, "/c", methods=["GET"])
app.blueprint(bp)
handler = Mangum(app)
`,
        tasks: 3,
        names: ["POST /b", "GET /c", "GET /y/a"],
    },
    Litestar: {
        program: `
from litestar import Controller, Litestar, get, post
from mangum import Mangum
@get("/")
async def index() -> str: return ""
class Users(Controller):
    path = "/users"
    @get()
    async def all(self) -> list: return []
    @post()
    async def create(self) -> dict: return {}
handler = Mangum(Litestar(route_handlers=[index, Users]))
`,
        tasks: 3,
    },
    "a framework in a folder of its own, and routes registered by import": {
        handler: "lambda_function.lambda_handler",
        program: {
            "lambda_function.py": `
from core import app
import routes.users, routes.items
from mangum import Mangum
_handler = None
def lambda_handler(event, context):
    global _handler
    if _handler is None:
        _handler = Mangum(app)
    return _handler(event, context)
`,
            "core.py": "from fastapi import FastAPI\napp = FastAPI()",
            "routes/__init__.py": "",
            "routes/users.py":
                "from core import app\n@app.get('/users')\ndef users(): return []\n@app.post('/users')\ndef create(): return {}",
            "routes/items.py": "from core import app\n@app.get('/items')\ndef items(): return []",
            "fastapi/__init__.py": "class FastAPI:\n    pass",
        },
        tasks: 3,
    },
    "a framework's class inherited from": {
        program: `
from flask import Flask
import serverless_wsgi
class Service(Flask):
    def __init__(self, name):
        super().__init__(name)
        self.add_url_rule("/a", view_func=self.a)
        self.add_url_rule("/b", view_func=self.b)
        self.add_url_rule("/c", view_func=self.c)
    def a(self): return 1
    def b(self): return 2
    def c(self): return 3
service = Service(__name__)
def handler(event, context): return serverless_wsgi.handle_request(service, event, context)
`,
        tasks: 3,
    },
    "a test client in place of an adapter": {
        program: `
from fastapi import FastAPI
from fastapi.testclient import TestClient
app = FastAPI()
app.get("/a")(lambda: 1)
app.get("/b")(lambda: 2)
app.get("/c")(lambda: 3)
client = TestClient(app)
def handler(event, context):
    answer = client.request(event["httpMethod"], event["path"])
    return {"statusCode": answer.status_code, "body": answer.text}
`,
        tasks: 3,
    },
    "the web adapter, which starts a script": {
        handler: "run.sh",
        variables: { AWS_LAMBDA_EXEC_WRAPPER: "/opt/bootstrap" },
        program: {
            "run.sh":
                "#!/bin/bash\nPATH=$PATH:$LAMBDA_TASK_ROOT/bin \\\n    exec python -m uvicorn --port=$PORT main:app\n",
            "main.py": `
from fastapi import FastAPI
app = FastAPI()
@app.get("/a")
def a(): return 1
@app.get("/b")
def b(): return 1
@app.get("/c")
def c(): return 1
`,
        },
        tasks: 3,
    },
    "the web adapter, which starts a server by itself": {
        handler: "run.sh",
        program: {
            "run.sh": "#!/bin/sh\n# gunicorn other:app\nexec python3 server.py\n",
            "server.py": `
from flask import Flask
def create():
    app = Flask(__name__)
    app.get("/a")(lambda: 1)
    app.get("/b")(lambda: 2)
    return app
if __name__ == "__main__":
    server = create()
    server.run(port=8080)
`,
        },
        tasks: 2,
    },
    "a vendor's handler before the program's": {
        handler: "datadog_lambda.handler.handler",
        variables: { DD_LAMBDA_HANDLER: "app.handler" },
        program: `
${POWERTOOLS} APIGatewayRestResolver
app = APIGatewayRestResolver()
app.get("/a")(lambda: 1)
app.get("/b")(lambda: 2)
app.get("/c")(lambda: 3)
def handler(event, context): return app.resolve(event, context)
`,
        tasks: 3,
    },
};

describe("model/code: the frameworks that a Python handler starts", () => {
    for (const [name, { program, tasks, by, names, ...given }] of Object.entries(CASES)) {
        it(name, () => {
            const found = tasksOf(program, given);
            assert.equal(found.is, "known", JSON.stringify(found));
            if (found.is !== "known") return;
            const shown = found.tasks.map((task) => task.name);
            assert.equal(shown.length, tasks, shown.join(", "));
            if (by !== undefined) assert.equal(found.by, by);
            if (names !== undefined) assert.deepEqual([...shown].sort(), [...names].sort());
        });
    }
});
