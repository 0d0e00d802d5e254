import { styleText } from "node:util";
import type { LeastCall, LeastPrivilegeReport, LeastRole } from "./least-privilege";
import { printableTree, withoutCommands } from "./printable";
import { type TerminalOptions, wrapped } from "./terminal";

/** The answer for a person: by role what it has, what is called under it, and what it needs. */
export function leastPrivilegeText(given: LeastPrivilegeReport, { colour, width }: TerminalOptions): string {
    const report = printableTree(given);
    const bold = (text: string) => (colour ? styleText("bold", text, { validateStream: false }) : text);
    const lines = report.isUnknown ? [`No function of this stack is called ${report.of}.`] : [];
    if (!report.isUnknown && report.roles.length === 0) lines.push("This stack has no function.");
    for (const role of report.roles) {
        const { role: own } = role;
        const place = own?.location ? `  ${own.location.file}:${own.location.line}` : "";
        lines.push(bold(own ? `${own.name}${place}` : "A role that is not in this stack"));
        lines.push(...roleLines(role, width), "");
    }
    return withoutCommands(`${lines.join("\n")}\n`);
}

function roleLines({ functions, grants, least, names, own, awaits }: LeastRole, width: number): readonly string[] {
    const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`  ${title}`, ...lines] : []);
    const under = (text: string) => wrapped(text, width, "    ");
    return [
        ...section(
            "Has",
            grants.flatMap((grant) => under(grantText(grant))),
        ),
        ...functions.flatMap(({ name, calls }) => [
            `  The code of ${name} calls${calls.length === 0 ? " nothing" : ""}`,
            ...calls.flatMap((call) => under(callText(call))),
        ]),
        ...section("Needs", [
            // To be taken over as they are: each in a line of its own, however long.
            ...(least.length === 0 ? under("nothing for its code") : least.map((one) => `    ${one},`)),
            ...(names === "" ? [] : under(names)),
            ...(own.length > 0 ? under(`for what Lambda itself does: ${own.join(", ")}`) : []),
        ]),
        ...section("Undecided: it may need more", awaits.flatMap(under)),
    ];
}

function grantText({ name, by, path, allows, on, unused }: LeastRole["grants"][number]): string {
    const where = `${name} (${by.name}${path === "" ? "" : ` ${path}`})`;
    const what = allows.length === 0 ? "" : `: ${allows.join(", ")}${on.length > 0 ? ` on ${on.join(", ")}` : ""}`;
    const left = unused === undefined || unused.length === 0 ? "" : `; not called: ${unused.join(", ")}`;
    return `${where}${what}${left}`;
}

function callText({ file, line, operation, action, on, isOpen, by, verdict, awaits }: LeastCall): string {
    const target = on ? ` on ${on.name}` : isOpen ? " on what the code does not tell, or what lives elsewhere" : "";
    const known = by.length > 0 ? ` (by ${by.join(", ")})` : "";
    const needs = action.split(":")[1] === operation.split(":")[1] ? action : `${operation}, which needs ${action},`;
    const ends = {
        allowed: "",
        denied: ": it will be denied",
        undecided: `: undecided by ${awaits.slice(0, 3).join(", ")}`,
    };
    return `${file}:${line} ${needs}${target}${known}${ends[verdict]}`;
}
