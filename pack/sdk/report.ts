import type * as policy from "@pulumi/policy";

/**
 * Reports at another level than the policy's own. The SDK's server takes a violation as an object (server.js,
 * makeReportViolationFun) although its typings know text only; the description is then not put before the message.
 */
export function reportAtLevel(
    report: policy.ReportViolation,
    violation: {
        readonly message: string;
        readonly urn: string;
        readonly severity?: policy.Severity;
        readonly enforcementLevel?: policy.EnforcementLevel;
    },
): void {
    (report as unknown as (violation: object) => void)(violation);
}
