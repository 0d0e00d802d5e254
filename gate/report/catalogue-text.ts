import { styleText } from "node:util";
import type { CatalogueEntry } from "../host/catalogue";
import { severityRank } from "./model";
import { printableTree, withoutCommands } from "./printable";
import { SEVERITY_STYLES, type Style, type TerminalOptions, wrapped } from "./terminal";
import { count } from "./weight";

/** The catalogue: by family, the gravest first. */
export function catalogueText(given: readonly CatalogueEntry[], options: TerminalOptions): string {
    const entries = printableTree(given);
    const families = [...new Set(entries.map(({ family }) => family))].sort((a, b) =>
        a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1,
    );
    const lines = families.flatMap((family) => {
        const own = entries.filter((one) => one.family === family);
        const ordered = [...own].sort((a, b) => severityRank(a) - severityRank(b) || (a.id < b.id ? -1 : 1));
        const title = family === "" ? "of the pack itself" : family;
        return [painted(options, "bold", title), ...ordered.flatMap((one) => entryLines(one, options)), ""];
    });
    return withoutCommands(`${[...lines, count(entries.length, "policy", "policies")].join("\n")}\n`);
}

function entryLines({ id, severity, level, title }: CatalogueEntry, options: TerminalOptions): readonly string[] {
    const weight = painted(options, SEVERITY_STYLES[severity] ?? "dim", severity.padEnd(8));
    const off = level === "disabled" ? painted(options, "dim", "  (strict)") : "";
    return [`  ${weight}  ${painted(options, "bold", id)}${off}`, ...wrapped(title, options.width, "            ")];
}

/** All that the pack says of one policy. */
export function explanation(given: CatalogueEntry, options: TerminalOptions): string {
    // Only the examples have lines of their own.
    const { bad, good } = given;
    const entry = printableTree(given);
    const { id, severity, level, family, profile, title, why, fix, types, frameworks, sources } = entry;
    const heading = (text: string) => painted(options, "bold", text);
    const weight = painted(options, SEVERITY_STYLES[severity] ?? "dim", severity);
    const facts = [
        level === "disabled" ? "off by default" : `${level} by default`,
        ...(profile === "" ? [] : [`profile ${profile}`]),
        ...(family === "" ? [] : [family]),
    ];
    const paragraphs = [
        [
            `${heading(id)}  ${weight}  ${painted(options, "dim", facts.join(", "))}`,
            ...wrapped(title, options.width, ""),
        ],
        why === "" ? [] : wrapped(`Why: ${why}`, options.width, ""),
        fix === "" ? [] : wrapped(`Fix: ${fix}`, options.width, "").map((line) => painted(options, "green", line)),
        bad === "" ? [] : [heading("Reported"), ...code(bad)],
        good === "" ? [] : [heading("Not reported"), ...code(good)],
        types.length === 0 ? [] : [heading("Looks at"), ...wrapped(types.join(", "), options.width, "  ")],
        entry.options.length === 0
            ? []
            : [heading("Options"), ...entry.options.flatMap((one) => optionLines(one, options))],
        [heading("Configuration"), ...code(configurationOf(entry))],
        frameworks.length === 0
            ? []
            : [heading("Controls"), ...frameworks.map((one) => `  ${one.framework} ${one.version}: ${one.id}`)],
        sources.length === 0 ? [] : [heading("Sources"), ...sources.map((source) => `  ${source}`)],
    ];
    const lines = paragraphs.filter((one) => one.length > 0).flatMap((one) => [...one, ""]);
    return withoutCommands(`${lines.join("\n")}`);
}

function optionLines(
    { name, description, accepts, standard, strict }: CatalogueEntry["options"][number],
    options: TerminalOptions,
): readonly string[] {
    const value = (given: unknown) => JSON.stringify(given) ?? "none";
    const stricter = strict === undefined ? "" : `; strict: ${value(strict)}`;
    return [
        `  ${painted(options, "bold", name)}: ${value(standard)}${stricter}`,
        ...wrapped(`${description === "" ? "" : `${description} `}It must be ${accepts}.`, options.width, "    "),
    ];
}

/** As a policy configuration has it. */
function configurationOf({ id, level, options }: CatalogueEntry): string {
    const own = options.map(({ name, standard }) => [name, standard]).filter(([, standard]) => standard !== undefined);
    const enforcementLevel = level === "disabled" ? "advisory" : level;
    return JSON.stringify({ [id]: { enforcementLevel, ...Object.fromEntries(own) } }, null, 4);
}

function code(text: string): readonly string[] {
    return text.split("\n").map((line) => `  ${line}`);
}

function painted({ colour }: TerminalOptions, style: Style, text: string): string {
    return colour ? styleText(style, text, { validateStream: false }) : text;
}
