// Installs the example's dependencies, once for each state of its lockfile: tests and the demo both run the program.
const { execFileSync } = require("node:child_process");
const { existsSync, statSync } = require("node:fs");
const path = require("node:path");

const folder = path.resolve(__dirname, "../examples/orders-api");

function isCurrent() {
    const installed = path.join(folder, "node_modules/.package-lock.json");
    if (!existsSync(installed)) return false;
    return statSync(installed).mtimeMs >= statSync(path.join(folder, "package-lock.json")).mtimeMs;
}

if (!isCurrent()) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, stdio: "inherit" });
}
