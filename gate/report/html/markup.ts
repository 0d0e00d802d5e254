/** HTML that is made here. A text gets into it escaped, or not at all. */
import { shownLines } from "./common/shown";

export class Markup {
    constructor(readonly html: string) {}
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/** A template whose texts are escaped and whose markup stays. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
    return new Markup(texts.map((text, index) => text + htmlOf(parts[index])).join(""));
}

function htmlOf(part: Part): string {
    if (part === undefined || part === false) return "";
    if (part instanceof Markup) return part.html;
    if (typeof part === "object") return part.map(htmlOf).join("");
    return escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "#": "&#35;",
    "`": "&#96;",
};

/** `#` too: a CI system's log takes `##[` for a command. */
export function escaped(text: string): string {
    return shownLines(text)
        .replace(/[&<>"'#`]/g, (one) => ENTITIES[one] ?? one)
        .replace(/\n/g, "<br>");
}

/** JSON within an element: it can end no element and begin none, and is ASCII where a character could be taken for another. */
export function dataOf(value: unknown): Markup {
    return new Markup(
        JSON.stringify(value).replace(
            /[<>&#\u2028\u2029]/g,
            (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
        ),
    );
}
