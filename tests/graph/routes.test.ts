import assert from "node:assert/strict";
import {
    AlbListenerRule,
    HttpApi,
    HttpIntegration,
    HttpRoute,
    LambdaAlias,
    LambdaFunction,
    Listener,
    ListenerRule,
    RestApi,
    RestIntegration,
    RestMethod,
    RestResource,
    TargetGroup,
    TargetGroupAttachment,
} from "../../model/aws";
import { isCatchAll, routesOf } from "../../model/graph";
import { declare, json, type Program, ref, unknown } from "../../pack";
import { graphOf, told } from "../support/graph";

const role = "arn:aws:iam::111122223333:role/orders";
const functions: Program = {
    read: declare(LambdaFunction, { role, name: "read" }),
    write: declare(LambdaFunction, { role, name: "write" }),
    live: declare(LambdaAlias, { name: "live", functionName: ref("read.name"), functionVersion: "1" }),
};

const rest = (
    name: string,
    resourceId: unknown,
    httpMethod: unknown,
    uri: unknown,
    integrated: unknown = httpMethod,
): Program => ({
    [name]: declare(RestMethod, { restApi: ref("api.id"), resourceId, httpMethod, authorization: "AWS_IAM" } as never),
    [`${name}-to`]: declare(RestIntegration, {
        restApi: ref("api.id"),
        resourceId,
        httpMethod: integrated,
        type: "AWS_PROXY",
        uri,
    } as never),
});
const restApi: Program = {
    ...functions,
    api: declare(RestApi, { name: "orders" }),
    orders: declare(RestResource, { restApi: ref("api.id"), parentId: ref("api.rootResourceId"), pathPart: "orders" }),
    order: declare(RestResource, { restApi: ref("api.id"), parentId: ref("orders.id"), pathPart: "{id}" }),
    rest: declare(RestResource, { restApi: ref("api.id"), parentId: ref("api.rootResourceId"), pathPart: "{proxy+}" }),
};
const http = (name: string, routeKey: unknown, integrationUri: unknown): Program => ({
    [`${name}-to`]: declare(HttpIntegration, {
        apiId: ref("api.id"),
        integrationType: "AWS_PROXY",
        integrationUri,
    } as never),
    [name]: declare(HttpRoute, {
        apiId: ref("api.id"),
        routeKey,
        target: ref(`${name}-to.id`, "integrations/"),
    } as never),
});
const httpApi = (protocolType = "HTTP"): Program => ({ ...functions, api: declare(HttpApi, { protocolType }) });

const uri = ref("read.invokeArn");
const operation = (to: unknown, type = "aws_proxy") => ({ "x-amazon-apigateway-integration": { type, uri: to } });
const paths = (to: unknown) => ({
    "/orders": { get: operation(to), post: operation(ref("write.invokeArn")), options: operation(to), parameters: [] },
    "/{proxy+}": { "x-amazon-apigateway-any-method": operation(ref("live.invokeArn")) },
    "/health": { get: { ...operation(undefined, "mock") }, head: {} },
});

const balancer = (Rule: typeof ListenerRule | typeof AlbListenerRule, targetType = "lambda"): Program => ({
    ...functions,
    group: declare(TargetGroup, { targetType }),
    registered: declare(TargetGroupAttachment, { targetGroupArn: ref("group.arn"), targetId: ref("read.arn") }),
    listener: declare(Listener, {
        loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1",
        defaultActions: [],
    }),
    rule: declare(Rule, {
        listenerArn: ref("listener.arn"),
        conditions: [{ pathPattern: { values: ["/orders", "/*"] } }],
        actions: [{ type: "forward", targetGroupArn: ref("group.arn") }],
    } as never),
});

/** A program, and its routes as `DOOR: METHOD PATH → TARGET`: with outputs known, and unknown where that differs. */
interface Case {
    readonly program: Program;
    readonly known: readonly string[];
    readonly unknown?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
    "REST: a method on a nested resource": {
        program: { ...restApi, ...rest("get", ref("order.id"), "GET", uri) },
        known: ["api: GET /orders/{id} → read"],
    },
    "REST: a method at the root": {
        program: { ...restApi, ...rest("any", ref("api.rootResourceId"), "ANY", uri) },
        known: ["api: ANY / → read"],
    },
    "REST: two methods of one resource": {
        program: {
            ...restApi,
            ...rest("get", ref("orders.id"), "GET", uri),
            ...rest("post", ref("orders.id"), "POST", ref("write.invokeArn")),
        },
        known: ["api: GET /orders → read", "api: POST /orders → write"],
    },
    "REST: the integration follows its method's outputs": {
        program: { ...restApi, ...rest("get", ref("orders.id"), "GET", uri, ref("get.httpMethod")) },
        known: ["api: GET /orders → read"],
    },
    "REST: everything, through an alias": {
        program: { ...restApi, ...rest("proxy", ref("rest.id"), "ANY", ref("live.invokeArn")) },
        known: ["api: ANY /{proxy+} → read"],
    },
    "REST: a preflight is no route, and a method without an integration leads nowhere": {
        program: {
            ...restApi,
            ...rest("preflight", ref("orders.id"), "OPTIONS", uri),
            alone: declare(RestMethod, {
                restApi: ref("api.id"),
                resourceId: ref("orders.id"),
                httpMethod: "GET",
                authorization: "NONE",
            }),
        },
        known: [],
    },
    "REST: an integration with no function": {
        program: { ...restApi, ...rest("get", ref("orders.id"), "GET", "https://example.com/") },
        known: ["api: GET /orders → outside: https://example.com/"],
    },
    "REST: a path that nobody knows": {
        program: {
            ...restApi,
            odd: declare(RestResource, {
                restApi: ref("api.id"),
                parentId: ref("api.rootResourceId"),
                pathPart: unknown,
            }),
            ...rest("get", ref("odd.id"), "GET", uri),
        },
        known: ["api: GET ? → read"],
    },
    "REST: a resource that stands below itself": {
        program: {
            ...restApi,
            loop: declare(RestResource, {
                restApi: ref("api.id"),
                parentId: "loop",
                pathPart: "loop",
                name: "loop",
            } as never),
            ...rest("get", ref("loop.id"), "GET", uri),
        },
        known: ["api: GET ? → read"],
    },

    "HTTP: routes through integrations": {
        program: {
            ...httpApi(),
            ...http("get", "GET /orders", uri),
            ...http("post", "POST /orders", ref("write.arn")),
        },
        known: ["api: GET /orders → read", "api: POST /orders → write"],
    },
    "HTTP: the catch-all, through an alias": {
        program: { ...httpApi(), ...http("all", "$default", ref("live.arn")) },
        known: ["api: ANY $default → read"],
    },
    "HTTP: a quick-created API": {
        program: {
            ...functions,
            api: declare(HttpApi, { protocolType: "HTTP", target: ref("read.arn"), routeKey: "GET /orders" }),
        },
        known: ["api: GET /orders → read"],
    },
    "HTTP: a quick-created API without a route key": {
        program: { ...functions, api: declare(HttpApi, { protocolType: "HTTP", target: ref("read.arn") }) },
        known: ["api: ANY $default → read"],
    },
    "HTTP: a preflight is no route": {
        program: { ...httpApi(), ...http("cors", "OPTIONS /{proxy+}", uri) },
        known: [],
    },
    "HTTP: a WebSocket API has no paths": {
        program: { ...httpApi("WEBSOCKET"), ...http("any", "$default", uri) },
        known: [],
    },
    "HTTP: a route key that nobody knows": {
        program: { ...httpApi(), ...http("odd", unknown, uri) },
        known: ["api: ANY ? → read"],
    },
    "HTTP: a function that nobody knows": {
        program: { ...httpApi(), ...http("odd", "GET /orders", unknown) },
        known: ["api: GET /orders → unknown: odd-to.integrationUri"],
    },
    "HTTP: a target that nobody knows": {
        program: {
            ...httpApi(),
            odd: declare(HttpRoute, { apiId: ref("api.id"), routeKey: "GET /a", target: unknown }),
        },
        known: ["api: GET /a → unknown: odd.target"],
    },
    "HTTP: an API that lives elsewhere is a door of its own": {
        program: {
            ...functions,
            to: declare(HttpIntegration, {
                apiId: "abc",
                integrationType: "AWS_PROXY",
                integrationUri: ref("read.arn"),
            }),
            get: declare(HttpRoute, { apiId: "abc", routeKey: "GET /a", target: ref("to.id", "integrations/") }),
        },
        known: ["abc: GET /a → read"],
    },

    "OpenAPI: JSON text of a REST API": {
        program: { ...functions, api: declare(RestApi, { body: json({ openapi: "3.0.1", paths: paths(uri) }) }) },
        known: [
            "api: ANY /{proxy+} → read",
            "api: GET /health → absent",
            "api: GET /orders → read",
            "api: POST /orders → write",
        ],
        unknown: ["api: ANY ? → unknown: api.body"],
    },
    "OpenAPI: an HTTP API": {
        program: {
            ...functions,
            api: declare(HttpApi, {
                protocolType: "HTTP",
                body: json({ paths: { "/a": { get: operation(ref("read.arn")) } } }),
            }),
        },
        known: ["api: GET /a → read"],
        unknown: ["api: ANY ? → unknown: api.body"],
    },
    "OpenAPI: URIs written out": {
        program: {
            ...functions,
            api: declare(RestApi, {
                body: JSON.stringify({
                    paths: {
                        "/a": {
                            get: operation(
                                "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:read/invocations",
                            ),
                            put: operation("https://example.com"),
                        },
                    },
                }),
            }),
        },
        known: ["api: GET /a → read", "api: PUT /a → outside: https://example.com"],
    },
    "OpenAPI: text that is not JSON, or no document": {
        program: {
            api: declare(RestApi, { body: "openapi: 3.0.1" }),
            other: declare(RestApi, { body: "[1, 2]" }),
            odd: declare(RestApi, { body: '{"paths": {"/a": 5, "/b": {"get": null}}}' }),
        },
        known: [],
    },

    "load balancer: a rule's patterns to a registered function": {
        program: balancer(ListenerRule),
        known: ["listener: ANY /* → read", "listener: ANY /orders → read"],
    },
    "load balancer: the rule's twin type": {
        program: balancer(AlbListenerRule),
        known: ["listener: ANY /* → read", "listener: ANY /orders → read"],
    },
    "load balancer: what a listener does by default, to one group or by weight": {
        program: {
            ...balancer(ListenerRule),
            listener: declare(Listener, {
                loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1",
                defaultActions: [
                    { type: "authenticate-cognito" },
                    { type: "forward", forward: { targetGroups: [{ arn: ref("group.arn") }] } },
                ],
            } as never),
        },
        known: ["listener: ANY /* → read", "listener: ANY /* → read", "listener: ANY /orders → read"],
    },
    "load balancer: a group of instances is no function": {
        program: balancer(ListenerRule, "instance"),
        known: ["listener: ANY /* → outside: ", "listener: ANY /orders → outside: "],
    },
};

function lines(program: Program, unknownOutputs: boolean): readonly string[] {
    const { stack } = graphOf(program, unknownOutputs);
    const door = (of: string) => of.split("::").at(-1);
    return routesOf(stack)
        .map((route) => `${door(route.door)}: ${route.method} ${route.path ?? "?"} → ${told(route.target)}`)
        .sort();
}

describe("the routes of a stack", () => {
    for (const [what, { program, known, unknown: notKnown = known }] of Object.entries(CASES)) {
        it(what, () => assert.deepEqual(lines(program, false), known));
        it(`${what}, outputs unknown`, () => assert.deepEqual(lines(program, true), notKnown));
    }
    it("of two APIs have two doors", () => {
        const program: Program = {
            ...httpApi(),
            ...http("get", "GET /orders", uri),
            other: declare(HttpApi, { protocolType: "HTTP", target: ref("write.arn") }),
        };
        for (const unknownOutputs of [false, true]) {
            const doors = new Set(routesOf(graphOf(program, unknownOutputs).stack).map(({ door }) => door));
            assert.equal(doors.size, 2);
        }
    });
});

describe("a path takes everything", () => {
    for (const [path, expected] of [
        ["$default", true],
        ["/{proxy+}", true],
        ["/orders/{rest+}", true],
        ["/*", true],
        ["*", true],
        ["/", false],
        ["/orders", false],
        ["/orders/{id}", false],
        ["/orders/*", false],
    ] as const) {
        it(`${path}: ${expected}`, () => assert.equal(isCatchAll(path), expected));
    }
});
