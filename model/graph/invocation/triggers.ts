import {
    HttpApi,
    HttpRoute,
    LambdaFunction,
    LambdaPermission,
    permittedStarts,
    type Start,
    StateMachine,
    triggerPlaces,
    valuesAt,
} from "../../aws";
import { serviceName } from "../../iam";
import { type Answer, all, holds, no, undecided, Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, linked, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf, integrationOf, routeFunction } from "./functions";
import { type Route, routesOf, type Wait } from "./routes";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** Something that starts a function of the stack. */
export interface Trigger {
    readonly function: Resource<FunctionInputs>;
    readonly start: Start;
    /** Where it is declared. */
    readonly resource: Resource;
    /** Undecided where it is not known yet which function it names. */
    readonly when: Answer;
    /** How long the caller waits, where that is bounded. */
    readonly waits?: Wait;
}

/** All that is known to start functions of the stack. */
export const triggersOf = fact(
    [routesOf, StateMachine, LambdaPermission, ...triggerPlaces.map(({ type }) => type)],
    (stack): readonly Trigger[] => [
        ...placed(stack),
        ...routesOf(stack).flatMap((route) => [...routed(route)]),
        ...spoken(stack),
        ...stepped(stack),
        ...permitted(stack),
    ],
);

/** What starts the function. */
export function triggersFor(stack: Stack, of: Resource): readonly Trigger[] {
    return stack.once(triggersFor, byFunction).get(of) ?? [];
}

/** Does a function with this timeout go on when the caller has given up? */
export function outlasts(timeout: Value, { when, waits }: Trigger): Answer {
    if (!waits) return no;
    const { milliseconds, standard } = waits;
    if (milliseconds.state === "unknown") return all(when, undecided(milliseconds.place));
    return all(
        when,
        holds(timeout, (seconds) => 1000 * Number(seconds) > (milliseconds.number() ?? standard)),
    );
}

function byFunction(stack: Stack): ReadonlyMap<Resource, readonly Trigger[]> {
    return grouped(triggersOf(stack).map((trigger) => [trigger, [trigger.function]] as const));
}

function* placed(stack: Stack): Iterable<Trigger> {
    for (const { type, start, paths, milliseconds } of triggerPlaces) {
        const waits = milliseconds === undefined ? undefined : { milliseconds: NOT_SAID, standard: milliseconds };
        for (const resource of stack.ofType<unknown>(type))
            for (const at of paths.flatMap((path) => valuesAt(resource.root, path)))
                yield* triggers(functionOf(stack, resource, at), { start, resource, ...(waits && { waits }) });
    }
}

const NOT_SAID = new Value(undefined);

function* routed({ target, resource, at, waits, isEvent }: Route): Iterable<Trigger> {
    const trigger = { start: isEvent ? "event" : "request", resource, ...(waits && { waits }) } as const;
    yield* triggers(target, trigger);
    // Of a document that is not known yet, what went into it may be what it names.
    if (target.kind !== "unknown") return;
    for (const one of dependenciesOf(resource, at)) yield { ...trigger, function: one, when: undecided(target.awaits) };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const SOCKET_WAITS = 29_000;

/** Messages of a WebSocket API, whose routes are no paths. */
function* spoken(stack: Stack): Iterable<Trigger> {
    for (const resource of stack.ofType(HttpRoute)) {
        const { apiId, target } = resource.inputs;
        const api = linked(stack.link(resource, apiId, HttpApi));
        if (api?.inputs.protocolType.text()?.toUpperCase() !== "WEBSOCKET") continue;
        const integration = linked(integrationOf(stack, resource, target));
        const milliseconds = integration ? inputOf(integration, "timeoutMilliseconds") : NOT_SAID;
        const waits = { milliseconds, standard: SOCKET_WAITS };
        yield* triggers(routeFunction(stack, resource, target), { start: "request", resource, waits });
    }
}

/** A function's ARN within a definition. */
const FUNCTION_ARN = /arn:[\w-]+:lambda:[\w-]*:\d*:function:[\w-]+/g;

/** State machines name functions within a text, of which nothing is known while a part of it is not. */
function* stepped(stack: Stack): Iterable<Trigger> {
    for (const resource of stack.ofType(StateMachine)) {
        const text = resource.inputs.definition.text() ?? "";
        const named = [...text.matchAll(FUNCTION_ARN)].map(([arn]) => stack.named(arn, LambdaFunction));
        for (const one of new Set([...named, ...dependenciesOf(resource, "definition")]))
            if (one) yield { function: one, start: "batch", resource, when: yes };
    }
}

function dependenciesOf(resource: Resource, property: string): readonly Resource<FunctionInputs>[] {
    return (resource.propertyDependencies[property] ?? []).filter((one) => isOf(one, LambdaFunction));
}

/** Whatever the permission lets in starts the function, wherever it is declared. */
function* permitted(stack: Stack): Iterable<Trigger> {
    for (const resource of stack.ofType(LambdaPermission)) {
        const start = permittedStarts.get(serviceName(resource.inputs.principal.text() ?? "") ?? "");
        if (start) yield* triggers(functionOf(stack, resource, resource.inputs.function), { start, resource });
    }
}

function* triggers(link: Link<FunctionInputs>, trigger: Omit<Trigger, "function" | "when">): Iterable<Trigger> {
    const when = link.kind === "candidates" ? undecided(link.awaits) : yes;
    for (const one of possible(link)) yield { ...trigger, function: one, when };
}
