import { CompositeAlarm, EventRule, MetricAlarm } from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/alarm-actions-enabled";
import { testRule } from "../../support/rule-tester";

const topic = ["arn:aws:sns:eu-west-1:111122223333:operations"];
const metric = { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 };
const errors = (inputs: object = {}): Program => ({
    errors: declare(MetricAlarm, { name: "errors", ...metric, ...inputs } as never),
});
const any = (alarmRule: unknown): Program => ({
    any: declare(CompositeAlarm, { alarmName: "any", alarmRule, alarmActions: topic } as never),
});
const [enabled, actions] = [["errors: actionsEnabled"], ["errors: alarmActions"]];

testRule(rule, {
    valid: {
        "an action": errors({ alarmActions: topic }),
        "an action, switched on": errors({ alarmActions: topic, actionsEnabled: "true" }),
        "an action that is not known yet": errors({ alarmActions: [unknown] }),
        "only a return to normal": errors({ okActions: topic }),
        "part of another alarm": { ...errors(), ...any('ALARM("errors")') },
        "part of another alarm, by its output": {
            ...errors({ actionsEnabled: false }),
            ...any(ref("errors.arn", "ALARM(", ")")),
        },
        "heard as an event": {
            ...errors(),
            rule: declare(EventRule, { eventPattern: '{"detail-type":["CloudWatch Alarm State Change"]}' }),
        },
    },
    invalid: {
        "switched off": { given: errors({ alarmActions: topic, actionsEnabled: false }), reports: enabled },
        "switched off, as text": { given: errors({ alarmActions: topic, actionsEnabled: "false" }), reports: enabled },
        "switched off and without, once": { given: errors({ actionsEnabled: false }), reports: enabled },
        without: { given: errors(), reports: actions, weighs: ["low"] },
        "an empty list": { given: errors({ alarmActions: [] }), reports: actions },
        "a composite one": {
            given: { any: declare(CompositeAlarm, { alarmName: "any", alarmRule: "FALSE" }) },
            reports: ["any: alarmActions"],
        },
        "another's part": { given: { ...errors(), ...any('ALARM("latency")') }, reports: actions },
    },
    undecided: {
        "whether it is part of another": {
            given: { ...errors(), ...any(unknown) },
            awaits: ["any.alarmRule"],
        },
    },
});
