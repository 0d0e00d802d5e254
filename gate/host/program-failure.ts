import { stripVTControlCharacters } from "node:util";
import { CannotCheck } from "../errors";
import type { Project } from "../project/project";
import type { Engine } from "./engine";
import type { Ended } from "./program";

/** Says in one sentence why a program did not come to its end; undefined when it did. */
export function explainFailure(
    ended: Ended,
    engine: Engine,
    project: Project,
    timeout: number,
): CannotCheck | undefined {
    if (ended.timedOut) {
        return new CannotCheck(
            `the program did not end within ${timeout} seconds (--timeout sets another limit)`,
            engine.errors.join("\n"),
        );
    }
    if (ended.code === 0 && engine.errors.length === 0) return undefined;
    const detail = stripVTControlCharacters(
        [...engine.errors, ended.errors].filter((text) => text.trim() !== "").join("\n"),
    );
    const missing = /Missing required configuration variable '([^']+)'/.exec(detail)?.[1];
    if (missing !== undefined) {
        const isSecret = /--secret|set --secret/.test(detail);
        return new CannotCheck(
            `the program needs the configuration value ${missing}: give it with ${isSecret ? "--config-secret" : "--config"} ${missing}=…`,
        );
    }
    const compilation = /(\S+\.tsx?)[(:](\d+)[,:](\d+)\)?:? (?:- )?error (TS\d+: .*)/.exec(detail);
    if (compilation)
        return new CannotCheck(
            `the program does not compile: ${compilation[1]}:${compilation[2]}: ${compilation[4]}`,
            detail,
        );
    const absent = /Cannot find module '([^']+)'/.exec(detail)?.[1];
    if (absent !== undefined)
        return new CannotCheck(
            `the program cannot load ${absent}: run npm install in ${project.folder}, or check its main`,
            detail,
        );
    const thrown = thrownBy(detail, project.folder);
    if (thrown !== undefined) return new CannotCheck(`the program failed: ${thrown}`, detail);
    return new CannotCheck(
        `the program ended with ${ended.code === null ? "a signal" : `exit code ${ended.code}`} and reported no error`,
        detail,
    );
}

/** The error's own line, with the first place of the program's in its stack. */
function thrownBy(detail: string, folder: string): string | undefined {
    const lines = detail.split("\n").map((line) => line.trim());
    const message =
        lines.find((line) => /^(?:[A-Z]\w*)?Error\b.*:|^\w*Error$/.test(line)) ??
        lines.find(
            (line) => line !== "" && !line.startsWith("at ") && !/failed with an unhandled exception/.test(line),
        );
    if (message === undefined) return undefined;
    const frame = lines.find(
        (line) => line.startsWith("at ") && line.includes(folder) && !line.includes("node_modules"),
    );
    const place =
        frame === undefined ? undefined : /\(?([^()\s]+:\d+:\d+)\)?$/.exec(frame)?.[1]?.replace(`${folder}/`, "");
    return place === undefined ? message : `${message} (${place})`;
}
