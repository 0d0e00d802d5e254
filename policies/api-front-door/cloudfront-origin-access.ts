import {
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CloudFrontOriginAccessControl,
    originsOf,
} from "../../model/aws";
import { all, any, equals, filled, not, type Value } from "../../model/values";
import { cwe, defineRule, flag, fsbp, type Judgement } from "../../pack";

const bucket = { originId: "shop", domainName: "shop.s3.eu-west-1.amazonaws.com" };

/** Servers are left alone: what keeps others from them is theirs to say. */
export default defineRule({
    id: "cloudfront-origin-access",
    severity: "high",
    frameworks: [fsbp("CloudFront.1"), fsbp("CloudFront.13"), cwe(668), cwe(284)],
    title: "Buckets behind a distribution are read through it alone.",
    why: "A bucket that CloudFront reads without signing is open to everybody: past the web ACL, the signed URLs and the logs of the distribution.",
    fix: "Set originAccessControlId: control.id of an aws.cloudfront.OriginAccessControl that always signs, and let the bucket's policy allow cloudfront.amazonaws.com for the distribution's ARN.",
    sources: [
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html",
    ],
    options: {
        rootObject: flag("Also ask for a default root object, without which a bucket may answer with its list.", false),
    },
    strict: { rootObject: true },
    resource: [CloudFrontDistribution, CloudFrontMultitenantDistribution, CloudFrontOriginAccessControl],
    bad: { origins: [bucket] },
    good: { origins: [{ ...bucket, originAccessControlId: "E3OAC1234567" }] },
    *check(_inputs, { type, root, options }) {
        if (type === CloudFrontOriginAccessControl.token) return yield ofControl(root);
        const origins = originsOf(root);
        for (const { domainName: at, isBucket, isSigned, isWebsite } of origins) {
            yield {
                at,
                when: all(isBucket, not(isSigned)),
                message:
                    "a bucket that CloudFront asks without signing, so everybody may read it past the distribution",
            };
            yield {
                at,
                when: isWebsite,
                message: "the website of a bucket, which answers everybody, and in plain text",
                fix: "Name the bucket: domainName: bucket.bucketRegionalDomainName, with an originAccessControlId and no customOriginConfig.",
                severity: "medium",
            };
        }
        const target = root.down("defaultCacheBehavior.targetOriginId").text();
        const served = origins.filter(({ id }) => target === undefined || id.text() === target);
        const rootObject = root.get("defaultRootObject");
        if (options["rootObject"])
            yield {
                at: rootObject,
                when: all(not(filled(rootObject)), any(...served.map(({ isBucket }) => isBucket))),
                message: "absent, so a request for / may be answered with the list of what is in the bucket",
                fix: 'Set it to "index.html".',
                severity: "low",
            };
    },
});

function ofControl(control: Value): Judgement {
    const at = control.get("signingBehavior");
    return {
        at,
        when: all(equals(at, "never"), equals(control.get("originAccessControlOriginType"), "s3")),
        message: "never signs, so the bucket must be open to everybody for CloudFront to read it",
        fix: 'Set it to "always".',
    };
}
