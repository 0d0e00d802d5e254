import {
    documentOf,
    HttpApi,
    HttpApiMapping,
    HttpDomainName,
    HttpRoutingRule,
    type ResourceType,
    RestApi,
    RestApiPut,
    RestBasePathMapping,
    RestDomainName,
    valuesAt,
} from "../../aws";
import { type Answer, all, any, filled, isTrue, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { isPrivate } from "./doors";
import { byApi } from "./stages";

/** An API that a domain of one's own leads to. */
export interface MappedApi {
    readonly api: Resource;
    readonly at: Value;
    /** Callers may pass the domain by: the address that AWS gave the API answers too. */
    readonly isOpen: Answer;
    /** The domain asks callers for a certificate, which the address of AWS does not. */
    readonly asksCertificate: boolean;
    /** Every domain asks callers for a certificate, and there is no other address. */
    readonly isCertified: Answer;
}

/** Where each kind of mapping says which API it is to. Those of HTTP APIs map REST APIs too. */
const MAPPINGS: readonly (readonly [ResourceType, string])[] = [
    [RestBasePathMapping, "restApi"],
    [HttpApiMapping, "apiId"],
    [HttpRoutingRule, "actions[].invokeApi.apiId"],
];
const APIS: readonly ResourceType[] = [RestApi, HttpApi];

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html */
export const mappedApis = fact(
    [...APIS, RestApiPut, ...MAPPINGS.map(([type]) => type), RestDomainName, HttpDomainName],
    (stack): readonly MappedApi[] => {
        const mappings = MAPPINGS.flatMap(([type, path]) =>
            stack
                .ofType<unknown>(type)
                .flatMap((mapping) =>
                    valuesAt(mapping.root, path).map((value) => ({ mapping, to: stack.link(mapping, value, ...APIS) })),
                ),
        );
        const byTarget = grouped(mappings.map((one) => [one, possible<unknown>(one.to)] as const));
        return [...byTarget].map(([api, own]) => {
            const asks = own.map(({ mapping }) => asksCertificate(stack, mapping));
            const closed = isClosed(stack, api);
            return {
                api,
                at: inputOf(api, "disableExecuteApiEndpoint"),
                isOpen: all(
                    any(...own.map(({ to }) => (to.kind === "candidates" ? undecided(to.awaits) : yes))),
                    not(closed),
                    not(isPrivate(api)),
                ),
                asksCertificate: asks.some(({ is }) => is === "yes"),
                isCertified: all(closed, ...asks),
            };
        });
    },
);

/** Does nobody call the API without a certificate? */
export function asksForCertificates(stack: Stack, api: Resource | undefined): Answer {
    return (api && stack.once(asksForCertificates, certifiedApis).get(api)) ?? no;
}

function certifiedApis(stack: Stack): ReadonlyMap<Resource, Answer> {
    return new Map(mappedApis(stack).map(({ api, isCertified }) => [api, isCertified]));
}

/** By the property, or else by the document that the API is made of. */
function isClosed(stack: Stack, api: Resource): Answer {
    const said = inputOf(api, "disableExecuteApiEndpoint");
    if (said.state !== "absent") return isTrue(said, false);
    const put: readonly Resource[] = byApi(stack, RestApiPut).get(api) ?? [];
    return any(...[api, ...put].map((one) => closesByDocument(one)));
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-endpoint-configuration.html */
const EXTENSION = "x-amazon-apigateway-endpoint-configuration";

function closesByDocument({ type, root }: Resource): Answer {
    const document = documentOf(type, root);
    if (document.state === "unknown") return undecided(document.place);
    const places = [document, ...(document.get("servers").items() as readonly Value[])];
    return any(...places.map((place) => isTrue(place.get(EXTENSION).get("disableExecuteApiEndpoint"), false)));
}

/** A domain of another stack may ask for one. */
function asksCertificate(stack: Stack, mapping: Resource): Answer {
    const name = mapping.root.get("domainName");
    const domain = linked(stack.link<unknown>(mapping, name, RestDomainName, HttpDomainName));
    return domain ? filled(inputOf(domain, "mutualTlsAuthentication")) : undecided(name.place);
}
