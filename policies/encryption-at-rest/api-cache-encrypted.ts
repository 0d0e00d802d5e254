import { RestMethodSettings } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "api-cache-encrypted",
    topic: "encryptedAtRest",
    of: ["apiCache"],
    severity: "medium",
    frameworks: [cwe(311), owasp(3)],
    title: "What an API caches is encrypted.",
    why: "Answers to one customer lie in the cache's disks in plain text, for as long as it keeps them.",
    fix: "Set it to true.",
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
        "https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html",
    ],
    absent: "absent, so cached answers are not encrypted",
    otherwise: "false, so cached answers are not encrypted",
    example: RestMethodSettings,
    bad: { restApi: "a1b2c3", stageName: "prod", methodPath: "*/*", settings: { cachingEnabled: true } },
    good: {
        restApi: "a1b2c3",
        stageName: "prod",
        methodPath: "*/*",
        settings: { cachingEnabled: true, cacheDataEncrypted: true },
    },
});
