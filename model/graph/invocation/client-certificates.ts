import {
    HttpApi,
    HttpApiMapping,
    HttpDomainName,
    HttpRoutingRule,
    type ResourceType,
    RestApi,
    RestBasePathMapping,
    RestDomainName,
    valuesAt,
} from "../../aws";
import { type Answer, all, filled, isTrue, no, undecided } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** Where each kind of mapping says to which API it leads. */
const MAPPINGS: readonly (readonly [ResourceType, string])[] = [
    [RestBasePathMapping, "restApi"],
    [HttpApiMapping, "apiId"],
    [HttpRoutingRule, "actions[].invokeApi.apiId"],
];
const APIS: readonly ResourceType[] = [RestApi, HttpApi];

/**
 * The APIs that domains of one's own lead to, and whether callers need a certificate at every address: each domain asks for one, and the
 * address that AWS gave the API is closed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
export const certifiedApis = fact(
    [...APIS, ...MAPPINGS.map(([type]) => type), RestDomainName, HttpDomainName],
    (stack): ReadonlyMap<Resource, Answer> => {
        const mappings = MAPPINGS.flatMap(([type, path]) =>
            stack.ofType<unknown>(type).flatMap((mapping) =>
                valuesAt(mapping.root, path).map((value) => {
                    const apis = possible<unknown>(stack.link(mapping, value, ...APIS));
                    return [asksCertificate(stack, mapping), apis] as const;
                }),
            ),
        );
        const isClosed = (api: Resource) => isTrue(inputOf(api, "disableExecuteApiEndpoint"), false);
        return new Map([...grouped(mappings)].map(([api, asks]) => [api, all(isClosed(api), ...asks)]));
    },
);

/** A domain of another stack may ask for one. */
function asksCertificate(stack: Stack, mapping: Resource): Answer {
    const name = mapping.root.get("domainName");
    const domain = linked(stack.link<unknown>(mapping, name, RestDomainName, HttpDomainName));
    return domain ? filled(inputOf(domain, "mutualTlsAuthentication")) : undecided(name.place);
}

/** Do callers of the API need a certificate? */
export function asksForCertificates(stack: Stack, api: Resource | undefined): Answer {
    return (api && certifiedApis(stack).get(api)) ?? no;
}
