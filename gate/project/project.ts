import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { CannotCheck } from "../errors";
import { engineTags } from "./engine-yaml";

/** A Pulumi project, as its Pulumi.yaml describes it. */
export interface Project {
    readonly name: string;
    /** Absolute; where Pulumi.yaml is. */
    readonly folder: string;
    /** Absolute; Pulumi.yaml itself. */
    readonly file?: string;
    /** Absolute; where the program's process runs: the folder of `main`. */
    readonly programFolder: string;
    /** What to run there: a file's name, or `.` for the folder itself. */
    readonly entry: string;
    /** Absolute; where the stacks' configuration files are. */
    readonly stackFolder: string;
    /** `nodejs`, `python`, `go`, `yaml` … */
    readonly runtime: string;
    readonly runtimeOptions: Readonly<Record<string, unknown>>;
    readonly typescript: boolean;
    readonly nodeArguments: readonly string[];
    readonly tsconfig?: string;
    /** Pulumi.yaml's own `config` block, by full key. */
    readonly configuration: Readonly<Record<string, DeclaredValue>>;
    /** Folders of plugins that it names, absolute, by package. */
    readonly plugins: Readonly<Record<string, string>>;
    /** Its `template.config` block, by full key: what `pulumi new` asks for. */
    readonly template: Readonly<Record<string, DeclaredValue>>;
}

/** What Pulumi.yaml says of a configuration value. */
export interface DeclaredValue {
    /** For a stack that gives none; undefined where the stack has to. */
    readonly standard?: unknown;
    readonly secret: boolean;
    /** `string`, `integer`, `boolean`, `array` … */
    readonly type: string;
}

/** Where a project describes itself; a user may name the file for its folder. */
export const PROJECT_FILES: readonly string[] = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Is there a project in a folder? */
export function holdsProject(folder: string): boolean {
    return PROJECT_FILES.some((name) => existsSync(path.join(folder, name)));
}

/** Reads the project in a folder. Throws `CannotCheck` with the cause. */
export function readProject(given: string): Project {
    const named = path.resolve(given);
    if (!existsSync(named)) throw new CannotCheck(`there is no folder ${given}`);
    const folder = PROJECT_FILES.includes(path.basename(named)) ? path.dirname(named) : named;
    if (!statSync(folder).isDirectory())
        throw new CannotCheck(`${given} is no folder: name the one that holds Pulumi.yaml`);
    const file = PROJECT_FILES.map((name) => path.join(folder, name)).find(existsSync);
    if (file === undefined) {
        const what = folder === process.cwd() ? "this folder" : given;
        throw new CannotCheck(`${what} holds no Pulumi.yaml: name the folder of a Pulumi project that does`);
    }
    const yaml = record(readYaml(file));
    const name = yaml["name"];
    if (typeof name !== "string" || name === "") throw new CannotCheck(`${path.basename(file)} has no project name`);
    const { runtime, options } = readRuntime(yaml["runtime"]);
    const main = typeof yaml["main"] === "string" && yaml["main"] !== "" ? yaml["main"] : ".";
    const target = path.resolve(folder, main);
    if (!existsSync(target))
        throw new CannotCheck(`Pulumi.yaml says main: ${main}, and there is no such file or folder`);
    const isFolder = statSync(target).isDirectory();
    // Formerly `config` named the folder of the stacks' files, which `stackConfigDir` does now.
    const stackFolder = [yaml["stackConfigDir"], yaml["config"]].find((one) => typeof one === "string") ?? ".";
    const nodeArguments =
        typeof options["nodeargs"] === "string" ? options["nodeargs"].split(/\s+/).filter(Boolean) : [];
    return {
        name,
        folder,
        file,
        programFolder: isFolder ? target : path.dirname(target),
        entry: isFolder ? "." : path.basename(target),
        stackFolder: path.resolve(folder, stackFolder),
        runtime,
        runtimeOptions: options,
        typescript: runtime === "nodejs" && options["typescript"] !== false,
        nodeArguments,
        ...(typeof options["tsconfig"] === "string" && { tsconfig: options["tsconfig"] }),
        configuration: projectConfiguration(name, record(yaml["config"])),
        plugins: pluginsOf(folder, yaml),
        template: projectConfiguration(name, record(record(yaml["template"])["config"])),
    };
}

/** The names of the stacks that have a configuration file. */
export function stacksOf(project: Project): readonly string[] {
    if (!existsSync(project.stackFolder)) return [];
    return readdirSync(project.stackFolder)
        .flatMap((file) => /^Pulumi\.(.+)\.(?:ya?ml|json)$/.exec(file)?.[1] ?? [])
        .sort();
}

/** A YAML file's content; broken YAML is named with its line. */
export function readYaml(file: string): unknown {
    const text = readFileSync(file, "utf8");
    const document = parseDocument(text, { prettyErrors: true, customTags: (tags) => [...engineTags, ...tags] });
    const [error] = document.errors;
    if (error) {
        const line = error.linePos?.[0].line;
        throw new CannotCheck(
            `${path.basename(file)} is not valid YAML${line === undefined ? "" : ` (line ${line})`}`,
            // The error's own text quotes the file, which may hold a secret.
            error.code.toLowerCase().replaceAll("_", " "),
        );
    }
    try {
        return document.toJS();
    } catch {
        throw new CannotCheck(`${path.basename(file)} cannot be read: an alias in it names no anchor, or too many`);
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

/** `key: { type, default, secret }`, `other:key: { value }`, or the value alone. A namespace that is not the project's is a provider's. */
function projectConfiguration(
    project: string,
    block: Readonly<Record<string, unknown>>,
): Record<string, DeclaredValue> {
    const values: Record<string, DeclaredValue> = {};
    for (const [key, entry] of Object.entries(block)) {
        const { default: standard, value, secret, type } = isPlain(entry) ? { default: entry } : record(entry);
        values[key.includes(":") ? key : `${project}:${key}`] = {
            ...((standard ?? value) !== undefined && { standard: standard ?? value }),
            secret: secret === true,
            type: typeof type === "string" ? type : "string",
        };
    }
    return values;
}

/** `plugins.providers: [{ name, path }]`, and `packages: { name: ./folder }` or `{ source: ./folder }`. */
function pluginsOf(folder: string, yaml: Readonly<Record<string, unknown>>): Record<string, string> {
    const { providers } = record(yaml["plugins"]);
    const named = (Array.isArray(providers) ? providers : []).map(record).map(({ name, path: at }) => [name, at]);
    const added = Object.entries(record(yaml["packages"])).map(([name, given]) => [
        name,
        typeof given === "string" ? given : record(given)["source"],
    ]);
    const isFolder = (at: unknown): at is string => typeof at === "string" && /^(?:\.{1,2}(?:\/|$)|\/)/.test(at);
    return Object.fromEntries([
        ...added.flatMap(([name, at]) => (isFolder(at) ? [[name, path.resolve(folder, at)]] : [])),
        ...named.flatMap(([name, at]) => (typeof at === "string" ? [[name, path.resolve(folder, at)]] : [])),
    ]);
}

function isPlain(entry: unknown): boolean {
    return ["string", "number", "boolean"].includes(typeof entry) || Array.isArray(entry);
}
