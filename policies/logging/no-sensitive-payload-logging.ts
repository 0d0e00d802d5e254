import { StateMachine } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const machine = { name: "orders", roleArn: "arn:aws:iam::111122223333:role/orders", definition: "{}" };

export default defineSettingRule({
    id: "no-sensitive-payload-logging",
    topic: "discreet",
    of: ["workflow", "bus", "graphApi", "database"],
    production: true,
    severity: "medium",
    frameworks: [cwe(532), sas(5), sas(10)],
    title: "Logs in production leave out what is processed.",
    why: "What customers send stands in the logs then, for all who may read logs, and for as long as logs are kept.",
    fix: "Switch it off.",
    sources: [
        "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html",
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html",
        "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html",
    ],
    absent: "absent, so requests, headers and templates are written out with their values",
    otherwise: "switched on, so what is processed is written out with its values",
    exampleStack: "prod",
    example: StateMachine,
    bad: { ...machine, loggingConfiguration: { level: "ERROR", includeExecutionData: true } },
    good: { ...machine, loggingConfiguration: { level: "ERROR", includeExecutionData: false } },
});
