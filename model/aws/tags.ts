import { type Answer, answer, any, no, undecided, type Value } from "../values";

/**
 * Does a resource carry one of the tags, written `key=value` or, for any value, `key`? Case does not count. The tags that a
 * provider adds by default are read where they are known.
 */
export function isTagged(root: Value, tags: readonly string[]): Answer {
    if (tags.length === 0) return no;
    const [own, every] = [root.get("tags"), root.get("tagsAll")];
    if (own.state === "absent" && every.state === "absent") return no;
    const wanted = tags.map((tag) => tag.toLowerCase().split("="));
    const mine = new Set(own.keys());
    const carried = [...own.entries(), ...every.entries().filter(([key]) => !mine.has(key))];
    const found = carried.map(([key, value]) => {
        const values = wanted.flatMap(([name, ...rest]) => (name === key.toLowerCase() ? [rest.join("=")] : []));
        if (values.length === 0 || values.includes("")) return answer(values.length > 0);
        if (value.state === "unknown") return undecided(value.place);
        return answer(values.includes(value.scalar()?.toLowerCase() ?? ""));
    });
    const hidden = own.state === "unknown" ? [undecided(own.place)] : [];
    return any(...found, ...hidden);
}
