import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../../errors";
import { MarkedProcesses } from "../marked-processes";

/** The first whose backend in a folder keeps a stack's tags, which policies are shown; all else is older. Source: its changelog. */
export const OLDEST_PULUMI = "3.211.0";

/** The Pulumi CLI that is on PATH. */
export interface Installed {
    readonly file: string;
    /** Where its language hosts lie. */
    readonly folder: string;
}

/** Is the Pulumi CLI on PATH? */
export async function hasPulumi(): Promise<boolean> {
    return onPath() !== undefined;
}

/** Throws `CannotCheck` where no CLI is installed, or one that is too old; `wanted` says what it was wanted for. */
export async function installedPulumi(wanted: string): Promise<Installed> {
    const file = onPath();
    const needed = `the Pulumi CLI ${OLDEST_PULUMI} or later`;
    if (file === undefined)
        throw new CannotCheck(
            `${wanted} needs ${needed}, and there is no pulumi on PATH (https://www.pulumi.com/docs/install)`,
        );
    const processes = new MarkedProcesses();
    let said = "";
    const { code, errors } = await processes
        .run(file, ["version"], {
            cwd: process.cwd(),
            env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
            timeout: 60,
            take: (printed) => {
                said += printed;
            },
        })
        .finally(() => processes.stop());
    if (code !== 0) throw new CannotCheck(`${wanted} needs ${needed}, and ${file} does not run`, errors);
    const version = /v?(\d+\.\d+\.\d+)/.exec(said)?.[1];
    if (version === undefined || isOlder(version, OLDEST_PULUMI))
        throw new CannotCheck(`${wanted} needs ${needed}, and ${file} is ${version ?? "of no known version"}`);
    return { file, folder: path.dirname(realpathSync(file)) };
}

function onPath(): string | undefined {
    return (process.env["PATH"] ?? "")
        .split(path.delimiter)
        .filter(Boolean)
        .flatMap((folder) => [path.join(folder, "pulumi"), path.join(folder, "pulumi.exe")])
        .find(existsSync);
}

function isOlder(version: string, than: string): boolean {
    const [a, b] = [version, than].map((text) => text.split(".").map(Number)) as [number[], number[]];
    const at = a.findIndex((number, index) => number !== b[index]);
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
