import { existsSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../errors";
import { type Project, readYaml, record, stacksOf } from "./project";

/** A stack's configuration as the program's process takes it: texts by full key, and which of them are secret. */
export interface StackConfiguration {
    readonly stack: string;
    readonly values: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
}

export interface ConfigurationOptions {
    readonly stack?: string;
    /** `key=value`, as on the command line. */
    readonly plain: readonly string[];
    readonly secret: readonly string[];
}

/** What stands for an encrypted value: nothing here can decrypt it, and nothing needs to. */
const SECRET_PLACEHOLDER = "encrypted-in-the-stack-configuration";

/** Reads `Pulumi.<stack>.yaml`, with the command line's values on top. Throws `CannotCheck` with the cause. */
export function readConfiguration(project: Project, options: ConfigurationOptions): StackConfiguration {
    const stack = chooseStack(project, options.stack);
    const values: Record<string, string> = {};
    const secretKeys = new Set<string>();
    const set = (key: string, value: unknown) => {
        const full = key.includes(":") ? key : `${project.name}:${key}`;
        const { value: open, secret } = withoutSecrets(value);
        values[full] = asText(open);
        if (secret) secretKeys.add(full);
        else secretKeys.delete(full);
    };
    for (const [key, value] of Object.entries(project.configuration)) set(key, value);
    const file = ["yaml", "yml"]
        .map((suffix) => path.join(project.folder, `Pulumi.${stack}.${suffix}`))
        .find(existsSync);
    if (file !== undefined) {
        for (const [key, value] of Object.entries(record(record(readYaml(file))["config"]))) set(key, value);
    }
    for (const one of options.plain) set(...keyAndValue(one, "--config"));
    for (const one of options.secret) {
        const [key, value] = keyAndValue(one, "--config-secret");
        set(key, { secure: value });
        values[key.includes(":") ? key : `${project.name}:${key}`] = value;
    }
    return { stack, values, secretKeys: [...secretKeys].sort() };
}

function chooseStack(project: Project, wanted: string | undefined): string {
    const stacks = stacksOf(project);
    if (wanted === "") throw new CannotCheck("--stack takes the name of a stack");
    if (wanted !== undefined) {
        // A stack may live without a file, but not beside others that have one: that is a misspelled name.
        if (stacks.length > 0 && !stacks.includes(wanted)) {
            throw new CannotCheck(
                `there is no Pulumi.${wanted}.yaml; the stacks with a configuration here are ${stacks.join(", ")}`,
            );
        }
        return wanted;
    }
    if (stacks.length > 1)
        throw new CannotCheck(`this project has several stacks: choose one with --stack (${stacks.join(", ")})`);
    return stacks[0] ?? "dev";
}

function keyAndValue(given: string, option: string): readonly [string, string] {
    const at = given.indexOf("=");
    if (at <= 0) throw new CannotCheck(`${option} takes key=value, such as aws:region=eu-west-1`);
    return [given.slice(0, at), given.slice(at + 1)];
}

/** Replaces `{ secure: … }` anywhere inside a value. */
function withoutSecrets(value: unknown): { readonly value: unknown; readonly secret: boolean } {
    if (Array.isArray(value)) {
        const parts = value.map(withoutSecrets);
        return { value: parts.map((part) => part.value), secret: parts.some((part) => part.secret) };
    }
    if (typeof value !== "object" || value === null) return { value, secret: false };
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === "secure") return { value: SECRET_PLACEHOLDER, secret: true };
    const parts = Object.entries(value).map(([key, below]) => [key, withoutSecrets(below)] as const);
    return {
        value: Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
        secret: parts.some(([, part]) => part.secret),
    };
}

function asText(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}
