/** `watch`: judges a program again whenever its files change, until it is ended by a signal. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { CannotCheck } from "../errors";
import { hostOf } from "../host/choice";
import { Prepared } from "../host/prepared";
import type { StackConfiguration } from "../project/configuration";
import { type Project, readProject } from "../project/project";
import type { Report } from "../report/model";
import { printable, withoutCommands } from "../report/printable";
import { ChangedFiles } from "../watching/changed-files";
import { differenceOf, differenceText } from "../watching/difference";
import { checkedDelivery, type DeliveryFlags, deliver, filesOfDelivery, needsDrawing, withReports } from "./deliver";
import { type Asked, judgeStack, type ProgramFlags, type Ways, waysOf, withPrograms } from "./programs";
import { note, tell, terminal } from "./said";
import { configurationsOf, eachStack, type Judged } from "./stacks";

interface WatchFlags extends DeliveryFlags, ProgramFlags {}

/** Adds the command. */
export function withWatch(program: Command): void {
    withReports(withPrograms(program.command("watch")))
        .description("Checks a Pulumi program again whenever its files change, until Ctrl-C.")
        .argument("[path]", "the folder that holds Pulumi.yaml", ".")
        .addHelpText("after", "\nExit codes: 2 it could not begin; else that of the signal which ends it.")
        .action(watch);
}

/** Of more stacks than these, the others start their process when it is their turn. */
const MOST_PREPARED = 3;

async function watch(given: string, flags: WatchFlags): Promise<never> {
    if (flags.json)
        throw new CannotCheck("watch prints a report again and again: --report json=FILE writes it as JSON");
    checkedDelivery(flags);
    const project = readProject(given);
    configurationsOf(project, flags);
    const files = new ChangedFiles({ roots: rootsOf(project, flags), left: filesOfDelivery(flags) });
    const prepared = new Prepared();
    await files.ready;
    let before: readonly Report[] | undefined;
    let changed: readonly string[] = [];
    for (;;) {
        before = (await judgeOnce(given, flags, { prepared, files, before, changed })) ?? before;
        changed = await files.next();
    }
}

interface Run {
    readonly prepared: Prepared;
    readonly files: ChangedFiles;
    readonly before: readonly Report[] | undefined;
    readonly changed: readonly string[];
}

/** One run, from reading the project to its report; gives what was judged. */
async function judgeOnce(
    given: string,
    flags: WatchFlags,
    { prepared, files, before, changed }: Run,
): Promise<readonly Report[] | undefined> {
    const started = performance.now();
    files.begin();
    let judged: Judged<Report> | undefined;
    let next: (() => Promise<void>) | undefined;
    try {
        const project = readProject(given);
        const configurations = configurationsOf(project, flags);
        const asked = { drawing: needsDrawing(flags) };
        const ways = waysOf(flags);
        next = () => prepare(project, configurations, { ...ways, ...asked }, prepared);
        judged = await eachStack(configurations, (one) => judgeStack(project, one, ways, { ...asked, prepared }), tell);
        deliver(judged.each, flags, { page: terminal(flags), note });
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        say(
            `${what(changed)}, in ${seconds} s: ${before ? differenceText(differenceOf(before, judged.each)) : "the first run"}`,
        );
    } catch (error) {
        tell(error);
        say(`${what(changed)}: it could not be judged`);
    }
    await next?.().catch(tell);
    files.watchToo(prepared.files);
    for (const own of files.end()) note(`the program writes ${shown(own)} itself: it is watched no more`);
    say("Watching; Ctrl-C ends it.");
    return judged?.each;
}

/** Makes the processes ready that the next run takes. */
async function prepare(
    project: Project,
    configurations: readonly StackConfiguration[],
    ways: Ways & Asked,
    prepared: Prepared,
): Promise<void> {
    if (hostOf(project, ways.host) !== "embedded") return;
    for (const configuration of configurations.slice(0, MOST_PREPARED)) {
        const told = { project, configuration, ...ways };
        const needed = prepared.again(told) ?? told;
        prepared.packs.prepare(needed);
        await prepared.programOf(configuration.stack).prepare(needed);
    }
}

function rootsOf(project: Project, { policyConfig, baseline }: WatchFlags): readonly string[] {
    const given = [policyConfig, baseline].flatMap((file) => (file === undefined ? [] : [path.resolve(file)]));
    const all = [
        project.folder,
        project.programFolder,
        project.stackFolder,
        ...given.filter((file) => existsSync(file)),
    ];
    return [...new Set(all)];
}

const MOST_NAMED = 3;

function what(changed: readonly string[]): string {
    if (changed.length === 0) return "Judged";
    const more = changed.length - MOST_NAMED;
    return `${changed.slice(0, MOST_NAMED).map(shown).join(", ")}${more > 0 ? ` and ${more} more` : ""} changed`;
}

function shown(file: string): string {
    const relative = path.relative(process.cwd(), file);
    return relative.startsWith("..") ? path.basename(file) : relative;
}

function say(line: string): void {
    process.stdout.write(withoutCommands(`${printable(line)}\n`));
}
