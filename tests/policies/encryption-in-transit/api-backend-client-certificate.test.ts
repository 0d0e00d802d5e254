import { RestApi, RestApiPut, RestIntegration, RestStage } from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/api-backend-client-certificate";
import { testRule } from "../../support/rule-tester";

const api: Program = { api: declare(RestApi, { name: "orders" }) };
const stage = (restApi: unknown = ref("api.id"), more: object = {}): Program => ({
    live: declare(RestStage, { restApi, deployment: "abc123", stageName: "live", ...more } as never),
});
const integration = (settings: object, restApi: unknown = ref("api.id")): Program => ({
    backend: declare(RestIntegration, { restApi, resourceId: "root", httpMethod: "GET", ...settings } as never),
});
const http = { type: "HTTP_PROXY", uri: "https://orders.example.com/" };
const body = (settings: object) => json({ paths: { "/": { get: { "x-amazon-apigateway-integration": settings } } } });
const reports = ["live: clientCertificateId"];

testRule(rule, {
    valid: {
        "a function": { ...api, ...integration({ type: "AWS_PROXY", uri: "arn:aws:apigateway:…" }), ...stage() },
        "no integration at all": { ...api, ...stage() },
        "a server by plain HTTP, which is another policy's": {
            ...api,
            ...integration({ ...http, uri: "http://orders.example.com/" }),
            ...stage(),
        },
        "a certificate that is not known yet": {
            ...api,
            ...integration(http),
            ...stage(ref("api.id"), { clientCertificateId: unknown }),
        },
        "a server of another API": {
            ...api,
            other: declare(RestApi, { name: "other" }),
            ...integration(http, ref("other.id")),
            ...stage(),
        },
        "a document with a function": {
            api: declare(RestApi, { name: "orders", body: body({ type: "aws_proxy", uri: "arn:aws:apigateway:…" }) }),
            ...stage(),
        },
    },
    invalid: {
        "a server": { given: { ...api, ...integration({ ...http, type: "HTTP" }), ...stage() }, reports },
        "a server whose address is not known yet": {
            given: { ...api, ...integration({ type: "HTTP_PROXY", uri: unknown }), ...stage() },
            reports,
        },
        "a server of a document": {
            given: {
                api: declare(RestApi, { name: "orders", body: body({ ...http, type: "http_proxy" }) }),
                ...stage(),
            },
            reports,
        },
        "a server of a document that is put": {
            given: {
                ...api,
                put: declare(RestApiPut, { restApiId: ref("api.id"), body: body(http) }),
                ...stage(ref("api.id"), { clientCertificateId: "" }),
            },
            reports,
        },
        "a server of an API that is declared elsewhere": {
            given: { ...integration(http, "a1b2c3d4e5"), ...stage("a1b2c3d4e5") },
            reports,
        },
    },
    undecided: {
        "an API that is declared elsewhere": { given: stage("a1b2c3d4e5"), awaits: ["live.restApi"] },
        "a document that is not known yet": {
            given: { api: declare(RestApi, { name: "orders", body: unknown }), ...stage() },
            awaits: ["api.body"],
        },
        "a kind of integration that is not known yet": {
            given: { ...api, ...integration({ type: unknown }), ...stage() },
            awaits: ["backend.type"],
        },
    },
});
