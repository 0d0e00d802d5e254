import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { JOURNAL_VARIABLE } from "../../pack/journal";
import { CannotCheck } from "../errors";
import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import { readJournal } from "../report/journal";
import { makeReport, type Report } from "../report/model";
import { syntheticCloud } from "../synthetic";
import { Deployment } from "./deployment";
import { Engine } from "./engine";
import { Monitor } from "./monitor";
import { Pack, type PolicyConfiguration } from "./pack";
import { stopAll } from "./processes";
import { findRunner, runProgram } from "./program";
import { explainFailure } from "./program-failure";
import { redactedReport, redactionOf } from "./redaction";

export interface CheckOptions {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly packFolder: string;
    readonly policies: PolicyConfiguration;
    readonly organization: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly unknownOutputs: boolean;
    readonly typeCheck: boolean;
    /** Seconds that the program may take. */
    readonly timeout: number;
    readonly progress: (checked: number) => void;
    /** Takes what the reader should know and no report has a place for. */
    readonly note?: (sentence: string) => void;
}

/**
 * Runs a program against the synthetic cloud and the pack, in the engine's order: each resource is checked before it is
 * made, the stack at the end. Throws `CannotCheck` when the program or the pack does not come to its end.
 */
export async function check(options: CheckOptions): Promise<Report> {
    const { project, configuration } = options;
    findRunner(project);
    const redact = redactionOf(configuration);
    const started = Date.now();
    const scratch = mkdtempSync(path.join(tmpdir(), "aws-serverless-security-"));
    const journal = path.join(scratch, "journal.jsonl");
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    const pack = Pack.start({
        folder: options.packFolder,
        environment: { [JOURNAL_VARIABLE]: journal },
        organization: options.organization,
        project: project.name,
        stack: configuration.stack,
        configuration: configuration.values,
        secretKeys: configuration.secretKeys,
        tags: options.tags,
        policies: options.policies,
    });
    // The program's first registration waits for the pack; until then its failure must not go unhandled.
    pack.then(
        ({ blinded }) => {
            for (const policy of blinded) options.note?.(blindedNote(policy));
        },
        () => undefined,
    );
    const deployment = new Deployment({
        stack: configuration.stack,
        project: project.name,
        projectFolder: project.folder,
        organization: options.organization,
        configuration: configuration.values,
        secretKeys: configuration.secretKeys,
        cloud: syntheticCloud({ unknownOutputs: options.unknownOutputs }),
        pack,
        progress: options.progress,
    });
    const failed = new AbortController();
    const [monitor, engine] = [new Monitor(deployment), new Engine(() => failed.abort())];
    monitor.register(server);
    engine.register(server);
    try {
        const address = `127.0.0.1:${await bind(server)}`;
        const program = runProgram({ ...options, monitor: address, engine: address, failed: failed.signal });
        const failedPack = pack.then(() => new Promise<never>(() => undefined));
        const ended = await Promise.race([program, failedPack]);
        const failure = explainFailure(ended, engine, options);
        const detail = redact(failure?.detail ?? "");
        const [refusal] = deployment.refusals;
        if (refusal !== undefined) throw new CannotCheck(redact(refusal), detail);
        if (failure) throw new CannotCheck(redact(failure.message), detail);
        const stackDiagnostics = await (await pack).analyzeStack([...deployment.resources.values()]);
        const report = makeReport({
            project,
            stack: configuration.stack,
            resources: [...deployment.resources.values()],
            diagnostics: [...deployment.diagnostics, ...stackDiagnostics],
            journal: readJournal(journal),
            notSeen: deployment.notSeen,
            milliseconds: Date.now() - started,
        });
        return redactedReport(report, redact);
    } finally {
        pack.then((running) => running.stop()).catch(() => undefined);
        stopAll();
        monitor.close();
        server.forceShutdown();
        rmSync(scratch, { recursive: true, force: true });
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

function blindedNote(policy: string): string {
    return `the level for "all" takes ${policy} from level remediate, where it sees which inputs are secret: add "${policy}": "remediate"`;
}
