import { Value } from "../values";

/**
 * The values at a dotted path: `a.b[].c` goes through every element of `b`, `a.b[0].c` through its first, `a.*` through what `a` holds
 * under keys of the program's own, `a{}.b` through the JSON text of `a`; the empty path is the value itself. A list that is unknown as a whole stands for its elements; of an absent one, the first is absent and there are no others.
 */
export function valuesAt(from: Value, path: string): readonly Value[] {
    return path === "" ? [from] : through(from, stepsOf(path), 0);
}

interface Step {
    readonly key: string;
    /** Of a list: empty for every element, else which. */
    readonly index: string | undefined;
    readonly isJson: boolean;
    /** Neither into a list, nor into a text, nor to whatever there is. */
    readonly isPlain: boolean;
}

/** Paths are those of tables: each is taken apart once. */
const taken = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
    let found = taken.get(path);
    if (!found) {
        found = path.split(".").map(stepOf);
        taken.set(path, found);
    }
    return found;
}

function stepOf(step: string): Step {
    const [, key = step, index, kind] = /^(.*?)(?:\[(\d*)\]|(\{\}))?$/.exec(step) ?? [];
    const isJson = kind !== undefined;
    return { key, index, isJson, isPlain: key !== "*" && index === undefined && !isJson };
}

function through(from: Value, steps: readonly Step[], at: number): readonly Value[] {
    let [holder, next] = [from, at];
    // Most steps lead to one place.
    while (steps[next]?.isPlain) {
        holder = holder.get(steps[next]?.key ?? "");
        next += 1;
    }
    const step = steps[next];
    if (!step) return [holder];
    if (step.key === "*") return everyOf(holder).flatMap((one) => through(one, steps, next + 1));
    const below = holder.get(step.key);
    if (step.index === "" && below.state === "unknown") return [below];
    const found = stepped(below, step);
    return next + 1 === steps.length ? found : found.flatMap((one) => through(one, steps, next + 1));
}

function everyOf(map: Value): readonly Value[] {
    return map.state === "unknown" ? [map] : map.entries().map(([, below]) => below);
}

function stepped(below: Value, { index, isJson }: Step): readonly Value[] {
    if (isJson) return [below.json() ?? []].flat();
    if (index === undefined || below.state === "unknown") return [below];
    const elements = below.items() as readonly Value[];
    if (index === "") return elements;
    return [elements[Number(index)] ?? new Value(undefined, `${below.path}[${index}]`)];
}
