import { documentOf, integrationsIn, RestApiPut, RestIntegration, RestStage } from "../../aws";
import { type Answer, all, answer, any, holds, undecided, type Value } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { apiOf, byApi } from "./stages";

type StageInputs = NonNullable<(typeof RestStage)["inputs"]>;

export interface StageWithBackends {
    readonly stage: Resource<StageInputs>;
    /** Does its API pass requests on to servers by HTTPS? */
    readonly callsServers: Answer;
}

/** The stages of REST APIs, with what their APIs pass requests on to. */
export const restStagesOf = fact([RestStage], (stack): readonly StageWithBackends[] => {
    const [integrations, bodies] = [byApi(stack, RestIntegration), byApi(stack, RestApiPut)];
    return stack.ofType(RestStage).map((stage) => {
        const api = apiOf(stack, stage);
        const declared = (api !== undefined && integrations.get(api)) || [];
        const put: readonly Resource[] = (api !== undefined && bodies.get(api)) || [];
        const documents = typeof api === "object" ? [api, ...put] : put;
        const callsServers = any(
            ...declared.map(({ inputs }) => isServer(inputs.type, inputs.uri)),
            ...documents.map(({ type, root }) => documentCallsServers(documentOf(type, root))),
            ...(typeof api === "object" ? [] : [undecided(stage.inputs.restApi.place)]),
        );
        return { stage, callsServers };
    });
});

function documentCallsServers(document: Value): Answer {
    if (document.state === "unknown") return undecided(document.place);
    return any(...integrationsIn(document).map((one) => isServer(one.get("type"), one.get("uri"))));
}

/** To plain HTTP the API shows no certificate. */
function isServer(type: Value, uri: Value): Answer {
    const isPassedOn = holds(type, (text) => /^http(?:_proxy)?$/i.test(text));
    return all(isPassedOn, answer(!/^http:/i.test(uri.partialText() ?? "")));
}
