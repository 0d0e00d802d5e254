import { RestApi, RestMethod, RestRequestValidator } from "../../model/aws";
import { type Gap, isDocumented, type Unvalidated, unvalidatedOperations } from "../../model/graph";
import { cwe, declare, defineStackRule, owasp, ref, sas } from "../../pack";

const method = (checked: object) => ({
    api: declare(RestApi, { name: "shop" }),
    bodies: declare(RestRequestValidator, { restApi: ref("api.id"), validateRequestBody: true }),
    post: declare(RestMethod, {
        restApi: ref("api.id"),
        resourceId: ref("api.rootResourceId"),
        httpMethod: "POST",
        authorization: "AWS_IAM",
        ...checked,
    }),
});

/** HTTP APIs have no validators, so nothing is asked of them. */
export default defineStackRule({
    id: "request-validation",
    severity: "medium",
    frameworks: [cwe(20), cwe(89), sas(1), owasp(8)],
    title: "Methods of REST APIs that take a body hold it against a model.",
    why: "Whatever is sent reaches the code behind it, which runs, and may fail or be tricked, for requests that could have been refused before.",
    fix: 'Set requestValidatorId to a RequestValidator with validateRequestBody: true, and requestModels: { "application/json": model.name }.',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validator.html",
    ],
    needs: unvalidatedOperations,
    bad: method({}),
    good: method({ requestValidatorId: ref("bodies.id"), requestModels: { "application/json": "Order" } }),
    *check(stack) {
        for (const one of unvalidatedOperations(stack)) {
            yield {
                ...one,
                message: `${who(one)} ${SAYS[one.gap]}`,
                ...(isDocumented(one) && { fix: IN_DOCUMENT }),
                ...((one.isAny || one.gap === "parameters") && { severity: "low" }),
            };
        }
    },
});

const SAYS: Readonly<Record<Gap, string>> = {
    nothing: "no validator, so bodies are taken as they come",
    parameters: "a validator of parameters alone, so bodies are taken as they come",
    "no model": "a validator of bodies and no model to hold them against, so bodies are taken as they come",
};
const IN_DOCUMENT =
    "Name in x-amazon-apigateway-request-validator a validator with validateRequestBody: true, and give the requestBody a schema.";

function who({ operations }: Unvalidated): string {
    return operations.length > 1 ? `each of its ${operations.length} operations that take a body has` : "has";
}
