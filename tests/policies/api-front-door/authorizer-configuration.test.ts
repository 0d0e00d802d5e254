import {
    AppSyncApi,
    AppSyncGraphQLApi,
    HttpApi,
    HttpAuthorizer,
    type ResourceType,
    RestApi,
    RestApiPut,
    RestAuthorizer,
} from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/authorizer-configuration";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type, inputs as Example);
const issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E";
const jwt = (jwtConfiguration: unknown) => of(HttpAuthorizer, { apiId: "a1", authorizerType: "JWT", jwtConfiguration });
const http = (inputs: object) =>
    of(HttpAuthorizer, { apiId: "a1", authorizerType: "REQUEST", authorizerPayloadFormatVersion: "2.0", ...inputs });
const socket = (inputs: object) => of(HttpAuthorizer, { apiId: "a1", authorizerType: "REQUEST", ...inputs });
const rest = (inputs: object) => of(RestAuthorizer, { restApi: "a1", ...inputs });
const graph = (inputs: object) => of(AppSyncGraphQLApi, inputs);
const oidc = (openidConnectConfig: object) => graph({ authenticationType: "OPENID_CONNECT", openidConnectConfig });
const document = (authorizer: object) => ({
    openapi: "3.0.1",
    components: { securitySchemes: { guard: { type: "apiKey", "x-amazon-apigateway-authorizer": authorizer } } },
});
const body = (type: ResourceType, authorizer: object) => of(type, { body: JSON.stringify(document(authorizer)) });
const inBody = "body.components.securitySchemes.guard.x-amazon-apigateway-authorizer";
const pool = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab12Cd34E";

testRule(rule, {
    valid: {
        "an issuer of who knows which pool": jwt({
            issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${UNKNOWN}`,
            audiences: [unknown],
        }),
        "a header": http({ identitySources: ["$request.header.Authorization"], authorizerResultTtlInSeconds: 300 }),
        "a header, and the route": http({ identitySources: ["$request.header.Authorization", "$context.routeKey"] }),
        "where the caller is": http({ identitySources: ["$context.identity.sourceIp"] }),
        "no answer is kept": http({ authorizerResultTtlInSeconds: 0 }),
        "no answer is kept, as text": http({
            identitySources: ["$context.routeKey"],
            authorizerResultTtlInSeconds: "0",
        }),
        "a WebSocket API keeps none": socket({}),
        "the provider's header": rest({ authorizerUri: "arn" }),
        "the provider's header, of a request": rest({ type: "REQUEST", authorizerUri: "arn" }),
        "several parts of a request": rest({
            type: "REQUEST",
            identitySource: "method.request.header.Auth, context.stage",
        }),
        "a user pool": rest({ type: "COGNITO_USER_POOLS", providerArns: [pool] }),
        "a user pool that is not known yet": rest({ type: "COGNITO_USER_POOLS", providerArns: [unknown] }),
        "denied unless the schema says so": graph({ userPoolConfig: { userPoolId: "p", defaultAction: "DENY" } }),
        "an app of AppSync": oidc({ issuer: "https://login.example.com", clientId: "shop" }),
        "a function of AppSync": graph({ lambdaAuthorizerConfig: { authorizerUri: "arn" } }),
        "signed requests": graph({ authenticationType: "AWS_IAM" }),
        "a document": body(HttpApi, { type: "jwt", jwtConfiguration: { issuer, audience: ["shop"] } }),
        "a document of a REST API": body(RestApi, { type: "token", authorizerUri: "arn" }),
        "a document with pools": body(RestApi, { type: "cognito_user_pools", providerARNs: [pool] }),
        "a document without authorizers": of(RestApi, { body: JSON.stringify({ openapi: "3.0.1", paths: {} }) }),
        "no document": of(RestApi, { name: "shop" }),
    },
    invalid: {
        "no audience": { given: jwt({ issuer }), reports: ["jwtConfiguration.audiences"] },
        "no issuer": { given: jwt({ audiences: ["shop"] }), reports: ["jwtConfiguration.issuer"] },
        "plain HTTP": {
            given: jwt({ issuer: "http://login.example.com", audiences: ["shop"] }),
            reports: ["jwtConfiguration.issuer"],
        },
        neither: {
            given: jwt(undefined),
            reports: ["jwtConfiguration.audiences", "jwtConfiguration.issuer"],
        },
        "nothing of a request": { given: http({ authorizerResultTtlInSeconds: 60 }), reports: ["identitySources"] },
        "nothing of a request, by default": { given: http({ identitySources: [] }), reports: ["identitySources"] },
        "the route alone": { given: http({ identitySources: ["$context.routeKey"] }), reports: ["identitySources"] },
        "the stage alone": {
            given: rest({ type: "REQUEST", identitySource: "stageVariables.name, context.path" }),
            reports: ["identitySource"],
        },
        "nothing of a request, of a REST API": {
            given: rest({ type: "REQUEST", identitySource: "" }),
            reports: ["identitySource"],
        },
        "an hour": {
            given: rest({ authorizerResultTtlInSeconds: 3600 }),
            reports: ["authorizerResultTtlInSeconds"],
        },
        "an hour, of an HTTP API": {
            given: http({ identitySources: ["$request.header.Authorization"], authorizerResultTtlInSeconds: "3600" }),
            reports: ["authorizerResultTtlInSeconds"],
        },
        "no user pool": { given: rest({ type: "COGNITO_USER_POOLS" }), reports: ["providerArns"] },
        "allowed unless the schema says otherwise": {
            given: graph({ userPoolConfig: { userPoolId: "p", defaultAction: "ALLOW" } }),
            reports: ["userPoolConfig.defaultAction"],
            weighs: ["low"],
        },
        "any app of the issuer": {
            given: oidc({ issuer: "https://login.example.com" }),
            reports: ["openidConnectConfig.clientId"],
        },
        besides: {
            given: graph({
                authenticationType: "AWS_IAM",
                additionalAuthenticationProviders: [
                    {
                        authenticationType: "OPENID_CONNECT",
                        openidConnectConfig: { issuer: "http://a.example.com", clientId: "a" },
                    },
                ],
            }),
            reports: ["additionalAuthenticationProviders[0].openidConnectConfig.issuer"],
        },
        "an Events API": {
            given: of(AppSyncApi, {
                eventConfig: {
                    authProviders: [
                        { authType: "OPENID_CONNECT", openidConnectConfig: { issuer: "https://login.example.com" } },
                    ],
                },
            }),
            reports: ["eventConfig.authProviders[0].openidConnectConfig.clientId"],
        },
        "a function of AppSync, for an hour": {
            given: graph({ lambdaAuthorizerConfig: { authorizerUri: "arn", authorizerResultTtlInSeconds: 3600 } }),
            reports: ["lambdaAuthorizerConfig.authorizerResultTtlInSeconds"],
        },
        "a document": {
            given: body(HttpApi, { type: "jwt", jwtConfiguration: { issuer } }),
            reports: [`${inBody}.jwtConfiguration.audience`],
        },
        "a document of a REST API": {
            given: body(RestApi, { type: "request", authorizerUri: "arn" }),
            reports: [`${inBody}.identitySource`],
        },
        "a document that is put": {
            given: body(RestApiPut, { type: "cognito_user_pools" }),
            reports: [`${inBody}.providerARNs`],
        },
        "a document of Swagger": {
            given: of(RestApi, {
                body: JSON.stringify({
                    swagger: "2.0",
                    securityDefinitions: {
                        guard: {
                            "x-amazon-apigateway-authorizer": { type: "token", authorizerResultTtlInSeconds: 3600 },
                        },
                    },
                }),
            }),
            reports: ["body.securityDefinitions.guard.x-amazon-apigateway-authorizer.authorizerResultTtlInSeconds"],
        },
    },
    undecided: {
        "whose tokens": { given: jwt({ issuer: unknown, audiences: ["shop"] }), awaits: ["jwtConfiguration.issuer"] },
        "by what": { given: http({ identitySources: unknown }), awaits: ["identitySources"] },
        "for how long": {
            given: rest({ authorizerResultTtlInSeconds: unknown }),
            awaits: ["authorizerResultTtlInSeconds"],
        },
        "a document": { given: of(HttpApi, { body: unknown }), awaits: ["body"] },
    },
});
