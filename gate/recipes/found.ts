/** What a folder has that recipes depend on: Pulumi projects, how their packages are installed, which CI it uses. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../errors";
import { PROJECT_FILES, readProject, stacksOf } from "../project/project";

export const SYSTEMS = ["github", "gitlab", "shell", "pre-commit"] as const;
export type System = (typeof SYSTEMS)[number];

export interface FoundProject {
    /** From the folder that was given, with `/`; `.` for itself. */
    readonly folder: string;
    /** How many stacks have a configuration file. */
    readonly stacks: number;
}

export interface Found {
    /** Absolute. */
    readonly folder: string;
    readonly projects: readonly FoundProject[];
    /** Of which there is something already. */
    readonly systems: readonly System[];
    /** How packages are installed there; npm where nothing says it. */
    readonly manager: "npm" | "pnpm" | "yarn";
    readonly hasLock: boolean;
    /** Whether this package is among those that package.json names; undefined where there is no package.json. */
    readonly isInstalled: boolean | undefined;
}

const DEEPEST = 3;
const NO_PROJECTS = new Set(["node_modules", "dist", "build", "out", "target", "venv", "coverage"]);

/** Throws `CannotCheck` where there is no such folder. */
export function found(given: string, name: string): Found {
    const folder = path.resolve(given);
    if (!existsSync(folder)) throw new CannotCheck(`there is no folder ${given}`);
    if (!statSync(folder).isDirectory()) throw new CannotCheck(`${given} is no folder`);
    const has = (file: string) => existsSync(path.join(folder, file));
    const projects = projectsBelow(folder, "", 0);
    const files: Readonly<Record<System, readonly string[]>> = {
        github: [".github"],
        gitlab: [".gitlab-ci.yml", ".gitlab"],
        "pre-commit": [".pre-commit-config.yaml"],
        shell: [],
    };
    return {
        folder,
        projects,
        systems: SYSTEMS.filter((system) => files[system].some(has)),
        manager: has("pnpm-lock.yaml") ? "pnpm" : has("yarn.lock") ? "yarn" : "npm",
        hasLock: ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock"].some(has),
        isInstalled: has("package.json") ? names(path.join(folder, "package.json"), name) : undefined,
    };
}

function projectsBelow(folder: string, below: string, depth: number): readonly FoundProject[] {
    const here = path.join(folder, below);
    if (PROJECT_FILES.some((file) => existsSync(path.join(here, file))))
        return [{ folder: below === "" ? "." : below, stacks: stacksIn(here) }];
    if (depth === DEEPEST) return [];
    return readdirSync(here, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NO_PROJECTS.has(entry.name))
        .map(({ name }) => (below === "" ? name : `${below}/${name}`))
        .sort()
        .flatMap((one) => projectsBelow(folder, one, depth + 1));
}

/** A project that cannot be read is one all the same: `check` says what is wrong with it. */
function stacksIn(folder: string): number {
    try {
        return stacksOf(readProject(folder)).length;
    } catch {
        return 0;
    }
}

function names(file: string, name: string): boolean {
    try {
        const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, "utf8")) as Record<
            string,
            object
        >;
        return name in dependencies || name in devDependencies;
    } catch {
        return false;
    }
}
