import {
    AlbListener,
    AlbListenerRule,
    AlbTargetGroup,
    AlbTargetGroupAttachment,
    HttpApi,
    HttpRoute,
    LambdaFunction,
    Listener,
    ListenerRule,
    RestApi,
    RestIntegration,
    RestMethod,
    RestResource,
    TargetGroup,
    TargetGroupAttachment,
} from "../../aws";
import { isRecord, Value } from "../../values";
import { fact } from "../fact";
import { type Link, linked } from "../link";
import { isGiven, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf, integrationOf, routeFunction } from "./functions";

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

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const REST_WAITS = 29_000;
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const HTTP_WAITS = 30_000;

const NOT_SAID = new Value(undefined);

/** All routes of the stack: REST and HTTP APIs, OpenAPI bodies, load balancers. CORS preflights are no routes. */
export const routesOf = fact(
    [HttpApi, HttpRoute, RestApi, RestMethod, Listener, AlbListener, ListenerRule, AlbListenerRule],
    (stack): readonly Route[] => [
        ...httpRoutes(stack),
        ...restRoutes(stack),
        ...bodyRoutes(stack),
        ...listenerRoutes(stack),
    ],
);

/** Does the path take everything below it? */
export function isCatchAll(path: string): boolean {
    return /^\/?\*$/.test(path) || /\/\{[^}]+\+\}$/.test(path) || path === "$default";
}

function* httpRoutes(stack: Stack): Iterable<Route> {
    for (const api of stack.ofType(HttpApi)) {
        const { target, routeKey, protocolType } = api.inputs;
        if (protocolType.text()?.toUpperCase() === "WEBSOCKET") continue;
        if (target.state === "absent") continue;
        yield {
            door: api.urn,
            resource: api,
            ...routeKeyParts(routeKey.text() ?? "$default"),
            target: routeFunction(stack, api, target),
            at: "target",
            waits: { milliseconds: NOT_SAID, standard: HTTP_WAITS },
        };
    }
    for (const route of stack.ofType(HttpRoute)) {
        const api = linked(stack.link(route, route.inputs.apiId, HttpApi));
        // A WebSocket API's $default is a message kind among others, not a path.
        if (api?.inputs.protocolType.text()?.toUpperCase() === "WEBSOCKET") continue;
        const key = route.inputs.routeKey.text();
        const integration = linked(integrationOf(stack, route, route.inputs.target));
        if (key?.startsWith("OPTIONS ")) continue;
        yield {
            door: api?.urn ?? route.inputs.apiId.text() ?? route.urn,
            resource: route,
            ...(key === undefined ? { method: "ANY", path: undefined } : routeKeyParts(key)),
            target: routeFunction(stack, route, route.inputs.target),
            at: "routeKey",
            ...(integration && waitOf(integration, integration.inputs.timeoutMilliseconds, HTTP_WAITS)),
        };
    }
}

function routeKeyParts(key: string): { method: string; path: string } {
    const [method = "ANY", path] = key.split(" ");
    return path === undefined ? { method: "ANY", path: key } : { method: method.toUpperCase(), path };
}

function* restRoutes(stack: Stack): Iterable<Route> {
    const integrations = new Map(stack.ofType(RestIntegration).map((one) => [placeOf(stack, one), one]));
    for (const method of stack.ofType(RestMethod)) {
        const verb = method.inputs.httpMethod.text() ?? "ANY";
        if (verb === "OPTIONS") continue;
        const integration = integrations.get(placeOf(stack, method));
        if (!integration) continue;
        const api = linked(stack.link(method, method.inputs.restApi, RestApi));
        yield {
            door: api?.urn ?? method.inputs.restApi.text() ?? method.urn,
            resource: method,
            method: verb,
            path: pathOf(stack, method),
            target: functionOf(stack, integration, integration.inputs.uri),
            at: "httpMethod",
            ...waitOf(
                integration,
                integration.inputs.timeoutMilliseconds,
                REST_WAITS,
                integration.inputs.requestParameters,
            ),
        };
    }
}

/** A REST API that asks for it gets its answer before the function has run. */
const INVOCATION = /^integration\.request\.header\.x-amz-invocation-type$/i;

function waitOf(holder: Resource, said: Value, standard: number, parameters?: Value): Pick<Route, "waits" | "isEvent"> {
    const isEvent = parameters?.entries().some(([key, value]) => INVOCATION.test(key) && value.text() === "'Event'");
    const isComputed = said.state === "unknown" && !isGiven(holder, said.path);
    return isEvent === true ? { isEvent } : { waits: { milliseconds: isComputed ? NOT_SAID : said, standard } };
}

/** A method and its integration name the same API resource and the same verb, or one follows the other's outputs. */
function placeOf(stack: Stack, resource: Resource): string {
    const holder = linked(stack.link(resource, resource.root.get("resourceId"), RestResource));
    const api = linked(stack.link(resource, resource.root.get("restApi"), RestApi));
    const at =
        holder?.urn ??
        `${api?.urn ?? resource.root.get("restApi").text() ?? ""} ${resource.root.get("resourceId").text() ?? ""}`;
    return `${at} ${resource.root.get("httpMethod").text() ?? ""}`;
}

/** The path of a REST method's resource, from its parts up to the API's root; undefined where a part is unknown. */
function pathOf(stack: Stack, method: Resource): string | undefined {
    const parts: string[] = [];
    let holder = linked(stack.link(method, method.root.get("resourceId"), RestResource));
    if (!holder) return method.root.get("resourceId").state === "unknown" && !dependsOnApi(method) ? undefined : "/";
    // A resource that names itself as its parent, over however many steps, has no path.
    const seen = new Set<Resource>();
    while (holder) {
        if (seen.has(holder)) return undefined;
        seen.add(holder);
        const part = holder.inputs.pathPart.text();
        if (part === undefined) return undefined;
        parts.unshift(part);
        holder = linked(stack.link(holder, holder.inputs.parentId, RestResource));
    }
    return `/${parts.join("/")}`;
}

/** The root resource's id is an output of the API itself. */
function dependsOnApi(method: Resource): boolean {
    return (method.propertyDependencies["resourceId"] ?? []).some(({ type }) => type === RestApi.token);
}

/** Routes of an OpenAPI document, with AWS's extension that names the integration. */
function* bodyRoutes(stack: Stack): Iterable<Route> {
    for (const api of [...stack.ofType(RestApi), ...stack.ofType(HttpApi)] as readonly Resource[]) {
        const body = api.root.get("body");
        const standard = isOf(api, RestApi) ? REST_WAITS : HTTP_WAITS;
        const document = body.json();
        if (!document || body.state === "absent") continue;
        if (document.state === "unknown") {
            yield {
                door: api.urn,
                resource: api,
                method: "ANY",
                path: undefined,
                target: { kind: "unknown", awaits: body.place },
                at: "body",
                waits: { milliseconds: body, standard },
            };
            continue;
        }
        for (const [path, item] of document.get("paths").entries()) {
            for (const [verb, operation] of item.entries()) {
                const integration = operation.get("x-amazon-apigateway-integration");
                if (verb === "options" || !isRecord(integration.known())) continue;
                const method = verb.startsWith("x-") ? "ANY" : verb.toUpperCase();
                yield {
                    door: api.urn,
                    resource: api,
                    method,
                    path,
                    target: inBody(stack, api, integration.get("uri")),
                    at: "body",
                    ...waitOf(api, integration.get("timeoutInMillis"), standard, integration.get("requestParameters")),
                };
            }
        }
    }
}

/** A URI inside a document has the document's dependencies, so only its own text can say which function it names. */
function inBody(stack: Stack, api: Resource, uri: Value): Link<FunctionInputs> {
    if (uri.text() !== undefined) return functionOf(stack, api, uri);
    return uri.state === "unknown" ? stack.link(api, uri, LambdaFunction) : { kind: "absent" };
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
        const base = { door, resource: rule, method: "ANY", at: "conditions" };
        const patterns = rule.root
            .get("conditions")
            .items()
            .flatMap((condition) => (condition as Value).down("pathPattern.values").items());
        for (const group of targetGroups(rule.root.get("actions"))) {
            const target = targetGroupFunction(stack, rule, group);
            for (const pattern of patterns) yield { ...base, path: (pattern as Value).text(), target };
        }
    }
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
