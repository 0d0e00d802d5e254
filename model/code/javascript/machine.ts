import type { Abstract, Func, Obj } from "./values";

/** Modules load; a request is answered; what was not gone through until then is gone through. */
export type Phase = "load" | "request" | "sweep";

/** What goes through a program, as those see it that know what its calls mean. */
export interface Machine {
    readonly phase: Phase;
    /** Ends the reading where it goes on for too long. */
    spend(steps: number): void;
    call(target: Abstract, self: Abstract, args: readonly Abstract[]): Abstract;
    construct(target: Abstract, args: readonly Abstract[]): Abstract;
    member(object: Abstract, key: Abstract): Abstract;
    set(object: Abstract, key: Abstract, value: Abstract): void;
    copyInto(target: Obj, from: Abstract): void;
    /** The elements of what is iterated over, where they are known. */
    elementsOf(value: Abstract): readonly Abstract[] | undefined;
    /** The names of an object's properties, where they are known. */
    keysOf(value: Abstract): readonly string[] | undefined;
}

/** Is told what a program does while it is gone through, by whoever looks for more than its routes. */
export interface Watcher {
    /** What a package gives, or what nobody knows, is called: what comes of it, where the watcher knows that. */
    called(machine: Machine, target: Abstract, args: readonly Abstract[], place: Place): Told;
    /** Likewise something is made of a class. */
    constructed(machine: Machine, target: Abstract, args: readonly Abstract[], place: Place): Told;
    /** A method of what nobody knows. */
    method(name: string, args: readonly Abstract[], place: Place): Told;
    /** Is this class one of a package's, in a bundle? Then its constructor is not gone through. */
    standsFor(target: Func, made: Obj, args: readonly Abstract[]): boolean;
    /** A function came to be; it has a name; somebody reads it; something by a name is sought that nobody knows. */
    made(func: Func): void;
    named(func: Func, name: string): void;
    read(func: Func): void;
    sought(name: string): void;
    /** Went out of the code. */
    handedOut(machine: Machine, value: Abstract): void;
    /** A side of a decision was not taken, since the decision seems known. */
    passed(run: () => unknown, node: object): void;
}

export interface Place {
    readonly file: string;
    readonly at: number;
}

/** What comes of a call, where the watcher knows it. */
export type Told = { readonly value: Abstract } | undefined;
