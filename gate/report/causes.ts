import type { Finding } from "./model";

/** A finding with those that have the same cause and say no more than what else is wrong with it. */
export interface Told {
    readonly finding: Finding;
    readonly also: readonly Finding[];
}

/** One entry for each cause, in the order of the findings. What is advisory speaks for nothing that is mandatory. */
export function byCause(findings: readonly Finding[]): readonly Told[] {
    const speakers = new Map<number, Finding>();
    for (const one of findings) if (one.cause !== undefined && one.with === undefined) speakers.set(one.cause, one);
    const also = new Map<Finding, Finding[]>();
    const told: Finding[] = [];
    for (const one of findings) {
        const speaker = one.with === undefined ? undefined : speakers.get(one.cause ?? -1);
        if (!speaker || (one.level === "mandatory" && speaker.level === "advisory")) told.push(one);
        else also.set(speaker, [...(also.get(speaker) ?? []), one]);
    }
    return told.map((finding) => ({ finding, also: also.get(finding) ?? [] }));
}
