/** One API, declared four ways, has the same faults. */
import assert from "node:assert/strict";
import {
    HttpApi,
    HttpIntegration,
    HttpRoute,
    LambdaFunction,
    type ResourceType,
    RestApi,
    RestIntegration,
    RestMethod,
    RestResource,
    resourceType,
} from "../../../model/aws";
import { declare, json, type Program, ref } from "../../../pack";
import behindDoor from "../../../policies/api-front-door/function-behind-front-door";
import http from "../../../policies/api-front-door/http-route-authorization";
import rest from "../../../policies/api-front-door/rest-method-authorization";
import routeLimit from "../../../policies/monoliths/function-route-limit";
import catchAll from "../../../policies/monoliths/no-monolambda-proxy-route";
import { analyze } from "../../support/analysis";

const of = (type: ResourceType, inputs: object, parent?: string) =>
    declare(type as ResourceType<object>, inputs, parent === undefined ? {} : { parent });

/** Path, verb, function, and whether it asks for a signature. */
type Route = readonly [path: string, verb: string, to: string, isSigned: boolean];
const ROUTES: readonly Route[] = [
    ["orders", "GET", "orders", true],
    ["orders", "POST", "orders", false],
    ["orders", "DELETE", "orders", true],
    ["invoices", "GET", "invoices", false],
    ["health", "GET", "invoices", false],
    ["products", "GET", "orders", false],
];
const PATHS = [...new Set(ROUTES.map(([path]) => path))];

const lambda = of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler" });
const functions: Program = { orders: lambda, invoices: lambda };

function byResources(): Program {
    const program: Record<string, Program[string]> = { ...functions, api: of(RestApi, {}) };
    for (const path of PATHS) {
        program[`path-${path}`] = of(RestResource, {
            restApi: ref("api.id"),
            parentId: ref("api.rootResourceId"),
            pathPart: path,
        });
        const at = { restApi: ref("api.id"), resourceId: ref(`path-${path}.id`), httpMethod: "OPTIONS" };
        program[`preflight-${path}`] = of(RestMethod, { ...at, authorization: "NONE" });
        program[`preflight-${path}-to`] = of(RestIntegration, { ...at, type: "MOCK" });
    }
    for (const [path, httpMethod, to, isSigned] of ROUTES) {
        const at = { restApi: ref("api.id"), resourceId: ref(`path-${path}.id`), httpMethod };
        program[`${httpMethod}-${path}`] = of(RestMethod, { ...at, authorization: isSigned ? "AWS_IAM" : "NONE" });
        program[`${httpMethod}-${path}-to`] = of(RestIntegration, {
            ...at,
            type: "AWS_PROXY",
            uri: ref(`${to}.invokeArn`),
        });
    }
    return program;
}

function byRoutes(): Program {
    const program: Record<string, Program[string]> = {
        ...functions,
        api: of(HttpApi, { protocolType: "HTTP", corsConfiguration: { allowOrigins: ["https://shop.example"] } }),
    };
    for (const [path, verb, to, isSigned] of ROUTES) {
        program[`${verb}-${path}-to`] = of(HttpIntegration, {
            apiId: ref("api.id"),
            integrationType: "AWS_PROXY",
            integrationUri: ref(`${to}.arn`),
        });
        program[`${verb}-${path}`] = of(HttpRoute, {
            apiId: ref("api.id"),
            routeKey: `${verb} /${path}`,
            target: ref(`${verb}-${path}-to.id`, "integrations/"),
            ...(isSigned && { authorizationType: "AWS_IAM" }),
        });
    }
    return program;
}

function document(): string {
    const paths: Record<string, Record<string, object>> = {};
    for (const path of PATHS) paths[`/${path}`] = { options: { "x-amazon-apigateway-integration": { type: "mock" } } };
    for (const [path, verb, to, isSigned] of ROUTES)
        Object.assign(paths[`/${path}`] ?? {}, {
            [verb.toLowerCase()]: {
                ...(isSigned && { security: [{ signed: [] }] }),
                "x-amazon-apigateway-integration": { type: "aws_proxy", uri: ref(`${to}.invokeArn`) },
            },
        });
    const signed = { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" };
    return json({ swagger: "2.0", paths, securityDefinitions: { signed } });
}

const Component = resourceType<object>("aws-apigateway:index:RestAPI");
const WAYS: Readonly<Record<string, Program>> = {
    "REST, by resources": byResources(),
    "REST, by a document": { ...functions, api: of(RestApi, { body: document() }) },
    "HTTP, by routes": byRoutes(),
    "a component, as aws-apigateway makes it": {
        ...functions,
        shop: of(Component, {}),
        api: of(RestApi, { body: document() }, "shop"),
    },
};
const RULES = [rest, http, routeLimit, catchAll, behindDoor];
const OPEN: Readonly<Record<string, string>> = { [rest.id]: "open", [http.id]: "open" };

describe("one API, four ways", () => {
    for (const [way, program] of Object.entries(WAYS)) {
        it(way, async () => {
            const publicPaths = { publicPaths: ["GET /products"] };
            const configuration = { [rest.id]: publicPaths, [http.id]: publicPaths };
            const { checks } = await analyze(RULES, program, { configuration });
            assert.deepEqual(
                checks
                    .map(({ verdict, policy, severity }) => [verdict, OPEN[policy] ?? policy, severity].join(" "))
                    .sort(),
                [
                    "violation function-route-limit medium",
                    "violation open high",
                    "violation open high",
                    "violation open low",
                ],
            );
        });
    }
});

describe("a renderer behind a catch-all", () => {
    it("is exempt with its reason, counted, and told in the summary", async () => {
        const program: Program = {
            ...functions,
            api: of(HttpApi, { protocolType: "HTTP" }),
            to: of(HttpIntegration, {
                apiId: ref("api.id"),
                integrationType: "AWS_PROXY",
                integrationUri: ref("orders.arn"),
            }),
            pages: of(HttpRoute, {
                apiId: ref("api.id"),
                routeKey: "GET /{proxy+}",
                target: ref("to.id", "integrations/"),
            }),
        };
        const exemptions = [{ resource: "pages", reason: "one renderer makes all pages" }];
        const { checks, diagnostics } = await analyze([catchAll], program, {
            configuration: { [catchAll.id]: { exemptions } },
        });
        assert.deepEqual(
            checks.map(({ verdict, reason }) => [verdict, reason]),
            [["exempted", "one renderer makes all pages"]],
        );
        assert.deepEqual(
            diagnostics.map(({ policy, message }) => [
                policy,
                /1 finding exempted:\s+no-monolambda-proxy-route at pages: one renderer makes all pages/.test(message),
            ]),
            [["exemptions", true]],
        );
    });
});
