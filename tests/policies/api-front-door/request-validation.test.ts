import {
    HttpApi,
    HttpRoute,
    type ResourceType,
    RestApi,
    RestIntegration,
    RestMethod,
    RestRequestValidator,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/request-validation";
import { type Given, testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const at = { restApi: ref("api.id"), resourceId: ref("api.rootResourceId") };
const base = (validator: object = { validateRequestBody: true, validateRequestParameters: true }): Program => ({
    api: of(RestApi, { name: "shop" }),
    validator: of(RestRequestValidator, { restApi: ref("api.id"), ...validator }),
});
const method = (httpMethod: string, inputs: object = {}, type = "AWS_PROXY", name = "method"): Program => ({
    [name]: of(RestMethod, { ...at, httpMethod, authorization: "AWS_IAM", ...inputs }),
    [`${name}-to`]: of(RestIntegration, { ...at, httpMethod, type, uri: "arn:aws:apigateway:eu-west-1:sqs:path/1/q" }),
});
const S3 = "arn:aws:apigateway:eu-west-1:s3:path/shop-pages/{proxy}";
const checked = { requestValidatorId: ref("validator.id"), requestModels: { "application/json": "Order" } };

const integration = {
    "x-amazon-apigateway-integration": {
        type: "aws_proxy",
        uri: "arn:aws:lambda:eu-west-1:111122223333:function:orders",
    },
};
const validators = {
    "x-amazon-apigateway-request-validators": {
        all: { validateRequestBody: true },
        parameters: { validateRequestParameters: true },
    },
};
const requestBody = { content: { "application/json": { schema: { type: "object" } } } };
const body = (item: object, more: object = {}): Program => ({
    api: of(RestApi, { body: json({ openapi: "3.0.1", paths: { "/orders": item }, ...validators, ...more }) }),
});
const named = (name: string) => ({ "x-amazon-apigateway-request-validator": name });
const reports = (given: Given, place: string, ...weighs: readonly ("medium" | "low")[]) => ({
    given,
    reports: [place],
    weighs,
});

testRule(rule, {
    valid: {
        "a validator of bodies, with a model": { ...base(), ...method("POST", checked) },
        "as text": { ...base({ validateRequestBody: "true" }), ...method("PUT", checked) },
        "a read": { ...base(), ...method("GET") },
        "a deletion": { ...base(), ...method("DELETE") },
        "a preflight": { ...base(), ...method("OPTIONS", {}, "MOCK") },
        "a request of any verb, of which an object of a bucket is read": {
            api: of(RestApi, {}),
            method: of(RestMethod, { ...at, httpMethod: "ANY", authorization: "AWS_IAM" }),
            to: of(RestIntegration, { ...at, httpMethod: "ANY", type: "AWS", integrationHttpMethod: "GET", uri: S3 }),
        },
        "document: a request of any verb, of which an object of a bucket is read": body({
            "x-amazon-apigateway-any-method": {
                "x-amazon-apigateway-integration": { type: "aws", httpMethod: "GET", uri: S3 },
            },
        }),
        "a mock": { ...base(), ...method("POST", {}, "MOCK") },
        "an HTTP API": {
            api: of(HttpApi, { protocolType: "HTTP" }),
            post: of(HttpRoute, { apiId: ref("api.id"), routeKey: "POST /orders" }),
        },
        "document: by an operation": body({ post: { ...integration, ...named("all"), requestBody } }),
        "document: for all operations": body(
            { post: { ...integration, requestBody }, put: { ...integration, requestBody } },
            named("all"),
        ),
        "document: a body that stands elsewhere in it": body(
            { post: { ...integration, requestBody: { $ref: "#/components/requestBodies/order" } } },
            named("all"),
        ),
        "document: Swagger 2": body(
            {
                post: {
                    ...integration,
                    parameters: [{ in: "body", name: "order", schema: { $ref: "#/definitions/Order" } }],
                },
            },
            named("all"),
        ),
        "document: Swagger 2, for all of a path": body(
            { post: integration, parameters: [{ in: "body", name: "order", schema: {} }] },
            named("all"),
        ),
        "document: of an HTTP API": {
            api: of(HttpApi, { protocolType: "HTTP", body: json({ paths: { "/orders": { post: integration } } }) }),
        },
    },
    invalid: {
        "a request of any verb, with which an object of a bucket is written": reports(
            {
                api: of(RestApi, {}),
                method: of(RestMethod, { ...at, httpMethod: "ANY", authorization: "AWS_IAM" }),
                to: of(RestIntegration, {
                    ...at,
                    httpMethod: "ANY",
                    type: "AWS",
                    integrationHttpMethod: "PUT",
                    uri: S3,
                }),
            },
            "method: requestValidatorId",
            "low",
        ),
        "no validator": reports({ ...base(), ...method("POST") }, "method: requestValidatorId", "medium"),
        "no validator, with a model": reports(
            { ...base(), ...method("PUT", { requestModels: checked.requestModels }) },
            "method: requestValidatorId",
            "medium",
        ),
        "an empty name": reports(
            { ...base(), ...method("PATCH", { ...checked, requestValidatorId: "" }) },
            "method: requestValidatorId",
            "medium",
        ),
        "every verb": reports({ ...base(), ...method("ANY") }, "method: requestValidatorId", "low"),
        "a validator of parameters": reports(
            { ...base({ validateRequestParameters: true }), ...method("POST", checked) },
            "method: requestValidatorId",
            "low",
        ),
        "a validator of nothing": reports(
            { ...base({}), ...method("POST", checked) },
            "method: requestValidatorId",
            "medium",
        ),
        "a validator that is told not to": reports(
            { ...base({ validateRequestBody: "false" }), ...method("POST", checked) },
            "method: requestValidatorId",
            "medium",
        ),
        "no model": reports(
            { ...base(), ...method("POST", { requestValidatorId: ref("validator.id") }) },
            "method: requestValidatorId",
            "medium",
        ),
        "the model that takes all": reports(
            { ...base(), ...method("POST", { ...checked, requestModels: { "application/json": "Empty" } }) },
            "method: requestValidatorId",
            "medium",
        ),
        "four methods alike are told once": reports(
            {
                ...base(),
                ...Object.assign({}, ...["a", "b", "c", "d"].map((name) => method("POST", {}, "AWS", name))),
            },
            "api: ",
            "medium",
        ),
        "document: no validator": reports(
            body({ post: { ...integration, requestBody } }),
            'api: body.paths["/orders"].post',
            "medium",
        ),
        "document: a validator of parameters": reports(
            body({ post: { ...integration, requestBody } }, named("parameters")),
            'api: body.paths["/orders"].post',
            "low",
        ),
        "document: a validator that it does not have": reports(
            body({ post: { ...integration, ...named("none"), requestBody } }, named("all")),
            'api: body.paths["/orders"].post.x-amazon-apigateway-request-validator',
            "medium",
        ),
        "document: no schema": reports(
            body({ post: integration }, named("all")),
            'api: body.paths["/orders"].post',
            "medium",
        ),
    },
    undecided: {
        "a validator of another stack": {
            given: { ...base(), ...method("POST", { ...checked, requestValidatorId: "a1b2c3" }) },
            awaits: ["method.requestValidatorId"],
        },
        "what the validator does is not known": {
            given: { ...base({ validateRequestBody: unknown }), ...method("POST", checked) },
            awaits: ["validator.validateRequestBody"],
        },
        "a document that is not known": { given: { api: of(RestApi, { body: unknown }) }, awaits: ["api.body"] },
    },
});
