import { LambdaFunction } from "../../../model/aws";
import { archive, declare, unknown } from "../../../pack";
import rule from "../../../policies/monoliths/no-router-in-function";
import { testRule } from "../../support/rule-tester";

type Files = Readonly<Record<string, string>>;

const role = "arn:aws:iam::111122223333:role/orders";
const node = (files: Files | string, more: object = {}) => ({
    orders: declare(LambdaFunction, {
        role,
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: archive(typeof files === "string" ? { "index.js": files } : files),
        ...more,
    }),
});
const reported = (files: Files | string, more: object = {}) => ({
    given: node(files, more),
    reports: ["orders: handler"],
});
const waits = (reason: string) => [`orders.code (${reason})`];

/** What Pulumi makes of a function that a program writes down where it is used. */
const closure = (body: string) => `exports.handler = __f0;
function __f0(__0) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {
return ${body};
    }
  }).apply(undefined, undefined).apply(this, arguments);
}`;

testRule(rule, {
    valid: {
        "one task": node("exports.handler = async (event) => ({ statusCode: 200, body: event.body });"),
        "a framework that nothing loads": node({
            "index.js": "exports.handler = async () => ({ statusCode: 204 });",
            "server.js":
                'const app = require("express")(); app.get("/a", f); app.post("/a", f); app.put("/a", f); app.listen(3000);',
        }),
        "one route": node(
            'const app = require("express")(); app.post("/a", f); exports.handler = require("serverless-http")(app);',
        ),
        "an HTTP client": node(
            'const app = require("axios").create(); exports.handler = async () => [await app.get("/a"), await app.get("/b"), await app.get("/c", () => 1)];',
        ),
        "a custom resource": node(
            "exports.handler = async (event) => { switch (event.RequestType) { case 'Create': return make(event); case 'Update': return change(event); case 'Delete': return drop(event); } };",
        ),
        "records of a stream": node(
            "exports.handler = async (event) => { for (const r of event.Records) switch (r.eventName) { case 'INSERT': await db.put(r); break; case 'MODIFY': await db.update(r); break; case 'REMOVE': await db.delete(r); } };",
        ),
        "branches that choose data": node(
            "exports.handler = async (event) => { let ttl; switch (event.httpMethod) { case 'GET': ttl = 60; break; case 'HEAD': ttl = 10; break; case 'POST': ttl = 0; break; } return store(ttl); };",
        ),
        "branches that refuse": node(
            "exports.handler = async (event) => { if (event.httpMethod === 'GET') return { statusCode: 405 }; if (event.httpMethod === 'PUT') return { statusCode: 405 }; if (event.httpMethod === 'DELETE') throw new Error('no'); return store(event); };",
        ),
        "three methods for one task": node(
            "exports.handler = async (event) => { switch (event.httpMethod) { case 'POST': case 'PUT': case 'PATCH': return store(event); case 'OPTIONS': return cors(); } };",
        ),
        "a broken file that nobody loads": node({
            "index.js": "exports.handler = async () => ({ statusCode: 204 });",
            "other.js": "{{{",
        }),
        "an empty file in the archive": node({ "index.js": "exports.handler = async () => 1;", "empty.js": "" }),
        "code that another build put into a bucket": {
            orders: declare(LambdaFunction, {
                role,
                runtime: "nodejs22.x",
                handler: "index.handler",
                s3Bucket: "code",
                s3Key: "orders.zip",
            }),
        },
        "another language": node({ bootstrap: "" }, { runtime: "provided.al2023" }),
        "fewer than configured": {
            given: node(
                "exports.handler = async (e) => { switch (e.action) { case 'a': return a(); case 'b': return b(); case 'c': return c(); } };",
            ),
            options: { minRoutes: 4 },
        },
    },
    invalid: {
        "routers with prefixes, in modules": reported({
            "index.js":
                'const express = require("express"); const app = express(); app.use("/orders", require("./orders")); exports.handler = require("serverless-http")(app);',
            "orders.js":
                'const { Router } = require("express"); const r = Router(); r.get("/", f); r.route("/:id").get(f).delete(f); module.exports = r;',
        }),
        "routes of a table, in a loop": reported(
            'const app = require("fastify")(); for (const [method, path] of [["get", "/a"], ["post", "/a"], ["delete", "/a/:id"]]) app[method](path, async () => 1); exports.handler = require("@fastify/aws-lambda")(app);',
        ),
        "a factory, loaded when the first request comes": reported({
            "index.js":
                'const { build } = require("./app"); let server; exports.handler = async (e, c) => { server = server || require("serverless-http")(build("/v1")); return server(e, c); };',
            "app.js":
                'exports.build = (base) => { const app = require("express")(); app.get(base + "/a", f); app.put(base + "/a", f); app.post(base + "/b", f); return app; };',
        }),
        "a chain of methods, minified": reported(
            'exports.handler=async t=>{let{method:e}=t.requestContext.http;return"GET"!==e?"POST"!==e?"PUT"===e?change(t):{statusCode:405}:make(t):list(t)};',
        ),
        "a table of functions": reported(
            "const tasks = { 'GET /a': async () => 1, 'POST /a': async () => 2, 'DELETE /a': async () => 3 }; exports.handler = async (e) => tasks[`${e.httpMethod} ${e.resource}`](e);",
        ),
        "a list of routes that is searched": reported(
            "const routes = [{ m: 'GET', p: '/a', f: list }, { m: 'POST', p: '/a', f: create }, { m: 'PUT', p: '/a', f: change }]; function list() { return db.scan(); } function create() { return db.put(); } function change() { return db.update(); } exports.handler = async (e) => routes.find((r) => r.m === e.httpMethod && r.p === e.path).f(e);",
        ),
        "methods of a class by the action": reported(
            "class Orders { create() { return db.put(); } list() { return db.scan(); } remove() { return db.delete(); } } const orders = new Orders(); exports.handler = async (e) => orders[e.action](e);",
        ),
        "a closure that Pulumi serialized": reported(
            {
                "__index.js": closure(
                    "async (event) => { switch (event.httpMethod) { case 'GET': return list(event); case 'POST': return make(event); case 'DELETE': return drop(event); } }",
                ),
            },
            { handler: "__index.handler" },
        ),
        "behind a vendor's handler": reported(
            {
                "app.js":
                    "exports.handler = async (e) => { switch (e.action) { case 'a': return a(e); case 'b': return b(e); case 'c': return c(e); } };",
            },
            {
                handler: "node_modules/datadog-lambda-js/dist/handler.handler",
                environment: { variables: { DD_LAMBDA_HANDLER: "app.handler" } },
            },
        ),
        "an ES module": reported({
            "index.mjs":
                'import { Hono } from "hono"; import { handle } from "hono/aws-lambda"; const app = new Hono().get("/a", f).post("/a", f); app.on("DELETE", "/a", f); export const handler = handle(app);',
        }),
        Flask: reported(
            {
                "app.py":
                    'from flask import Flask\nimport apig_wsgi\napp = Flask(__name__)\n@app.get("/a")\ndef a():\n    return {}\n@app.post("/a")\ndef b():\n    return {}\n@app.delete("/a")\ndef c():\n    return {}\nhandler = apig_wsgi.make_lambda_handler(app)\n',
            },
            { handler: "app.handler", runtime: "python3.13" },
        ),
    },
    undecided: {
        "which module it is": { given: node("exports.handler = 1;", { handler: unknown }), awaits: ["orders.handler"] },
        "its handler is missing": { given: node({ "other.js": "" }), awaits: waits("its handler is not in the code") },
        "a package's own handler": {
            given: node('exports.handler = require("server-side-renderer").handler;'),
            awaits: waits("its handler is a package's own"),
        },
        "a module that cannot be parsed": {
            given: node("exports.handler = {{{"),
            awaits: waits("a module is no JavaScript that can be read"),
        },
    },
});
