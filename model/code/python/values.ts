import type { ClassDefinition, Expression, FunctionDefinition } from "./syntax";

/** By what a request is told from others. `method` and `path` of HTTP, `route` as API Gateway names both, `field` of GraphQL, `action` of the program's own. */
export type Kind = "method" | "path" | "route" | "field" | "action";

/** What was asked for, where the program has compared: `{ method: "GET", path: "/orders" }`. */
export type Label = Readonly<Partial<Record<Kind, string>>>;

/** What a name stands for when the program runs, as far as it is followed. */
export type Value =
    | Opaque
    | Text
    | Constant
    | Sequence
    | Mapping
    | FunctionValue
    | ClassValue
    | ModuleValue
    | External
    | Thing
    | Method
    | Native
    | Asked
    | Test
    | Choice
    | Several;

export interface Opaque {
    readonly is: "opaque";
    /** The Lambda context. */
    readonly context?: true;
}
export interface Text {
    readonly is: "text";
    readonly text: string;
}
export interface Constant {
    readonly is: "constant";
    readonly value: number | boolean | null;
}
/** A list, tuple or set. */
export interface Sequence {
    readonly is: "sequence";
    readonly items: Value[];
    /** There may be more in it. */
    open?: boolean;
}
export interface Mapping {
    readonly is: "mapping";
    readonly entries: [key: Value, value: Value][];
    open?: boolean;
}
export interface FunctionValue {
    readonly is: "function";
    readonly definition: FunctionDefinition;
    readonly scope: Scope;
    readonly module: ModuleValue;
    readonly self?: Value;
    /** The class that it stands in, for `super`. */
    readonly owner?: ClassValue;
    /** What a decorator hung on it: a method's route before there is an object. */
    readonly marks?: Map<string, Value>;
    /** Called on the class, or on nothing. */
    readonly binds?: "class" | "none" | "property";
}
export interface ClassValue {
    readonly is: "class";
    readonly definition: ClassDefinition | undefined;
    readonly name: string;
    readonly module: ModuleValue | undefined;
    readonly members: Map<string, Value>;
    readonly bases: readonly Value[];
    /** Names that its instances are made with, in order, where it has no `__init__`. */
    readonly fields: string[];
}
export interface ModuleValue {
    readonly is: "module";
    readonly name: string;
    readonly file: string;
    readonly isPackage: boolean;
    readonly scope: Scope;
    line(at: number): number;
}
/** What is not among the files: a module, class, function or object of another package, by its dotted name. */
export interface External {
    readonly is: "external";
    readonly name: string;
}
/** An object: an instance of a class of the program, or what something external made. */
export interface Thing {
    readonly is: "thing";
    readonly class?: ClassValue;
    /** `flask.Flask`; of an instance of a class of the program, that class's external base. */
    readonly of?: string;
    readonly given: Given;
    /** The object whose method made it. */
    readonly on?: Value;
    readonly attributes: Map<string, Value>;
    readonly routes: Route[];
    readonly mounts: Mount[];
    readonly place: Place;
}
export interface Method {
    readonly is: "method";
    readonly of: Thing;
    readonly name: string;
}
/** What this reader does itself when it is called. */
export interface Native {
    readonly is: "native";
    readonly call: (given: Given, place: Place) => Value;
}
/** A part of what the handler is called with. */
export interface Asked {
    readonly is: "asked";
    readonly path: readonly string[];
    /** What the program put before and after it: `f"do_{action}"`. */
    readonly before?: string;
    readonly after?: string;
}
/** Whether something particular was asked for; with `not`, whether it was not. */
export interface Test {
    readonly is: "test";
    readonly any: readonly Label[];
    readonly not?: true;
}
/** One of several, by what was asked for. */
export interface Choice {
    readonly is: "choice";
    readonly options: readonly Option[];
}
export interface Option {
    readonly label: Label;
    readonly value: Value;
}
/** One of several, by something that is not followed. */
export interface Several {
    readonly is: "several";
    readonly of: readonly Value[];
}

export interface Given {
    readonly positional: readonly Value[];
    readonly named: ReadonlyMap<string, Value>;
    /** What `**` or `*` brought, where it is not known. */
    readonly spread?: Value;
}

export interface Route {
    /** Absent: all of them. */
    readonly methods?: readonly string[];
    readonly label: Label;
    readonly view: Value;
    readonly place: Place;
}
export interface Mount {
    readonly prefix: string;
    readonly app: Value;
}
export interface Place {
    readonly module: ModuleValue;
    readonly at: number;
}

export interface Scope {
    readonly names: Map<string, Value>;
    readonly above: Scope | undefined;
    /** Tells scopes apart: a function within a function is another each time. */
    readonly id: number;
    /** The module's own. */
    readonly top: Scope | undefined;
    readonly globals: Set<string>;
}

export const opaque: Value = { is: "opaque" };
export const nothing: Value = { is: "constant", value: null };
export const noGiven: Given = { positional: [], named: new Map() };

export function text(value: string): Text {
    return { is: "text", text: value };
}

export function external(name: string): External {
    return { is: "external", name };
}

export function native(call: Native["call"]): Native {
    return { is: "native", call };
}

let scopes = 0;

export function scopeIn(above: Scope | undefined, top: Scope | undefined = above?.top ?? above): Scope {
    scopes++;
    return { names: new Map(), above, id: scopes, top, globals: new Set() };
}

/** One of them, without repetition. Few are kept: more would multiply with each step. */
export function several(values: readonly Value[]): Value {
    const flat = values.flatMap((value) => (value.is === "several" ? value.of : [value]));
    const telling = [...new Set(flat.filter(({ is }) => is !== "opaque"))].slice(0, 6);
    const [first] = telling;
    if (first === undefined) return flat[0] ?? nothing;
    return telling.length === 1 ? first : { is: "several", of: telling };
}

/** The values that one may be. */
export function each(value: Value): readonly Value[] {
    return value.is === "several" ? value.of : [value];
}

/** What is done with a value, done with each that it may be. */
export function mapped(value: Value, change: (one: Value) => Value): Value {
    if (value.is === "several") return several(value.of.map(change));
    if (value.is !== "choice") return change(value);
    return { is: "choice", options: value.options.map((one) => ({ label: one.label, value: change(one.value) })) };
}

export function textOf(value: Value | undefined): string | undefined {
    return value?.is === "text" ? value.text : undefined;
}

/** An argument by its place or its name. */
export function argument(given: Given, place: number, ...names: string[]): Value | undefined {
    for (const name of names) {
        const named = given.named.get(name);
        if (named !== undefined) return named;
    }
    return given.positional[place];
}

export function all(given: Given): readonly Value[] {
    return [...given.positional, ...given.named.values()];
}

/** A member of a class or of those that it inherits from. */
export function memberOf(type: ClassValue, name: string, depth = 0): Value | undefined {
    const own = type.members.get(name);
    if (own !== undefined || depth > 20) return own;
    for (const base of type.bases) {
        const found = base.is === "class" ? memberOf(base, name, depth + 1) : undefined;
        if (found !== undefined) return found;
    }
    return undefined;
}

/** All members, those that it inherits first. */
export function membersOf(type: ClassValue, depth = 0): Map<string, Value> {
    const found = new Map<string, Value>();
    if (depth > 20) return found;
    for (const base of [...type.bases].reverse()) {
        if (base.is === "class") for (const [name, value] of membersOf(base, depth + 1)) found.set(name, value);
    }
    for (const [name, value] of type.members) found.set(name, value);
    return found;
}

/** The external classes that it inherits from. */
function externalBases(type: ClassValue, depth = 0): readonly string[] {
    if (depth > 20) return [];
    return type.bases.flatMap((base) => {
        if (base.is === "external") return [base.name];
        return base.is === "class" ? externalBases(base, depth + 1) : [];
    });
}

/** The one of them that says most of what it is. */
export function externalBase(type: ClassValue): string | undefined {
    const bases = externalBases(type);
    return bases.find((base) => !/^(builtins|abc|typing)\./.test(base)) ?? bases[0];
}

/** What an expression of names and dots is called in the source. */
export function nameOf(expression: Expression): string {
    if (expression.is === "name") return expression.id;
    if (expression.is === "attribute") return `${nameOf(expression.of)}.${expression.name}`;
    return "";
}
