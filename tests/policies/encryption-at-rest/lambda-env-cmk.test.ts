import {
    CloudFrontDistribution,
    EventSourceMapping,
    KmsKey,
    LambdaCapacityProvider,
    LambdaFunction,
    SsmParameter,
} from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/lambda-env-cmk";
import { testRule } from "../../support/rule-tester";

const key = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const fn = { role: "arn:aws:iam::111122223333:role/orders", sourceKmsKeyArn: key };
const variables = { environment: { variables: { TABLE: "orders" } } };
const mapping = { functionName: "orders", eventSourceArn: "arn:aws:sqs:eu-west-1:111122223333:orders" };
const filterCriteria = { filters: [{ pattern: '{"body":{"kind":["order"]}}' }] };
const provider = (given: object) =>
    declare(LambdaCapacityProvider, {
        permissionsConfig: { capacityProviderOperatorRoleArn: "arn:aws:iam::111122223333:role/lambda" },
        vpcConfig: { securityGroupIds: ["sg-1"], subnetIds: ["subnet-1"] },
        ...given,
    } as Example);

testRule(rule, {
    valid: {
        "without variables": fn,
        "with none in the block": { ...fn, environment: { variables: {} } },
        "with variables, under a key not known yet": {
            key: declare(KmsKey, {}),
            fn: declare(LambdaFunction, { ...fn, ...variables, kmsKeyArn: ref("key.arn") }),
        },
        "a function at the edge, whose archive takes no key": {
            fn: declare(LambdaFunction, { role: fn.role }),
            cdn: declare(CloudFrontDistribution, {
                defaultCacheBehavior: {
                    lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: ref("fn.qualifiedArn") }],
                },
            } as never),
        },
        "an image, which lies in a registry": { role: fn.role, packageType: "Image", imageUri: "repository:1" },
        "a mapping without filters": declare(EventSourceMapping, mapping),
        "a mapping's key": declare(EventSourceMapping, { ...mapping, filterCriteria, kmsKeyArn: key }),
        "a capacity provider's key": provider({ kmsKeyArn: key }),
    },
    invalid: {
        "variables without a key": {
            given: { ...fn, ...variables },
            reports: ["kmsKeyArn"],
            weighs: ["medium"],
        },
        "variables whose values are not known yet": {
            given: { ...fn, environment: { variables: { TABLE: unknown } } },
            reports: ["kmsKeyArn"],
        },
        "variables under the key that AWS manages": {
            given: { ...fn, ...variables, kmsKeyArn: "alias/aws/lambda" },
            reports: ["kmsKeyArn"],
        },
        "code without a key": {
            given: declare(LambdaFunction, { role: fn.role }),
            reports: ["sourceKmsKeyArn"],
            weighs: ["low"],
        },
        "a mapping with filters": {
            given: declare(EventSourceMapping, { ...mapping, filterCriteria }),
            reports: ["kmsKeyArn"],
            weighs: ["low"],
        },
        "a capacity provider": { given: provider({}), reports: ["kmsKeyArn"] },
    },
    undecided: {
        "whether there are variables": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                fn: declare(LambdaFunction, { ...fn, environment: ref("setting.value") } as never),
            },
            awaits: ["fn.environment.variables"],
        },
    },
});
