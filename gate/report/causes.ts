import { type Finding, gravity } from "./model";

/** A finding with those that have the same cause and say no more than what else is wrong with it. */
export interface Told {
    readonly finding: Finding;
    readonly also: readonly Finding[];
}

/** One entry for each cause, which the gravest finding speaks for, in the order of the findings. */
export function byCause(findings: readonly Finding[]): readonly Told[] {
    const causes = findingsByCause(findings);
    const speakers = new Map<number, Finding>();
    for (const [cause, [first, ...others]] of causes)
        if (first)
            speakers.set(
                cause,
                others.reduce((a, b) => (gravity(b) < gravity(a) ? b : a), first),
            );
    return findings.flatMap((finding): readonly Told[] => {
        const speaker = finding.cause === undefined ? finding : speakers.get(finding.cause);
        if (speaker !== finding) return [];
        const also = finding.cause === undefined ? [] : (causes.get(finding.cause) ?? []);
        return [{ finding, also: also.filter((one) => one !== finding) }];
    });
}

/** Those that have a cause, by its number. */
export function findingsByCause(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
    const causes = new Map<number, Finding[]>();
    for (const one of findings) {
        if (one.cause === undefined) continue;
        const known = causes.get(one.cause);
        if (known) known.push(one);
        else causes.set(one.cause, [one]);
    }
    return causes;
}
