import {
    CloudFrontDistribution,
    EventBus,
    FirehoseDeliveryStream,
    KinesisStream,
    LambdaFunction,
    LambdaFunctionUrl,
    type ResourceType,
    SnsTopic,
    SqsQueue,
    type Start,
    StateMachine,
    type TriggerPlace,
    triggerPlaces,
    valuesAt,
} from "../../aws";
import { type Answer, filled, no, Value, yes } from "../../values";
import { fact } from "../fact";
import { type Link, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf, type Qualifier, qualifierBeside, qualifierOf } from "./functions";
import { type Operation, operationsOf } from "./operations";
import { type Wait, waitOf } from "./routes";

/** What else is called as functions are: told, handed a record, or started. */
const CALLED: readonly ResourceType[] = [
    StateMachine,
    SqsQueue,
    SnsTopic,
    EventBus,
    KinesisStream,
    FirehoseDeliveryStream,
];

/** An edge of the invoke graph: something that calls a function, a queue, a topic, a bus, a stream or a state machine, as whom, and for what. */
export interface Invocation {
    readonly target: Link;
    readonly qualifier: Qualifier;
    /** Where it is declared, and by which property. */
    readonly resource: Resource;
    readonly at: Value;
    readonly start: Start;
    /** The service that calls; undefined where it calls under a role. */
    readonly as: string | undefined;
    /** May it call under a role instead? */
    readonly underRole: Answer;
    /** For what it calls: the topic of a subscription, the API of a route. */
    readonly source: Link;
    /** What it reads or follows, where that is another. */
    readonly reads?: Link;
    /** Of an API, which of its methods or routes. */
    readonly operation?: Operation;
    readonly waits?: Wait;
}

/** All calls that the stack declares, also those of which it is not known yet whom they call. */
export const invocationsOf = fact(
    [operationsOf, StateMachine, LambdaFunctionUrl, ...triggerPlaces.map(({ type }) => type)],
    (stack): readonly Invocation[] => [...placed(stack), ...operated(stack), ...distributed(stack), ...stepped(stack)],
);

function* placed(stack: Stack): Iterable<Invocation> {
    for (const place of triggerPlaces)
        for (const resource of stack.ofType<unknown>(place.type))
            for (const at of place.paths.flatMap((path) => valuesAt(resource.root, path)))
                if (at.state !== "absent") yield invocationAt(stack, place, resource, at);
}

const NOT_SAID = new Value(undefined);

function invocationAt(stack: Stack, place: TriggerPlace, resource: Resource, at: Value): Invocation {
    const { start, milliseconds, source, reads, role } = place;
    const target = calledBy(stack, resource, at);
    const isFunction = possible(target).some((one) => isOf(one, LambdaFunction));
    return {
        target,
        qualifier: qualifierOf(resource, at),
        resource,
        at,
        start,
        as: isFunction ? place.as : (place.asToOthers ?? place.as),
        underRole: role === undefined ? no : filled(resource.root.get(role)),
        source: source
            ? stack.link(resource, resource.root.down(source.path), ...source.types)
            : { kind: "found", resource },
        ...(reads && { reads: stack.link(resource, resource.root.down(reads.path), ...reads.types) }),
        ...(milliseconds !== undefined && { waits: { milliseconds: NOT_SAID, standard: milliseconds } }),
    };
}

/** A function, or else one of the others. */
function calledBy(stack: Stack, resource: Resource, at: Value): Link {
    const called = functionOf(stack, resource, at);
    if (called.kind !== "outside" && called.kind !== "unknown") return called;
    const other = stack.link(resource, at, ...CALLED);
    return other.kind === "found" || other.kind === "candidates" ? other : called;
}

/** What the methods and routes of APIs call. */
function* operated(stack: Stack): Iterable<Invocation> {
    for (const operation of operationsOf(stack)) {
        const { integration, api } = operation;
        if (!integration) continue;
        const { holder, uri } = integration;
        const { isEvent, waits } = waitOf(operation);
        yield {
            target: operation.target,
            qualifier: qualifierOf(holder, uri),
            resource: operation.resource,
            at: uri,
            start: isEvent ? "event" : "request",
            as: "apigateway",
            underRole: filled(integration.credentials),
            source: api.link,
            operation,
            ...(waits && { waits }),
        };
    }
}

/** Distributions before functions' URLs: with an origin access control they sign what they ask. */
function* distributed(stack: Stack): Iterable<Invocation> {
    if (!stack.has(LambdaFunctionUrl)) return;
    const urls = stack.ofType(LambdaFunctionUrl);
    const byHost = new Map(urls.map((url) => [hostOf(url.root.get("functionUrl").text()), url]));
    byHost.delete("");
    for (const resource of stack.ofType(CloudFrontDistribution)) {
        const depends = (resource.propertyDependencies["origins"] ?? []).filter((one) => isOf(one, LambdaFunctionUrl));
        for (const origin of resource.root.get("origins").items() as readonly Value[]) {
            const domain = origin.get("domainName");
            const known = byHost.get(hostOf(domain.text()));
            for (const url of known ? [known] : domain.state === "unknown" ? depends : [])
                yield {
                    target: functionOf(stack, url, url.root.get("functionName")),
                    qualifier: qualifierBeside(url),
                    resource,
                    at: domain,
                    start: "request",
                    as: "cloudfront",
                    underRole: no,
                    source: { kind: "found", resource },
                };
        }
    }
}

/** The empty text where it is not known, as of a URL that is not made yet. */
function hostOf(url: string | undefined): string {
    return url?.replace(/^https:\/\//, "").replace(/\/.*$/, "") ?? "";
}

/** An ARN within a definition. */
const SOME_ARN = /arn:[\w-]+:(?:lambda|states|sqs|sns|events):[\w-]*:\d*:[\w:/.-]+/g;

/** State machines name what they call within a text, of which nothing is known while a part of it is not. */
function* stepped(stack: Stack): Iterable<Invocation> {
    const types = new Set([LambdaFunction, ...CALLED].map(({ token }) => token));
    for (const resource of stack.ofType(StateMachine)) {
        const at = resource.inputs.definition;
        const named = namedIn(at).flatMap((name) => possible(calledBy(stack, resource, name)));
        const depends = (resource.propertyDependencies["definition"] ?? []).filter(({ type }) => types.has(type));
        for (const one of new Set([...named, ...depends]))
            yield {
                target: { kind: "found", resource: one },
                qualifier: { awaits: at.place, mayBeNone: true },
                resource,
                at,
                start: "batch",
                as: undefined,
                underRole: yes,
                source: { kind: "found", resource },
            };
    }
}

/** What AWS's integrations are handed. https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html */
const HANDED: ReadonlySet<string> = new Set([
    "FunctionName",
    "QueueUrl",
    "TopicArn",
    "StateMachineArn",
    "EventBusName",
]);

/** What a definition names: as a task's own resource, or among what it hands to an integration. */
function namedIn(definition: Value): readonly Value[] {
    const document = definition.json();
    const open = document === undefined || document.state !== "known" ? [] : [document];
    const names: Value[] = [];
    for (let at = open.pop(); at; at = open.pop())
        for (const [key, below] of at.entries()) {
            const text = below.text();
            if (text === undefined) open.push(...(below.items() as readonly Value[]));
            else if (HANDED.has(key) || /^arn:[\w-]+:lambda:/.test(text)) names.push(below);
        }
    if (names.length > 0) return names;
    const texts = definition.partialText()?.match(SOME_ARN) ?? [];
    return texts.map((text) => new Value(text, definition.path));
}
