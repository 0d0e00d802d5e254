/** `init`: writes the policy configuration and what runs the check in CI. */
import { createInterface } from "node:readline/promises";
import { type Command, Option } from "commander";
import { CannotCheck } from "../errors";
import { catalogueOf } from "../host/catalogue";
import { packageRoot } from "../package-root";
import { type Found, found, SYSTEMS, type System } from "../recipes/found";
import { policyFile } from "../recipes/policy-file";
import { type RecipeFile, type RecipeOptions, recipe } from "../recipes/recipe";
import { type State, stateOf, write } from "../recipes/write";
import { printable, printableLines, withoutCommands } from "../report/printable";

const COMMAND = "aws-serverless-security";
const POLICIES = "policies.yaml";

interface InitFlags {
    readonly ci?: readonly System[];
    readonly action?: string;
    readonly force: boolean;
}

export function withInit(program: Command): void {
    program
        .command("init")
        .description(
            "Writes a policy configuration, and what runs the check in CI. It replaces nothing without asking.",
        )
        .argument("[folder]", "the folder of the repository", ".")
        .addOption(
            new Option("--ci <system>", "github, gitlab, shell or pre-commit; repeatable (default: what is there)")
                .choices(SYSTEMS)
                .argParser((given: string, before: readonly System[] = []) => [...before, systemOf(given)]),
        )
        .option("--action <owner/repo@ref>", "of GitHub: use this package's action there", actionOf)
        .option("--force", "replace files that are there and differ", false)
        .addHelpText("after", "\nExit codes: 0 all is there, 2 something is left as it was, or cannot be written.")
        .action(init);
}

function systemOf(given: string): System {
    const system = SYSTEMS.find((one) => one === given);
    if (system === undefined) throw new CannotCheck(`--ci takes ${SYSTEMS.join(", ")}`);
    return system;
}

function actionOf(given: string): string {
    if (!/^[\w.-]+\/[\w.-]+@[\w./-]+$/.test(given))
        throw new CannotCheck("--action takes OWNER/REPOSITORY@REF, such as example/aws-serverless-security@v1");
    return given;
}

async function init(given: string, flags: InitFlags): Promise<void> {
    const what = found(given, COMMAND);
    const systems = await systemsFor(what, flags);
    const options: RecipeOptions = {
        command: COMMAND,
        policies: POLICIES,
        ...(flags.action !== undefined && { action: flags.action }),
    };
    const files: readonly RecipeFile[] = [
        { file: POLICIES, text: policyFile(await catalogueOf(packageRoot()), POLICIES) },
        ...systems.flatMap((system) => recipe(system, what, options)),
    ];
    const states = files.map((file) => ({ file, state: stateOf(what.folder, file) }));
    const replaced = await mayBeReplaced(states, flags);
    for (const { file, state } of states) {
        const isWritten = state === "absent" || replaced.has(file.file);
        if (isWritten) write(what.folder, file);
        say(`${isWritten ? (state === "absent" ? "written" : "replaced") : SAID[state]}  ${file.file}`);
    }
    const lacking = states.filter(({ state }) => state === "to add");
    for (const { file } of lacking) say(`\nAdd to ${file.file}, which is yours:\n\n${file.toAdd ?? ""}`);
    tellNext(
        what,
        systems,
        states.every(({ state }) => state === "same" || state === "added"),
    );
    const left = states.filter(({ file, state }) => state === "other" && !replaced.has(file.file));
    if (left.length > 0) throw new CannotCheck(`left as it was: ${left.map(({ file }) => file.file).join(", ")}`);
}

const SAID: Readonly<Record<State, string>> = {
    absent: "written",
    same: "there already",
    other: "left as it was",
    added: "there already",
    "to add": "to be added to",
};

async function systemsFor({ systems }: Found, { ci }: InitFlags): Promise<readonly System[]> {
    if (ci !== undefined) return [...new Set(ci)];
    if (systems.length > 0) return systems;
    if (!isAsking())
        throw new CannotCheck(`nothing here tells which CI there is: give --ci ${SYSTEMS.join(", or --ci ")}`);
    const answer = await ask(`Which CI (${SYSTEMS.join(", ")}; several with a comma)? `);
    const named = answer.split(/[\s,]+/).filter((one) => one !== "");
    if (named.length === 0) throw new CannotCheck("no CI was named");
    return [...new Set(named.map(systemOf))];
}

/** Which of the files that differ may be replaced. Without a terminal to ask on, one is enough to write none. */
async function mayBeReplaced(
    states: readonly { readonly file: RecipeFile; readonly state: State }[],
    { force }: InitFlags,
): Promise<ReadonlySet<string>> {
    const others = states.filter(({ state }) => state === "other").map(({ file }) => file.file);
    if (force || others.length === 0) return new Set(others);
    if (!isAsking())
        throw new CannotCheck(
            `nothing is written: ${others.join(", ")} ${others.length > 1 ? "are" : "is"} there and ${others.length > 1 ? "differ" : "differs"} (--force replaces)`,
        );
    const yes = new Set<string>();
    for (const file of others) if (/^y(?:es)?$/i.test((await ask(`Replace ${file} (y/N)? `)).trim())) yes.add(file);
    return yes;
}

function isAsking(): boolean {
    return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

async function ask(question: string): Promise<string> {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
        return await terminal.question(withoutCommands(printable(question)));
    } finally {
        terminal.close();
    }
}

function tellNext({ projects, isInstalled }: Found, systems: readonly System[], isAll: boolean): void {
    if (isAll) {
        say("\nEverything is there already.");
        return;
    }
    const steps = [
        ...(projects.length === 0
            ? [
                  "There is no Pulumi project below this folder yet: name its folder where it says PROJECT, path or check.",
              ]
            : []),
        ...(isInstalled === true ? [] : [`Install the command beside the program: npm install --save-dev ${COMMAND}`]),
        `Try it: npx --no-install ${COMMAND} check ${projects[0]?.folder ?? "."} --policy-config ${POLICIES}`,
        `Accept what is there today: the same with --baseline security-baseline.json --update-baseline, then --baseline in CI`,
        ...(systems.includes("github") ? ["Pin the actions of the workflow to commits."] : []),
        ...(systems.includes("pre-commit") ? ["pre-commit install"] : []),
    ];
    say(`\nNext:\n${steps.map((step, index) => `${index + 1}. ${step}`).join("\n")}`);
}

function say(text: string): void {
    process.stdout.write(withoutCommands(`${printableLines(text)}\n`));
}
