import { type Delivery, DynamoDbTable, deliveries, KinesisStream } from "../../aws";
import type { Value } from "../../values";
import { type Answer, all, answer, any, equals, filled, holds, no, not, undecided, yes } from "../../values";
import { fact } from "../fact";
import { possible } from "../link";
import { inputOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";

/** Something that delivers to a program, and where what fails goes. */
export interface FailingDelivery {
    readonly resource: Resource;
    /** Where a program names what takes what failed. */
    readonly at: Value;
    /** Does nothing take it? */
    readonly isLost: Answer;
    /** Does the program itself end the attempts, so that the first failure, or a record that fails on, is dropped? */
    readonly isCutShort: Answer;
    readonly isStream: boolean;
}

export const deliveriesOf = fact(
    deliveries.map(({ type }) => type),
    (stack): readonly FailingDelivery[] =>
        deliveries.flatMap((delivery) =>
            stack.ofType<unknown>(delivery.type).map((resource) => {
                const at = inputOf(resource, delivery.destination);
                const limits = delivery.limits.map((path) => inputOf(resource, path));
                const isAsked = applies(stack, resource, delivery);
                const ends = delivery.isStream ? isSet : isZero;
                const { isStream } = delivery;
                const isLost = all(isAsked, not(filled(at)));
                return { resource, at, isStream, isLost, isCutShort: all(isLost, any(...limits.map(ends))) };
            }),
        ),
);

/** Of an ARN that is not known yet the resource that it comes from tells the service. */
function applies(stack: Stack, resource: Resource, { only }: Delivery): Answer {
    if (!only) return yes;
    const value = resource.root.down(only.path);
    const link = stack.link<unknown>(resource, value, KinesisStream, DynamoDbTable);
    if (value.state === "known") return holds(value, (text) => only.fits.test(text));
    if (value.state !== "unknown") return no;
    // Whatever else was given, such as an ARN of the configuration, tells nothing.
    if (sourcesOf(resource, value.path).length === 0) return undecided(value.place);
    return answer(possible(link).some(({ type }) => only.fits.test(`arn:aws:${type.split(/[:/]/)[1]}:`)));
}

/** Streams take -1 for no limit. */
function isSet(limit: Value): Answer {
    return holds(limit, (number) => Number(number) >= 0);
}

function isZero(limit: Value): Answer {
    return equals(limit, 0);
}
