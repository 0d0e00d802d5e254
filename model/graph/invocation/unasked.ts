import { policyInDocument, RestApi } from "../../aws";
import { listed, matches, opensTo, parsePolicy } from "../../iam";
import { type Answer, absent, all, answer, any, equals, filled, no, not, undecided, Value, yes } from "../../values";
import { type ApiPolicy, apiPolicies } from "../data/api-policies";
import { grouped } from "../grouped";
import { linked } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { asksForCertificates } from "./domains";
import { isPrivate } from "./doors";
import { leadsSomewhere, type Operation, operationsByApi } from "./operations";
import { type Told, toldTogether } from "./told";

/**
 * Who gets through without saying who he is:
 *
 * - `anyone`: whoever asks.
 * - `key`: whoever has a key of the API, which tells clients apart and proves nothing.
 * - `network`: whoever comes from an endpoint of a VPC, or an address, that the API's policy names.
 * - `preflight`: browsers, before they send what carries a token; `other preflight` where nothing else would take that from them.
 * - `health`: whoever asks whether it is up.
 * - `nobody`: it asks for an authorizer and names none, so AWS refuses it.
 */
export type Who = "anyone" | "key" | "network" | "preflight" | "other preflight" | "health" | "nobody";

/** What an API answers without asking who calls: one operation, or all that it has. */
export interface Unasked extends Told {
    readonly who: Who;
}

/**
 * All operations of such APIs that do not ask who calls.
 *
 * @param publicPaths `/health`, `GET /products/*`: what is meant for everybody
 */
export function unaskedOperations(
    stack: Stack,
    isAskedAbout: (operation: Operation) => boolean,
    publicPaths: readonly string[],
): readonly Unasked[] {
    return [...operationsByApi(stack).values()].flatMap((beside) => {
        const answered = beside.filter(
            (one) => isAskedAbout(one) && leadsSomewhere(one).is !== "no" && isPublic(one, publicPaths).is !== "yes",
        );
        const unasked = answered.map((one) => unaskedAt(stack, one, beside, publicPaths));
        return toldTogether(unasked, ({ who }) => who);
    });
}

const SAYS: Readonly<Record<Who, string>> = {
    anyone: "anyone on the internet may call it",
    key: "whoever has an API key may call it: keys are passed on, and say nothing of who calls",
    network: "whoever comes from the network that the API's policy or type names may call it",
    preflight: "anyone may have it run what is behind it, which a preflight beside a route for all verbs needs",
    "other preflight": "a preflight, and anyone else, runs what is behind it",
    health: "anyone may have it run what is behind it; its path is one of health checks",
    nobody: "AWS refuses it",
};

/** The fact and what follows from it, as a message says it. */
export function saidOfUnasked({ who, operations, resource }: Unasked): string {
    if (who === "nobody") return `asks for an authorizer and names none, so ${SAYS.nobody}`;
    if (operations.length === 1) return `asks nobody who he is, so ${SAYS[who]}`;
    const names = new Set(operations.map((one) => one.resource.name));
    names.delete(resource.name);
    const by = names.size > 0 ? ` (${listed([...names])})` : "";
    return `none of its ${operations.length} operations${by} asks who calls, so ${SAYS[who].replace("call it", "call them")}`;
}

function unaskedAt(
    stack: Stack,
    operation: Operation,
    beside: readonly Operation[],
    publicPaths: readonly string[],
): Unasked {
    const { api, resource, authorization, document, identifies } = operation;
    const lacks = lacksAuthorizer(operation);
    const isOpen = all(
        not(identifies),
        leadsSomewhere(operation),
        not(isPublic(operation, publicPaths)),
        isDefaultOfHttp(operation),
        not(certified(stack, operation)),
    );
    return {
        who: lacks.is === "yes" ? "nobody" : whoCalls(stack, operation, beside),
        resource,
        at: document && authorization.state === "absent" ? document.operation : authorization,
        when: any(isOpen, lacks),
        api: api.key,
        operations: [operation],
    };
}

/** Does nobody call its API without a certificate? */
export function certified(stack: Stack, { api }: Operation): Answer {
    return asksForCertificates(stack, linked(api.link));
}

/** Of an API that is declared elsewhere, `$default` may be a WebSocket's, whose callers `$connect` asks. */
export function isDefaultOfHttp({ api, path, resource }: Operation): Answer {
    if (api.kind !== undefined) return yes;
    return path === undefined || path === "$default" ? undecided(resource.root.get("apiId").place) : yes;
}

/** AWS refuses these without one. */
const WITH_AUTHORIZER = ["CUSTOM", "COGNITO_USER_POOLS", "JWT"];

function lacksAuthorizer({ authorization, authorizer, document }: Operation): Answer {
    if (document || !authorizer || authorization.state === "absent") return no;
    return all(absent(authorizer), equals(authorization, ...WITH_AUTHORIZER));
}

/** Who gets through where nobody is asked, as the API is set up. */
export function whoCalls(stack: Stack, operation: Operation, beside: readonly Operation[]): Who {
    const { method, needsKey, api } = operation;
    if (isForNetwork(stack, linked(api.link)).is !== "no") return "network";
    if (method === "OPTIONS") return api.kind !== "REST" && beside.some(takesAll) ? "preflight" : "other preflight";
    if (needsKey.is !== "no") return "key";
    return isHealthCheck(operation) ? "health" : "anyone";
}

/**
 * AWS's advice beside a route that takes every verb and asks who calls.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
function takesAll({ method, identifies }: Operation): boolean {
    return method === "ANY" && identifies.is !== "no";
}

const HEALTH = /^(?:\/[\w.-]+){0,2}\/(?:health|healthz|health-?check|livez|readyz|ping)\/?$/i;

function isHealthCheck({ method, path }: Operation): boolean {
    return (method === "GET" || method === "HEAD") && path !== undefined && HEALTH.test(path);
}

/** Is the operation among those, each a path or a verb with a path, with `*` for anything? */
function isPublic({ method, path, resource, at }: Operation, publicPaths: readonly string[]): Answer {
    if (path === undefined) return publicPaths.length > 0 ? undecided(`${resource.name}.${at}`) : no;
    return answer(
        publicPaths.some((one) => {
            const [, verb, pattern = one] = /^([A-Za-z]+) (.+)$/.exec(one) ?? [];
            return (verb === undefined || verb.toUpperCase() === method) && matches(pattern, path);
        }),
    );
}

/** A private API is reached through endpoints of a VPC alone, any other from the addresses and endpoints that its policy names. */
function isForNetwork(stack: Stack, api: Resource | undefined): Answer {
    if (!api || !isOf(api, RestApi)) return no;
    const policies = stack.once(isForNetwork, policiesByApi).get(api) ?? [];
    return any(
        isPrivate(api),
        ...policies.map(({ hung }) => hung.some(keepsStrangersOut)),
        keepsStrangersOut(inDocument(api)),
    );
}

function policiesByApi(stack: Stack): ReadonlyMap<Resource, readonly ApiPolicy[]> {
    return grouped(apiPolicies(stack).map((one) => [one, [one.hung.holder ?? []].flat()] as const));
}

const INVOKE = "execute-api:Invoke";

/** It names nobody, whom the API could not tell, and yet lets not everybody in. */
function keepsStrangersOut(policy: Value): Answer {
    if (filled(policy).is === "no") return no;
    const { statements, unknown } = parsePolicy(policy);
    const isForAll = statements.some(
        ({ effect, principals }) =>
            effect === "Allow" && principals?.members.some(({ kind }) => kind === "everyone") === true,
    );
    return all(any(answer(isForAll), ...unknown.map((place) => undecided(place))), not(opensTo(policy, [INVOKE])));
}

/** What the API itself, or a resource beside it, says wins over its document. */
function inDocument(api: Resource): Value {
    const own = inputOf(api, "policy");
    if (own.state !== "absent") return new Value(undefined);
    return policyInDocument(api.type, api.root);
}
