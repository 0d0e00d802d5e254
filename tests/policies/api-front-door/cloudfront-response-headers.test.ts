import {
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CloudFrontResponseHeadersPolicy,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/cloudfront-response-headers";
import { testRule } from "../../support/rule-tester";

const SECURITY = "67f7725c-6f97-4210-82d7-5512b31e9d03";
const CORS = "60669652-455b-4ae9-85a4-c4c02393f86c";
const site = (behavior: object, more: object = {}) =>
    declare(CloudFrontDistribution, {
        defaultCacheBehavior: { targetOriginId: "main", ...behavior },
        ...more,
    } as never);
const policy = (inputs: object) => declare(CloudFrontResponseHeadersPolicy, { name: "shop", ...inputs } as never);
const hsts = (accessControlMaxAgeSec: unknown) => ({
    securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec, override: true } },
});

testRule(rule, {
    valid: {
        "AWS's policy": site({ responseHeadersPolicyId: SECURITY }),
        "a policy that is not known yet": site({ responseHeadersPolicyId: unknown }),
        "a function that sees the answers": site({
            functionAssociations: [{ eventType: "viewer-response", functionArn: "arn:aws:cloudfront::1:function/f" }],
        }),
        "a policy of one's own": policy(hsts(31_536_000)),
        "a header by its name": policy({
            customHeadersConfig: {
                items: [{ header: "Strict-Transport-Security", value: "max-age=31536000", override: true }],
            },
        }),
        "of many tenants": declare(CloudFrontMultitenantDistribution, {
            defaultCacheBehavior: { targetOriginId: "main", responseHeadersPolicyId: SECURITY },
        } as never),
    },
    invalid: {
        "no policy": { given: site({}), reports: ["defaultCacheBehavior.responseHeadersPolicyId"], weighs: ["low"] },
        "a policy of CORS alone": {
            given: site({ responseHeadersPolicyId: CORS }),
            reports: ["defaultCacheBehavior.responseHeadersPolicyId"],
        },
        "a function that sees the requests": {
            given: site({
                functionAssociations: [
                    { eventType: "viewer-request", functionArn: "arn:aws:cloudfront::1:function/f" },
                ],
            }),
            reports: ["defaultCacheBehavior.responseHeadersPolicyId"],
        },
        "one path without": {
            given: site(
                { responseHeadersPolicyId: SECURITY },
                { orderedCacheBehaviors: [{ pathPattern: "/a/*", targetOriginId: "main" }] },
            ),
            reports: ["orderedCacheBehaviors[0].responseHeadersPolicyId"],
        },
        "a policy of one's own, of CORS": {
            given: policy({ corsConfig: {} }),
            reports: ["securityHeadersConfig.strictTransportSecurity"],
        },
        "no duration": { given: policy(hsts(0)), reports: ["securityHeadersConfig.strictTransportSecurity"] },
    },
    undecided: {
        "a duration that is not known yet": {
            given: policy(hsts(unknown)),
            awaits: ["securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec"],
        },
    },
});
