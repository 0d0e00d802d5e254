import { unknown } from "../../../pack";
import rule from "../../../policies/logging/step-functions-logging";
import { testRule } from "../../support/rule-tester";

const at = "loggingConfiguration.level";
const machine = { roleArn: "arn:aws:iam::111122223333:role/orders", definition: "{}" };
const logging = (level: unknown, type?: string) =>
    ({ ...machine, ...(type && { type }), loggingConfiguration: { level } }) as never;

testRule(rule, {
    valid: {
        errors: logging("ERROR"),
        everything: logging("ALL", "EXPRESS"),
        "fatal errors": logging("FATAL"),
        "a block as a list of one": { ...machine, loggingConfiguration: [{ level: "ALL" }] } as never,
    },
    invalid: {
        "switched off": { given: logging("OFF"), reports: [at] },
        "without a level": {
            given: { ...machine, loggingConfiguration: { includeExecutionData: false } },
            reports: [at],
        },
        "an express workflow without logs": { given: { ...machine, type: "EXPRESS" }, reports: [at] },
    },
    undecided: {
        "a level that is not known yet": { given: logging(unknown), awaits: [at] },
        "a block that is not known yet": { given: { ...machine, loggingConfiguration: unknown }, awaits: [at] },
    },
});
