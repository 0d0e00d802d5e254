import {
    HttpApi,
    HttpIntegration,
    HttpRoute,
    LambdaFunction,
    LambdaPermission,
    LogAccountPolicy,
    type ResourceType,
    RestApi,
    RestIntegration,
    RestMethod,
    RestResource,
    SnsTopic,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-permission-source-specific";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const role = "arn:aws:iam::111122223333:role/orders";
const functions: Program = {
    orders: of(LambdaFunction, { role, name: "orders" }),
    audit: of(LambdaFunction, { role, name: "audit" }),
};
const permits = (principal: unknown, sourceArn: unknown, more: object = {}): Program => ({
    ...functions,
    permission: of(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("orders.name"),
        principal,
        ...(sourceArn !== undefined && { sourceArn }),
        ...more,
    }),
});
const sourceAccount = "111122223333";
const source = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${sourceAccount}:${resource}`;

const NAMED: readonly (readonly [principal: string, source: string, more?: object])[] = [
    ["apigateway.amazonaws.com", source("execute-api", "a1b2c3/*/GET/orders")],
    ["apigateway.amazonaws.com", source("execute-api", "a1b2c3/authorizers/d4e5f6")],
    ["apigateway.amazonaws.com", source("execute-api", "a1b2c3/*/*")],
    ["appsync.amazonaws.com", source("appsync", "apis/abcdefghij")],
    ["bedrock.amazonaws.com", source("bedrock", "agent/ABCDEFGHIJ")],
    ["cognito-idp.amazonaws.com", source("cognito-idp", "userpool/eu-west-1_Ab12Cd34E")],
    ["elasticloadbalancing.amazonaws.com", source("elasticloadbalancing", "targetgroup/orders/*")],
    ["events.amazonaws.com", source("events", "rule/shop-bus/nightly")],
    ["events.amazonaws.com", "arn:aws:events:eu-west-1:*:rule/nightly", { sourceAccount }],
    ["lambda.alarms.cloudwatch.amazonaws.com", source("cloudwatch", "alarm:errors")],
    ["lex.amazonaws.com", source("lex", "intent:Order:*")],
    ["lexv2.amazonaws.com", source("lex", "bot-alias/ABCDEFGHIJ/*")],
    ["logs.eu-west-1.amazonaws.com", source("logs", "log-group:/aws/lambda/orders:*")],
    ["s3.amazonaws.com", "arn:aws:s3:::uploads", { sourceAccount }],
    ["secretsmanager.amazonaws.com", source("secretsmanager", "secret:prod/db-??????")],
    ["ses.amazonaws.com", source("ses", "receipt-rule-set/inbound:receipt-rule/store")],
    ["sns.amazonaws.com", `arn:aws:sns:*:${sourceAccount}:orders`],
    ["something.amazonaws.com", source("something", "thing/*")],
];
const EVERY: typeof NAMED = [
    ["apigateway.amazonaws.com", source("execute-api", "*")],
    ["apigateway.amazonaws.com", source("execute-api", "*/*/GET/orders")],
    ["bedrock.amazonaws.com", source("bedrock", "agent/*")],
    ["cloudfront.amazonaws.com", `arn:aws:cloudfront::${sourceAccount}:distribution/*`],
    ["cognito-idp.amazonaws.com", source("cognito-idp", "userpool/*")],
    ["elasticloadbalancing.amazonaws.com", source("elasticloadbalancing", "targetgroup/*/*")],
    ["events.amazonaws.com", source("events", "rule/?*")],
    ["events.amazonaws.com", "*", { sourceAccount }],
    ["events.amazonaws.com.cn", `arn:aws-cn:events:cn-north-1:${sourceAccount}:rule/*`],
    ["lex.amazonaws.com", source("lex", "intent:*")],
    ["s3.amazonaws.com", "arn:aws:s3:::*", { sourceAccount }],
    ["sns.amazonaws.com", source("sns", "*")],
    ["something.amazonaws.com", source("something", "*")],
    ["vpc-lattice.amazonaws.com", source("vpc-lattice", "targetgroup/*")],
    ["*", source("events", "rule/*")],
];
/** As AWS itself advises, or of a name that is begun. */
const MILDER: typeof NAMED = [
    ["apigateway.amazonaws.com", source("execute-api", "a1b2*/*/GET/orders")],
    ["config.amazonaws.com", source("config", "config-rule/*")],
    ["events.amazonaws.com", source("events", "rule/shop-bus/*")],
    ["logs.amazonaws.com", source("logs", "log-group:*")],
    ["logs.amazonaws.com", source("logs", "log-group:/aws/lambda/*:*")],
    ["s3.amazonaws.com", "arn:aws:s3:::uploads-*", { sourceAccount }],
    ["secretsmanager.amazonaws.com", source("secretsmanager", "secret:*")],
    ["sns.amazonaws.com", source("sns", "orders-*")],
];
const named = (rows: typeof NAMED) =>
    rows.map(
        ([principal, sourceArn, more]) =>
            [`${principal} for ${sourceArn}`, permits(principal, sourceArn, more)] as const,
    );
const reported = (rows: typeof NAMED, weight: "high" | "medium") =>
    named(rows).map(
        ([name, given]) => [name, { given, reports: ["permission: sourceArn"], weighs: [weight] }] as const,
    );

const httpApi = (routes: Readonly<Record<string, string>>, sourceArn: unknown): Program => ({
    ...permits("apigateway.amazonaws.com", sourceArn),
    api: of(HttpApi, { protocolType: Object.keys(routes).some((key) => key === "$connect") ? "WEBSOCKET" : "HTTP" }),
    ...Object.fromEntries(
        Object.entries(routes).flatMap(([routeKey, called], index) => [
            [
                `integration${index}`,
                of(HttpIntegration, {
                    apiId: ref("api.id"),
                    integrationType: "AWS_PROXY",
                    integrationUri: ref(`${called}.invokeArn`),
                }),
            ],
            [
                `route${index}`,
                of(HttpRoute, {
                    apiId: ref("api.id"),
                    routeKey,
                    target: ref(`integration${index}.id`, "integrations/"),
                }),
            ],
        ]),
    ),
});
const wide = ref("api.executionArn", "", "/*/*");
const restApi = (proxied: string): Program => {
    const at = { restApi: ref("api.id"), resourceId: ref("resource.id") };
    return {
        ...permits("apigateway.amazonaws.com", ref("api.executionArn", "", "/*/*/*")),
        api: of(RestApi, {}),
        resource: of(RestResource, {
            restApi: ref("api.id"),
            parentId: ref("api.rootResourceId"),
            pathPart: "{proxy+}",
        }),
        method: of(RestMethod, { ...at, httpMethod: "ANY", authorization: "AWS_IAM" }),
        integration: of(RestIntegration, {
            ...at,
            httpMethod: ref("method.httpMethod"),
            type: "AWS_PROXY",
            integrationHttpMethod: "POST",
            uri: ref(`${proxied}.invokeArn`),
        }),
        root: of(RestMethod, {
            restApi: ref("api.id"),
            resourceId: ref("api.rootResourceId"),
            httpMethod: "GET",
            authorization: "AWS_IAM",
        }),
        rootIntegration: of(RestIntegration, {
            restApi: ref("api.id"),
            resourceId: ref("api.rootResourceId"),
            httpMethod: ref("root.httpMethod"),
            type: "AWS_PROXY",
            integrationHttpMethod: "POST",
            uri: ref(`${proxied === "orders" ? "audit" : "orders"}.invokeArn`),
        }),
    };
};
const wideOnApi = { reports: ["permission: sourceArn"], weighs: ["medium"] } as const;

testRule(rule, {
    valid: {
        ...Object.fromEntries(named(NAMED)),
        "a topic of the stack": { ...permits("sns.amazonaws.com", ref("topic.arn")), topic: of(SnsTopic, {}) },
        "sources of every account, which another policy reports": permits("events.amazonaws.com", "*"),
        "every bucket of everybody, which another policy reports": permits("s3.amazonaws.com", "arn:aws:s3:::*"),
        "an ARN of the wrong kind, which another policy reports": permits(
            "s3.amazonaws.com",
            "arn:aws:s3:::uploads/*",
            {
                sourceAccount,
            },
        ),
        "an account's policy for subscriptions, which is for all log groups": {
            ...permits("logs.amazonaws.com", source("logs", "log-group:*")),
            policy: of(LogAccountPolicy, {
                policyName: "all",
                policyType: "SUBSCRIPTION_FILTER_POLICY",
                policyDocument: json({ DestinationArn: ref("orders.arn"), Distribution: "Random" }),
            }),
        },
        "another account": permits("444455556666", undefined),
        "an API that no other function answers": httpApi({ "GET /orders": "orders", "POST /orders": "orders" }, wide),
        "one route of an API": httpApi(
            { "GET /orders": "orders", "GET /audit": "audit" },
            ref("api.executionArn", "", "/*/GET/orders"),
        ),
        "a path with a parameter": httpApi(
            { "GET /orders/{id}": "orders", "GET /orders/{id}/audit": "audit" },
            ref("api.executionArn", "", "/*/GET/orders/*"),
        ),
        "the function that answers whatever no other does": httpApi(
            { "ANY /{proxy+}": "orders", "GET /audit": "audit" },
            wide,
        ),
        "the proxy of a REST API": restApi("orders"),
        "an authorizer, told by its id": httpApi(
            { "GET /orders": "orders", "GET /audit": "audit" },
            ref("api.executionArn", "", "/authorizers/*"),
        ),
    },
    invalid: {
        ...Object.fromEntries(reported(EVERY, "high")),
        ...Object.fromEntries(reported(MILDER, "medium")),
        "an API of which another function answers a route": {
            given: httpApi({ "GET /orders": "orders", "GET /audit": "audit" }, wide),
            ...wideOnApi,
        },
        "all paths of a method, of which another function answers one": {
            given: httpApi({ "GET /orders": "orders", "GET /audit": "audit" }, ref("api.executionArn", "", "/*/GET/*")),
            ...wideOnApi,
        },
        "a proxy of a part of an API": {
            given: httpApi({ "ANY /orders/{proxy+}": "orders", "GET /audit": "audit" }, wide),
            ...wideOnApi,
        },
        "messages of a WebSocket API": {
            given: httpApi({ $connect: "audit", $default: "orders" }, wide),
            ...wideOnApi,
        },
        "the root of a REST API beside another's proxy": { given: restApi("audit"), ...wideOnApi },
    },
    undecided: {
        "who is granted is not known yet": {
            given: permits(unknown, source("events", "rule/*")),
            awaits: ["permission.principal"],
        },
    },
});
