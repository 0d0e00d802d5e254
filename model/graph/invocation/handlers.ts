import { LambdaFunction } from "../../aws";
import type { Task } from "../../code";
import { asRun, type FunctionInputs, packagedCodeOf, readerOf } from "../code/function-code";
import { fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** What a function's handler chooses among, by its code; or what that waits for. */
export type HandlerTasks =
    | { readonly is: "known"; readonly tasks: readonly Task[]; readonly by?: string }
    | { readonly is: "undecided"; readonly awaits: readonly string[] };

/** The languages that are read. */
const LANGUAGES = /^(?:nodejs|python)/;

/** What the handlers of the stack's functions choose among. */
export const handlersOf = fact([LambdaFunction], (stack) => new Handlers(stack));

class Handlers {
    constructor(private readonly stack: Stack) {}

    /**
     * Undefined for what no code is given of here, and for languages that are not read. With fewer than `enough` tasks, it is undecided where something
     * could not be read. `folder`: the program's, where somebody said it.
     */
    tasks(holder: Resource<FunctionInputs>, enough: number, folder?: string): HandlerTasks | undefined {
        const { handler, runtime } = holder.inputs;
        const [code, place] = packagedCodeOf(this.stack, holder);
        if (place.state === "absent" || runtime.state === "absent") return undefined;
        const unknown = [handler, runtime, place].filter(({ state }) => state === "unknown");
        if (runtime.state === "known" && !LANGUAGES.test(runtime.text() ?? "")) return undefined;
        if (unknown.length > 0) return { is: "undecided", awaits: unknown.map((value) => value.place) };
        const told = (reason: string): HandlerTasks => ({ is: "undecided", awaits: [`${place.place} (${reason})`] });
        if (!code) return told("it is not in this program");
        const found = readerOf(this.stack).tasks(asRun(holder, code, enough, folder));
        return found.is === "known" ? found : told(found.reason);
    }
}
