/** `check` of what the engine wrote down: a state, a preview, or the states of a whole backend. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { CannotCheck } from "../errors";
import { placeInBackend } from "../recorded/backend";
import { checkBackend, type Judged } from "../recorded/backend-check";
import { checkFile } from "../recorded/check";
import type { JudgingOptions } from "../recorded/judging";
import { openStore } from "../recorded/open-store";
import { type ShardFlags, shardOf } from "../recorded/shard";
import type { StoreAddress } from "../recorded/store";
import type { AgainstFlags } from "./against";

export interface RecordedFlags extends ShardFlags, Pick<AgainstFlags, "against"> {
    readonly parallel?: number;
}

export interface RecordedOptions extends JudgingOptions {
    readonly allowEmpty: boolean;
    readonly progress: (text: string) => void;
    readonly note: (sentence: string) => void;
}

/** `count` reads a whole number above 0. */
export function withRecorded(command: Command, count: (given: string) => number): Command {
    return command
        .option("-p, --parallel <n>", "of a backend: how many stacks are judged at a time (default: one a core)", count)
        .option("--shard <i/n>", "of a backend: the part of its stacks that this call judges, such as 3/16")
        .option("--shards <n>", "how many parts there are, where the environment tells only which one this is", count);
}

const PROJECT_FILES: readonly string[] = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];
const STATE_FILE = /\.json(?:\.gz|\.zst)?$/;

/** What is named: a file of a state or a preview, a store of many, or (undefined) a program. */
type Named = { readonly file: string } | { readonly store: StoreAddress; readonly within: string } | undefined;

function named(given: string): Named {
    if (given === "-") return { file: given };
    if (given.startsWith("s3://")) {
        const place = given.split("?")[0] ?? given;
        return { store: { kind: "s3", url: given }, within: placeInBackend(place) };
    }
    const folder = given.startsWith("file://") ? folderOf(given) : given;
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats?.isFile()) return isRecord(folder) ? { file: folder } : undefined;
    if (!stats && STATE_FILE.test(given)) throw new CannotCheck(`there is no file ${given}`);
    if (!stats?.isDirectory()) return undefined;
    const isProgram = given === folder && PROJECT_FILES.some((name) => existsSync(path.join(folder, name)));
    if (isProgram || !(given !== folder || holdsStates(folder))) return undefined;
    return { store: { kind: "folder", folder, name: given }, within: placeInBackend(path.resolve(folder)) };
}

/** As Pulumi reads `file://~/states` and `file://./states`. */
function folderOf(url: string): string {
    const place = url.slice("file://".length).split("?")[0] ?? "";
    if (place.startsWith("~")) return path.join(process.env["HOME"] ?? "~", place.slice(1));
    return place.startsWith("/") ? fileURLToPath(`file://${place}`) : place;
}

/** A part of a backend, a folder with a backend, or one with states: a folder that is no program may be anything else too. */
function holdsStates(folder: string): boolean {
    return placeInBackend(path.resolve(folder)) !== "" || looksLikeStates(folder, 0);
}

const DEEPEST = 2;

function looksLikeStates(folder: string, depth: number): boolean {
    return readdirSync(folder, { withFileTypes: true }).some((entry) => {
        const below = path.join(folder, entry.name);
        if (!entry.isDirectory()) return entry.isFile() && STATE_FILE.test(entry.name) && looksLikeState(below);
        if (entry.name === ".pulumi") return existsSync(path.join(below, "stacks"));
        return depth < DEEPEST && entry.name !== "node_modules" && looksLikeStates(below, depth + 1);
    });
}

/** How gzip and zstd begin. */
const COMPRESSED: readonly string[] = ["\x1f\x8b", "\x28\xb5\x2f\xfd"];

/** Called as a record, or begun as one. */
function isRecord(file: string): boolean {
    if (PROJECT_FILES.includes(path.basename(file))) return false;
    if (STATE_FILE.test(file)) return true;
    const beginning = beginningOf(file);
    return /^\s*\{/.test(beginning) || COMPRESSED.some((first) => beginning.startsWith(first));
}

/** By its beginning: a state's content stands behind its version alone. */
function looksLikeState(file: string): boolean {
    if (!file.endsWith(".json")) return true;
    return /"(?:deployment|checkpoint|latest)"\s*:/.test(beginningOf(file));
}

function beginningOf(file: string): string {
    const beginning = Buffer.alloc(1024);
    const opened = openSync(file, "r");
    try {
        const length = readSync(opened, beginning);
        return beginning.toString("latin1", 0, length);
    } finally {
        closeSync(opened);
    }
}

/** Judges what `given` names. Undefined where that is a program. */
export async function checkRecorded(
    given: string,
    flags: RecordedFlags,
    judging: () => RecordedOptions,
): Promise<Judged | undefined> {
    const what = named(given);
    if (!what) {
        if (flags.shard !== undefined)
            throw new CannotCheck("--shard is for the states of a backend, and not for a program");
        return undefined;
    }
    const options = judging();
    if ("file" in what) {
        const progress = (checked: number) => options.progress(`${checked} resources`);
        return { reports: [await checkFile(what.file, { ...options, progress })], failures: [] };
    }
    if (flags.against !== undefined)
        throw new CannotCheck("--against compares one stack, and not those of a backend: name the file of its state");
    const shard = shardOf(flags, process.env);
    if (shard) options.note(`this is shard ${shard.index} of ${shard.total}`);
    return checkBackend(await openStore(what.store), {
        ...options,
        within: what.within,
        ...(flags.parallel !== undefined && { parallel: flags.parallel }),
        ...(shard && { shard }),
        progress: (done, all) => options.progress(`${done} of ${all} stacks`),
    });
}
