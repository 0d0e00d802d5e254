/** Walks and changes the inputs of programs that are written as data. */

import { type AnyRule, declare, typesOf } from "../../pack";
import { JsonText, Marked, type Program, Ref, unknown } from "../../pack/example";

/** Where a leaf stands: the resource's name, then the steps to it. */
export type Place = readonly (string | number)[];

/** A rule's bad example as a program. */
export function badProgram(rule: AnyRule): Program {
    if (rule.kind === "stack") return rule.bad;
    const [type] = typesOf(rule);
    return type ? { subject: declare(type, rule.bad) } : {};
}

/** The places of all leaves of a program's inputs: scalars, references and unknowns, also inside JSON text. */
export function leavesOf(program: Program): readonly Place[] {
    return Object.entries(program).flatMap(([name, { inputs }]) => leaves(inputs, [name]));
}

/** The program with something else at one leaf. */
export function replaced(program: Program, [name, ...steps]: Place, by: unknown): Program {
    const declaration = program[String(name)];
    if (!declaration) throw new Error(`${name} is not declared`);
    return { ...program, [String(name)]: { ...declaration, inputs: put(declaration.inputs, steps, by) as object } };
}

function leaves(node: unknown, at: Place): readonly Place[] {
    if (node instanceof JsonText || node instanceof Marked) return leaves(node.value, at);
    if (node instanceof Ref || node === unknown) return [at];
    if (Array.isArray(node)) return node.flatMap((element, index) => leaves(element, [...at, index]));
    if (typeof node === "object" && node !== null) {
        return Object.entries(node).flatMap(([key, below]) => leaves(below, [...at, key]));
    }
    return [at];
}

function put(node: unknown, [step, ...more]: Place, by: unknown): unknown {
    if (step === undefined) return by;
    if (node instanceof JsonText) return new JsonText(put(node.value, [step, ...more], by));
    if (node instanceof Marked) return new Marked(put(node.value, [step, ...more], by));
    if (Array.isArray(node)) return node.map((element, index) => (index === step ? put(element, more, by) : element));
    return { ...(node as object), [step]: put((node as Record<string, unknown>)[String(step)], more, by) };
}

/** Inputs of a type that hold a value at the path, as `valuesAt` reads it, with more beside it. */
export function inputsWith(path: string, value: unknown, beside: object = {}): object {
    const [step = "", ...rest] = path.split(".");
    const key = step.replace(/\[\]$/, "");
    const below = rest.length === 0 ? value : inputsWith(rest.join("."), value, beside);
    return { ...(rest.length === 0 && beside), [key]: step.endsWith("[]") ? [below] : below };
}
