import type { Value } from "../values";

/**
 * The values at a dotted path: `a.b[].c` goes through every element of `b`, `a{}.b` through the JSON text of `a`. A list that is
 * unknown as a whole stands for its elements.
 */
export function valuesAt(from: Value, path: string): readonly Value[] {
    const [step = "", ...rest] = path.split(".");
    const below = from.get(step.replace(/\[\]$|\{\}$/, ""));
    if (step.endsWith("[]") && below.state === "unknown") return [below];
    const found = step.endsWith("[]")
        ? (below.items() as readonly Value[])
        : step.endsWith("{}")
          ? [below.json() ?? []].flat()
          : [below];
    return rest.length === 0 ? found : found.flatMap((one) => valuesAt(one, rest.join(".")));
}
