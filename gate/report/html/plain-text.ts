import type { StackData } from "./common/data";
import type { StackList } from "./common/list-data";
import { cut } from "./common/shown";
import { count, openOf } from "./common/words";

/** What a browser's tab says: a tick or a cross first, which is seen where there is no room for more. */
export function pageTitle(stacks: readonly StackData[], list: StackList | undefined): string {
    const stops = stacks
        .flatMap(({ findings }) => openOf(findings))
        .filter(({ level }) => level === "mandatory").length;
    const verdict = stops > 0 ? `✖ ${stops} blocking` : "✔ nothing blocks";
    const [only] = stacks;
    const what = only && !list ? stackName(only) : count(stacks.length, "stack");
    return `${verdict} · ${cut(what, 120)}`;
}

export function stackName({
    project,
    stack,
    record,
}: {
    readonly project: string;
    readonly stack: string;
    readonly record: string;
}): string {
    return project === "" && stack === "" ? record : `${project} / ${stack}`;
}
