import * as aws from "@pulumi/aws";
import { key } from "./keys";
import { either } from "./mistakes";

/** The carriers' server, which the warehouse reaches through a REST API that signs its calls with a certificate. */
export const carriers = new aws.apigateway.RestApi("carriers", {
    endpointConfiguration: { types: "REGIONAL" },
    disableExecuteApiEndpoint: either("api-default-endpoint-disabled", false, true),
});
const parcels = new aws.apigateway.Resource("parcels", {
    restApi: carriers.id,
    parentId: carriers.rootResourceId,
    pathPart: "parcels",
});
const track = new aws.apigateway.Method("track", {
    restApi: carriers.id,
    resourceId: parcels.id,
    httpMethod: "GET",
    authorization: either("rest-method-authorization", "NONE", "AWS_IAM"),
});
const passOn = new aws.apigateway.Integration("track", {
    restApi: carriers.id,
    resourceId: parcels.id,
    httpMethod: track.httpMethod,
    integrationHttpMethod: "GET",
    type: "HTTP_PROXY",
    uri: "https://parcels.carriers.example.com/",
});
const parcel = new aws.apigateway.Model("parcel", {
    restApi: carriers.id,
    name: "Parcel",
    contentType: "application/json",
    schema: JSON.stringify({ type: "object", required: ["order"], properties: { order: { type: "string" } } }),
});
const bodies = new aws.apigateway.RequestValidator("bodies", { restApi: carriers.id, validateRequestBody: true });
const announce = new aws.apigateway.Method("announce", {
    restApi: carriers.id,
    resourceId: parcels.id,
    httpMethod: "POST",
    authorization: "AWS_IAM",
    ...either(
        "request-validation",
        {},
        { requestValidatorId: bodies.id, requestModels: { "application/json": parcel.name } },
    ),
});
const hand = new aws.apigateway.Integration("announce", {
    restApi: carriers.id,
    resourceId: parcels.id,
    httpMethod: announce.httpMethod,
    integrationHttpMethod: "POST",
    type: "HTTP_PROXY",
    uri: "https://parcels.carriers.example.com/",
});
const deployment = new aws.apigateway.Deployment("carriers", { restApi: carriers.id }, { dependsOn: [passOn, hand] });
const certificate = new aws.apigateway.ClientCertificate("carriers", {});
const logs = new aws.cloudwatch.LogGroup("carriers", {
    retentionInDays: 365,
    deletionProtectionEnabled: true,
    kmsKeyId: key.arn,
});
export const live = new aws.apigateway.Stage("carriers", {
    restApi: carriers.id,
    deployment: deployment.id,
    stageName: "live",
    ...either("api-backend-client-certificate", {}, { clientCertificateId: certificate.id }),
    accessLogSettings: {
        destinationArn: logs.arn,
        format: JSON.stringify({ requestId: "$context.requestId", status: "$context.status" }),
    },
    xrayTracingEnabled: true,
});
new aws.apigateway.MethodSettings("carriers", {
    restApi: carriers.id,
    stageName: live.stageName,
    methodPath: "*/*",
    settings: {
        loggingLevel: "ERROR",
        dataTraceEnabled: false,
        ...either("api-throttling-configured", {}, { throttlingBurstLimit: 20, throttlingRateLimit: 20 }),
    },
});
