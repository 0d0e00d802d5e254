import { EventSourceMapping, type LambdaFunction, SqsQueue, SqsRedrivePolicy } from "../../aws";
import { type Answer, all, answer, any, filled, undecided, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";

type Of<T extends { inputs?: unknown }> = Resource<NonNullable<T["inputs"]>>;

/** A queue of the stack, and the function that takes messages from it. */
export interface QueueConsumer {
    readonly queue: Of<typeof SqsQueue>;
    readonly mapping: Of<typeof EventSourceMapping>;
    readonly function: Of<typeof LambdaFunction> | undefined;
    /** Undecided where it is not known yet which queue or function the mapping names. */
    readonly when: Answer;
}

export const queueConsumersOf = fact([EventSourceMapping, SqsQueue], (stack): readonly QueueConsumer[] =>
    stack.ofType(EventSourceMapping).flatMap((mapping) => {
        const source = stack.link(mapping, mapping.inputs.eventSourceArn, SqsQueue);
        const consumer = functionOf(stack, mapping, mapping.inputs.functionName);
        const when = all(certainty(source), certainty(consumer));
        const functions = possible(consumer);
        return possible(source).flatMap((queue) =>
            (functions.length > 0 ? functions : [undefined]).map((one) => ({ queue, mapping, function: one, when })),
        );
    }),
);

function certainty(link: Link): Answer {
    return link.kind === "candidates" ? undecided(link.awaits) : yes;
}

/** Without a timeout, and without a visibility timeout. */
const [LAMBDA_SECONDS, SQS_SECONDS] = [3, 30];

/**
 * Does the queue show a message again before so many timeouts of the function are over? With retries of the batch counts the time
 * in which it is gathered.
 */
export function showsWithin(times: number, { queue, mapping, function: consumer, when }: QueueConsumer): Answer {
    if (!consumer) return undecided(mapping.inputs.functionName.place);
    const [visibility, timeout, window] = [
        inputOf(queue, "visibilityTimeoutSeconds"),
        inputOf(consumer, "timeout"),
        inputOf(mapping, "maximumBatchingWindowInSeconds"),
    ];
    const open = [visibility, timeout, window].filter(({ state }) => state === "unknown");
    if (open.length > 0) return all(when, undecided(...open.map(({ place }) => place)));
    const gathering = times > 1 ? (window.number() ?? 0) : 0;
    const needed = times * (timeout.number() ?? LAMBDA_SECONDS) + gathering;
    return all(when, answer((visibility.number() ?? SQS_SECONDS) < needed));
}

/** Does it give up what fails again and again, by itself or by a companion? */
export function hasDeadLetters(stack: Stack, queue: Resource): Answer {
    const beside = stack.once(redrives, redrives).get(queue) ?? [];
    return any(filled(inputOf(queue, "redrivePolicy")), ...beside);
}

function redrives(stack: Stack): ReadonlyMap<Resource, readonly Answer[]> {
    const links = stack.ofType(SqsRedrivePolicy).map((one) => stack.link(one, one.inputs.queueUrl, SqsQueue));
    return grouped(links.map((link) => [certainty(link), possible(link)] as const));
}

/** Does it take what other queues gave up? */
export function isForDeadLetters(stack: Stack, queue: Resource): boolean {
    return stack.once(deadLetterQueues, deadLetterQueues).has(queue);
}

function deadLetterQueues(stack: Stack): ReadonlySet<Resource> {
    const named = stack.ofType<unknown>(SqsQueue, SqsRedrivePolicy).flatMap((one) => {
        const arn = inputOf(one, "redrivePolicy").json()?.get("deadLetterTargetArn");
        return arn ? possible(stack.link(one, arn, SqsQueue)) : [];
    });
    return new Set<Resource>(named);
}
