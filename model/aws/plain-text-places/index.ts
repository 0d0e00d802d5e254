/**
 * Where a program may put a text that everyone reads who may look at the resource: no place for a secret. A row says what a type has of
 * it, in a file by what the type is for.
 */
import type { Value } from "../../values";
import type { ResourceType } from "../resource-type";
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

/** The types that have such places. */
export function plainTextTypes(kind: PlainTextKind): readonly ResourceType[] {
    return [
        ...new Map(plainTextPlaces.filter((one) => one.kind === kind).map(({ type }) => [type.token, type])).values(),
    ];
}

/** What stands in the places of one kind of a resource. */
export function plainTextsOf(kind: PlainTextKind, type: string, root: Value): readonly PlainText[] {
    const places = (byToken().get(type) ?? []).filter((one) => one.kind === kind);
    return places.flatMap((one) =>
        one.paths.flatMap((path) => valuesAt(root, path).flatMap((at) => textsAt(one, path, at))),
    );
}

function textsAt({ fix, except }: PlainTextPlace, path: string, at: Value): readonly PlainText[] {
    const said = fix === undefined ? {} : { fix };
    const members = at.entries();
    if (!except || members.length === 0) return [{ at, name: nameOf(path), ...said }];
    return members.flatMap(([name, value]) => (except.includes(name) ? [] : [{ at: value, name, ...said }]));
}

function nameOf(path: string): string {
    return (
        path
            .split(".")
            .at(-1)
            ?.replace(/\[\d*\]|\{\}/g, "") ?? ""
    );
}

let index: ReadonlyMap<string, readonly PlainTextPlace[]> | undefined;

function byToken(): ReadonlyMap<string, readonly PlainTextPlace[]> {
    if (index) return index;
    const made = new Map<string, PlainTextPlace[]>();
    for (const one of plainTextPlaces) made.set(one.type.token, [...(made.get(one.type.token) ?? []), one]);
    index = made;
    return made;
}
