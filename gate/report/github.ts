/**
 * Annotations of GitHub's Actions: commands in the log of a step. Source:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands, and how its toolkit escapes them
 * (actions/toolkit, packages/core/src/command.ts).
 */
import type { Format } from "./format";
import type { Finding, Report } from "./model";
import { repositoryPlaces } from "./places";
import { withoutHashCommands } from "./printable";
import { printableReport } from "./printable-report";
import { alsoSentence, count, gravestFirst, sentenceOf, toldByGravity, type Weight, weightOf } from "./weight";

/** Of each kind, in one step. */
const MOST_SHOWN = 10;
const COMMANDS: Readonly<Record<Weight, string>> = { error: "error", warning: "warning", note: "notice" };

export const github: Format = {
    is: "annotations in the log of a GitHub workflow",
    isLines: true,
    write: (reports) => {
        const all = reports.map(printableReport).flatMap(annotationsOf);
        const ordered = gravestFirst(all);
        const leftOut: string[] = [];
        const lines = Object.entries(COMMANDS).flatMap(([weight, command]) => {
            const own = ordered.filter((one) => one.weight === weight);
            if (own.length > MOST_SHOWN)
                leftOut.push(
                    `${count(own.length - MOST_SHOWN, command)} of ${own.length}: GitHub shows ${MOST_SHOWN} of each kind in a step`,
                );
            return own.slice(0, MOST_SHOWN).map(({ line }) => line);
        });
        return { text: lines.map((line) => `${line}\n`).join(""), leftOut };
    },
};

interface Annotation extends Pick<Finding, "level" | "severity"> {
    readonly weight: Weight;
    readonly line: string;
}

function annotationsOf(report: Report): readonly Annotation[] {
    const placeOf = repositoryPlaces(report);
    return toldByGravity(report).map(({ finding, also }) => {
        const { policy, level, severity, name, why, fix } = finding;
        const weight = weightOf(finding);
        const { path, line, column } = placeOf(finding);
        const properties = {
            file: path,
            line: String(line),
            ...(column !== undefined && { col: String(column) }),
            title: `${policy}${severity === "" ? "" : ` (${severity})`}`,
        };
        const message = [
            `${name}: ${sentenceOf(finding)}`,
            ...(why === "" ? [] : [`Why: ${why}`]),
            ...(fix === "" ? [] : [`Fix: ${fix}`]),
            ...also.map((one) => alsoSentence(one, finding)),
        ].join("\n");
        return { level, severity, weight, line: command(COMMANDS[weight], properties, message) };
    });
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
    const own = Object.entries(properties).map(([key, value]) => `${key}=${ofProperty(value)}`);
    return `::${name} ${own.join(",")}::${ofData(message)}`;
}

function ofData(text: string): string {
    return withoutHashCommands(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function ofProperty(text: string): string {
    return ofData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
