import { LambdaFunctionRecursionConfig } from "../../model/aws";
import { loopsOf } from "../../model/graph";
import { equals } from "../../model/values";
import { cwe, declare, defineStackRule, sas } from "../../pack";

const recursion = (recursiveLoop: string) => ({
    orders: declare(LambdaFunctionRecursionConfig, { functionName: "orders", recursiveLoop }),
});

/**
 * Of grants that name what starts the function: whatever may write anywhere is another policy's finding. Where Lambda ends the loop by
 * itself, after some sixteen calls, it is a hint.
 */
export default defineStackRule({
    id: "lambda-recursion-terminate",
    severity: "medium",
    frameworks: [cwe(674), sas(8)],
    title: "No function starts itself again without end.",
    why: "A loop runs as fast as Lambda scales: it takes the concurrency of every other function, and costs thousands before somebody looks.",
    fix: "Write to another bucket, queue or topic, or below a prefix that starts nothing.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html",
    ],
    needs: [LambdaFunctionRecursionConfig, loopsOf],
    bad: recursion("Allow"),
    good: recursion("Terminate"),
    *check(stack) {
        for (const resource of stack.ofType(LambdaFunctionRecursionConfig)) {
            const at = resource.inputs.recursiveLoop;
            yield {
                resource,
                at,
                when: equals(at, "Allow"),
                message: "allows loops, which Lambda would end",
                fix: 'Set recursiveLoop: "Terminate", or remove this resource.',
            };
        }
        for (const { trigger: resource, at, when, isEnded } of loopsOf(stack)) {
            const found = "starts a function that may write to where its events come from";
            yield isEnded.is === "yes"
                ? { resource, at, when, message: `${found}: a loop, until Lambda ends it`, severity: "low" }
                : { resource, at, when, message: `${found}: a loop that nothing ends` };
        }
    },
});
