/**
 * Where a program may put a text that everyone reads who may look at the resource: no place for a secret. A row says what a type has of
 * it, in a file by what the type is for.
 */
import { isRecord, type Value } from "../../values";
import type { ResourceType } from "../resource-type";
import { rowsByToken, typesOfRows } from "../rows";
import { valuesAt } from "../values-at";
import { apis } from "./apis";
import { builds } from "./builds";
import { compute } from "./compute";
import { data } from "./data";
import { events } from "./events";
import { models } from "./models";
import type { PlainText, PlainTextKind, PlainTextPlace } from "./place";

export type { PlainText, PlainTextKind, PlainTextPlace } from "./place";

export const plainTextPlaces: readonly PlainTextPlace[] = [compute, apis, events, builds, data, models].flat();

const byToken: Readonly<Record<PlainTextKind, () => ReadonlyMap<string, readonly PlainTextPlace[]>>> = {
    function: rowsByToken(plainTextPlaces.filter(({ kind }) => kind === "function")),
    configuration: rowsByToken(plainTextPlaces.filter(({ kind }) => kind === "configuration")),
};

/** The types that have such places. */
export function plainTextTypes(kind: PlainTextKind): readonly ResourceType[] {
    return typesOfRows(byToken[kind]());
}

/** Has the type any place of that kind? */
export function hasPlainTexts(kind: PlainTextKind, type: string): boolean {
    return byToken[kind]().has(type);
}

/** What stands in the places of one kind of a resource; in most of them, nothing does. */
export function plainTextsOf(kind: PlainTextKind, type: string, root: Value): readonly PlainText[] {
    const rows = byToken[kind]().get(type);
    if (!rows) return NONE;
    const given: unknown = root.known();
    const found: PlainText[] = [];
    for (const row of rows)
        for (const path of row.paths) {
            const { property, name } = namesIn(path);
            if (property !== "" && isRecord(given) && !Object.hasOwn(given, property)) continue;
            for (const at of valuesAt(root, path)) found.push(...textsAt(row, name, at));
        }
    return found;
}

const NONE: readonly PlainText[] = [];

function textsAt({ fix, except }: PlainTextPlace, name: string, at: Value): readonly PlainText[] {
    if (at.state === "absent") return NONE;
    const said = fix === undefined ? {} : { fix };
    const members = except ? at.entries() : [];
    if (!except || members.length === 0) return [{ at, name, ...said }];
    return members.flatMap(([name, value]) => (except.includes(name) ? [] : [{ at: value, name, ...said }]));
}

interface Names {
    /** The property that the path leads into; empty where it is the resource as a whole. */
    readonly property: string;
    /** The last name. */
    readonly name: string;
}

const names = new Map<string, Names>();

/** Of a path in the tables, of which there are some hundreds. */
function namesIn(path: string): Names {
    let found = names.get(path);
    if (!found) {
        const [property = "", ...more] = path.split(".").map((step) => step.replace(/\[\d*\]|\{\}/g, ""));
        found = { property, name: more.at(-1) ?? property };
        names.set(path, found);
    }
    return found;
}
