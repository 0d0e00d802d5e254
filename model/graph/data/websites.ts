import { S3Bucket, S3BucketV2, S3BucketWebsiteConfiguration, S3BucketWebsiteConfigurationV2 } from "../../aws";
import type { Value } from "../../values";
import { fact } from "../fact";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";

const BUCKETS = [S3Bucket, S3BucketV2];
const WEBSITES = [S3BucketWebsiteConfiguration, S3BucketWebsiteConfigurationV2];

/**
 * Buckets that serve a website, or may. Its endpoint knows no HTTPS:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
 */
export const websiteBuckets = fact([...BUCKETS, ...WEBSITES], (stack): ReadonlySet<Resource> => {
    const own = stack
        .ofType<unknown>(...BUCKETS)
        .filter((bucket) => ["website", "websites"].some((key) => isGiven(inputOf(bucket, key))));
    const beside = stack
        .ofType<unknown>(...WEBSITES)
        .flatMap((website) => possible(stack.link<unknown>(website, website.root.get("bucket"), ...BUCKETS)));
    return new Set([...own, ...beside]);
});

/** An empty list is none. */
function isGiven(block: Value): boolean {
    return block.state === "unknown" || block.items().length > 0;
}
