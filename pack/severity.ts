export type Severity = "critical" | "high" | "medium" | "low";

export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** What stops a deployment by default: critical and high. A configuration may set any level for any policy. */
export function defaultLevel(severity: Severity): "mandatory" | "advisory" {
    return severity === "critical" || severity === "high" ? "mandatory" : "advisory";
}
