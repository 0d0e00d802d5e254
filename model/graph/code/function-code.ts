import { type LambdaFunction, S3BucketObject, S3BucketObjectV2 } from "../../aws";
import { type CodeReader, codeReader, type FunctionCode } from "../../code";
import { type Packaged, packagedOf, type Value } from "../../values";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

export type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** What a function's code is packed from, and where that is said: here, or at the object in a bucket that it is taken from. */
export function packagedCodeOf(stack: Stack, holder: Resource<FunctionInputs>): readonly [Packaged | undefined, Value] {
    const { code, s3Key } = holder.inputs;
    if (code.state !== "absent" || s3Key.state === "absent") return [packagedOf(code), code];
    const object = linked(stack.link<unknown>(holder, s3Key, S3BucketObject, S3BucketObjectV2));
    const source = object?.root.get("source");
    // What another build put there is no part of this program.
    if (!source) return [undefined, code];
    const packaged = packagedOf(source);
    return [packaged?.kind === "path" ? { ...packaged, isArchive: true } : packaged, source];
}

/** The code with what starts it, as readers take it. `folder`: the program's, where somebody said it. */
export function asRun(
    holder: Resource<FunctionInputs>,
    code: Packaged,
    enough: number,
    folder: string | undefined,
): FunctionCode {
    const { handler, runtime, environment } = holder.inputs;
    const variables = environment.get("variables").entries();
    return {
        code,
        entry: {
            handler: handler.text() ?? "",
            runtime: runtime.text() ?? "",
            variables: new Map(variables.map(([name, value]) => [name, value.text()])),
            enough,
        },
        project: holder.urn.split("::")[1] ?? "",
        folder,
    };
}

/** One for all that is asked of the code of a stack: what is unpacked for one question serves the others. */
export function readerOf(stack: Stack): CodeReader {
    return stack.once(readerOf, codeReader);
}
