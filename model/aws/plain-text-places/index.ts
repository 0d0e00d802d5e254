/**
 * Where a program may put a text that everyone reads who may look at the resource: no place for a secret. A row says what a type has of
 * it, in a file by what the type is for.
 */
import type { Value } from "../../values";
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

/** What stands in the places of one kind of a resource. */
export function plainTextsOf(kind: PlainTextKind, type: string, root: Value): readonly PlainText[] {
    return (byToken[kind]().get(type) ?? []).flatMap((one) =>
        one.paths.flatMap((path) => valuesAt(root, path).flatMap((at) => textsAt(one, path, at))),
    );
}

function textsAt({ fix, except }: PlainTextPlace, path: string, at: Value): readonly PlainText[] {
    const said = fix === undefined ? {} : { fix };
    const members = at.entries();
    if (!except || members.length === 0) return [{ at, name: nameOf(path), ...said }];
    return members.flatMap(([name, value]) => (except.includes(name) ? [] : [{ at: value, name, ...said }]));
}

const names = new Map<string, string>();

/** Of a path in the tables, of which there are some hundreds. */
function nameOf(path: string): string {
    const last = path.slice(path.lastIndexOf(".") + 1);
    const name = names.get(path) ?? last.replace(/\[\d*\]|\{\}/g, "");
    names.set(path, name);
    return name;
}
