import { SECRET_PLACEHOLDER, type StackConfiguration } from "../project/configuration";
import type { Finding, Report } from "../report/model";

/** Replaces the values of secret configuration in a text. */
export type Redaction = (text: string) => string;

/** As the engine does for all that it prints: what is too short or too common to tell apart stays. */
export function redactionOf({ values, secretKeys }: StackConfiguration): Redaction {
    const secrets = secretKeys
        .map((key) => values[key] ?? "")
        .filter((value) => value.length >= 3 && !/^(?:true|false)$/i.test(value) && value !== SECRET_PLACEHOLDER)
        .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
        .sort((a, b) => b.length - a.length);
    return (text) => secrets.reduce((shown, value) => shown.replaceAll(value, "[secret]"), text);
}

/** Another pack than this one may quote an input; the report does not. */
export function redactedReport(report: Report, redact: Redaction): Report {
    const finding = (one: Finding): Finding => ({
        ...one,
        at: redact(one.at),
        fact: redact(one.fact),
        why: redact(one.why),
        fix: redact(one.fix),
    });
    return { ...report, findings: report.findings.map(finding) };
}
