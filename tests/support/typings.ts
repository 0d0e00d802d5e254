/** What inputs a resource type takes, read from the typings of @pulumi/aws. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const folder = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** Interfaces by name; those of nested inputs by `MODULE.NAME`. */
type Interfaces = ReadonlyMap<string, ts.InterfaceDeclaration>;
const files = new Map<string, Interfaces>();

/** Is there an input at the dotted path? `[]` after a step means a list's element; what stands inside JSON text (`{}`) no typings tell. */
export function hasInput(token: string, input: string): boolean {
    const [, file = "", name = ""] = (token === "pulumi:providers:aws" ? ":provider:Provider" : token).split(":");
    let holder = interfacesOf(`${file}.d.ts`).get(`${name}Args`);
    // A resource as a whole, of which only others say something.
    if (input === "") return holder !== undefined;
    const steps = input.split(".");
    for (const [index, step] of steps.entries()) {
        const type = holder && memberOf(holder, step.replace(/\[\d*\]$|\{\}$/, ""));
        if (!type) return false;
        if (step.endsWith("{}")) return /^pulumi\.Input<string\b/.test(type.getText());
        const isLast = index === steps.length - 1;
        // The last may be a list that is judged as a whole; whatever key of a map is an input.
        if (!isLast && /\[key: string\]/.test(type.getText())) return true;
        if (!isLast && /\[\d*\]$/.test(step) !== /\[\]/.test(type.getText())) return false;
        holder = nestedOf(type);
    }
    return true;
}

/** Every path of the type at which an input has such a name, in the same notation. */
export function inputsNamed(token: string, name: RegExp): readonly string[] {
    const [, file = "", type = ""] = token.split(":");
    const args = interfacesOf(`${file}.d.ts`).get(`${type}Args`);
    return args ? below(args, name, new Set()) : [];
}

function below(holder: ts.InterfaceDeclaration, name: RegExp, above: ReadonlySet<ts.Node>): readonly string[] {
    if (above.has(holder)) return [];
    return holder.members.flatMap((member) => {
        if (!ts.isPropertySignature(member) || !member.type) return [];
        const own = member.name.getText();
        const nested = nestedOf(member.type);
        const step = /\[\]/.test(member.type.getText()) ? `${own}[]` : own;
        const inner = nested ? below(nested, name, new Set([...above, holder])) : [];
        return [...(name.test(own) && !nested ? [own] : []), ...inner.map((one) => `${step}.${one}`)];
    });
}

function memberOf(holder: ts.InterfaceDeclaration, name: string): ts.TypeNode | undefined {
    const member = holder.members.find((one) => one.name?.getText() === name);
    return member && ts.isPropertySignature(member) ? member.type : undefined;
}

/** `pulumi.Input<inputs.lambda.FunctionEnvironment>` and lists of it. */
function nestedOf(type: ts.TypeNode): ts.InterfaceDeclaration | undefined {
    const name = /inputs\.([\w.]+)/.exec(type.getText())?.[1];
    return name === undefined ? undefined : interfacesOf("types/input.d.ts").get(name);
}

function interfacesOf(file: string): Interfaces {
    let found = files.get(file);
    if (!found) {
        // A few files are named otherwise than their types, some of them in small letters.
        const typings = [file, file.toLowerCase()].map((one) => path.join(folder, one)).find(existsSync);
        const text = typings === undefined ? "" : readFileSync(typings, "utf8");
        const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
        found = new Map(interfaces(source.statements, ""));
        files.set(file, found);
    }
    return found;
}

function interfaces(statements: readonly ts.Statement[], prefix: string): [string, ts.InterfaceDeclaration][] {
    return statements.flatMap((statement): [string, ts.InterfaceDeclaration][] => {
        if (ts.isInterfaceDeclaration(statement)) return [[`${prefix}${statement.name.text}`, statement]];
        if (!ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body)) return [];
        return interfaces(statement.body.statements, `${prefix}${statement.name.text}.`);
    });
}
