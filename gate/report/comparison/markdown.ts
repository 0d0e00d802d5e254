/** A comparison in Markdown. */
import { markdownText } from "../markdown-text";
import { shortened } from "../weight";
import { comparisonText, GONE_TITLE, type Section } from "./lines";
import type { Comparison } from "./model";

const LONGEST_LINE = 600;

/** What is newly allowed, as far as so many characters go; what is gone is folded. */
export function comparisonMarkdown(comparison: Comparison, longest: number): string {
    const { title, notes, sections, gone, last } = comparisonText(comparison);
    let room = longest - 400;
    const list = (all: readonly Section[], hasBelow: boolean): readonly string[] =>
        all.flatMap(({ title: of, lines }) => {
            const texts = lines.map(({ text, below }) =>
                [`- ${shown(text)}`, ...(hasBelow ? below.map((one) => `  - ${shown(one)}`) : [])].join("\n"),
            );
            const fits = texts.filter((text) => {
                if (text.length + 1 > room) return false;
                room -= text.length + 1;
                return true;
            });
            const left = texts.length - fits.length;
            const more = left > 0 ? [`- … and ${left} more`] : [];
            return [`**${of}**`, "", ...fits, ...more, ""];
        });
    const newly = list(sections, true);
    const away = list(gone, false);
    return [
        `**${markdownText(title)}**`,
        "",
        ...notes.flatMap((note) => [shown(note), ""]),
        ...newly,
        ...(away.length > 0 ? [`<details><summary>${GONE_TITLE}</summary>`, "", ...away, "</details>", ""] : []),
        markdownText(last),
        "",
    ].join("\n");
}

function shown(text: string): string {
    return markdownText(shortened(text, LONGEST_LINE));
}
