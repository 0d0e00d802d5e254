/**
 * Control characters, halves of characters, what joins or hides characters, and what turns a text's direction, so that they can be seen:
 * ⟨U+202E⟩. Of a text with lines of its own, line breaks stay.
 */
const HIDDEN =
    // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself.
    /[\p{Cc}\p{Cs}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|[\ufdd0-\ufdef\ufffe\uffff]/gu;

export function shown(text: string): string {
    return text.replace(HIDDEN, named);
}

export function shownLines(text: string): string {
    return text
        .replace(/\r\n/g, "\n")
        .replace(/\t/g, "    ")
        .replace(HIDDEN, (one) => (one === "\n" ? one : named(one)));
}

function named(character: string): string {
    return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** Only a message may have lines of its own. */
const WITH_LINES: ReadonlySet<string> = new Set(["fact", "fix", "why"]);

/** Every text in a tree of data. */
export function shownTree<T>(tree: T, show = shown): T {
    if (typeof tree === "string") return show(tree) as T;
    if (Array.isArray(tree)) return tree.map((one) => shownTree(one, show)) as T;
    if (typeof tree !== "object" || tree === null) return tree;
    return Object.fromEntries(
        Object.entries(tree).map(([key, below]) => [key, shownTree(below, WITH_LINES.has(key) ? shownLines : show)]),
    ) as T;
}

/** A text of at most so many characters, for where there is no room for more. */
export function cut(text: string, most: number): string {
    const characters = [...text];
    return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
