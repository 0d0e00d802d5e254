import { stripVTControlCharacters } from "node:util";
import { CannotCheck } from "../errors";
import { SECRET_PLACEHOLDER, type StackConfiguration, shortKey } from "../project/configuration";
import type { Project } from "../project/project";
import type { Engine } from "./engine";
import { type Ended, packageFolder } from "./program";

export interface RunOptions {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly timeout: number;
}

/** Says in one sentence why a program did not come to its end; undefined when it did. */
export function explainFailure(
    ended: Ended,
    engine: Engine,
    { project, configuration, timeout }: RunOptions,
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
    const wrong = configurationFailure(detail, project, configuration);
    if (wrong !== undefined) return new CannotCheck(wrong);
    const compilation = /(\S+\.tsx?)[(:](\d+)[,:](\d+)\)?:? (?:- )?error (TS\d+: .*)/.exec(detail);
    if (compilation)
        return new CannotCheck(
            `the program does not compile: ${compilation[1]}:${compilation[2]}: ${compilation[4]}`,
            detail,
        );
    const absent = /Cannot find module '([^']+)'/.exec(detail)?.[1];
    if (absent !== undefined)
        return new CannotCheck(
            `the program cannot load ${absent}: run npm install in ${packageFolder(project)}, or check its main`,
            detail,
        );
    const thrown = thrownBy(detail, project.folder);
    if (thrown !== undefined) return new CannotCheck(`the program failed: ${thrown}`, detail);
    return new CannotCheck(
        `the program ended with ${ended.code === null ? "a signal" : `exit code ${ended.code}`} and reported no error`,
        detail,
    );
}

/** A configuration value that is missing or does not fit. The SDK quotes the value, and it may be a secret; this does not. */
function configurationFailure(
    detail: string,
    project: Project,
    { values, secretKeys }: StackConfiguration,
): string | undefined {
    const missing =
        /Missing required configuration variable '([^']+)'/.exec(detail)?.[1] ??
        (/No AWS region has been configured/.test(detail) ? "aws:region" : undefined);
    if (missing !== undefined) {
        const option = /set --secret/.test(detail) ? "--config-secret" : "--config";
        const key = shortKey(project, missing);
        return `the program needs the configuration value ${key}: give it with ${option} ${key}=…`;
    }
    const [, wrong, why] =
        /Configuration '([^']+)' value '[\s\S]*?' ((?:is not a|is outside of|does not match)[^\n]*)/.exec(detail) ?? [];
    if (wrong === undefined) return undefined;
    const key = shortKey(project, wrong);
    const option = secretKeys.includes(wrong) ? "--config-secret" : "--config";
    return values[wrong]?.includes(SECRET_PLACEHOLDER)
        ? `the configuration value ${key} is encrypted, and what stands for it here ${why}: give another with ${option} ${key}=…`
        : `the configuration value ${key} ${why}: give another with ${option} ${key}=…`;
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
