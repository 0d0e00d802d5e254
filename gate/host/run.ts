import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import { type LookupAnswer, syntheticCloud } from "../synthetic";
import { Plugins } from "./components";
import { Deployment } from "./deployment";
import { Engine } from "./engine";
import { listen } from "./listen";
import { Monitor } from "./monitor";
import type { Checks } from "./pack";
import type { Prepared } from "./prepared";
import { ended, startProgram } from "./program";
import { explainFailure, type ProgramFailure } from "./program-failure";

/** How long the plugin of a remote component may take for an answer: it may ask this host for hundreds of resources meanwhile. */
const PLUGIN_SECONDS = 120;

export interface RunOptions {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly organization: string;
    readonly unknownOutputs: boolean;
    readonly lookups?: LookupAnswer;
    readonly typeCheck: boolean;
    /** Seconds that the program may take. */
    readonly timeout: number;
    readonly progress: (checked: number) => void;
    /** What was made ready for this run. */
    readonly prepared?: Prepared | undefined;
}

export interface Run {
    readonly deployment: Deployment;
    /** Why the program did not come to its end; undefined where it did. */
    readonly failure: ProgramFailure | undefined;
}

/**
 * Runs a program to its end against the synthetic cloud; `pack` checks what it registers, in the engine's order. Rejects
 * where the pack does not start.
 */
export async function run(options: RunOptions, pack: Promise<Checks>): Promise<Run> {
    const { project, configuration } = options;
    const standby = options.prepared?.programOf(configuration.stack).take(options);
    const { server, address } = standby ?? (await listen());
    const shared = {
        stack: configuration.stack,
        organization: options.organization,
        configuration: configuration.values,
        secretKeys: configuration.secretKeys,
    };
    const plugins = new Plugins(project, {
        ...shared,
        project: project.name,
        address,
        seconds: Math.min(PLUGIN_SECONDS, options.timeout / 2),
    });
    const deployment = new Deployment({
        ...shared,
        project: project.name,
        projectFolder: project.folder,
        programFolder: project.programFolder,
        cloud: syntheticCloud(options),
        unknownOutputs: options.unknownOutputs,
        pack,
        plugins,
        progress: options.progress,
    });
    const failed = new AbortController();
    const [monitor, engine] = [new Monitor(deployment), new Engine(() => failed.abort())];
    monitor.register(server);
    engine.register(server);
    try {
        const child = standby?.go() ?? startProgram(options, address);
        const program = ended(child, { timeout: options.timeout, failed: failed.signal });
        const failedPack = pack.then(() => new Promise<never>(() => undefined));
        const end = await Promise.race([program, failedPack]);
        return { deployment, failure: explainFailure(end, engine, deployment, options) };
    } finally {
        monitor.close();
        plugins.close();
        server.forceShutdown();
    }
}
