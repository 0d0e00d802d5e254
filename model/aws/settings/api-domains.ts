/** Domains of Amazon API Gateway. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { HttpDomainName, RestApi, RestDomainName } from "../types";
import { good } from "./condition";
import { noneOf } from "./good";
import { settings } from "./setting";

/**
 * What absent means on a domain, no page says; an API's own endpoint answers TLS 1.0 then, as that of almost every API does. All policies
 * with a name that begins with `SecurityPolicy_` ask for TLS 1.2 or 1.3, as of 2026-11-27:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
 */
const newer = noneOf("TLS_1_0");

export const apiDomains = [
    settings(RestDomainName, "apiDomain", {
        encryptedInTransit: { at: (domain) => domain.securityPolicy, good: newer, absent: good },
    }),
    settings(HttpDomainName, "apiDomain", {
        encryptedInTransit: {
            at: (domain) => domain.domainNameConfiguration.securityPolicy,
            good: newer,
            absent: good,
        },
    }),
    settings(RestApi, "apiDomain", {
        encryptedInTransit: {
            at: (api) => api.securityPolicy,
            good: newer,
            absent: good,
            fix: 'Set securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" and endpointAccessMode: "STRICT".',
        },
    }),
].flat();
