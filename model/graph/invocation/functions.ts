import { HttpApi, HttpIntegration, LambdaAlias, LambdaFunction, type ResourceType } from "../../aws";
import { type Answer, answer, undecided, type Value, yes } from "../../values";
import { type Link, possible } from "../link";
import { isOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** The function's ARN inside an invoke ARN, or before a qualifier. */
const FUNCTION_ARN = /(arn:[\w-]+:lambda:[^:]*:[^:]*:function:[\w-]+)/;
/** `orders:live`, `123456789012:function:orders`: a name, with an account before it or a qualifier behind it. */
const PARTIAL_ARN = /^(?:(?<account>\d{12}):)?(?:function:)?(?<name>[\w-]+)(?::[\w$-]+)?$/;

/**
 * The function that a property names: by name, ARN, invoke ARN, with or without a qualifier, through an alias, or inside an
 * integration's URI.
 */
export function functionOf(stack: Stack, from: Resource, value: Value): Link<FunctionInputs> {
    // Of a stage's variable, each stage may have another value.
    if (value.text()?.includes("${stageVariables.")) return { kind: "unknown", awaits: value.place };
    const targets: readonly ResourceType[] = [LambdaFunction, LambdaAlias];
    const direct = stack.link(from, value, ...targets);
    switch (direct.kind) {
        case "found":
            return behind(stack, direct.resource);
        case "candidates":
            return oneOf(
                direct.resources.map((candidate) => behind(stack, candidate)),
                direct.awaits,
            );
        case "outside": {
            const resource = spelled(stack, direct.reference);
            return resource ? { kind: "found", resource } : direct;
        }
        default:
            return direct;
    }
}

/** Is it a function that a link leads to, of this stack or another? */
export function isFunction(link: Link): Answer {
    if (link.kind === "unknown") return undecided(link.awaits);
    return answer(link.kind !== "absent" && (link.kind !== "outside" || FUNCTION_ARN.test(link.reference)));
}

/** The function itself, or the one that an alias stands for. */
function behind(stack: Stack, target: Resource): Link<FunctionInputs> {
    return isOf(target, LambdaAlias)
        ? stack.link(target, target.inputs.functionName, LambdaFunction)
        : { kind: "found", resource: target as Resource<FunctionInputs> };
}

function oneOf(links: readonly Link<FunctionInputs>[], awaits: string): Link<FunctionInputs> {
    const functions = [...new Set(links.flatMap((link) => possible(link)))];
    const [only, ...more] = functions;
    if (!only || links.some((link) => possible(link).length === 0)) return { kind: "unknown", awaits };
    return more.length === 0 ? { kind: "found", resource: only } : { kind: "candidates", resources: functions, awaits };
}

/** The function that a text names in another spelling than its own outputs. */
function spelled(stack: Stack, reference: string): Resource<FunctionInputs> | undefined {
    const arn = FUNCTION_ARN.exec(reference)?.[1];
    if (arn !== undefined) return stack.named(arn, LambdaFunction) ?? notYetMade(stack, arn);
    const { account, name = "" } = PARTIAL_ARN.exec(reference)?.groups ?? {};
    const named = stack.named(name, LambdaFunction);
    return account === undefined || named?.root.get("arn").text()?.includes(`:${account}:`) ? named : undefined;
}

/** An ARN that is written out names a function whose own ARN is not known yet by the name that the program gives it. */
function notYetMade(stack: Stack, arn: string): Resource<FunctionInputs> | undefined {
    const named = stack.named(arn.split(":").at(-1) ?? "", LambdaFunction);
    return named?.root.get("arn").text() === undefined ? named : undefined;
}

/** The function behind a route of an HTTP API: `integrations/ID`, or what a quick-created API points at. */
export function routeFunction(stack: Stack, from: Resource, target: Value): Link<FunctionInputs> {
    if (isOf(from, HttpApi)) return functionOf(stack, from, target);
    const integration = integrationOf(stack, from, target);
    if (integration.kind !== "found")
        return integration.kind === "candidates" ? { kind: "unknown", awaits: integration.awaits } : integration;
    return functionOf(stack, integration.resource, integration.resource.inputs.integrationUri);
}

/** The integration behind a route of an HTTP API: `integrations/ID`. */
export function integrationOf(
    stack: Stack,
    from: Resource,
    target: Value,
): Link<NonNullable<(typeof HttpIntegration)["inputs"]>> {
    const id = target.text()?.replace(/^integrations\//, "");
    const found = id === undefined ? undefined : stack.named(id, HttpIntegration);
    return found ? { kind: "found", resource: found } : stack.link(from, target, HttpIntegration);
}

/** Which version or alias of a function is meant: the empty text for the function itself. */
export type Qualifier = { readonly name: string } | { readonly awaits: string; readonly mayBeNone: boolean };

/** A permission for an alias or a version lets nobody call the function itself, and the other way round. */
export function qualifierOf(from: Resource, value: Value): Qualifier {
    const text = value.text();
    if (text !== undefined) return { name: withoutLatest(QUALIFIED.exec(text)?.groups?.["qualifier"] ?? "") };
    if (value.state === "absent") return { name: "" };
    const aliases = sourcesOf(from, value.path).filter((one) => isOf(one, LambdaAlias));
    const [alias, ...others] = aliases.map(({ root }) => root.get("name").text());
    if (alias !== undefined && others.length === 0) return { name: alias };
    return { awaits: value.place, mayBeNone: aliases.length === 0 };
}

/** `…:function:orders:live`, also inside an invoke ARN; `orders:live`. */
const QUALIFIED = /(?:^|:function:)(?!arn:)[\w-]+:(?<qualifier>[\w$-]+)(?:$|\/)/;

function withoutLatest(qualifier: string): string {
    return qualifier === "$LATEST" ? "" : qualifier;
}

/** Does a permission with the one qualifier cover a call by the other? */
export function sameQualifier(permitted: Qualifier, called: Qualifier): Answer {
    if ("name" in permitted && "name" in called) return answer(permitted.name === called.name);
    // `function.arn` is not known yet, but a qualifier would come of an alias or a version.
    const isPlain = [permitted, called].every((one) => ("name" in one ? one.name === "" : one.mayBeNone));
    if (isPlain && "name" in permitted) return yes;
    return undecided(...[permitted, called].flatMap((one) => ("awaits" in one ? [one.awaits] : [])));
}

/** A permission and a URL name the qualifier beside the function. */
export function qualifierBeside(holder: Resource): Qualifier {
    const own = holder.root.get("qualifier");
    if (own.state !== "known") return qualifierOf(holder, own);
    return { name: withoutLatest(own.scalar() ?? "") };
}
