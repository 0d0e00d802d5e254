import { HttpApi, HttpStage, RestApi, RestDeployment, RestMethodSettings, RestStage } from "../../aws";
import {
    type Answer,
    all,
    answer,
    any,
    equals,
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
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** What is wrong with the execution logs of a stage at one place: they are off, or payloads stand in them. */
export interface ExecutionLogFault {
    readonly resource: Resource;
    readonly at: Value | string;
    readonly fault: "off" | "payloads";
    readonly when: Answer;
}

export const executionLogFaults = fact(
    [RestStage, RestDeployment, RestMethodSettings, HttpStage],
    (stack): readonly ExecutionLogFault[] => [
        ...stack.ofType<unknown>(RestMethodSettings).flatMap((settings) => ofMethods(stack, settings)),
        ...stack.ofType<unknown>(RestStage).map((stage) => ofRestStage(stack, stage)),
        // With version 6 of the provider a deployment makes a stage, if it names one.
        ...stack
            .ofType<unknown>(RestDeployment)
            .map((stage) => ofRestStage(stack, stage))
            .map((one) => ({ ...one, when: all(filled(inputOf(one.resource, "stageName")), one.when) })),
        ...stack.ofType<unknown>(HttpStage).flatMap((stage) => ofWebSocketStage(stack, stage)),
    ],
);

/** What settings of some methods leave out they leave to the stage's defaults, which are those of all methods. */
function ofMethods(stack: Stack, resource: Resource): readonly ExecutionLogFault[] {
    const level = levelOf(resource);
    const isSaidBeside = () =>
        settingsNear(stack, resource)
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
function ofRestStage(stack: Stack, resource: Resource): ExecutionLogFault {
    const speaking = settingsNear(stack, resource).map((settings) =>
        all(any(filled(levelOf(settings)), forAllMethods(settings)), isOfStage(stack, settings, resource)),
    );
    return { resource, at: "", fault: "off", when: not(any(...speaking)) };
}

/** Settings of stages with this one's name, those made from this stage, and those of a stage that is not known yet. */
function settingsNear(stack: Stack, one: Resource): readonly Resource[] {
    const { byName, bySource, open } = stack.once(settingsNear, indexed);
    const name = one.root.get("stageName").text();
    const named = name === undefined ? [...byName.values()].flat() : (byName.get(name) ?? []);
    const made = [one, ...stagesOf(one)].flatMap((stage) => bySource.get(stage) ?? []);
    return [...new Set([...named, ...made, ...open])];
}

function indexed(stack: Stack) {
    const settingsOfAll = stack.ofType<unknown>(RestMethodSettings);
    const loose = settingsOfAll.filter((settings) => stagesOf(settings).length === 0);
    const nameOf = (settings: Resource) => settings.root.get("stageName").text();
    return {
        bySource: grouped(settingsOfAll.map((settings) => [settings, stagesOf(settings)] as const)),
        byName: grouped(loose.map((settings) => [settings, [nameOf(settings) ?? []].flat()] as const)),
        open: loose.filter((settings) => nameOf(settings) === undefined),
    };
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

function forAllMethods({ root }: Resource): Answer {
    return equals(root.get("methodPath"), "*/*");
}

/** The stages whose name the settings have as an output. */
function stagesOf(settings: Resource): readonly Resource[] {
    return (settings.propertyDependencies["stageName"] ?? []).filter(
        (one) => isOf(one, RestStage) || isOf(one, RestDeployment),
    );
}

/** A stage is told by its name, which other APIs' stages may have too, or by what the name comes from. */
function isOfStage(stack: Stack, settings: Resource, stage: Resource): Answer {
    return stagesOf(settings).includes(stage) ? yes : ofSameStage(stack, settings, stage);
}

function ofSameStage(stack: Stack, one: Resource, other: Resource): Answer {
    const stages = stagesOf(one);
    if (stagesOf(other).some((stage) => stages.includes(stage))) return yes;
    return all(sameText(one.root.get("stageName"), other.root.get("stageName")), ofSameApi(stack, one, other));
}

function ofSameApi(stack: Stack, one: Resource, other: Resource): Answer {
    const [api, another] = [one, other].map((from) => possible(stack.link(from, from.root.get("restApi"), RestApi)));
    if (api?.length === 1 && another?.length === 1) return answer(api[0] === another[0]);
    return sameText(one.root.get("restApi"), other.root.get("restApi"));
}

function sameText(one: Value, other: Value): Answer {
    const unknown = [one, other].filter(({ state }) => state === "unknown").map(({ place }) => place);
    return unknown.length > 0 ? undecided(...unknown) : answer(one.text() === other.text());
}
