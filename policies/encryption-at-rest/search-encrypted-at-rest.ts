import { OpenSearchDomain } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "search-encrypted-at-rest",
    topic: "encryptedAtRest",
    of: ["search"],
    severity: "high",
    frameworks: [cwe(311), owasp(3)],
    title: "Search domains are encrypted at rest.",
    why: "Indexes, logs and snapshots of a domain are readable by whoever gets a copy of its disks.",
    fix: "Set encryptAtRest: { enabled: true }.",
    sources: [
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html",
    ],
    absent: "absent, so what is indexed is not encrypted",
    otherwise: "false, so what is indexed is not encrypted",
    strictly: {
        topic: "customerKey",
        absent: "absent, so a key is used that AWS owns or manages",
        otherwise: "names a key of AWS, whose use the account does not decide on",
        fix: "Set it to key.arn, a key of your own.",
    },
    example: OpenSearchDomain,
    bad: { domainName: "orders" },
    good: { domainName: "orders", encryptAtRest: { enabled: true } },
});
