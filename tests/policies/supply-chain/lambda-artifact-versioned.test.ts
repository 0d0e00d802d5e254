import {
    LambdaCodeSigningConfig,
    LambdaFunction,
    LambdaLayerVersion,
    S3Bucket,
    S3BucketObjectV2,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/lambda-artifact-versioned";
import { testRule } from "../../support/rule-tester";

const lambda = (inputs: object): Program => ({
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", ...inputs } as never),
});
const under = (s3Key: unknown, more: object = {}) => lambda({ s3Bucket: "releases", s3Key, ...more });
const SHA256 = "0123456789abcdef".repeat(4);
const put: Program = {
    releases: declare(S3Bucket, {}),
    archive: declare(S3BucketObjectV2, { bucket: ref("releases.bucket"), key: "orders.zip" } as never),
};
const signing = (untrustedArtifactOnDeployment: string): Program => ({
    signing: declare(LambdaCodeSigningConfig, {
        allowedPublishers: { signingProfileVersionArns: [] },
        policies: { untrustedArtifactOnDeployment },
    }),
});

testRule(rule, {
    valid: {
        "what the program uploads itself": lambda({ handler: "index.handler", runtime: "nodejs24.x" }),
        "an image": lambda({ packageType: "Image", imageUri: "orders@sha256:0123" }),
        "a version that is not known yet": under("orders.zip", { s3ObjectVersion: unknown }),
        "a hash of the content": under(`orders/${SHA256}.zip`),
        "a short hash": under("orders-4f9c2d1.zip"),
        "a hash in base64": under(`orders/${"Ab3-".repeat(10)}xyZ=.zip`),
        "what the program puts there": {
            ...put,
            ...lambda({ s3Bucket: ref("releases.bucket"), s3Key: ref("archive.key") }),
        },
        "its version too": {
            ...put,
            ...under("orders.zip", { s3Bucket: ref("releases.bucket"), s3ObjectVersion: ref("archive.versionId") }),
        },
        "what has to be signed": {
            ...signing("Enforce"),
            ...under("orders.zip", { codeSigningConfigArn: ref("signing.arn") }),
        },
        "what is signed elsewhere": under("orders.zip", {
            codeSigningConfigArn: "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d",
        }),
        "a layer's version": {
            shared: declare(LambdaLayerVersion, {
                layerName: "shared",
                s3Bucket: "releases",
                s3Key: "shared.zip",
                s3ObjectVersion: "3sL4kqtJlcpXroDTDmJ",
            }),
        },
    },
    invalid: {
        "a hash that Lambda does not see": {
            given: under("orders.zip", { sourceCodeHash: SHA256 }),
            reports: ["orders: s3Key"],
        },
        "a number that somebody gave it": { given: under("orders-1.4.2.zip"), reports: ["orders: s3Key"] },
        "a day": { given: under("orders-20261128.zip"), reports: ["orders: s3Key"] },
        "an empty version": { given: under("orders.zip", { s3ObjectVersion: "" }), reports: ["orders: s3Key"] },
        "another object than the program puts there": {
            given: { ...put, ...lambda({ s3Bucket: ref("releases.bucket"), s3Key: "billing.zip" }) },
            reports: ["orders: s3Key"],
        },
        "signatures that only a log asks for": {
            given: { ...signing("Warn"), ...under("orders.zip", { codeSigningConfigArn: ref("signing.arn") }) },
            reports: ["orders: s3Key"],
        },
        "a layer": {
            given: {
                shared: declare(LambdaLayerVersion, {
                    layerName: "shared",
                    s3Bucket: "releases",
                    s3Key: "shared.zip",
                }),
            },
            reports: ["shared: s3Key"],
        },
    },
    undecided: {
        "the key is not known yet": { given: under(unknown), awaits: ["orders.s3Key"] },
    },
});
