import { LambdaRuntimeManagementConfig } from "../../model/aws";
import { equals } from "../../model/values";
import { cwe, defineRule, sas } from "../../pack";

/** A pin during an incident is right, and is exempted with a day on which it ends. */
export default defineRule({
    id: "runtime-updates-automatic",
    severity: "low",
    frameworks: [cwe(1104), sas(6)],
    title: "Functions get AWS's security updates of their runtime.",
    why: "A pinned runtime keeps the flaws that its version has, until somebody remembers to move it.",
    fix: 'Set updateRuntimeOn: "Auto" (or "FunctionUpdate") and drop runtimeVersionArn; exempt a pin that an incident asks for, with its last day.',
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/runtime-management-configure-settings.html"],
    bad: { functionName: "orders", updateRuntimeOn: "Manual" },
    good: { functionName: "orders", updateRuntimeOn: "FunctionUpdate" },
    resource: LambdaRuntimeManagementConfig,
    check({ updateRuntimeOn }) {
        return {
            when: equals(updateRuntimeOn, "Manual"),
            at: updateRuntimeOn,
            message: "holds the runtime at one version, which gets no security updates",
        };
    },
});
