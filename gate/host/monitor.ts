import type * as grpc from "@grpc/grpc-js";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { reasonOf } from "../errors";
import { type Deployment, Refused } from "./deployment";
import { deploymentInfo, isSupported } from "./features";
import {
    declaredDependencies,
    dependenciesAfter,
    Inheritance,
    resourceOptions,
    transformOptions,
} from "./resource-options";
import { sourceLocation } from "./source";
import { Transforms } from "./transforms";
import { fromStruct, toStruct, withDependencies, withOutputValues } from "./trees";

/** gRPC's codes for "not like this" and "this failed". */
const [INVALID, UNKNOWN_ERROR] = [3, 2];

type Call<Request> = { readonly request: Request };
type Done<Response> = (error: Partial<grpc.ServiceError> | null, response?: Response) => void;

/** The engine's side of resource.proto: translates the program's requests to the deployment and back. */
export class Monitor {
    private readonly transforms = new Transforms();
    private readonly inheritance = new Inheritance();
    private readonly packages = new Map<string, { readonly name: string; readonly version: string }>();

    constructor(private readonly deployment: Deployment) {}

    register(server: grpc.Server): void {
        const implementation = {
            supportsFeature: handler((request: pb.SupportsFeatureRequest) => {
                const answer = new pb.SupportsFeatureResponse();
                answer.setHassupport(isSupported(request.getId()));
                return answer;
            }),
            registerResource: handler((request: pb.RegisterResourceRequest) => this.registerResource(request)),
            readResource: handler((request: pb.ReadResourceRequest) => this.readResource(request)),
            registerResourceOutputs: handler((request: pb.RegisterResourceOutputsRequest) => {
                this.deployment.setOutputs(request.getUrn(), fromStruct(request.getOutputs()));
                return new Empty();
            }),
            invoke: handler((request: pb.ResourceInvokeRequest) => this.invoke(request)),
            call: handler((request: pb.ResourceCallRequest) => this.call(request)),
            registerStackTransform: handler((request: { getTarget(): string; getToken(): string }) => {
                this.transforms.addStack({ target: request.getTarget(), token: request.getToken() });
                return new Empty();
            }),
            registerStackInvokeTransform: handler((request: { getTarget(): string; getToken(): string }) => {
                this.transforms.addInvoke({ target: request.getTarget(), token: request.getToken() });
                return new Empty();
            }),
            registerResourceHook: handler(() => new Empty()),
            registerErrorHook: handler(() => new Empty()),
            registerPackage: handler((request: pb.RegisterPackageRequest) => {
                const ref = `${request.getName()}@${request.getVersion()}`;
                const parameter = request.getParameterization();
                this.packages.set(ref, {
                    name: parameter?.getName() ?? request.getName(),
                    version: parameter?.getVersion() ?? request.getVersion(),
                });
                const answer = new pb.RegisterPackageResponse();
                answer.setRef(ref);
                return answer;
            }),
            signalAndWaitForShutdown: handler(() => new Empty()),
            getDeploymentInfo: handler(() => deploymentInfo(this.deployment.options)),
        };
        server.addService(
            ResourceMonitorService as unknown as grpc.ServiceDefinition,
            implementation as unknown as grpc.UntypedServiceImplementation,
        );
    }

    close(): void {
        this.transforms.close();
    }

    private async registerResource(request: pb.RegisterResourceRequest): Promise<pb.RegisterResourceResponse> {
        const [type, name, parent, custom] = [
            request.getType(),
            request.getName(),
            request.getParent(),
            request.getCustom(),
        ];
        const own = request
            .getTransformsList()
            .map((callback) => ({ target: callback.getTarget(), token: callback.getToken() }));
        const sent = withOutputValues(fromStruct(request.getObject()));
        const { properties, options } = await this.transforms.apply({ type, name, custom, parent }, own, {
            properties: own.length > 0 ? withDependencies(sent, declaredDependencies(request)) : sent,
            options: transformOptions(request, this.inheritance),
        });
        const providers = this.inheritance.providersOf(request, options);
        const remote = request.getRemote();
        // The children of a remote component are registered before the component is answered for.
        if (remote) this.transforms.remember(this.deployment.urnOf({ parent, type, name }), own, parent);
        const registered = await this.deployment.register({
            type,
            name,
            parent,
            custom,
            remote,
            properties,
            ...dependenciesAfter(request, properties, options),
            provider: options.getProvider(),
            providers,
            version: this.packages.get(request.getPackageref())?.version ?? options.getVersion(),
            packageName: this.packages.get(request.getPackageref())?.name,
            importId: options.getImport(),
            options: resourceOptions(options),
            sentOptions: options,
            source: sourceLocation(request, this.deployment.options.projectFolder),
        });
        if (!this.inheritance.knows(registered.urn))
            this.inheritance.remember(registered.urn, options, providers, !custom);
        if (!remote) this.transforms.remember(registered.urn, own, parent);
        const response = new pb.RegisterResourceResponse();
        response.setUrn(registered.urn);
        if (custom) response.setId(registered.id);
        response.setObject(toStruct(registered.outputs));
        response.setResult(pb.Result.SUCCESS);
        for (const [property, urns] of Object.entries(registered.dependencies ?? {})) {
            const dependencies = new pb.RegisterResourceResponse.PropertyDependencies();
            dependencies.setUrnsList([...urns]);
            response.getPropertydependenciesMap().set(property, dependencies);
        }
        return response;
    }

    private async call(request: pb.ResourceCallRequest): Promise<provider.CallResponse> {
        const argDependencies: Record<string, readonly string[]> = {};
        request.getArgdependenciesMap().forEach((dependencies, property) => {
            argDependencies[property] = dependencies.getUrnsList();
        });
        const answer = await this.deployment.callMethod({
            token: request.getTok(),
            args: fromStruct(request.getArgs()),
            argDependencies,
            provider: request.getProvider(),
            version: this.packages.get(request.getPackageref())?.version ?? request.getVersion(),
            packageName: this.packages.get(request.getPackageref())?.name,
        });
        const response = new provider.CallResponse();
        response.setReturn(toStruct(answer.outputs));
        for (const [property, urns] of Object.entries(answer.dependencies)) {
            const dependencies = new provider.CallResponse.ReturnDependencies();
            dependencies.setUrnsList([...urns]);
            response.getReturndependenciesMap().set(property, dependencies);
        }
        return response;
    }

    private async readResource(request: pb.ReadResourceRequest): Promise<pb.ReadResourceResponse> {
        const read = await this.deployment.read({
            type: request.getType(),
            name: request.getName(),
            parent: request.getParent(),
            id: request.getId(),
            properties: fromStruct(request.getProperties()),
            dependencies: request.getDependenciesList(),
            provider: request.getProvider(),
            version: this.packages.get(request.getPackageref())?.version ?? request.getVersion(),
            additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
            source: sourceLocation(request, this.deployment.options.projectFolder),
        });
        const response = new pb.ReadResourceResponse();
        response.setUrn(read.urn);
        response.setProperties(toStruct(read.outputs));
        return response;
    }

    private async invoke(request: pb.ResourceInvokeRequest): Promise<provider.InvokeResponse> {
        const asked = new pb.TransformInvokeOptions();
        asked.setProvider(request.getProvider());
        asked.setVersion(request.getVersion());
        asked.setPluginDownloadUrl(request.getPlugindownloadurl());
        const sent = withOutputValues(fromStruct(request.getArgs()));
        const { args, options } = await this.transforms.applyInvoke(request.getTok(), { args: sent, options: asked });
        const version = this.packages.get(request.getPackageref())?.version ?? options.getVersion();
        const source = sourceLocation(request, this.deployment.options.projectFolder);
        const result = await this.deployment.invoke(request.getTok(), args, options.getProvider(), version, source);
        const response = new provider.InvokeResponse();
        response.setReturn(toStruct(result));
        return response;
    }
}

/** Answers a call; what is refused reaches the program as an error, and the deployment remembers it. */
function handler<Request, Response>(answer: (request: Request) => Response | Promise<Response>) {
    return (call: Call<Request>, done: Done<Response>): void => {
        Promise.resolve()
            .then(() => answer(call.request))
            .then((response) => done(null, response))
            .catch((error: unknown) => {
                done({
                    code: error instanceof Refused ? INVALID : UNKNOWN_ERROR,
                    message: reasonOf(error),
                    details: reasonOf(error),
                });
            });
    };
}
