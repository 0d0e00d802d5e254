import { LambdaFunction } from "../../model/aws";
import { looseArtifacts } from "../../model/graph";
import { cwe, declare, defineStackRule, sas } from "../../pack";

const orders = { role: "arn:aws:iam::111122223333:role/orders", s3Bucket: "releases", s3Key: "orders.zip" };

/** `sourceCodeHash` tells the provider when to deploy, and Lambda nothing: it holds no version. Who may write to the bucket is its policies' matter. */
export default defineStackRule({
    id: "lambda-artifact-versioned",
    severity: "medium",
    frameworks: [cwe(494), sas(6)],
    title: "Code that is taken from a bucket is taken in one version.",
    why: "Whoever may write to the bucket decides what the next deployment puts under the function's role, and nobody can say which code runs.",
    fix: "Set s3ObjectVersion: object.versionId of a bucket with versions, or put a hash of the archive into the key; or give the archive as code: new pulumi.asset.FileArchive(…).",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
    ],
    needs: looseArtifacts,
    bad: { orders: declare(LambdaFunction, orders) },
    good: { orders: declare(LambdaFunction, { ...orders, s3ObjectVersion: "3sL4kqtJlcpXroDTDmJ" }) },
    *check(stack) {
        for (const { resource, at, when } of looseArtifacts(stack)) {
            yield {
                resource,
                at,
                when,
                message: "names no version, so whatever lies under the key by then is deployed",
            };
        }
    },
});
