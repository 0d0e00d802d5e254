/** Amazon OpenSearch Service, with Elasticsearch. OpenSearch Serverless takes TLS alone. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { all, equals, isFalse, not } from "../../values";
import { inJson, one } from "../place";
import {
    ElasticsearchDomain,
    OpenSearchDomain,
    OpenSearchIngestionPipeline,
    OpenSearchServerlessCollection,
    OpenSearchServerlessSecurityPolicy,
} from "../types";
import { bad, given, switchedOn, unless, when } from "./condition";
import { goodWhere, noneOf, on, ownKey, some } from "./good";
import { settings } from "./setting";

const auditLogs = some(
    goodWhere("AUDIT_LOGS that are enabled", (option) =>
        all(equals(option.get("logType"), "AUDIT_LOGS"), not(isFalse(option.get("enabled"), true))),
    ),
);
const fix =
    'Add { logType: "AUDIT_LOGS", cloudwatchLogGroupArn: auditLogs.arn } to logPublishingOptions; it needs fine-grained access control.';
/** Whether HTTPS alone is answered: yes by default where the block of the endpoint's options is given, otherwise no. */
const https = {
    says: {
        absent: "absent, so plain HTTP is answered too",
        otherwise: "false, so plain HTTP is answered too",
    },
    fix: 'Set it to true, with a tlsSecurityPolicy such as "Policy-Min-TLS-1-2-PFS-2023-10".',
};

const protocol = {
    good: noneOf("Policy-Min-TLS-1-0-2019-07"),
    // Which one AWS takes by itself, its pages do not say: Policy-Min-TLS-1-0-2019-07 for long.
    severity: { absent: "low" },
    says: {
        absent: "absent, so AWS chooses, and has chosen one with TLS 1.0",
        otherwise: "answers TLS 1.0 and 1.1, which are broken",
    },
    fix: 'Set it to "Policy-Min-TLS-1-2-PFS-2023-10".',
} as const;

const betweenNodes = {
    says: {
        absent: "absent, so what passes between the nodes is plain text",
        otherwise: "false, so what passes between the nodes is plain text",
    },
    fix: "Set it to true.",
};

export const opensearch = [
    settings(OpenSearchDomain, "search", {
        logged: {
            at: (domain) => domain.logPublishingOptions,
            good: auditLogs,
            absent: bad,
            fix,
            controls: [fsbp("Opensearch.5")],
        },
        encryptedInTransit: {
            at: (domain) => domain.domainEndpointOptions.enforceHttps,
            good: on,
            absent: given((domain) => domain.domainEndpointOptions),
            ...https,
            controls: [fsbp("Opensearch.8")],
        },
    }),
    settings(OpenSearchDomain, "search", {
        encryptedInTransit: {
            at: (domain) => domain.domainEndpointOptions.tlsSecurityPolicy,
            absent: bad,
            only: given((domain) => domain.domainEndpointOptions),
            ...protocol,
            controls: [fsbp("Opensearch.8")],
        },
    }),
    settings(OpenSearchDomain, "search", {
        encryptedInTransit: {
            at: (domain) => domain.nodeToNodeEncryption.enabled,
            good: on,
            absent: bad,
            ...betweenNodes,
            controls: [fsbp("Opensearch.3")],
        },
    }),
    settings(ElasticsearchDomain, "search", {
        logged: {
            at: (domain) => domain.logPublishingOptions,
            good: auditLogs,
            absent: bad,
            fix,
            controls: [fsbp("ES.5")],
        },
        encryptedInTransit: {
            at: (domain) => domain.domainEndpointOptions.enforceHttps,
            good: on,
            absent: given((domain) => domain.domainEndpointOptions),
            ...https,
        },
    }),
    settings(ElasticsearchDomain, "search", {
        encryptedInTransit: {
            at: (domain) => domain.domainEndpointOptions.tlsSecurityPolicy,
            absent: bad,
            only: given((domain) => domain.domainEndpointOptions),
            ...protocol,
        },
    }),
    settings(ElasticsearchDomain, "search", {
        encryptedInTransit: {
            at: (domain) => domain.nodeToNodeEncryption.enabled,
            good: on,
            absent: bad,
            ...betweenNodes,
            controls: [fsbp("ES.3")],
        },
    }),
    settings(OpenSearchIngestionPipeline, "search", {
        logged: {
            at: (pipeline) => pipeline.logPublishingOptions.isLoggingEnabled,
            good: on,
            absent: bad,
            fix: "Set logPublishingOptions: { isLoggingEnabled: true, cloudwatchLogDestination: { logGroup: logs.name } }.",
        },
    }),
    settings(OpenSearchDomain, "search", {
        encryptedAtRest: {
            at: (domain) => domain.encryptAtRest.enabled,
            good: on,
            absent: bad,
            controls: [fsbp("Opensearch.1")],
        },
    }),
    settings([OpenSearchDomain, ElasticsearchDomain], "search", {
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
