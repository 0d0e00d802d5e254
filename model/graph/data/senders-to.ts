import { type Sender, senders, valuesAt } from "../../aws";
import { outputOf, whereNamed } from "../expression";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** A service that sends to a resource, and how a program writes the ARN of the source that it acts for. */
export interface SenderTo {
    readonly service: string;
    readonly code: string;
    /** `, where newsTopic is "news-topic"`. */
    readonly where: string;
}

/** By what is sent to: the resources through which the stack has a service do it. */
const sendersByTarget = fact(
    senders.map(({ through }) => through),
    (stack) =>
        grouped(
            senders.flatMap((sender) =>
                stack
                    .ofType<unknown>(sender.through)
                    .map((one) => [{ sender, one }, targetsOf(stack, sender, one)] as const),
            ),
        ),
);

/** Who sends to the resource, as the stack shows it. */
export function sendersTo(stack: Stack, holder: Resource | undefined): readonly SenderTo[] {
    if (!holder) return [];
    return (sendersByTarget(stack).get(holder) ?? []).flatMap(({ sender, one }) => {
        const source =
            sender.from === "" ? one : linked(stack.link<unknown>(one, one.root.get(sender.from), ...sender.sources));
        if (!source) return [];
        const expression = outputOf(source, "arn");
        return [{ service: sender.service, code: expression.code, where: whereNamed([expression]) }];
    });
}

/** Known values and dependencies tell what is sent to. */
function targetsOf(stack: Stack, { to, targets }: Sender, one: Resource): readonly Resource[] {
    const values = to.flatMap((path) => valuesAt(one.root, path));
    return [...new Set(values.flatMap((value) => possible(stack.link<unknown>(one, value, ...targets))))];
}
