import type * as grpc from "@grpc/grpc-js";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { reasonOf } from "../errors";
import { type Deployment, Refused } from "./deployment";
import { sourceLocation } from "./source";
import { Transforms } from "./transforms";
import { fromStruct, toStruct } from "./trees";

const Feature = pb.ResourceMonitorFeature;
/** What the program's SDK may rely on: by the names that older SDKs ask for one by one, and as newer ones get them at once. */
const FEATURES: ReadonlyMap<string, pb.ResourceMonitorFeature> = new Map([
    ["secrets", Feature.RESOURCE_MONITOR_FEATURE_SECRETS],
    ["resourceReferences", Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES],
    ["outputValues", Feature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES],
    ["aliasSpecs", Feature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS],
    ["deletedWith", Feature.RESOURCE_MONITOR_FEATURE_DELETED_WITH],
    ["replaceWith", Feature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH],
    ["replacementTrigger", Feature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER],
    ["transforms", Feature.RESOURCE_MONITOR_FEATURE_TRANSFORMS],
    ["invokeTransforms", Feature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS],
    ["parameterization", Feature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION],
    // Hooks act on what a deployment does; a preview has nothing for most of them to do.
    ["resourceHooks", Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS],
    ["errorHooks", Feature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS],
]);
/** gRPC's codes for "not like this" and "this failed". */
const [INVALID, UNKNOWN_ERROR] = [3, 2];

type Call<Request> = { readonly request: Request };
type Done<Response> = (error: Partial<grpc.ServiceError> | null, response?: Response) => void;

/** The engine's side of resource.proto: translates the program's requests to the deployment and back. */
export class Monitor {
    private readonly transforms = new Transforms();
    private readonly packages = new Map<string, { readonly name: string; readonly version: string }>();

    constructor(private readonly deployment: Deployment) {}

    register(server: grpc.Server): void {
        const implementation = {
            supportsFeature: handler((request: pb.SupportsFeatureRequest) => {
                const answer = new pb.SupportsFeatureResponse();
                answer.setHassupport(FEATURES.has(request.getId()));
                return answer;
            }),
            registerResource: handler((request: pb.RegisterResourceRequest) => this.registerResource(request)),
            readResource: handler((request: pb.ReadResourceRequest) => this.readResource(request)),
            registerResourceOutputs: handler((request: pb.RegisterResourceOutputsRequest) => {
                this.deployment.setOutputs(request.getUrn(), fromStruct(request.getOutputs()));
                return new Empty();
            }),
            invoke: handler((request: pb.ResourceInvokeRequest) => this.invoke(request)),
            call: handler((request: pb.ResourceCallRequest) => this.deployment.callMethod(request.getTok())),
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
            getDeploymentInfo: handler(() => this.deploymentInfo()),
        };
        server.addService(
            ResourceMonitorService as unknown as grpc.ServiceDefinition,
            implementation as unknown as grpc.UntypedServiceImplementation,
        );
    }

    private deploymentInfo(): pb.DeploymentInfo {
        const { project, stack, organization, configuration, secretKeys } = this.deployment.options;
        const info = new pb.DeploymentInfo();
        info.setProject(project);
        info.setStack(stack);
        info.setOrganization(organization);
        for (const [key, value] of Object.entries(configuration)) info.getConfigMap().set(key, value);
        info.setConfigsecretkeysList([...secretKeys]);
        info.setDryrun(true);
        info.setSupportedfeaturesList([...FEATURES.values()]);
        return info;
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
        const { properties, options } = await this.transforms.apply({ type, name, custom, parent }, own, {
            properties: fromStruct(request.getObject()),
            options: transformOptions(request),
        });
        const registered = await this.deployment.register({
            type,
            name,
            parent,
            custom,
            remote: request.getRemote(),
            properties,
            dependencies: options.getDependsOnList(),
            propertyDependencies: propertyDependencies(request),
            provider: options.getProvider() || request.getProvider(),
            providers: Object.fromEntries(request.getProvidersMap().getEntryList()),
            version: this.packages.get(request.getPackageref())?.version ?? request.getVersion(),
            packageName: this.packages.get(request.getPackageref())?.name,
            importId: request.getImportid(),
            options: {
                protect: options.getProtect() ?? false,
                ignoreChanges: options.getIgnoreChangesList(),
                ...(options.hasDeleteBeforeReplace() && {
                    deleteBeforeReplace: options.getDeleteBeforeReplace() ?? false,
                }),
                aliases: [
                    ...request.getAliasurnsList(),
                    ...options
                        .getAliasesList()
                        .map((alias) => alias.getUrn())
                        .filter((urn) => urn !== ""),
                ],
                additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
                timeouts: {
                    create: seconds(options.getCustomTimeouts()?.getCreate()),
                    update: seconds(options.getCustomTimeouts()?.getUpdate()),
                    delete: seconds(options.getCustomTimeouts()?.getDelete()),
                },
            },
            source: sourceLocation(request, this.deployment.options.projectFolder),
        });
        this.transforms.remember(registered.urn, own, parent);
        const response = new pb.RegisterResourceResponse();
        response.setUrn(registered.urn);
        if (custom) response.setId(registered.id);
        response.setObject(toStruct(registered.outputs));
        response.setResult(pb.Result.SUCCESS);
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
        const args = await this.transforms.applyInvoke(request.getTok(), fromStruct(request.getArgs()));
        const version = this.packages.get(request.getPackageref())?.version ?? request.getVersion();
        const result = await this.deployment.invoke(request.getTok(), args, request.getProvider(), version);
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

function transformOptions(request: pb.RegisterResourceRequest): pb.TransformResourceOptions {
    const options = new pb.TransformResourceOptions();
    options.setDependsOnList(request.getDependenciesList());
    const protect = request.getProtect();
    if (protect !== undefined) options.setProtect(protect);
    options.setIgnoreChangesList(request.getIgnorechangesList());
    options.setReplaceOnChangesList(request.getReplaceonchangesList());
    options.setVersion(request.getVersion());
    options.setAliasesList(request.getAliasesList());
    options.setProvider(request.getProvider());
    options.setCustomTimeouts(request.getCustomtimeouts());
    options.setPluginDownloadUrl(request.getPlugindownloadurl());
    if (request.getDeletebeforereplacedefined()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
    options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
    for (const [key, value] of request.getProvidersMap().getEntryList()) options.getProvidersMap().set(key, value);
    return options;
}

/** `5m`, `1h30m`, `90s`, as Go writes durations. */
function seconds(duration = ""): number {
    const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
    return [...duration.matchAll(/([\d.]+)(h|ms|m|s)/g)].reduce(
        (sum, [, number, unit]) => sum + Number(number) * (units[unit ?? "s"] ?? 1),
        0,
    );
}

function propertyDependencies(request: pb.RegisterResourceRequest): Record<string, readonly string[]> {
    const result: Record<string, readonly string[]> = {};
    if (request.getPropertydependenciesMap().getLength() === 0 && !request.getRemote()) {
        // As the engine: what says nothing of its properties has each depend on all that the resource depends on.
        for (const property of Object.keys(fromStruct(request.getObject())))
            result[property] = request.getDependenciesList();
        return result;
    }
    request.getPropertydependenciesMap().forEach((dependencies, property) => {
        result[property] = dependencies.getUrnsList();
    });
    return result;
}
