/** Commands that run a program and have its resources judged. */
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { CannotCheck } from "../errors";
import { type CheckOptions, check } from "../host/check";
import { packageRoot } from "../package-root";
import { keyAndValue, type StackConfiguration } from "../project/configuration";
import { readPolicies } from "../project/policies";
import { type Project, readProject } from "../project/project";
import type { Report } from "../report/model";
import { LOOKUP_ANSWERS, type LookupAnswer } from "../synthetic";
import { note, progressLine, tell } from "./said";
import { configurationsOf, eachStack, type Judged, type StackFlags, withStacks } from "./stacks";

type Running = Pick<CheckOptions, "allowEmpty" | "host" | "lookups" | "timeout" | "typeCheck" | "unknownOutputs">;
type Judging = Pick<CheckOptions, "packFolder" | "policies" | "organization" | "tags">;

export interface ProgramFlags extends StackFlags {
    readonly policyConfig?: string;
    readonly pack?: string;
    readonly organization: string;
    readonly stackTag?: readonly string[];
    readonly unknownOutputs: boolean;
    readonly lookups: LookupAnswer;
    readonly allowEmpty: boolean;
    readonly typeCheck: boolean;
    readonly timeout: number;
    readonly json: boolean;
    readonly color: boolean;
}

/** What the pack is to tell besides, and what was made ready. */
export type Asked = Pick<CheckOptions, "drawing" | "leastPrivilegeOf" | "prepared" | "reach">;

export function withPrograms(command: Command): Command {
    const several = (value: string, before: readonly string[] = []) => [...before, value];
    // Read at once: of a value that stands apart from its key, the next complaint would be about a folder of that name.
    const pairs = (option: string) => (value: string, before?: readonly string[]) => {
        keyAndValue(value, option);
        return several(value, before);
    };
    return withStacks(command)
        .option("-c, --config <key=value>", "a configuration value; repeatable", pairs("--config"))
        .option("--config-secret <key=value>", "a secret configuration value; repeatable", pairs("--config-secret"))
        .option(
            "--policy-config <file>",
            "JSON or YAML: by policy (or all), its level, or an object with enforcementLevel and its options",
        )
        .option("--stack-tag <key=value>", "a tag of the stack, such as environment=production; repeatable", several)
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
}

/** How a program is run, and by what it is judged. */
export type Ways = Running & Judging;

/** Read once, for all stacks. Throws `CannotCheck` where what was given cannot be read. */
export function waysOf(flags: ProgramFlags): Ways {
    return { ...running(flags), ...judging(flags) };
}

/** Judges the stacks that are meant; `then` makes something of each report. */
export async function judge(
    path: string,
    flags: ProgramFlags,
    ways: Ways,
    asked: Asked,
    then: (report: Report) => Promise<Report> = async (report) => report,
): Promise<Judged<Report>> {
    const project = readProject(path);
    const configurations = configurationsOf(project, flags);
    return eachStack(
        configurations,
        async (configuration) => then(await judgeStack(project, configuration, ways, asked)),
        tell,
    );
}

export function judgeStack(
    project: Project,
    configuration: StackConfiguration,
    ways: Ways,
    asked: Asked,
): Promise<Report> {
    const progress = progressLine("Starting the program …");
    return check({
        project,
        ...asked,
        configuration,
        ...ways,
        progress: (checked) => progress.update(`${checked} resources`),
        note,
    }).finally(progress.clear);
}

/** By what was asked, and not by what came of it: who reads the output knows what to expect. */
export function severalAsked({ stack = [], allStacks }: StackFlags): boolean {
    return allStacks || new Set(stack).size > 1;
}

/** How a program is run. */
function running(flags: ProgramFlags): Running {
    return {
        ...(flags.host && { host: flags.host }),
        unknownOutputs: flags.unknownOutputs,
        lookups: flags.lookups,
        allowEmpty: flags.allowEmpty,
        typeCheck: flags.typeCheck,
        timeout: flags.timeout,
    };
}

function judging(flags: ProgramFlags): Judging {
    return {
        packFolder: flags.pack === undefined ? packageRoot() : resolve(flags.pack),
        policies: flags.policyConfig === undefined ? {} : readPolicies(flags.policyConfig),
        organization: flags.organization,
        tags: Object.fromEntries((flags.stackTag ?? []).map(pair)),
    };
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
