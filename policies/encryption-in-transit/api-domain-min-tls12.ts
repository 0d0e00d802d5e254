import { RestDomainName } from "../../model/aws";
import { cwe, defineSettingRule } from "../../pack";

const domain = { domainName: "api.example.com", endpointConfiguration: { types: "REGIONAL" } };

export default defineSettingRule({
    id: "api-domain-min-tls12",
    topic: "encryptedInTransit",
    of: ["apiDomain"],
    severity: "high",
    frameworks: [cwe(326)],
    title: "Domains of APIs answer TLS 1.2 or later alone.",
    why: "TLS 1.0 and 1.1 are broken: whoever is on the way may read and change what is sent.",
    fix: 'Set securityPolicy: "TLS_1_2".',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html",
    ],
    absent: "absent, so clients may ask for TLS 1.0",
    otherwise: "allows TLS 1.0, whose encryption is broken",
    example: RestDomainName,
    bad: { ...domain, securityPolicy: "TLS_1_0" },
    good: { ...domain, securityPolicy: "TLS_1_2" },
});
