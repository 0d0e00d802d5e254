import {
    AlbLoadBalancer,
    AppSyncApi,
    AppSyncGraphQLApi,
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CognitoUserPool,
    FmsPolicy,
    HttpApi,
    LoadBalancer,
    RestApi,
    RestDeployment,
    RestStage,
    WafRegionalWebAclAssociation,
    WafV2WebAclAssociation,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/api-waf-associated";
import { testRule } from "../../support/rule-tester";

const webAclArn = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/0a1b2c3d-1111-2222-3333-444455556666";
const associated = (resourceArn: unknown): Program => ({
    guard: declare(WafV2WebAclAssociation, { resourceArn, webAclArn } as never),
});
const rest = (inputs: object = {}, restApi: unknown = ref("api.id")): Program => ({
    api: declare(RestApi, { name: "orders", ...inputs } as never),
    live: declare(RestStage, { restApi, deployment: "d1", stageName: "live" } as never),
});
const deployment: Program = {
    api: declare(RestApi, { name: "orders" }),
    made: declare(RestDeployment, { restApi: ref("api.id"), stageName: "live" } as never),
};
const graph = (inputs: object = {}): Program => ({
    graph: declare(AppSyncGraphQLApi, { name: "orders", authenticationType: "AWS_IAM", ...inputs }),
});
const balancer = (inputs: object = {}, type = LoadBalancer): Program => ({ front: declare(type, inputs as never) });
const site = (inputs: object = {}): Program => ({
    site: declare(CloudFrontDistribution, { enabled: true, origins: [], ...inputs } as never),
});
const http: Program = { api: declare(HttpApi, { protocolType: "HTTP" }) };
const pool: Program = { pool: declare(CognitoUserPool, { name: "customers" }) };
const managed = (resourceType: string, inputs: object = {}): Program => ({
    managed: declare(FmsPolicy, {
        excludeResourceTags: false,
        remediationEnabled: true,
        resourceType,
        securityServicePolicyData: { type: "WAFV2" },
        ...inputs,
    } as never),
});
const strict = { userPools: true };

testRule(rule, {
    valid: {
        "a REST stage": { ...rest(), ...associated(ref("live.arn")) },
        "a REST stage by a classic association": {
            ...rest(),
            guard: declare(WafRegionalWebAclAssociation, { resourceArn: ref("live.arn"), webAclId: "acl" }),
        },
        "a REST stage by an ARN put together": {
            ...rest(),
            ...associated(ref("api.id", "arn:aws:apigateway:us-east-1::/restapis/", "/stages/live")),
        },
        "a stage that a deployment makes": {
            ...deployment,
            ...associated(ref("api.id", "arn:aws:apigateway:us-east-1::/restapis/", "/stages/live")),
        },
        "a deployment that makes no stage": { made: declare(RestDeployment, { restApi: "a1b2c3d4e5" }) },
        "a private REST API": rest({ endpointConfiguration: { types: "PRIVATE" } }),
        "the same, as a list": rest({ endpointConfiguration: { types: ["PRIVATE"] } }),
        "a GraphQL API": { ...graph(), ...associated(ref("graph.arn")) },
        "a private GraphQL API": graph({ visibility: "PRIVATE" }),
        "an Events API": {
            events: declare(AppSyncApi, { name: "orders" } as never),
            ...associated(ref("events.apiArn")),
        },
        "a load balancer": { ...balancer(), ...associated(ref("front.arn")) },
        "an internal load balancer": balancer({ internal: true }),
        "an internal load balancer, as text": balancer({ internal: "true" }, AlbLoadBalancer as never),
        "a network load balancer": balancer({ loadBalancerType: "network" }),
        "a gateway load balancer": balancer({ loadBalancerType: "gateway" }),
        "a distribution": site({ webAclId: webAclArn }),
        "an ACL that is not known yet": site({ webAclId: unknown }),
        "a distribution that is off": site({ enabled: false }),
        "an HTTP API": { given: http, options: strict },
        "a user pool": pool,
        "a user pool, in the strict profile": { given: { ...pool, ...associated(ref("pool.arn")) }, options: strict },
        "Firewall Manager": { ...rest(), ...managed("AWS::ApiGateway::Stage") },
    },
    invalid: {
        "a REST stage": { given: rest(), reports: ["live: "], weighs: ["medium"] },
        "an association of another stage": {
            given: {
                ...rest(),
                other: declare(RestStage, { restApi: ref("api.id"), deployment: "d1", stageName: "test" }),
                ...associated(ref("other.arn")),
            },
            reports: ["live: "],
        },
        "an ARN put together, of another stage": {
            given: {
                ...rest(),
                ...associated(ref("api.id", "arn:aws:apigateway:us-east-1::/restapis/", "/stages/test")),
            },
            reports: ["live: "],
        },
        "a stage that a deployment makes": { given: deployment, reports: ["made: "] },
        "an association of something else, beside a REST stage": {
            given: { ...rest(), ...balancer(), ...associated(ref("front.arn")) },
            reports: ["live: "],
        },
        "a regional REST API": { given: rest({ endpointConfiguration: { types: "REGIONAL" } }), reports: ["live: "] },
        "a GraphQL API": { given: graph(), reports: ["graph: "] },
        "a global GraphQL API": { given: graph({ visibility: "GLOBAL" }), reports: ["graph: "] },
        "an Events API": { given: { events: declare(AppSyncApi, { name: "o" } as never) }, reports: ["events: "] },
        "a load balancer": { given: balancer({}, AlbLoadBalancer as never), reports: ["front: "] },
        "a distribution": { given: site(), reports: ["site: webAclId"], weighs: ["medium"] },
        "a distribution with an empty ACL": { given: site({ webAclId: "" }), reports: ["site: webAclId"] },
        "a distribution that an association names": {
            given: { ...site(), ...associated(ref("site.arn")) },
            reports: ["site: webAclId"],
        },
        "an association that names a distribution elsewhere": {
            given: associated("arn:aws:cloudfront::111122223333:distribution/E1A2B3C4D5"),
            reports: ["guard: resourceArn"],
        },
        "many tenants": {
            given: { site: declare(CloudFrontMultitenantDistribution, { enabled: true } as never) },
            reports: ["site: webAclId"],
        },
        "a user pool, in the strict profile": { given: pool, options: strict, reports: ["pool: "], weighs: ["low"] },
        "Firewall Manager for another type": {
            given: { ...rest(), ...managed("AWS::CloudFront::Distribution") },
            reports: ["live: "],
        },
        "Firewall Manager that only looks": {
            given: { ...rest(), ...managed("AWS::ApiGateway::Stage", { remediationEnabled: false }) },
            reports: ["live: "],
        },
    },
    undecided: {
        "an association that is not known yet": {
            given: { ...graph(), ...associated(unknown) },
            awaits: ["guard.resourceArn"],
        },
    },
});
