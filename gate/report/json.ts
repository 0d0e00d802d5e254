import { fingerprint } from "./fingerprint";
import { type Format, isOne } from "./format";
import type { Report } from "./model";
import { printableJson } from "./printable";

/** Raised when a field changes its meaning or goes; what is new alone does not raise it. docs/report.schema.json is the schema. */
export const REPORT_VERSION = 1;

export const json: Format = {
    is: "JSON, by docs/report.schema.json",
    write: (reports, _page, besides = {}) => {
        const { failures = [], shard } = besides;
        const each = reports.map(told);
        const several = { version: REPORT_VERSION, reports: each, failures, ...(shard && { shard }) };
        const document = isOne(reports, besides) ? each[0] : several;
        return { text: `${printableJson(document)}\n`, leftOut: [] };
    },
};

/** The report with its version, fingerprints, and of the pack's policies those that it speaks of; the drawing is for formats that show it. */
function told({ drawing: _drawing, conditions: _conditions, declared: _declared, ...report }: Report): object {
    const { pack, findings, exempted, undecided } = report;
    const spoken = new Set([...findings, ...exempted, ...undecided].map(({ policy }) => policy));
    const identified = <T extends { policy: string; urn: string; at?: string }>(one: T) => ({
        ...one,
        fingerprint: fingerprint(one),
    });
    return {
        version: REPORT_VERSION,
        ...report,
        ...(pack && { pack: { ...pack, policies: pack.policies.filter(({ name }) => spoken.has(name)) } }),
        findings: findings.map(identified),
        exempted: exempted.map(identified),
    };
}
