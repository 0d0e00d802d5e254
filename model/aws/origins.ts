import { type Answer, all, answer, any, equals, filled, knownSuffix, not, undecided, type Value, yes } from "../values";
import { valuesAt } from "./values-at";

/** Where CloudFront fetches what it serves. */
export interface Origin {
    readonly id: Value;
    readonly domainName: Value;
    /** A bucket, by the address that takes signed requests. */
    readonly isBucket: Answer;
    /** CloudFront signs its requests, or is an identity of its own to the bucket. */
    readonly isSigned: Answer;
    /** The website of a bucket, which everybody may read: it takes no signed requests. */
    readonly isWebsite: Answer;
}

/** Of distributions with one tenant and with many. */
export function originsOf(distribution: Value): readonly Origin[] {
    return valuesAt(distribution, "origins[]")
        .filter(({ state }) => state === "known")
        .map((origin) => {
            const domainName = origin.get("domainName");
            const configs = [origin.get("customOriginConfig"), ...valuesAt(origin, "customOriginConfigs[]")];
            const isOther = any(
                ...configs.map(isGiven),
                ...[origin.get("vpcOriginConfig"), ...valuesAt(origin, "vpcOriginConfigs[]")].map(isGiven),
            );
            // A website knows no HTTPS, so where HTTPS is asked it is none.
            const mayBeWebsite = any(...configs.map((one) => all(isGiven(one), not(asksHttps(one)))));
            const isWebsite = all(mayBeWebsite, isWebsiteName(domainName));
            return {
                id: origin.get(distribution.get("tenantConfig").state === "absent" ? "originId" : "id"),
                domainName,
                isBucket: isBucket(origin, domainName, isOther),
                isSigned: any(
                    filled(origin.get("originAccessControlId")),
                    filled(origin.down("s3OriginConfig.originAccessIdentity")),
                ),
                isWebsite,
            };
        });
}

function isGiven(block: Value): Answer {
    return block.state === "unknown" ? yes : answer(block.items().length > 0);
}

function asksHttps(config: Value): Answer {
    return equals(config.get("originProtocolPolicy"), "https-only");
}

/**
 * Such as `shop.s3.eu-west-1.amazonaws.com`, `shop.s3-eu-west-1.amazonaws.com`, `shop.s3.dualstack.eu-west-1.amazonaws.com`, and those of
 * access points: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
const BUCKET =
    /\.s3(?:-(?!website)[a-z\d-]+|-fips)?(?:\.dualstack)?(?:\.[a-z]{2}[a-z\d-]*-\d)?\.amazonaws\.com(?:\.cn)?$/;

/** Such as `shop.s3-website-eu-west-1.amazonaws.com`, `shop.s3-website.eu-central-1.amazonaws.com`. */
const WEBSITE = /\.s3-website[.-][a-z\d-]+\.amazonaws\.com(?:\.cn)?$/;

export function isWebsiteName(domain: Value): Answer {
    const suffix = knownSuffix(domain.partialText() ?? "");
    if (domain.state === "unknown" && !suffix.includes(".")) return undecided(domain.place);
    return answer(WEBSITE.test(suffix));
}

/** An address that is not known yet is a bucket's, where the origin is said to be neither a server nor in a VPC. */
function isBucket(origin: Value, domainName: Value, isOther: Answer): Answer {
    const isNamed = answer(BUCKET.test(knownSuffix(domainName.partialText() ?? "")));
    return any(
        isNamed,
        isGiven(origin.get("s3OriginConfig")),
        all(answer(domainName.state === "unknown"), not(isOther)),
    );
}
