import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../errors";
import { record } from "../project/project";
import type { Report } from "../report/model";
import { inOrder, type Judged } from "./backend-check";
import { parsed, textOf } from "./document";
import { bytesOf } from "./read";
import { textOrNothing } from "./resources";
import type { Shard } from "./shard";

/**
 * Joins what `check --json` printed, of one stack or of many; a folder stands for the files in JSON in it. Throws `CannotCheck` where a file is
 * no such report, and where a shard is missing or there twice: what was not judged is no pass.
 */
export function merged(given: readonly string[]): Judged {
    const files = given.flatMap((one) => (isFolder(one) ? filesOf(one) : [one]));
    if (files.length === 0) throw new CannotCheck(`there are no reports in ${given.join(", ")}`);
    const parts = files.map((file) => partOf(parsed(textOf(bytesOf(file), file), file), file));
    complete(parts.flatMap(({ shard }) => shard ?? []));
    return inOrder({
        reports: parts.flatMap(({ reports }) => reports),
        failures: parts.flatMap(({ failures }) => failures),
    });
}

function isFolder(file: string): boolean {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesOf(folder: string): readonly string[] {
    return readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .sort()
        .map((file) => path.join(folder, file));
}

function partOf(document: unknown, name: string): Judged {
    const content = record(document);
    const given = "reports" in content ? content["reports"] : [content];
    if (!Array.isArray(given) || !given.every(isReport))
        throw new CannotCheck(`${name} is no report of this command: it joins what check --json prints`);
    const failures = Array.isArray(content["failures"]) ? content["failures"].map(record) : [];
    const { index, total } = record(content["shard"]);
    return {
        reports: given,
        failures: failures.map(({ at, why, detail }) => ({
            at: textOrNothing(at),
            why: textOrNothing(why),
            detail: textOrNothing(detail),
        })),
        ...(typeof index === "number" && typeof total === "number" && { shard: { index, total } }),
    };
}

/** What every format counts on. */
function isReport(given: unknown): given is Report {
    const report = record(given);
    const lists = ["findings", "undecided", "exempted", "notSeen", "lookups"];
    const texts = ["project", "stack"];
    const numbers = ["resources", "checks", "milliseconds"];
    return (
        lists.every((key) => Array.isArray(report[key])) &&
        texts.every((key) => typeof report[key] === "string") &&
        numbers.every((key) => typeof report[key] === "number")
    );
}

function complete(shards: readonly Shard[]): void {
    const [first] = shards;
    if (!first) return;
    const { total } = first;
    if (shards.some((shard) => shard.total !== total))
        throw new CannotCheck("these are parts of different wholes: they differ in how many shards there are");
    const times = (index: number) => shards.filter((shard) => shard.index === index).length;
    const all = Array.from({ length: total }, (_, index) => index + 1);
    const missing = all.filter((index) => times(index) === 0);
    if (missing.length > 0)
        throw new CannotCheck(
            `${missing.map((index) => `shard ${index}/${total}`).join(", ")}: no report of it is here`,
        );
    const twice = all.filter((index) => times(index) > 1);
    if (twice.length > 0)
        throw new CannotCheck(`${twice.map((index) => `shard ${index}/${total}`).join(", ")} is here twice`);
}
