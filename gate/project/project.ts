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

/** Reads the project in a folder. Throws `CannotCheck` with the cause. */
export function readProject(given: string): Project {
    const folder = path.resolve(given);
    if (!existsSync(folder)) throw new CannotCheck(`there is no folder ${given}`);
    if (!statSync(folder).isDirectory())
        throw new CannotCheck(`${given} is no folder: name the one that holds Pulumi.yaml`);
    const file = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].map((name) => path.join(folder, name)).find(existsSync);
    if (file === undefined) throw new CannotCheck(`${given} holds no Pulumi.yaml, so it is no Pulumi project`);
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
