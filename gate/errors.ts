/** What the command exits with. */
export const EXIT = { clean: 0, violations: 1, cannotCheck: 2 } as const;

/**
 * Why a check could not be made, as one sentence that names the cause; what follows (a stack trace, a compiler's output)
 * is in `detail`. The command exits with 2, and reports nothing as passed.
 */
export class CannotCheck extends Error {
    override readonly name = "CannotCheck";
    constructor(
        sentence: string,
        readonly detail = "",
    ) {
        super(sentence);
    }
}

/** An error's text, for a sentence. */
export function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
