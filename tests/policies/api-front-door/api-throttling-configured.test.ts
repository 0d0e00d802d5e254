import {
    HttpApi,
    HttpRoute,
    HttpStage,
    RestApi,
    RestDeployment,
    RestIntegration,
    RestMethod,
    RestMethodSettings,
    RestStage,
    RestUsagePlan,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/api-throttling-configured";
import { testRule } from "../../support/rule-tester";

const limits = { throttlingRateLimit: 100, throttlingBurstLimit: 50 };
const api = (inputs: object = {}): Program => ({ api: declare(RestApi, { name: "orders", ...inputs } as never) });
const stage = (inputs: object = {}): Program => ({
    live: declare(RestStage, { restApi: ref("api.id"), deployment: "d1", stageName: "live", ...inputs } as never),
});
const settings = (of: object, methodPath = "*/*", more: object = {}): Program => ({
    [methodPath === "*/*" ? "all" : "one"]: declare(RestMethodSettings, {
        restApi: ref("api.id"),
        stageName: ref("live.stageName"),
        methodPath,
        settings: of,
        ...more,
    } as never),
});
const method = (inputs: object = {}): Program => ({
    get: declare(RestMethod, {
        restApi: ref("api.id"),
        resourceId: ref("api.rootResourceId"),
        httpMethod: "GET",
        authorization: "NONE",
        ...inputs,
    } as never),
    answer: declare(RestIntegration, {
        restApi: ref("api.id"),
        resourceId: ref("api.rootResourceId"),
        httpMethod: "GET",
        type: "MOCK",
    }),
});
const plan = (inputs: object, stage: object = {}): Program => ({
    plan: declare(RestUsagePlan, {
        name: "partners",
        apiStages: [{ apiId: ref("api.id"), stage: ref("live.stageName"), ...stage }],
        ...inputs,
    } as never),
});
const rest: Program = { ...api(), ...stage() };
const keyed: Program = { ...rest, ...method({ apiKeyRequired: true }) };
const throttleSettings = { rateLimit: 10, burstLimit: 5 };
const http = (inputs: object = {}, protocolType = "HTTP"): Program => ({
    api: declare(HttpApi, { protocolType }),
    live: declare(HttpStage, { apiId: ref("api.id"), name: "$default", ...inputs } as never),
});
const route = (routeKey: string): Program => ({ route: declare(HttpRoute, { apiId: ref("api.id"), routeKey }) });
const deployment = (inputs: object): Program => ({
    made: declare(RestDeployment, { restApi: "a1b2c3d4e5", ...inputs } as never),
});
const document = (security: object) =>
    json({
        openapi: "3.0.1",
        paths: { "/": { get: security } },
        components: { securitySchemes: { key: { type: "apiKey", name: "x-api-key", in: "header" } } },
    });

testRule(rule, {
    valid: {
        "a REST stage with limits for all methods": { ...rest, ...settings(limits) },
        "the same, as text": { ...rest, ...settings({ throttlingRateLimit: "100", throttlingBurstLimit: "50" }) },
        "by API and name, told by hand": {
            stage: declare(RestStage, { restApi: "a1b2c3d4e5", deployment: "d1", stageName: "live" }),
            all: declare(RestMethodSettings, {
                restApi: "a1b2c3d4e5",
                stageName: "live",
                methodPath: "*/*",
                settings: limits,
            }),
        },
        "logs of all methods beside the limits": {
            ...rest,
            ...settings(limits),
            logs: declare(RestMethodSettings, {
                restApi: ref("api.id"),
                stageName: ref("live.stageName"),
                methodPath: "*/*",
                settings: { loggingLevel: "ERROR" },
            }),
        },
        "the limits of its only method": { ...rest, ...method(), ...settings(limits, "/GET") },
        "a limit of each key, where all methods ask for one": { ...keyed, ...plan({ throttleSettings }) },
        "a limit of each key and method": {
            ...keyed,
            ...plan({}, { throttles: [{ path: "/GET", rateLimit: 5, burstLimit: 5 }] }),
        },
        "the same of a document": {
            ...api({ body: document({ security: [{ key: [] }] }) }),
            ...stage(),
            ...plan({ throttleSettings }),
        },
        "a quota, and limits of the stage": {
            ...keyed,
            ...settings(limits),
            ...plan({ quotaSettings: { limit: 1000, period: "DAY" } }),
        },
        "a stage that a deployment makes": {
            ...deployment({ stageName: "live" }),
            all: declare(RestMethodSettings, {
                restApi: "a1b2c3d4e5",
                stageName: "live",
                methodPath: "*/*",
                settings: limits,
            }),
        },
        "a deployment that makes no stage": deployment({}),
        "an HTTP stage with limits for all routes": http({ defaultRouteSettings: limits }),
        "a route with a limit of its own": http({
            defaultRouteSettings: limits,
            routeSettings: [{ routeKey: "GET /", throttlingRateLimit: 5, throttlingBurstLimit: 5 }],
        }),
        "a route that says nothing of limits": http({
            defaultRouteSettings: limits,
            routeSettings: [{ routeKey: "GET /", detailedMetricsEnabled: true }],
        }),
        "the limits of its only route": {
            ...http({ routeSettings: [{ routeKey: "GET /", ...limits }] }),
            ...route("GET /"),
        },
        WebSockets: http({ defaultRouteSettings: limits }, "WEBSOCKET"),
        "the limits of all routes of a document": {
            api: declare(HttpApi, {
                protocolType: "HTTP",
                body: json({ openapi: "3.0.1", paths: { "/a": { get: {} } } }),
            }),
            live: declare(HttpStage, {
                apiId: ref("api.id"),
                name: "$default",
                routeSettings: [{ routeKey: "GET /a", ...limits }],
            }),
        },
        "an API alone": api(),
    },
    invalid: {
        "a REST stage without settings": { given: rest, reports: ["live: "], weighs: ["high"] },
        "settings of logs alone": {
            given: { ...rest, ...settings({ loggingLevel: "ERROR" }) },
            reports: ["all: settings.throttlingRateLimit"],
            weighs: ["high"],
        },
        "limits that are taken off": {
            given: { ...rest, ...settings({ throttlingRateLimit: -1, throttlingBurstLimit: -1 }) },
            reports: ["all: settings.throttlingRateLimit"],
        },
        "limits of another API's stage": {
            given: {
                ...rest,
                other: declare(RestApi, { name: "other" }),
                ...settings(limits, "*/*", { restApi: ref("other.id"), stageName: "live" }),
            },
            reports: ["live: "],
        },
        "limits of another stage": {
            given: { ...rest, ...settings(limits, "*/*", { stageName: "test" }) },
            reports: ["live: "],
        },
        "limits of one method of several": {
            given: { ...rest, ...method(), ...settings(limits, "orders/GET") },
            reports: ["live: "],
        },
        "a rate without a burst": {
            given: { ...rest, ...settings({ throttlingRateLimit: 100 }) },
            reports: ["all: settings.throttlingBurstLimit"],
            weighs: ["low"],
        },
        "a burst without a rate": {
            given: { ...rest, ...settings({ throttlingBurstLimit: 100 }) },
            reports: ["all: settings.throttlingRateLimit"],
            weighs: ["medium"],
        },
        "a method without the stage's limit": {
            given: { ...rest, ...settings(limits), ...settings({ throttlingRateLimit: -1 }, "orders/GET") },
            reports: ["one: settings.throttlingRateLimit"],
            weighs: ["medium"],
        },
        "the same by settings of its cache, with which the provider writes -1": {
            given: { ...rest, ...settings(limits), ...settings({ cachingEnabled: true }, "orders/GET") },
            reports: ["one: settings.throttlingRateLimit"],
        },
        "a private API": {
            given: { ...api({ endpointConfiguration: { types: "PRIVATE" } }), ...stage() },
            reports: ["live: "],
            weighs: ["medium"],
        },
        "a stage that a deployment makes": { given: deployment({ stageName: "live" }), reports: ["made: "] },
        "a stage that a deployment makes and the stack declares, told once": {
            given: {
                ...deployment({ stageName: "live" }),
                live: declare(RestStage, { restApi: "a1b2c3d4e5", deployment: "d1", stageName: "live" }),
            },
            reports: ["live: "],
        },
        "a stage of another name beside it": {
            given: {
                ...deployment({ stageName: "live" }),
                test: declare(RestStage, { restApi: "a1b2c3d4e5", deployment: "d1", stageName: "test" }),
            },
            reports: ["made: ", "test: "],
        },
        "the routes of a document without limits": {
            given: {
                api: declare(HttpApi, {
                    protocolType: "HTTP",
                    body: json({ openapi: "3.0.1", paths: { "/a": { get: {} }, "/b": { get: {} } } }),
                }),
                live: declare(HttpStage, {
                    apiId: ref("api.id"),
                    name: "$default",
                    routeSettings: [{ routeKey: "GET /a", ...limits }],
                }),
            },
            reports: ["live: defaultRouteSettings.throttlingRateLimit"],
        },
        "a plan whose keys nothing holds": {
            given: { ...keyed, ...settings(limits), ...plan({}) },
            reports: ["plan: throttleSettings"],
            weighs: ["medium"],
        },
        "keys without a plan": {
            given: { ...keyed, ...settings(limits) },
            reports: ["live: "],
            weighs: ["low"],
        },
        "a plan, and a method that asks for no key": {
            given: { ...rest, ...method(), ...plan({ throttleSettings }) },
            reports: ["live: "],
        },
        "a plan, and a document that asks for no key": {
            given: {
                ...api({ body: document({ security: [{ key: [] }], "x-amazon-apigateway-auth": {} }) }),
                ...stage(),
                ...method(),
                ...plan({ throttleSettings }),
            },
            reports: ["live: "],
        },
        "an HTTP stage": {
            given: http(),
            reports: ["live: defaultRouteSettings.throttlingRateLimit"],
            weighs: ["high"],
        },
        "an HTTP stage with metrics alone": {
            given: http({ defaultRouteSettings: { detailedMetricsEnabled: true } }),
            reports: ["live: defaultRouteSettings.throttlingRateLimit"],
        },
        "an HTTP stage with a rate alone": {
            given: http({ defaultRouteSettings: { throttlingRateLimit: 100 } }),
            reports: ["live: defaultRouteSettings.throttlingBurstLimit"],
            weighs: ["low"],
        },
        "the limits of one route of two": {
            given: { ...http({ routeSettings: [{ routeKey: "POST /", ...limits }] }), ...route("GET /") },
            reports: ["live: defaultRouteSettings.throttlingRateLimit"],
        },
        "a route whose limit is taken off": {
            given: http({
                defaultRouteSettings: limits,
                routeSettings: [{ routeKey: "GET /", throttlingRateLimit: -1, throttlingBurstLimit: -1 }],
            }),
            reports: ["live: routeSettings[0].throttlingRateLimit"],
        },
        "quick create": {
            given: { api: declare(HttpApi, { protocolType: "HTTP", target: "https://example.com" }) },
            reports: ["api: target"],
        },
    },
    undecided: {
        "limits of a stage that is not known yet": {
            given: { ...rest, ...settings(limits, "*/*", { stageName: unknown }) },
            awaits: ["all.stageName"],
        },
    },
});
