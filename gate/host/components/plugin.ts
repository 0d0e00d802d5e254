import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { CannotCheck } from "../../errors";
import type { PropertyTree, ProviderSettings } from "../../synthetic";
import { textOf } from "../../synthetic/wire-values";
import { type Dependencies, fromStruct, toStruct, withoutOutputValues } from "../trees";
import { type Construction, constructRequest } from "./construction";
import { CannotAnswer, cannotAnswer, constructFailure } from "./failure";
import type { PluginCommand } from "./find";
import { launch } from "./launch";

/** What a plugin is told of the deployment that it takes part in. */
export interface Surroundings {
    readonly project: string;
    readonly stack: string;
    readonly organization: string;
    readonly configuration: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    /** Where monitor and engine are served. */
    readonly address: string;
    /** How long a plugin may take to start, and for an answer. */
    readonly seconds: number;
}

/** What a plugin answers: outputs, and what each of them depends on. */
export interface Answer {
    readonly outputs: PropertyTree;
    readonly dependencies: Dependencies;
}

export interface MethodCall {
    readonly token: string;
    readonly args: PropertyTree;
    readonly argDependencies: Dependencies;
}

const PARALLEL = 16;

type Ask<R> = (
    metadata: grpc.Metadata,
    limit: Partial<grpc.CallOptions>,
    done: (error: grpc.ServiceError | null, response: R) => void,
) => unknown;

/** A package's plugin in its own process, spoken to as the engine speaks to it. */
export class Plugin {
    private acceptsOutputs = false;

    private constructor(
        private readonly client: ResourceProviderClient,
        private readonly kill: () => void,
        private readonly around: Surroundings,
    ) {}

    /** Throws `CannotCheck` with the cause where it does not start. */
    static async start(command: PluginCommand, settings: ProviderSettings, around: Surroundings): Promise<Plugin> {
        const { port, kill } = await launch(command, around);
        const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
            "grpc.max_receive_message_length": -1,
            "grpc.max_send_message_length": -1,
        });
        const plugin = new Plugin(client, kill, around);
        try {
            await plugin.introduce(command.folder);
            await plugin.configure(settings);
            return plugin;
        } catch (error) {
            plugin.close();
            throw error;
        }
    }

    private async introduce(folder: string): Promise<void> {
        const request = new pb.ProviderHandshakeRequest();
        request.setEngineAddress(this.around.address);
        request.setRootDirectory(folder);
        request.setProgramDirectory(folder);
        // Older SDKs know of no handshake.
        const answer = await this.askIfImplemented<pb.ProviderHandshakeResponse>((metadata, limit, done) =>
            this.client.handshake(request, metadata, limit, done),
        );
        this.acceptsOutputs = answer?.getAcceptOutputs() ?? false;
    }

    private async configure({ package: name, inputs }: ProviderSettings): Promise<void> {
        const { version: _, ...settings } = inputs;
        const request = new pb.ConfigureRequest();
        request.setArgs(toStruct(settings));
        for (const [key, value] of Object.entries(settings))
            request.getVariablesMap().set(`${name}:config:${key}`, textOf(value) || JSON.stringify(value));
        request.setAcceptsecrets(true);
        request.setAcceptresources(true);
        const answer = await this.askIfImplemented<pb.ConfigureResponse>((metadata, limit, done) =>
            this.client.configure(request, metadata, limit, done),
        );
        this.acceptsOutputs ||= answer?.getAcceptoutputs() ?? false;
    }

    /** The plugin registers the component and its children with the monitor meanwhile. Throws `ConstructFailure` where it fails. */
    async construct(given: Construction): Promise<Answer> {
        const request = this.surround(constructRequest(given));
        const { properties } = given;
        request.setInputs(toStruct(this.acceptsOutputs ? properties : withoutOutputValues(properties)));
        const response = await this.ask<pb.ConstructResponse>((metadata, limit, done) =>
            this.client.construct(request, metadata, limit, done),
        ).catch((error: unknown) => {
            throw constructFailure(error);
        });
        return {
            outputs: fromStruct(response.getState()),
            dependencies: dependenciesFrom(response.getStatedependenciesMap()),
        };
    }

    async call({ token, args, argDependencies }: MethodCall): Promise<Answer> {
        const request = this.surround(new pb.CallRequest());
        request.setTok(token);
        request.setArgs(toStruct(this.acceptsOutputs ? args : withoutOutputValues(args)));
        for (const [property, urns] of Object.entries(argDependencies)) {
            const dependencies = new pb.CallRequest.ArgumentDependencies();
            dependencies.setUrnsList([...urns]);
            request.getArgdependenciesMap().set(property, dependencies);
        }
        const response = await this.ask<pb.CallResponse>((metadata, limit, done) =>
            this.client.call(request, metadata, limit, done),
        );
        const [failure] = response.getFailuresList();
        if (failure) throw new CannotCheck(`${failure.getProperty()}: ${failure.getReason()}`);
        return {
            outputs: fromStruct(response.getReturn()),
            dependencies: dependenciesFrom(response.getReturndependenciesMap()),
        };
    }

    /** Ends its process. */
    close(): void {
        this.client.close();
        this.kill();
    }

    private surround<Request extends pb.ConstructRequest | pb.CallRequest>(request: Request): Request {
        const { project, stack, organization, configuration, secretKeys, address } = this.around;
        request.setProject(project);
        request.setStack(stack);
        request.setOrganization(organization);
        for (const [key, value] of Object.entries(configuration)) request.getConfigMap().set(key, value);
        request.setConfigsecretkeysList([...secretKeys]);
        request.setDryrun(true);
        request.setParallel(PARALLEL);
        request.setMonitorendpoint(address);
        request.setAcceptsOutputValues(true);
        return request;
    }

    private async askIfImplemented<R>(call: Ask<R>): Promise<R | undefined> {
        try {
            return await this.ask(call);
        } catch (error) {
            if (error instanceof CannotAnswer && error.code === grpc.status.UNIMPLEMENTED) return undefined;
            throw error;
        }
    }

    private ask<R>(call: Ask<R>): Promise<R> {
        const { seconds } = this.around;
        return new Promise((resolve, reject) => {
            call(new grpc.Metadata(), { deadline: Date.now() + seconds * 1000 }, (error, response) => {
                if (!error) return resolve(response);
                if (error.code === grpc.status.DEADLINE_EXCEEDED) this.kill();
                reject(cannotAnswer(error, seconds));
            });
        });
    }
}

interface Listing {
    forEach(each: (value: { getUrnsList(): string[] }, key: string) => void): void;
}

function dependenciesFrom(map: Listing): Dependencies {
    const result: Record<string, readonly string[]> = {};
    map.forEach((value, key) => {
        result[key] = value.getUrnsList();
    });
    return result;
}
