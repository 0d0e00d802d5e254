/** Which findings one of two reports has and the other has not. */
import { fingerprint, fingerprintAcrossStacks } from "../fingerprint";
import type { Finding, Report } from "../model";
import type { Comparison } from "./model";
import { urnKey } from "./nodes";

/** Those of `now`, the new ones marked; and how many are new, gone, and not decided on the other side. */
export function comparedFindings(
    now: Report,
    before: Report | undefined,
): { readonly findings: readonly Finding[]; readonly counts: Comparison["findings"] } {
    const former = formerUrns(now, before);
    const [there, here] = [lookIn(before, now, former), lookIn(now, before ?? now, former)];
    const answers = now.findings.map(there);
    return {
        findings: now.findings.map((one, index): Finding => (answers[index] === "no" ? { ...one, isNew: true } : one)),
        counts: {
            new: answers.filter((answer) => answer === "no").length,
            gone: (before?.findings ?? []).map(here).filter((answer) => answer === "no").length,
            undecided: answers.filter((answer) => answer === "undecided").length,
        },
    };
}

/** By URN, whichever side says so: the one that the same resource has on the other side, under an alias. */
function formerUrns(now: Report, before: Report | undefined): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    if (!before) return found;
    for (const [own, other] of [[now, before] as const, [before, now] as const]) {
        const [here, there] = [urnsIn(own), urnsIn(other)];
        for (const [urn, { aliases = [] }] of Object.entries(own.declared ?? {})) {
            if (there.has(urnKey(urn))) continue;
            // What has taken the old name is not it.
            const old = aliases.find((one) => there.has(urnKey(one)) && !here.has(urnKey(one)));
            if (old !== undefined) found.set(urn, there.get(urnKey(old)) ?? old);
        }
    }
    return found;
}

/** By what is the same in every stack of the program. */
function urnsIn({ drawing }: Report): ReadonlyMap<string, string> {
    const urns = [...(drawing?.nodes ?? []), ...(drawing?.networks ?? [])].flatMap(({ urn, parts }) =>
        urn === undefined ? parts : [urn, ...parts],
    );
    return new Map(urns.map((urn) => [urnKey(urn), urn]));
}

/**
 * Asked once of each finding of `of`: does `report` have it, as often as it was asked? Or was the check not decided there, or could not be made?
 * A finding is known across stacks where these differ.
 */
function lookIn(
    report: Report | undefined,
    of: Report,
    former: ReadonlyMap<string, string>,
): (finding: Finding) => "no" | "undecided" | "yes" {
    const isSame = report?.project === of.project && report.stack === of.stack;
    const asFormer = (one: Finding): Finding => ({ ...one, urn: former.get(one.urn) ?? one.urn });
    const identity = (one: Finding) => (isSame ? fingerprint : fingerprintAcrossStacks)(asFormer(one));
    const left = new Map<string, number>();
    for (const one of report?.findings ?? []) left.set(identity(one), (left.get(identity(one)) ?? 0) + 1);
    // A check that several resources take part in waits at one of them, and finds fault with another of the same name.
    const checkOf = ({ policy, name }: Pick<Finding, "policy" | "name">) => JSON.stringify([policy, name]);
    const failed = report?.findings.filter((one) => one.failed) ?? [];
    const open = new Set([...(report?.undecided ?? []), ...failed].map(checkOf));
    return (finding) => {
        const number = left.get(identity(finding)) ?? 0;
        left.set(identity(finding), number - 1);
        if (number > 0) return "yes";
        return open.has(checkOf(finding)) ? "undecided" : "no";
    };
}
