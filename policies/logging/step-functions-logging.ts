import { StateMachine } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const machine = { name: "orders", roleArn: "arn:aws:iam::111122223333:role/orders", definition: "{}" };
const logDestination = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/states/orders:*";

export default defineSettingRule({
    id: "step-functions-logging",
    topic: "logged",
    of: ["workflow"],
    severity: "medium",
    frameworks: [cwe(778), sas(5)],
    title: "State machines write logs.",
    why: "Without logs nobody can tell which steps ran and why one failed; of an express workflow nothing else is left.",
    fix: 'Set loggingConfiguration: { level: "ERROR", logDestination: pulumi.interpolate`${logs.arn}:*` }, of an express workflow "ALL".',
    sources: [
        "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
        "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html",
    ],
    absent: "absent, so the state machine writes no logs",
    otherwise: "OFF, so the state machine writes no logs",
    example: StateMachine,
    bad: machine,
    good: { ...machine, loggingConfiguration: { level: "ERROR", logDestination } },
});
