import {
    type DocumentOperation,
    documentOf,
    documentOperations,
    HttpApi,
    HttpRoute,
    isIntegrated,
    LambdaFunction,
    RestApi,
    RestApiPut,
    RestIntegration,
    RestMethod,
    RestResource,
} from "../../aws";
import { type Answer, answer, isTrue, no, undecided, Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, linked, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf, integrationOf, routeFunction } from "./functions";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

export type ApiKind = "REST" | "HTTP" | "WEBSOCKET";

/** The API that an operation belongs to. */
export interface Api {
    readonly link: Link;
    /** Its URN, or the id of one that is declared elsewhere; it tells operations of one from those of another. */
    readonly key: string;
    /** Undefined where it is declared elsewhere, or not known yet. */
    readonly kind: ApiKind | undefined;
}

/** What answers an operation. */
export interface Integration {
    /** Whose properties these are. */
    readonly holder: Resource;
    readonly type: Value;
    readonly uri: Value;
    /** The verb with which the API calls it. */
    readonly method: Value;
    readonly timeout: Value;
    readonly parameters: Value;
    /** A role under which the API calls it. */
    readonly credentials: Value;
}

/** One method of a REST API, or one route of an HTTP or WebSocket API, however it is declared. */
export interface Operation {
    readonly api: Api;
    /** Where it is declared, and by which property. */
    readonly resource: Resource;
    readonly at: string;
    /** Upper case; `ANY` for all. */
    readonly method: string;
    /** With a leading slash, `$default`, or a WebSocket's route key; undefined where it is unknown. */
    readonly path: string | undefined;
    readonly integration?: Integration;
    /** The function that answers; `outside` for anything that is no function. */
    readonly target: Link<FunctionInputs>;
    /** Does it ask who calls: for a signature, a token, or a function's decision? */
    readonly identifies: Answer;
    /** Where it says so, or should. */
    readonly authorization: Value;
    /** The authorizer that it names; of a document, none is named here. */
    readonly authorizer?: Value;
    readonly needsKey: Answer;
    /** Of one that an OpenAPI document declares, what that says. */
    readonly document?: DocumentOperation;
}

/** All operations of the stack's APIs, preflights and mocks among them. */
export const operationsOf = fact(
    [HttpApi, HttpRoute, RestApi, RestApiPut, RestMethod],
    (stack): readonly Operation[] => [
        ...quickOperations(stack),
        ...httpOperations(stack),
        ...restOperations(stack),
        ...bodyOperations(stack),
    ],
);

/** The same, by the URN or the id of the API. */
export const operationsByApi = fact([operationsOf], (stack) =>
    grouped(operationsOf(stack).map((one) => [one, [one.api.key]] as const)),
);

/** A mock answers by itself, and an OPTIONS that nothing answers is none. */
export function leadsSomewhere({ integration, method }: Operation): Answer {
    if (!integration) return answer(method !== "OPTIONS");
    const { type } = integration;
    return type.state === "unknown" ? undecided(type.place) : answer(type.text()?.toUpperCase() !== "MOCK");
}

/** An HTTP API that names its target has one open route. */
function* quickOperations(stack: Stack): Iterable<Operation> {
    for (const resource of stack.ofType(HttpApi)) {
        const { target, routeKey, credentialsArn } = resource.inputs;
        const api = apiOf(stack, resource, undefined);
        if (target.state === "absent" || api.kind === "WEBSOCKET") continue;
        const integration = {
            holder: resource,
            type: NOT_SAID,
            uri: target as Value,
            method: NOT_SAID,
            timeout: NOT_SAID,
            parameters: NOT_SAID,
            credentials: credentialsArn as Value,
        };
        yield {
            api,
            resource,
            at: "target",
            ...routeKeyParts(routeKey.text() ?? "$default"),
            integration,
            target: routeFunction(stack, resource, target),
            identifies: no,
            authorization: target,
            needsKey: no,
        };
    }
}

const NOT_SAID = new Value(undefined);

function* httpOperations(stack: Stack): Iterable<Operation> {
    for (const resource of stack.ofType(HttpRoute)) {
        const { apiId, routeKey, target, authorizationType, authorizerId, apiKeyRequired } = resource.inputs;
        const key = routeKey.text();
        const holder = linked(integrationOf(stack, resource, target));
        const api = apiOf(stack, resource, apiId, kindByKey(key));
        yield {
            api,
            resource,
            at: "routeKey",
            ...(key === undefined ? { method: "ANY", path: undefined } : routeKeyParts(key)),
            ...(holder && { integration: httpIntegration(holder) }),
            target: routeFunction(stack, resource, target),
            identifies: asks(authorizationType),
            authorization: authorizationType,
            authorizer: authorizerId,
            needsKey: isTrue(apiKeyRequired, false),
        };
    }
}

function httpIntegration(holder: Resource): Integration {
    const { root } = holder;
    return {
        holder,
        type: root.get("integrationType"),
        uri: root.get("integrationUri"),
        timeout: root.get("timeoutMilliseconds"),
        parameters: root.get("requestParameters"),
        method: root.get("integrationMethod"),
        credentials: root.get("credentialsArn"),
    };
}

/** Absent is `NONE`. */
function asks(authorization: Value): Answer {
    if (authorization.state === "unknown") return undecided(authorization.place);
    return answer(authorization.state === "known" && authorization.text()?.toUpperCase() !== "NONE");
}

function routeKeyParts(key: string): { method: string; path: string } {
    const [method = "ANY", path] = key.split(" ");
    return path === undefined ? { method: "ANY", path: key } : { method: method.toUpperCase(), path };
}

function* restOperations(stack: Stack): Iterable<Operation> {
    const integrations = new Map(stack.ofType(RestIntegration).map((one) => [placeOf(stack, one), one]));
    for (const resource of stack.ofType(RestMethod)) {
        const { restApi, httpMethod, authorization, authorizerId, apiKeyRequired } = resource.inputs;
        const holder = integrations.get(placeOf(stack, resource));
        yield {
            api: apiOf(stack, resource, restApi, "REST"),
            resource,
            at: "httpMethod",
            method: httpMethod.text()?.toUpperCase() ?? "ANY",
            path: pathOf(stack, resource),
            ...(holder && { integration: restIntegration(holder) }),
            target: holder ? functionOf(stack, holder, holder.inputs.uri) : { kind: "absent" },
            identifies: asks(authorization),
            authorization,
            authorizer: authorizerId,
            needsKey: isTrue(apiKeyRequired, false),
        };
    }
}

function restIntegration(holder: Resource): Integration {
    const { root } = holder;
    return {
        holder,
        type: root.get("type"),
        uri: root.get("uri"),
        timeout: root.get("timeoutMilliseconds"),
        parameters: root.get("requestParameters"),
        method: root.get("integrationHttpMethod"),
        credentials: root.get("credentials"),
    };
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

/** What OpenAPI documents declare, with AWS's extension that names the integration. */
function* bodyOperations(stack: Stack): Iterable<Operation> {
    for (const resource of stack.ofType<unknown>(RestApi, RestApiPut, HttpApi)) {
        const body = resource.root.get("body");
        const document = documentOf(resource.type, resource.root);
        if (document.state === "absent") continue;
        const kind = isOf(resource, HttpApi) ? "HTTP" : "REST";
        const named = isOf(resource, RestApiPut) ? resource.inputs.restApiId : undefined;
        const api = apiOf(stack, resource, named, kind);
        const declared = { api, resource, at: "body" };
        if (document.state === "unknown") {
            const unknown = undecided(body.place);
            yield {
                ...declared,
                method: "ANY",
                path: undefined,
                integration: inDocument(resource, body),
                target: { kind: "unknown", awaits: body.place },
                identifies: unknown,
                authorization: body,
                needsKey: unknown,
            };
            continue;
        }
        for (const one of documentOperations(document, kind)) {
            yield {
                ...declared,
                method: one.method,
                path: one.path,
                ...(isIntegrated(one) && { integration: inDocument(resource, one.integration) }),
                target: inBody(stack, resource, one.integration.get("uri")),
                identifies: one.identifies,
                authorization: one.security,
                needsKey: one.needsKey,
                document: one,
            };
        }
    }
}

function inDocument(holder: Resource, integration: Value): Integration {
    const at = (key: string) => (integration.state === "unknown" ? integration : integration.get(key));
    return {
        holder,
        type: at("type"),
        uri: integration.get("uri"),
        timeout: integration.get("timeoutInMillis"),
        parameters: integration.get("requestParameters"),
        method: at("httpMethod"),
        credentials: integration.get("credentials"),
    };
}

/** A URI inside a document has the document's dependencies, so only its own text can say which function it names. */
function inBody(stack: Stack, api: Resource, uri: Value): Link<FunctionInputs> {
    if (uri.text() !== undefined) return functionOf(stack, api, uri);
    return uri.state === "unknown" ? stack.link(api, uri, LambdaFunction) : { kind: "absent" };
}

/** The API that a resource is or names. Where that is not in the stack, its kind may be told otherwise. */
function apiOf(stack: Stack, from: Resource, named: Value | undefined, told?: ApiKind): Api {
    const link: Link = named
        ? stack.link<unknown>(from, named, told === "REST" ? RestApi : HttpApi)
        : { kind: "found", resource: from };
    const [resource] = possible(link);
    const key = linked(link)?.urn ?? named?.text() ?? from.urn;
    return { link, key, kind: (resource && isOf(resource, HttpApi) && kindOf(resource)) || told };
}

/** Routes of HTTP APIs are a verb with a path, those of WebSocket APIs kinds of messages; `$default` is a route of either. */
function kindByKey(key: string | undefined): ApiKind | undefined {
    if (key === undefined || key === "$default") return undefined;
    return /^\S+ \//.test(key) ? "HTTP" : "WEBSOCKET";
}

function kindOf({ root }: Resource): ApiKind | undefined {
    const protocol = root.get("protocolType");
    if (protocol.state === "unknown") return undefined;
    return protocol.text()?.toUpperCase() === "WEBSOCKET" ? "WEBSOCKET" : "HTTP";
}
