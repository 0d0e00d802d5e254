export type Severity = "critical" | "high" | "medium" | "low";

export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** The severity, unless it is heavier than what is heaviest here. */
export function atMost(heaviest: Severity, severity: Severity): Severity {
    return SEVERITIES[Math.max(SEVERITIES.indexOf(heaviest), SEVERITIES.indexOf(severity))] ?? severity;
}

/** What stops a deployment by default: critical and high. A configuration may set any level for any policy. */
export function defaultLevel(severity: Severity): "mandatory" | "advisory" {
    return severity === "critical" || severity === "high" ? "mandatory" : "advisory";
}
