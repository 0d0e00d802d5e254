import {
    AlbListener,
    CloudFrontResponseHeadersPolicy,
    HttpApi,
    LambdaFunctionUrl,
    Listener,
    type ResourceType,
    RestApi,
    RestApiPut,
    RestIntegrationResponse,
    RestResponse,
    S3Bucket,
    S3BucketCorsConfiguration,
    S3BucketCorsConfigurationV2,
    S3BucketV2,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/cors-not-wildcard-with-credentials";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type, inputs as Example);
const site = "https://shop.example.com";
const http = (corsConfiguration: unknown) => of(HttpApi, { protocolType: "HTTP", corsConfiguration });
const url = (cors: unknown) => of(LambdaFunctionUrl, { functionName: "orders", authorizationType: "AWS_IAM", cors });
const bucket = (type: ResourceType, origin: unknown, ...allowedMethods: readonly string[]) =>
    of(type, { corsRules: [{ allowedOrigins: [origin], allowedMethods }] });
const gateway = (origin: unknown, credentials?: string) => parameters("gatewayresponse", origin, credentials);
const parameters = (where: string, origin: unknown, credentials?: string) => ({
    [`${where}.header.Access-Control-Allow-Origin`]: origin,
    ...(credentials && { [`${where}.header.Access-Control-Allow-Credentials`]: credentials }),
});
const response = (responseParameters: unknown) =>
    of(RestResponse, { restApiId: "a1", responseType: "DEFAULT_4XX", responseParameters });
const integration = (responseParameters: object) =>
    of(RestIntegrationResponse, {
        restApi: "a1",
        resourceId: "r",
        httpMethod: "GET",
        statusCode: "200",
        responseParameters,
    });
const headersPolicy = (items: readonly string[], accessControlAllowCredentials: unknown) =>
    of(CloudFrontResponseHeadersPolicy, {
        corsConfig: { accessControlAllowCredentials, accessControlAllowOrigins: { items } },
    });
const listener = (type: ResourceType, origin: string, credentials?: string) =>
    of(type, {
        routingHttpResponseAccessControlAllowOriginHeaderValue: origin,
        routingHttpResponseAccessControlAllowCredentialsHeaderValue: credentials,
    });
const body = (type: ResourceType, document: object) =>
    of(type, { body: JSON.stringify({ openapi: "3.0.1", ...document }) });
const operation = (responseParameters: object) => ({
    paths: {
        "/orders": { get: { "x-amazon-apigateway-integration": { responses: { default: { responseParameters } } } } },
    },
});
const reports = (given: ReturnType<typeof of>, at: string) => ({ given, reports: [at], weighs: ["medium"] as const });
const inProduction = (given: ReturnType<typeof of>, at: string) => ({
    given,
    stack: "production",
    reports: [at],
    weighs: ["low"] as const,
});
const originHeader = 'responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"]';
const methodHeader = 'responseParameters["method.response.header.Access-Control-Allow-Origin"]';

testRule(rule, {
    valid: {
        "no CORS": http(undefined),
        "one site": { given: http({ allowOrigins: [site], allowCredentials: true }), stack: "production" },
        "a site's names": {
            given: http({ allowOrigins: ["https://*.example.com"], allowCredentials: true }),
            stack: "production",
        },
        "every site, without credentials, in development": http({ allowOrigins: ["*"] }),
        "credentials said to be off": http({ allowOrigins: ["*"], allowCredentials: "false" }),
        "a URL of one site": { given: url({ allowOrigins: [site], allowCredentials: true }), stack: "production" },
        "a URL without CORS": url(undefined),
        "a bucket of files for every site": { given: bucket(S3Bucket, "*", "GET", "HEAD"), stack: "production" },
        "a bucket for one site": { given: bucket(S3BucketV2, site, "PUT"), stack: "production" },
        "a companion for one site": { given: bucket(S3BucketCorsConfiguration, site, "PUT"), stack: "production" },
        "its older twin": { given: bucket(S3BucketCorsConfigurationV2, site, "PUT"), stack: "production" },
        "a site in a header": { given: response(gateway(`'${site}'`, "'true'")), stack: "production" },
        "what the backend says": {
            given: integration(
                parameters("method.response", "integration.response.header.Access-Control-Allow-Origin", "'true'"),
            ),
            stack: "production",
        },
        "CloudFront, one site": { given: headersPolicy([site], true), stack: "production" },
        "a listener, one site": { given: listener(Listener, site, "true"), stack: "production" },
        "a document, one site": {
            given: body(HttpApi, { "x-amazon-apigateway-cors": { allowOrigins: [site], allowCredentials: true } }),
            stack: "production",
        },
        "a document in YAML": of(RestApi, { body: "openapi: 3.0.1" }),
    },
    invalid: {
        "every site, with credentials": reports(
            http({ allowOrigins: [site, "*"], allowCredentials: true }),
            "corsConfiguration.allowOrigins",
        ),
        "pages in a sandbox": reports(
            http({ allowOrigins: ["null"], allowCredentials: "true" }),
            "corsConfiguration.allowOrigins",
        ),
        "every site, in production": inProduction(http({ allowOrigins: ["*"] }), "corsConfiguration.allowOrigins"),
        "a URL": reports(url({ allowOrigins: ["*"], allowCredentials: true }), "cors.allowOrigins"),
        "a URL, without credentials": {
            given: url({ allowOrigins: ["*"] }),
            reports: ["cors.allowOrigins"],
            weighs: ["low"],
        },
        "a bucket to write to": inProduction(bucket(S3Bucket, "*", "GET", "PUT"), "corsRules[0].allowedOrigins"),
        "a companion": inProduction(bucket(S3BucketCorsConfiguration, "*", "DELETE"), "corsRules[0].allowedOrigins"),
        "its older twin": inProduction(
            bucket(S3BucketCorsConfigurationV2, "https://*", "POST"),
            "corsRules[0].allowedOrigins",
        ),
        "a bucket of version 6": inProduction(bucket(S3BucketV2, "*", "POST"), "corsRules[0].allowedOrigins"),
        "a header": reports(response(gateway("'*'", "'true'")), originHeader),
        "a header that repeats the site": reports(
            response(gateway("method.request.header.Origin", "'true'")),
            originHeader,
        ),
        "a header, in production": inProduction(response(gateway("'*'")), originHeader),
        "a header of an integration": reports(
            integration(parameters("method.response", "'*'", "'true'")),
            methodHeader,
        ),
        CloudFront: reports(headersPolicy(["*"], "true"), "corsConfig.accessControlAllowOrigins.items"),
        "a listener": reports(
            listener(Listener, "*", "true"),
            "routingHttpResponseAccessControlAllowOriginHeaderValue",
        ),
        "a listener by its other name": reports(
            listener(AlbListener, "*", "true"),
            "routingHttpResponseAccessControlAllowOriginHeaderValue",
        ),
        "a document of an HTTP API": reports(
            body(HttpApi, { "x-amazon-apigateway-cors": { allowOrigins: ["https://*"], allowCredentials: true } }),
            "body.x-amazon-apigateway-cors.allowOrigins",
        ),
        "a document's own answers": reports(
            body(RestApi, {
                "x-amazon-apigateway-gateway-responses": {
                    DEFAULT_5XX: { responseParameters: gateway("'*'", "'true'") },
                },
            }),
            `body.x-amazon-apigateway-gateway-responses.DEFAULT_5XX.${originHeader}`,
        ),
        "a document's integrations": reports(
            body(RestApiPut, operation(parameters("method.response", "'*'", "'true'"))),
            `body.paths["/orders"].get.x-amazon-apigateway-integration.responses.default.${methodHeader}`,
        ),
    },
    undecided: {
        "which sites": {
            given: http({ allowOrigins: [site, unknown], allowCredentials: true }),
            awaits: ["corsConfiguration.allowOrigins[1]"],
        },
        "with what": {
            given: http({ allowOrigins: ["*"], allowCredentials: unknown }),
            awaits: ["corsConfiguration.allowCredentials"],
        },
        "which headers": { given: response(unknown), awaits: ["responseParameters"] },
        "a document": { given: of(RestApi, { body: unknown }), awaits: ["body"] },
    },
});
