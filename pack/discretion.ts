/**
 * What a program marks secret is not repeated, not even in AWS's own words. Rules name what they find; where they found it in a
 * secret, the names are taken out again here, so that no rule has to think of it.
 */
import { isRecord, type Value } from "../model/values";

const ACTION = "(?<![\\w-])(?!aws:)[a-z][a-z0-9-]*:[A-Za-z*?][A-Za-z0-9*?]*";
const ACTIONS = new RegExp(`${ACTION}(?:(?:, | and )${ACTION})*(?: and (\\d+) more)?`, "g");
const ARN = /arn:[^\s,;()"]+/g;
/** Shorter words are found everywhere, and these in every document. */
const SHORTEST = 4;
const GRAMMAR: ReadonlySet<string> = new Set(["Allow", "Deny", "2012-10-17", "2008-10-17"]);

/** In brackets stood the words themselves. */
const EMPTIED = / \((?:an action|\d+ actions|a resource|…)\)/g;

/** The text with actions counted, and ARNs, services and the secret's own words left out. */
export function withoutWords(text: string, secret: Value): string {
    const words = textsOf((secret.json() ?? secret).known());
    const services = words.flatMap((word) => new RegExp(`^${ACTION}$`).exec(word)?.[0].split(":")[0] ?? []);
    const rules: readonly (readonly [RegExp | string, string | typeof counted])[] = [
        [ARN, "a resource"],
        [ACTIONS, counted],
        ...services.map((service) => [new RegExp(`\\b${service}\\b`, "g"), "a service"] as const),
        ...words
            .flatMap((word) => [word, word.split("/").at(-1) ?? ""])
            .filter((word) => word.length >= SHORTEST && !GRAMMAR.has(word))
            .sort((a, b) => b.length - a.length)
            .map((word) => [word, "…"] as const),
        [EMPTIED, ""],
    ];
    return rules.reduce((rest, [what, by]) => rest.replaceAll(what, by as string), text);
}

function counted(actions: string, more = "0"): string {
    const number = actions.split(/, | and (?!\d)/).length + Number(more);
    return number === 1 ? "an action" : `${number} actions`;
}

/** All texts of a value. Of one that is a path the last part alone tells it too: a managed policy is called by it. */
function textsOf(raw: unknown): string[] {
    if (typeof raw === "string") return [raw];
    if (Array.isArray(raw)) return raw.flatMap(textsOf);
    return isRecord(raw) ? Object.values(raw).flatMap(textsOf) : [];
}
