import type { Report } from "./model";

/** A way to tell what was found, for one kind of reader. */
export interface Format {
    /** For the command's help. */
    readonly is: string;
    /** Lines that others may stand before and after, and not a document of its own. */
    readonly isLines?: true;
    readonly write: (reports: readonly Report[], page: Page) => Written;
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
