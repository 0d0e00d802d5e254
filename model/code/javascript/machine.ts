import type { Abstract, Obj } from "./values";

/** What goes through a program, as those see it that know what its calls mean. */
export interface Machine {
    /** Modules load, or a request is answered. */
    readonly phase: "load" | "request";
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
