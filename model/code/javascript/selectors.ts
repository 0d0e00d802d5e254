import { kindOf, needsVerbs as needsVerbsAt } from "../asked";
import type { Input } from "./values";

export { saysWhatToDo } from "../asked";

/** What a handler may choose its task by. */
export type Selector = "route" | "action" | "field";

/** By what does it choose? Undefined for what no task is chosen by. */
export function selectorOf(input: Input): Selector | undefined {
    const selectors = input.paths.map(selectorAt);
    return selectors.find((one) => one === "route") ?? selectors.find((one) => one !== undefined);
}

function selectorAt(path: string): Selector | undefined {
    const kind = kindOf(path.split("."));
    return kind === undefined || kind === "action" || kind === "field" ? kind : "route";
}

/** Do its values have to be what is done, for a task to be chosen by them? */
export function needsVerbs(input: Input): boolean {
    return input.paths.every((path) => needsVerbsAt(path.split(".")));
}
