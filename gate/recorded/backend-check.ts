import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { CannotCheck } from "../errors";
import { packageRoot } from "../package-root";
import type { Report } from "../report/model";
import { type StackFile, stackFiles } from "./backend";
import { type JudgingOptions, type PackProcess, startPack } from "./judging";
import { isIn, type Shard } from "./shard";
import type { Failure, StackResult } from "./stack-job";
import type { Store } from "./store";
import type { WorkerAnswer, WorkerStart } from "./worker";

export interface BackendOptions extends JudgingOptions {
    /** Where in a backend the store begins, such as `.pulumi`. */
    readonly within: string;
    /** How many stacks are judged at a time; by default one for each core. */
    readonly parallel?: number;
    readonly shard?: Shard;
    readonly allowEmpty: boolean;
    /** Called with the number of stacks that are done, and of all. */
    readonly progress: (done: number, all: number) => void;
}

/** The reports of several stacks, by project and stack, and what kept others from being judged. */
export interface Judged {
    readonly reports: readonly Report[];
    readonly failures: readonly Failure[];
    /** Of how many this is a part. */
    readonly shard?: Shard;
}

/** Judges every stack of a store, or of a shard of it; each thread has one state in memory at a time. */
export async function checkBackend(store: Store, options: BackendOptions): Promise<Judged> {
    const all = stackFiles(await store.list(), options.within);
    if (all.length === 0 && !options.allowEmpty)
        throw new CannotCheck(
            `nothing was judged: there are no stacks in ${store.name}, neither as a backend has them (.pulumi/stacks) nor as files in JSON (--allow-empty lets that pass)`,
        );
    const { shard } = options;
    const own = shard ? all.filter(({ name }) => isIn(shard, name)) : all;
    const results = await judgeAll(own, store, options);
    const judged = inOrder({
        reports: results.flatMap((one) => ("report" in one ? [one.report] : [])),
        failures: results.flatMap((one) => ("failure" in one ? [one.failure] : [])),
        ...(shard && { shard }),
    });
    const isEmpty = judged.failures.length === 0 && judged.reports.every(({ resources }) => resources === 0);
    if (isEmpty && !shard && !options.allowEmpty)
        throw new CannotCheck(
            `nothing was judged: no stack in ${store.name} has resources (--allow-empty lets that pass)`,
        );
    return judged;
}

/** The same order, wherever and when each was judged. */
export function inOrder<T extends Judged>(judged: T): T {
    const keyOf = ({ project, stack, record }: Report) => `${project}\n${stack}\n${record?.at ?? ""}`;
    return {
        ...judged,
        reports: [...judged.reports].sort((a, b) => compare(keyOf(a), keyOf(b))),
        failures: [...judged.failures].sort((a, b) => compare(a.at, b.at)),
    };
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

async function judgeAll(
    files: readonly StackFile[],
    store: Store,
    options: BackendOptions,
): Promise<readonly StackResult[]> {
    if (files.length === 0) return [];
    // The largest first, so that no thread is left with one at the end.
    const waiting = [...files].sort((a, b) => a.bytes - b.bytes);
    const results: StackResult[] = [];
    const done = (result: StackResult) => {
        results.push(result);
        options.progress(results.length, files.length);
    };
    const threads = Math.min(options.parallel ?? availableParallelism(), files.length);
    const started = await Promise.allSettled(Array.from({ length: threads }, () => startPack(options)));
    const packs = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const workers: Worker[] = [];
    try {
        for (const one of started) if (one.status === "rejected") throw one.reason;
        await Promise.all(
            packs.map((pack) => {
                const worker = new Worker(path.join(packageRoot(), "bin/gate/judge.js"), {
                    workerData: startOf(pack, store, options),
                });
                workers.push(worker);
                return drain(worker, () => waiting.pop(), done);
            }),
        );
        return results;
    } finally {
        await Promise.all(workers.map((worker) => worker.terminate()));
        for (const pack of packs) pack.stop();
    }
}

function startOf({ port, journal }: PackProcess, store: Store, options: BackendOptions): WorkerStart {
    const { policies, organization, tags } = options;
    return { port, journalFolder: journal.folder, policies, organization, tags, store: store.reopen };
}

/** Gives a thread one stack after the other, until none is left. */
function drain(worker: Worker, next: () => StackFile | undefined, done: (result: StackResult) => void): Promise<void> {
    return new Promise((resolve, reject) => {
        let file: StackFile | undefined;
        const ended = () => reject(new CannotCheck(`${file?.key ?? "a stack"} could not be judged: its thread ended`));
        const give = () => {
            file = next();
            if (file) worker.postMessage(file);
            else resolve();
        };
        worker.on("message", (answer: WorkerAnswer) => {
            if ("failed" in answer) {
                reject(new CannotCheck(answer.failed.message, answer.failed.detail));
                return;
            }
            if (!("ready" in answer)) done(answer);
            give();
        });
        // Such as for want of memory.
        worker.once("error", ended);
        worker.once("exit", ended);
    });
}
