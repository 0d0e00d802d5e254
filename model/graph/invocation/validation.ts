import { type DocumentOperation, RestMethod, RestRequestValidator } from "../../aws";
import {
    type Answer,
    absent,
    all,
    answer,
    any,
    filled,
    holds,
    isTrue,
    no,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { isOf } from "../resource";
import type { Stack } from "../stack";

import { leadsSomewhere, type Operation, operationsByApi } from "./operations";
import { type Told, toldTogether } from "./told";

/**
 * Why a body is taken as it comes:
 *
 * - `nothing`: no validator looks at the request.
 * - `parameters`: one does, at the parameters alone.
 * - `no model`: one looks at bodies, and is given nothing to hold them against.
 */
export type Gap = "nothing" | "parameters" | "no model";

export interface Unvalidated extends Told {
    readonly gap: Gap;
    /** It takes every verb, some of which have no body. */
    readonly isAny: boolean;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const unvalidatedOperations = fact([operationsByApi, RestRequestValidator], (stack): readonly Unvalidated[] =>
    [...operationsByApi(stack).values()].flatMap((operations) => {
        const written = operations.filter(
            (one) => one.api.kind === "REST" && WRITES.has(one.method) && takesBody(one).is !== "no",
        );
        return toldTogether(
            written.map((one) => unvalidatedAt(stack, one)),
            ({ gap, isAny }) => `${gap} ${isAny}`,
        );
    }),
);

const WRITES: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH", "ANY"]);

/** What answers it may be called by a verb that has no body, as an object of a bucket is read. */
function takesBody(operation: Operation): Answer {
    const method = operation.integration?.method;
    return all(leadsSomewhere(operation), method ? not(holds(method, (verb) => BODILESS.test(verb))) : yes);
}

const BODILESS = /^(?:GET|HEAD|DELETE|OPTIONS)$/i;

/** What holds a request against what is meant. */
interface Validation {
    /** Where the validator is named, or should be. */
    readonly at: Value;
    readonly isNamed: Answer;
    readonly checksBody: Answer;
    readonly checksParameters: Answer;
    readonly hasModel: Answer;
}

function unvalidatedAt(stack: Stack, operation: Operation): Unvalidated {
    const { api, resource, method, document } = operation;
    const { at, isNamed, checksBody, checksParameters, hasModel } = document
        ? inDocument(document)
        : ofMethod(stack, operation);
    const isModelMissing = all(isNamed, checksBody).is === "yes";
    return {
        resource,
        at,
        api: api.key,
        operations: [operation],
        isAny: method === "ANY",
        gap: isModelMissing ? "no model" : all(isNamed, checksParameters).is === "yes" ? "parameters" : "nothing",
        when: all(takesBody(operation), not(all(isNamed, checksBody, hasModel))),
    };
}

/** API Gateway makes each API a model `Empty`, which takes whatever comes. */
const TAKES_ALL = "Empty";

function ofMethod(stack: Stack, { resource }: Operation): Validation {
    if (!isOf(resource, RestMethod)) return waitingFor(resource.root.get("body"));
    const { requestValidatorId: at, requestModels } = resource.inputs;
    const validator = linked(stack.link(resource, at, RestRequestValidator));
    const elsewhere = undecided(at.place);
    const models = (requestModels as Value).entries().map(([, model]) => holds(model, (name) => name !== TAKES_ALL));
    return {
        at: at as Value,
        isNamed: filled(at as Value),
        checksBody: validator ? isTrue(validator.inputs.validateRequestBody, false) : elsewhere,
        checksParameters: validator ? isTrue(validator.inputs.validateRequestParameters, false) : elsewhere,
        hasModel: requestModels.state === "unknown" ? yes : any(...models),
    };
}

/** Of a document that is not known yet, everything waits for it. */
function waitingFor(body: Value): Validation {
    const open = undecided(body.place);
    return { at: body, isNamed: open, checksBody: open, checksParameters: open, hasModel: open };
}

const VALIDATOR = "x-amazon-apigateway-request-validator";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validator.html */
function inDocument({ document, item, operation }: DocumentOperation): Validation {
    const own = operation.get(VALIDATOR);
    const name = own.state === "absent" ? document.get(VALIDATOR) : own;
    if (name.state === "unknown") return waitingFor(name);
    const validator = document.get(`${VALIDATOR}s`).get(name.text() ?? "");
    return {
        at: own.state === "absent" ? operation : own,
        isNamed: filled(name),
        checksBody: isTrue(validator.get("validateRequestBody"), false),
        checksParameters: isTrue(validator.get("validateRequestParameters"), false),
        hasModel: any(hasSchema(operation.get("requestBody")), ...[item, operation].map(hasBodyParameter)),
    };
}

/** OpenAPI 3. One that stands elsewhere in the document is given credit. */
function hasSchema(body: Value): Answer {
    if (body.state === "unknown") return undecided(body.place);
    const contents = body.get("content").entries();
    return any(not(absent(body.get("$ref"))), ...contents.map(([, content]) => filled(content.get("schema"))));
}

/** Swagger 2. */
function hasBodyParameter(holder: Value): Answer {
    const parameters = holder.get("parameters").items() as readonly Value[];
    return any(
        no,
        ...parameters.map((one) =>
            any(
                not(absent(one.get("$ref"))),
                answer(one.get("in").text() === "body" && one.get("schema").state !== "absent"),
            ),
        ),
    );
}
