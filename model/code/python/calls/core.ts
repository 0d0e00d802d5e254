import type { Said } from "../../calls";
import type { Entry } from "../../code";
import type { SdkNames } from "../../sdk-names";
import type { Flow } from "./flow";
import type {
    Arguments,
    Atom,
    Box,
    ClassAtom,
    Client,
    External,
    Frame,
    Instance,
    Member,
    ModuleAtom,
    Slot,
    Value,
} from "./values";

/** A place in the program: the expression, and the evaluation of which it is a part. */
export interface Place {
    /** The expression by its identity. */
    readonly node: object;
    /** In its file. */
    readonly at: number;
    readonly frame: Frame;
}

/** What the models of packages need of whoever evaluates. */
export interface Core {
    readonly flow: Flow;
    readonly names: SdkNames;
    readonly entry: Entry;

    /** One more reason why there may be other calls. */
    open(reason: string): void;
    /** The reason at this place, as of its last evaluation; undefined where there is none. */
    openAt(place: Place, kind: string, reason: string | undefined): void;
    /** The client asks this operation. */
    asks(client: Client, operation: string, asked: Asked, place: Place): void;

    call(callee: Value, args: Arguments, place: Place): Value;
    /** Code that is not read gets this, and may call what of it can be called, with what else it has. */
    escape(value: Value, others: Value, place: Place): Value;
    attribute(of: Value, name: string, place: Place): Value;
    iterate(of: Value, place: Place): Value;
    enter(of: Value, place: Place): Value;
    /** What a value holds at whatever depth, itself included. */
    deep(value: Value): Value;
    said(value: Value): Said;
    load(name: string): ModuleAtom | undefined;
    /** By its name. */
    lookup(name: string, frame: Frame): Value;

    /** What this place makes, once. */
    make<T extends Atom>(place: Place, key: unknown, create: () => T): T;
    box(place: Place, key: unknown, origin: string): Box;
    slot(box: Box, key: string): Slot;
    all(box: Box): Value;
    /** What another mapping has is in this one too. */
    merge(box: Box, value: Value): void;
    member(of: Member["of"], name: string): Member;
    external(path: string): External;
    basesOf(cls: ClassAtom): ReadonlySet<Atom>;
    /** All that it has by a name that may be meant. */
    anyOf(of: ClassAtom | Instance, isMeant: (name: string) => boolean, place: Place): Value;
    /** Objects of these classes whose `__init__` is not called. */
    bare(classes: Value, place: Place): Value;
    setAttribute(of: Value, name: string, value: Value, place: Place): void;
    /** What of it is more than data. */
    heavy(value: Value): Value;
    joined(parts: readonly Value[]): Value;
    /** Code that is not known to be harmless may call every method of an object. */
    handTo(value: Value, place: Place): void;
}

export interface Asked {
    readonly parameters: ReadonlyMap<string, Said> | undefined;
    /** Is this the only thing that the call may be? */
    readonly only: boolean;
}
