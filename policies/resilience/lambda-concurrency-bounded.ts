import { LambdaFunction, LambdaFunctionUrl } from "../../model/aws";
import { unboundedFunctions } from "../../model/graph";
import { all, answer, not } from "../../model/values";
import { cwe, declare, defineStackRule, flag, ref, sas } from "../../pack";

const program = (settings: object) => ({
    callback: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/callback", ...settings }),
    url: declare(LambdaFunctionUrl, { functionName: ref("callback.name"), authorizationType: "NONE" }),
});

/**
 * By default of functions whose URL is open, which nothing else bounds. An API has limits of its own, and a bound that is too low
 * refuses one's own customers: there it is the strict profile's to ask.
 */
export default defineStackRule({
    id: "lambda-concurrency-bounded",
    severity: "medium",
    frameworks: [cwe(770), sas(8)],
    title: "Functions that the internet can start are bounded in how many run at once.",
    why: "All functions of an account share its concurrency: whoever floods this one stops the others, at your cost.",
    fix: "Set reservedConcurrentExecutions to what the function needs at its busiest.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-throttling",
        "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html",
    ],
    options: { everyDoor: flag("Whether it is asked of APIs, load balancers, signed URLs and queues, too.", false) },
    strict: { everyDoor: true },
    needs: unboundedFunctions,
    bad: program({}),
    good: program({ reservedConcurrentExecutions: 10 }),
    *check(stack, { options }) {
        const asked = answer(options.everyDoor);
        for (const { function: resource, at, isOpen, isReachable, isFed } of unboundedFunctions(stack)) {
            const base = { resource, at };
            const unset = at.state === "absent" ? "absent" : "sets no bound";
            const open = `${unset}, and the function's URL is open: anyone may take the account's whole concurrency with it`;
            yield { ...base, when: isOpen, message: open };
            const reachable = `${unset}, and the function is reached from the internet: a flood takes the account's whole concurrency`;
            const isElse = all(asked, not(isOpen));
            yield { ...base, when: all(isElse, isReachable), message: reachable };
            const fed = `${unset}, and its queue has no maximumConcurrency: what fills the queue takes the account's whole concurrency`;
            const fix =
                "Set scalingConfig: { maximumConcurrency: … } on the event source mapping, or reservedConcurrentExecutions on the function.";
            yield { ...base, when: all(isElse, not(isReachable), isFed), message: fed, fix };
        }
    },
});
