import { LambdaCodeSigningConfig, LambdaFunction } from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/lambda-code-signing";
import { testRule } from "../../support/rule-tester";

const role = "arn:aws:iam::111122223333:role/orders";
const signingProfileVersionArns = ["arn:aws:signer:eu-west-1:111122223333:/signing-profiles/release/abcdefghij"];
const signing = (policies?: unknown): Program => ({
    signing: declare(LambdaCodeSigningConfig, {
        allowedPublishers: { signingProfileVersionArns },
        ...(policies !== undefined && { policies }),
    } as never),
});
const lambda = (inputs: object): Program => ({ orders: declare(LambdaFunction, { role, ...inputs }) });
const archive = { s3Bucket: "releases", s3Key: "orders.zip" };

testRule(rule, {
    valid: {
        "an image, which cannot be signed": lambda({
            packageType: "Image",
            imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123",
        }),
        "an archive that the program uploads itself": lambda({ handler: "index.handler", runtime: "nodejs22.x" }),
        "a configuration that is declared elsewhere": lambda({
            ...archive,
            codeSigningConfigArn: "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d",
        }),
    },
    invalid: {
        "an archive without a signature": { given: lambda(archive), reports: ["orders: codeSigningConfigArn"] },
        "a configuration that says nothing": {
            given: { ...signing(), ...lambda({ ...archive, codeSigningConfigArn: ref("signing.arn") }) },
            reports: ["signing: policies.untrustedArtifactOnDeployment"],
        },
    },
    undecided: {
        "what is done with it is not known yet": {
            given: signing({ untrustedArtifactOnDeployment: unknown }),
            awaits: ["signing.policies.untrustedArtifactOnDeployment"],
        },
    },
});
