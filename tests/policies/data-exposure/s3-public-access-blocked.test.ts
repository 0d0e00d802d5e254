import {
    S3AccessPoint,
    S3AccountPublicAccessBlock,
    S3Bucket,
    S3BucketPublicAccessBlock,
    S3ControlMultiRegionAccessPoint,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/s3-public-access-blocked";
import { testRule } from "../../support/rule-tester";

const on = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const block = (inputs: object) => ({
    block: declare(S3BucketPublicAccessBlock, { bucket: "data", ...inputs } as Example),
});
const door = (inputs: object) => ({ door: declare(S3AccessPoint, { bucket: "data", ...inputs } as Example) });
const regions = (publicAccessBlock?: object) => ({
    door: declare(S3ControlMultiRegionAccessPoint, {
        details: { name: "door", regions: [{ bucket: "data" }], ...(publicAccessBlock && { publicAccessBlock }) },
    } as Example),
});

testRule(rule, {
    valid: {
        "a bucket without a block: AWS gives each new one all flags": { data: declare(S3Bucket, { bucket: "data" }) },
        "as text": block({ ...on, blockPublicPolicy: "true" }),
        "the account's": { account: declare(S3AccountPublicAccessBlock, on) },
        "an access point that says nothing": door({}),
        "an access point of several regions that says nothing": regions(),
    },
    invalid: {
        ...Object.fromEntries(
            Object.keys(on).flatMap((flag) => [
                [
                    `${flag} is false`,
                    { given: block({ ...on, [flag]: false }), reports: [`block: ${flag}`], weighs: ["high"] },
                ],
                [`${flag} is absent`, { given: block({ ...on, [flag]: undefined }), reports: [`block: ${flag}`] }],
            ]),
        ),
        "several, once": { given: block({}), reports: ["block: blockPublicAcls"] },
        "false as text": {
            given: door({ publicAccessBlockConfiguration: { ...on, blockPublicPolicy: "false" } }),
            reports: ["door: publicAccessBlockConfiguration.blockPublicPolicy"],
        },
        "an access point of a VPC": {
            given: door({
                vpcConfiguration: { vpcId: "vpc-0a1b" },
                publicAccessBlockConfiguration: { ...on, blockPublicPolicy: false },
            }),
            reports: ["door: publicAccessBlockConfiguration.blockPublicPolicy"],
            weighs: ["low"],
        },
        "of several regions": {
            given: regions({ blockPublicPolicy: false }),
            reports: ["door: details.publicAccessBlock.blockPublicPolicy"],
        },
        "the account's": {
            given: { account: declare(S3AccountPublicAccessBlock, { blockPublicAcls: true }) },
            reports: ["account: blockPublicPolicy"],
        },
        "a bucket of an account that bars the public": {
            given: { account: declare(S3AccountPublicAccessBlock, on), ...block({ ...on, blockPublicPolicy: false }) },
            reports: ["block: blockPublicPolicy"],
            weighs: ["low"],
        },
    },
    undecided: {
        "a flag that is not known yet": {
            given: block({ ...on, blockPublicAcls: unknown }),
            awaits: ["block.blockPublicAcls"],
        },
    },
});
