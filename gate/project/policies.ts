import { existsSync, readFileSync, statSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { CannotCheck, reasonOf } from "../errors";
import type { PolicyConfiguration } from "../host/pack";

/** Reads the file of `--policy-config`, JSON or YAML; whether the pack has its policies and options, the pack's host says. */
export function readPolicies(file: string): PolicyConfiguration {
    if (!existsSync(file)) throw new CannotCheck(`there is no policy configuration ${file}`);
    if (statSync(file).isDirectory())
        throw new CannotCheck(`the policy configuration ${file} is a folder: name a file`);
    // Some editors begin a file with a mark of its byte order, which is no JSON.
    const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
    const given = /\.ya?ml$/i.test(file) ? fromYaml(file, text) : fromJson(file, text);
    if (typeof given !== "object" || given === null || Array.isArray(given))
        throw new CannotCheck(`the policy configuration ${file} is no object of policies by name`);
    for (const [policy, own] of Object.entries(given)) {
        if (typeof own === "string" || (typeof own === "object" && own !== null && !Array.isArray(own))) continue;
        throw new CannotCheck(
            `the policy configuration gives ${policy} neither a level nor an object with enforcementLevel and options`,
        );
    }
    return given as PolicyConfiguration;
}

function fromJson(file: string, text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new CannotCheck(`the policy configuration ${file} is not valid JSON${lineOf(error, text)}`);
    }
}

/** A file of comments alone configures nothing. */
function fromYaml(file: string, text: string): unknown {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const [error] = document.errors;
    const invalid = (line: string) => new CannotCheck(`the policy configuration ${file} is not valid YAML${line}`);
    if (error) throw invalid(` (line ${lines.linePos(error.pos[0]).line})`);
    try {
        return document.toJS({ maxAliasCount: 100 }) ?? {};
    } catch {
        throw invalid(" (its aliases)");
    }
}

/** Where JSON ends to be any. The error's own text quotes the file, which may hold a secret. */
function lineOf(error: unknown, text: string): string {
    const position = / at position (\d+)/.exec(reasonOf(error))?.[1];
    return position === undefined ? "" : ` (line ${text.slice(0, Number(position)).split("\n").length})`;
}
