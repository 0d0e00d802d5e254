/** What the language's own objects can do, as far as programs use it to lay out their routes. */
import { isSelector } from "./branches";
import type { Machine } from "./machine";
import {
    type Abstract,
    Choice,
    Condition,
    Func,
    fromJson,
    Getter,
    Input,
    isCallable,
    join,
    keyOf,
    list,
    Native,
    Obj,
    Outside,
    Pattern,
    record,
    truth,
    UNKNOWN,
} from "./values";

type Method = (args: readonly Abstract[]) => Abstract;

/** A method that an array, a map, a text, a function or an expression has by itself; undefined for what it has not. */
export function nativeMember(machine: Machine, object: Obj | string, key: string): Abstract | undefined {
    if (typeof object === "string") return textMember(machine, object, key);
    if (object.props.has(key)) return undefined;
    if (object instanceof Pattern) return patternMember(object, key);
    if (object.items) return arrayMember(machine, object, object.items, key);
    if (object.entries) return mapMember(machine, object, object.entries, key);
    if (object instanceof Func || object instanceof Native) return functionMember(machine, object, key);
    if (key === "hasOwnProperty") return native((args) => hasOwn(object, args[0]));
    if (key === "toString") return native(() => UNKNOWN);
    return undefined;
}

function native(method: Method): Native {
    return new Native((_self, args) => method(args));
}

/** Where one is told in which of some a part of the input is. */
function among(input: Abstract, labels: readonly Abstract[]): Abstract {
    if (!(input instanceof Input)) return UNKNOWN;
    const texts = labels.flatMap((one) => keyOf(one) ?? []);
    return texts.length > 0 ? new Condition(input, texts.join(", ")) : UNKNOWN;
}

export function hasOwn(object: Abstract, key: Abstract): Abstract {
    const named = keyOf(key);
    if (!(object instanceof Obj) || named === undefined) return UNKNOWN;
    return object.props.has(named) || (object.fallback === undefined ? false : UNKNOWN);
}

function functionMember(machine: Machine, object: Obj, key: string): Abstract | undefined {
    switch (key) {
        case "call":
            return native(([self, ...args]) => machine.call(object, self, args));
        case "apply":
            return native(([self, args]) => machine.call(object, self, machine.elementsOf(args) ?? [UNKNOWN]));
        case "bind":
            return native(
                ([self, ...first]) => new Native((_self, more) => machine.call(object, self, [...first, ...more])),
            );
        case "hasOwnProperty":
            return native((args) => hasOwn(object, args[0]));
        case "name":
            return object instanceof Func && object.node.id ? object.node.id.name : UNKNOWN;
        case "length":
            return object instanceof Func && "params" in object.node ? object.node.params.length : UNKNOWN;
        default:
            return undefined;
    }
}

/** Not run: what a hostile expression takes to answer has no bound. */
function patternMember(pattern: Pattern, key: string): Abstract | undefined {
    if (key === "test" || key === "exec")
        return native(([text]) => (text instanceof Input ? new Condition(text, pattern.source) : UNKNOWN));
    return key === "source" ? pattern.source : undefined;
}

/** What a program lays out for its routes is less. */
const MOST_ELEMENTS = 20_000;
const LONGEST_TEXT = 4096;

function arrayMember(machine: Machine, array: Obj, items: Abstract[], key: string): Abstract | undefined {
    const call = (f: Abstract, ...args: readonly Abstract[]) => machine.call(f, undefined, args);
    const bounded = (all: readonly Abstract[]): Obj => {
        machine.spend(all.length);
        return list(all.slice(0, MOST_ELEMENTS));
    };
    const spread = (all: readonly Abstract[]) => all.flatMap((one) => machine.elementsOf(one) ?? [one]);
    const each = <T>(run: (item: Abstract, index: number) => T): readonly T[] => items.slice(0, 5000).map(run);
    switch (key) {
        case "length":
            return array.fallback === undefined ? items.length : UNKNOWN;
        case "push":
        case "unshift":
            return native((args) => {
                machine.spend(args.length);
                if (items.length + args.length < MOST_ELEMENTS) items[key](...args);
                return items.length;
            });
        case "pop":
            return native(() => items.pop());
        case "shift":
            return native(() => items.shift());
        case "forEach":
            return native(([f]) => {
                each((item, index) => call(f, item, index, array));
                return undefined;
            });
        case "map":
            return native(([f]) => list(each((item, index) => call(f, item, index, array))));
        case "flatMap":
            return native(([f]) => bounded(spread(each((item, index) => call(f, item, index, array)))));
        case "filter":
            return native(([f]) => list(items.filter((item, index) => truth(call(f, item, index, array)) !== false)));
        case "find":
        case "findLast":
            return native(([f]) =>
                found(
                    items,
                    each((item, index) => call(f, item, index, array)),
                    machine,
                ),
            );
        case "some":
        case "every":
            return native(([f]) => {
                const answers = each((item, index) => call(f, item, index, array));
                const conditions = answers.filter((one): one is Condition => one instanceof Condition);
                const [first] = conditions;
                return first ? new Condition(first.by, conditions.map(({ label }) => label).join(", ")) : UNKNOWN;
            });
        case "includes":
        case "indexOf":
            return native(([what]) =>
                what instanceof Input && key === "includes"
                    ? among(what, items)
                    : typeof what === "object"
                      ? UNKNOWN
                      : key === "includes"
                        ? items.includes(what)
                        : items.indexOf(what),
            );
        case "reduce":
            return native(([f, start]) => {
                const [first, ...rest] = items;
                const [begin, over] = start === undefined ? [first, rest] : [start, items];
                return over.reduce<Abstract>((all, item, index) => call(f, all, item, index), begin);
            });
        case "reduceRight":
            return native(([f, start]) =>
                [...items].reverse().reduce<Abstract>((all, item, index) => call(f, all, item, index), start),
            );
        case "concat":
            return native((args) => bounded([...items, ...spread(args)]));
        case "slice":
            return native(([from, to]) => list(items.slice(numberOf(from), numberOf(to))));
        case "reverse":
            return native(() => list([...items].reverse()));
        case "sort":
        case "flat":
            return native(() => (key === "sort" ? array : bounded(spread(items))));
        case "join":
            return native(([by = ","]) => {
                const texts = items.map(keyOf);
                if (texts.every((one) => one !== undefined)) return texts.join(keyOf(by) ?? ",").slice(0, LONGEST_TEXT);
                const inputs = items.filter((one): one is Input => one instanceof Input);
                return inputs.length > 0 ? new Input(inputs.flatMap(({ paths }) => paths)) : UNKNOWN;
            });
        case "entries":
            return native(() => list(items.map((item, index) => list([index, item]))));
        case "values":
            return native(() => list(items));
        case "at":
            return native(([index]) => (typeof index === "number" ? items.at(index) : UNKNOWN));
        case "keys":
            return native(() => list(items.map((_one, index) => index)));
        default:
            return undefined;
    }
}

function numberOf(value: Abstract): number | undefined {
    return typeof value === "number" ? value : undefined;
}

/** Which of some elements a function finds, where it looks at the input. */
function found(items: readonly Abstract[], answers: readonly Abstract[], machine: Machine): Abstract {
    const possible = items.filter((_one, index) => truth(answers[index]) !== false);
    const conditions = answers.filter((one): one is Condition => one instanceof Condition);
    const by = conditions.find((one) => isSelector(one.by))?.by;
    const isTable =
        machine.phase === "request" &&
        possible.some(
            (one) =>
                one instanceof Obj &&
                [...one.props.values()].some((value) => !(value instanceof Getter) && isCallable(value)),
        );
    if (!by && !isTable) return possible.length === 1 ? possible[0] : possible.reduce(join, undefined);
    const labels = possible.map((one) => {
        const answer = answers[items.indexOf(one)];
        if (answer instanceof Condition) return answer.label;
        const [method, path] = one instanceof Obj ? [one.props.get("method"), one.props.get("path")] : [];
        return [method, path].filter((part) => typeof part === "string").join(" ");
    });
    return new Choice(possible, by ?? new Input(["path"]), labels);
}

function mapMember(machine: Machine, map: Obj, entries: Map<Abstract, Abstract>, key: string): Abstract | undefined {
    switch (key) {
        case "set":
            return native(([name, value]) => {
                if (entries.size < MOST_ELEMENTS) entries.set(keyOf(name) ?? name, value);
                return map;
            });
        case "add":
            return native(([value]) => {
                if (entries.size < MOST_ELEMENTS) entries.set(value, value);
                return map;
            });
        case "get":
            return native(([name]) =>
                name instanceof Input ? machine.member(map, name) : entries.get(keyOf(name) ?? name),
            );
        case "has":
            return native(([name]) => (name instanceof Input ? among(name, [...entries.keys()]) : UNKNOWN));
        case "forEach":
            return native(([f]) => {
                for (const [name, value] of [...entries]) machine.call(f, undefined, [value, name, map]);
                return undefined;
            });
        case "entries":
            return native(() => list([...entries].map(([name, value]) => list([name, value]))));
        case "keys":
            return native(() => list([...entries.keys()]));
        case "values":
            return native(() => list([...entries.values()]));
        case "size":
            return entries.size;
        default:
            return undefined;
    }
}

function textMember(machine: Machine, text: string, key: string): Abstract | undefined {
    const index = Number(key);
    if (Number.isInteger(index)) return text[index];
    const withText = (run: (other: string) => Abstract) =>
        native(([other]) => (typeof other === "string" ? run(other) : UNKNOWN));
    switch (key) {
        case "length":
            return text.length;
        case "toUpperCase":
            return native(() => text.toUpperCase());
        case "toLowerCase":
            return native(() => text.toLowerCase());
        case "trim":
            return native(() => text.trim());
        case "split":
            return native(([by]) =>
                typeof by === "string" && text.length <= MOST_ELEMENTS ? list(text.split(by)) : list([text]),
            );
        case "startsWith":
            return withText((other) => text.startsWith(other));
        case "endsWith":
            return withText((other) => text.endsWith(other));
        case "includes":
            return withText((other) => text.includes(other));
        case "concat":
            return native((args) =>
                args.reduce(
                    (all: Abstract, one) =>
                        typeof all === "string" && keyOf(one) !== undefined
                            ? (all + keyOf(one)).slice(0, LONGEST_TEXT)
                            : UNKNOWN,
                    text,
                ),
            );
        case "replace":
        case "replaceAll":
            return native(([what, by]) =>
                typeof what === "string" && typeof by === "string"
                    ? text.replace(what, () => by).slice(0, LONGEST_TEXT)
                    : text,
            );
        case "slice":
        case "substring":
        case "substr":
            return native(([from, to]) => text.slice(numberOf(from), numberOf(to)));
        case "charAt":
            return native(([at]) => text.charAt(numberOf(at) ?? 0));
        case "indexOf":
            return withText((other) => text.indexOf(other));
        case "match":
        case "search":
            return native(() => UNKNOWN);
        case "toString":
        case "valueOf":
            return native(() => text);
        default:
            return machine.phase === "load" ? undefined : UNKNOWN;
    }
}

/** What a method makes of a part of the input; undefined for what is no method of texts and lists. */
export function inputMember(
    machine: Machine,
    input: Input,
    key: string,
    args: readonly Abstract[],
): Abstract | undefined {
    const [first] = args;
    switch (key) {
        case "toUpperCase":
        case "toLowerCase":
        case "trim":
        case "replace":
        case "replaceAll":
        case "split":
        case "slice":
        case "substring":
        case "substr":
        case "toString":
        case "concat":
        case "filter":
        case "pop":
        case "shift":
        case "at":
        case "join":
        case "normalize":
        case "text":
        case "json":
            return input;
        case "startsWith":
        case "endsWith":
        case "includes":
        case "match":
        case "search":
            if (first instanceof Pattern) return new Condition(input, first.source);
            return typeof first === "string" ? new Condition(input, first) : UNKNOWN;
        case "map":
        case "forEach":
        case "flatMap":
        case "find":
        case "some":
        case "every":
            return machine.call(first, undefined, [input.get("[]"), 0, input]);
        case "reduce":
            return machine.call(first, undefined, [args[1], input.get("[]"), 0, input]);
        case "get":
            return typeof first === "string" ? input.get(first) : UNKNOWN;
        default:
            return undefined;
    }
}

/** Objects of the language by name, as a program finds them. */
export function languageObjects(machine: () => Machine): ReadonlyMap<string, Abstract> {
    const keys = (value: Abstract) => machine().keysOf(value);
    const valueAt = (object: Abstract, key: string) => machine().member(object, key);
    const ofInput = (value: Abstract, run: () => Abstract) => (value instanceof Input ? list([value]) : run());
    const object = new Native((_self, [value]) => (value instanceof Obj ? value : new Obj()));
    const define = (target: Abstract, name: Abstract, descriptor: Abstract): void => {
        const key = keyOf(name);
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
        ["Proxy", new Native((_self, [target]) => target ?? UNKNOWN)],
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
