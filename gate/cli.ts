import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { withCheck } from "./commands/check";
import { withInit } from "./commands/init";
import { withPolicyConfig } from "./commands/policy-config";
import { withQuestions } from "./commands/questions";
import { addReport } from "./commands/report";
import { withRules } from "./commands/rules";
import { note, tell, terminal } from "./commands/said";
import { withWatch } from "./commands/watch";
import { EXIT } from "./errors";
import { packageRoot } from "./package-root";

/** Runs the command line; gives the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
    let code: number = EXIT.clean;
    const ended = (exit: number) => {
        code = exit;
    };
    const program = new Command("aws-serverless-security")
        .description(
            "Judges the security of a serverless stack on AWS before it is deployed: no cloud credentials, no Pulumi login.",
        )
        .version(version(), "-v, --version")
        .exitOverride()
        .configureOutput({ writeErr: (text) => process.stderr.write(withoutValue(text.replace(/^error: /, ""))) });
    withCheck(program, ended);
    withQuestions(program, ended);
    withWatch(program);
    withRules(program, terminal);
    withInit(program);
    withPolicyConfig(program);
    addReport(program, { page: terminal, note }, ended);
    try {
        await program.parseAsync(["node", "aws-serverless-security", ...argv]);
        return code;
    } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.cannotCheck;
        tell(error);
        return EXIT.cannotCheck;
    }
}

/** An unknown option may be a misspelt one, with a secret behind its name. */
function withoutValue(complaint: string): string {
    return complaint.replace(/(unknown option '--?[^=']*)=.*'/s, "$1=…'");
}

function version(): string {
    return (JSON.parse(readFileSync(`${packageRoot()}/package.json`, "utf8")) as { version: string }).version;
}
