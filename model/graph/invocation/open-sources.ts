import { invokingServices, LambdaPermission, LogAccountPolicy } from "../../aws";
import { namesOwner, parsePrincipal } from "../../iam";
import { type Answer, all, answer, any, filled, holds, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";
import { type Operation, operationsOf } from "./operations";
import { isCatchAll } from "./routes";
import { isOfAnotherKind, namesOperation, type Openness, opennessOf, permittedSource } from "./sources";

type PermissionInputs = NonNullable<(typeof LambdaPermission)["inputs"]>;

/** A Lambda permission for more than the one source that calls. */
export interface OpenSource {
    readonly permission: Resource<PermissionInputs>;
    /** `operations`: an API as a whole, of which other functions answer some methods or routes. */
    readonly how: Exclude<Openness, "named"> | "operations";
    /** What the service acts for, in a word. */
    readonly one: string;
    /** AWS itself has uses or advice for no more than the account. */
    readonly isAdvised: boolean;
    readonly when: Answer;
}

/** Permissions whose source is bounded to an account, and wider than one source of it. */
export const openSources = fact([LambdaPermission, operationsOf], (stack): readonly OpenSource[] =>
    stack.ofType(LambdaPermission).flatMap((permission) => openAt(stack, permission) ?? []),
);

function openAt(stack: Stack, permission: Resource<PermissionInputs>): OpenSource | undefined {
    const { principal, sourceArn } = permission.inputs;
    const arn = sourceArn.text() ?? "";
    const service = servicePermitted(principal, arn);
    if (isOfAnotherKind(permission, service)) return undefined;
    const openness = howOpen(stack, service, arn);
    const how = openness === "named" ? "operations" : openness;
    if (how === "operations" && service !== "apigateway") return undefined;
    const { one = "resource", byAccount = false } = invokingServices.get(service) ?? {};
    // Of most it is no, and nothing else need be asked.
    const others = how === "operations" ? letsOthersIn(stack, permission) : yes;
    const when = others.is === "no" ? no : all(isForSources(principal), isOfOneAccount(permission, service), others);
    // A policy for the subscriptions of a whole account stands for all its log groups; it may live in another stack.
    return { permission, one, isAdvised: byAccount || service === "logs", how, when };
}

function howOpen(stack: Stack, service: string, arn: string): Openness {
    const isNeeded = service === "logs" && stack.has(LogAccountPolicy);
    return arn === "" || isNeeded ? "named" : opennessOf(arn, service);
}

function isForSources(principal: Value): Answer {
    return holds(principal, (text) => ["service", "everyone"].includes(parsePrincipal(text).kind));
}

/** Of whom everybody may be, the ARN tells the service. */
function servicePermitted(principal: Value, arn: string): string {
    const who = parsePrincipal(principal.text() ?? "");
    if (who.kind === "service") return who.service;
    const own = `${arn.split(":")[2]}:`;
    return [...invokingServices].find(([, { sources }]) => sources.some((one) => one.startsWith(own)))?.[0] ?? "";
}

/** What is open to every account is `lambda-permission-source-required`'s, also a bucket whose account is not said. */
function isOfOneAccount({ inputs }: Resource<PermissionInputs>, service: string): Answer {
    const { sourceArn, sourceAccount } = inputs;
    const isNamed = sourceArn.state === "unknown" ? yes : holds(sourceArn, namesOwner);
    return any(filled(sourceAccount), all(answer(service !== "s3"), isNamed));
}

/** All of an API, or of a method, at one stage or all: `*`, `STAGE/*`, `STAGE/METHOD/*`. Authorizers are told by ids of their own. */
const WHOLE = /^(?!authorizers\/)(?:\*+|[^/]+(?:\/[^/]+)?\/\*+|[^/]+\/\*+\/\*+\/\*+)$/;

/** Does the source take in methods or routes that other functions of the stack answer, and is it not for a function that answers all? */
function letsOthersIn(stack: Stack, permission: Resource<PermissionInputs>): Answer {
    const { sourceArn } = permission.inputs;
    const tail = /^arn:(?:[^:]*:){4}[^/]+\/(.+)$/.exec(sourceArn.text() ?? "")?.[1];
    if (sourceArn.state !== "unknown" && !(tail !== undefined && WHOLE.test(tail))) return no;
    const called = linked(functionOf(stack, permission, permission.inputs.function));
    const api = called && permittedSource(stack, permission, "apigateway");
    if (!api) return no;
    const byApi = stack.once(letsOthersIn, operationsByApi);
    const taken = (byApi.get(api) ?? []).filter((one) => namesOperation(sourceArn, one).is !== "no");
    const isAll = taken.filter((one) => answersAll(one)).map(({ target }) => answers(target, called));
    const others = taken.map(({ target }) => all(not(answers(target, called)), isFunction(target)));
    const isWide = sourceArn.state === "unknown" ? undecided(sourceArn.place) : yes;
    return all(any(...others), not(any(...isAll)), isWide);
}

function operationsByApi(stack: Stack): ReadonlyMap<Resource, readonly Operation[]> {
    return grouped<Operation, Resource>(operationsOf(stack).map((one) => [one, possible(one.api.link)] as const));
}

type Target = Operation["target"];

function answers(target: Target, called: Resource): Answer {
    if (target.kind === "unknown" || target.kind === "candidates") return undecided(target.awaits);
    return answer(linked(target) === called);
}

function isFunction(target: Target): Answer {
    if (target.kind === "unknown" || target.kind === "candidates") return undecided(target.awaits);
    return answer(target.kind === "found");
}

/** Whatever is asked of the API: its source is as wide as the API. */
function answersAll({ path, api }: Operation): boolean {
    return path !== undefined && api.kind !== "WEBSOCKET" && isCatchAll(path) && path.lastIndexOf("/") <= 0;
}
