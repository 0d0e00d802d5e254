import {
    HttpApi,
    HttpIntegration,
    HttpRoute,
    LambdaFunction,
    Listener,
    ListenerRule,
    RestApi,
    RestIntegration,
    RestMethod,
    RestResource,
    TargetGroup,
    TargetGroupAttachment,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/monoliths/no-monolambda-proxy-route";
import { testRule } from "../../support/rule-tester";

const lambda = declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler" });

function httpApi(routes: Readonly<Record<string, string>>, inputs: object = { protocolType: "HTTP" }): Program {
    const program: Record<string, Program[string]> = {
        orders: lambda,
        other: lambda,
        api: declare(HttpApi, inputs as never),
    };
    for (const name of new Set(Object.values(routes))) {
        program[`${name}-integration`] = declare(HttpIntegration, {
            apiId: ref("api.id"),
            integrationType: "AWS_PROXY",
            integrationUri: name === "outside" ? "https://example.com" : ref(`${name}.invokeArn`),
        });
    }
    for (const [index, [routeKey, name]] of Object.entries(routes).entries()) {
        program[`route${index}`] = declare(HttpRoute, {
            apiId: ref("api.id"),
            routeKey,
            target: ref(`${name}-integration.id`, "integrations/"),
        });
    }
    return program;
}

function restApi(parts: Readonly<Record<string, string>>): Program {
    const program: Record<string, Program[string]> = { orders: lambda, other: lambda, api: declare(RestApi, {}) };
    for (const [index, [pathPart, name]] of Object.entries(parts).entries()) {
        const at = { restApi: ref("api.id"), resourceId: ref(`resource${index}.id`) };
        program[`resource${index}`] = declare(RestResource, {
            restApi: ref("api.id"),
            parentId: ref("api.rootResourceId"),
            pathPart,
        });
        program[`method${index}`] = declare(RestMethod, { ...at, httpMethod: "ANY", authorization: "AWS_IAM" });
        program[`preflight${index}`] = declare(RestMethod, { ...at, httpMethod: "OPTIONS", authorization: "NONE" });
        program[`integration${index}`] = declare(RestIntegration, {
            ...at,
            httpMethod: "ANY",
            type: "AWS_PROXY",
            uri: ref(`${name}.invokeArn`),
        });
    }
    return program;
}

function balancer(...patterns: readonly string[]): Program {
    const program: Record<string, Program[string]> = {
        orders: lambda,
        group: declare(TargetGroup, { targetType: "lambda" }),
        attachment: declare(TargetGroupAttachment, { targetGroupArn: ref("group.arn"), targetId: ref("orders.arn") }),
        listener: declare(Listener, {
            loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/b",
            defaultActions: [],
        }),
    };
    for (const [index, pattern] of patterns.entries()) {
        program[`rule${index}`] = declare(ListenerRule, {
            listenerArn: ref("listener.arn"),
            conditions: [{ pathPattern: { values: [pattern] } }],
            actions: [{ type: "forward", targetGroupArn: ref("group.arn") }],
        });
    }
    return program;
}

function openApi(...paths: readonly string[]): Program {
    const operation = {
        "x-amazon-apigateway-any-method": {
            "x-amazon-apigateway-integration": { type: "aws_proxy", httpMethod: "POST", uri: ref("orders.invokeArn") },
        },
    };
    const document = { openapi: "3.0.1", paths: Object.fromEntries(paths.map((path) => [path, operation])) };
    return { orders: lambda, api: declare(RestApi, { body: json(document) }) };
}

testRule(rule, {
    valid: {
        "specific routes": httpApi({ "GET /orders": "orders", "POST /orders": "orders" }),
        "a catch-all beside specific routes is a fallback": httpApi({ "GET /orders": "orders", $default: "other" }),
        "two catch-alls to two functions": httpApi({ "ANY /a/{proxy+}": "orders", "ANY /b/{proxy+}": "other" }),
        "a catch-all to something that is no function": httpApi({ "ANY /{proxy+}": "outside" }),
        "a WebSocket's default message": httpApi({ $default: "orders" }, { protocolType: "WEBSOCKET" }),
        "REST with paths": restApi({ orders: "orders", customers: "other" }),
        "a balancer with a path": balancer("/orders/*"),
        "an OpenAPI document with paths": openApi("/orders", "/customers"),
    },
    invalid: {
        "the default route": { given: httpApi({ $default: "orders" }), reports: ["route0: routeKey"] },
        "the root and all below it": {
            given: httpApi({ "ANY /": "orders", "ANY /{proxy+}": "orders" }),
            reports: ["route1: routeKey"],
        },
        "quick create": {
            given: { orders: lambda, api: declare(HttpApi, { protocolType: "HTTP", target: ref("orders.arn") }) },
            reports: ["api: target"],
        },
        "REST, with its preflight": { given: restApi({ "{proxy+}": "orders" }), reports: ["method0: httpMethod"] },
        "a balancer": { given: balancer("/*"), reports: ["rule0: conditions"] },
        "an OpenAPI document": { given: openApi("/{proxy+}"), reports: ["api: body"] },
    },
    undecided: {
        "a listener's rule whose target group is not known": {
            given: {
                rule: declare(ListenerRule, {
                    listenerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/b/c",
                    conditions: [{ pathPattern: { values: ["/*"] } }],
                    actions: [{ type: "forward", targetGroupArn: unknown }],
                }),
            },
            awaits: ["rule.actions[0].targetGroupArn"],
        },
    },
});
