import { OpenSearchDomain } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "search-tls-required",
    topic: "encryptedInTransit",
    of: ["search"],
    severity: "high",
    frameworks: [cwe(319), owasp(3)],
    title: "Search domains take TLS 1.2 and later alone, and use it between their nodes.",
    why: "Whoever is on the way reads and changes queries, documents and the credentials that come with them.",
    fix: "Set domainEndpointOptions.enforceHttps and nodeToNodeEncryption.enabled to true.",
    sources: [
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html",
    ],
    absent: "absent, so plain text passes",
    otherwise: "switched off, so plain text passes",
    example: OpenSearchDomain,
    bad: { nodeToNodeEncryption: { enabled: true } },
    good: {
        nodeToNodeEncryption: { enabled: true },
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
    },
});
