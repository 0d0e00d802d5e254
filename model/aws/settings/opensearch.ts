/** Amazon OpenSearch Service. Serverless collections and pipelines are always encrypted. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { inJson, one } from "../place";
import {
    ElasticsearchDomain,
    OpenSearchDomain,
    OpenSearchIngestionPipeline,
    OpenSearchServerlessCollection,
    OpenSearchServerlessSecurityPolicy,
} from "../types";
import { bad, given, switchedOn, unless, when } from "./condition";
import { on, ownKey } from "./good";
import { settings } from "./setting";

export const openSearch = [
    settings(OpenSearchDomain, "search", {
        encryptedAtRest: {
            at: (domain) => domain.encryptAtRest.enabled,
            good: on,
            absent: bad,
            controls: [fsbp("Opensearch.1")],
        },
        customerKey: {
            at: (domain) => domain.encryptAtRest.kmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((domain) => domain.encryptAtRest.enabled),
        },
    }),
    settings(ElasticsearchDomain, "search", {
        encryptedAtRest: {
            at: (domain) => domain.encryptAtRest.enabled,
            good: on,
            absent: bad,
            controls: [fsbp("ES.1")],
        },
        customerKey: {
            at: (domain) => domain.encryptAtRest.kmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((domain) => domain.encryptAtRest.enabled),
        },
    }),
    settings(OpenSearchServerlessSecurityPolicy, "search", {
        customerKey: {
            at: (one) => inJson(one.policy, "KmsARN"),
            good: ownKey,
            absent: bad,
            only: when((one) => one.type, "encryption"),
        },
    }),
    settings(OpenSearchServerlessCollection, "search", {
        customerKey: {
            at: (collection) => one(collection.encryptionConfigs).kmsKeyArn,
            good: ownKey,
            // Without it, the encryption policy of its name decides.
            absent: unless(given((collection) => one(collection.encryptionConfigs))),
        },
    }),
    settings(OpenSearchIngestionPipeline, "search", {
        customerKey: { at: (pipeline) => pipeline.encryptionAtRestOptions.kmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
