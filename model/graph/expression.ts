import type { Resource } from "./resource";

/**
 * Outputs of the stack's resources as a program's code writes them, for fixes that can be pasted. Pulumi tells a resource's name,
 * not the variable that holds it: a name that is none becomes one in camel case, and a note says which resource is meant.
 */
export interface Expression {
    readonly code: string;
    readonly resource: Resource;
}

/** `orders.arn`; with something behind it, `pulumi.interpolate` of the two. */
export function outputOf(resource: Resource, output: string, tail = ""): Expression {
    const code = `${variableOf(resource.name)}.${output}`;
    return { resource, code: tail === "" ? code : `pulumi.interpolate\`\${${code}}${tail}\`` };
}

/** One expression as it is, several as a list. */
export function codeOf(expressions: readonly Expression[]): string {
    const codes = [...new Set(expressions.map(({ code }) => code))];
    return codes.length === 1 ? (codes[0] ?? "") : `[${codes.join(", ")}]`;
}

/** `, where ordersTable is orders-table`; empty where each name is a variable's. */
export function whereNamed(expressions: readonly Expression[]): string {
    const renamed = expressions.map(({ resource: { name } }) => name).filter((name) => variableOf(name) !== name);
    const notes = [...new Set(renamed)].map((name) => `${variableOf(name)} is "${name}"`);
    return notes.length === 0 ? "" : `, where ${notes.join(" and ")}`;
}

function variableOf(name: string): string {
    const words = name.split(/[^A-Za-z0-9_$]+/).filter((word) => word !== "");
    const joined = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)));
    const variable = joined.join("");
    return /^[A-Za-z_$]/.test(variable) ? variable : `resource${variable}`;
}
