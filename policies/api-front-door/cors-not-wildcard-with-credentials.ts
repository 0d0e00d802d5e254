import { corsOf, corsTypes, LambdaFunctionUrl } from "../../model/aws";
import { all, not, yes } from "../../model/values";
import { cwe, defineRule, owasp, sas } from "../../pack";

const api = { name: "shop", protocolType: "HTTP" };

/**
 * Without credentials a site reads no more than anyone who calls by himself: a hint, in production and at a function's URL. Files that
 * every site may fetch are what CORS of buckets is for.
 */
export default defineRule({
    id: "cors-not-wildcard-with-credentials",
    severity: "medium",
    frameworks: [cwe(942), sas(3), owasp(6)],
    title: "Browsers let only the sites that are meant read what an API answers.",
    why: "Any page that a signed-in user opens may call the API in his name and read what it says.",
    fix: 'Name the sites: ["https://shop.example.com"].',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
        "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS",
    ],
    resource: corsTypes,
    bad: { ...api, corsConfiguration: { allowOrigins: ["https://*"], allowCredentials: true } },
    good: { ...api, corsConfiguration: { allowOrigins: ["https://shop.example.com"], allowCredentials: true } },
    *check(_inputs, { type, root, environment }) {
        const where = type === LambdaFunctionUrl.token ? yes : environment.production;
        for (const { at, admitsAll, withCredentials, onlyReads } of corsOf(type, root)) {
            yield {
                at,
                when: all(admitsAll, withCredentials),
                message: "allows every site, with the credentials that the browser has of its user",
            };
            yield {
                at,
                when: all(admitsAll, not(withCredentials), not(onlyReads), where),
                message: "allows every site to read what is answered",
                severity: "low",
            };
        }
    },
});
