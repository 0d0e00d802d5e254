import * as aws from "@pulumi/aws";
import { accessLogs } from "./api";
import { accountId, key } from "./keys";
import { either } from "./mistakes";

/** Customers follow their parcels: the app keeps a connection open, and signs with the role of its identity pool. */
const parcels = new aws.apigatewayv2.Api("parcels", {
    protocolType: "WEBSOCKET",
    routeSelectionExpression: "$request.body.action",
});
new aws.apigatewayv2.Route("parcels", { apiId: parcels.id, routeKey: "$connect", authorizationType: "AWS_IAM" });
new aws.apigatewayv2.Stage("parcels", {
    apiId: parcels.id,
    name: "live",
    autoDeploy: true,
    accessLogSettings: {
        destinationArn: accessLogs.arn,
        format: JSON.stringify({ requestId: "$context.requestId", event: "$context.eventType" }),
    },
    defaultRouteSettings: {
        throttlingBurstLimit: 50,
        throttlingRateLimit: 100,
        loggingLevel: "ERROR",
        dataTraceEnabled: either("api-execution-logging-without-payload", true, false),
    },
});

/** What carriers tell of parcels. */
new aws.cloudwatch.EventBus("carriers", {
    kmsKeyIdentifier: key.arn,
    logConfig: { level: "ERROR", includeDetail: either("no-sensitive-payload-logging", "FULL", "NONE") },
});

/** The page for those who have no app. */
export const logs = new aws.iam.Role("parcel-events-logs", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["appsync.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
        ],
    }).json,
});
new aws.iam.RolePolicyAttachment("parcel-events-logs", {
    role: logs.name,
    policyArn: aws.iam.ManagedPolicy.AWSAppSyncPushToCloudWatchLogs,
});
export const parcelEvents = new aws.appsync.Api("parcel-events", {
    eventConfig: {
        authProviders: [{ authType: "AWS_IAM" }, ...either("appsync-no-api-key-auth", [{ authType: "API_KEY" }], [])],
        connectionAuthModes: [{ authType: "AWS_IAM" }],
        defaultPublishAuthModes: [{ authType: "AWS_IAM" }],
        defaultSubscribeAuthModes: [{ authType: either("appsync-no-api-key-auth", "API_KEY", "AWS_IAM") }],
        logConfig: { logLevel: either("appsync-logging", "NONE", "ERROR"), cloudwatchLogsRoleArn: logs.arn },
    },
});
new aws.acm.Certificate("parcels", {
    domainName: "parcels.example.com",
    validationMethod: "DNS",
    ...either(
        "certificate-transparency-logged",
        { options: { certificateTransparencyLoggingPreference: "DISABLED" } },
        {},
    ),
});
