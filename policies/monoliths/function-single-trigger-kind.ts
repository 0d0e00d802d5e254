import { EventSourceMapping, LambdaFunction, SnsTopic, SnsTopicSubscription, SqsQueue } from "../../model/aws";
import { startedFunctions } from "../../model/graph";
import { listed } from "../../model/iam";
import { answer } from "../../model/values";
import { cwe, declare, defineStackRule, ref, sas } from "../../pack";

const queued = {
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
    jobs: declare(SqsQueue, {}),
    mapping: declare(EventSourceMapping, { eventSourceArn: ref("jobs.arn"), functionName: ref("orders.arn") }),
};

/** Strict: an adapter that takes the same order from a queue and from an API is no fault to everybody. */
export default defineStackRule({
    id: "function-single-trigger-kind",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(653), sas(9)],
    title: "A function is started by one kind of thing.",
    why: "Code that first has to find out what it was handed does several tasks under one role, and what is sent by one way can be made to look like what comes by another.",
    fix: "Give each kind of event a function of its own, with a role of its own, and share the code between them.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html"],
    needs: startedFunctions,
    bad: {
        ...queued,
        topic: declare(SnsTopic, {}),
        subscription: declare(SnsTopicSubscription, {
            topic: ref("topic.arn"),
            protocol: "lambda",
            endpoint: ref("orders.arn"),
        }),
    },
    good: queued,
    *check(stack) {
        for (const { function: resource, kinds } of startedFunctions(stack)) {
            const message = `is started by ${listed([...kinds].sort())}, which hand over different things`;
            yield { resource, at: "", when: answer(kinds.size > 1), message };
        }
    },
});
