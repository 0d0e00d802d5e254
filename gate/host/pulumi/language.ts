import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import type * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/language_pb";
import type { PackageDependency } from "@pulumi/pulumi/proto/plugin_pb";
import { CannotCheck } from "../../errors";
import type { Project } from "../../project/project";
import type { MarkedProcesses } from "../marked-processes";
import { toStruct } from "../trees";
import { clientAt, relay, type Served, serve } from "./relay";

const Service = LanguageRuntimeService as unknown as grpc.ServiceDefinition;
/** What the program and its language host printed, its end at most. */
const KEPT = 64 * 1024;
const START_SECONDS = 60;
/** For a question that no engine asks. */
const NO_ENGINE = "127.0.0.1:1";

export interface LanguageOptions {
    readonly project: Project;
    /** The folder of the Pulumi CLI, which its language hosts lie beside. */
    readonly beside: string;
    readonly processes: MarkedProcesses;
    readonly environment: NodeJS.ProcessEnv;
    /** Where the program is to register its resources, in place of the engine's own address. */
    readonly monitorFor: (address: string) => Promise<string>;
}

/**
 * The program's language host, which the engine attaches to (`PULUMI_DEBUG_LANGUAGES=python:PORT`). Behind it is Pulumi's own;
 * the program alone is told another address to register its resources at.
 */
export class Language {
    printed = "";
    /** Whether the engine came to run the program. */
    hasRun = false;
    /** Whether the program ended, and ended well. */
    hasSucceeded = false;
    private readonly hosts = new Map<string, Promise<grpc.Client>>();
    private readonly engines = new Map<string, string>();
    private packages: readonly PackageDependency[] = [];

    constructor(private readonly options: LanguageOptions) {}

    /** The packages that the program uses, by their plugins. Throws `CannotCheck` with what the language host says. */
    async requiredPackages(): Promise<readonly PackageDependency[]> {
        const { project } = this.options;
        const info = new pb.ProgramInfo();
        info.setRootDirectory(project.folder);
        info.setProgramDirectory(project.programFolder);
        info.setEntryPoint(project.entry);
        info.setOptions(toStruct(project.runtimeOptions));
        const request = new pb.GetRequiredPackagesRequest().setInfo(info);
        const client = await this.host(NO_ENGINE);
        const { path: method, requestSerialize, responseDeserialize } = methodOf("getRequiredPackages");
        const answer = await new Promise<pb.GetRequiredPackagesResponse>((resolve, reject) => {
            client.makeUnaryRequest(method, requestSerialize, responseDeserialize, request, (error, response) => {
                const what = `the packages of the ${project.runtime} program could not be told`;
                if (error) reject(new CannotCheck(what, `${error.details}\n${this.printed}`));
                else resolve(response as pb.GetRequiredPackagesResponse);
            });
        });
        this.packages = answer.getPackagesList();
        return this.packages;
    }

    /** `isAttached` are the packages that the engine need not look for a plugin of. */
    serve(isAttached: (packageName: string) => boolean): Promise<Served> {
        const left = () => {
            const answer = new pb.GetRequiredPackagesResponse();
            answer.setPackagesList(this.packages.filter((one) => !isAttached(one.getName())));
            return Buffer.from(answer.serializeBinary());
        };
        return serve((server) =>
            relay(server, Service, (peer) => this.host(this.engines.get(peer) ?? NO_ENGINE), {
                handshake: (request, _, peer) => {
                    const { address } = addressOf(request);
                    this.engines.set(peer, address);
                    return Buffer.from(new pb.LanguageHandshakeResponse().serializeBinary());
                },
                getRequiredPackages: left,
                run: async (request, handOn) => {
                    const own = await this.options.monitorFor(
                        pb.RunRequest.deserializeBinary(request).getMonitorAddress(),
                    );
                    // Of a field that is there twice, the last counts.
                    const instead = Buffer.from(new pb.RunRequest().setMonitorAddress(own).serializeBinary());
                    this.hasRun = true;
                    const response = await handOn(Buffer.concat([request, instead]));
                    const answer = pb.RunResponse.deserializeBinary(response);
                    this.hasSucceeded = answer.getError() === "" && !answer.getBail();
                    return response;
                },
            }),
        );
    }

    stop(): void {
        for (const host of this.hosts.values()) host.then((client) => client.close()).catch(() => undefined);
    }

    /** Pulumi's own language host for one engine's address. */
    private host(engine: string): Promise<grpc.Client> {
        const known = this.hosts.get(engine);
        if (known) return known;
        const started = this.start(engine);
        this.hosts.set(engine, started);
        return started;
    }

    private start(engine: string): Promise<grpc.Client> {
        const { project, beside, processes, environment } = this.options;
        const name = `pulumi-language-${project.runtime}`;
        const command = commandOf(name, beside);
        if (command === undefined)
            return Promise.reject(
                new CannotCheck(
                    `this program's runtime is ${project.runtime}, and the Pulumi CLI here has no ${name}: install it beside the CLI`,
                ),
            );
        const child = processes.start(command, [engine], {
            cwd: project.folder,
            env: environment,
            stdio: ["ignore", "pipe", "pipe"],
        });
        const keep = (data: unknown) => {
            this.printed = (this.printed + String(data)).slice(-KEPT);
        };
        child.stderr?.on("data", keep);
        return new Promise((resolve, reject) => {
            const fail = () => reject(new CannotCheck(`${name} did not start`, this.printed));
            const timer = setTimeout(fail, START_SECONDS * 1000);
            let head = "";
            const first = (data: unknown) => {
                head += String(data);
                const port = /^(\d+)\s/.exec(head);
                if (!port) return;
                clearTimeout(timer);
                child.stdout?.off("data", first).on("data", keep);
                resolve(clientAt(`127.0.0.1:${port[1]}`));
            };
            child.stdout?.on("data", first);
            child.once("error", fail);
            child.once("exit", fail);
        });
    }
}

function addressOf(request: Buffer): { address: string } {
    return { address: pb.LanguageHandshakeRequest.deserializeBinary(request).getEngineAddress() };
}

function methodOf(name: string) {
    return Service[name] as grpc.MethodDefinition<unknown, unknown>;
}

/** As the engine looks for it: on PATH, then beside itself. */
function commandOf(name: string, beside: string): string | undefined {
    const folders = [...(process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean), beside];
    return folders
        .flatMap((folder) => [path.join(folder, name), path.join(folder, `${name}.exe`)])
        .find((file) => existsSync(file) && existsSync(realpathSync(file)));
}
