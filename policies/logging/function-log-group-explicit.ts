import { LambdaFunction, LogGroup } from "../../model/aws";
import { logGroupsOf, unownedLogsOf } from "../../model/graph";
import { absent, all, answer, any, equals, holds, not } from "../../model/values";
import { cwe, declare, defineStackRule, flag, integer, ref, sas } from "../../pack";

const orders = declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" });
const logs = declare(LogGroup, { name: ref("orders.name", "/aws/lambda/"), retentionInDays: 90 });

/** How long logs are kept is asked in the strict profile only: for ever is safe, and cost is not this pack's. */
export default defineStackRule({
    id: "function-log-group-explicit",
    severity: "medium",
    frameworks: [cwe(778), sas(5)],
    title: "Each function's log group is declared, and in production nobody deletes it by mistake.",
    why: "A group that Lambda makes by itself has no key, no retention and no tags, and goes unnoticed when the function does.",
    fix: 'Declare an aws.cloudwatch.LogGroup, and set loggingConfig: { logFormat: "JSON", logGroup: logs.name }.',
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    ],
    options: {
        retention: flag("Also ask that log groups say how long they keep what is in them.", false),
        minimumDays: integer("How many days at least; 0 for any.", 0, 0, 3653),
    },
    strict: { retention: true, minimumDays: 365 },
    needs: [unownedLogsOf, logGroupsOf],
    bad: { orders },
    good: { orders, logs },
    *check(stack, { options: { retention: asksRetention, minimumDays }, environment }) {
        for (const { resource, when } of unownedLogsOf(stack))
            yield {
                resource,
                at: "loggingConfig.logGroup",
                when,
                message:
                    "absent, and no log group of the stack has the function's name, so Lambda makes one that nobody has set up",
            };
        for (const { resource, retention, isChosen, isProtected } of logGroupsOf(stack)) {
            const isEndless = any(absent(retention), equals(retention, 0));
            yield {
                resource,
                at: retention,
                when: all(answer(asksRetention), isEndless, isChosen),
                message: `${retention.state === "absent" ? "absent" : "0"}, so the logs are kept for ever`,
                fix: `Set retentionInDays: ${Math.max(minimumDays, 90)}.`,
                severity: "low",
            };
            yield {
                resource,
                at: retention,
                when: all(
                    holds(retention, (days) => Number(days) > 0 && Number(days) < minimumDays),
                    isChosen,
                ),
                message: `less than ${minimumDays} days, so what happened earlier nobody can tell`,
                fix: `Set retentionInDays: ${minimumDays}.`,
                severity: "low",
            };
            yield {
                resource,
                at: "deletionProtectionEnabled",
                when: all(environment.production, not(isProtected)),
                message: "absent, so one destroy takes production's logs away",
                fix: "Set deletionProtectionEnabled: true (with version 6 of the provider skipDestroy: true), or protect: true among its options.",
                severity: "low",
            };
        }
    },
});
