import { RestApi, RestApiPut, RestIntegration, RestStage } from "../../aws";
import { type Answer, all, answer, any, holds, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

type StageInputs = NonNullable<(typeof RestStage)["inputs"]>;

export interface StageWithBackends {
    readonly stage: Resource<StageInputs>;
    /** Does its API pass requests on to servers by HTTPS? */
    readonly callsServers: Answer;
}

/** The stages of REST APIs, with what their APIs pass requests on to. */
export const restStagesOf = fact([RestStage], (stack): readonly StageWithBackends[] =>
    stack.ofType(RestStage).map((stage) => ({ stage, callsServers: callsServers(stack, stage) })),
);

function callsServers(stack: Stack, stage: Resource<StageInputs>): Answer {
    const api = apiOf(stack, stage);
    const of = (from: Resource) => api !== undefined && apiOf(stack, from) === api;
    const declared = stack.ofType(RestIntegration).filter(of);
    const documents = [
        ...stack.ofType<unknown>(RestApi).filter((one) => one === api),
        ...stack.ofType<unknown>(RestApiPut).filter(of),
    ];
    const elsewhere = typeof api === "object" ? [] : [undecided(stage.inputs.restApi.place)];
    return any(
        ...declared.map(({ inputs }) => isServer(inputs.type, inputs.uri)),
        ...documents.map(({ root }) => documentCallsServers(root.get("body"))),
        ...elsewhere,
    );
}

/** The API of this stack, or the id of one that is declared elsewhere. */
function apiOf(stack: Stack, from: Resource): Resource | string | undefined {
    const value = from.root.get(from.type === RestApiPut.token ? "restApiId" : "restApi");
    return linked(stack.link<unknown>(from, value, RestApi)) ?? value.text();
}

function documentCallsServers(body: Value): Answer {
    const document = body.json();
    if (document?.state === "unknown") return undecided(body.place);
    const operations =
        document
            ?.get("paths")
            .entries()
            .flatMap(([, path]) => path.entries()) ?? [];
    return any(
        ...operations
            .map(([, operation]) => operation.get("x-amazon-apigateway-integration"))
            .map((integration) => isServer(integration.get("type"), integration.get("uri"))),
    );
}

/** To plain HTTP the API shows no certificate. */
function isServer(type: Value, uri: Value): Answer {
    const isPassedOn = holds(type, (text) => /^http(?:_proxy)?$/i.test(text));
    return all(isPassedOn, answer(!/^http:/i.test(uri.partialText() ?? "")));
}
