import { CannotCheck, reasonOf } from "../errors";
import type { Pack } from "../host/pack";
import { record } from "../project/project";
import type { JournalFile } from "../report/journal";
import type { Report } from "../report/model";
import type { StackFile } from "./backend";
import { nothing } from "./check";
import { parsed, textOf } from "./document";
import { judge } from "./judge";
import { readRecorded } from "./read";
import type { Store } from "./store";

/** Why a stack among others could not be judged. */
export interface Failure {
    readonly at: string;
    readonly why: string;
    /** What else there is to know, such as what the pack printed. */
    readonly detail: string;
}

export type StackResult = { readonly report: Report } | { readonly failure: Failure };

export interface StackJobs {
    readonly store: Store;
    readonly pack: Pack;
    readonly journal: JournalFile;
    readonly organization: string;
    readonly tags: Readonly<Record<string, string>>;
}

/** Judges one stack of many: what goes wrong with it is told, and stops none of the others. */
export async function stackJob(file: StackFile, jobs: StackJobs): Promise<StackResult> {
    const { store, tags } = jobs;
    try {
        const recorded = readRecorded(await store.read(file.key), file.key);
        if (!recorded) return { report: nothing(file.key, file.project, file.stack) };
        if (recorded.phase === "preview")
            throw new CannotCheck(`${file.key} is a preview: those are judged one by one, each named to check`);
        const own = file.tagsKey === undefined ? {} : tagsOf(await store.read(file.tagsKey), file.tagsKey);
        return { report: await judge(recorded, { ...jobs, tags: { ...own, ...tags }, at: file.key }) };
    } catch (error) {
        if (error instanceof CannotCheck)
            return { failure: { at: file.key, why: error.message, detail: error.detail } };
        const { name } = error instanceof Error ? error.constructor : { name: reasonOf(error) };
        return { failure: { at: file.key, why: `${file.key}: the gate itself failed: ${name}`, detail: "" } };
    }
}

/** Source: pulumi/pkg, backend/diy/stack_tags.go. */
function tagsOf(bytes: Buffer, name: string): Readonly<Record<string, string>> {
    const { version, tags } = record(parsed(textOf(bytes, name), name));
    if (version !== 1) throw new CannotCheck(`${name} is of version ${Number(version)}: version 1 is known here`);
    return Object.fromEntries(
        Object.entries(record(tags)).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
    );
}
