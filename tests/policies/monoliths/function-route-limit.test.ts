import {
    AppSyncDataSource,
    AppSyncFunction,
    AppSyncGraphQLApi,
    AppSyncResolver,
    BedrockAgentActionGroup,
    HttpApi,
    HttpAuthorizer,
    HttpIntegration,
    HttpRoute,
    LambdaAlias,
    LambdaFunction,
    Listener,
    ListenerRule,
    type ResourceType,
    RestApi,
    TargetGroup,
    TargetGroupAttachment,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/monoliths/function-route-limit";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const lambda = of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler" });
const functions: Program = {
    orders: lambda,
    other: lambda,
    live: of(LambdaAlias, { name: "live", functionName: ref("orders.name"), functionVersion: "1" }),
};

function routes(keys: readonly string[], called = "orders.arn", api = "api", protocolType = "HTTP"): Program {
    const program: Record<string, Program[string]> = {
        ...functions,
        [api]: of(HttpApi, { protocolType }),
        [`${api}-to`]: of(HttpIntegration, {
            apiId: ref(`${api}.id`),
            integrationType: "AWS_PROXY",
            integrationUri: called === "" ? unknown : ref(called),
        }),
    };
    for (const [index, routeKey] of keys.entries())
        program[`${api}-${called}-${index}`] = of(HttpRoute, {
            apiId: ref(`${api}.id`),
            routeKey,
            target: ref(`${api}-to.id`, "integrations/"),
        });
    return program;
}

const operation = (to: unknown = ref("orders.arn")) => ({
    "x-amazon-apigateway-integration": { type: "aws_proxy", uri: to },
});
const body = (paths: object, more: Program = {}): Program => ({
    ...functions,
    ...more,
    api: of(RestApi, { body: json({ paths }) }),
});

const graphql = (...fields: readonly string[]): Program => ({
    ...functions,
    api: of(AppSyncGraphQLApi, { authenticationType: "AWS_IAM", name: "shop" }),
    source: of(AppSyncDataSource, {
        apiId: ref("api.id"),
        name: "orders",
        type: "AWS_LAMBDA",
        lambdaConfig: { functionArn: ref("orders.arn") },
    }),
    ...Object.fromEntries(
        fields.map((field) => [
            `query-${field}`,
            of(AppSyncResolver, { apiId: ref("api.id"), type: "Query", field, dataSource: ref("source.name") }),
        ]),
    ),
});
const agent = (inputs: object): Program => ({
    ...functions,
    group: of(BedrockAgentActionGroup, {
        agentId: "A1B2C3",
        agentVersion: "DRAFT",
        actionGroupName: "shop",
        actionGroupExecutor: { lambda: ref("orders.arn") },
        ...inputs,
    }),
});
const balancer = (...patterns: readonly (readonly string[])[]): Program => ({
    ...functions,
    group: of(TargetGroup, { targetType: "lambda" }),
    attachment: of(TargetGroupAttachment, { targetGroupArn: ref("group.arn"), targetId: ref("orders.arn") }),
    listener: of(Listener, {
        loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/b",
        defaultActions: [],
    }),
    ...Object.fromEntries(
        patterns.map((values, index) => [
            `rule${index}`,
            of(ListenerRule, {
                listenerArn: ref("listener.arn"),
                conditions: [{ pathPattern: { values } }],
                actions: [{ type: "forward", targetGroupArn: ref("group.arn") }],
            }),
        ]),
    ),
});

const reports = (given: Program) => ({ given, reports: ["orders: "] });

testRule(rule, {
    valid: {
        "two routes": routes(["GET /orders", "POST /orders"]),
        "two verbs, a HEAD and preflights": routes([
            "GET /orders",
            "HEAD /orders",
            "POST /orders",
            "OPTIONS /orders",
            "OPTIONS /{proxy+}",
        ]),
        "every verb of a path is one": routes(["ANY /orders", "GET /orders", "POST /orders", "PUT /orders"]),
        "a path and all below it are one": routes(["ANY /orders", "ANY /orders/{proxy+}", "ANY /orders/"]),
        "one path under two names of its parameter": routes(["GET /orders/{id}", "GET /orders/{order}", "GET /orders"]),
        "one route of three APIs": {
            ...routes(["GET /orders"]),
            ...routes(["GET /orders"], "orders.arn", "second"),
            ...routes(["GET /orders"], "orders.arn", "third"),
        },
        "many routes to something else": routes(["GET /a", "GET /b", "GET /c"], "api.apiEndpoint"),
        "two functions with two routes each": {
            ...routes(["GET /a", "GET /b"]),
            ...routes(["GET /c", "GET /d"], "other.arn", "second"),
        },
        "an authorizer of many routes": {
            ...routes(["GET /a", "GET /b"]),
            ask: of(HttpAuthorizer, {
                apiId: ref("api.id"),
                authorizerType: "REQUEST",
                name: "ask",
                authorizerUri: ref("orders.invokeArn"),
            }),
        },
        "more are accepted": { given: routes(["GET /a", "GET /b", "GET /c"]), options: { maxRoutes: 3 } },
        "a document with two": body({ "/orders": { get: operation(), post: operation(), options: operation() } }),
        "two fields": graphql("order", "orders"),
        "two actions": agent({
            functionSchema: { memberFunctions: { functions: [{ name: "find" }, { name: "cancel" }] } },
        }),
        "a balancer's path and all below it": balancer(["/orders", "/orders/*"], ["/orders/*"]),
    },
    invalid: {
        "reading, writing and deleting": reports(routes(["GET /orders", "POST /orders", "DELETE /orders/{id}"])),
        "three paths": reports(routes(["ANY /a", "ANY /b", "ANY /c"])),
        "by an alias": reports(routes(["GET /a", "GET /b", "GET /c"], "live.arn")),
        "over two APIs": reports({ ...routes(["GET /a", "GET /b"]), ...routes(["GET /c"], "orders.arn", "second") }),
        "messages of a WebSocket": reports(
            routes(["$connect", "$disconnect", "$default", "send"], "orders.arn", "api", "WEBSOCKET"),
        ),
        "fewer are accepted": { ...reports(routes(["GET /a", "GET /b"])), options: { maxRoutes: 1 } },
        "a document": reports(body({ "/a": { get: operation() }, "/b": { get: operation(), put: operation() } })),
        "a document and routes": reports({
            ...routes(["GET /a", "GET /b"]),
            ...Object.fromEntries(
                Object.entries(body({ "/c": { get: operation() } })).map(([name, one]) => [
                    name === "api" ? "rest" : name,
                    one,
                ]),
            ),
        }),
        "three fields": reports(graphql("order", "orders", "customer")),
        "a step of other fields": reports({
            ...graphql("order", "orders"),
            step: of(AppSyncFunction, { apiId: ref("api.id"), name: "price", dataSource: ref("source.name") }),
        }),
        "three actions": reports(
            agent({
                functionSchema: {
                    memberFunctions: { functions: [{ name: "find" }, { name: "cancel" }, { name: "pay" }] },
                },
            }),
        ),
        "three actions of a document": reports(
            agent({
                apiSchema: {
                    payload: json({ paths: { "/find": { get: {} }, "/cancel": { post: {} }, "/pay": { post: {} } } }),
                },
            }),
        ),
        "a balancer's paths": reports(balancer(["/a", "/b"], ["/c"])),
    },
    undecided: {
        "a document that is not known": {
            given: {
                ...functions,
                api: of(RestApi, { body: json({ paths: { "/a": { get: operation() } }, info: unknown }) }),
            },
            awaits: ["api.body"],
        },
    },
});
