import { existsSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../errors";
import { type DeclaredValue, type Project, readYaml, record, stacksOf } from "./project";

/** A stack's configuration as the program's process takes it: texts by full key, and which of them are secret. */
export interface StackConfiguration {
    readonly stack: string;
    readonly values: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    /** What `pulumi new` would write into the stack's file, by full key: for values that the program requires and nobody gave. */
    readonly templateDefaults: Readonly<Record<string, TemplateDefault>>;
}

export interface ConfigurationOptions {
    readonly stack?: string;
    /** `key=value`, as on the command line. */
    readonly plain: readonly string[];
    readonly secret: readonly string[];
}

export interface TemplateDefault {
    readonly value: string;
    readonly secret: boolean;
}

/** What stands for an encrypted value: nothing here can decrypt it, and nothing needs to. */
export const SECRET_PLACEHOLDER = "encrypted-in-the-stack-configuration";

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
    for (const [key, { standard }] of Object.entries(project.configuration))
        if (standard !== undefined) set(key, standard);
    const templateDefaults: Record<string, TemplateDefault> = {};
    for (const [key, { standard, secret }] of Object.entries(project.template))
        if (standard !== undefined) templateDefaults[key] = { value: asText(standard), secret };
    const file = ["yaml", "yml", "json"]
        .map((suffix) => path.join(project.stackFolder, `Pulumi.${stack}.${suffix}`))
        .find(existsSync);
    if (file === undefined) {
        // A stack without a file is as `pulumi new` makes it from the template.
        for (const [key, { value, secret }] of Object.entries(templateDefaults)) {
            set(key, value);
            if (secret) secretKeys.add(key);
        }
    } else {
        for (const [key, value] of Object.entries(record(record(readYaml(file))["config"]))) set(key, value);
    }
    for (const one of options.plain) set(...keyAndValue(one, "--config"));
    for (const one of options.secret) {
        const [key, value] = keyAndValue(one, "--config-secret");
        set(key, { secure: value });
        values[key.includes(":") ? key : `${project.name}:${key}`] = value;
    }
    const declared = Object.entries(project.configuration);
    for (const [key, { secret }] of declared) if (secret && key in values) secretKeys.add(key);
    requireAll(
        project,
        declared.filter(([key]) => !(key in values)),
    );
    return { stack, values, secretKeys: [...secretKeys].sort(), templateDefaults };
}

/** The configuration with one more value. */
export function withValue(before: StackConfiguration, key: string, value: string, secret: boolean): StackConfiguration {
    const others = before.secretKeys.filter((one) => one !== key);
    return {
        ...before,
        values: { ...before.values, [key]: value },
        secretKeys: secret ? [...others, key].sort() : others,
    };
}

/** A key as a person gives it: the project's own need no namespace. */
export function shortKey(project: Project, key: string): string {
    return key.startsWith(`${project.name}:`) ? key.slice(project.name.length + 1) : key;
}

/** As the engine: what Pulumi.yaml declares without a default, the stack has to give; what it declares for a provider, not. */
function requireAll(project: Project, missing: readonly (readonly [string, DeclaredValue])[]): void {
    const wanted = missing.filter(([key]) => key.startsWith(`${project.name}:`));
    if (wanted.length === 0) return;
    const names = wanted.map(([key]) => shortKey(project, key));
    const how = wanted.map(([, { secret }], index) => `${secret ? "--config-secret" : "--config"} ${names[index]}=…`);
    throw new CannotCheck(
        `Pulumi.yaml asks for the configuration ${names.length > 1 ? "values" : "value"} ${names.join(", ")}: give ${names.length > 1 ? "them" : "it"} with ${how.join(" ")}`,
        wanted.map(([, { type, secret }], index) => `${names[index]}: ${secret ? "secret " : ""}${type}`).join("\n"),
    );
}

function chooseStack(project: Project, given: string | undefined): string {
    const stacks = stacksOf(project);
    if (given === "") throw new CannotCheck("--stack takes the name of a stack");
    // A full name is ORGANIZATION/PROJECT/STACK.
    const wanted = given?.split("/").at(-1);
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

/** Takes `key=value` apart; throws `CannotCheck` where it is none. */
export function keyAndValue(given: string, option: string): readonly [string, string] {
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

/** As the engine renders it: nothing as an empty text, the keys of objects in order. */
function asText(value: unknown): string {
    if (value === null || value === undefined) return "";
    return typeof value === "string" ? value : JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(inOrder);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, below]) => [key, inOrder(below)]));
}
