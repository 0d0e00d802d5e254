import { CompositeAlarm, EventRule, MetricAlarm } from "../../aws";
import { type Answer, absent, all, answer, any, holds, isFalse, no, not, type Value } from "../../values";
import { fact } from "../fact";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** An alarm that tells nobody: it has no action, or its actions are switched off. */
export interface SilentAlarm {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
}

/** Alarms without actions that something else of the stack watches, as a composite alarm or a deployment does, are heard that way. */
export const silentAlarmsOf = fact([MetricAlarm, CompositeAlarm], (stack): readonly SilentAlarm[] => {
    const watched = new Set(stack.resources.flatMap((one) => Object.values(one.propertyDependencies).flat()));
    return stack.ofType<unknown>(MetricAlarm, CompositeAlarm).flatMap((resource): readonly SilentAlarm[] => {
        const enabled = inputOf(resource, "actionsEnabled");
        const lists = ["alarmActions", "okActions", "insufficientDataActions"].map((path) => inputOf(resource, path));
        const isEmpty = all(...lists.map((list) => answer(list.state !== "unknown" && list.items().length === 0)));
        const isHeard = isEmpty.is === "no" ? no : any(answer(watched.has(resource)), namedElsewhere(stack, resource));
        const [actions] = lists as [Value, ...Value[]];
        const isOff = isFalse(enabled, true);
        return [
            { resource, at: enabled, when: all(isOff, not(isHeard)) },
            { resource, at: actions, when: all(isEmpty, not(isOff), not(isHeard)) },
        ];
    });
});

/** By a composite alarm's expression, or by a rule that takes all changes of alarms. */
function namedElsewhere(stack: Stack, alarm: Resource): Answer {
    const name = alarm.root.get("name").text();
    const expressions = stack.ofType(CompositeAlarm).map(({ inputs }) => inputs.alarmRule as Value);
    const patterns = stack.ofType(EventRule).map(({ inputs }) => inputs.eventPattern as Value);
    return any(
        ...expressions.map((one) =>
            all(
                not(absent(one)),
                holds(one, (text) => name !== undefined && text.includes(name)),
            ),
        ),
        ...patterns.map((one) => holds(one, (text) => text.includes("CloudWatch Alarm State Change"))),
    );
}
