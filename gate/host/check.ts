import { CannotCheck } from "../errors";
import { shortKey, withValue } from "../project/configuration";
import type { Report } from "../report/model";
import { attempt, type CheckOptions } from "./attempt";
import { hostOf } from "./choice";
import { missingValues } from "./missing-values";
import { findRunner } from "./program";
import { ProgramFailure } from "./program-failure";
import { previewWithPulumi } from "./pulumi/preview";
import { redactionOf } from "./redaction";

export type { CheckOptions } from "./attempt";

/**
 * Runs a program against the synthetic cloud and the pack, in the engine's order: each resource is checked before it is
 * made, the stack at the end. A program that fails over what another run can mend runs again; one that was built without its types
 * before is not built with them over a mistake. Throws `CannotCheck` when the
 * program or the pack does not come to its end.
 */
export async function check(given: CheckOptions): Promise<Report> {
    const host = hostOf(given.project, given.host);
    if (host === "embedded") findRunner(given.project);
    const once = host === "embedded" ? attempt : previewWithPulumi;
    const again = given.prepared?.again(given);
    let options = again ?? given;
    let before: ProgramFailure | undefined;
    for (;;) {
        try {
            const report = await once(options);
            if (before) given.note?.(NEEDED_TYPES);
            given.prepared?.ran(given, options);
            return report;
        } catch (error) {
            if (!(error instanceof ProgramFailure)) throw error instanceof CannotCheck ? shown(error, options) : error;
            const filled = fromTemplate(options, error);
            // What fails with types as without failed over something else.
            if (!filled && before) throw shown(before, options);
            if (filled) options = filled;
            else if (error.missing && host === "embedded")
                throw shown(await missingValues(options, error.missing), options);
            else if (error.mayNeedTypes && options.project.typescript && !options.typeCheck && !again) {
                before = error;
                options = { ...options, typeCheck: true };
            } else throw shown(error, options);
        }
    }
}

const NEEDED_TYPES =
    "this program cannot be built file by file, so it was built with its types: --type-check does so at once";

/** With the missing value that `pulumi new` would have written into the stack's file; undefined where it has none. */
function fromTemplate(options: CheckOptions, { missing }: ProgramFailure): CheckOptions | undefined {
    const { configuration } = options;
    const standard = missing && configuration.templateDefaults[missing.key];
    if (!standard || missing.key in configuration.values) return undefined;
    options.note?.(
        `${shortKey(options.project, missing.key)} is not in the stack's configuration: the template's default stands in`,
    );
    return { ...options, configuration: withValue(configuration, missing.key, standard.value, standard.secret) };
}

function shown({ message, detail }: CannotCheck, { configuration }: CheckOptions): CannotCheck {
    const redact = redactionOf(configuration);
    return new CannotCheck(redact(message), redact(detail));
}
