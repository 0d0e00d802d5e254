import { MetricAlarm } from "../../model/aws";
import { silentAlarmsOf } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

const errors = {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    metricName: "Errors",
    namespace: "AWS/Lambda",
    alarmActions: ["arn:aws:sns:eu-west-1:111122223333:operations"],
};

/** Of alarms that the stack declares. */
export default defineStackRule({
    id: "alarm-actions-enabled",
    severity: "low",
    frameworks: [fsbp("CloudWatch.15"), fsbp("CloudWatch.17"), cwe(778), sas(5)],
    title: "Alarms tell somebody.",
    why: "An alarm without an action goes off unheard, and what it was made for goes on unseen.",
    fix: "Set alarmActions: [topic.arn], and leave actionsEnabled out.",
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"],
    needs: silentAlarmsOf,
    bad: { errors: declare(MetricAlarm, { ...errors, actionsEnabled: false }) },
    good: { errors: declare(MetricAlarm, errors) },
    *check(stack) {
        for (const { resource, at, when } of silentAlarmsOf(stack)) {
            const found = at.path === "actionsEnabled" ? "false" : "absent";
            yield { resource, at, when, message: `${found}, so the alarm tells nobody when it goes off` };
        }
    },
});
