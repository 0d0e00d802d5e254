import type * as grpc from "@grpc/grpc-js";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/resource_pb";
import { isLookup, type PropertyTree } from "../../synthetic";
import { OTHER_STACK, otherStack } from "../deployment";
import { declaredDependencies, Inheritance, resourceOptions, transformOptions } from "../resource-options";
import { sourceLocation } from "../source";
import { fromStruct, plain, toStruct } from "../trees";
import type { Lookup, NotSeen, Registered, SourceLocation } from "../types";
import { packageOf, STACK_REFERENCE_TYPE, STACK_TYPE, urnOf } from "../urns";
import { clientAt, relay, type Served, serve } from "./relay";

const Service = ResourceMonitorService as unknown as grpc.ServiceDefinition;

export interface WatchOptions {
    readonly project: string;
    readonly projectFolder: string;
    /** Where resources are declared, by name, for a language whose SDK does not tell. */
    readonly places: ReadonlyMap<string, SourceLocation> | undefined;
    readonly stack: string;
    /** What stands for the outputs of another stack, where that is not one unknown value. */
    readonly outputsElsewhere: PropertyTree | undefined;
    /** Whether look-ups find something. */
    readonly finds: (token: string, args: PropertyTree) => boolean;
    /** Called with a package of which the program makes a component, whose children only a plugin knows. */
    readonly isComponent: (packageName: string) => void;
    readonly progress: (registered: number) => void;
}

/**
 * Stands between the program and the engine's monitor: what the program registers and looks up it hands on, and notes with its
 * place in the program, which the engine does not tell. The outputs of another stack, which no state here holds, stay unknown.
 */
export class Watch {
    readonly resources = new Map<string, Registered>();
    readonly notSeen: NotSeen[] = [];
    readonly lookups: Lookup[] = [];
    /** Whether the program has declared the stack's outputs, which an SDK does last. */
    isComplete = false;
    /** Whether the program has come to its end and waits for the engine's; older SDKs do not say so, and just end. */
    isWaiting = false;
    private readonly served: Served[] = [];
    private readonly packages = new Map<string, string>();

    constructor(private readonly options: WatchOptions) {}

    /** The address of a monitor that stands before the engine's. */
    async before(engine: string): Promise<string> {
        const client = clientAt(engine);
        const served = await serve((server) =>
            relay(server, Service, () => client, {
                registerPackage: (request, handOn) => this.registerPackage(request, handOn),
                registerResource: (request, handOn) => this.registerResource(request, handOn),
                registerResourceOutputs: (request, handOn) => {
                    const urn = pb.RegisterResourceOutputsRequest.deserializeBinary(request).getUrn();
                    if (this.resources.get(urn)?.type === STACK_TYPE) this.isComplete = true;
                    return handOn(request);
                },
                signalAndWaitForShutdown: (request, handOn) => {
                    this.isWaiting = true;
                    return handOn(request);
                },
                readResource: (request, handOn) => this.readResource(request, handOn),
                invoke: (request, handOn) => this.invoke(request, handOn),
            }),
        );
        this.served.push({
            ...served,
            stop: () => {
                client.close();
                served.stop();
            },
        });
        return `127.0.0.1:${served.port}`;
    }

    stop(): void {
        for (const one of this.served) one.stop();
    }

    private placeOf(request: Parameters<typeof sourceLocation>[0] & { getName(): string }): SourceLocation | undefined {
        const { places, projectFolder } = this.options;
        return places ? places.get(request.getName()) : sourceLocation(request, projectFolder);
    }

    private async registerPackage(given: Buffer, handOn: (request: Buffer) => Promise<Buffer>): Promise<Buffer> {
        const request = pb.RegisterPackageRequest.deserializeBinary(given);
        const answer = await handOn(given);
        this.packages.set(pb.RegisterPackageResponse.deserializeBinary(answer).getRef(), request.getName());
        return answer;
    }

    private async registerResource(given: Buffer, handOn: (request: Buffer) => Promise<Buffer>): Promise<Buffer> {
        const request = pb.RegisterResourceRequest.deserializeBinary(given);
        if (request.getRemote())
            this.options.isComponent(this.packages.get(request.getPackageref()) ?? packageOf(request.getType()));
        const answer = await handOn(given);
        const response = pb.RegisterResourceResponse.deserializeBinary(answer);
        const source = this.placeOf(request);
        const urn = response.getUrn();
        this.resources.set(urn, {
            urn,
            type: request.getType(),
            name: request.getName(),
            custom: request.getCustom(),
            inputs: plain(fromStruct(request.getObject())),
            outputs: fromStruct(response.getObject()),
            parent: request.getParent(),
            dependencies: request.getDependenciesList(),
            propertyDependencies: declaredDependencies(request),
            options: resourceOptions(transformOptions(request, new Inheritance())),
            ...(source && { source }),
        });
        this.options.progress(this.resources.size);
        return answer;
    }

    private async readResource(given: Buffer, handOn: (request: Buffer) => Promise<Buffer>): Promise<Buffer> {
        const request = pb.ReadResourceRequest.deserializeBinary(given);
        const [type, name] = [request.getType(), request.getName()];
        const source = this.placeOf(request);
        if (type === STACK_REFERENCE_TYPE) {
            const urn = urnOf(this.options.stack, this.options.project, request.getParent(), type, name);
            this.notSeen.push({ urn, what: OTHER_STACK, ...(source && { source }) });
            const answer = new pb.ReadResourceResponse();
            answer.setUrn(urn);
            const named = fromStruct(request.getProperties())["name"] ?? name;
            answer.setProperties(toStruct(otherStack(named, this.options.outputsElsewhere)));
            return Buffer.from(answer.serializeBinary());
        }
        const answer = await handOn(given);
        const found = pb.ReadResourceResponse.deserializeBinary(answer);
        this.lookups.push({
            what: `${type} ${name}`,
            found: true,
            answer: fromStruct(found.getProperties()),
            ...(source && { source }),
        });
        return answer;
    }

    private async invoke(given: Buffer, handOn: (request: Buffer) => Promise<Buffer>): Promise<Buffer> {
        const request = pb.ResourceInvokeRequest.deserializeBinary(given);
        const [token, args] = [request.getTok(), plain(fromStruct(request.getArgs()))];
        const source = this.options.places ? undefined : sourceLocation(request, this.options.projectFolder);
        const note = (found: boolean, answer: PropertyTree) => {
            if (isLookup(token, args)) this.lookups.push({ what: token, found, answer, ...(source && { source }) });
        };
        const finds = this.options.finds(token, args);
        const answer = await handOn(given).catch((error: unknown) => {
            if (!finds) note(false, {});
            throw error;
        });
        note(finds, fromStruct(provider.InvokeResponse.deserializeBinary(answer).getReturn()));
        return answer;
    }
}
