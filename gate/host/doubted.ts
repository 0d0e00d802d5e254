import type { Deployment } from "./deployment";
import type { Checks } from "./pack";
import { type RunOptions, run } from "./run";

const NO_CHECKS: Checks = {
    remediate: ({ inputs }) => Promise.resolve(inputs),
    analyze: () => Promise.resolve([]),
};

/**
 * A remote component that failed over values may have failed over those that are made up. In a first preview they are not known yet: the
 * program runs once more like that, without a pack. Throws `ProgramFailure` where a plugin fails there too.
 */
export async function confirmFailures(options: RunOptions, { failures }: Deployment): Promise<void> {
    if (failures.doubted.length === 0 || options.unknownOutputs) return;
    const first = { ...options, unknownOutputs: true, prepared: undefined, progress: () => undefined };
    const { deployment, failure } = await run(first, Promise.resolve(NO_CHECKS));
    if (failure && failures.doubted.some((urn) => deployment.failures.certain.includes(urn))) throw failure;
}
