/** How grave a finding is, in the words of other tools. */
import { byCause, type Told } from "./causes";
import { type Finding, gravity, type Report } from "./model";

/** SARIF's and GitHub's three: what stops a deployment is an error; of the rest, what is low a note. */
export type Weight = "error" | "warning" | "note";

export function weightOf({ level, severity }: { readonly level: string; readonly severity: string }): Weight {
    if (level === "mandatory" || level === "remediate") return "error";
    return severity === "low" ? "note" : "warning";
}

/** Where a format has no room for all, the gravest are kept; what a baseline accepts comes last. */
export function gravestFirst<T extends Pick<Finding, "level" | "severity" | "accepted">>(
    findings: readonly T[],
): readonly T[] {
    const rank = (one: T) => (one.accepted ? 100 : 0) + gravity(one);
    return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** How grave the gravest of a report is: the lower, the graver. */
export function gravest({ findings }: Report): number {
    return findings.reduce((least, one) => (one.accepted ? least : Math.min(least, gravity(one))), 100);
}

/** What a reviewer has to look at, one entry for each cause, the gravest first: without what a baseline accepts. */
export function toldByGravity({ findings }: Report): readonly Told[] {
    const told = byCause(findings.filter(({ accepted }) => !accepted));
    return [...told].sort((a, b) => gravity(a.finding) - gravity(b.finding));
}

/** The fact as a sentence, with the property that it is about. */
export function sentenceOf({ at = "", fact = "" }: { readonly at?: string; readonly fact?: string }): string {
    const text = at === "" ? fact.charAt(0).toUpperCase() + fact.slice(1) : `${at}: ${fact}`;
    return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What others find fault with for the same reason, as the terminal says it. */
export function alsoSentence({ policy, severity, urn, name, fact, fix }: Finding, speaker: Finding): string {
    const sentence = fact.endsWith(".") ? fact : `${fact}.`;
    const where = urn === speaker.urn ? "" : ` at ${name}`;
    return `Also ${policy}${where} (${severity}): ${sentence}${fix === speaker.fix ? "" : ` ${fix}`}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
    return `${number} ${number === 1 ? one : many}`;
}

/** A text of at most so many characters. */
export function shortened(text: string, most: number): string {
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
