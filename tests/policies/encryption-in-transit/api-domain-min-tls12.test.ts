import { HttpDomainName, RestApi } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/api-domain-min-tls12";
import { testRule } from "../../support/rule-tester";

const http = (securityPolicy: unknown) =>
    declare(HttpDomainName, {
        domainName: "api.example.com",
        domainNameConfiguration: { certificateArn: "arn:aws:acm:::c", endpointType: "REGIONAL", securityPolicy },
    } as Example);
const api = (inputs: object) => declare(RestApi, { name: "shop", ...inputs } as Example);

testRule(rule, {
    valid: {
        "nothing said, which no page explains": { domainName: "api.example.com" },
        "TLS 1.2 and 1.3": { securityPolicy: "SecurityPolicy_TLS13_1_2_PQ_2025_09" },
        "TLS 1.3 alone": { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" },
        "at the edge": { securityPolicy: "SecurityPolicy_TLS12_PFS_2025_EDGE" },
        "an HTTP API": http("TLS_1_2"),
        "an API's own endpoint": api({ securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" }),
        "an API's own endpoint, nothing said": api({}),
    },
    invalid: {
        "a REST API's domain": { given: { securityPolicy: "TLS_1_0" }, reports: ["securityPolicy"] },
        "an HTTP API's domain": { given: http("TLS_1_0"), reports: ["domainNameConfiguration.securityPolicy"] },
        "an API's own endpoint": { given: api({ securityPolicy: "TLS_1_0" }), reports: ["securityPolicy"] },
    },
    undecided: {
        "a policy that is not known yet": { given: { securityPolicy: unknown }, awaits: ["securityPolicy"] },
    },
});
