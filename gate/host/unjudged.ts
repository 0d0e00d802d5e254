import type { Checks } from "./pack";
import { type Run, type RunOptions, run } from "./run";

const NO_CHECKS: Checks = {
    remediate: async ({ inputs }) => inputs,
    analyze: async () => [],
};

/** Runs a program for what becomes of it, and judges nothing. */
export function runUnjudged(options: RunOptions): Promise<Run> {
    const silent = { ...options, prepared: undefined, progress: () => undefined };
    return run(silent, Promise.resolve(NO_CHECKS));
}
