/** Rules for tests of what surrounds a rule: each reports what its name says, about functions. */
import { LambdaFunction } from "../../model/aws";
import { absent, equals, type Value } from "../../model/values";
import { type Context, defineRule, defineStackRule, type Rule, type Severity, type StackRule } from "../../pack";
import type { StackJudgement } from "../../pack/rule";

const text = {
    frameworks: [],
    title: "A title.",
    why: "A reason.",
    fix: "A fix.",
    sources: ["https://docs.aws.amazon.com/"],
};

/** Reports functions whose `handler` is not given; waits for `runtime` where that is unknown. */
export function resourceRule(
    id: string,
    severity: Severity = "high",
    check: Parameters<typeof defineRule>[0]["check"] = (_inputs, { root }) => [
        { when: absent(root.get("handler")), at: "handler", message: "absent" },
        { when: equals(root.get("runtime"), "nodejs8.10"), at: "runtime", message: "allows what is out of support" },
    ],
): Rule {
    return defineRule({
        ...text,
        id,
        severity,
        bad: {},
        good: { handler: "index.handler" },
        resource: [LambdaFunction],
        check,
    });
}

/** The same on the graph. */
export function stackRule(
    id: string,
    severity: Severity = "high",
    check: StackRule["check"] = function* (stack): Iterable<StackJudgement> {
        for (const resource of stack.ofType(LambdaFunction)) {
            const { handler, runtime } = resource.inputs as unknown as Record<"handler" | "runtime", Value>;
            yield { resource, when: absent(handler), at: "handler", message: "absent" };
            yield {
                resource,
                when: equals(runtime, "nodejs8.10"),
                at: "runtime",
                message: "allows what is out of support",
            };
        }
    },
): StackRule {
    return defineStackRule({ ...text, id, severity, bad: {}, good: {}, needs: LambdaFunction, check });
}

export type { Context };
