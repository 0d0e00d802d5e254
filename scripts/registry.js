// Writes policies/index.ts, the registry, from the files below policies/: one import a rule, in the order of their ids.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");

function ruleFiles() {
    const folder = path.join(root, "policies");
    return fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((family) =>
            fs
                .readdirSync(path.join(folder, family.name))
                .map((file) => `./${family.name}/${file.replace(/\.ts$/, "")}`),
        )
        .sort((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
}

function variable(id) {
    return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

function writeRegistry() {
    const files = ruleFiles();
    const imports = files.map((file) => `import ${variable(path.basename(file))} from "${file}";`);
    const list = files.map((file) => `    ${variable(path.basename(file))},`);
    const text = [
        'import type { AnyRule } from "../pack";',
        ...imports,
        "",
        "/** Every policy of the pack. Written by `npm run registry`; a test holds it against the folder. */",
        "export const rules: readonly AnyRule[] = [",
        ...list,
        "];",
        "",
        "/** The family of each, which is its folder. */",
        "export const families: Readonly<Record<string, string>> = {",
        ...files.map((file) => `    "${path.basename(file)}": "${file.split("/")[1]}",`),
        "};",
        "",
    ].join("\n");
    fs.writeFileSync(path.join(root, "policies/index.ts"), text);
    execFileSync(path.join(root, "node_modules/.bin/biome"), ["check", "--write", "policies/index.ts"], {
        cwd: root,
        stdio: "ignore",
    });
    return files.length;
}

module.exports = { ruleFiles, writeRegistry };
if (require.main === module) console.log(`policies/index.ts: ${writeRegistry()} policies`);
