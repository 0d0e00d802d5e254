// `npm run publishable`: whether `pulumi policy publish` in this folder gives clients a pack that installs and is of these
// sources. No npm hook can say so: whatever a hook prints becomes part of the name of the file that the CLI then looks for.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { parse } = require("yaml");
const { changedInputs } = require("./inputs");

/** npm runs these for `npm pack`, and prints that it does. */
const HOOKS = ["prepack", "prepare", "postpack"];

/** What would keep the pack in a folder from being published as it should be; a sentence each. */
function problems(root, packed = packedFiles(root)) {
    const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
    return [
        ...ofPolicyFile(root),
        ...ofManifest(manifest),
        ...ofBuild(root),
        ...ofLock(root, manifest),
        ...ofFiles(root, packed),
    ];
}

function ofPolicyFile(root) {
    const { main, runtime } = parse(fs.readFileSync(path.join(root, "PulumiPolicy.yaml"), "utf8"));
    const found = [];
    if (main !== undefined && path.dirname(main) !== ".")
        found.push(
            `PulumiPolicy.yaml says main: ${main}, and the CLI takes that folder for the pack's: package.json's main is enough`,
        );
    if (runtime?.options?.production !== true)
        found.push(
            "PulumiPolicy.yaml lacks runtime.options.production: clients would install what only development needs",
        );
    return found;
}

function ofManifest({ scripts = {}, devDependencies }) {
    const hooks = HOOKS.filter((hook) => Object.hasOwn(scripts, hook));
    const found = hooks.map((hook) => `package.json has the script ${hook}: what npm prints for it breaks publishing`);
    if (devDependencies !== undefined)
        found.push(
            "package.json has devDependencies: they stand in development/package.json, since clients get this file",
        );
    return found;
}

function ofBuild(root) {
    const changed = changedInputs(root);
    if (changed === undefined) return ["the pack is not built: run npm run build"];
    if (changed.length === 0) return [];
    const more = changed.length > 3 ? ` and ${changed.length - 3} more` : "";
    return [
        `bin/ is built from other sources than these (${changed.slice(0, 3).join(", ")}${more}): run npm run build`,
    ];
}

function ofLock(root, manifest) {
    const file = path.join(root, "npm-shrinkwrap.json");
    if (!fs.existsSync(file)) return ["npm-shrinkwrap.json is missing: nothing says which versions clients get"];
    const { packages } = JSON.parse(fs.readFileSync(file, "utf8"));
    const locked = packages[""];
    const isSame = (key) => JSON.stringify(locked[key]) === JSON.stringify(manifest[key]);
    const other = ["name", "version", "dependencies"].filter((key) => !isSame(key));
    return other.map((key) => `npm-shrinkwrap.json has another ${key} than package.json: run npm install`);
}

function ofFiles(root, packed) {
    return neededFiles(root)
        .filter((file) => !packed.includes(file))
        .map((file) => `${file} would not be published: package.json's files leaves it out, or it does not exist`);
}

function packedFiles(root) {
    const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"], {
        cwd: root,
        encoding: "utf8",
    });
    const [tarball] = JSON.parse(output);
    return tarball.files.map((file) => file.path);
}

/** What a client's pack and command read. */
function neededFiles(root) {
    const { main, bin } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
    const below = (folder) =>
        fs.existsSync(path.join(root, folder))
            ? fs
                  .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
                  .filter((entry) => entry.isFile())
                  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
            : [];
    return [
        ...["package.json", "npm-shrinkwrap.json", "PulumiPolicy.yaml", "README.md", "LICENSE", "bin/LICENSES.txt"],
        ...new Set([main, ...Object.values(bin), ...below("bin").filter((file) => file.endsWith(".js"))]),
        ...below("data"),
    ];
}

module.exports = { packedFiles, problems };
if (require.main === module) {
    const found = problems(path.resolve(__dirname, ".."));
    for (const one of found) console.error(one);
    if (found.length === 0) console.log("ready for pulumi policy publish");
    process.exitCode = found.length === 0 ? 0 : 1;
}
