import { nameWords } from "./name-words";

const INSIDERS: ReadonlySet<string> = new Set(
    "admin admins administrator administrators backoffice corporate employee employees internal intranet operator operators staff workforce".split(
        " ",
    ),
);

/** Is a user pool for those who work here, by one of its names? */
export function isForInsiders(...names: readonly string[]): boolean {
    return names.some((name) => {
        const words = nameWords(name);
        return words.some((word, index) => INSIDERS.has(word) || (word === "back" && words[index + 1] === "office"));
    });
}
