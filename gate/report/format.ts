import type { Report } from "./model";

/** A way to tell what was found, for one kind of reader. */
export interface Format {
    /** For the command's help. */
    readonly is: string;
    /** Lines that others may stand before and after, and not a document of its own. */
    readonly isLines?: true;
    /** Shows the stack as a picture, which the pack makes where it is asked. */
    readonly needsDrawing?: true;
    readonly write: (reports: readonly Report[], page: Page, besides?: Besides) => Written;
}

/** What is to be told of stacks beside their reports. */
export interface Besides {
    /** Whether several stacks were asked for, however many there are. */
    readonly isSeveral?: boolean;
    /** Stacks that could not be judged. */
    readonly failures?: readonly { readonly at: string; readonly why: string }[];
    /** Of how many calls this is one, each with its part of the stacks. */
    readonly shard?: { readonly index: number; readonly total: number };
}

/** Is there one stack to tell of, and nothing else? */
export function isOne(reports: readonly Report[], { isSeveral = false, failures = [], shard }: Besides): boolean {
    return reports.length === 1 && !isSeveral && failures.length === 0 && !shard;
}

export interface Written {
    readonly text: string;
    /** What a limit of those who read the format left out, as sentences. */
    readonly leftOut: readonly string[];
}

/** What is written on, where that matters. */
export interface Page {
    readonly colour: boolean;
    /** Columns to wrap at. */
    readonly width: number;
}
