import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

const made: string[] = [];
process.once("exit", () => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Writes a Pulumi project into a temporary folder, removed after the tests; `packages` is where its node_modules are. */
export function projectOf(files: Readonly<Record<string, string>>, packages = "."): string {
    const folder = mkdtempSync(path.join(tmpdir(), "aws-serverless-security-project-"));
    made.push(folder);
    for (const [name, text] of Object.entries({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n", ...files })) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
    }
    symlinkSync(path.join(root, "node_modules"), path.join(folder, packages, "node_modules"));
    return folder;
}
