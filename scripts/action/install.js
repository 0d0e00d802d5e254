// Gets the command for the action, and tells where it is. Of a version: from npm, into the runner's temporary folder. Else it is the action's
// own commit, built as its lock file says; bin/ is in no commit. No input becomes part of a command line.
const { appendFileSync, existsSync, mkdirSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const { name } = require(path.join(root, "package.json"));
const { GITHUB_OUTPUT, RUNNER_TEMP = require("node:os").tmpdir(), VERSION = "" } = process.env;

function npm(folder, ...words) {
    const { status } = spawnSync("npm", [...words, "--no-audit", "--no-fund", "--loglevel=error"], {
        cwd: folder,
        // What it prints is no command of a workflow.
        stdio: ["ignore", 2, 2],
        shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`npm ${words[0]} failed`);
}

function published(version) {
    if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version))
        throw new Error("the input version takes a whole version, such as 1.2.3");
    const folder = path.join(RUNNER_TEMP, name);
    mkdirSync(folder, { recursive: true });
    npm(folder, "install", "--prefix", folder, "--ignore-scripts", `${name}@${version}`);
    return path.join(folder, "node_modules", name);
}

function built() {
    // No script of a package is needed: esbuild's binary comes as a package.
    if (!existsSync(path.join(root, "node_modules/@pulumi/pulumi"))) npm(root, "ci", "--ignore-scripts");
    if (!existsSync(path.join(root, "bin/gate/main.js"))) npm(root, "run", "build");
    return root;
}

try {
    const folder = VERSION === "" ? built() : published(VERSION);
    appendFileSync(GITHUB_OUTPUT, `gate=${path.join(folder, "bin/gate/main.js")}\n`);
} catch (error) {
    console.error(`Cannot check: ${error.message}`);
    process.exitCode = 2;
}
