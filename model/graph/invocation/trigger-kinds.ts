import {
    EventRule,
    EventSourceMapping,
    EventTarget,
    invokingServices,
    LambdaFunction,
    LambdaFunctionUrl,
    LambdaPermission,
} from "../../aws";
import { isKnownService, serviceName } from "../../iam";
import { fact } from "../fact";
import { linked, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";
import { type Invocation, invocationsOf } from "./invocations";

/** Whoever asks by HTTP, through whichever door, hands over a request. */
const HTTP = "requests";
const KINDS: ReadonlyMap<string, string> = new Map([
    ["apigateway", HTTP],
    ["elasticloadbalancing", HTTP],
    ["vpc-lattice", HTTP],
    ["cloudfront", HTTP],
    ["lexv2", "lex"],
]);

/** A function, with the kinds of things that start it, by the service that hands them over. */
export interface StartedFunction {
    readonly function: Resource;
    readonly kinds: ReadonlySet<string>;
}

/**
 * What starts each function. Schedules are of no kind, which keep functions warm; nor are direct calls (by workflows, pipelines, other
 * functions), which hand over what they are told to.
 */
export const startedFunctions = fact(
    [invocationsOf, LambdaPermission, LambdaFunction],
    (stack): readonly StartedFunction[] => {
        const found = new Map<Resource, Set<string>>();
        const add = (functions: readonly Resource[], kind: string | undefined): void => {
            const [only, ...others] = functions;
            if (!only || others.length > 0 || kind === undefined) return;
            found.set(only, (found.get(only) ?? new Set()).add(kind));
        };
        for (const call of invocationsOf(stack)) add(possible(call.target), kindOf(stack, call));
        for (const permission of stack.ofType(LambdaPermission)) {
            const service = serviceName(permission.inputs.principal.text() ?? "");
            // Of a rule that is declared elsewhere nobody knows whether it is a schedule.
            if (service !== "events")
                add(possible(functionOf(stack, permission, permission.inputs.function)), kindNamed(service));
        }
        return [...found].map(([one, kinds]) => ({ function: one, kinds }));
    },
);

function kindOf(stack: Stack, { as, resource, operation }: Invocation): string | undefined {
    if (operation || isOf(resource, LambdaFunctionUrl)) return HTTP;
    if (isOf(resource, EventSourceMapping)) return sourceOf(resource);
    if (isOf(resource, EventTarget) && isSchedule(stack, resource)) return undefined;
    return kindNamed(as);
}

function kindNamed(service: string | undefined): string | undefined {
    if (service === undefined) return undefined;
    // What no service of AWS is called is what somebody wrote, and is not repeated.
    const isOfAws = invokingServices.has(service) || isKnownService(service);
    return KINDS.get(service) ?? (isOfAws ? service : "another service");
}

/** `sqs` of a queue's ARN, or of the queue that the mapping depends on. */
function sourceOf({
    inputs,
    propertyDependencies,
}: Resource<NonNullable<(typeof EventSourceMapping)["inputs"]>>): string | undefined {
    const arn = inputs.eventSourceArn.text();
    if (arn !== undefined) return kindNamed(arn.split(":")[2]);
    return propertyDependencies["eventSourceArn"]?.[0]?.type.split(/[:/]/)[1];
}

function isSchedule(stack: Stack, target: Resource<NonNullable<(typeof EventTarget)["inputs"]>>): boolean {
    const rule = linked(stack.link(target, target.inputs.rule, EventRule));
    return rule?.inputs.scheduleExpression.state !== "absent";
}
