/**
 * OpenAPI documents that APIs are made of, in JSON or YAML.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
import { Value } from "../values";
import { HttpApi, RestApi, RestApiPut } from "./types";
import { writtenDocument } from "./written-document";

const NONE = new Value(undefined);

/** The document that an API is made of, as it is given; absent where there is none. */
export function bodyOf(token: string, root: Value): Value {
    const isApi = [RestApi, RestApiPut, HttpApi].some((type) => type.token === token);
    return isApi ? root.get("body") : NONE;
}

/** The same, read: unknown where it is not known yet, absent where there is none that can be read. */
export function documentOf(token: string, root: Value): Value {
    const body = bodyOf(token, root);
    return (body.state === "absent" ? undefined : writtenDocument(body)) ?? NONE;
}

/** The policy of a REST API that its document holds. https://docs.aws.amazon.com/apigateway/latest/developerguide/openapi-extensions-policy.html */
export function policyInDocument(token: string, root: Value): Value {
    return documentOf(token, root).get("x-amazon-apigateway-policy");
}

const INTEGRATION = "x-amazon-apigateway-integration";

/** The integrations of a document: of each operation, and those that operations refer to by name. */
export function integrationsIn(document: Value): readonly Value[] {
    const operations = document
        .get("paths")
        .entries()
        .flatMap(([, item]) => item.entries());
    const named = document.down(`components.${INTEGRATION}s`).entries();
    const of = operations.map(([, operation]) => operation.get(INTEGRATION));
    return [...of, ...named.map(([, one]) => one)].filter(({ state }) => state !== "absent");
}

/** API Gateway's authorizers among the security schemes of a document, be it OpenAPI 3 or Swagger 2. */
export function authorizersIn(document: Value): readonly Value[] {
    const schemes = [document.down("components.securitySchemes"), document.get("securityDefinitions")];
    return schemes
        .flatMap((one) => one.entries())
        .map(([, scheme]) => scheme.get("x-amazon-apigateway-authorizer"))
        .filter(({ state }) => state !== "absent");
}
