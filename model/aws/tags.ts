import { type Answer, answer, any, undecided, type Value } from "../values";

/**
 * Does a resource carry one of the tags, written `key=value` or, for any value, `key`? Case does not count. The tags that a
 * provider adds by default are read where they are known.
 */
export function isTagged(root: Value, tags: readonly string[]): Answer {
    const wanted = tags.map((tag) => tag.toLowerCase().split("="));
    const own = root.get("tags");
    const mine = new Set(own.entries().map(([key]) => key));
    const carried = [
        ...own.entries(),
        ...root
            .get("tagsAll")
            .entries()
            .filter(([key]) => !mine.has(key)),
    ];
    const found = carried.map(([key, value]) => {
        const values = wanted.flatMap(([name, ...rest]) => (name === key.toLowerCase() ? [rest.join("=")] : []));
        if (values.length === 0 || values.includes("")) return answer(values.length > 0);
        if (value.state === "unknown") return undecided(value.place);
        return answer(values.includes(value.scalar()?.toLowerCase() ?? ""));
    });
    const hidden = own.state === "unknown" && wanted.length > 0 ? [undecided(own.place)] : [];
    return any(...found, ...hidden);
}
