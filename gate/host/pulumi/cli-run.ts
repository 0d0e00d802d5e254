import { CannotCheck } from "../../errors";
import type { JournalFile } from "../../report/journal";
import type { Report } from "../../report/model";
import { type SyntheticCloud, syntheticCloud, UnsupportedFunction } from "../../synthetic";
import type { CheckOptions } from "../attempt";
import type { MarkedProcesses, Ran } from "../marked-processes";
import { stackOf } from "../open-pack";
import { questions, reportOf } from "../outcome";
import { Pack } from "../pack";
import { nodeOptions } from "../program";
import { explainFailure } from "../program-failure";
import type { PackInfo } from "../types";
import { packageOf } from "../urns";
import { Attached } from "./attached";
import { Events } from "./events";
import type { Installed } from "./installed";
import { Language } from "./language";
import type { Scratch } from "./scratch";
import { Watch } from "./watch";
import { yamlPlaces } from "./yaml-places";

/** What a run has to itself; whoever made it ends and removes it. */
export interface Room {
    readonly journal: JournalFile;
    readonly scratch: Scratch;
    readonly processes: MarkedProcesses;
}

/** One `pulumi preview`, with the synthetic cloud in the providers' place and the program watched. */
export class CliRun {
    private readonly started = Date.now();
    private readonly events = new Events();
    /** Why something was refused; a program may swallow the error that it gets for it. */
    private readonly refusals: string[] = [];
    private readonly cloud: SyntheticCloud;
    private readonly attached: Attached;
    private readonly watch: Watch;
    private readonly language: Language;
    private readonly environment: NodeJS.ProcessEnv;

    constructor(
        private readonly options: CheckOptions,
        private readonly installed: Installed,
        private readonly room: Room,
    ) {
        const { project, configuration, typeCheck, progress } = options;
        this.environment = {
            ...room.scratch.environment(),
            ...questions(options, room.journal),
            PWD: project.programFolder,
            ...(!typeCheck && { PULUMI_NODEJS_TRANSPILE_ONLY: "true", TS_NODE_TRANSPILE_ONLY: "true" }),
        };
        this.cloud = this.honest(syntheticCloud(options));
        this.attached = new Attached(this.cloud);
        this.watch = new Watch({
            project: project.name,
            projectFolder: project.folder,
            places: project.runtime === "yaml" ? yamlPlaces(project) : undefined,
            stack: configuration.stack,
            // The SDK for Go takes what is missing there for unknown, and unknown outputs for an error.
            outputsElsewhere: project.runtime === "go" ? {} : undefined,
            finds: this.cloud.finds,
            isComponent: (packageName) => this.attached.detach(packageName),
            progress,
        });
        this.language = new Language({
            project,
            beside: installed.folder,
            processes: room.processes,
            environment: {
                ...this.environment,
                ...(project.runtime === "nodejs" && { NODE_OPTIONS: nodeOptions() }),
            },
            monitorFor: (engine) => this.watch.before(engine),
        });
    }

    async run(own: ReadonlySet<string>): Promise<Report> {
        const { options, watch } = this;
        try {
            const [required, file, pack] = await Promise.all([
                this.language.requiredPackages(),
                this.makeStack(),
                describedPack(options),
            ]);
            await this.attached.serve(required, own);
            const { errors, timedOut } = await Promise.race([this.preview(file), this.attached.needsPlugin]);
            if (!this.language.hasRun && !timedOut) {
                const said = [...this.events.errors, errors, this.language.printed].filter(
                    (text) => text.trim() !== "",
                );
                throw new CannotCheck("pulumi preview failed", said.join("\n"));
            }
            // The engine ends a program that waits for it when a policy of the stack is violated: no failure of the program's.
            const isWell = this.language.hasSucceeded || watch.isWaiting;
            const ended = { code: isWell ? 0 : 1, timedOut, errors: this.language.printed };
            const seen = { refusals: this.refusals, isComplete: watch.isComplete };
            const failure = explainFailure(ended, this.events, seen, options);
            if (failure) throw failure;
            return reportOf(options, this.room.journal, {
                resources: [...watch.resources.values()],
                diagnostics: this.events.diagnostics,
                notSeen: watch.notSeen,
                lookups: watch.lookups,
                pack,
                started: this.started,
            });
        } finally {
            watch.stop();
            this.language.stop();
            this.attached.stop();
        }
    }

    /** Makes the stack in the run's own backend, and gives the file of its configuration. */
    private async makeStack(): Promise<string> {
        const { project, configuration, tags } = this.options;
        const file = await this.room.scratch.writeConfiguration(project, configuration);
        const stack = ["--stack", configuration.stack, "--non-interactive"];
        const commands = Object.entries(tags).map(([name, value]) => ["stack", "tag", "set", name, value, ...stack]);
        for (const command of [["stack", "init", ...stack], ...commands]) {
            const { code, errors } = await this.pulumi(command, { cwd: this.room.scratch.in("project") });
            if (code !== 0)
                throw new CannotCheck("the Pulumi CLI could not make a stack in a temporary folder", errors);
        }
        return file;
    }

    private async preview(configurationFile: string): Promise<Ran> {
        const { project, configuration, packFolder, policies } = this.options;
        const host = await this.language.serve((name) => this.attached.has(name));
        const args = ["preview", "--stack", configuration.stack, "--config-file", configurationFile];
        const pack = [
            "--policy-pack",
            packFolder,
            "--policy-pack-config",
            this.room.scratch.write("policies.json", policies),
        ];
        return this.pulumi([...args, ...pack, "--json", "--non-interactive"], {
            cwd: project.folder,
            env: {
                PULUMI_DEBUG_LANGUAGES: `${project.runtime}:${host.port}`,
                PULUMI_DEBUG_PROVIDERS: this.attached.addresses,
            },
            take: (printed) => this.events.take(printed),
        });
    }

    private pulumi(
        args: readonly string[],
        { cwd, env = {}, take }: { cwd: string; env?: NodeJS.ProcessEnv; take?: (printed: string) => void },
    ): Promise<Ran> {
        return this.room.processes.run(this.installed.file, args, {
            cwd,
            env: { ...this.environment, ...env },
            timeout: this.options.timeout,
            ...(take && { take }),
        });
    }

    /** Remembers what has no honest answer; where a plugin may have one, it is asked. */
    private honest(cloud: SyntheticCloud): SyntheticCloud {
        return {
            ...cloud,
            invoke: (request) => {
                try {
                    return cloud.invoke(request);
                } catch (error) {
                    if (error instanceof UnsupportedFunction) {
                        if (packageOf(request.token) === "aws") this.refusals.push(error.message);
                        else this.attached.detach(request.provider.package);
                    }
                    throw error;
                }
            },
        };
    }
}

/**
 * What the pack says of its policies, which the engine does not hand on; the pack's own process is asked. It is asked also whether it takes
 * the policies' configuration: the engine passes over what a pack does not have.
 */
async function describedPack(options: CheckOptions): Promise<PackInfo> {
    const pack = await Pack.start({ ...stackOf(options), environment: {} });
    pack.stop();
    return pack.info;
}
