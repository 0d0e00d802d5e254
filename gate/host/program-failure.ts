import { stripVTControlCharacters } from "node:util";
import { CannotCheck } from "../errors";
import { SECRET_PLACEHOLDER, type StackConfiguration, shortKey } from "../project/configuration";
import type { Project } from "../project/project";
import type { Deployment } from "./deployment";
import type { Engine } from "./engine";
import { type Ended, packageFolder } from "./program";

/** A configuration value that the program asked for and nobody gave. */
export interface MissingValue {
    readonly key: string;
    readonly secret: boolean;
}

/** Why a program did not come to its end, with what could be done about it by running it again. */
export class ProgramFailure extends CannotCheck {
    /** The one value at which the program ended. */
    readonly missing?: MissingValue;
    /** A value that is not of the type that the program reads it as. */
    readonly misfit?: { readonly key: string; readonly why: string };
    /** It may be that the program cannot be built file by file, without the types of other files. */
    readonly mayNeedTypes: boolean;

    constructor(
        sentence: string,
        detail = "",
        more: Partial<Pick<ProgramFailure, "missing" | "misfit" | "mayNeedTypes">> = {},
    ) {
        super(sentence, detail);
        if (more.missing) this.missing = more.missing;
        if (more.misfit) this.misfit = more.misfit;
        this.mayNeedTypes = more.mayNeedTypes ?? false;
    }
}

interface Context {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly timeout: number;
}

/** Says in one sentence why a program did not come to its end; undefined when it did. */
export function explainFailure(
    ended: Ended,
    engine: Pick<Engine, "errors">,
    deployment: Pick<Deployment, "refusals" | "isComplete">,
    { project, configuration, timeout }: Context,
): ProgramFailure | undefined {
    const detail = stripVTControlCharacters(
        [...engine.errors, ended.errors].filter((text) => text.trim() !== "").join("\n"),
    );
    const [refusal] = deployment.refusals;
    if (refusal !== undefined) return new ProgramFailure(refusal, detail);
    if (ended.timedOut) {
        return new ProgramFailure(
            `the program did not end within ${timeout} seconds (--timeout sets another limit)`,
            engine.errors.join("\n"),
        );
    }
    const isSilent = ended.code === 0 && engine.errors.length === 0;
    if (!deployment.isComplete && (isSilent || LEFT_ACTIVE.test(detail)))
        return new ProgramFailure(ENDED_EARLY, detail);
    if (isSilent) return undefined;
    return configurationFailure(detail, project, configuration) ?? programFailure(ended, detail, project);
}

const ENDED_EARLY =
    "the program ended before all of it had run (process.exit, or a promise that never settles), so what it declares is not known";

/** What an SDK says at the exit of a process that had more to do. */
const LEFT_ACTIVE = /^The Pulumi runtime detected that \d+ promises? (?:was|were) still active/m;

/** What TypeScript's output looks like where a file alone did not tell what the code means. */
const NEEDS_TYPES =
    /\b(?:ReferenceError|TypeError|SyntaxError|ERR_\w+)\b|Cannot find module|error TS\d+|is not defined|does not provide an export/;

function programFailure(ended: Ended, detail: string, project: Project): ProgramFailure {
    const mayNeedTypes = NEEDS_TYPES.test(detail);
    const compilation = /(\S+\.tsx?)[(:](\d+)[,:](\d+)\)?:? (?:- )?error (TS\d+: .*)/.exec(detail);
    if (compilation)
        return new ProgramFailure(
            `the program does not compile: ${compilation[1]}:${compilation[2]}: ${compilation[4]}`,
            detail,
            { mayNeedTypes },
        );
    const absent = /Cannot find module '([^']+)'/.exec(detail)?.[1];
    if (absent !== undefined)
        return new ProgramFailure(
            `the program cannot load ${absent}: run npm install in ${packageFolder(project)}, or check its main`,
            detail,
            { mayNeedTypes },
        );
    const thrown = thrownBy(detail, project.folder);
    if (thrown !== undefined) return new ProgramFailure(`the program failed: ${thrown}`, detail, { mayNeedTypes });
    return new ProgramFailure(
        `the program ended with ${ended.code === null ? "a signal" : `exit code ${ended.code}`} and reported no error`,
        detail,
    );
}

/** A configuration value that is missing or does not fit. The SDK quotes the value, and it may be a secret; this does not. */
function configurationFailure(
    detail: string,
    project: Project,
    { values, secretKeys }: StackConfiguration,
): ProgramFailure | undefined {
    const missing =
        /Missing required configuration variable '([^']+)'/.exec(detail)?.[1] ??
        (/No AWS region has been configured/.test(detail) ? "aws:region" : undefined);
    if (missing !== undefined) {
        const secret = /set --secret/.test(detail);
        const key = shortKey(project, missing);
        return new ProgramFailure(
            `the program needs the configuration value ${key}: give it with ${secret ? "--config-secret" : "--config"} ${key}=…`,
            "",
            { missing: { key: missing, secret } },
        );
    }
    const [, wrong, why] =
        /Configuration '([^']+)' value '[\s\S]*?' ((?:is not a|is outside of|does not match)[^\n]*)/.exec(detail) ?? [];
    if (wrong === undefined || why === undefined) return undefined;
    const key = shortKey(project, wrong);
    const option = secretKeys.includes(wrong) ? "--config-secret" : "--config";
    const sentence = values[wrong]?.includes(SECRET_PLACEHOLDER)
        ? `the configuration value ${key} is encrypted, and what stands for it here ${why}: give another with ${option} ${key}=…`
        : `the configuration value ${key} ${why}: give another with ${option} ${key}=…`;
    return new ProgramFailure(sentence, "", { misfit: { key: wrong, why } });
}

/** What an SDK says of other resources once the real engine has given up over one. */
const CONSEQUENCE = /: resource monitor shut down$/;

/** The error's own line, with the first place of the program's in its stack. */
function thrownBy(detail: string, folder: string): string | undefined {
    const lines = detail
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => !CONSEQUENCE.test(line));
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
