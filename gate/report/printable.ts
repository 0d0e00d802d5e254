/**
 * What a program may name as it likes (resources, files, stacks, reasons, errors) is shown so that it can neither move the
 * terminal's cursor, nor begin a line that a person takes for this gate's own or a CI system for a command.
 */

/** Behind spaces and colours, where a runner still takes them for a command. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters.
const LEADING_COLONS = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/gm;

/** Control characters, halves of characters, and what turns the direction of a text or breaks its line. */
const CONTROL = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const CONTROL_IN_LINES = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A text that stands within a line. */
export function printable(text: string): string {
    return text.replace(CONTROL, escaped);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters.
const COLOUR = /\u001b\[[\d;]*m/g;

/** As it is read: another program's error is coloured for a terminal that it does not have here. */
export function withoutColours(text: string): string {
    return text.replace(COLOUR, "");
}

/** A text of several lines, which keeps them. */
export function printableLines(text: string): string {
    return withoutColours(text).replace(/\r\n/g, "\n").replace(/\t/g, "    ").replace(CONTROL_IN_LINES, escaped);
}

/** Every text in a tree of data, within its line. */
export function printableTree<T>(tree: T): T {
    if (typeof tree === "string") return printable(tree) as T;
    if (Array.isArray(tree)) return tree.map(printableTree) as T;
    if (typeof tree !== "object" || tree === null) return tree;
    return Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, printableTree(below)])) as T;
}

/**
 * A whole output: no line of it is a command to GitHub (`::error::`, `##[group]`), Azure Pipelines (`##vso[…]`) or TeamCity.
 * Texts wrap, so a command could begin any line, whatever it stood behind before.
 */
export function withoutCommands(output: string): string {
    return withoutHashCommands(output.replace(LEADING_COLONS, "$1\\:"));
}

/** A text within a command of GitHub's own, whose colons are escaped there. */
export function withoutHashCommands(text: string): string {
    return text.replace(/##(?=\[|vso\[|teamcity\[)/g, "#\\#");
}

/** JSON that says the same to a parser, and is as harmless on a terminal and in the log of a CI system. */
export function printableJson(value: unknown, indent = 2): string {
    const text = JSON.stringify(value, null, indent);
    return text.replace(/##(?=\[|vso\[|teamcity\[)/g, "#\\u0023").replace(CONTROL_IN_LINES, unicode);
}

function escaped(character: string): string {
    return NAMED[character] ?? unicode(character);
}

function unicode(character: string): string {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
