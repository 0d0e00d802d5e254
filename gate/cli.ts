import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { ReachQuestion } from "../pack/journal";
import { type AgainstFlags, otherOf, withAgainst } from "./commands/against";
import {
    checkedDelivery,
    type DeliveryFlags,
    deliver,
    deliverJudged,
    needsDrawing,
    withDelivery,
} from "./commands/deliver";
import { withInit } from "./commands/init";
import { withPolicyConfig } from "./commands/policy-config";
import { checkRecorded, type RecordedFlags, withRecorded } from "./commands/recorded";
import { addReport } from "./commands/report";
import { withRules } from "./commands/rules";
import { configurationsOf, eachStack, type Judged, type StackFlags, withStacks } from "./commands/stacks";
import { withWatch } from "./commands/watch";
import { CannotCheck, EXIT } from "./errors";
import { type CheckOptions, check } from "./host/check";
import { packageRoot } from "./package-root";
import { keyAndValue, type StackConfiguration } from "./project/configuration";
import { readPolicies } from "./project/policies";
import { type Project, readProject } from "./project/project";
import { leastPrivilegeText } from "./report/least-privilege-text";
import type { Report } from "./report/model";
import { printable, printableJson, printableLines, withoutCommands } from "./report/printable";
import { reachText } from "./report/reach-text";
import type { TerminalOptions } from "./report/terminal";

import { LOOKUP_ANSWERS, type LookupAnswer } from "./synthetic";

interface CheckFlags extends AgainstFlags, DeliveryFlags, RecordedFlags, StackFlags {
    readonly policyConfig?: string;
    readonly pack?: string;
    readonly organization: string;
    readonly stackTag?: readonly string[];
    readonly unknownOutputs: boolean;
    readonly lookups: LookupAnswer;
    readonly allowEmpty: boolean;
    readonly typeCheck: boolean;
    readonly color: boolean;
    readonly timeout: number;
}

type Asked = Pick<CheckOptions, "drawing" | "leastPrivilegeOf" | "prepared" | "reach">;

/** Runs the command line; gives the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
    let code: number = EXIT.clean;
    const several = (value: string, before: readonly string[] = []) => [...before, value];
    // Read at once: of a value that stands apart from its key, the next complaint would be about a folder of that name.
    const pairs = (option: string) => (value: string, before?: readonly string[]) => {
        keyAndValue(value, option);
        return several(value, before);
    };
    const program = new Command("aws-serverless-security")
        .description(
            "Judges the security of a serverless stack on AWS before it is deployed: no cloud credentials, no Pulumi login.",
        )
        .version(version(), "-v, --version")
        .exitOverride()
        .configureOutput({ writeErr: (text) => process.stderr.write(withoutValue(text.replace(/^error: /, ""))) });
    const ofPrograms = (command: Command): Command =>
        withStacks(command)
            .option("-c, --config <key=value>", "a configuration value; repeatable", pairs("--config"))
            .option("--config-secret <key=value>", "a secret configuration value; repeatable", pairs("--config-secret"))
            .option(
                "--policy-config <file>",
                "JSON or YAML: by policy (or all), its level, or an object with enforcementLevel and its options",
            )
            .option(
                "--stack-tag <key=value>",
                "a tag of the stack, such as environment=production; repeatable",
                several,
            )
            .option("--organization <name>", "what the program is told of its organization", "organization")
            .option("--unknown-outputs", "leave what AWS computes unknown, as a first preview does", false)
            .addOption(
                new Option(
                    "--lookups <answer>",
                    "what look-ups of existing resources find: found (something made up) or miss",
                )
                    .choices(LOOKUP_ANSWERS)
                    .default("found"),
            )
            .option("--allow-empty", "let a program pass of which nothing could be judged", false)
            .option("--type-check", "check the program's types too, as pulumi preview does (slower)", false)
            .option("--pack <folder>", "another build of this policy pack")
            .option("--timeout <seconds>", "how long the program may run", positive, 300)
            .option("--json", "print the report as JSON", false)
            .option("--no-color", "no colours");
    const checked = ofPrograms(
        program
            .command("check")
            .description(
                "Runs a Pulumi program against a synthetic AWS and checks every resource it declares; or checks what Pulumi wrote down: a state, a preview, all states of a backend.",
            )
            .argument(
                "[path]",
                "the folder that holds Pulumi.yaml; a file of pulumi stack export or pulumi preview --json; a backend: a folder or s3://BUCKET/PREFIX",
                ".",
            ),
    );
    withAgainst(withRecorded(withDelivery(checked), count))
        .addHelpText(
            "after",
            "\nExit codes: 0 no mandatory violation, 1 mandatory violations (with --fail-on-new: or something newly allowed), 2 it could not check.",
        )
        .action(async (path: string, flags: CheckFlags) => {
            code = await runCheck(path, flags);
        });
    ofPrograms(
        program
            .command("reach")
            .description("Tells every way from one end to another, over network, triggers and permissions.")
            .argument("<from>", "internet, or a resource: its name, KIND:NAME such as function:checkout, or its URN")
            .argument("<to>", "the same; * for everything")
            .argument("[path]", "the folder that holds Pulumi.yaml", "."),
    )
        .addHelpText("after", "\nExit codes: 0 it is answered, 2 it could not be (or no resource has that name).")
        .action(async (from: string, to: string, path: string, flags: CheckFlags) => {
            code = await runReach({ from, to }, path, flags);
        });
    ofPrograms(
        program
            .command("least-privilege")
            .description("Tells what each function's role has, what its code calls, and the least statement for that.")
            .argument("[function]", "its name, or its URN; * for all", "*")
            .argument("[path]", "the folder that holds Pulumi.yaml", "."),
    )
        .addHelpText("after", "\nExit codes: 0 it is answered, 2 it could not be (or no function has that name).")
        .action(async (of: string, path: string, flags: CheckFlags) => {
            code = await runLeastPrivilege(of, path, flags);
        });
    withWatch<CheckFlags>(ofPrograms(program.command("watch")), {
        judge: (project, configurations, flags, prepared) =>
            eachStack(
                configurations,
                (one) => judgeStack(project, one, flags, { prepared, drawing: needsDrawing(flags) }),
                report,
            ),
        questionOf: (project, configuration, flags) => ({
            project,
            configuration,
            drawing: needsDrawing(flags),
            ...judging(flags),
        }),
        page: terminal,
        note,
        tell: report,
    });
    withRules(program, terminal);
    withInit(program);
    withPolicyConfig(program);
    addReport(program, { page: terminal, note }, (ended) => {
        code = ended;
    });
    try {
        await program.parseAsync(["node", "aws-serverless-security", ...argv]);
        return code;
    } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.cannotCheck;
        report(error);
        return EXIT.cannotCheck;
    }
}

async function runCheck(path: string, flags: CheckFlags): Promise<number> {
    checkedDelivery(flags);
    const drawing = needsDrawing(flags) || flags.against !== undefined;
    const progress = progressLine("Starting the pack …");
    const run = { ...running(flags), ...judging(flags) };
    const values = { plain: flags.config ?? [], secret: flags.configSecret ?? [] };
    const counted = (checked: number) => progress.update(`${checked} resources`);
    const other = await otherOf(path, flags, () => ({ ...run, run, values, note, progress: counted }));
    const compared = async (report: Report) => (other ? other.compare(report) : report);
    try {
        const recorded = await checkRecorded(path, flags, () => ({
            ...judging(flags),
            drawing,
            allowEmpty: flags.allowEmpty,
            progress: progress.update,
            note,
        }));
        if (recorded) {
            const reports = await Promise.all(recorded.reports.map(compared));
            progress.clear();
            return deliverJudged({ ...recorded, reports }, flags, { page: terminal(flags), note });
        }
        progress.clear();
        const { each: reports, isWhole } = await judge(path, flags, { drawing }, compared);
        const isStopped = deliver(reports, flags, { page: terminal(flags), note }, { isSeveral: severalAsked(flags) });
        if (!isWhole) return EXIT.cannotCheck;
        return isStopped ? EXIT.violations : EXIT.clean;
    } finally {
        progress.clear();
        other?.close();
    }
}

/** Who asks whether something is reached is answered, whichever way: a pair that must not be joined is `no-path`'s. */
async function runReach(question: ReachQuestion, path: string, flags: CheckFlags): Promise<number> {
    const { each: reports, isWhole } = await judge(path, flags, { reach: question });
    const answers = reports.map(({ project, stack, reach }) => {
        if (!reach) throw new CannotCheck("this policy pack does not answer questions of reach");
        return { project, stack, answer: reach };
    });
    print(answers, reachText, flags);
    return isWhole && answers.every(({ answer }) => answer.unknown.length === 0) ? EXIT.clean : EXIT.cannotCheck;
}

/** Whether calls will be denied, or rights are left over, is for `check` to stop at. */
async function runLeastPrivilege(of: string, path: string, flags: CheckFlags): Promise<number> {
    const { each: reports, isWhole } = await judge(path, flags, { leastPrivilegeOf: of });
    const answers = reports.map(({ project, stack, leastPrivilege }) => {
        if (!leastPrivilege) throw new CannotCheck("this policy pack does not answer questions of least privilege");
        return { project, stack, answer: leastPrivilege };
    });
    print(answers, leastPrivilegeText, flags);
    return isWhole && answers.every(({ answer }) => !answer.isUnknown) ? EXIT.clean : EXIT.cannotCheck;
}

/** An answer for each stack that was asked; where several were, each under its stack's name. */
function print<T extends object>(
    answers: readonly { readonly project: string; readonly stack: string; readonly answer: T }[],
    text: (answer: T, options: TerminalOptions) => string,
    flags: CheckFlags,
): void {
    const isOne = !severalAsked(flags);
    if (flags.json) {
        printJson(
            isOne ? answers.map(({ answer }) => answer) : answers.map(({ answer, ...of }) => ({ ...of, ...answer })),
            flags,
        );
        return;
    }
    for (const { project, stack, answer } of answers) {
        const head = isOne ? "" : withoutCommands(`${printable(`${project}/${stack}`)}\n`);
        process.stdout.write(head + text(answer, terminal(flags)));
    }
}

/** One report alone stands for itself, where one stack was asked for. */
function printJson(reports: readonly object[], flags: CheckFlags): void {
    const whole = severalAsked(flags) ? { reports } : reports[0];
    process.stdout.write(`${printableJson(whole)}\n`);
}

/** By what was asked, and not by what came of it: who reads the output knows what to expect. */
function severalAsked({ stack = [], allStacks }: CheckFlags): boolean {
    return allStacks || new Set(stack).size > 1;
}

function terminal({ color }: Pick<CheckFlags, "color">): TerminalOptions {
    return { colour: usesColour(color), width: Math.min(process.stdout.columns ?? 110, 120) };
}

/** `asked`: what the pack is to tell besides; `then`: what is made of each report. */
async function judge(
    path: string,
    flags: CheckFlags,
    asked: Asked = {},
    then: (report: Report) => Promise<Report> = async (report) => report,
): Promise<Judged<Report>> {
    const project = readProject(path);
    return eachStack(
        configurationsOf(project, flags),
        async (configuration) => then(await judgeStack(project, configuration, flags, asked)),
        report,
    );
}

async function judgeStack(
    project: Project,
    configuration: StackConfiguration,
    flags: CheckFlags,
    asked: Asked,
): Promise<Report> {
    const progress = progressLine("Starting the program …");
    return check({
        project,
        ...asked,
        configuration,
        ...running(flags),
        ...judging(flags),
        progress: (checked) => progress.update(`${checked} resources`),
        note,
    }).finally(progress.clear);
}

/** How a program is run. */
function running(
    flags: CheckFlags,
): Pick<CheckOptions, "allowEmpty" | "host" | "lookups" | "timeout" | "typeCheck" | "unknownOutputs"> {
    return {
        ...(flags.host && { host: flags.host }),
        unknownOutputs: flags.unknownOutputs,
        lookups: flags.lookups,
        allowEmpty: flags.allowEmpty,
        typeCheck: flags.typeCheck,
        timeout: flags.timeout,
    };
}

function judging(flags: CheckFlags): Pick<CheckOptions, "packFolder" | "policies" | "organization" | "tags"> {
    return {
        packFolder: flags.pack === undefined ? packageRoot() : resolve(flags.pack),
        policies: flags.policyConfig === undefined ? {} : readPolicies(flags.policyConfig),
        organization: flags.organization,
        tags: Object.fromEntries((flags.stackTag ?? []).map(pair)),
    };
}

function note(sentence: string): void {
    process.stderr.write(withoutCommands(`Note: ${printable(sentence)}\n`));
}

/** One sentence first; then what the program or the pack had to say. */
function report(error: unknown): void {
    const [sentence, detail] =
        error instanceof CannotCheck
            ? [error.message, error.detail]
            : [`the gate itself failed: ${kindOf(error)}`, framesOf(error)];
    const more = detail === "" ? "" : `\n${printableLines(detail).trimEnd()}\n`;
    process.stderr.write(withoutCommands(`Cannot check: ${printable(sentence)}\n${more}`));
}

/** An unknown option may be a misspelt one, with a secret behind its name. */
function withoutValue(complaint: string): string {
    return complaint.replace(/(unknown option '--?[^=']*)=.*'/s, "$1=…'");
}

/** What an error of the gate's own says may quote an input. */
function kindOf(error: unknown): string {
    return error instanceof Error ? error.name : typeof error;
}

function framesOf(error: unknown): string {
    if (!(error instanceof Error)) return "";
    const { message, stack = "" } = error;
    const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
    return frames.filter((line) => /^\s+at /.test(line)).join("\n");
}

/** On a terminal only: a pipe gets the report and nothing else. */
function progressLine(first: string): { update: (text: string) => void; clear: () => void } {
    if (!process.stderr.isTTY) return { update: () => undefined, clear: () => undefined };
    process.stderr.write(first);
    return {
        update: (text) => process.stderr.write(`\r\u001b[KChecking: ${text}`),
        clear: () => process.stderr.write("\r\u001b[K"),
    };
}

function usesColour(asked: boolean): boolean {
    if (!asked || (process.env["NO_COLOR"] ?? "") !== "") return false;
    return process.stdout.isTTY === true || !["", "0", undefined].includes(process.env["FORCE_COLOR"]);
}

function pair(given: string): readonly [string, string] {
    const at = given.indexOf("=");
    if (at <= 0) throw new CannotCheck("--stack-tag takes key=value, such as environment=production");
    return [given.slice(0, at), given.slice(at + 1)];
}

function positive(given: string): number {
    const number = Number(given);
    if (!Number.isFinite(number) || number <= 0)
        throw new InvalidArgumentError("It takes a number of seconds above 0.");
    return number;
}

function count(given: string): number {
    const number = Number(given);
    if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It takes a whole number above 0.");
    return number;
}

function version(): string {
    return (JSON.parse(readFileSync(`${packageRoot()}/package.json`, "utf8")) as { version: string }).version;
}
