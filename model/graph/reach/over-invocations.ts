import { EventBus, EventRule, isSwitchedOff } from "../../aws";
import { type Answer, all, not } from "../../values";
import { grouped } from "../grouped";
import { type Invocation, invocationsOf } from "../invocation/invocations";
import { isTold, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { doorSteps } from "./over-doors";
import type { End, ReachStep } from "./step";

/** By where they begin, the steps of triggers, routes and doors. */
export function invocationSteps(stack: Stack): ReadonlyMap<End, readonly ReachStep[]> {
    return stack.once(invocationSteps, () =>
        grouped(
            [...doorSteps(stack), ...triggerSteps(stack), ...ruleSteps(stack)].map(
                (step) => [step, [step.from]] as const,
            ),
        ),
    );
}

function* triggerSteps(stack: Stack): Iterable<ReachStep> {
    for (const one of invocationsOf(stack)) for (const from of sourcesOf(one)) yield* triggered(one, from);
}

function sourcesOf({ source, reads, operation, as }: Invocation): readonly Resource[] {
    // Whoever calls an API or a distribution is outside of it.
    return operation || as === "cloudfront" ? [] : possible(reads ?? source);
}

/** What comes over a bus starts the rules on it. */
function* ruleSteps(stack: Stack): Iterable<ReachStep> {
    for (const rule of stack.ofType(EventRule)) {
        const at = rule.root.get("eventBusName");
        const bus = stack.link<unknown>(rule, at, EventBus);
        if (isOn(rule).is === "no") continue;
        for (const from of possible(bus))
            yield {
                from,
                to: rule,
                over: "invocation",
                says: "starts it by an event",
                openedBy: [{ resource: rule, path: at.path }],
                closes: "Remove the rule, or narrow its eventPattern.",
                when: all(isTold(bus), isOn(rule)),
                isEntered: true,
            };
    }
}

function isOn({ type, root }: Resource): Answer {
    return not(isSwitchedOff(type, root));
}

function* triggered({ target, resource, at, source, reads }: Invocation, from: Resource): Iterable<ReachStep> {
    const runs = all(isOn(resource), isOn(from));
    if (runs.is === "no") return;
    for (const to of possible(target)) {
        if (to === from) continue;
        yield {
            from,
            to,
            over: "invocation",
            says: resource === from ? "starts it" : `starts it by ${resource.name}`,
            openedBy: [{ resource, path: at.path }],
            closes: "Remove the trigger, or filter what starts it.",
            when: all(isTold(target), isTold(reads ?? source), runs),
            isEntered: true,
        };
    }
}
