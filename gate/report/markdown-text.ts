/**
 * Markup; the colon of a link that is found by its look, or of a picture's name (`:bug:`); the dot of `www.`; and what GitHub looks for
 * in the finished text, mentions and numbers of issues.
 */
const SPECIAL = /[\\`*_~[\]<>&|$]|:(?=\/\/|[\w+-]+:)|(?<=\bwww)\.|[@#](?=\w)/gi;

/** A text that is nothing but text, within a line of Markdown, whoever chose it. */
export function markdownText(text: string): string {
    return text
        .replace(SPECIAL, (one) => {
            const entity = `&#${one.charCodeAt(0)};`;
            // An empty comment parts the sign from the name behind it.
            return one === "@" || one === "#" ? `${entity}<!-- -->` : entity;
        })
        .replace(/\n/g, "<br>");
}
