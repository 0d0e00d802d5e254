import { EventSourceMapping, LambdaFunction, SqsQueue } from "../../model/aws";
import { queueConsumersOf, showsWithin } from "../../model/graph";
import { all, answer, not } from "../../model/values";
import { cwe, declare, defineStackRule, flag, ref, sas } from "../../pack";

const consumer = (visibilityTimeoutSeconds: number) => ({
    queue: declare(SqsQueue, { visibilityTimeoutSeconds }),
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", timeout: 60 }),
    mapping: declare(EventSourceMapping, { eventSourceArn: ref("queue.arn"), functionName: ref("orders.arn") }),
});

/** AWS advises six timeouts, so that a batch that was throttled is tried again in time: that is the strict profile's. */
export default defineStackRule({
    id: "sqs-visibility-covers-timeout",
    severity: "low",
    frameworks: [cwe(400), sas(8)],
    title: "A queue hides a message for as long as its function may work on it.",
    why: "A message that is shown again too early is worked on twice, or ends among the dead letters although it went well.",
    fix: "Set visibilityTimeoutSeconds to six times the function's timeout, and the mapping's batching window on top.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html"],
    options: {
        sixTimeouts: flag("Whether AWS's advice of six timeouts is asked for, beyond the one that AWS demands.", false),
    },
    strict: { sixTimeouts: true },
    needs: queueConsumersOf,
    bad: consumer(30),
    good: consumer(360),
    *check(stack, { options }) {
        for (const one of queueConsumersOf(stack)) {
            const place = { resource: one.queue, at: one.queue.inputs.visibilityTimeoutSeconds };
            const isShort = showsWithin(1, one);
            yield {
                ...place,
                when: isShort,
                message:
                    "ends before the function's timeout: AWS refuses such a mapping, or the message is worked on twice",
                severity: "medium",
            };
            yield {
                ...place,
                when: all(answer(options.sixTimeouts), not(isShort), showsWithin(6, one)),
                message:
                    "ends before six timeouts of the function, so that a throttled batch comes back while it is retried",
            };
        }
    },
});
