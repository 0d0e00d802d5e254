import { LambdaFunction, S3BucketObject, S3BucketObjectV2 } from "../../aws";
import { type CodeReader, codeReader, type Task } from "../../code";
import { type Packaged, packagedOf, type Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** What a function's handler chooses among, by its code; or what that waits for. */
export type HandlerTasks =
    | { readonly is: "known"; readonly tasks: readonly Task[]; readonly by?: string }
    | { readonly is: "undecided"; readonly awaits: readonly string[] };

/** The languages that are read. */
const LANGUAGES = /^(?:nodejs|python)/;

/** What the handlers of the stack's functions choose among. */
export const handlersOf = fact([LambdaFunction], (stack) => new Handlers(stack));

class Handlers {
    private reader: CodeReader | undefined;
    private readonly known = new Map<Resource, HandlerTasks | undefined>();

    constructor(private readonly stack: Stack) {}

    /** Undefined for what no code is given of here, and for languages that are not read. `folder`: the program's, where somebody said it. */
    tasks(holder: Resource<FunctionInputs>, folder?: string): HandlerTasks | undefined {
        if (!this.known.has(holder)) this.known.set(holder, this.read(holder, folder));
        return this.known.get(holder);
    }

    private read(holder: Resource<FunctionInputs>, folder: string | undefined): HandlerTasks | undefined {
        const { handler, runtime, environment } = holder.inputs;
        const [code, place] = this.codeOf(holder);
        if (place.state === "absent" || runtime.state === "absent") return undefined;
        const unknown = [handler, runtime, place].filter(({ state }) => state === "unknown");
        if (runtime.state === "known" && !LANGUAGES.test(runtime.text() ?? "")) return undefined;
        if (unknown.length > 0) return { is: "undecided", awaits: unknown.map((value) => value.place) };
        const told = (reason: string): HandlerTasks => ({ is: "undecided", awaits: [`${place.place} (${reason})`] });
        if (!code) return told("it is not in this program");
        this.reader ??= codeReader();
        const variables = environment.get("variables").entries();
        const found = this.reader.tasks({
            code,
            entry: {
                handler: handler.text() ?? "",
                runtime: runtime.text() ?? "",
                variables: new Map(variables.map(([name, value]) => [name, value.text()])),
            },
            project: holder.urn.split("::")[1] ?? "",
            folder,
        });
        return found.is === "known" ? found : told(found.reason);
    }

    /** What the code is packed from, and where that is said: here, or at the object in a bucket that it is taken from. */
    private codeOf(holder: Resource<FunctionInputs>): readonly [Packaged | undefined, Value] {
        const { code, s3Key } = holder.inputs;
        if (code.state !== "absent" || s3Key.state === "absent") return [packagedOf(code), code];
        const object = linked(this.stack.link<unknown>(holder, s3Key, S3BucketObject, S3BucketObjectV2));
        const source = object?.root.get("source");
        // What another build put there is no part of this program.
        if (!source) return [undefined, code];
        const packaged = packagedOf(source);
        return [packaged?.kind === "path" ? { ...packaged, isArchive: true } : packaged, source];
    }
}
