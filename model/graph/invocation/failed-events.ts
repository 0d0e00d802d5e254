import { type LambdaFunction, LambdaFunctionEventInvokeConfig } from "../../aws";
import { type Answer, all, any, equals, filled, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";
import { triggersFor } from "./triggers";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** What is said beside functions of the events that are left to them. */
export interface EventInvokeConfig {
    readonly resource: Resource;
    /** The functions of the stack that it may be about. */
    readonly functions: readonly Resource<FunctionInputs>[];
    /** Undecided where it is not known which function it is about, or that is declared elsewhere. */
    readonly isAbout: Answer;
    /** Where it names what takes events with which the function failed. */
    readonly destination: Value;
}

export const eventInvokeConfigsOf = fact([LambdaFunctionEventInvokeConfig], (stack): readonly EventInvokeConfig[] =>
    stack.ofType(LambdaFunctionEventInvokeConfig).map((resource) => {
        const link = functionOf(stack, resource, resource.inputs.functionName);
        const destination = resource.inputs.destinationConfig.at("onFailure").at("destination");
        const isAbout = linked(link) ? yes : undecided(resource.inputs.functionName.place);
        return { resource, functions: possible(link), isAbout, destination };
    }),
);

/** Does something take the events with which the function failed: a queue or topic of its own, or a destination beside it? */
function keepsFailedEvents(stack: Stack, of: Resource<FunctionInputs>): Answer {
    return any(
        filled(of.inputs.deadLetterConfig.at("targetArn")),
        ...eventConfigsOf(stack, of).map(({ isAbout, destination }) => all(filled(destination), isAbout)),
    );
}

/** Is an event with which the function fails once gone? */
export function losesAtOnce(stack: Stack, { resource, functions, isAbout, destination }: EventInvokeConfig): Answer {
    const kept = functions.map((one) => keepsFailedEvents(stack, one));
    return all(
        equals(resource.root.get("maximumRetryAttempts"), 0),
        not(filled(destination)),
        isAbout,
        ...kept.map((answer) => not(answer)),
    );
}

/** Is an event gone with which the function fails three times? Where the first failure loses it, that is said of the configuration. */
export function losesInTheEnd(stack: Stack, of: Resource<FunctionInputs>): Answer {
    const events = triggersFor(stack, of).filter(({ start }) => start === "event");
    const isLost = eventConfigsOf(stack, of).map((config) => losesAtOnce(stack, config));
    return all(any(...events.map(({ when }) => when)), not(any(keepsFailedEvents(stack, of), ...isLost)));
}

/** What is said beside the function. */
function eventConfigsOf(stack: Stack, of: Resource): readonly EventInvokeConfig[] {
    const byFunction = stack.once(eventConfigsOf, () =>
        grouped<EventInvokeConfig, Resource>(eventInvokeConfigsOf(stack).map((one) => [one, one.functions])),
    );
    return byFunction.get(of) ?? [];
}
