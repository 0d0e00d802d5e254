import { CannotCheck } from "../errors";
import type { Project } from "../project/project";

/** What runs the program: this gate itself, or the installed Pulumi CLI with its engine. */
export const HOSTS = ["embedded", "pulumi"] as const;
export type Host = (typeof HOSTS)[number];

/** The host that was asked for, or else the first that can run the program. Throws `CannotCheck` where that one cannot. */
export function hostOf(project: Project, asked?: Host): Host {
    if (asked === "embedded" && project.runtime !== "nodejs")
        throw new CannotCheck(
            `this program's runtime is ${project.runtime}, and the embedded host runs nodejs: check it with --host pulumi`,
        );
    return asked ?? (needsEngine(project) ? "pulumi" : "embedded");
}

/** Whether only the real engine can run the program, or see what it makes. */
function needsEngine({ runtime }: Project): boolean {
    return runtime !== "nodejs";
}
