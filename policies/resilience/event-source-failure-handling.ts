import { EventSourceMapping, KinesisStream } from "../../model/aws";
import { deliveriesOf, hasDeadLetters, isForDeadLetters, queueConsumersOf } from "../../model/graph";
import { all, answer, not } from "../../model/values";
import { cwe, declare, defineStackRule, flag, ref, sas } from "../../pack";

const reader = (settings: object) => ({
    clicks: declare(KinesisStream, { shardCount: 1 }),
    mapping: declare(EventSourceMapping, {
        eventSourceArn: ref("clicks.arn"),
        functionName: "arn:aws:lambda:eu-west-1:111122223333:function:count",
        startingPosition: "LATEST",
        maximumRetryAttempts: 3,
        ...settings,
    }),
});
const onFailure = { destinationArn: "arn:aws:sqs:eu-west-1:111122223333:failed" };

const TAKING = {
    queue: "Set it to JSON.stringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }), with a queue for what failed.",
    redrivePolicy: "Set it to JSON.stringify({ deadLetterTargetArn: failed.arn }), with a queue for what failed.",
    other: "Set it to failed.arn, with a queue for what failed.",
};

/** By default only where the program itself ends the attempts; the rest is put off, and is the strict profile's. */
export default defineStackRule({
    id: "event-source-failure-handling",
    severity: "low",
    frameworks: [cwe(755), sas(8)],
    title: "What cannot be delivered is kept.",
    why: "A record, a message or an event that is given up without a destination is lost, and nobody hears of it.",
    fix: "Name a queue that takes what failed: destinationConfig.onFailure of a mapping, deadLetterConfig of a target, redrivePolicy of a queue or subscription.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
        "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html",
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    ],
    options: { everySource: flag("Whether it is asked where attempts go on for a day or more, too.", false) },
    strict: { everySource: true },
    needs: [deliveriesOf, queueConsumersOf],
    bad: reader({}),
    good: reader({ destinationConfig: { onFailure } }),
    *check(stack, { options }) {
        const asked = answer(options.everySource);
        for (const { resource, at, isLost, isCutShort, isStream } of deliveriesOf(stack)) {
            const fix = at.path === "redrivePolicy" ? TAKING.redrivePolicy : TAKING.other;
            yield {
                resource,
                at,
                when: isCutShort,
                message: isStream
                    ? "absent, and records that fail as often as is allowed here are dropped"
                    : "absent, and an event whose one delivery fails is dropped",
                fix,
                severity: "medium",
            };
            yield {
                resource,
                at,
                when: all(asked, isLost, not(isCutShort)),
                message: isStream
                    ? "absent, so one bad record holds up its shard until it expires, and then is lost"
                    : "absent, so what fails until the attempts end is lost",
                fix,
            };
        }
        for (const { queue, when } of queueConsumersOf(stack)) {
            if (isForDeadLetters(stack, queue)) continue;
            yield {
                resource: queue,
                at: "redrivePolicy",
                when: all(asked, when, not(hasDeadLetters(stack, queue))),
                message: "absent, so a message that fails is tried until it expires, and then is lost",
                fix: TAKING.queue,
            };
        }
    },
});
