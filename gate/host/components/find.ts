import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { CannotCheck } from "../../errors";
import { type Project, readYaml, record } from "../../project/project";

/** How a plugin is started: the engine's address follows its arguments. */
export interface PluginCommand {
    readonly command: string;
    readonly args: readonly string[];
    readonly folder: string;
}

/**
 * Where a package's plugin is, as the engine looks for it: what Pulumi.yaml names, PATH, the program's own packages, PULUMI_HOME. Undefined
 * where it is not installed. Throws `CannotCheck` with why it cannot be started.
 */
export function findPlugin(project: Project, name: string, version: string): PluginCommand | undefined {
    const named = project.plugins[name];
    if (named !== undefined) return commandOf(named, name);
    const file = `pulumi-resource-${name}`;
    const folders = (process.env["PATH"] ?? "").split(path.delimiter);
    for (const folder of [...folders, path.join(project.programFolder, "node_modules", ".bin")])
        if (folder !== "" && isExecutable(path.join(folder, file)))
            return { command: path.join(folder, file), args: [], folder: project.programFolder };
    const installed = installedPlugin(name, version);
    return installed === undefined ? undefined : commandOf(installed, name);
}

/** `PULUMI_HOME/plugins/resource-NAME-vVERSION`: the version that the program's SDK asks for, or the newest. */
function installedPlugin(name: string, version: string): string | undefined {
    const plugins = path.join(process.env["PULUMI_HOME"] || path.join(homedir(), ".pulumi"), "plugins");
    if (!existsSync(plugins)) return undefined;
    const prefix = `resource-${name}-v`;
    const versions = readdirSync(plugins)
        .filter((one) => one.startsWith(prefix) && !/\.(?:lock|partial)$/.test(one))
        .map((one) => one.slice(prefix.length));
    const [found] =
        version === ""
            ? versions.sort(byVersion).reverse()
            : versions.filter((one) => one === version.replace(/^v/, ""));
    return found === undefined ? undefined : path.join(plugins, prefix + found);
}

function byVersion(one: string, other: string): number {
    return one.localeCompare(other, "en", { numeric: true });
}

/** A folder with an executable, or with a PulumiPlugin.yaml that names a runtime. */
function commandOf(given: string, name: string): PluginCommand {
    if (!existsSync(given)) throw new CannotCheck(`there is no plugin of ${name} where Pulumi.yaml says it is`);
    if (!statSync(given).isDirectory()) return { command: given, args: [], folder: path.dirname(given) };
    const executable = path.join(given, `pulumi-resource-${name}`);
    if (isExecutable(executable)) return { command: executable, args: [], folder: given };
    const description = path.join(given, "PulumiPlugin.yaml");
    if (!existsSync(description))
        throw new CannotCheck(`the plugin of ${name} holds no pulumi-resource-${name} and no PulumiPlugin.yaml`);
    const { runtime } = record(readYaml(description));
    const { name: language, options } = typeof runtime === "string" ? { name: runtime, options: {} } : record(runtime);
    if (language === "nodejs")
        return { command: process.execPath, args: [nodeRunner(given, name), given], folder: given };
    if (language === "python") return { command: pythonOf(given, record(options)), args: ["-u", given], folder: given };
    throw new CannotCheck(
        `the plugin of ${name} is a program in ${String(language)}, which only the Pulumi CLI starts`,
    );
}

function nodeRunner(folder: string, name: string): string {
    try {
        return createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-plugin");
    } catch {
        throw new CannotCheck(
            `the plugin of ${name} cannot be started: @pulumi/pulumi is not installed there, or is older than components`,
        );
    }
}

function pythonOf(folder: string, { virtualenv }: Readonly<Record<string, unknown>>): string {
    const environments = typeof virtualenv === "string" ? [virtualenv] : [".venv", "venv"];
    const own = environments.map((one) => path.resolve(folder, one, "bin/python")).find(isExecutable);
    return own ?? "python3";
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}
