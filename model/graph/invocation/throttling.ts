import { RestMethodSettings, RestUsagePlan } from "../../aws";
import { type Answer, all, answer, any, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { type Operation, operationsOf } from "./operations";
import {
    type ApiStage,
    apiOf,
    forAllMethods,
    httpStages,
    isInVpc,
    isOfStage,
    keyOf,
    methodSettingsNear,
    ofSameStage,
    plannedStages,
    restStages,
    sameText,
} from "./stages";

/**
 * What is amiss with the limits of a stage:
 * - no settings: a REST stage has none for its methods; no method limit, no route limit: those that it has set no limit.
 * - by the way: a stage that cannot have any.
 * - no burst, no rate: it has half of one.
 * - lifted: some methods are without the limit that the others have.
 * - free keys: a usage plan limits nothing; no plan: methods ask for a key, and there is no plan at all.
 */
export type Limitlessness =
    | "no settings"
    | "no method limit"
    | "no route limit"
    | "by the way"
    | "no burst"
    | "no rate"
    | "lifted"
    | "free keys"
    | "no plan";

export interface UnlimitedPlace {
    readonly resource: Resource;
    readonly at: Value | string;
    readonly lacks: Limitlessness;
    readonly when: Answer;
    /** Only a VPC reaches it. */
    readonly isPrivate: Answer;
}

/**
 * The provider writes -1 for a limit that is not said of a REST API's methods, which takes off the limit:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export const unlimitedPlaces = fact(
    [restStages, httpStages, RestMethodSettings, RestUsagePlan, operationsOf],
    (stack): readonly UnlimitedPlace[] => [
        ...stack.ofType<unknown>(RestMethodSettings).flatMap((settings) => ofSettings(stack, settings)),
        ...restStages(stack).flatMap((stage) => ofRestStage(stack, stage)),
        ...httpStages(stack).flatMap((stage) => ofHttpStage(stack, stage)),
        ...stack.ofType<unknown>(RestUsagePlan).map(ofPlan),
    ],
);

interface Limits {
    readonly rate: Value;
    readonly burst: Value;
}

function limitsOf(resource: Resource, block: string): Limits {
    const at = (name: string) => inputOf(resource, `${block}.${name}`);
    return { rate: at("throttlingRateLimit"), burst: at("throttlingBurstLimit") };
}

function isLimit(value: Value): Answer {
    if (value.state === "unknown") return undecided(value.place);
    return answer((value.number() ?? -1) >= 0);
}

function limit({ rate, burst }: Limits): Answer {
    return any(isLimit(rate), isLimit(burst));
}

/** A rate without a burst, or the other way round. */
function halves({ rate, burst }: Limits): readonly Pick<UnlimitedPlace, "at" | "lacks" | "when">[] {
    return [
        { at: burst, lacks: "no burst", when: all(isLimit(rate), not(isLimit(burst))) },
        { at: rate, lacks: "no rate", when: all(isLimit(burst), not(isLimit(rate))) },
    ];
}

function ofSettings(stack: Stack, resource: Resource): readonly UnlimitedPlace[] {
    const own = limitsOf(resource, "settings");
    const base = { resource, at: own.rate, isPrivate: isInVpc(apiOf(stack, resource)) };
    const isUnlimited = not(limit(own));
    const isForAll = forAllMethods(resource);
    const limitsAll = () =>
        methodSettingsNear(stack, resource)
            .filter((other) => other !== resource && forAllMethods(other).is !== "no")
            .map((other) =>
                all(forAllMethods(other), limit(limitsOf(other, "settings")), ofSameStage(stack, resource, other)),
            );
    const beside = isUnlimited.is === "no" ? no : any(...limitsAll());
    const isBare = all(isForAll, isUnlimited, not(beside));
    return [
        {
            ...base,
            lacks: "no method limit",
            when: isBare.is === "no" ? no : all(isBare, not(isLimitedElsewhere(stack, resource))),
        },
        { ...base, lacks: "lifted", when: all(not(isForAll), isUnlimited, beside) },
        ...halves(own).map((half) => ({ ...base, ...half, when: all(isForAll, half.when) })),
    ];
}

function ofRestStage(stack: Stack, { resource, api, isThere }: ApiStage): readonly UnlimitedPlace[] {
    const base = { resource, isPrivate: isInVpc(api) };
    const near = methodSettingsNear(stack, resource)
        .filter((settings) => forAllMethods(settings).is !== "no")
        .map((settings) => all(forAllMethods(settings), isOfStage(stack, settings, resource)));
    const isKeyed = any(...operationsNear(stack, api).map(({ needsKey }) => needsKey));
    const isPlanned = api !== undefined && plannedStages(stack).has(api);
    return [
        {
            ...base,
            at: "",
            lacks: "no settings",
            when: all(isThere, not(any(...near)), not(isLimitedElsewhere(stack, resource))),
        },
        {
            ...base,
            at: "",
            lacks: "no plan",
            when: isPlanned ? no : all(isThere, isKeyed, answer(!hasOpenPlan(stack))),
        },
    ];
}

/** Some plan is for an API that is not known yet. */
function hasOpenPlan(stack: Stack): boolean {
    return stack.ofType<unknown>(RestUsagePlan).some(({ root }) => root.get("apiStages").unknowns().length > 0);
}

/** Each of its methods has a limit, or each caller has one by the plan that its key belongs to. */
function isLimitedElsewhere(stack: Stack, stage: Resource): Answer {
    return any(isLimitedByMethods(stack, stage), isLimitedByPlans(stack, stage));
}

function isLimitedByMethods(stack: Stack, stage: Resource): Answer {
    const limited = methodSettingsNear(stack, stage).filter(
        (settings) =>
            forAllMethods(settings).is === "no" &&
            limit(limitsOf(settings, "settings")).is === "yes" &&
            isOfStage(stack, settings, stage).is === "yes",
    );
    if (limited.length === 0) return no;
    const paths = new Set(limited.map(({ root }) => root.get("methodPath").text()?.replace(/^~1/, "")));
    const own = operationsNear(stack, apiOf(stack, stage));
    return answer(own.length > 0 && own.every(({ path, method }) => paths.has(`${path?.slice(1)}/${method}`)));
}

/** Preflights cost nothing, and bring no key. */
function operationsNear(stack: Stack, api: ApiStage["api"]): readonly Operation[] {
    const key = keyOf(api);
    return (key !== undefined && operationsByApi(stack).get(key)) || [];
}

const operationsByApi = fact([operationsOf], (stack) =>
    grouped(
        operationsOf(stack)
            .filter(({ method }) => method !== "OPTIONS")
            .map((one) => [one, [one.api.key]] as const),
    ),
);

function isLimitedByPlans(stack: Stack, stage: Resource): Answer {
    const api = apiOf(stack, stage);
    const planned = (api !== undefined && plannedStages(stack).get(api)) || [];
    const limiting = planned.map(({ plan, element }) => {
        const made = plan.propertyDependencies["apiStages"]?.includes(stage);
        const isSame = made ? yes : sameText(element.get("stage"), stage.root.get("stageName"));
        return all(isSame, any(isLimit(inputOf(plan, "throttleSettings.rateLimit")), hasThrottles(element)));
    });
    return limiting.length === 0
        ? no
        : all(any(...limiting), ...operationsNear(stack, api).map(({ needsKey }) => needsKey));
}

function hasThrottles(element: Value): Answer {
    const throttles = element.get("throttles").items() as readonly Value[];
    return any(...throttles.map((one) => isLimit(one.get("rateLimit"))));
}

function ofPlan(resource: Resource): UnlimitedPlace {
    const at = inputOf(resource, "throttleSettings");
    const stages = resource.root.get("apiStages").items() as readonly Value[];
    const limits = [inputOf(resource, "throttleSettings.rateLimit"), inputOf(resource, "quotaSettings.limit")];
    const isLimited = any(...limits.map(isLimit), ...stages.map(hasThrottles));
    return { resource, at, lacks: "free keys", when: not(isLimited), isPrivate: no };
}

/** What routes of an HTTP API leave out, the stage's default says. */
function ofHttpStage(stack: Stack, { resource, api, isThere, at }: ApiStage): readonly UnlimitedPlace[] {
    const base = { resource, isPrivate: no };
    if (at) return [{ ...base, at, lacks: "by the way", when: isThere }];
    const own = limitsOf(resource, "defaultRouteSettings");
    const routes = inputOf(resource, "routeSettings").items() as readonly Value[];
    const limited: ReadonlySet<string> = new Set(
        routes
            .filter((route) => isLimit(route.get("throttlingRateLimit")).is === "yes")
            .flatMap((route) => route.get("routeKey").text() ?? []),
    );
    const keys = operationsNear(stack, api).map(routeKeyOf);
    const areAllLimited = keys.length > 0 && keys.every((key) => limited.has(key ?? ""));
    return [
        { ...base, at: own.rate, lacks: "no route limit", when: all(not(limit(own)), answer(!areAllLimited)) },
        ...halves(own).map((half) => ({ ...base, ...half })),
        ...routes.map((route): UnlimitedPlace => {
            const rate = route.get("throttlingRateLimit");
            const isOff = rate.state === "unknown" ? undecided(rate.place) : answer((rate.number() ?? 0) < 0);
            return { ...base, at: rate, lacks: "lifted", when: all(isOff, limit(own)) };
        }),
    ];
}

function routeKeyOf({ api, method, path }: Operation): string | undefined {
    return api.kind === "WEBSOCKET" || path === "$default" ? path : `${method} ${path}`;
}
