import { vocabulary, wholes } from "./vocabulary";

/** Words of which a name that ends in them, written together with whatever comes before, says enough: `ACMEPASSWORD`. */
const TELLING_ENDS: readonly string[] = [
    ...[
        "password",
        "passwd",
        "passphrase",
        "credential",
        "passwort",
        "kennwort",
        "contrasena",
        "secret",
        "token",
        "apikey",
    ],
];
const SHORTEST = 2;
/** Of a longer name only its end is read, which says what it names; nobody writes one. */
const MOST_READ = 512;
/** With the plural. */
const LONGEST = Math.max(...[...vocabulary].map((word) => word.length)) + 1;

/**
 * The words of a name as people write them, in lower case and singular: `dbPassword`, `DB_PASSWORDS`, `db-password` and `DBPASSWORD`
 * are all `db password`, and `API_KEY2` is `api key 2`. Words that are written together come apart only into known ones, so
 * `MONKEY` and `BYPASS` stay whole. Of a name beyond all length, the words at its end.
 */
export function wordsOf(name: string): readonly string[] {
    return (
        name
            .slice(-MOST_READ)
            // Around the clock is one word.
            .replace(/24X7/g, "24x7")
            .normalize("NFD")
            .replace(/[\u0300-\u036f]/g, "")
            .replace(/([a-z\d])([A-Z])/g, "$1 $2")
            .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
            .toLowerCase()
            .split(/[^a-z\d]+/)
            .filter((chunk) => chunk !== "")
            .flatMap((chunk) => (known(chunk) ? [chunk] : (chunk.match(/[a-z]+|\d+/g) ?? [])))
            .flatMap((chunk) => unglued(chunk) ?? [chunk])
    );
}

/** Is this a word of which the names of secrets are made, and those of what has them? */
export function isVocabulary(word: string): boolean {
    return known(word) !== undefined && !wholes.has(word);
}

/** A known word in the singular. */
function known(word: string): string | undefined {
    if (vocabulary.has(word)) return word;
    const singular = word.replace(/s$/, "");
    return singular !== word && vocabulary.has(singular) ? singular : undefined;
}

function unglued(chunk: string): readonly string[] | undefined {
    const whole = known(chunk);
    if (whole !== undefined) return [whole];
    return fewest(chunk) ?? afterAnything(chunk);
}

/** The chunk as the fewest known words. */
function fewest(chunk: string): readonly string[] | undefined {
    const best: (readonly string[] | undefined)[] = [[]];
    for (let end = 1; end <= chunk.length; end += 1) {
        for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start += 1) {
            const before = best[start];
            const word = before && known(chunk.slice(start, end));
            if (!before || word === undefined) continue;
            if ((best[end]?.length ?? Number.POSITIVE_INFINITY) > before.length + 1) best[end] = [...before, word];
        }
    }
    return best[chunk.length];
}

function afterAnything(chunk: string): readonly string[] | undefined {
    const singular = chunk.replace(/s$/, "");
    const end = TELLING_ENDS.find((one) => singular.endsWith(one));
    return end === undefined ? undefined : [singular.slice(0, -end.length), ...(fewest(end) ?? [end])];
}
