import type { Deployment } from "./deployment";
import type { RunOptions } from "./run";
import { runUnjudged } from "./unjudged";

/**
 * A remote component that was given outputs may have failed over what is made up of them. In a first preview they are not known yet: the
 * program runs once more like that. Throws `ProgramFailure` where a plugin fails there too.
 */
export async function confirmFailures(options: RunOptions, { failures }: Deployment): Promise<void> {
    if (failures.doubted.length === 0) return;
    const { deployment, failure } = await runUnjudged({ ...options, unknownOutputs: true });
    if (failure && failures.doubted.some((urn) => deployment.failures.certain.includes(urn))) throw failure;
}
