import { unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/runtime-updates-automatic";
import { testRule } from "../../support/rule-tester";

const functionName = "orders";

testRule(rule, {
    valid: {
        "nothing said, which is automatic": { functionName },
        automatic: { functionName, updateRuntimeOn: "Auto" },
        "with each update of the function": { functionName, updateRuntimeOn: "FunctionUpdate" },
    },
    invalid: {
        "pinned, with the version": {
            given: {
                functionName,
                updateRuntimeOn: "Manual",
                runtimeVersionArn: "arn:aws:lambda:eu-west-1::runtime:0123456789abcdef",
            },
            reports: ["updateRuntimeOn"],
        },
        "pinned for one version of a function whose name is not known yet": {
            given: { functionName: unknown, qualifier: "7", updateRuntimeOn: "Manual" },
            reports: ["updateRuntimeOn"],
        },
    },
    undecided: {
        "not known yet": { given: { functionName, updateRuntimeOn: unknown }, awaits: ["updateRuntimeOn"] },
    },
});
