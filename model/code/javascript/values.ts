import type { Class as ClassNode, Function as FunctionNode } from "acorn";

/** What a program's expression is, as far as reading it tells. */
export type Abstract =
    | string
    | number
    | boolean
    | bigint
    | null
    | undefined
    | Obj
    | Outside
    | Input
    | Choice
    | Condition
    | PartialText
    | Unknown;

/** Anything at all. */
export class Unknown {
    readonly kind = "unknown";
}
export const UNKNOWN = new Unknown();

/** A property with a getter. */
export class Getter {
    constructor(readonly get: Obj) {}
}

/** An object, an array (with `items`), a map or a set (with `entries`). */
export class Obj {
    readonly props = new Map<string, Abstract | Getter>();
    items?: Abstract[];
    entries?: Map<Abstract, Abstract>;
    /** What it has beside its own: spread from elsewhere, or inherited from what is not in the code. */
    fallback?: Abstract;
    /** Keys of it that are known as little as what is at them. */
    openKeys?: readonly Abstract[];
    constructor(public proto?: Obj) {}
}

export function list(items: readonly Abstract[]): Obj {
    const made = new Obj();
    made.items = [...items];
    return made;
}

export function record(props: Readonly<Record<string, Abstract>>): Obj {
    const made = new Obj();
    for (const [key, value] of Object.entries(props)) made.props.set(key, value);
    return made;
}

/** A function or a class of the code. */
export class Func extends Obj {
    /** Of a method, the object that it was defined on: where `super` begins. */
    home?: Obj;
    parent?: Abstract;
    constructor(
        readonly node: FunctionNode | ClassNode,
        readonly scope: Scope,
        readonly file: string,
        /** Of an arrow function, its surroundings'. */
        readonly self?: Abstract,
    ) {
        super();
    }
    get isClass(): boolean {
        return this.node.type === "ClassDeclaration" || this.node.type === "ClassExpression";
    }
}

/** A function of the language or of Node that this reading knows. */
export class Native extends Obj {
    constructor(readonly call: (self: Abstract, args: readonly Abstract[], isNew: boolean) => Abstract) {
        super();
    }
}

/** A regular expression: never run, for a hostile one may take forever. */
export class Pattern extends Obj {
    constructor(readonly source: string) {
        super();
    }
}

/** What a package, Node or the platform gives, by the way to it: `express`, `()` for what a call gives. */
export class Outside {
    readonly children = new Map<string, Outside>();
    constructor(
        readonly module: string,
        readonly path: string = "",
        readonly from?: Outside,
        readonly args: readonly Abstract[] = [],
    ) {}
    get isMade(): boolean {
        return this.path.endsWith("()");
    }
    get(key: string): Outside {
        if (key === "default") return this;
        const child = this.children.get(key) ?? new Outside(this.module, `${this.path}.${key}`, this);
        this.children.set(key, child);
        return child;
    }
}

/** A part of what the function is called with, or a text made of such parts. */
export class Input {
    constructor(
        /** `requestContext.http.method`; of a text, those in it. */
        readonly paths: readonly string[],
    ) {}
    get(key: string): Input {
        return new Input(this.paths.map((path) => (path === "" ? key : `${path}.${key}`)));
    }
}

/** One of several. `by` is the part of the input that tells which, where one does. */
export class Choice {
    constructor(
        readonly options: readonly Abstract[],
        readonly by?: Input,
        /** Of each option, the key or keys by which it is chosen. */
        readonly labels: readonly string[] = [],
    ) {}
}

/** A text of which parts are not known, each as `*`. */
export class PartialText {
    constructor(
        readonly text: string,
        /** What it was put together from. */
        readonly parts: readonly Abstract[],
    ) {}
}

/** Whether the input is something: true (or, negated, false) where one of its parts is this text. */
export class Condition {
    constructor(
        readonly by: Input,
        readonly label: string,
        readonly negated = false,
    ) {}
    not(): Condition {
        return new Condition(this.by, this.label, !this.negated);
    }
}

const MOST_OPTIONS = 12;

/** One of both. */
export function join(a: Abstract, b: Abstract): Abstract {
    if (Object.is(a, b)) return a;
    if (a === undefined || a === null) return b instanceof Unknown && a !== undefined ? a : b;
    if (b === undefined || b === null) return a;
    // What stands in for a part of the input that is missing decides nothing.
    if (a instanceof Input && isPlain(b)) return a;
    if (b instanceof Input && isPlain(a)) return b;
    const options = [...new Set([...optionsOf(a), ...optionsOf(b)])];
    if (options.length > MOST_OPTIONS) return options.find((one) => one instanceof Input) ?? UNKNOWN;
    const by = a instanceof Choice ? a.by : b instanceof Choice ? b.by : undefined;
    return new Choice(options, by);
}

function isPlain(value: Abstract): boolean {
    return typeof value !== "object" || (value instanceof Obj && value.props.size === 0 && !(value instanceof Func));
}

export function optionsOf(value: Abstract): readonly Abstract[] {
    return value instanceof Choice ? value.options : [value];
}

export function isCallable(value: Abstract): boolean {
    return value instanceof Func || value instanceof Native;
}

/** Is it true? Undefined where that is open. */
export function truth(value: Abstract): boolean | undefined {
    if (
        value instanceof Unknown ||
        value instanceof PartialText ||
        value instanceof Input ||
        value instanceof Condition
    )
        return undefined;
    if (value instanceof Outside) return value.path.includes("()") || value.module === "process" ? undefined : true;
    if (value instanceof Choice) {
        const all = new Set(value.options.map(truth));
        return all.size === 1 ? [...all][0] : undefined;
    }
    return Boolean(value);
}

/** The text of a property's key, where it is known. */
export function keyOf(value: Abstract): string | undefined {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? String(value)
        : undefined;
}

const DEEPEST_JSON = 60;

/** What JSON holds. */
export function fromJson(json: unknown, depth = 0): Abstract {
    if (depth > DEEPEST_JSON) return UNKNOWN;
    if (Array.isArray(json)) return list(json.map((one) => fromJson(one, depth + 1)));
    if (typeof json === "object" && json !== null)
        return record(Object.fromEntries(Object.entries(json).map(([key, one]) => [key, fromJson(one, depth + 1)])));
    return json as string | number | boolean | null;
}

/** The names of a block, a function or a module. */
export class Scope {
    private readonly names = new Map<string, Abstract>();
    /** Names that stand for another module's. */
    private readonly links = new Map<string, () => Abstract>();

    constructor(
        readonly parent: Scope | undefined,
        /** How many open decisions lead here: what is assigned under more of them may be or may not be. */
        readonly doubt: number,
        readonly isFunction: boolean,
        /** Of `with`. */
        readonly object?: Obj,
    ) {}

    /** The scope in which a name is declared. */
    holderOf(name: string): Scope | undefined {
        let at: Scope | undefined = this;
        while (at) {
            if (at.names.has(name) || at.links.has(name) || at.object?.props.has(name)) return at;
            at = at.parent;
        }
        return undefined;
    }

    /** The nearest function's, where `var` declares. */
    get function(): Scope {
        let at: Scope = this;
        while (!at.isFunction && at.parent) at = at.parent;
        return at;
    }

    has(name: string): boolean {
        return this.names.has(name) || this.links.has(name);
    }
    get(name: string): Abstract {
        const link = this.links.get(name);
        return link ? link() : this.names.get(name);
    }
    set(name: string, value: Abstract): void {
        this.names.set(name, value);
    }
    values(): Iterable<Abstract> {
        return this.names.values();
    }
    link(name: string, value: () => Abstract): void {
        this.links.set(name, value);
    }
}
