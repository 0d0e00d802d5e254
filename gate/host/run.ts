import * as grpc from "@grpc/grpc-js";
import { CannotCheck } from "../errors";
import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import { type LookupAnswer, syntheticCloud } from "../synthetic";
import { Plugins } from "./components";
import { Deployment } from "./deployment";
import { Engine } from "./engine";
import { Monitor } from "./monitor";
import type { Checks } from "./pack";
import { runProgram } from "./program";
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
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    const address = `127.0.0.1:${await bind(server)}`;
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
        pack,
        plugins,
        progress: options.progress,
    });
    const failed = new AbortController();
    const [monitor, engine] = [new Monitor(deployment), new Engine(() => failed.abort())];
    monitor.register(server);
    engine.register(server);
    try {
        const program = runProgram({ ...options, monitor: address, engine: address, failed: failed.signal });
        const failedPack = pack.then(() => new Promise<never>(() => undefined));
        const ended = await Promise.race([program, failedPack]);
        return { deployment, failure: explainFailure(ended, engine, deployment, options) };
    } finally {
        monitor.close();
        plugins.close();
        server.forceShutdown();
    }
}

function bind(server: grpc.Server): Promise<number> {
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
            if (error) reject(new CannotCheck("no local port could be opened for the program", error.message));
            else resolve(port);
        });
    });
}
