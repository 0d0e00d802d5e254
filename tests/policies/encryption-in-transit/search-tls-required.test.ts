import { ElasticsearchDomain, OpenSearchDomain } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/search-tls-required";
import { testRule } from "../../support/rule-tester";

const tls = { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" };
const sound = { nodeToNodeEncryption: { enabled: true }, domainEndpointOptions: tls };

testRule(rule, {
    valid: {
        "TLS 1.2 everywhere": declare(OpenSearchDomain, sound),
        "HTTPS is the default inside its block": declare(OpenSearchDomain, {
            ...sound,
            domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
        }),
        "a policy that is newer than this pack": declare(OpenSearchDomain, {
            ...sound,
            domainEndpointOptions: { enforceHttps: "true" as never, tlsSecurityPolicy: "Policy-Min-TLS-1-3-2030-01" },
        }),
        "Elasticsearch with TLS": declare(ElasticsearchDomain, { elasticsearchVersion: "7.10", ...sound }),
    },
    invalid: {
        "plain HTTP by default": {
            given: declare(OpenSearchDomain, { nodeToNodeEncryption: { enabled: true } }),
            reports: ["domainEndpointOptions.enforceHttps"],
            weighs: ["high"],
        },
        "plain HTTP": {
            given: declare(OpenSearchDomain, { ...sound, domainEndpointOptions: { ...tls, enforceHttps: false } }),
            reports: ["domainEndpointOptions.enforceHttps"],
        },
        "TLS 1.0": {
            given: declare(OpenSearchDomain, {
                ...sound,
                domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" },
            }),
            reports: ["domainEndpointOptions.tlsSecurityPolicy"],
            weighs: ["high"],
        },
        "the protocols that AWS chooses": {
            given: declare(OpenSearchDomain, { ...sound, domainEndpointOptions: { enforceHttps: true } }),
            reports: ["domainEndpointOptions.tlsSecurityPolicy"],
            weighs: ["low"],
        },
        "plain text between nodes by default": {
            given: declare(OpenSearchDomain, { domainEndpointOptions: tls }),
            reports: ["nodeToNodeEncryption.enabled"],
            weighs: ["high"],
        },
        "plain text between nodes": {
            given: declare(OpenSearchDomain, { ...sound, nodeToNodeEncryption: { enabled: "false" as never } }),
            reports: ["nodeToNodeEncryption.enabled"],
        },
        "Elasticsearch: all of it": {
            given: declare(ElasticsearchDomain, {
                elasticsearchVersion: "7.10",
                nodeToNodeEncryption: { enabled: false },
                domainEndpointOptions: { enforceHttps: false, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" },
            }),
            reports: [
                "domainEndpointOptions.enforceHttps",
                "domainEndpointOptions.tlsSecurityPolicy",
                "nodeToNodeEncryption.enabled",
            ],
        },
        "Elasticsearch by default": {
            given: declare(ElasticsearchDomain, { elasticsearchVersion: "7.10" }),
            reports: ["domainEndpointOptions.enforceHttps", "nodeToNodeEncryption.enabled"],
        },
    },
    undecided: {
        "options of the endpoint that are not known yet": {
            given: declare(OpenSearchDomain, { ...sound, domainEndpointOptions: unknown }),
            awaits: ["domainEndpointOptions.enforceHttps", "domainEndpointOptions.tlsSecurityPolicy"],
        },
        "a policy that is not known yet": {
            given: declare(OpenSearchDomain, { ...sound, domainEndpointOptions: { tlsSecurityPolicy: unknown } }),
            awaits: ["domainEndpointOptions.tlsSecurityPolicy"],
        },
    },
});
