/** A thread that judges stacks of a backend with a pack of its own; the pack's process is its parent's, which ends it. */
import { parentPort, workerData } from "node:worker_threads";
import { Pack, type PolicyConfiguration } from "../host/pack";
import { JournalFile } from "../report/journal";
import type { StackFile } from "./backend";
import { openStore } from "./open-store";
import { type StackResult, stackJob } from "./stack-job";
import type { StoreAddress } from "./store";

export interface WorkerStart {
    readonly port: number;
    readonly journalFolder: string;
    readonly policies: PolicyConfiguration;
    readonly organization: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly store: StoreAddress;
}

/** What a thread answers: first that it is ready, or why not, then of each stack what came of it. */
export type WorkerAnswer =
    | { readonly ready: true }
    | { readonly failed: { message: string; detail: string } }
    | StackResult;

async function work(start: WorkerStart, answer: (message: WorkerAnswer) => void): Promise<void> {
    const store = await openStore(start.store);
    const pack = await Pack.connect(start.port, start.policies, () => undefined);
    const journal = JournalFile.of(start.journalFolder);
    const { organization, tags } = start;
    parentPort?.on("message", (file: StackFile) => {
        void stackJob(file, { store, pack, journal, organization, tags }).then(answer);
    });
    answer({ ready: true });
}

const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);
work(workerData as WorkerStart, answer).catch((error: { message?: string; detail?: string }) =>
    answer({ failed: { message: error.message ?? "", detail: error.detail ?? "" } }),
);
