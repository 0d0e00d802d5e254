/** What a finding says, in parts; a host that knows the parts shows them apart, Pulumi's own output shows the text. */
export interface Message {
    /** The property path the finding is about; empty for the resource as a whole. */
    readonly at: string;
    /** The fact found at this resource and its consequence. */
    readonly fact: string;
    readonly why: string;
    readonly fix: string;
}

/**
 * Control characters, line breaks and marks that change the direction of writing: they forge lines on a terminal and in a log. And half a
 * character, which JSON may hold: a text with one is no UTF-8.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to name them is what this is for.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu;

/** A text in which whatever does not print is shown by its number, such as `\u001b`. */
export function printable(text: string): string {
    return text.replace(UNPRINTABLE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The lines under the policy's title, which the SDK prints itself. */
export function messageText({ at, fact, why, fix }: Message): string {
    return `${at === "" ? capital(fact) : `${at}: ${fact}`}${isEnded(fact) ? "" : "."}\nWhy: ${why}\nFix: ${fix}`;
}

function isEnded(sentence: string): boolean {
    return sentence.endsWith(".") || sentence.endsWith("!") || sentence.endsWith("?");
}

function capital(sentence: string): string {
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
