import { Value } from "../values";

/**
 * The values at a dotted path: `a.b[].c` goes through every element of `b`, `a.b[0].c` through its first, `a.*` through what `a` holds
 * under keys of the program's own, `a{}.b` through the JSON text of `a`; the empty path is the value itself. A list that is unknown as a whole stands for its elements; of an absent one, the first is absent and there are no others.
 */
export function valuesAt(from: Value, path: string): readonly Value[] {
    if (path === "") return [from];
    const [step = "", ...rest] = path.split(".");
    if (step === "*") return everyOf(from).flatMap((one) => valuesAt(one, rest.join(".")));
    const [, key = step, index, kind] = /^(.*?)(?:\[(\d*)\]|(\{\}))?$/.exec(step) ?? [];
    const below = from.get(key);
    if (index === "" && below.state === "unknown") return [below];
    const found = stepped(below, index, kind);
    return rest.length === 0 ? found : found.flatMap((one) => valuesAt(one, rest.join(".")));
}

function everyOf(map: Value): readonly Value[] {
    return map.state === "unknown" ? [map] : map.entries().map(([, below]) => below);
}

function stepped(below: Value, index: string | undefined, kind: string | undefined): readonly Value[] {
    if (kind !== undefined) return [below.json() ?? []].flat();
    if (index === undefined || below.state === "unknown") return [below];
    const elements = below.items() as readonly Value[];
    if (index === "") return elements;
    return [elements[Number(index)] ?? new Value(undefined, `${below.path}[${index}]`)];
}
