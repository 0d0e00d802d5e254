import assert from "node:assert/strict";
import {
    AppSyncDataSource,
    AppSyncGraphQLApi,
    CloudFrontDistribution,
    DynamoDbTable,
    HttpApi,
    HttpIntegration,
    HttpRoute,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
    RestApi,
    RestIntegration,
    RestMethod,
    S3Bucket,
    S3BucketPolicy,
} from "../../model/aws";
import { bestPaths, reachFrom } from "../../model/graph";
import { declare, type Program, policyOf, ref, trusts } from "../../pack";
import { stackWithGiven } from "../support/stacks";

/** By what is reached from the internet, the way there; `?` where somebody is asked, or where it is not certain. */
function ways(program: Program): Readonly<Record<string, string>> {
    const best = bestPaths(reachFrom(stackWithGiven(program), "internet"));
    return Object.fromEntries(
        [...best].map(([{ name }, { steps, when, isGuarded }]) => {
            const open = when.is === "yes" && !isGuarded ? "" : "?";
            return [name, steps.map(({ to }) => to.name).join(" ") + open];
        }),
    );
}

const orders: Program = {
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: policyOf({ Action: "dynamodb:GetItem", Resource: ref("table.arn") }),
    }),
    table: declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" }),
    checkout: declare(LambdaFunction, { role: ref("role.arn") }),
};

const rest = (types: string): Program => ({
    ...orders,
    api: declare(RestApi, { endpointConfiguration: { types } }),
    method: declare(RestMethod, {
        ...{ restApi: ref("api.id"), resourceId: ref("api.rootResourceId"), httpMethod: "GET", authorization: "NONE" },
    }),
    integration: declare(RestIntegration, {
        ...{ restApi: ref("api.id"), resourceId: ref("api.rootResourceId"), httpMethod: ref("method.httpMethod") },
        ...{ type: "AWS_PROXY", integrationHttpMethod: "POST", uri: ref("checkout.invokeArn") },
    }),
});

const http = (authorizationType: string): Program => ({
    ...orders,
    api: declare(HttpApi, { protocolType: "HTTP" }),
    integration: declare(HttpIntegration, {
        ...{ apiId: ref("api.id"), integrationType: "AWS_PROXY", integrationUri: ref("checkout.arn") },
    }),
    route: declare(HttpRoute, {
        ...{ apiId: ref("api.id"), routeKey: "GET /x", target: ref("integration.id"), authorizationType },
    }),
});

const graph = (own: object): Program => ({
    ...orders,
    api: declare(AppSyncGraphQLApi, { authenticationType: "API_KEY", ...own }),
    source: declare(AppSyncDataSource, {
        ...{ apiId: ref("api.id"), type: "AWS_LAMBDA", lambdaConfig: { functionArn: ref("checkout.arn") } },
    }),
});

const site = (origin: object, behavior: object = {}, enabled = true): Program => ({
    bucket: declare(S3Bucket, {}),
    policy: declare(S3BucketPolicy, {
        bucket: ref("bucket.id"),
        policy: policyOf({ Action: "s3:GetObject", Resource: "*", Principal: { Service: "cloudfront.amazonaws.com" } }),
    }),
    cdn: declare(CloudFrontDistribution, {
        enabled,
        origins: [{ originId: "site", domainName: ref("bucket.bucketRegionalDomainName"), ...origin }],
        defaultCacheBehavior: { targetOriginId: "site", ...behavior } as never,
    }),
});

describe("ways through doors", () => {
    it("lead over a REST API, which is an end itself", () => {
        const { api, checkout, table } = ways(rest("REGIONAL"));
        assert.deepEqual([api, checkout, table], ["api", "api checkout", "api checkout table"]);
        assert.deepEqual(ways(rest("PRIVATE")), {});
    });
    it("lead over the routes of an HTTP API, each of which asks by itself", () => {
        assert.equal(ways(http("NONE"))["table"], "api checkout table");
        const { api, table } = ways(http("AWS_IAM"));
        assert.deepEqual([api, table], ["api", "api checkout table?"]);
    });
    it("lead to a GraphQL API by its key, and on by its data sources", () => {
        assert.equal(ways(graph({}))["table"], "api source checkout table");
        assert.equal(ways(graph({ authenticationType: "AWS_IAM" }))["api"], "api?");
        assert.deepEqual(ways(graph({ visibility: "PRIVATE" })), {});
    });
    it("lead to a bucket that a distribution reads as itself", () => {
        const own = { originAccessControlId: "E2QWRUHAPOMQZL" };
        assert.equal(ways(site(own))["bucket"], "cdn bucket");
        assert.equal(ways(site({}))["bucket"], undefined);
        assert.equal(ways(site(own, { trustedKeyGroups: ["4b4f2f3e"] }))["bucket"], "cdn bucket?");
        assert.deepEqual(ways(site(own, {}, false)), {});
    });
});
