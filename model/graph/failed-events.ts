import { type LambdaFunction, LambdaFunctionEventInvokeConfig } from "../aws";
import { type Answer, all, any, equals, filled, not, undecided, type Value } from "../values";
import { fact } from "./fact";
import { functionOf } from "./functions";
import { linked, possible } from "./link";
import type { Resource } from "./resource";
import type { Stack } from "./stack";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** What is said beside functions of the events that are left to them. */
export interface EventInvokeConfig {
    readonly resource: Resource;
    /** The functions of the stack that it may be about. */
    readonly functions: readonly Resource<FunctionInputs>[];
    /** Where it names what takes events with which the function failed. */
    readonly destination: Value;
    /** Is an event with which the function fails once gone? */
    readonly isLostAtOnce: Answer;
}

export const eventInvokeConfigsOf = fact([LambdaFunctionEventInvokeConfig], (stack): readonly EventInvokeConfig[] =>
    [...beside(stack)].map(({ resource, functions, destination, isCertain }) => {
        const kept = functions.map((one) => keepsFailedEvents(stack, one));
        const elsewhere = isCertain ? [] : [undecided(resource.root.get("functionName").place)];
        const isTriedOnce = equals(resource.root.get("maximumRetryAttempts"), 0);
        const isLostAtOnce = all(isTriedOnce, not(any(filled(destination), ...kept, ...elsewhere)));
        return { resource, functions, destination, isLostAtOnce };
    }),
);

/** Does something take the events with which the function failed: a queue or topic of its own, or a destination beside it? */
export function keepsFailedEvents(stack: Stack, of: Resource<FunctionInputs>): Answer {
    const named = stack
        .once(keepsFailedEvents, () => [...beside(stack)])
        .filter(({ functions }) => functions.includes(of));
    return any(
        filled(of.inputs.deadLetterConfig.at("targetArn")),
        ...named.map(({ resource, destination, isCertain }) => {
            const isNamed = filled(destination);
            return isNamed.is === "no" || isCertain ? isNamed : undecided(resource.root.get("functionName").place);
        }),
    );
}

function* beside(stack: Stack) {
    for (const resource of stack.ofType(LambdaFunctionEventInvokeConfig)) {
        const link = functionOf(stack, resource, resource.inputs.functionName);
        const destination = resource.inputs.destinationConfig.at("onFailure").at("destination");
        yield { resource, functions: possible(link), destination, isCertain: linked(link) !== undefined };
    }
}
