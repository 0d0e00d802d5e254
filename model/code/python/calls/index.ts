import { type Calls, OPEN } from "../../calls";
import { type Budget, CannotTell, type CodeFiles, type Entry } from "../../code";
import type { SdkNames } from "../../sdk-names";
import { handlerBehind, servedBy } from "../handler";
import { Evaluator } from "./evaluate";
import { Loader } from "./loading";

/**
 * Which AWS operations a Python function's code calls, from the handler on: nothing is executed. What it may do in whatever order is followed, so that
 * a call that is not found has its reason among the open ones.
 */
export function pythonCalls(files: CodeFiles, entry: Entry, budget: Budget, names: SdkNames): Calls {
    const evaluator = new Evaluator(names, entry, budget, new Loader(files, entry, budget));
    try {
        start(files, entry, evaluator);
        return evaluator.finish();
    } catch (error) {
        // What was found until then is called all the same. The stack is used up by code that is nested as no program is.
        const { calls, open } = evaluator.found();
        const reason = error instanceof CannotTell ? OPEN.budget : OPEN.unfollowed;
        return { calls, open: [...new Set([...open, reason])].sort() };
    }
}

function start(files: CodeFiles, entry: Entry, evaluator: Evaluator): void {
    const served = servedBy(files, entry);
    if (served !== undefined) {
        // A script that is started by its name does more than a module that is loaded.
        const script = evaluator.load(served.module);
        if (script === undefined || served.app === undefined) evaluator.open(OPEN.handler);
        else evaluator.start(script, [served.app]);
        return;
    }
    const handler = handlerBehind(files, entry);
    const dot = handler.lastIndexOf(".");
    const name = handler.slice(0, dot).replaceAll("/", ".").replace(/^\.+/, "");
    const module = dot <= 0 ? undefined : evaluator.load(name);
    if (module === undefined || !evaluator.start(module, [handler.slice(dot + 1)])) evaluator.open(OPEN.handler);
}
