import { S3BucketPublicAccessBlock } from "../../model/aws";
import { openBlocks } from "../../model/graph";
import { listed } from "../../model/iam";
import { cis, cwe, declare, defineStackRule, fsbp, owasp } from "../../pack";

const bucket = "orders";
const blocked = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

/** A bucket without such a block is no finding: AWS gives each new one all four flags. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export default defineStackRule({
    id: "s3-public-access-blocked",
    severity: "high",
    frameworks: [fsbp("S3.1"), fsbp("S3.8"), cis("5.0", "2.1.4"), cis("7.0", "3.1.4"), cwe(668), owasp(5)],
    title: "Buckets and access points bar the public, whatever their policies and lists say.",
    why: "One policy or list that is too wide then makes public what is in the bucket.",
    fix: "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true.",
    sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
    needs: openBlocks,
    bad: { block: declare(S3BucketPublicAccessBlock, { ...blocked, bucket, blockPublicPolicy: false }) },
    good: { block: declare(S3BucketPublicAccessBlock, { bucket, ...blocked }) },
    *check(stack) {
        for (const { off, isClosed, ...block } of openBlocks(stack)) {
            const message = `${listed(off, 4)} ${off.length === 1 ? "is" : "are"} not true, so a policy or list may make it public`;
            yield { ...block, message, ...(isClosed && { severity: "low" }) };
        }
    },
});
