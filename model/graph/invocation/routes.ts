import {
    AlbListener,
    AlbListenerRule,
    AlbTargetGroup,
    AlbTargetGroupAttachment,
    HttpRoute,
    type LambdaFunction,
    Listener,
    ListenerRule,
    TargetGroup,
    TargetGroupAttachment,
} from "../../aws";
import { Value } from "../../values";
import { fact } from "../fact";
import { type Link, linked } from "../link";
import { isGiven, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";
import { type Operation, operationsOf } from "./operations";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** One way from an API or a load balancer to what answers it. */
export interface Route {
    /** The API or listener it belongs to; its URN tells routes of one from those of another. */
    readonly door: string;
    /** Where the route is declared. */
    readonly resource: Resource;
    /** Upper case; `ANY` for all. */
    readonly method: string;
    /** With a leading slash; undefined where it is unknown. */
    readonly path: string | undefined;
    /** The function that answers; `outside` for anything that is no function. */
    readonly target: Link<FunctionInputs>;
    readonly at: string;
    /** The method or route of an API; absent where a load balancer sends requests on. */
    readonly operation?: Operation;
    /** How long the door waits for the answer, where that is bounded. */
    readonly waits?: Wait;
    /** Nobody waits for an answer: the request is left to Lambda as an event. */
    readonly isEvent?: true;
}

/** What bounds an integration: its own timeout, and what AWS takes where none is given. */
export interface Wait {
    readonly milliseconds: Value;
    readonly standard: number;
}

/**
 * Also of messages of WebSocket APIs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
const REST_WAITS = 29_000;
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const HTTP_WAITS = 30_000;

const NOT_SAID = new Value(undefined);

/** All routes of the stack: REST and HTTP APIs, OpenAPI bodies, load balancers. CORS preflights are no routes. */
export const routesOf = fact(
    [operationsOf, Listener, AlbListener, ListenerRule, AlbListenerRule],
    (stack): readonly Route[] => [
        ...operationsOf(stack).flatMap((operation) => routeOf(operation)),
        ...listenerRoutes(stack),
    ],
);

/** Does the path take everything below it? */
export function isCatchAll(path: string): boolean {
    return /^\/?\*$/.test(path) || /\/\{[^}]+\+\}$/.test(path) || path === "$default";
}

/** Of a WebSocket API, `$default` is a message kind among others and no path. A method that nothing answers leads nowhere. */
function routeOf(operation: Operation): readonly Route[] {
    const { api, resource, at, method, path, target } = operation;
    if (api.kind === "WEBSOCKET" || !isServing(operation)) return [];
    return [{ door: api.key, resource, method, path, target, at, operation, ...waitOf(operation) }];
}

/** Preflights are not counted among what is served. */
export function isServing({ method, integration, resource }: Operation): boolean {
    return method !== "OPTIONS" && (integration !== undefined || isOf(resource, HttpRoute));
}

/** A REST API that asks for it gets its answer before the function has run. */
const INVOCATION = /^integration\.request\.header\.x-amz-invocation-type$/i;

/** How long the API waits for what answers the operation. */
export function waitOf({ integration, api }: Operation): Pick<Route, "waits" | "isEvent"> {
    if (!integration) return {};
    const { holder, timeout, parameters } = integration;
    const isEvent = parameters.entries().some(([key, value]) => INVOCATION.test(key) && value.text() === "'Event'");
    const isComputed = timeout.state === "unknown" && !isGiven(holder, timeout.path);
    const standard = api.kind === "HTTP" || api.kind === undefined ? HTTP_WAITS : REST_WAITS;
    return isEvent ? { isEvent } : { waits: { milliseconds: isComputed ? NOT_SAID : timeout, standard } };
}

function* listenerRoutes(stack: Stack): Iterable<Route> {
    for (const listener of stack.ofType<unknown>(Listener, AlbListener)) {
        const base = { door: listener.urn, resource: listener, method: "ANY", path: "/*", at: "defaultActions" };
        for (const group of targetGroups(listener.root.get("defaultActions")))
            yield { ...base, target: targetGroupFunction(stack, listener, group) };
    }
    for (const rule of stack.ofType<unknown>(ListenerRule, AlbListenerRule)) {
        const listener = linked(stack.link<unknown>(rule, rule.root.get("listenerArn"), Listener, AlbListener));
        const door = listener?.urn ?? rule.root.get("listenerArn").text() ?? rule.urn;
        const base = { door, resource: rule, at: "conditions" };
        const paths = valuesOf(rule, "pathPattern.values", "pathPattern.regexValues");
        const methods = valuesOf(rule, "httpRequestMethod.values").map((one) => one.text()?.toUpperCase());
        for (const group of targetGroups(rule.root.get("actions"))) {
            const target = targetGroupFunction(stack, rule, group);
            for (const method of methods.length > 0 ? methods : ["ANY"])
                for (const path of paths.length > 0 ? paths.map((one) => one.text()) : ["/*"])
                    yield { ...base, method: method ?? "ANY", path, target };
        }
    }
}

/** What a rule's conditions ask at these paths; one that does not ask takes anything. */
function valuesOf(rule: Resource, ...paths: readonly string[]): readonly Value[] {
    const conditions = rule.root.get("conditions").items() as readonly Value[];
    return conditions.flatMap((one) => paths.flatMap((path) => one.down(path).items() as readonly Value[]));
}

/** Where a listener's actions forward to: one group, or several by weight. Redirects and fixed answers are no routes. */
function targetGroups(actions: Value): readonly Value[] {
    return actions.items().flatMap((item) => {
        const action = item as Value;
        const weighted = action.down("forward.targetGroups").items() as readonly Value[];
        return [action.get("targetGroupArn"), ...weighted.map((group) => group.get("arn"))].filter(
            (arn) => arn.state !== "absent",
        );
    });
}

function targetGroupFunction(stack: Stack, from: Resource, value: Value): Link<FunctionInputs> {
    const link = stack.link<unknown>(from, value, TargetGroup, AlbTargetGroup);
    if (link.kind === "unknown" || link.kind === "candidates") return { kind: "unknown", awaits: link.awaits };
    const group = linked(link);
    const targetType = group?.root.get("targetType");
    if (targetType?.state === "unknown") return { kind: "unknown", awaits: targetType.place };
    if (!group || targetType?.text() !== "lambda") return { kind: "outside", reference: "" };
    const attachment = stack.once(targetGroupFunction, attachments).get(group);
    return attachment ? functionOf(stack, attachment, attachment.root.get("targetId")) : { kind: "absent" };
}

/** Target groups with what is registered in them; a group of type lambda has one target. */
function attachments(stack: Stack): ReadonlyMap<Resource, Resource> {
    return new Map(
        stack.ofType<unknown>(TargetGroupAttachment, AlbTargetGroupAttachment).flatMap((attachment) => {
            const value = attachment.root.get("targetGroupArn");
            const group = linked(stack.link<unknown>(attachment, value, TargetGroup, AlbTargetGroup));
            return group ? [[group, attachment] as const] : [];
        }),
    );
}
