import { LambdaCodeSigningConfig, LambdaFunction } from "../../model/aws";
import { all, equals, filled, not } from "../../model/values";
import { cwe, declare, defineStackRule, ref, sas } from "../../pack";

const allowedPublishers = {
    signingProfileVersionArns: ["arn:aws:signer:eu-west-1:111122223333:/signing-profiles/release/abcdefghij"],
};
const signed = (untrustedArtifactOnDeployment: string) => ({
    signing: declare(LambdaCodeSigningConfig, { allowedPublishers, policies: { untrustedArtifactOnDeployment } }),
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        s3Bucket: "releases",
        s3Key: "orders.zip",
        codeSigningConfigArn: ref("signing.arn"),
    }),
});

/** Of archives in a bucket: what a program uploads itself, and an image, cannot be signed. */
export default defineStackRule({
    id: "lambda-code-signing",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(494), cwe(345), sas(6)],
    title: "Functions run signed code alone.",
    why: "Whoever may write to the bucket of releases, or call UpdateFunctionCode, puts their own code under the function's role.",
    fix: 'Sign the archive with AWS Signer, and set codeSigningConfigArn: signing.arn of a configuration with policies: { untrustedArtifactOnDeployment: "Enforce" }.',
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html"],
    needs: [LambdaFunction, LambdaCodeSigningConfig],
    bad: signed("Warn"),
    good: signed("Enforce"),
    *check(stack) {
        for (const resource of stack.ofType(LambdaFunction)) {
            const { codeSigningConfigArn, s3Bucket, packageType } = resource.inputs;
            yield {
                resource,
                at: codeSigningConfigArn,
                when: all(filled(s3Bucket), not(equals(packageType, "Image")), not(filled(codeSigningConfigArn))),
                message: "absent, so the function runs whatever archive is put in its place",
            };
        }
        for (const resource of stack.ofType(LambdaCodeSigningConfig)) {
            const policy = resource.inputs.policies.at("untrustedArtifactOnDeployment");
            yield {
                resource,
                at: policy,
                when: not(equals(policy, "Enforce")),
                message: "allows code that nobody trusted has signed, and only writes of it to a log",
            };
        }
    },
});
