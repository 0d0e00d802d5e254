/** A comparison on a terminal. */
import { comparisonText, GONE_TITLE, type Section } from "./lines";
import type { Comparison } from "./model";

const MOST_LINES = 60;
const MOST_GONE = 12;

export interface Pen {
    readonly bold: (text: string) => string;
    readonly dim: (text: string) => string;
    readonly added: (text: string) => string;
    readonly removed: (text: string) => string;
    /** Breaks a text into lines of the page's width. */
    readonly wrapped: (text: string, indent: string) => readonly string[];
}

export function comparisonLines(comparison: Comparison, pen: Pen): readonly string[] {
    const { title, notes, sections, gone, last } = comparisonText(comparison);
    const list = (all: readonly Section[], mark: string, most: number, isShort: boolean) =>
        all.flatMap(({ title: of, lines }) => [
            `  ${pen.bold(of)}`,
            ...lines
                .slice(0, most)
                .flatMap(({ text, below }) => [
                    ...pen.wrapped(`${mark} ${text}`, "    ").map(mark === "+" ? pen.added : pen.removed),
                    ...(isShort ? [] : below.flatMap((one) => pen.wrapped(one, "      ").map(pen.dim))),
                ]),
            ...(lines.length > most ? [`    … and ${lines.length - most} more`] : []),
        ]);
    return [
        pen.bold(title),
        ...notes.flatMap((note) => pen.wrapped(note, "  ")),
        ...list(sections, "+", MOST_LINES, false),
        ...(gone.length > 0 ? [pen.bold(GONE_TITLE), ...list(gone, "-", MOST_GONE, true)] : []),
        `  ${last}`,
        "",
    ];
}
