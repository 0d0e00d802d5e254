// Generates data/synthetic/{resources,inputs,functions}.json from the typings and constructors of @pulumi/aws: which properties each
// resource type outputs and which each data source answers, in both major versions. Source: the packages themselves
// (Apache-2.0), whose licence is copied beside the tables.
const fs = require("node:fs");
const { files, withPackages, write } = require("./pulumi-aws/packages");

/** One letter for each kind of value; a capital letter is a list of it. */
function kind(type) {
    const bare = type.replace(/ \| undefined$/, "");
    if (bare === "string") return "s";
    if (bare === "number") return "n";
    if (bare === "boolean") return "b";
    if (/^string\[\]$/.test(bare)) return "S";
    if (/^number\[\]$/.test(bare)) return "N";
    if (/\[\]$/.test(bare)) return "O";
    if (/^\{/.test(bare)) return "m";
    if (/^outputs\./.test(bare)) return "o";
    return "s"; // an enum of strings, by @pulumi/aws's conventions
}

/** Properties with their types, from `readonly NAME: TYPE;` in a class or interface; a map's body spans lines. */
function properties(text) {
    return [...text.matchAll(/^ {4}readonly (\w+)(\??): (?:pulumi\.Output<)?([^;]*?)>?;$/gms)].map(
        ([, name, optional, type]) => {
            const flat = type.replace(/\s+/g, " ");
            return { name, kind: kind(flat), optional: optional === "?" || / \| undefined$/.test(flat) };
        },
    );
}

function read(folder) {
    const resources = {};
    const functions = {};
    for (const file of files(folder, ".js")) {
        const js = fs.readFileSync(file, "utf8");
        const typings = file.replace(/\.js$/, ".d.ts");
        const token = /\b__pulumiType = '(aws:[^']+)'/.exec(js)?.[1];
        if (token && fs.existsSync(typings)) {
            const body = /export declare class [\s\S]*?\n\}/.exec(fs.readFileSync(typings, "utf8"))?.[0] ?? "";
            const outputOnly = new Set(
                [...js.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map(([, name]) => name),
            );
            const secret = [
                ...(/const secretOpts = \{ additionalSecretOutputs: \[([^\]]*)\]/.exec(js)?.[1] ?? "").matchAll(
                    /"(\w+)"/g,
                ),
            ].map(([, name]) => name);
            const given = [...js.matchAll(/resourceInputs\["(\w+)"\] = (?!undefined|state)/g)].map(([, name]) => name);
            resources[token] = {
                inputs: [...new Set(given)].filter((name) => name !== "__defaults"),
                // An input that the typings never leave undefined is one that the provider fills in.
                outputs: properties(body)
                    .filter(({ name, optional }) => outputOnly.has(name) || !optional)
                    .map(({ name, kind }) => [name, (outputOnly.has(name) ? "" : "~") + kind]),
                secret,
            };
        }
        const invoked = /invoke\("(aws:[^"]+)"/.exec(js)?.[1];
        if (invoked && fs.existsSync(typings)) {
            const body =
                /export interface Get\w+Result \{[\s\S]*?\n\}/.exec(fs.readFileSync(typings, "utf8"))?.[0] ?? "";
            functions[invoked] = properties(body).map(({ name, kind, optional }) => [
                name,
                (optional ? "~" : "") + kind,
            ]);
        }
    }
    return { resources, functions };
}

function merged(newer, older) {
    const result = { ...older, ...newer };
    return Object.fromEntries(
        Object.keys(result)
            .sort()
            .map((key) => [key, result[key]]),
    );
}

/** One string a type: `arn:s id:s ~name:s !password:s`; `~` may be an input too, `!` is secret. */
function compact(entries, secret = []) {
    return entries
        .map(
            ([name, kind]) =>
                `${kind.startsWith("~") ? "~" : ""}${secret.includes(name) ? "!" : ""}${name}:${kind.replace("~", "")}`,
        )
        .join(" ");
}

function main() {
    withPackages("typings", ({ seven: folder7, six: folder6, header }) => {
        const seven = read(folder7);
        const six = read(folder6);
        const resources = merged(seven.resources, six.resources);
        const functions = merged(seven.functions, six.functions);
        write(
            "synthetic",
            "resources.json",
            header,
            Object.fromEntries(
                Object.entries(resources).map(([token, { outputs, secret }]) => [token, compact(outputs, secret)]),
            ),
        );
        write(
            "synthetic",
            "inputs.json",
            header,
            Object.fromEntries(
                Object.entries(resources).map(([token, { outputs, inputs }]) => {
                    const told = new Set(outputs.map(([name]) => name));
                    return [token, inputs.filter((name) => !told.has(name)).join(" ")];
                }),
            ),
        );
        write(
            "synthetic",
            "functions.json",
            header,
            Object.fromEntries(Object.entries(functions).map(([token, fields]) => [token, compact(fields)])),
        );
        write("synthetic", "versions.json", header, {
            only7: Object.keys(seven.resources)
                .filter((token) => !six.resources[token])
                .sort(),
            only6: Object.keys(six.resources)
                .filter((token) => !seven.resources[token])
                .sort(),
        });
    });
}

module.exports = main;
if (require.main === module) main();
