import { findingsByCause } from "../causes";
import { type Fingerprinted, fingerprintAcrossStacks, numbered } from "../fingerprint";
import type { Finding, OpenCheck, Report } from "../model";
import { type PlaceOf, repositoryPlaces } from "../places";
import { reportedPolicies } from "../policies";
import { gravestFirst, sentenceOf, weightOf } from "../weight";
import { locationOf, withoutLinks } from "./words";

/** Far below what GitHub takes of one result, and more than anybody reads. */
const MOST_RELATED = 5;

/** Everything but the number that a run gives its rule. */
export type Result = Readonly<Record<string, unknown>> & { readonly ruleId: string };

interface Item extends Fingerprinted, Pick<Finding, "level" | "severity" | "accepted"> {
    readonly result: Result;
}

/** A report's findings and what was exempted, the gravest first. */
export function resultsOf(report: Report): readonly Result[] {
    const placeOf = repositoryPlaces(report);
    const isCompared = report.comparison !== undefined;
    const causes = findingsByCause(report.findings);
    const levels = new Map(reportedPolicies(report).map(({ name, level }) => [name, level]));
    const items: readonly Item[] = [
        ...report.findings.map((one) => ({
            ...one,
            result: {
                ...findingResult(one, causes.get(one.cause ?? -1) ?? [], placeOf),
                ...(isCompared && { baselineState: one.isNew ? "new" : "unchanged" }),
            },
        })),
        ...report.exempted.map((one): Item => {
            const level =
                weightOf({ ...one, level: levels.get(one.policy) ?? "" }) === "error" ? "mandatory" : "advisory";
            return { ...one, level, accepted: true, result: exemptedResult({ ...one, level }, placeOf) };
        }),
    ];
    const across = numbered(items, fingerprintAcrossStacks).map(identity);
    const identified = numbered(items).map((own, index) => ({
        ...own.finding,
        // GitHub reads the first.
        fingerprints: {
            primaryLocationLineHash: identity(own),
            "finding/v1": identity(own),
            "findingAcrossStacks/v1": across[index],
        },
    }));
    return gravestFirst(identified).map(({ result, fingerprints }) => ({
        ...result,
        partialFingerprints: fingerprints,
    }));
}

function identity({ fingerprint, number }: { readonly fingerprint: string; readonly number: number }): string {
    return `${fingerprint}:${number}`;
}

function findingResult(finding: Finding, siblings: readonly Finding[], placeOf: PlaceOf): Result {
    const { policy, level, severity, fix, why, note, failed, accepted } = finding;
    const others = siblings.slice(0, MOST_RELATED + 1).filter((one) => one !== finding);
    const text = [
        sentenceOf(finding),
        ...(why === "" ? [] : [`Why: ${why}`]),
        ...(fix === "" ? [] : [`Fix: ${fix}`]),
        ...(note === undefined ? [] : [`Note: ${note}.`]),
    ];
    return {
        ruleId: policy,
        level: weightOf({ level, severity }),
        message: { text: withoutLinks(text.join("\n")) },
        locations: [locationOf(finding, placeOf)],
        ...(others.length > 0 && {
            relatedLocations: others.map((one, index) => ({
                id: index + 1,
                ...locationOf(one, placeOf),
                message: { text: withoutLinks(`The same cause: ${one.policy} at ${one.name}`) },
            })),
        }),
        suppressions: accepted ? [suppression("It was there when the baseline was made.")] : [],
        properties: { enforcementLevel: level, severity, ...(failed && { checkFailed: true }) },
    };
}

function exemptedResult(check: OpenCheck & { readonly level: string }, placeOf: PlaceOf): Result {
    return {
        ruleId: check.policy,
        level: weightOf(check),
        message: { text: withoutLinks(sentenceOf(check) || "It is exempted.") },
        locations: [locationOf(check, placeOf)],
        suppressions: [suppression(check.reason ?? "It is exempted.")],
        properties: { severity: check.severity },
    };
}

function suppression(justification: string): object {
    return { kind: "external", status: "accepted", justification };
}
