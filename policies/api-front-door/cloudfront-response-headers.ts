import {
    behaviorsOf,
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CloudFrontResponseHeadersPolicy,
    demandsHttps,
} from "../../model/aws";
import { not } from "../../model/values";
import { cwe, defineRule } from "../../pack";

const behavior = { targetOriginId: "shop", viewerProtocolPolicy: "redirect-to-https" };

/** Servers and functions behind a distribution may add the headers themselves, which nobody sees here: so it is of the strict profile. */
export default defineRule({
    id: "cloudfront-response-headers",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(693), cwe(1021)],
    title: "Distributions tell browsers to use HTTPS, and to keep pages apart.",
    why: "Without Strict-Transport-Security a browser's first request may go out in plain text; without the others it guesses types and lets strange sites frame the page.",
    fix: 'Set responseHeadersPolicyId to "67f7725c-6f97-4210-82d7-5512b31e9d03", which is AWS\'s SecurityHeadersPolicy, or to a policy of your own.',
    sources: [
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html",
    ],
    resource: [CloudFrontDistribution, CloudFrontMultitenantDistribution, CloudFrontResponseHeadersPolicy],
    bad: { defaultCacheBehavior: behavior },
    good: { defaultCacheBehavior: { ...behavior, responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03" } },
    *check(_inputs, { type, root }) {
        if (type === CloudFrontResponseHeadersPolicy.token)
            yield {
                at: "securityHeadersConfig.strictTransportSecurity",
                when: not(demandsHttps(root)),
                message: "absent or without a duration, so browsers may ask in plain text the next time",
                fix: "Set securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 31536000, includeSubdomains: true, override: true } }.",
            };
        else
            for (const { policyId: at, lacksHeaders: when } of behaviorsOf(root))
                yield {
                    at,
                    when,
                    message: `${at.state === "absent" ? "absent" : "a policy of CORS alone"}, so browsers are not told to use HTTPS, nor to keep the page out of others' frames`,
                };
    },
});
