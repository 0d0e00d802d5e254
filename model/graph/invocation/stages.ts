import {
    HttpApi,
    HttpStage,
    type ResourceType,
    RestApi,
    RestApiPut,
    RestDeployment,
    RestMethodSettings,
    RestStage,
    RestUsagePlan,
} from "../../aws";
import { type Answer, all, answer, any, equals, filled, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { isPrivate } from "./doors";

/** A stage of an API, declared or made by the way. */
export interface ApiStage {
    /** The stage, or what makes it by the way. */
    readonly resource: Resource;
    /** The API of this stack, or the id of one that is declared elsewhere. */
    readonly api: Resource | string | undefined;
    readonly name: Value;
    /** What makes a stage by the way does so only if it names one; what a stage of its own says is said there. */
    readonly isThere: Answer;
    /** Where it is made by the way. */
    readonly at?: Value;
}

/** The stages of REST APIs. With version 6 of the provider a deployment makes one, if it names one. */
export const restStages = fact([RestStage, RestDeployment], (stack): readonly ApiStage[] => {
    const declared = stack.ofType<unknown>(RestStage);
    const byName = grouped(
        declared.map((stage) => [stage, [inputOf(stage, "stageName").text() ?? []].flat()] as const),
    );
    const open = declared.filter((stage) => inputOf(stage, "stageName").state === "unknown");
    const byTheWay = stack.ofType<unknown>(RestDeployment).map((resource): ApiStage => {
        const name = inputOf(resource, "stageName");
        const near = [...(byName.get(name.text() ?? "") ?? []), ...open];
        const isDeclared = () => any(...near.map((stage) => ofSameStage(stack, resource, stage)));
        const isNamed = filled(name);
        return {
            ...stageOf(stack, resource, "stageName"),
            at: name,
            isThere: isNamed.is === "no" ? no : all(isNamed, not(isDeclared())),
        };
    });
    return [...declared.map((one) => stageOf(stack, one, "stageName")), ...byTheWay];
});

/** The stages of HTTP and WebSocket APIs. An API with a target makes its stage `$default` by the way. */
export const httpStages = fact([HttpStage, HttpApi], (stack): readonly ApiStage[] => [
    ...stack.ofType<unknown>(HttpStage).map((one) => stageOf(stack, one, "name")),
    ...stack.ofType<unknown>(HttpApi).map((api): ApiStage => {
        const target = inputOf(api, "target");
        return { resource: api, api, name: target, isThere: filled(target), at: target };
    }),
]);

function stageOf(stack: Stack, resource: Resource, name: string): ApiStage {
    return { resource, api: apiOf(stack, resource), name: inputOf(resource, name), isThere: yes };
}

/** Where each type says which API it belongs to. */
const API_PLACES = new Map<string, string>([
    [RestApiPut.token, "restApiId"],
    [HttpStage.token, "apiId"],
]);

/** The API of this stack that something belongs to, or the id of one that is declared elsewhere. */
export function apiOf(stack: Stack, from: Resource): Resource | string | undefined {
    const value = from.root.get(API_PLACES.get(from.type) ?? "restApi");
    return linked(stack.link<unknown>(from, value, RestApi, HttpApi)) ?? value.text();
}

/** What belongs to each API, of one type. */
export function byApi<T>(stack: Stack, type: ResourceType<T>): ReadonlyMap<Resource | string, readonly Resource<T>[]> {
    return stack.once(`by API ${type.token}`, () =>
        grouped(stack.ofType(type).map((one) => [one, [apiOf(stack, one) ?? []].flat()] as const)),
    );
}

/** Only a VPC reaches it. One that is declared elsewhere is taken for one on the internet. */
export function isInVpc(api: ApiStage["api"]): Answer {
    return typeof api === "object" ? isPrivate(api) : no;
}

/** What the API's operations are known by. */
export function keyOf(api: ApiStage["api"]): string | undefined {
    return typeof api === "object" ? api.urn : api;
}

/** Settings of methods that may be about the stage of this resource: its API's, and those of an API that is not known yet. */
export function methodSettingsNear(stack: Stack, one: Resource): readonly Resource[] {
    const { bySource, open } = stack.once(methodSettingsNear, indexed);
    const api = apiOf(stack, one);
    const settings = byApi<unknown>(stack, RestMethodSettings);
    const ofApi = api === undefined ? [...settings.values()].flat() : (settings.get(api) ?? []);
    const made = [one, ...sourcesOf(one)].flatMap((stage) => bySource.get(stage) ?? []);
    return [...new Set([...ofApi, ...made, ...open])];
}

function indexed(stack: Stack) {
    const settings = stack.ofType<unknown>(RestMethodSettings);
    return {
        bySource: grouped(settings.map((one) => [one, sourcesOf(one)] as const)),
        open: settings.filter((one) => apiOf(stack, one) === undefined),
    };
}

export function forAllMethods({ root }: Resource): Answer {
    return equals(root.get("methodPath"), "*/*");
}

/** The stages whose name something has as an output. */
function sourcesOf(from: Resource): readonly Resource[] {
    return (from.propertyDependencies["stageName"] ?? []).filter(
        (one) => isOf(one, RestStage) || isOf(one, RestDeployment),
    );
}

/** A stage is told by its name, which other APIs' stages may have too, or by what the name comes from. */
export function isOfStage(stack: Stack, settings: Resource, stage: Resource): Answer {
    return sourcesOf(settings).includes(stage) ? yes : ofSameStage(stack, settings, stage);
}

/** Are both about one stage? */
export function ofSameStage(stack: Stack, one: Resource, other: Resource): Answer {
    const sources = sourcesOf(one);
    if (sourcesOf(other).some((stage) => sources.includes(stage))) return yes;
    return all(sameText(one.root.get("stageName"), other.root.get("stageName")), ofSameApi(stack, one, other));
}

function ofSameApi(stack: Stack, one: Resource, other: Resource): Answer {
    const [api, another] = [one, other].map((from) => possible(stack.link(from, from.root.get("restApi"), RestApi)));
    if (api?.length === 1 && another?.length === 1) return answer(api[0] === another[0]);
    return sameText(one.root.get("restApi"), other.root.get("restApi"));
}

export function sameText(one: Value, other: Value): Answer {
    const unknown = [one, other].filter(({ state }) => state === "unknown").map(({ place }) => place);
    return unknown.length > 0 ? undecided(...unknown) : answer(one.text() === other.text());
}

export interface PlannedStage {
    readonly plan: Resource;
    readonly element: Value;
}

/** What usage plans say of the stages that they are for, by API. */
export const plannedStages = fact([RestUsagePlan], (stack) => {
    const elements = stack
        .ofType<unknown>(RestUsagePlan)
        .flatMap((plan) =>
            (plan.root.get("apiStages").items() as readonly Value[]).map(
                (element): PlannedStage => ({ plan, element }),
            ),
        );
    return grouped(elements.map((one) => [one, apisOf(stack, one)] as const));
});

function apisOf(stack: Stack, { plan, element }: PlannedStage): readonly (Resource | string)[] {
    const id = element.get("apiId");
    const apis: readonly Resource[] = possible(stack.link<unknown>(plan, id, RestApi));
    return apis.length > 0 ? apis : [id.text() ?? []].flat();
}
