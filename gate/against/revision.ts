import { realpathSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../errors";
import { git } from "./git";

/** A commit of the repository that holds a project. */
export interface Revision {
    /** As it was asked for, such as `main`; where that is known under its remote's name alone, with that. */
    readonly name: string;
    readonly commit: string;
    /** Absolute, without links: the working tree. */
    readonly root: string;
    /** Of the project, from there; empty where it is the root. */
    readonly within: string;
}

/** Throws `CannotCheck` with why there is no such commit. `folder` is the project's. */
export async function revisionOf(asked: string, folder: string): Promise<Revision> {
    if (asked.startsWith("-") || /\p{Cc}/u.test(asked))
        throw new CannotCheck("--against takes a file, or a branch, tag or commit; none of these begins with a dash");
    const top = await git(folder, ["rev-parse", "--show-toplevel"]);
    if (!top.isDone) throw noRepository(asked, top.errors);
    const root = realpathSync(top.out.replace(/\r?\n$/, ""));
    const within = path.relative(root, realpathSync(folder));
    for (const name of [asked, `origin/${asked}`]) {
        const commit = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
        if (commit.isDone) return { name, commit: commit.out.trim(), root, within };
    }
    const { out: shallow } = await git(root, ["rev-parse", "--is-shallow-repository"]);
    const how =
        shallow.trim() === "true"
            ? "this is a shallow clone, without most of the history: fetch all of it (actions/checkout with fetch-depth: 0; GIT_DEPTH: 0 in GitLab CI)"
            : "git fetch may bring it";
    throw new CannotCheck(`there is neither a file nor a commit ${asked}: ${how}`);
}

function noRepository(asked: string, errors: string): CannotCheck {
    if (/dubious ownership/.test(errors))
        return new CannotCheck(
            "Git does not read this repository, since it belongs to another user (git config --global --add safe.directory FOLDER allows it)",
        );
    const why = /not a git repository/.test(errors)
        ? "the project is in no Git repository"
        : "the project is in no working tree of Git's";
    return new CannotCheck(`there is no file ${asked}, and ${why}`, errors.trim());
}
