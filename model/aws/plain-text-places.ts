/**
 * Where a program may put a text that everyone reads who may look at the resource: no place for a secret. Source: typings of @pulumi/aws
 * 7.48.0 and 6.83.4, and each service's guide.
 */
import { type Answer, answer, type Value } from "../values";
import { type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import { Ec2Instance, EcsTaskDefinition, LambdaFunction } from "./types";
import { valuesAt } from "./values-at";

/** What is said of it: a function's variables have a policy of their own. */
export type PlainTextKind = "function" | "configuration";

export interface PlainTextPlace {
    readonly type: ResourceType;
    readonly kind: PlainTextKind;
    /** As `valuesAt` reads them. What stands there is a text, or a tree of them, in which a text is called by its key. */
    readonly paths: readonly string[];
    /** Of a place whose text names a secret where another property says so, whether this one is such a name. */
    readonly isName?: (at: Value, root: Value) => Answer;
}

/** A value that lies open, and what it is called. */
export interface PlainText {
    readonly at: Value;
    /** The last name of its path: what a text there is called that has no name of its own. */
    readonly name: string;
}

export const plainTextPlaces: readonly PlainTextPlace[] = [
    place("function", LambdaFunction, (one) => one.environment.variables),
    place("configuration", EcsTaskDefinition, (one) => one.containerDefinitions),
    place("configuration", Ec2Instance, (one) => [one.userData, one.userDataBase64]),
];

/** The types that have such places. */
export function plainTextTypes(kind: PlainTextKind): readonly ResourceType[] {
    return [
        ...new Map(plainTextPlaces.filter((one) => one.kind === kind).map(({ type }) => [type.token, type])).values(),
    ];
}

/** What stands in the places of one kind of a resource. */
export function plainTextsOf(kind: PlainTextKind, type: string, root: Value): readonly PlainText[] {
    const places = (byToken().get(type) ?? []).filter((one) => one.kind === kind);
    return places.flatMap(({ paths, isName }) =>
        paths.flatMap((path) =>
            valuesAt(root, path)
                .filter((at) => (isName?.(at, root) ?? answer(false)).is === "no")
                .map((at) => ({ at, name: nameOf(path) })),
        ),
    );
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

function place<T>(
    kind: PlainTextKind,
    type: ResourceType<T>,
    named: (inputs: Place<T>) => Located | readonly Located[],
    besides: Pick<PlainTextPlace, "isName"> = {},
): PlainTextPlace {
    return { type, kind, paths: pathsOf(named), ...besides };
}
