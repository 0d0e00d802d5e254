import { type Format, isOne } from "./format";
import { github } from "./github";
import { gitlab } from "./gitlab";
import { html } from "./html";
import { json } from "./json";
import { junit } from "./junit";
import { markdown } from "./markdown";
import { sarif } from "./sarif";
import { severalReports } from "./several";
import { terminalReport } from "./terminal";

const terminal: Format = {
    is: "for a person at a terminal",
    isLines: true,
    write: (reports, page, besides = {}) => {
        const [only] = reports;
        const text =
            only && isOne(reports, besides) ? terminalReport(only, page) : severalReports(reports, besides, page);
        return { text, leftOut: [] };
    },
};

/** Every format by its name in `--report`. */
export const FORMATS = { terminal, json, sarif, junit, github, gitlab, markdown, html } as const;

export type FormatName = keyof typeof FORMATS;
