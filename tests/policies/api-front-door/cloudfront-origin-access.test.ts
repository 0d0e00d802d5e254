import {
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CloudFrontOriginAccessControl,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/cloudfront-origin-access";
import { testRule } from "../../support/rule-tester";

const server = { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const website = { ...server, originProtocolPolicy: "http-only" };
const site = (origin: object, more: object = {}) =>
    declare(CloudFrontDistribution, {
        enabled: true,
        origins: [{ originId: "main", ...origin }],
        defaultCacheBehavior: { targetOriginId: "main", viewerProtocolPolicy: "redirect-to-https" },
        ...more,
    } as never);
const tenants = (origin: object) =>
    declare(CloudFrontMultitenantDistribution, {
        tenantConfig: {},
        origins: [{ id: "main", ...origin }],
        defaultCacheBehavior: { targetOriginId: "main" },
    } as never);
const control = (inputs: object) =>
    declare(CloudFrontOriginAccessControl, { name: "shop", signingProtocol: "sigv4", ...inputs } as never);
const domainName = "shop.s3.eu-west-1.amazonaws.com";
const at = ["origins[0].domainName"];
const strict = { rootObject: true };
const signed = { domainName, originAccessControlId: "E3OAC1234567" };

testRule(rule, {
    valid: {
        "an origin access control": site(signed),
        "one that is not known yet": site({ domainName, originAccessControlId: unknown }),
        "an identity": site({
            domainName,
            s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
        }),
        "an empty identity beside a control": site({ ...signed, s3OriginConfig: { originAccessIdentity: "" } }),
        "a server": site({ domainName: "origin.example.com", customOriginConfig: server }),
        "a server whose address is not known yet": site({ domainName: unknown, customOriginConfig: server }),
        "a load balancer in a VPC": site({ domainName: unknown, vpcOriginConfig: { vpcOriginId: "vo_1" } }),
        "an address of which AWS makes nothing": site({ domainName: "origin.example.com" }),
        "a name that looks alike": site({ domainName: "shop.s3.eu-west-1.example.com", customOriginConfig: server }),
        "of many tenants": tenants(signed),
        "a control that signs": control({ originAccessControlOriginType: "s3", signingBehavior: "always" }),
        "a control of a function's URL": control({ originAccessControlOriginType: "lambda", signingBehavior: "never" }),
        "a root object, in the strict profile": {
            given: site(signed, { defaultRootObject: "index.html" }),
            options: strict,
        },
        "no root object of a server, in the strict profile": {
            given: site({ domainName: "origin.example.com", customOriginConfig: server }),
            options: strict,
        },
    },
    invalid: {
        "no control": { given: site({ domainName }), reports: at, weighs: ["high"] },
        "an empty control": { given: site({ domainName, originAccessControlId: "" }), reports: at },
        "an empty identity": { given: site({ domainName, s3OriginConfig: { originAccessIdentity: "" } }), reports: at },
        "a bucket whose address is not known yet": { given: site({ domainName: unknown }), reports: at },
        "the global address": { given: site({ domainName: "shop.s3.amazonaws.com" }), reports: at },
        "the old regional address": { given: site({ domainName: "shop.s3-eu-west-1.amazonaws.com" }), reports: at },
        "both stacks": { given: site({ domainName: "shop.s3.dualstack.eu-west-1.amazonaws.com" }), reports: at },
        "in China": { given: site({ domainName: "shop.s3.cn-north-1.amazonaws.com.cn" }), reports: at },
        "for the government": { given: site({ domainName: "shop.s3.us-gov-west-1.amazonaws.com" }), reports: at },
        "an access point": {
            given: site({ domainName: "shop-111122223333.s3-accesspoint.eu-west-1.amazonaws.com" }),
            reports: at,
        },
        "a bucket as a server": { given: site({ domainName, customOriginConfig: server }), reports: at },
        "one of two": {
            given: site(signed, {
                origins: [
                    { originId: "main", ...signed },
                    { originId: "old", domainName },
                ],
            }),
            reports: ["origins[1].domainName"],
        },
        "of many tenants": { given: tenants({ domainName }), reports: at },
        "a website": {
            given: site({ domainName: "shop.s3-website-eu-west-1.amazonaws.com", customOriginConfig: website }),
            reports: at,
            weighs: ["medium"],
        },
        "a website, by the newer name": {
            given: site({ domainName: "shop.s3-website.eu-central-1.amazonaws.com", customOriginConfig: website }),
            reports: at,
        },
        "a control that never signs": {
            given: control({ originAccessControlOriginType: "s3", signingBehavior: "never" }),
            reports: ["signingBehavior"],
            weighs: ["high"],
        },
        "no root object, in the strict profile": {
            given: site(signed),
            options: strict,
            reports: ["defaultRootObject"],
            weighs: ["low"],
        },
    },
    undecided: {
        "plain HTTP to an address that is not known yet": {
            given: site({ domainName: unknown, customOriginConfig: website }),
            awaits: ["origins[0].domainName"],
        },
    },
});
