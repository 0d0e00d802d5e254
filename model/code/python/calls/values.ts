import type { Said } from "../../calls";
import type { ClassDefinition, FunctionDefinition, Program } from "../syntax";

/** One thing that an expression may be. */
export type Atom =
    | SaidAtom
    | Anything
    | FunctionAtom
    | Bound
    | ClassAtom
    | Instance
    | Box
    | ModuleAtom
    | External
    | Super
    | Session
    | Client
    | ResourceObject
    | Collection
    | Member
    | Asker;

/** All that an expression may be, whatever way the program takes; `None` is nothing. */
export type Value = ReadonlySet<Atom>;
export const NONE: Value = new Set();

/** A text, as far as it is known; what is run-time is data: it has no code of the program's in it. */
export interface SaidAtom {
    readonly is: "said";
    readonly said: Said;
}

/** What code that is not read may give: an object of the program's among other things. */
export interface Anything {
    readonly is: "anything";
}

export type FunctionKind = "plain" | "static" | "class" | "property";

export interface FunctionAtom {
    readonly is: "function";
    readonly definition: FunctionDefinition;
    readonly scope: Scope;
    readonly kind: FunctionKind;
    /** The class in whose body it stands. */
    readonly owner: ClassAtom | undefined;
    readonly defaults: ReadonlyMap<string, Slot>;
    readonly types: ReadonlyMap<string, Slot>;
    readonly bounds: Map<Atom, Bound>;
    readonly frames: Map<string, Frame>;
}

export interface Bound {
    readonly is: "bound";
    readonly of: FunctionAtom;
    readonly self: Atom;
}

export interface ClassAtom {
    readonly is: "class";
    readonly definition: ClassDefinition;
    readonly scope: Scope;
    readonly bases: Slot;
    readonly instances: Slot;
    readonly decorators: Slot;
}

export interface Instance {
    readonly is: "instance";
    readonly of: ClassAtom;
    readonly attributes: Map<string, Slot>;
    /** By names that are computed. */
    readonly rest: Slot;
}

/** A list, a mapping, what a package's function gave: whatever holds things. */
export interface Box {
    readonly is: "box";
    /** What made it: `requests.Session()`; empty for Python's own lists and mappings. */
    readonly origin: string;
    readonly entries: Map<string, Slot>;
    /** Under keys that are not known. */
    readonly rest: Slot;
    /** Texts by which something was put there where they are not known, or too many. */
    readonly keys: Slot;
    /** Who reads all entries reads this: it is touched where a key is new. */
    readonly shape: Slot;
}

export interface ModuleAtom {
    readonly is: "module";
    readonly name: string;
    readonly file: string;
    readonly isPackage: boolean;
    readonly scope: Scope;
    readonly program: Program;
    readonly stars: ModuleAtom[];
    readonly unit: Unit;
}

/** What a package has by this name: `boto3.client`. */
export interface External {
    readonly is: "external";
    readonly path: string;
}

export interface Super {
    readonly is: "super";
    readonly of: ClassAtom;
    readonly self: Atom;
}

/** What was given where something of AWS's was made, by boto3's names: `endpoint_url`. */
export type GivenSlots = ReadonlyMap<string, Slot>;

export interface Session {
    readonly is: "session";
    readonly given: GivenSlots;
}

export interface Client {
    readonly is: "client";
    readonly service: string;
    readonly given: GivenSlots;
    /** The sessions by which it was made; nothing: the default one. */
    readonly sessions: Slot;
}

/** An object of boto3's resource models: `dynamodb` itself, its `Table`. */
export interface ResourceObject {
    readonly is: "object";
    /** `dynamodb`, `dynamodb.Table`. */
    readonly type: string;
    readonly client: Client;
    readonly identifiers: ReadonlyMap<string, Slot>;
    /** Its attributes were part of an answer. */
    readonly loaded: boolean;
}

export interface Collection {
    readonly is: "collection";
    readonly of: ResourceObject;
    readonly name: string;
}

/** A method of what is not the program's own, before it is called. */
export interface Member {
    readonly is: "member";
    readonly of: Exclude<Atom, Member>;
    readonly name: string;
}

/** What asks one operation later: a paginator, a waiter. */
export interface Asker {
    readonly is: "asker";
    readonly client: Client;
    readonly operation: string;
}

/** Somewhere that values are kept. It only ever grows. */
export class Slot {
    readonly atoms = new Set<Atom>();
    readonly readers = new Set<Unit>();
    texts = 0;
}

/** Something that is evaluated as a whole, again when what it read has grown. */
export interface Unit {
    readonly run: () => void;
    runs: number;
    waits: boolean;
}

/** One evaluation of a function's body, by where it was called. */
export interface Frame {
    readonly id: number;
    readonly scope: Scope;
    readonly returns: Slot;
    readonly unit: Unit;
    readonly module: ModuleAtom;
    readonly function: FunctionAtom | undefined;
    readonly self: Atom | undefined;
    /** Where it was called, and where its caller was. */
    readonly sites: readonly [number, number];
}

export class Scope {
    readonly names = new Map<string, Slot>();
    /** Who missed a name reads this: it is touched where one is new. */
    readonly missed = new Slot();
    /** What was made here, by the place in the program that made it. */
    readonly made = new Map<object, Map<unknown, Atom | Scope>>();

    constructor(
        readonly kind: "module" | "class" | "function" | "inner",
        readonly above: Scope | undefined,
        readonly locals: ReadonlySet<string>,
        readonly outer: ReadonlySet<string>,
    ) {}

    slot(name: string): Slot {
        let found = this.names.get(name);
        if (found === undefined) {
            found = new Slot();
            this.names.set(name, found);
        }
        return found;
    }
}

/** What a call gives. */
export interface Arguments {
    readonly positional: readonly Value[];
    /** Of `*a`, in whatever place. */
    readonly rest: Value;
    readonly named: ReadonlyMap<string, Value>;
    /** Of `**a`, by whatever name. */
    readonly more: Value;
    /** By names that are not known. */
    readonly open: boolean;
}

export const NO_ARGUMENTS: Arguments = { positional: [], rest: NONE, named: new Map(), more: NONE, open: false };

export function union(...values: readonly Value[]): Value {
    const filled = values.filter((value) => value.size > 0);
    const [first] = filled;
    if (first === undefined) return NONE;
    if (filled.length === 1) return first;
    const all = new Set(first);
    for (const value of filled.slice(1)) for (const atom of value) all.add(atom);
    return all;
}

/** All values that a call gives. */
export function allOf({ positional, rest, named, more }: Arguments): Value {
    return union(...positional, rest, ...named.values(), more);
}

/** By its place or by its name. */
export function given(args: Arguments, at: number, ...names: readonly string[]): Value {
    const found = at >= 0 ? args.positional[at] : undefined;
    const own = names.flatMap((name) => args.named.get(name) ?? []);
    if (found !== undefined || own.length > 0) return union(found ?? NONE, ...own);
    return union(at >= 0 ? args.rest : NONE, args.more);
}

export function isGiven(args: Arguments, at: number, ...names: readonly string[]): boolean {
    return (at >= 0 && args.positional[at] !== undefined) || names.some((name) => args.named.has(name));
}
