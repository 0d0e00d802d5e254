import { EventSourceMapping, LambdaAlias, LambdaFunction, SqsQueue } from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/sqs-visibility-covers-timeout";
import { testRule } from "../../support/rule-tester";

const consumer = (queue: object, timeout: unknown, mapping: object = {}): Program => ({
    queue: declare(SqsQueue, queue),
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", timeout } as never),
    mapping: declare(EventSourceMapping, {
        eventSourceArn: ref("queue.arn"),
        functionName: ref("orders.arn"),
        ...mapping,
    }),
});
const options = { sixTimeouts: true };
const reports = ["queue: visibilityTimeoutSeconds"];

testRule(rule, {
    valid: {
        "both as AWS has them": consumer({}, undefined),
        "both as AWS has them, six times over": { given: consumer({}, undefined), options },
        "one timeout": consumer({ visibilityTimeoutSeconds: 60 }, 60),
        "as text": consumer({ visibilityTimeoutSeconds: "60" }, "60"),
        "six timeouts and the time of gathering": {
            given: consumer({ visibilityTimeoutSeconds: 380 }, 60, { maximumBatchingWindowInSeconds: 20 }),
            options,
        },
        "a queue that no function of the stack takes from": {
            queue: declare(SqsQueue, { visibilityTimeoutSeconds: 0 }),
        },
        "a queue of another stack": {
            orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", timeout: 900 }),
            mapping: declare(EventSourceMapping, {
                eventSourceArn: "arn:aws:sqs:eu-west-1:111122223333:orders",
                functionName: ref("orders.arn"),
            }),
        },
    },
    invalid: {
        "a queue as AWS has it, with a longer function": { given: consumer({}, 31), reports, weighs: ["medium"] },
        "less than one timeout": { given: consumer({ visibilityTimeoutSeconds: 59 }, 60), reports },
        "less than one timeout, in the strict profile": {
            given: consumer({ visibilityTimeoutSeconds: 59 }, 60),
            options,
            reports,
        },
        "through an alias": {
            given: {
                ...consumer({}, 60, { functionName: ref("live.arn") }),
                live: declare(LambdaAlias, { functionName: ref("orders.name"), functionVersion: "1", name: "live" }),
            },
            reports,
        },
        "less than six timeouts": {
            given: consumer({ visibilityTimeoutSeconds: 359 }, 60),
            options,
            reports,
            weighs: ["low"],
        },
        "six timeouts without the time of gathering": {
            given: consumer({ visibilityTimeoutSeconds: 360 }, 60, { maximumBatchingWindowInSeconds: 20 }),
            options,
            reports,
        },
    },
    undecided: {
        "a timeout of another resource's": {
            given: {
                ...consumer({ visibilityTimeoutSeconds: 30 }, ref("other.timeout")),
                other: declare(LambdaFunction, {
                    role: "arn:aws:iam::111122223333:role/other",
                    timeout: unknown,
                } as never),
            },
            awaits: ["orders.timeout"],
        },
        "a function of another stack": {
            given: consumer({}, 60, { functionName: "arn:aws:lambda:eu-west-1:111122223333:function:other" }),
            awaits: ["mapping.functionName"],
        },
    },
});
