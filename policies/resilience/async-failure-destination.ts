import { EventTarget, LambdaFunction, LambdaFunctionEventInvokeConfig } from "../../model/aws";
import { eventInvokeConfigsOf, losesAtOnce, losesInTheEnd, triggersOf } from "../../model/graph";
import { no } from "../../model/values";
import { cwe, declare, defineStackRule, flag, ref, sas } from "../../pack";

const nightly = (settings: object) => ({
    report: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/report", ...settings }),
    nightly: declare(EventTarget, { rule: "nightly", arn: ref("report.arn") }),
    once: declare(LambdaFunctionEventInvokeConfig, { functionName: ref("report.name"), maximumRetryAttempts: 0 }),
});
const deadLetterConfig = { targetArn: "arn:aws:sqs:eu-west-1:111122223333:failed" };

/** By default only where the first failure loses an event; Lambda tries others twice more, and asking for their rest is strict. */
export default defineStackRule({
    id: "async-failure-destination",
    severity: "low",
    frameworks: [cwe(755), sas(8), sas(10)],
    title: "Events with which a function fails are kept.",
    why: "Lambda drops an event when its last try fails, and nobody hears of it unless something takes it.",
    fix: "Set deadLetterConfig: { targetArn: failed.arn }, or destinationConfig.onFailure of an event invoke configuration.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html",
    ],
    options: { everyFunction: flag("Whether it is asked of every function that events start.", false) },
    strict: { everyFunction: true },
    needs: [eventInvokeConfigsOf, triggersOf],
    bad: nightly({}),
    good: nightly({ deadLetterConfig }),
    *check(stack, { options }) {
        for (const config of eventInvokeConfigsOf(stack))
            yield {
                resource: config.resource,
                at: config.destination,
                when: losesAtOnce(stack, config),
                message: "absent, and maximumRetryAttempts is 0: an event with which the function fails once is lost",
                severity: "medium",
            };
        for (const resource of stack.ofType(LambdaFunction)) {
            yield {
                resource,
                at: "deadLetterConfig",
                when: options.everyFunction ? losesInTheEnd(stack, resource) : no,
                message: "absent, so an event with which the function fails three times is lost",
            };
        }
    },
});
