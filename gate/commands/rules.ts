/** What the pack's policies are: the catalogue, and one of them explained. */
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { CannotCheck } from "../errors";
import { type CatalogueEntry, catalogueOf } from "../host/catalogue";
import { packageRoot } from "../package-root";
import { catalogueText, explanation } from "../report/catalogue-text";
import { printableJson } from "../report/printable";
import type { TerminalOptions } from "../report/terminal";

interface Flags {
    readonly pack?: string;
    readonly json: boolean;
    readonly color: boolean;
}

interface RulesFlags extends Flags {
    readonly severity?: string;
    readonly family?: string;
    readonly framework?: string;
}

/** Adds `rules` and `explain`; `page` tells how the terminal is. */
export function withRules(program: Command, page: (flags: Flags) => TerminalOptions): void {
    common(
        program
            .command("rules")
            .description("Lists the policies: severity, name and what each asks for, by family.")
            .argument("[text]", "only those that have it in their name, or in what they say"),
    )
        .addOption(new Option("--severity <severity>", "only these").choices(["critical", "high", "medium", "low"]))
        .option("--family <name>", "only those of this family, such as secrets")
        .option("--framework <text>", "only those with a control that has it in its name, such as CWE-306 or FSBP")
        .addHelpText("after", "\nExit codes: 0 it is listed, 2 there is none such.")
        .action(async (text: string | undefined, flags: RulesFlags) => {
            const all = await catalogueOf(packOf(flags));
            const entries = all.filter((one) => fits(one, text, flags));
            if (entries.length === 0) throw nothingFits(text, all);
            process.stdout.write(flags.json ? `${printableJson(entries)}\n` : catalogueText(entries, page(flags)));
        });
    common(
        program
            .command("explain")
            .description("Explains a policy: why, the fix, examples, its configuration and its sources.")
            .argument("<policy>", "its name"),
    )
        .addHelpText("after", "\nExit codes: 0 it is explained, 2 there is no such policy.")
        .action(async (id: string, flags: Flags) => {
            const all = await catalogueOf(packOf(flags));
            const entry = all.find((one) => one.id === id);
            if (!entry) throw new CannotCheck(`there is no policy ${id}${nearest(id, all)}`);
            process.stdout.write(flags.json ? `${printableJson(entry)}\n` : explanation(entry, page(flags)));
        });
}

function common(command: Command): Command {
    return command
        .option("--pack <folder>", "another build of this policy pack")
        .option("--json", "print it as JSON", false)
        .option("--no-color", "no colours");
}

function packOf({ pack }: Flags): string {
    return pack === undefined ? packageRoot() : resolve(pack);
}

function fits(entry: CatalogueEntry, text: string | undefined, { severity, family, framework }: RulesFlags): boolean {
    const has = (own: readonly string[], wanted: string) => own.join("\n").toLowerCase().includes(wanted.toLowerCase());
    return (
        (severity === undefined || entry.severity === severity) &&
        (family === undefined || entry.family === family) &&
        (framework === undefined ||
            entry.frameworks.some((one) => has([one.framework, initials(one.framework), one.id], framework))) &&
        (text === undefined || has([entry.id, entry.title, entry.why], text))
    );
}

/** `AWS Foundational Security Best Practices` is known as FSBP. */
function initials(framework: string): string {
    return framework.replace(/^AWS /, "").replace(/[^A-Z]/g, "");
}

function nothingFits(text: string | undefined, all: readonly CatalogueEntry[]): CannotCheck {
    return new CannotCheck(text === undefined ? "no policy fits" : `no policy fits ${text}${nearest(text, all)}`);
}

const MOST_NAMED = 3;

/** The names that need the fewest changes, if not too many. */
function nearest(id: string, all: readonly CatalogueEntry[]): string {
    const near = all
        .map((one) => ({ id: one.id, changes: one.id.includes(id) ? 0 : changesBetween(id, one.id) }))
        .filter(({ changes, id: own }) => changes <= Math.max(id.length, own.length) / 2)
        .sort((a, b) => a.changes - b.changes)
        .slice(0, MOST_NAMED);
    return near.length === 0 ? "" : `; near it are ${near.map((one) => one.id).join(", ")}`;
}

/** How many letters are put in, left out or replaced (Levenshtein). */
function changesBetween(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (let j = 1; j <= b.length; j += 1) {
            const replaced = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}
