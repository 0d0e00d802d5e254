import { type Command, Option } from "commander";
import { CannotCheck } from "../errors";
import { HOSTS, type Host } from "../host/choice";
import { readConfiguration, type StackConfiguration } from "../project/configuration";
import { type Project, stacksOf } from "../project/project";

/** Which stacks of a project are judged, and by which host. */
export interface StackFlags {
    readonly stack?: readonly string[];
    readonly allStacks: boolean;
    readonly host?: Host;
    readonly config?: readonly string[];
    readonly configSecret?: readonly string[];
}

export function withStacks(command: Command): Command {
    return command
        .option(
            "-s, --stack <name>",
            "a stack whose configuration to use (default: the only one); repeatable",
            (value: string, before: readonly string[] = []) => [...before, value],
        )
        .option("--all-stacks", "every stack that has a configuration file", false)
        .addOption(
            new Option(
                "--host <host>",
                "what runs the program: embedded (Node alone, no CLI), or the installed Pulumi CLI (default: what the program needs)",
            ).choices(HOSTS),
        );
}

/** The configuration of each stack that is meant, in the order of their names; all are read before one is judged. */
export function configurationsOf(project: Project, flags: StackFlags): readonly StackConfiguration[] {
    const values = { plain: flags.config ?? [], secret: flags.configSecret ?? [] };
    const names = flags.allStacks ? allStacks(project, flags) : [...new Set(flags.stack ?? [])].sort();
    if (names.length === 0) return [readConfiguration(project, values)];
    return names.map((stack) => readConfiguration(project, { ...values, stack }));
}

function allStacks(project: Project, { stack }: StackFlags): readonly string[] {
    if (stack !== undefined) throw new CannotCheck("--all-stacks takes every stack: leave --stack out");
    const names = stacksOf(project);
    if (names.length === 0)
        throw new CannotCheck(
            "no stack of this project has a configuration file (Pulumi.<stack>.yaml), and --all-stacks takes those that have one",
        );
    return names;
}

/** What came of several stacks; one that could not be judged is told of by itself, and keeps no other from being judged. */
export interface Judged<T> {
    readonly each: readonly T[];
    readonly isWhole: boolean;
}

/** Judges stacks one after the other. What keeps the only one from being judged is thrown; of several, it is handed to `tell`. */
export async function eachStack<T>(
    configurations: readonly StackConfiguration[],
    judge: (configuration: StackConfiguration) => Promise<T>,
    tell: (error: CannotCheck) => void,
): Promise<Judged<T>> {
    const each: T[] = [];
    for (const configuration of configurations) {
        try {
            each.push(await judge(configuration));
        } catch (error) {
            if (!(error instanceof CannotCheck) || configurations.length === 1) throw error;
            tell(new CannotCheck(`${configuration.stack}: ${error.message}`, error.detail));
        }
    }
    return { each, isWhole: each.length === configurations.length };
}
