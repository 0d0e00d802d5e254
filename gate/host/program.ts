import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CannotCheck } from "../errors";
import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import { start } from "./processes";

export interface ProgramOptions {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly organization: string;
    readonly monitor: string;
    readonly engine: string;
    /** Whether the program's types are checked too; that takes most of the time of a program that loads an AWS SDK. */
    readonly typeCheck: boolean;
    /** Seconds. */
    readonly timeout: number;
}

/** How a program's process ended. */
export interface Ended {
    readonly code: number | null;
    readonly timedOut: boolean;
    /** What it printed to standard error, its end at most. */
    readonly errors: string;
}

const KEPT = 64 * 1024;

/** Where the program finds the SDK that it was written for; its version may differ from the gate's. */
export function findRunner(project: Project): string {
    try {
        return createRequire(path.join(project.folder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
    } catch {
        const how = existsSync(path.join(project.folder, "package.json"))
            ? "run npm install there"
            : "it has no package.json";
        throw new CannotCheck(`@pulumi/pulumi is not installed in ${project.folder}: ${how}`);
    }
}

/** Runs the program as the language host of the engine does. */
export function runProgram({
    project,
    configuration,
    organization,
    monitor,
    engine,
    typeCheck,
    timeout,
}: ProgramOptions): Promise<Ended> {
    const isFolder = path.extname(project.entry) === "";
    const folder = isFolder ? project.entry : path.dirname(project.entry);
    const args = [
        ...project.nodeArguments,
        findRunner(project),
        ...["--monitor", monitor, "--engine", engine, "--organization", organization, "--project", project.name],
        ...[
            "--root-directory",
            project.folder,
            "--stack",
            configuration.stack,
            "--pwd",
            folder,
            "--dry-run",
            "--parallel",
            "16",
        ],
        isFolder ? "." : path.basename(project.entry),
    ];
    const child = start(process.execPath, args, {
        cwd: folder,
        env: {
            ...process.env,
            NO_COLOR: "1",
            FORCE_COLOR: "0",
            PULUMI_CONFIG: JSON.stringify(configuration.values),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(configuration.secretKeys),
            ...(project.typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
            ...(!typeCheck && { PULUMI_NODEJS_TRANSPILE_ONLY: "true" }),
            ...(project.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig }),
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
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
        child.once("exit", (code) => {
            clearTimeout(timer);
            resolve({ code, timedOut, errors });
        });
    });
}
