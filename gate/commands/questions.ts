/** `reach` and `least-privilege`: what is asked of a program's stacks besides verdicts. */
import type { Command } from "commander";
import type { ReachQuestion } from "../../pack/journal";
import { CannotCheck, EXIT } from "../errors";
import { leastPrivilegeText } from "../report/least-privilege-text";
import { printable, printableJson, withoutCommands } from "../report/printable";
import { reachText } from "../report/reach-text";
import type { TerminalOptions } from "../report/terminal";
import { judge, type ProgramFlags, severalAsked, waysOf, withPrograms } from "./programs";
import { terminal } from "./said";

/** Adds both; `ended` takes the exit code. */
export function withQuestions(program: Command, ended: (code: number) => void): void {
    withPrograms(
        program
            .command("reach")
            .description("Tells every way from one end to another, over network, triggers and permissions.")
            .argument("<from>", "internet, or a resource: its name, KIND:NAME such as function:checkout, or its URN")
            .argument("<to>", "the same; * for everything")
            .argument("[path]", "the folder that holds Pulumi.yaml", "."),
    )
        .addHelpText("after", "\nExit codes: 0 it is answered, 2 it could not be (or no resource has that name).")
        .action(async (from: string, to: string, path: string, flags: ProgramFlags) => {
            ended(await runReach({ from, to }, path, flags));
        });
    withPrograms(
        program
            .command("least-privilege")
            .description("Tells what each function's role has, what its code calls, and the least statement for that.")
            .argument("[function]", "its name, or its URN; * for all", "*")
            .argument("[path]", "the folder that holds Pulumi.yaml", "."),
    )
        .addHelpText("after", "\nExit codes: 0 it is answered, 2 it could not be (or no function has that name).")
        .action(async (of: string, path: string, flags: ProgramFlags) => {
            ended(await runLeastPrivilege(of, path, flags));
        });
}

/** Who asks whether something is reached is answered, whichever way: a pair that must not be joined is `no-path`'s. */
async function runReach(question: ReachQuestion, path: string, flags: ProgramFlags): Promise<number> {
    const { each: reports, isWhole } = await judge(path, flags, waysOf(flags), { reach: question });
    const answers = reports.map(({ project, stack, reach }) => {
        if (!reach) throw new CannotCheck("this policy pack does not answer questions of reach");
        return { project, stack, answer: reach };
    });
    print(answers, reachText, flags);
    return isWhole && answers.every(({ answer }) => answer.unknown.length === 0) ? EXIT.clean : EXIT.cannotCheck;
}

/** Whether calls will be denied, or rights are left over, is for `check` to stop at. */
async function runLeastPrivilege(of: string, path: string, flags: ProgramFlags): Promise<number> {
    const { each: reports, isWhole } = await judge(path, flags, waysOf(flags), { leastPrivilegeOf: of });
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
    flags: ProgramFlags,
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
function printJson(reports: readonly object[], flags: ProgramFlags): void {
    const whole = severalAsked(flags) ? { reports } : reports[0];
    process.stdout.write(`${printableJson(whole)}\n`);
}
