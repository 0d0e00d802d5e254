/** Examples as a program in TypeScript has them, for a reader. */
import { type Declaration, type Example, JsonText, Marked, type Program, Ref, SIGNATURE, unknown } from "./example";

const WIDTH = 100;
const INDENT = "    ";

/** One resource, and nothing around it. */
export function exampleText(token: string, inputs: Example): string {
    return `new ${constructorOf(token)}("example", ${valueText(inputs, "")});`;
}

/** A statement for each resource; what is referred to stands before what refers to it. */
export function programText(program: Program): string {
    const written = new Set<string>();
    const lines: string[] = [];
    const write = (name: string): void => {
        const declaration = program[name];
        if (!declaration || written.has(name)) return;
        written.add(name);
        for (const other of namesIn(declaration)) write(other);
        lines.push(declarationText(name, declaration, program));
    };
    for (const name of Object.keys(program)) write(name);
    return lines.join("\n");
}

function declarationText(name: string, { type, inputs, options }: Declaration, program: Program): string {
    const { protect, parent, dependsOn = [] } = options;
    const own = [
        ...(protect ? ["protect: true"] : []),
        ...(parent === undefined ? [] : [`parent: ${variable(parent)}`]),
        ...(dependsOn.length === 0 ? [] : [`dependsOn: [${dependsOn.map(variable).join(", ")}]`]),
    ];
    const isNamed = Object.values(program).some((other) => namesIn(other).includes(name));
    const more = own.length === 0 ? "" : `, { ${own.join(", ")} }`;
    const made = `new ${constructorOf(type.token)}(${JSON.stringify(name)}, ${valueText(inputs, "")}${more});`;
    return isNamed ? `const ${variable(name)} = ${made}` : made;
}

/** The resources that a declaration refers to. */
function namesIn({ inputs, options }: Declaration): readonly string[] {
    const referred = (node: unknown): readonly string[] => {
        if (node instanceof Ref) return [node.target.split(".")[0] ?? ""];
        if (node instanceof JsonText || node instanceof Marked) return referred(node.value);
        return typeof node === "object" && node !== null ? Object.values(node).flatMap(referred) : [];
    };
    return [
        ...referred(inputs),
        ...(options.dependsOn ?? []),
        ...(options.parent === undefined ? [] : [options.parent]),
    ];
}

/** `aws.lambda.FunctionUrl` of `aws:lambda/functionUrl:FunctionUrl`. */
function constructorOf(token: string): string {
    const [pack = "", module = "", type = ""] = token.split(":");
    const folder = module.split("/")[0] ?? "";
    return [pack, ...(folder === "index" ? [] : [folder]), type].join(".");
}

function variable(name: string): string {
    return name.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

function valueText(value: unknown, indent: string): string {
    if (value === unknown) return "/* known after the update */ undefined";
    if (value instanceof Ref) return refText(value);
    if (value instanceof JsonText) {
        const inner = valueText(value.value, indent);
        return `${inner.includes("/*") || holdsRef(value.value) ? "pulumi.jsonStringify" : "JSON.stringify"}(${inner})`;
    }
    if (value instanceof Marked) return `pulumi.secret(${valueText(value.value, indent)})`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    if (Array.isArray(value))
        return listText(
            value.map((one) => valueText(one, indent + INDENT)),
            ["[", "]"],
            indent,
        );
    if (SIGNATURE in value) return assetText(value as Readonly<Record<string, unknown>>, indent);
    const entries = Object.entries(value).map(([key, below]) => {
        const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
        return `${name}: ${valueText(below, indent + INDENT)}`;
    });
    return entries.length === 0 ? "{}" : listText(entries, ["{ ", " }"], indent);
}

function listText(entries: readonly string[], [open, close]: readonly [string, string], indent: string): string {
    const line = `${open}${entries.join(", ")}${close}`;
    if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
    const inner = entries.map((one) => `${indent}${INDENT}${one},\n`).join("");
    return `${open.trim()}\n${inner}${indent}${close.trim()}`;
}

function refText({ target, before, after }: Ref): string {
    const [name = "", ...path] = target.split(".");
    const output = [variable(name), ...path].join(".");
    return before === "" && after === "" ? output : `pulumi.interpolate\`${before}\${${output}}${after}\``;
}

function holdsRef(value: unknown): boolean {
    if (value instanceof Ref) return true;
    return typeof value === "object" && value !== null && Object.values(value).some(holdsRef);
}

function assetText({ text, path, assets }: Readonly<Record<string, unknown>>, indent: string): string {
    if (typeof text === "string") return `new pulumi.asset.StringAsset(${JSON.stringify(text)})`;
    if (typeof path === "string") return `new pulumi.asset.FileArchive(${JSON.stringify(path)})`;
    return `new pulumi.asset.AssetArchive(${valueText(assets ?? {}, indent)})`;
}
