import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CannotCheck } from "../../errors";
import { keep, start } from "../processes";
import type { PackStack, PolicyConfiguration } from "./configuration";

export interface PackOptions extends PackStack {
    /** The folder of PulumiPolicy.yaml. */
    readonly folder: string;
    /** Where the pack's own process sends what its protocol has no field for. */
    readonly environment: Readonly<Record<string, string>>;
    /** Where the program runs, as the engine's shell would know it: relative paths of code start there. */
    readonly programFolder: string;
    readonly policies: PolicyConfiguration;
}

const START_SECONDS = 60;

/** Starts a pack's process. Throws `CannotCheck` with what it printed, if it does not start. */
export async function launchPack(options: PackOptions, isKept = false): Promise<{ port: number; kill: () => void }> {
    if (!existsSync(path.join(options.folder, "PulumiPolicy.yaml")))
        throw new CannotCheck(`there is no policy pack in ${options.folder}: it holds no PulumiPolicy.yaml`);
    let run: string;
    try {
        run = createRequire(path.join(options.folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    } catch {
        throw new CannotCheck(`the policy pack in ${options.folder} is not installed: run npm install there`);
    }
    // The engine's address is only for logging, which this host has no use for.
    const child = start(process.execPath, [run, "127.0.0.1:1", options.folder], {
        cwd: options.folder,
        env: {
            ...process.env,
            ...options.environment,
            PWD: options.programFolder,
            PULUMI_NODEJS_TYPESCRIPT: String(!isCompiled(options.folder)),
            PULUMI_NODEJS_ORGANIZATION: options.organization,
            PULUMI_NODEJS_PROJECT: options.project,
            PULUMI_NODEJS_STACK: options.stack,
            PULUMI_NODEJS_DRY_RUN: "true",
            PULUMI_CONFIG: JSON.stringify(options.configuration),
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
    if (isKept) keep(child);
    return new Promise((resolve, reject) => {
        let [printed, errors] = ["", ""];
        const fail = (why: string) =>
            reject(new CannotCheck(`the policy pack did not start: ${why}`, errors || printed));
        const timer = setTimeout(() => fail(`it named no port within ${START_SECONDS} seconds`), START_SECONDS * 1000);
        child.stderr?.on("data", (data) => {
            errors += String(data);
        });
        child.stdout?.on("data", (data) => {
            printed += String(data);
            const port = /^(\d+)\s/.exec(printed)?.[1];
            if (port === undefined) return;
            clearTimeout(timer);
            resolve({ port: Number(port), kill: () => child.kill() });
        });
        child.once("exit", (code) => {
            clearTimeout(timer);
            fail(`its process ended with ${code ?? "a signal"}`);
        });
    });
}

/** A pack whose entry, package.json's `main`, is JavaScript needs no compiler in its process. */
function isCompiled(folder: string): boolean {
    const manifest = path.join(folder, "package.json");
    const { main = "index.js" } = existsSync(manifest)
        ? (JSON.parse(readFileSync(manifest, "utf8")) as { readonly main?: string })
        : {};
    return /\.[cm]?js$/.test(main) && existsSync(path.join(folder, main));
}
