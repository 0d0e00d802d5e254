import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CannotCheck } from "../errors";
import { packageRoot } from "../package-root";
import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import { start } from "./processes";

/** What a program's process is told. */
export interface Told {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly organization: string;
    /** Whether the program's types are checked too; that takes most of the time of a program that loads an AWS SDK. */
    readonly typeCheck: boolean;
}

export interface ProgramOptions {
    /** Seconds. */
    readonly timeout: number;
    /** The program has reported an error. Older SDKs then wait for ever where the program has transforms. */
    readonly failed: AbortSignal;
}

/** How a program's process ended. */
export interface Ended {
    readonly code: number | null;
    readonly timedOut: boolean;
    /** What it printed to standard error, its end at most. */
    readonly errors: string;
}

const KEPT = 64 * 1024;
/** How long a program may go on after its first error: long enough to say more, and to end by itself. */
const SECONDS_AFTER_ERROR = 5;

/** Where the program finds the SDK that it was written for; its version may differ from the gate's. */
export function findRunner(project: Project): string {
    try {
        return createRequire(path.join(project.programFolder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
    } catch {
        const folder = packageFolder(project);
        const how = existsSync(path.join(folder, "package.json")) ? "run npm install there" : "it has no package.json";
        throw new CannotCheck(`@pulumi/pulumi is not installed in ${folder}: ${how}`);
    }
}

/** Where the program's packages are installed: the nearest package.json from `main` up to Pulumi.yaml. */
export function packageFolder({ folder, programFolder }: Project): string {
    for (let at = programFolder; at.startsWith(folder); at = path.dirname(at)) {
        if (existsSync(path.join(at, "package.json"))) return at;
        if (at === path.dirname(at)) break;
    }
    return folder;
}

/** Not an argument: one that loads a module there makes the SDK do without its support of ES modules in TypeScript. */
export function nodeOptions(): string {
    const file = path.join(packageRoot(), "bin/gate/preload.js");
    const quoted = `"${file.replace(/[\\"]/g, "\\$&")}"`;
    return [process.env["NODE_OPTIONS"] ?? "", ...(existsSync(file) ? [`--require ${quoted}`] : [])].join(" ").trim();
}

/**
 * A program lives for one run, and most of what it makes until its end: its promises, and the SDK's messages. MB of old objects until Node
 * looks for the first time which are garbage, and of new ones that it goes through at a time.
 */
const LATE_COLLECTION = ["--initial-old-space-size=512", "--max-semi-space-size=64"];

/**
 * Starts the program's process as the language host of the engine does; `address` is its monitor and its engine. With `standby`, that script
 * of the gate's runs there first, with its own arguments.
 */
export function startProgram(told: Told, address: string, standby: readonly string[] = []): ChildProcess {
    const { project, configuration, organization, typeCheck } = told;
    const isWaiting = standby.length > 0;
    const runner = findRunner(project);
    const args = [
        ...["--monitor", address, "--engine", address, "--organization", organization, "--project", project.name],
        ...[
            "--root-directory",
            project.folder,
            "--stack",
            configuration.stack,
            "--pwd",
            project.programFolder,
            "--dry-run",
            "--parallel",
            "16",
        ],
        project.entry,
    ];
    return start(process.execPath, [...LATE_COLLECTION, ...project.nodeArguments, ...standby, runner, ...args], {
        cwd: project.programFolder,
        env: {
            ...process.env,
            NODE_OPTIONS: nodeOptions(),
            NO_COLOR: "1",
            FORCE_COLOR: "0",
            PULUMI_CONFIG: JSON.stringify(configuration.values),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(configuration.secretKeys),
            ...(project.typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
            // For a program of ES modules the SDK drops its own variable's setting, and ts-node reads this one.
            ...(!typeCheck && { PULUMI_NODEJS_TRANSPILE_ONLY: "true", TS_NODE_TRANSPILE_ONLY: "true" }),
            ...(project.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig }),
            // The runner says this to the SDK by its arguments, once the SDK is asked for.
            ...(isWaiting && sdkEnvironment(told, address)),
        },
        stdio: [isWaiting ? "pipe" : "ignore", "pipe", "pipe"],
    });
}

/** What the runner puts into its environment before it loads the program. */
function sdkEnvironment({ project, configuration, organization }: Told, address: string): Record<string, string> {
    return {
        PULUMI_NODEJS_ORGANIZATION: organization,
        PULUMI_NODEJS_PROJECT: project.name,
        PULUMI_NODEJS_ROOT_DIRECTORY: project.folder,
        PULUMI_NODEJS_STACK: configuration.stack,
        PULUMI_NODEJS_DRY_RUN: "true",
        PULUMI_NODEJS_PARALLEL: "16",
        PULUMI_NODEJS_MONITOR: address,
        PULUMI_NODEJS_ENGINE: address,
    };
}

/** Waits until the program's process has ended. */
export function ended(child: ChildProcess, { timeout, failed }: ProgramOptions): Promise<Ended> {
    let errors = "";
    const keep = (data: unknown): void => {
        errors = (errors + String(data)).slice(-KEPT);
    };
    // A program may print to either; neither is a report of this gate.
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    return new Promise((resolve) => {
        let timedOut = false;
        const timer = setTimeout(() => {
            timedOut = true;
            child.kill("SIGKILL");
        }, timeout * 1000);
        failed.addEventListener("abort", () => {
            setTimeout(() => child.kill("SIGKILL"), SECONDS_AFTER_ERROR * 1000).unref();
        });
        child.once("exit", (code) => {
            clearTimeout(timer);
            resolve({ code, timedOut, errors });
        });
    });
}
