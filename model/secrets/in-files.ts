import { credentialIn } from "./formats";

/** A secret in a file's text. */
export interface InFile {
    /** From 1. */
    readonly line: number;
    /** Words that end "holds …". */
    readonly what: string;
    /** By which two are told to be one. Never for messages. */
    readonly value: string;
}

/** The secrets in the text of a file; what its name says of its kind counts. */
export function secretsInFile(text: string, _name: string): readonly InFile[] {
    const found: InFile[] = [];
    for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
        const what = credentialIn(line);
        if (what !== undefined) found.push({ line: index + 1, what, value: line.trim() });
    }
    return found;
}
