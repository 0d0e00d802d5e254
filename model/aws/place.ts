/** Places in a resource's inputs, named so that the compiler knows them: `(db) => db.storageEncrypted`. */

const PATH = Symbol("path");
declare const HOLDS: unique symbol;

/** A place whose path is known, and (to the compiler only) what stands there. */
export interface Located<T = unknown> {
    readonly [PATH]: string;
    readonly [HOLDS]?: T;
}

/** The inputs of a type, each property a place. A property that the typings do not have is a compile error. */
export type Place<T> = Located<T> &
    (T extends readonly unknown[]
        ? unknown
        : T extends object
          ? { readonly [K in keyof T]-?: Place<NonNullable<T[K]>> }
          : unknown);

/** Names a place among the inputs of a type. */
export type Named<T> = (inputs: Place<T>) => Located;

/** Every element of a list, `(instance) => each(instance.ebsBlockDevices).encrypted`; of an empty or absent list, nothing. */
export function each<E>(list: Located<readonly E[]>): Place<NonNullable<E>> {
    return placeAt(`${list[PATH]}[]`);
}

/** The one element of a block that is written as a list, `(bucket) => one(bucket.loggings).targetBucket`; of an absent list, absent. */
export function one<E>(list: Located<readonly E[]>): Place<NonNullable<E>> {
    return placeAt(`${list[PATH]}[0]`);
}

/** What stands in the JSON text of a document: `(policy) => inJson(policy.policy, "KmsARN")`. No typings tell its keys. */
export function inJson(text: Located<string>, ...keys: readonly string[]): Located {
    return placeAt([`${text[PATH]}{}`, ...keys].join("."));
}

/** The paths of places, as `valuesAt` reads them: `brokerNodeGroupInfo.connectivityInfo`, `ebsBlockDevices[].encrypted`. */
export function pathsOf<T>(named: (inputs: Place<T>) => Located | readonly Located[]): readonly string[] {
    const places = named(INPUTS as Place<T>);
    return Array.isArray(places) ? places.map((one) => one[PATH]) : [(places as Located)[PATH]];
}

export function pathOf<T>(named: Named<T>): string {
    return named(INPUTS as Place<T>)[PATH];
}

/** What stands behind a place: the path, and places below it that somebody named. Each start of the pack names thousands. */
interface Steps {
    readonly [PATH]: string;
    readonly below: Map<string, unknown>;
}

const STEPS: ProxyHandler<Steps> = {
    get: (from, key) => {
        if (key === PATH) return from[PATH];
        if (typeof key !== "string") return undefined;
        let next = from.below.get(key);
        if (!next) {
            next = placeAt(from[PATH] === "" ? key : `${from[PATH]}.${key}`);
            from.below.set(key, next);
        }
        return next;
    },
};

const INPUTS = placeAt<unknown>("");

function placeAt<T>(path: string): Place<T> {
    return new Proxy<Steps>({ [PATH]: path, below: new Map() }, STEPS) as unknown as Place<T>;
}
