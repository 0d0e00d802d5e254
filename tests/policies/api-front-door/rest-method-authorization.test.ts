import {
    LambdaFunction,
    type ResourceType,
    RestApi,
    RestApiPolicy,
    RestApiPut,
    RestBasePathMapping,
    RestDomainName,
    RestIntegration,
    RestMethod,
    RestResource,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/rest-method-authorization";
import { type Given, testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const base: Program = {
    orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler" }),
    api: of(RestApi, { name: "shop" }),
    path: of(RestResource, { restApi: ref("api.id"), parentId: ref("api.rootResourceId"), pathPart: "orders" }),
};

/** One method of the path `/orders`, and what answers it. */
function method(inputs: object, answer: object = {}, name = "get", path = "path"): Program {
    const at = { restApi: ref("api.id"), resourceId: ref(`${path}.id`), httpMethod: "GET" };
    const verb = "httpMethod" in inputs ? { httpMethod: inputs.httpMethod } : {};
    return {
        [name]: of(RestMethod, { ...at, authorization: "NONE", ...inputs }),
        [`${name}-to`]: of(RestIntegration, {
            ...at,
            ...verb,
            type: "AWS_PROXY",
            uri: ref("orders.invokeArn"),
            ...answer,
        }),
    };
}
const api = (inputs: object, rest: Program = {}): Program => ({ ...base, ...rest, api: of(RestApi, inputs) });
const withMethod = (inputs: object, answer: object = {}): Program => ({ ...base, ...method(inputs, answer) });
const pathOf = (pathPart: unknown): Program => ({
    path: of(RestResource, { restApi: ref("api.id"), parentId: ref("api.rootResourceId"), pathPart }),
});

const schemes = {
    people: {
        type: "apiKey",
        name: "Authorization",
        in: "header",
        "x-amazon-apigateway-authorizer": { type: "cognito_user_pools" },
    },
    signed: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" },
    key: { type: "apiKey", name: "x-api-key", in: "header" },
    words: { type: "http", scheme: "bearer" },
};
const operation = (more: object = {}, type = "aws_proxy") => ({
    ...more,
    "x-amazon-apigateway-integration": { type, httpMethod: "POST", uri: ref("orders.invokeArn") },
});
const documentOf = (item: object, more: object = {}) => ({
    openapi: "3.0.1",
    paths: { "/orders": item },
    components: { securitySchemes: schemes },
    ...more,
});
const body = (item: object, more: object = {}): Program => api({ body: json(documentOf(item, more)) });

const allow = (more: object = {}) => ({
    Effect: "Allow",
    Principal: "*",
    Action: "execute-api:Invoke",
    Resource: "execute-api:/*",
    ...more,
});
const policy = (...statements: object[]) => json({ Version: "2012-10-17", Statement: statements });
const deny = (condition: object) => ({ ...allow(), Effect: "Deny", Condition: condition });
const office = { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } };

const domain = (inputs: object, closed: boolean): Program => ({
    ...api({ disableExecuteApiEndpoint: closed }, method({})),
    domain: of(RestDomainName, { domainName: "api.example.com", ...inputs }),
    mapping: of(RestBasePathMapping, {
        restApi: ref("api.id"),
        domainName: ref("domain.domainName"),
        stageName: "live",
    }),
});
const mutual = { mutualTlsAuthentication: { truststoreUri: "s3://trust/store.pem" } };

const five = (inputs: object): Program =>
    Object.assign(
        {},
        base,
        ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((httpMethod) =>
            method({ ...inputs, httpMethod }, {}, httpMethod.toLowerCase()),
        ),
    );
const at = (given: Given, place: string, ...weighs: readonly ("high" | "medium" | "low")[]) => ({
    given,
    reports: [place],
    weighs,
});
const once = (given: Given, ...weighs: readonly ("high" | "medium" | "low")[]) =>
    at(given, "get: authorization", ...weighs);

testRule(rule, {
    valid: {
        "a signature": withMethod({ authorization: "AWS_IAM" }),
        "a user pool, with scopes": withMethod({
            authorization: "COGNITO_USER_POOLS",
            authorizerId: "a1b2c3",
            authorizationScopes: ["orders/read"],
        }),
        "a function that decides": withMethod({ authorization: "CUSTOM", authorizerId: ref("orders.id") }),
        "an authorizer beside a key": withMethod({
            authorization: "CUSTOM",
            authorizerId: "a1b2c3",
            apiKeyRequired: true,
        }),
        "a preflight that a mock answers": withMethod({ httpMethod: "OPTIONS" }, { type: "MOCK" }),
        "a preflight that nothing answers yet": {
            ...base,
            preflight: of(RestMethod, {
                restApi: ref("api.id"),
                resourceId: ref("path.id"),
                httpMethod: "OPTIONS",
                authorization: "NONE",
            }),
        },
        "a mock, which runs nothing": withMethod({}, { type: "MOCK" }),
        "what is meant for everybody": { given: withMethod({}), options: { publicPaths: ["/health", "/orders"] } },
        "meant for everybody, by its verb": { given: withMethod({}), options: { publicPaths: ["get /ord*"] } },
        "certificates of callers, at every address": domain(mutual, true),
        "document: a user pool": body({ get: operation({ security: [{ people: ["orders/read"] }] }) }),
        "document: a signature": body({ get: operation({ security: [{ signed: [] }] }) }),
        "document: a signature, by AWS's extension": body({
            get: operation({ "x-amazon-apigateway-auth": { type: "aws_iam" } }),
        }),
        "document: a key beside a token": body({ get: operation({ security: [{ people: [], key: [] }] }) }),
        "document: a preflight that a mock answers": body({
            get: operation({ security: [{ people: [] }] }),
            options: operation({}, "mock"),
        }),
        "document: Swagger 2": api({
            body: json({
                swagger: "2.0",
                securityDefinitions: schemes,
                paths: { "/orders": { post: operation({ security: [{ people: [] }] }) } },
            }),
        }),
        "document: in YAML": api({
            body: `openapi: 3.0.1
paths:
  /orders:
    get:
      security: [{ people: [] }]
      x-amazon-apigateway-integration: { type: aws_proxy }
components: { securitySchemes: { people: { x-amazon-apigateway-authorizer: { type: cognito_user_pools } } } }`,
        }),
        "document: neither JSON nor YAML": api({ body: "{ paths: [" }),
        "an API without methods": base,
    },
    invalid: {
        "said to be open": once(withMethod({}), "high"),
        "to a server": once(withMethod({}, { type: "HTTP_PROXY", uri: "https://orders.example.com" }), "high"),
        "to a service of AWS": once(
            withMethod({}, { type: "AWS", uri: "arn:aws:apigateway:eu-west-1:sqs:path/111122223333/orders" }),
            "high",
        ),
        "all verbs": once(withMethod({ httpMethod: "ANY" }), "high"),
        "nothing answers it yet": once(
            {
                ...base,
                get: of(RestMethod, {
                    restApi: ref("api.id"),
                    resourceId: ref("path.id"),
                    httpMethod: "GET",
                    authorization: "NONE",
                }),
            },
            "high",
        ),
        "of an API of another stack": once(
            {
                get: of(RestMethod, {
                    restApi: "a1b2c3",
                    resourceId: "d4e5f6",
                    httpMethod: "GET",
                    authorization: "NONE",
                }),
            },
            "high",
        ),
        "a key alone": once(withMethod({ apiKeyRequired: true }), "medium"),
        "a key alone, as text": once(withMethod({ apiKeyRequired: "true" }), "medium"),
        "a key that is not asked for": once(withMethod({ apiKeyRequired: "false" }), "high"),
        "a preflight that runs the function": once(withMethod({ httpMethod: "OPTIONS" }), "medium"),
        "a health check": once({ ...base, ...pathOf("health"), ...method({}) }, "low"),
        "a health check that writes": once({ ...base, ...pathOf("health"), ...method({ httpMethod: "POST" }) }, "high"),
        "another path is meant for everybody": {
            given: withMethod({}),
            options: { publicPaths: ["/orders/*", "POST /orders"] },
            reports: ["get: authorization"],
        },
        "an authorizer that is not named": once(withMethod({ authorization: "CUSTOM" }), "medium"),
        "a user pool that is not named": once(withMethod({ authorization: "COGNITO_USER_POOLS" }), "medium"),
        "in a VPC alone": once(api({ endpointConfiguration: { types: "PRIVATE" } }, method({})), "low"),
        "in a region": once(api({ endpointConfiguration: { types: "REGIONAL" } }, method({})), "high"),
        "for an endpoint of a VPC, by its policy": once(
            api(
                { policy: policy(allow({ Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" } } })) },
                method({}),
            ),
            "low",
        ),
        "for an address, by its policy": once(api({ policy: policy(allow({ Condition: office })) }, method({})), "low"),
        "for an address, by a denial of others": once(
            api({ policy: policy(allow(), deny({ NotIpAddress: office.IpAddress })) }, method({})),
            "low",
        ),
        "for an address, by a policy beside it": once(
            {
                ...base,
                ...method({}),
                policy: of(RestApiPolicy, { restApiId: ref("api.id"), policy: policy(allow({ Condition: office })) }),
            },
            "low",
        ),
        "for everybody, by a policy beside it that wins": once(
            {
                ...api({ policy: policy(allow({ Condition: office })) }, method({})),
                policy: of(RestApiPolicy, { restApiId: ref("api.id"), policy: policy(allow()) }),
            },
            "high",
        ),
        "for every address": once(
            api({ policy: policy(allow({ Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } })) }, method({})),
            "high",
        ),
        "for roles, whom the method does not tell": once(
            api({ policy: policy(allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/shop" } })) }, method({})),
            "high",
        ),
        "for everybody": once(api({ policy: policy(allow()) }, method({})), "high"),
        "certificates of callers, beside AWS's address": once(domain(mutual, false), "high"),
        "a domain without certificates": once(domain({}, true), "high"),
        "a second domain without certificates": once(
            {
                ...domain(mutual, true),
                other: of(RestDomainName, { domainName: "shop.example.com" }),
                second: of(RestBasePathMapping, { restApi: ref("api.id"), domainName: ref("other.domainName") }),
            },
            "high",
        ),
        "some of an API": {
            given: { ...five({}), ...method({ httpMethod: "DELETE", authorization: "AWS_IAM" }, {}, "delete") },
            reports: ["get: authorization", "patch: authorization", "post: authorization", "put: authorization"],
        },
        "all of an API are told once": { given: five({}), reports: ["api: "], weighs: ["high"] },
        "all of an API ask for a key alone": {
            given: five({ apiKeyRequired: true }),
            reports: ["api: "],
            weighs: ["medium"],
        },
        "document: no security": at(body({ get: operation() }), 'api: body.paths["/orders"].get', "high"),
        "document: security at its root protects nothing": at(
            body({ get: operation() }, { security: [{ people: [] }] }),
            'api: body.paths["/orders"].get',
            "high",
        ),
        "document: security that is taken away": at(
            body({ get: operation({ security: [] }) }),
            'api: body.paths["/orders"].get.security',
            "high",
        ),
        "document: opened by AWS's extension": at(
            body({ get: operation({ security: [{ people: [] }], "x-amazon-apigateway-auth": { type: "NONE" } }) }),
            'api: body.paths["/orders"].get.security',
            "high",
        ),
        "document: a scheme in words": at(
            body({ get: operation({ security: [{ words: [] }] }) }),
            'api: body.paths["/orders"].get.security',
            "high",
        ),
        "document: a scheme that it does not have": at(
            body({ get: operation({ security: [{ nobody: [] }] }) }),
            'api: body.paths["/orders"].get.security',
            "high",
        ),
        "document: a key alone": at(
            body({ get: operation({ security: [{ key: [] }] }) }),
            'api: body.paths["/orders"].get.security',
            "medium",
        ),
        "document: all verbs": at(
            body({ "x-amazon-apigateway-any-method": operation() }),
            'api: body.paths["/orders"].x-amazon-apigateway-any-method',
            "high",
        ),
        "document: a preflight that runs the function": at(
            body({ options: operation() }),
            'api: body.paths["/orders"].options',
            "medium",
        ),
        "document: one of two": at(
            body({ get: operation({ security: [{ people: [] }] }), post: operation() }),
            'api: body.paths["/orders"].post',
            "high",
        ),
        "document: in YAML": at(
            api({ body: "paths:\n  /orders:\n    get:\n      x-amazon-apigateway-integration: { type: aws_proxy }\n" }),
            'api: body.paths["/orders"].get',
            "high",
        ),
        "document: with a policy for an address": at(
            body({ get: operation() }, { "x-amazon-apigateway-policy": { Statement: [allow({ Condition: office })] } }),
            'api: body.paths["/orders"].get',
            "low",
        ),
        "document: put by a resource of its own": at(
            {
                ...base,
                put: of(RestApiPut, { restApiId: ref("api.id"), body: json(documentOf({ get: operation() })) }),
            },
            'put: body.paths["/orders"].get',
            "high",
        ),
        "document: all of five are told once": at(
            body({ get: operation(), put: operation(), post: operation(), patch: operation(), delete: operation() }),
            "api: body",
            "high",
        ),
    },
    undecided: {
        "an authorization that is not known": {
            given: withMethod({ authorization: unknown }),
            awaits: ["get.authorization"],
        },
        "what answers is not known": { given: withMethod({}, { type: unknown }), awaits: ["get-to.type"] },
        "a domain of another stack may ask for certificates": {
            given: {
                ...api({ disableExecuteApiEndpoint: true }, method({})),
                mapping: of(RestBasePathMapping, { restApi: ref("api.id"), domainName: "api.example.com" }),
            },
            awaits: ["mapping.domainName"],
        },
        "document: not known": { given: api({ body: unknown }), awaits: ["api.body"] },
        "document: its security is not known": {
            given: api({ body: documentOf({ get: operation({ security: unknown }) }) as never }),
            awaits: ['api.body.paths["/orders"].get.security'],
        },
    },
});
