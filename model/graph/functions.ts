import { HttpApi, HttpIntegration, LambdaAlias, LambdaFunction, type ResourceType } from "../aws";
import type { Value } from "../values";
import { type Link, linked } from "./link";
import { isOf, type Resource } from "./resource";
import type { Stack } from "./stack";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/**
 * The function that a property names: by name, ARN, invoke ARN, with or without a qualifier, through an alias, or inside an
 * integration's URI.
 */
export function functionOf(stack: Stack, from: Resource, value: Value): Link<FunctionInputs> {
    const targets: readonly ResourceType[] = [LambdaFunction, LambdaAlias];
    const direct = stack.link(from, value, ...targets);
    if (direct.kind === "outside") {
        const arn = /(arn:[\w-]+:lambda:[^:]*:[^:]*:function:[\w-]+)/.exec(direct.reference)?.[1];
        const found =
            arn === undefined
                ? undefined
                : stack.ofType(LambdaFunction).find((one) => one.root.get("arn").text() === arn);
        return found ? { kind: "found", resource: found } : direct;
    }
    const target = linked(direct);
    if (target && isOf(target, LambdaAlias)) return stack.link(target, target.inputs.functionName, LambdaFunction);
    return direct as Link<FunctionInputs>;
}

/** The function behind a route of an HTTP API: `integrations/ID`, or what a quick-created API points at. */
export function routeFunction(stack: Stack, from: Resource, target: Value): Link<FunctionInputs> {
    if (isOf(from, HttpApi)) return functionOf(stack, from, target);
    const integration = integrationOf(stack, from, target);
    if (integration.kind !== "found")
        return integration.kind === "candidates" ? { kind: "unknown", awaits: integration.awaits } : integration;
    return functionOf(stack, integration.resource, integration.resource.inputs.integrationUri);
}

function integrationOf(
    stack: Stack,
    from: Resource,
    target: Value,
): Link<NonNullable<(typeof HttpIntegration)["inputs"]>> {
    const id = target.text()?.replace(/^integrations\//, "");
    const found =
        id === undefined ? undefined : stack.ofType(HttpIntegration).find((one) => one.root.get("id").text() === id);
    return found ? { kind: "found", resource: found } : stack.link(from, target, HttpIntegration);
}
