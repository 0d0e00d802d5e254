import { nameWords } from "../model/aws";

/** Which words of a part count: any, the first, or only all of them together; or is the part what some begin with? */
export type Where = "anywhere" | "first" | "whole" | "begun";
/** The environments that a part of a name speaks of, each a number. */
export type EnvironmentNames = (part: string, where: Where) => ReadonlySet<number>;

const ANY_BUT_PRODUCTION = "nonprod|non-prod|nonproduction|non-production";

/**
 * Environments, each by its spellings. What is not production often has one account and one namespace, so that name is of each of
 * these; a preview of a change lives from what development has.
 */
export const STANDARD_ENVIRONMENTS = [
    "prod|production|prd|live",
    `staging|stage|stg|preprod|pre-prod|preproduction|pre-production|${ANY_BUT_PRODUCTION}`,
    `test|testing|tst|${ANY_BUT_PRODUCTION}`,
    `qa|${ANY_BUT_PRODUCTION}`,
    `uat|${ANY_BUT_PRODUCTION}`,
    `dev|development|develop|local|preview|pr|ephemeral|${ANY_BUT_PRODUCTION}`,
    `sandbox|sbx|${ANY_BUT_PRODUCTION}`,
    `demo|${ANY_BUT_PRODUCTION}`,
];

/** The spellings of each environment; a list that holds nothing names none. */
export function spellingsOf(environments: readonly string[]): readonly (readonly string[])[] {
    return environments.map((one) => one.split("|").map((spelling) => spelling.trim().toLowerCase()));
}

const read = new WeakMap<readonly string[], EnvironmentNames>();

/** Of a configuration's list, made once. Words count whole: `dev-anna` and `dev2` are of `dev`, `devices` is not. */
export function environmentNames(environments: readonly string[]): EnvironmentNames {
    const known = read.get(environments);
    if (known) return known;
    const byWords = new Map<string, Set<number>>();
    for (const [index, spellings] of spellingsOf(environments).entries())
        for (const spelling of spellings) {
            const words = nameWords(spelling).join(" ");
            byWords.set(words, (byWords.get(words) ?? new Set()).add(index));
        }
    byWords.delete("");
    const most = Math.max(1, ...[...byWords.keys()].map((words) => words.split(" ").length));
    const names: EnvironmentNames = (part, where) =>
        where === "begun" ? begunBy(part, byWords) : namedIn(nameWords(part), byWords, most, where);
    read.set(environments, names);
    return names;
}

function begunBy(part: string, byWords: ReadonlyMap<string, ReadonlySet<number>>): ReadonlySet<number> {
    const beginning = nameWords(part).join(" ");
    const fitting = [...byWords].filter(([words]) => beginning !== "" && words.startsWith(beginning));
    return new Set(fitting.flatMap(([, named]) => [...named]));
}

/** The longest spelling that stands at a place counts: `pre-prod` is no `prod`. */
function namedIn(
    words: readonly string[],
    byWords: ReadonlyMap<string, ReadonlySet<number>>,
    most: number,
    where: Where,
): ReadonlySet<number> {
    const found = new Set<number>();
    for (let at = 0; at < words.length && (at === 0 || where === "anywhere"); ) {
        let taken = 1;
        for (let length = most; length > 0; length -= 1) {
            const run = words.slice(at, at + length).join(" ");
            const named = byWords.get(run) ?? byWords.get(run.replace(/\d+$/, ""));
            if (!named || (where === "whole" && length < words.length)) continue;
            for (const one of named) found.add(one);
            taken = length;
            break;
        }
        at += taken;
    }
    return found;
}
