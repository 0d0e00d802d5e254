import { styleText } from "node:util";
import { printableTree, withoutCommands } from "./printable";
import type { Named, Reached, ReachedStep, ReachReport } from "./reach";
import { type TerminalOptions, wrapped } from "./terminal";

/** The answer for a person: by what is reached, each way step by step, with what opens and what would close it. */
export function reachText(given: ReachReport, { colour, width }: TerminalOptions): string {
    const report = printableTree(given);
    const bold = (text: string) => (colour ? styleText("bold", text, { validateStream: false }) : text);
    const lines = report.unknown.map((name) => `No resource of this stack is called ${name}.`);
    for (const one of report.reached) {
        lines.push(bold(`${one.from.name} → ${one.name}${one.type === "" ? "" : `  ${one.type}`}`));
        for (const [index, path] of one.paths.entries()) lines.push(...pathLines(one, index, path, width), "");
    }
    if (report.reached.length === 0 && report.unknown.length === 0)
        lines.push(
            `Nothing${report.notSeen.length > 0 ? " that was seen" : ""} leads from ${report.from} to ${report.to}.`,
        );
    if (report.reached.length > 0) lines.push(summary(report));
    return withoutCommands(`${[...lines, ...notSeenLines(report, width)].join("\n")}\n`);
}

/** What was not seen may open ways, and be one. */
function notSeenLines({ notSeen }: ReachReport, width: number): readonly string[] {
    if (notSeen.length === 0) return [];
    return [
        "",
        ...notSeen.flatMap(({ name, what, location }) =>
            wrapped(`Not seen: ${name}: ${what}.${placed(location)}`, width, ""),
        ),
        ...wrapped("Ways over what was not seen are not told here.", width, ""),
    ];
}

function pathLines(
    { paths, isAll }: Reached,
    index: number,
    { steps, isCertain, isGuarded }: Reached["paths"][number],
    width: number,
): readonly string[] {
    const notes = [isGuarded ? "somebody is asked on the way" : "", isCertain ? "" : "not certain"].filter(Boolean);
    const head =
        paths.length > 1 || !isAll ? `  Way ${index + 1}${isAll ? ` of ${paths.length}` : ""}` : "  The only way";
    return [
        `${head}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`,
        ...steps.flatMap((step) => stepLines(step, width)),
    ];
}

function stepLines(
    { from, to, says, guard, openedBy, closes, awaits, isCertain }: ReachedStep,
    width: number,
): readonly string[] {
    const who = from.urn === "internet" ? "Anyone on the internet" : from.name;
    const whom = guard === undefined ? "" : ` (${guard} asks who calls)`;
    return [
        ...wrapped(`${who} ${says} → ${to.name}${whom}`, width, "    "),
        ...openedBy.flatMap((one) => wrapped(`opened by ${opener(one)}`, width, "      ")),
        ...(isCertain ? [] : wrapped(`waits for ${awaits.slice(0, 3).join(", ")}`, width, "      ")),
        ...wrapped(`Close: ${closes}`, width, "      "),
    ];
}

function opener({ name, path, location }: Named & { readonly path: string }): string {
    return `${name}${path === "" ? "" : ` ${path}`}${placed(location)}`;
}

function placed(location: Named["location"]): string {
    return location ? ` (${location.file}:${location.line})` : "";
}

function summary({ reached }: ReachReport): string {
    const ways = reached.flatMap(({ paths }) => paths);
    const open = reached.filter(({ paths }) => paths.some(({ isGuarded, isCertain }) => !isGuarded && isCertain));
    const more = reached.some(({ isAll }) => !isAll)
        ? " There are more ways than these: ask for one resource to see all."
        : "";
    return `${reached.length} reached by ${ways.length} way${ways.length === 1 ? "" : "s"}; ${open.length} for certain, with nobody asked.${more}`;
}
