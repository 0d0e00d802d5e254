import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { CannotCheck, reasonOf } from "../errors";

/** A Pulumi project, as its Pulumi.yaml describes it. */
export interface Project {
    readonly name: string;
    /** Absolute; where Pulumi.yaml is. */
    readonly folder: string;
    /** Absolute; the program's folder or file. */
    readonly entry: string;
    readonly typescript: boolean;
    readonly nodeArguments: readonly string[];
    readonly tsconfig?: string;
    /** Pulumi.yaml's own `config` block: values and defaults for every stack, by full key. */
    readonly configuration: Readonly<Record<string, unknown>>;
}

/** Where a project describes itself; a user may name the file for its folder. */
const FILES: readonly string[] = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Reads the project in a folder. Throws `CannotCheck` with the cause. */
export function readProject(given: string): Project {
    const named = path.resolve(given);
    if (!existsSync(named)) throw new CannotCheck(`there is no folder ${given}`);
    const folder = FILES.includes(path.basename(named)) ? path.dirname(named) : named;
    if (!statSync(folder).isDirectory())
        throw new CannotCheck(`${given} is no folder: name the one that holds Pulumi.yaml`);
    const file = FILES.map((name) => path.join(folder, name)).find(existsSync);
    if (file === undefined) {
        const what = folder === process.cwd() ? "this folder" : given;
        throw new CannotCheck(`${what} holds no Pulumi.yaml: name the folder of a Pulumi project that does`);
    }
    const yaml = record(readYaml(file));
    const name = yaml["name"];
    if (typeof name !== "string" || name === "") throw new CannotCheck(`${path.basename(file)} has no project name`);
    const { runtime, options } = readRuntime(yaml["runtime"]);
    if (runtime !== "nodejs") {
        throw new CannotCheck(
            `this program's runtime is ${runtime}, and the embedded host runs nodejs: check it under the Pulumi CLI (pulumi preview --policy-pack)`,
        );
    }
    const main = typeof yaml["main"] === "string" ? yaml["main"] : ".";
    const entry = path.resolve(folder, main);
    if (!existsSync(entry))
        throw new CannotCheck(`Pulumi.yaml says main: ${main}, and there is no such file or folder`);
    const nodeArguments =
        typeof options["nodeargs"] === "string" ? options["nodeargs"].split(/\s+/).filter(Boolean) : [];
    return {
        name,
        folder,
        entry,
        typescript: options["typescript"] !== false,
        nodeArguments,
        ...(typeof options["tsconfig"] === "string" && { tsconfig: options["tsconfig"] }),
        configuration: projectConfiguration(name, record(yaml["config"])),
    };
}

/** The names of the stacks that have a configuration file. */
export function stacksOf(project: Project): readonly string[] {
    return readdirSync(project.folder)
        .flatMap((file) => /^Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1] ?? [])
        .sort();
}

/** A YAML file's content; broken YAML is named with its line. */
export function readYaml(file: string): unknown {
    const text = readFileSync(file, "utf8");
    const document = parseDocument(text, { prettyErrors: true });
    const [error] = document.errors;
    if (error) {
        const line = error.linePos?.[0].line;
        throw new CannotCheck(
            `${path.basename(file)} is not valid YAML${line === undefined ? "" : ` (line ${line})`}`,
            error.message,
        );
    }
    try {
        return document.toJS();
    } catch (error) {
        throw new CannotCheck(`${path.basename(file)} cannot be read`, reasonOf(error));
    }
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : {};
}

function readRuntime(given: unknown): { runtime: string; options: Readonly<Record<string, unknown>> } {
    if (typeof given === "string") return { runtime: given, options: {} };
    const { name, options } = record(given);
    if (typeof name !== "string") throw new CannotCheck("Pulumi.yaml names no runtime");
    return { runtime: name, options: record(options) };
}

/** `key: { value }` holds for every stack, `key: { default }` where the stack says nothing, `key: text` is a default too. */
function projectConfiguration(project: string, block: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(block)) {
        const described = record(entry);
        const value =
            "value" in described
                ? described["value"]
                : "default" in described
                  ? described["default"]
                  : isPlain(entry)
                    ? entry
                    : undefined;
        if (value !== undefined) values[key.includes(":") ? key : `${project}:${key}`] = value;
    }
    return values;
}

function isPlain(entry: unknown): boolean {
    return ["string", "number", "boolean"].includes(typeof entry) || Array.isArray(entry);
}
