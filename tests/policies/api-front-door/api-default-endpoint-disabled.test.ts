import {
    HttpApi,
    HttpApiMapping,
    HttpDomainName,
    HttpRoutingRule,
    RestApi,
    RestApiPut,
    RestBasePathMapping,
    RestDomainName,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/api-default-endpoint-disabled";
import { testRule } from "../../support/rule-tester";

const rest = (inputs: object = {}): Program => ({ api: declare(RestApi, { name: "orders", ...inputs } as never) });
const http = (inputs: object = {}, protocolType = "HTTP"): Program => ({
    api: declare(HttpApi, { protocolType, ...inputs } as never),
});
const basePath = (restApi: unknown = ref("api.id")): Program => ({
    mapping: declare(RestBasePathMapping, { restApi, domainName: "api.example.com", stageName: "live" } as never),
});
const mapping: Program = {
    mapping: declare(HttpApiMapping, { apiId: ref("api.id"), domainName: ref("domain.domainName"), stage: "live" }),
    domain: declare(HttpDomainName, {
        domainName: "api.example.com",
        domainNameConfiguration: {
            certificateArn: "arn:aws:acm:…",
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_2",
        },
    }),
};
const rule2: Program = {
    mapping: declare(HttpRoutingRule, {
        domainName: "api.example.com",
        priority: 10,
        conditions: [{ matchBasePaths: { anyOfs: ["orders"] } }],
        actions: [{ invokeApi: { apiId: ref("api.id"), stage: "live" } }],
    } as never),
};
const off = { disableExecuteApiEndpoint: true };
const body = (value: unknown) =>
    json({
        openapi: "3.0.1",
        servers: [{ "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: value } }],
    });
const at = ["api: disableExecuteApiEndpoint"];

testRule(rule, {
    valid: {
        "no mapping": rest(),
        "a domain that leads nowhere": {
            ...rest(),
            domain: declare(RestDomainName, { domainName: "api.example.com" }),
        },
        "a mapping of an API that is declared elsewhere": { ...rest(), ...basePath("other12345") },
        off: { ...rest(off), ...basePath() },
        "off, as text": { ...rest({ disableExecuteApiEndpoint: "true" }), ...basePath() },
        "an HTTP API": { ...http(off), ...mapping },
        "a routing rule": { ...rest(off), ...rule2 },
        "off by the document": { ...rest({ body: body(true) }), ...basePath() },
        "off by a document that is put": {
            ...rest(),
            put: declare(RestApiPut, {
                restApiId: ref("api.id"),
                body: json({
                    swagger: "2.0",
                    "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true },
                }),
            }),
            ...basePath(),
        },
        "a private API": { ...rest({ endpointConfiguration: { types: "PRIVATE" } }), ...basePath() },
    },
    invalid: {
        "on, with a mapping": { given: { ...rest(), ...basePath() }, reports: at, weighs: ["low"] },
        "on, as text": { given: { ...rest({ disableExecuteApiEndpoint: "false" }), ...basePath() }, reports: at },
        "an HTTP API": { given: { ...http(), ...mapping }, reports: at },
        WebSockets: { given: { ...http({}, "WEBSOCKET"), ...mapping }, reports: at },
        "a REST API by a mapping of HTTP APIs": { given: { ...rest(), ...mapping }, reports: at },
        "a routing rule": { given: { ...rest(), ...rule2 }, reports: at },
        "on by the document": { given: { ...rest({ body: body(false) }), ...basePath() }, reports: at },
        "two mappings, told once": {
            given: {
                ...rest(),
                ...basePath(),
                second: declare(RestBasePathMapping, { restApi: ref("api.id"), domainName: "b.example.com" }),
            },
            reports: at,
        },
        "a domain that asks for certificates": {
            given: {
                ...rest(),
                domain: declare(RestDomainName, {
                    domainName: "api.example.com",
                    mutualTlsAuthentication: { truststoreUri: "s3://trust/store.pem" },
                }),
                mapping: declare(RestBasePathMapping, { restApi: ref("api.id"), domainName: ref("domain.domainName") }),
            },
            reports: at,
            weighs: ["medium"],
        },
    },
    undecided: {
        "not known yet": {
            given: {
                ...rest({ disableExecuteApiEndpoint: ref("other.disableExecuteApiEndpoint") }),
                other: declare(RestApi, { name: "other", disableExecuteApiEndpoint: unknown }),
                ...basePath(),
            },
            awaits: ["api.disableExecuteApiEndpoint"],
        },
    },
});
