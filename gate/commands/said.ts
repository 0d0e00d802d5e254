/** What is said besides a report, and how the terminal is that a report is for. */
import { CannotCheck } from "../errors";
import { printable, printableLines, withoutCommands } from "../report/printable";
import type { TerminalOptions } from "../report/terminal";

export function terminal({ color }: { readonly color: boolean }): TerminalOptions {
    return { colour: usesColour(color), width: Math.min(process.stdout.columns ?? 110, 120) };
}

export function note(sentence: string): void {
    process.stderr.write(withoutCommands(`Note: ${printable(sentence)}\n`));
}

/** One sentence first; then what the program or the pack had to say. */
export function tell(error: unknown): void {
    const [sentence, detail] =
        error instanceof CannotCheck
            ? [error.message, error.detail]
            : [`the gate itself failed: ${kindOf(error)}`, framesOf(error)];
    const more = detail === "" ? "" : `\n${printableLines(detail).trimEnd()}\n`;
    process.stderr.write(withoutCommands(`Cannot check: ${printable(sentence)}\n${more}`));
}

/** What an error of the gate's own says may quote an input. */
function kindOf(error: unknown): string {
    return error instanceof Error ? error.name : typeof error;
}

function framesOf(error: unknown): string {
    if (!(error instanceof Error)) return "";
    const { message, stack = "" } = error;
    const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
    return frames.filter((line) => /^\s+at /.test(line)).join("\n");
}

/** On a terminal only: a pipe gets the report and nothing else. */
export function progressLine(first: string): { update: (text: string) => void; clear: () => void } {
    if (!process.stderr.isTTY) return { update: () => undefined, clear: () => undefined };
    process.stderr.write(first);
    return {
        update: (text) => process.stderr.write(`\r\u001b[KChecking: ${text}`),
        clear: () => process.stderr.write("\r\u001b[K"),
    };
}

function usesColour(asked: boolean): boolean {
    if (!asked || (process.env["NO_COLOR"] ?? "") !== "") return false;
    return process.stdout.isTTY === true || !["", "0", undefined].includes(process.env["FORCE_COLOR"]);
}
