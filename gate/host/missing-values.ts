import { CannotCheck } from "../errors";
import { shortKey, withValue } from "../project/configuration";
import type { Project } from "../project/project";
import type { MissingValue, ProgramFailure } from "./program-failure";
import type { RunOptions } from "./run";
import { runUnjudged } from "./unjudged";

/** What stands in for a value of each type while the program is asked for the next one that it needs. */
const STAND_INS = { text: "text", number: "1", boolean: "true", object: "{}" } as const;
type ValueType = keyof typeof STAND_INS;

interface Wanted extends MissingValue {
    readonly type: ValueType;
}

const MOST_RUNS = 40;
const MOST_SECONDS = 60;

/**
 * The SDK ends a program at the first value that is missing. So the program runs again with a stand-in for each that it
 * asked for, until it asks for no more or fails over something else; what type a value has, it says by refusing the stand-in.
 */
export async function missingValues(options: RunOptions, first: MissingValue): Promise<CannotCheck> {
    const wanted = new Map<string, Wanted>([[first.key, { ...first, type: "text" }]]);
    const until = Date.now() + MOST_SECONDS * 1000;
    for (let runs = 0; runs < MOST_RUNS && Date.now() < until; runs++) {
        const configuration = [...wanted.values()].reduce(
            (before, { key, type, secret }) => withValue(before, key, STAND_INS[type], secret),
            options.configuration,
        );
        const timeout = Math.min(options.timeout, Math.max(1, (until - Date.now()) / 1000));
        const { failure } = await runUnjudged({ ...options, configuration, timeout });
        const next = failure && (asked(failure, wanted) ?? refused(failure, wanted));
        if (!next) break;
        wanted.set(next.key, next);
    }
    return refusal(options.project, [...wanted.values()]);
}

function asked({ missing }: ProgramFailure, wanted: ReadonlyMap<string, Wanted>): Wanted | undefined {
    return missing && !wanted.has(missing.key) ? { ...missing, type: "text" } : undefined;
}

/** A stand-in of the wrong type was refused, and the refusal names the right one. */
function refused({ misfit }: ProgramFailure, wanted: ReadonlyMap<string, Wanted>): Wanted | undefined {
    const own = misfit && wanted.get(misfit.key);
    const type = (["number", "boolean", "object"] as const).find((one) => misfit?.why.endsWith(one));
    return own?.type === "text" && type !== undefined ? { ...own, type } : undefined;
}

function refusal(project: Project, wanted: readonly Wanted[]): CannotCheck {
    const names = wanted.map(({ key }) => shortKey(project, key));
    const how = wanted.map(({ secret }, index) => `${secret ? "--config-secret" : "--config"} ${names[index]}=…`);
    const [values, them] = names.length > 1 ? ["values", "them"] : ["value", "it"];
    return new CannotCheck(
        `the program needs the configuration ${values} ${names.join(", ")}: give ${them} with ${how.join(" ")}`,
        wanted.map(({ type, secret }, index) => `${names[index]}: ${secret ? "secret " : ""}${type}`).join("\n"),
    );
}
