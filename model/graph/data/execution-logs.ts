import { HttpApi, HttpStage, RestMethodSettings } from "../../aws";
import { type Answer, all, answer, any, filled, holds, isTrue, no, not, undecided, type Value } from "../../values";
import { fact } from "../fact";
import {
    type ApiStage,
    forAllMethods,
    isOfStage,
    methodSettingsNear,
    ofSameStage,
    restStages,
} from "../invocation/stages";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** What is wrong with the execution logs of a stage at one place: they are off, or payloads stand in them. */
export interface ExecutionLogFault {
    readonly resource: Resource;
    readonly at: Value | string;
    readonly fault: "off" | "payloads";
    readonly when: Answer;
}

export const executionLogFaults = fact(
    [restStages, RestMethodSettings, HttpStage],
    (stack): readonly ExecutionLogFault[] => [
        ...stack.ofType<unknown>(RestMethodSettings).flatMap((settings) => ofMethods(stack, settings)),
        ...restStages(stack).map((stage) => ofRestStage(stack, stage)),
        ...stack.ofType<unknown>(HttpStage).flatMap((stage) => ofWebSocketStage(stack, stage)),
    ],
);

/** What settings of some methods leave out they leave to the stage's defaults, which are those of all methods. */
function ofMethods(stack: Stack, resource: Resource): readonly ExecutionLogFault[] {
    const level = levelOf(resource);
    const isSaidBeside = () =>
        methodSettingsNear(stack, resource)
            .filter((other) => other !== resource)
            .map((other) => all(forAllMethods(other), filled(levelOf(other)), ofSameStage(stack, resource, other)));
    const isUnsaid = all(not(filled(level)), forAllMethods(resource));
    const trace = inputOf(resource, "settings.dataTraceEnabled");
    return [
        {
            resource,
            at: level,
            fault: "off",
            when: any(isOff(level), isUnsaid.is === "no" ? no : all(isUnsaid, not(any(...isSaidBeside())))),
        },
        { resource, at: trace, fault: "payloads", when: isTrue(trace, false) },
    ];
}

/** A stage whose methods have no settings that speak of logs. Whoever switches some on has chosen them. */
function ofRestStage(stack: Stack, { resource, isThere }: ApiStage): ExecutionLogFault {
    const speaking = methodSettingsNear(stack, resource).map((settings) =>
        all(any(filled(levelOf(settings)), forAllMethods(settings)), isOfStage(stack, settings, resource)),
    );
    return { resource, at: "", fault: "off", when: all(isThere, not(any(...speaking))) };
}

function ofWebSocketStage(stack: Stack, resource: Resource): readonly ExecutionLogFault[] {
    const isWebSocket = hasWebSockets(stack, resource);
    const level = inputOf(resource, "defaultRouteSettings.loggingLevel");
    const routes = inputOf(resource, "routeSettings").items() as readonly Value[];
    const traces = [
        inputOf(resource, "defaultRouteSettings.dataTraceEnabled"),
        ...routes.map((route) => route.get("dataTraceEnabled")),
    ];
    return [
        { resource, at: level, fault: "off", when: all(any(not(filled(level)), isOff(level)), isWebSocket) },
        ...routes.map((route): ExecutionLogFault => {
            const own = route.get("loggingLevel");
            return { resource, at: own, fault: "off", when: all(isOff(own), isWebSocket) };
        }),
        // HTTP APIs take no such flag: whose has one is of WebSockets.
        ...traces.map((trace): ExecutionLogFault => {
            return {
                resource,
                at: trace,
                fault: "payloads",
                when: all(isTrue(trace, false), answer(isWebSocket.is !== "no")),
            };
        }),
    ];
}

/** HTTP APIs have no execution logs. */
function hasWebSockets(stack: Stack, stage: Resource): Answer {
    const apiId = stage.root.get("apiId");
    const apis = possible(stack.link(stage, apiId, HttpApi));
    if (apis.length === 0) return undecided(apiId.place);
    return any(
        ...apis.map(({ root }) => holds(root.get("protocolType"), (text) => text.toUpperCase() === "WEBSOCKET")),
    );
}

function levelOf(settings: Resource): Value {
    return inputOf(settings, "settings.loggingLevel");
}

function isOff(level: Value): Answer {
    return holds(level, (text) => text.toUpperCase() === "OFF");
}
