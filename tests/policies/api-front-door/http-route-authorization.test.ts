import {
    HttpApi,
    HttpApiMapping,
    HttpAuthorizer,
    HttpDomainName,
    HttpIntegration,
    HttpRoute,
    HttpRoutingRule,
    LambdaFunction,
    type ResourceType,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/http-route-authorization";
import { type Given, testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const base: Program = {
    orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler" }),
    api: of(HttpApi, { protocolType: "HTTP" }),
    to: of(HttpIntegration, {
        apiId: ref("api.id"),
        integrationType: "AWS_PROXY",
        integrationUri: ref("orders.invokeArn"),
    }),
};
const route = (routeKey: unknown, inputs: object = {}, name = "route"): Program => ({
    [name]: of(HttpRoute, { apiId: ref("api.id"), routeKey, target: ref("to.id", "integrations/"), ...inputs }),
});
const withRoute = (routeKey: unknown, inputs: object = {}): Program => ({ ...base, ...route(routeKey, inputs) });
const socket: Program = {
    ...base,
    api: of(HttpApi, { protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" }),
};
const token = { authorizationType: "JWT", authorizerId: ref("people.id") };
const people: Program = { people: of(HttpAuthorizer, { apiId: ref("api.id"), authorizerType: "JWT", name: "people" }) };

const schemes = {
    people: { type: "oauth2", "x-amazon-apigateway-authorizer": { type: "jwt" } },
    words: { type: "http", scheme: "bearer" },
};
const operation = (more: object = {}) => ({
    ...more,
    "x-amazon-apigateway-integration": { type: "AWS_PROXY", uri: ref("orders.invokeArn") },
});
const body = (item: object, more: object = {}): Program => ({
    ...base,
    api: of(HttpApi, {
        protocolType: "HTTP",
        body: json({ openapi: "3.0.1", paths: { "/orders": item }, components: { securitySchemes: schemes }, ...more }),
    }),
});

const domain = (Mapping: "mapping" | "rule", inputs: object, closed = true): Program => ({
    ...withRoute("GET /orders"),
    api: of(HttpApi, { protocolType: "HTTP", disableExecuteApiEndpoint: closed }),
    domain: of(HttpDomainName, { domainName: "api.example.com", ...inputs }),
    mapping:
        Mapping === "mapping"
            ? of(HttpApiMapping, { apiId: ref("api.id"), domainName: ref("domain.domainName"), stage: "live" })
            : of(HttpRoutingRule, {
                  domainName: ref("domain.domainName"),
                  actions: [{ invokeApi: { apiId: ref("api.id"), stage: "live" } }],
              }),
});
const mutual = { mutualTlsAuthentication: { truststoreUri: "s3://trust/store.pem" } };

const at = (given: Given, place: string, ...weighs: readonly ("high" | "medium" | "low")[]) => ({
    given,
    reports: [place],
    weighs,
});
const once = (given: Given, ...weighs: readonly ("high" | "medium" | "low")[]) =>
    at(given, "route: authorizationType", ...weighs);

testRule(rule, {
    valid: {
        "a token": { ...withRoute("GET /orders", token), ...people },
        "a signature": withRoute("$default", { authorizationType: "AWS_IAM" }),
        "a function that decides": withRoute("ANY /{proxy+}", { authorizationType: "CUSTOM", authorizerId: "a1b2c3" }),
        "what is meant for everybody": {
            given: withRoute("GET /products/{id}"),
            options: { publicPaths: ["GET /products/*"] },
        },
        "certificates of callers, at every address": domain("mapping", mutual),
        "certificates of callers, by a routing rule": domain("rule", mutual),
        "WebSocket: a connection that asks": {
            ...socket,
            ...route("$connect", { authorizationType: "AWS_IAM" }),
            ...route("$default", {}, "other"),
        },
        "WebSocket: the end of a connection": { ...socket, ...route("$disconnect") },
        "WebSocket: a message": { ...socket, ...route("sendMessage") },
        "WebSocket: a message, of an API of another stack": {
            route: of(HttpRoute, { apiId: "a1b2c3", routeKey: "sendMessage" }),
        },
        "document: a token": body({ get: operation({ security: [{ people: ["orders/read"] }] }) }),
        "document: a token for all, at its root": body(
            { get: operation(), post: operation() },
            { security: [{ people: [] }] },
        ),
        "document: a signature": body({ get: operation({ "x-amazon-apigateway-auth": { type: "AWS_IAM" } }) }),
        "an API without routes": base,
    },
    invalid: {
        "nothing said": once(withRoute("GET /orders"), "high"),
        "said to be open": once(withRoute("POST /orders", { authorizationType: "NONE" }), "high"),
        "the catch-all": once(withRoute("$default"), "high"),
        "an authorizer that the route does not use": once({ ...withRoute("GET /orders"), ...people }, "high"),
        "a preflight beside a catch-all that asks": {
            given: { ...withRoute("$default", token), ...people, ...route("OPTIONS /{proxy+}", {}, "preflight") },
            reports: ["preflight: authorizationType"],
            weighs: ["low"],
        },
        "a preflight beside routes that take no preflights": {
            given: { ...withRoute("GET /orders", token), ...people, ...route("OPTIONS /orders", {}, "preflight") },
            reports: ["preflight: authorizationType"],
            weighs: ["medium"],
        },
        "a health check": once(withRoute("GET /api/healthz"), "low"),
        "a token of an authorizer that is not named": once(
            withRoute("GET /orders", { authorizationType: "JWT" }),
            "medium",
        ),
        "of an API of another stack": once(
            { route: of(HttpRoute, { apiId: "a1b2c3", routeKey: "GET /orders" }) },
            "high",
        ),
        "quick create": {
            given: { ...base, api: of(HttpApi, { protocolType: "HTTP", target: ref("orders.arn") }) },
            reports: ["api: target"],
            weighs: ["high"],
        },
        "quick create, with a key": {
            given: {
                ...base,
                api: of(HttpApi, { protocolType: "HTTP", target: "https://example.com", routeKey: "GET /orders" }),
            },
            reports: ["api: target"],
            weighs: ["high"],
        },
        "certificates of callers, beside AWS's address": once(domain("mapping", mutual, false), "high"),
        "a domain without certificates": once(domain("rule", {}), "high"),
        "WebSocket: a connection": once({ ...socket, ...route("$connect") }, "high"),
        "WebSocket: a connection, of an API of another stack": once(
            { route: of(HttpRoute, { apiId: "a1b2c3", routeKey: "$connect" }) },
            "high",
        ),
        "all of an API are told once": {
            given: Object.assign(
                {},
                base,
                ...["GET", "PUT", "POST", "DELETE"].map((verb) => route(`${verb} /orders`, {}, verb)),
            ),
            reports: ["api: "],
            weighs: ["high"],
        },
        "document: no security": at(body({ get: operation() }), 'api: body.paths["/orders"].get', "high"),
        "document: security that is taken away": at(
            body({ get: operation({ security: [] }) }, { security: [{ people: [] }] }),
            'api: body.paths["/orders"].get.security',
            "high",
        ),
        "document: a scheme in words": at(
            body({ get: operation({ security: [{ words: [] }] }) }),
            'api: body.paths["/orders"].get.security',
            "high",
        ),
        "document: one of two": at(
            body({ get: operation({ security: [{ people: [] }] }), post: operation() }),
            'api: body.paths["/orders"].post',
            "high",
        ),
        "document: a catch-all": at(
            body({ "x-amazon-apigateway-any-method": operation() }),
            'api: body.paths["/orders"].x-amazon-apigateway-any-method',
            "high",
        ),
    },
    undecided: {
        "an authorization that is not known": {
            given: withRoute("GET /orders", { authorizationType: unknown }),
            awaits: ["route.authorizationType"],
        },
        "the default of an API of another stack may be a WebSocket's": {
            given: { route: of(HttpRoute, { apiId: "a1b2c3", routeKey: "$default" }) },
            awaits: ["route.apiId"],
        },
        "which route it is, is not known": {
            given: { ...base, ...route(unknown), api: of(HttpApi, { protocolType: unknown }) },
            awaits: ["route.apiId"],
        },
    },
});
