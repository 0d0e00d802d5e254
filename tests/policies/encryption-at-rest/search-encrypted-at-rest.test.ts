import {
    ElasticsearchDomain,
    OpenSearchDomain,
    OpenSearchIngestionPipeline,
    OpenSearchServerlessCollection,
    OpenSearchServerlessSecurityPolicy,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/search-encrypted-at-rest";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const key = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const on = { enabled: true };
const policy = (document: object, type = "encryption") =>
    declare(OpenSearchServerlessSecurityPolicy, {
        type,
        policy: JSON.stringify({
            Rules: [{ ResourceType: "collection", Resource: ["collection/orders"] }],
            ...document,
        }),
    });
const pipeline = { pipelineName: "orders", minUnits: 1, maxUnits: 1, pipelineConfigurationBody: "version: 2" };
const collection = (...encryptionConfigs: readonly object[]) =>
    declare(OpenSearchServerlessCollection, { name: "orders", encryptionConfigs } as Example);

testRule(rule, {
    valid: {
        "a domain, switched on as text": { encryptAtRest: { enabled: "true" as never } },
        "an older domain": declare(ElasticsearchDomain, { encryptAtRest: on }),
        "a collection under AWS's key, always encrypted": {
            collection: declare(OpenSearchServerlessCollection, { name: "orders" }),
            policy: policy({ AWSOwnedKey: true }),
        },
        "a pipeline, always encrypted": declare(OpenSearchIngestionPipeline, pipeline),

        "a domain's key": { given: { encryptAtRest: { ...on, kmsKeyId: key } }, options },
        "an older domain's key": {
            given: declare(ElasticsearchDomain, { encryptAtRest: { ...on, kmsKeyId: key } }),
            options,
        },
        "collections' key": { given: policy({ AWSOwnedKey: false, KmsARN: key }), options },
        "a policy on networks": { given: policy({ AllowFromPublic: false }, "network"), options },
        "a collection's key": { given: collection({ awsOwnedKey: false, kmsKeyArn: key }), options },
        "a collection that leaves it to the policy": {
            given: declare(OpenSearchServerlessCollection, { name: "orders" }),
            options,
        },
        "a pipeline's key": {
            given: declare(OpenSearchIngestionPipeline, { ...pipeline, encryptionAtRestOptions: { kmsKeyArn: key } }),
            options,
        },
    },
    invalid: {
        "a domain": { given: { domainName: "orders" }, reports: ["encryptAtRest.enabled"], weighs: ["high"] },
        "a domain, switched off": {
            given: declare(OpenSearchDomain, { encryptAtRest: { enabled: false } }),
            reports: ["encryptAtRest.enabled"],
        },
        "an older domain": {
            given: declare(ElasticsearchDomain, { domainName: "orders" }),
            reports: ["encryptAtRest.enabled"],
        },

        "a domain without a key": {
            given: { encryptAtRest: on },
            options,
            reports: ["encryptAtRest.kmsKeyId"],
            weighs: ["low"],
        },
        "a domain that is not encrypted, once": { given: {}, options, reports: ["encryptAtRest.enabled"] },
        "an older domain without a key": {
            given: declare(ElasticsearchDomain, { encryptAtRest: on }),
            options,
            reports: ["encryptAtRest.kmsKeyId"],
        },
        "collections under AWS's key": {
            given: policy({ AWSOwnedKey: true }),
            options,
            reports: ["policy.KmsARN"],
        },
        "a collection under AWS's key": {
            given: collection({ awsOwnedKey: true }),
            options,
            reports: ["encryptionConfigs[0].kmsKeyArn"],
        },
        "a pipeline without a key": {
            given: declare(OpenSearchIngestionPipeline, pipeline),
            options,
            reports: ["encryptionAtRestOptions.kmsKeyArn"],
        },
    },
    undecided: {
        "whether it is on": { given: { encryptAtRest: { enabled: unknown } }, awaits: ["encryptAtRest.enabled"] },
    },
});
