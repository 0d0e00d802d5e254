import { unknown } from "../../../pack";
import rule from "../../../policies/logging/step-functions-logging";
import { testRule } from "../../support/rule-tester";

const at = "loggingConfiguration.level";
const machine = { roleArn: "arn:aws:iam::111122223333:role/orders", definition: "{}" };
const logDestination = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/states/orders:*";
const logging = (level: unknown, type?: string) =>
    ({ ...machine, ...(type && { type }), loggingConfiguration: { level, logDestination } }) as never;

testRule(rule, {
    valid: {
        errors: logging("ERROR"),
        everything: logging("ALL", "EXPRESS"),
        "fatal errors": logging("FATAL"),
        "a block as a list of one": { ...machine, loggingConfiguration: [{ level: "ALL", logDestination }] } as never,
    },
    invalid: {
        "switched off": { given: logging("OFF"), reports: [at] },
        "without a level": {
            given: { ...machine, loggingConfiguration: { includeExecutionData: false } },
            reports: [at],
        },
        "logs that have nowhere to go": {
            given: { ...machine, loggingConfiguration: { level: "ALL" } },
            reports: ["loggingConfiguration.logDestination"],
        },
        "an express workflow of which only errors are left": {
            given: logging("ERROR", "EXPRESS"),
            reports: ["type"],
            weighs: ["low"],
        },
        "an express workflow without logs": { given: { ...machine, type: "EXPRESS" }, reports: [at] },
    },
    undecided: {
        "a level that is not known yet": { given: logging(unknown), awaits: [at] },
        "a block that is not known yet": {
            given: { ...machine, loggingConfiguration: unknown },
            awaits: [at, "loggingConfiguration.logDestination"],
        },
    },
});
