/** Objects of the language that a program finds by their names. */
import type { Machine } from "./machine";
import { hasOwn, native, nativeMember } from "./members";
import {
    type Abstract,
    Condition,
    fromJson,
    Getter,
    Input,
    join,
    keyOf,
    list,
    Native,
    Obj,
    Outside,
    optionsOf,
    Pattern,
    record,
    truth,
    UNKNOWN,
} from "./values";

/** Objects of the language by name, as a program finds them. */
export function languageObjects(machine: () => Machine): ReadonlyMap<string, Abstract> {
    const keys = (value: Abstract) => machine().keysOf(value);
    const valueAt = (object: Abstract, key: string) => machine().member(object, key);
    const ofInput = (value: Abstract, run: () => Abstract) => (value instanceof Input ? list([value]) : run());
    const object = new Native((_self, [value]) => (value instanceof Obj ? value : new Obj()));
    const define = (target: Abstract, name: Abstract, given: Abstract): void => {
        const key = keyOf(name);
        const descriptor = optionsOf(given).find((one) => one instanceof Obj);
        if (!(target instanceof Obj) || key === undefined || !(descriptor instanceof Obj)) return;
        const get = descriptor.props.get("get");
        if (get instanceof Obj) target.props.set(key, new Getter(get));
        else if (descriptor.props.has("value")) target.props.set(key, descriptor.props.get("value") as Abstract);
        else if (!target.props.has(key)) target.props.set(key, undefined);
    };
    const statics: Record<string, Native> = {
        keys: native(([of]) => ofInput(of, () => keysList(keys(of)))),
        values: native(([of]) => ofInput(of, () => keysList(keys(of), (key) => valueAt(of, key)))),
        entries: native(([of]) => ofInput(of, () => keysList(keys(of), (key) => list([key, valueAt(of, key)])))),
        getOwnPropertyNames: native(([of]) => keysList(keys(of))),
        assign: native(([target, ...from]) => {
            if (target instanceof Obj) for (const one of from) machine().copyInto(target, one);
            return target;
        }),
        freeze: native(([of]) => of),
        seal: native(([of]) => of),
        preventExtensions: native(([of]) => of),
        create: native(([proto, descriptors]) => {
            const made = new Obj(proto instanceof Obj ? proto : undefined);
            if (proto instanceof Outside || proto instanceof Input) made.fallback = proto;
            for (const key of keys(descriptors) ?? []) define(made, key, valueAt(descriptors, key));
            return made;
        }),
        defineProperty: native(([target, key, descriptor]) => {
            define(target, key, descriptor);
            return target;
        }),
        defineProperties: native(([target, descriptors]) => {
            for (const key of keys(descriptors) ?? []) define(target, key, valueAt(descriptors, key));
            return target;
        }),
        getPrototypeOf: native(([of]) => (of instanceof Obj ? of.proto : of instanceof Outside ? of : UNKNOWN)),
        setPrototypeOf: native(([of, proto]) => {
            if (of instanceof Obj && proto instanceof Obj && proto !== of) of.proto = proto;
            else if (of instanceof Obj && proto instanceof Outside) of.fallback = proto;
            return of;
        }),
        fromEntries: native(([from]) => {
            const made = new Obj();
            for (const one of machine().elementsOf(from) ?? []) {
                const key = keyOf(valueAt(one, "0"));
                if (key !== undefined) made.props.set(key, valueAt(one, "1"));
            }
            return made;
        }),
        getOwnPropertyDescriptor: native(([of, name]) => {
            const key = keyOf(name);
            const value = of instanceof Obj && key !== undefined ? of.props.get(key) : undefined;
            if (value === undefined) return undefined;
            return value instanceof Getter
                ? record({ get: value.get, enumerable: true })
                : record({ value, enumerable: true, writable: true });
        }),
        getOwnPropertySymbols: native(() => list([])),
        is: native(() => UNKNOWN),
        hasOwn: native(([of, key]) => hasOwn(of, key)),
    };
    for (const [name, value] of Object.entries(statics)) object.props.set(name, value);
    object.props.set(
        "prototype",
        record({
            hasOwnProperty: new Native((self, [key]) => hasOwn(self, key)),
            propertyIsEnumerable: new Native((self, [key]) => hasOwn(self, key)),
            toString: native(() => UNKNOWN),
        }),
    );
    const array = new Native((_self, args) => list(args));
    array.props.set(
        "isArray",
        native(([value]) =>
            value instanceof Input || value instanceof Outside || value === UNKNOWN
                ? UNKNOWN
                : value instanceof Obj && value.items !== undefined,
        ),
    );
    array.props.set(
        "from",
        native(([from, f]) => {
            const elements = machine().elementsOf(from);
            if (!elements) return from instanceof Input ? from : UNKNOWN;
            return list(
                f === undefined ? elements : elements.map((one, index) => machine().call(f, undefined, [one, index])),
            );
        }),
    );
    array.props.set(
        "of",
        native((args) => list(args)),
    );
    array.props.set(
        "prototype",
        record(
            Object.fromEntries(
                ["slice", "forEach", "map", "concat", "push", "filter", "reduce", "join", "indexOf", "includes"].map(
                    (name) => [
                        name,
                        new Native((self, args) => {
                            const method = self instanceof Obj ? nativeMember(machine(), self, name) : undefined;
                            return method === undefined ? UNKNOWN : machine().call(method, self, args);
                        }),
                    ],
                ),
            ),
        ),
    );
    const collection = (isSet: boolean) =>
        new Native((_self, [from]) => {
            const made = new Obj();
            made.entries = new Map();
            if (isSet) made.props.set("#set", true);
            for (const one of machine().elementsOf(from) ?? [])
                made.entries.set(
                    isSet ? one : (keyOf(valueAt(one, "0")) ?? valueAt(one, "0")),
                    isSet ? one : valueAt(one, "1"),
                );
            return made;
        });
    const promise = new Native((_self, [executor]) => {
        let result: Abstract = UNKNOWN;
        const resolve = native(([value]) => {
            result = result === UNKNOWN ? value : join(result, value);
            return undefined;
        });
        machine().call(executor, undefined, [resolve, native(() => undefined)]);
        return result;
    });
    promise.props.set(
        "resolve",
        native(([value]) => value),
    );
    promise.props.set(
        "reject",
        native(() => UNKNOWN),
    );
    for (const name of ["all", "allSettled"])
        promise.props.set(
            name,
            native(([values]) => values),
        );
    for (const name of ["race", "any"])
        promise.props.set(
            name,
            native(([values]) => (machine().elementsOf(values) ?? [UNKNOWN]).reduce(join, undefined)),
        );
    const json = record({
        parse: native(([text]) =>
            text instanceof Input || text instanceof Obj ? text : typeof text === "string" ? parsed(text) : UNKNOWN,
        ),
        stringify: native(([value]) => (value instanceof Input ? value : UNKNOWN)),
    });
    const reflect = record({
        ownKeys: native(([of]) => keysList(keys(of))),
        get: native(([of, key]) => machine().member(of, key)),
        set: native(([of, key, value]) => {
            machine().set(of, key, value);
            return true;
        }),
        apply: native(([f, self, args]) => machine().call(f, self, machine().elementsOf(args) ?? [UNKNOWN])),
        construct: native(([f, args]) => machine().construct(f, machine().elementsOf(args) ?? [UNKNOWN])),
        has: native(([of, key]) => hasOwn(of, key)),
        getPrototypeOf: native(([of]) => (of instanceof Obj ? of.proto : UNKNOWN)),
    });
    const same = native(([value]) => value ?? UNKNOWN);
    const text = new Native((_self, [value]) => (value instanceof Input ? value : (keyOf(value) ?? UNKNOWN)));
    const boolean = native(([value]) => (value instanceof Condition ? value : (truth(value) ?? UNKNOWN)));
    const error = new Native((_self, [message]) => record({ message: message ?? UNKNOWN, stack: UNKNOWN }));
    const url = new Native((_self, [value]) => (value instanceof Input ? value : UNKNOWN));
    const symbol = native(([name]) => `@@${keyOf(name) ?? ""}`);
    for (const name of ["iterator", "asyncIterator", "toStringTag", "hasInstance", "species", "toPrimitive"])
        symbol.props.set(name, `@@${name}`);
    symbol.props.set(
        "for",
        native(([name]) => `@@${keyOf(name) ?? ""}`),
    );
    return new Map<string, Abstract>([
        ["Object", object],
        ["Array", array],
        ["Map", collection(false)],
        ["WeakMap", collection(false)],
        ["Set", collection(true)],
        ["WeakSet", collection(true)],
        ["Promise", promise],
        ["JSON", json],
        ["Reflect", reflect],
        ["String", text],
        ["Boolean", boolean],
        ["Error", error],
        ["TypeError", error],
        ["RangeError", error],
        [
            "Proxy",
            new Native((_self, [target, traps]) => {
                for (const name of ["get", "apply", "construct"]) {
                    const trap = traps instanceof Obj ? traps.props.get(name) : undefined;
                    if (trap instanceof Obj) machine().call(trap, undefined, [target ?? UNKNOWN, UNKNOWN, UNKNOWN]);
                }
                return target ?? UNKNOWN;
            }),
        ],
        ["Symbol", symbol],
        ["URL", url],
        ["Request", url],
        [
            "RegExp",
            new Native((_self, [source]) =>
                source instanceof Pattern ? source : typeof source === "string" ? new Pattern(source) : UNKNOWN,
            ),
        ],
        ["decodeURIComponent", same],
        ["decodeURI", same],
        ["encodeURIComponent", same],
        ["structuredClone", same],
        ["NaN", UNKNOWN],
        ["Infinity", UNKNOWN],
    ]);
}

function keysList(keys: readonly string[] | undefined, value: (key: string) => Abstract = (key) => key): Abstract {
    return keys ? list(keys.map(value)) : UNKNOWN;
}

const LONGEST_JSON = 1_000_000;

function parsed(text: string): Abstract {
    if (text.length > LONGEST_JSON) return UNKNOWN;
    try {
        return fromJson(JSON.parse(text));
    } catch {
        return UNKNOWN;
    }
}
