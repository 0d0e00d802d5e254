/** What ts-node makes of a program's files, kept from one run to the next: of a file that is as it was, nothing is made anew. */
import { createHash } from "node:crypto";
import { type AnyFunction, changeWhenLoaded } from "./changes";

export interface Transpiled {
    readonly outputText: string;
    readonly sourceMapText: string;
}

interface Output extends Transpiled {
    readonly diagnostics?: readonly unknown[];
}

type Transpile = (input: string, options: unknown, type?: string) => Output;
type Create = (ts: { readonly version?: string }, options: { readonly transformers?: unknown }) => Transpile;

/**
 * Makes ts-node look into what is `known` first; gives what the run used. A ts-node of another make is left as it is, and so is one with
 * transformers, which may know more than the file.
 */
export function transpilesOnce(
    known: Readonly<Record<string, Transpiled>>,
): () => Readonly<Record<string, Transpiled>> {
    const used: Record<string, Transpiled> = {};
    const instead = (create: Create): Create => {
        return (ts, options) => {
            const transpile = create(ts, options);
            if (options.transformers) return transpile;
            const about = JSON.stringify([ts.version, options]);
            return (input, ...rest) => {
                const key = createHash("sha256")
                    .update(JSON.stringify([about, input, rest]))
                    .digest("base64");
                const before = known[key] ?? used[key];
                const output = before ? { ...before, diagnostics: [] } : transpile(input, ...rest);
                if ((output.diagnostics ?? []).length === 0)
                    used[key] = { outputText: output.outputText, sourceMapText: output.sourceMapText };
                return output;
            };
        };
    };
    changeWhenLoaded({
        file: /[\\/]ts-node[\\/]dist[\\/]ts-transpile-module\.js$/,
        exported: "createTsTranspileModule",
        instead: instead as unknown as (original: AnyFunction) => AnyFunction,
    });
    return () => used;
}
