import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createOrder, getOrder, listOrders, nightlyReport } from "./functions";
import { customers, shop } from "./identity";
import { key } from "./keys";
import { either } from "./mistakes";
import type { OrderFunction } from "./order-function";

const region = aws.getRegionOutput({});

/** The customers' API: every route asks for a token of the user pool. */
export const api = new aws.apigatewayv2.Api("orders", {
    protocolType: "HTTP",
    disableExecuteApiEndpoint: false,
    corsConfiguration: {
        allowOrigins: [either("cors-not-wildcard-with-credentials", "https://*", "https://shop.example.com")],
        allowHeaders: ["authorization", "content-type"],
        allowCredentials: true,
    },
});
export const accessLogs = new aws.cloudwatch.LogGroup("orders-api", {
    retentionInDays: 365,
    deletionProtectionEnabled: either("function-log-group-explicit", false, true),
    kmsKeyId: either("log-group-cmk", undefined, key.arn),
});
new aws.apigatewayv2.Stage("orders", {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    accessLogSettings: {
        destinationArn: accessLogs.arn,
        format: JSON.stringify({
            requestId: "$context.requestId",
            route: "$context.routeKey",
            status: "$context.status",
            ip: "$context.identity.sourceIp",
        }),
    },
    defaultRouteSettings: { throttlingBurstLimit: 50, throttlingRateLimit: 100, detailedMetricsEnabled: true },
});
const authorizer = new aws.apigatewayv2.Authorizer("customers", {
    apiId: api.id,
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: {
        issuer: pulumi.interpolate`https://cognito-idp.${region.region}.amazonaws.com/${customers.id}`,
        audiences: either("authorizer-configuration", [], [shop.id]),
    },
});

function integrate(
    name: string,
    of: aws.apigatewayv2.Api,
    to: OrderFunction,
    timeoutMilliseconds = 10_000,
): aws.apigatewayv2.Integration {
    return new aws.apigatewayv2.Integration(name, {
        apiId: of.id,
        integrationType: "AWS_PROXY",
        integrationUri: to.lambda.invokeArn,
        payloadFormatVersion: "2.0",
        timeoutMilliseconds,
    });
}

function route(name: string, routeKey: string, to: OrderFunction): void {
    const integration = integrate(name, api, to);
    new aws.apigatewayv2.Route(name, {
        apiId: api.id,
        routeKey,
        target: pulumi.interpolate`integrations/${integration.id}`,
        authorizationType: "JWT",
        authorizerId: authorizer.id,
    });
}
route("create-order", "POST /orders", either("function-route-limit", listOrders, createOrder));
route("get-order", "GET /orders/{id}", either("function-route-limit", listOrders, getOrder));
route("list-orders", "GET /orders", listOrders);

const fromApi = (path: string) => pulumi.interpolate`${api.executionArn}/*/${path}`;
new aws.lambda.Permission("create-order", {
    action: "lambda:InvokeFunction",
    function: createOrder.lambda.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: fromApi("POST/orders"),
});
new aws.lambda.Permission("get-order", {
    action: "lambda:InvokeFunction",
    function: getOrder.lambda.name,
    ...either(
        "lambda-permission-no-public-principal",
        { principal: "*" },
        { principal: "apigateway.amazonaws.com", sourceArn: fromApi("GET/orders/*") },
    ),
});
new aws.lambda.Permission("list-orders", {
    action: "lambda:InvokeFunction",
    function: listOrders.lambda.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: fromApi("GET/orders"),
});

/** The back office asks for a report out of turn; its callers sign with IAM. */
const backOffice = new aws.apigatewayv2.Api("back-office", { protocolType: "HTTP" });
const report = integrate("back-office", backOffice, nightlyReport, 30_000);
new aws.apigatewayv2.Route("back-office", {
    apiId: backOffice.id,
    routeKey: either("no-monolambda-proxy-route", "ANY /{proxy+}", "POST /reports"),
    target: pulumi.interpolate`integrations/${report.id}`,
    authorizationType: either("http-route-authorization", "NONE", "AWS_IAM"),
});
new aws.apigatewayv2.Stage("back-office", {
    apiId: backOffice.id,
    name: "$default",
    autoDeploy: true,
    ...either(
        "api-access-logging",
        {},
        {
            accessLogSettings: {
                destinationArn: accessLogs.arn,
                format: JSON.stringify({ requestId: "$context.requestId", status: "$context.status" }),
            },
        },
    ),
    defaultRouteSettings: { throttlingBurstLimit: 5, throttlingRateLimit: 5 },
});
new aws.lambda.Permission("back-office", {
    action: "lambda:InvokeFunction",
    function: nightlyReport.lambda.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${backOffice.executionArn}/*/POST/reports`,
});
