/** `check --against`: what a stack allows that an earlier state of it, or a commit, does not. */
import { statSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { type Other, type OtherOptions, openOther } from "../against/other";
import { CannotCheck } from "../errors";
import { holdsProject } from "../project/project";
import type { Report } from "../report/model";

export interface AgainstFlags {
    readonly against?: string;
    readonly failOnNew?: boolean;
}

export function withAgainst(command: Command): Command {
    return command
        .option(
            "--against <state or commit>",
            "show what is newly allowed since: a file of pulumi stack export or pulumi preview --json, or a branch, tag or commit",
        )
        .option("--fail-on-new", "with --against: exit with 1 where something is newly allowed", false);
}

/** Undefined where no comparison is asked for. Throws `CannotCheck` where there is nothing to compare with. `given` is what is checked. */
export async function otherOf(
    given: string,
    { against, failOnNew }: AgainstFlags,
    options: () => OtherOptions,
): Promise<Other | undefined> {
    if (against !== undefined) return openOther(against, folderOf(given), options());
    if (failOnNew)
        throw new CannotCheck("--fail-on-new needs what the stack is held against: --against STATE or COMMIT");
    return undefined;
}

/** The folder of the project that is checked; where a record of a stack is, that of the project in the present folder. */
function folderOf(given: string): string {
    const folder = path.resolve(given);
    const isFile = given === "-" || statSync(folder, { throwIfNoEntry: false })?.isFile();
    if (!isFile || holdsProject(path.dirname(folder))) return isFile ? path.dirname(folder) : folder;
    return process.cwd();
}

/** Is something newly allowed that shall stop whoever asked? */
export function stopsAtNew(reports: readonly Report[], { failOnNew }: AgainstFlags): boolean {
    return (
        failOnNew === true && reports.some(({ comparison }) => comparison !== undefined && isSomeNew(comparison.newly))
    );
}

function isSomeNew({ grants, callers, paths }: NonNullable<Report["comparison"]>["newly"]): boolean {
    return [...grants, ...callers].some(({ isQuiet }) => !isQuiet) || paths.length > 0;
}
