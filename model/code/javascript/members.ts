/** What the language's own objects can do, as far as programs use it to lay out their routes. */
import { isSelector } from "./branches";
import type { Machine } from "./machine";
import {
    type Abstract,
    Choice,
    Condition,
    Func,
    Getter,
    Input,
    isCallable,
    join,
    keyOf,
    list,
    Native,
    Obj,
    Pattern,
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

export function native(method: Method): Native {
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
                    : what instanceof Pattern && typeof by === "string"
                      ? withoutEnding(text, what.source, by)
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

/** The one replacement by an expression that needs none to be run: `/Command$/`. */
function withoutEnding(text: string, source: string, by: string): string {
    const ending = /^(\w+)\$$/.exec(source)?.[1];
    return ending !== undefined && text.endsWith(ending) ? text.slice(0, -ending.length) + by : text;
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
