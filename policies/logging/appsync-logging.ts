import { AppSyncGraphQLApi } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const api = { name: "shop", authenticationType: "AWS_IAM" };

export default defineSettingRule({
    id: "appsync-logging",
    topic: "logged",
    of: ["graphApi"],
    severity: "medium",
    frameworks: [cwe(778), sas(5)],
    title: "AppSync APIs write logs.",
    why: "Without logs nobody can tell which fields were asked for by whom, and which resolver failed.",
    fix: 'Set logConfig: { fieldLogLevel: "ERROR", cloudwatchLogsRoleArn: role.arn, excludeVerboseContent: true }.',
    sources: [
        "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
        "https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-monitoring-cw-logs.html",
    ],
    absent: "absent, so the API writes no logs",
    otherwise: "NONE, so the API writes no logs of what it does",
    example: AppSyncGraphQLApi,
    bad: api,
    good: {
        ...api,
        logConfig: { fieldLogLevel: "ERROR", cloudwatchLogsRoleArn: "arn:aws:iam::111122223333:role/logs" },
    },
});
