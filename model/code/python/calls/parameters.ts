import { eitherOf, joinedOf, RUN_TIME, type Said } from "../../calls";
import type { Core } from "./core";
import { type Arguments, type Atom, type Box, NONE, union, type Value } from "./values";

/** Paths go as deep as parameters that name a resource do: `TransactItems[].Put.TableName`. */
const DEEPEST = 4;
const MOST_PATHS = 60;

/**
 * What a call gives, by AWS's names; what lies deeper by its path (`Entries[].EventBusName`, `RequestItems{}` for the keys of a mapping).
 * Undefined where it cannot be told.
 */
export function parametersOf(args: Arguments, core: Core): ReadonlyMap<string, Said> | undefined {
    const found = new Map<string, Said>();
    for (const [name, value] of args.named) add(name, value, found, core, 0);
    return args.open && found.size === 0 ? undefined : found;
}

export function saidOf(value: Value, core: Core): Said {
    return core.said(value);
}

function add(path: string, value: Value, found: Map<string, Said>, core: Core, depth: number): void {
    if (found.size > MOST_PATHS) return;
    const boxes = [...value].filter(
        (atom): atom is Box => atom.is === "box" && (atom.origin === "[]" || atom.origin === "{}"),
    );
    if (boxes.length === 0 || path === "CopySource") {
        const said = path === "CopySource" && boxes.length > 0 ? source(value, core) : core.said(value);
        found.set(path, found.has(path) ? eitherOf([said, found.get(path) ?? RUN_TIME]) : said);
        return;
    }
    found.set(path, RUN_TIME);
    if (depth >= DEEPEST) return;
    const items = boxes.filter(({ origin }) => origin === "[]").map((box) => core.all(box));
    if (items.length > 0) add(`${path}[]`, union(...items), found, core, depth + 1);
    const members = new Map<string, Value>();
    for (const box of boxes) {
        if (box.origin !== "{}") continue;
        core.flow.read(box.shape);
        for (const [key, slot] of box.entries) members.set(key, union(members.get(key) ?? NONE, core.flow.read(slot)));
        const keys = core.flow.read(box.keys);
        const known: Atom[] = [...box.entries.keys()].map((key) => core.flow.said({ is: "text", text: key }));
        if (known.length > 0 || keys.size > 0) {
            const all = union(keys, new Set(known));
            const before = found.get(`${path}{}`);
            found.set(`${path}{}`, before ? eitherOf([before, core.said(all)]) : core.said(all));
        }
    }
    for (const [key, inner] of members) if (inner.size > 0) add(`${path}.${key}`, inner, found, core, depth + 1);
}

/** `{"Bucket": bucket, "Key": key}` is `bucket/key`. */
function source(value: Value, core: Core): Said {
    return eitherOf(
        [...value].map((atom): Said => {
            if (atom.is !== "box") return core.said(new Set([atom]));
            const part = (name: string): Said => {
                const slot = atom.entries.get(name);
                return slot === undefined ? RUN_TIME : core.said(core.flow.read(slot));
            };
            return joinedOf([part("Bucket"), { is: "text", text: "/" }, part("Key")]);
        }),
    );
}
