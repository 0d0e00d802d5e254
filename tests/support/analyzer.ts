/** Runs policies through the SDK's own server code: its deserialization, its proxies, its dispatch; only gRPC is left out. */
import type { Policies, PolicyPackArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { RegisteredResource } from "./programs";

export interface Diagnostic {
    readonly policy: string;
    readonly message: string;
    readonly urn: string;
    readonly level: "advisory" | "mandatory" | "disabled" | "remediate";
}

type RpcFunction = (
    call: { request: unknown },
    callback: (error: unknown, response: protocol.AnalyzeResponse) => void,
) => void;
type MakeRpcFunction = (pack: string, version: string, level: string, policies: Policies) => RpcFunction;
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } = server as unknown as Record<
    string,
    MakeRpcFunction
>;

/** What each policy is configured with, apart from its level. */
export type Configuration = Readonly<Record<string, object>>;

/** One pack, analyzed the way the engine analyzes a stack. */
export class Analyzer {
    private readonly policies: Policies;

    constructor(
        pack: Pick<PolicyPackArgs, "policies">,
        configuration: Configuration = {},
        tags: ReadonlyMap<string, string> = new Map(),
    ) {
        this.policies = pack.policies.map((policy) => configured(policy, configuration[policy.name] ?? {}, tags));
    }

    /** Remediate, then Analyze, each resource; then AnalyzeStack. */
    async run(resources: readonly RegisteredResource[], remediates = true): Promise<readonly Diagnostic[]> {
        const found: Diagnostic[] = [];
        for (const resource of resources) found.push(...(await this.analyze(resource, remediates)));
        return [...found, ...(await this.analyzeStack(resources))];
    }

    async analyze(resource: RegisteredResource, remediates = true): Promise<readonly Diagnostic[]> {
        // As the service reads what travels, by which the pack gets at more than the SDK hands over.
        const bytes = Buffer.from(analyzeRequest(resource, resource.inputs).serializeBinary());
        const { analyze, remediate } = AnalyzerService;
        if (remediates) await call(makeRemediateRpcFun, this.policies, remediate.requestDeserialize(bytes));
        return call(makeAnalyzeRpcFun, this.policies, analyze.requestDeserialize(bytes), resource.urn);
    }

    async analyzeStack(resources: readonly RegisteredResource[]): Promise<readonly Diagnostic[]> {
        const bytes = Buffer.from(stackRequest(resources.map(analyzerResource)).serializeBinary());
        return call(makeAnalyzeStackRpcFun, this.policies, AnalyzerService.analyzeStack.requestDeserialize(bytes));
    }

    /** The policies that the SDK says do not apply to the stack, and how often it read a resource to find out. */
    async notApplicable(resources: readonly RegisteredResource[]): Promise<{ policies: string[]; reads: number }> {
        let reads = 0;
        const request = stackRequest(resources.map(analyzerResource));
        const travelled = AnalyzerService.analyzeStack.requestDeserialize(Buffer.from(request.serializeBinary()));
        for (const message of travelled.getResourcesList()) {
            const properties = message.getProperties();
            message.getProperties = () => {
                reads += 1;
                return properties;
            };
        }
        const response = await respond(makeAnalyzeStackRpcFun, this.policies, travelled);
        return { policies: response.getNotApplicableList().map((one) => one.getPolicyName()), reads };
    }
}

/**
 * The SDK keeps configuration in a variable that only its gRPC method sets; here each policy is told its own. Those that are off
 * by default are on.
 */
function configured(
    declared: Policies[number],
    configuration: object,
    tags: ReadonlyMap<string, string>,
): Policies[number] {
    const isOff = declared.enforcementLevel === "disabled";
    const policy = isOff ? { ...declared, enforcementLevel: "advisory" as const } : declared;
    const wrap = <F extends (args: never, ...rest: never[]) => unknown>(original: F | undefined): F | undefined =>
        original &&
        Object.assign(
            ((args: object, ...rest: never[]) =>
                original(
                    { ...args, stackTags: tags, getConfig: () => configuration } as never,
                    ...rest,
                )) as unknown as F,
            { ...original },
        );
    // A policy may have several ways in.
    const { validateResource, remediateResource, validateStack } = policy as Partial<
        ResourceValidationPolicy & StackValidationPolicy
    >;
    return {
        ...policy,
        ...(validateStack && { validateStack: wrap(validateStack) }),
        ...(typeof validateResource === "function" && { validateResource: wrap(validateResource) }),
        ...(remediateResource && { remediateResource: wrap(remediateResource) }),
    } as Policies[number];
}

async function respond(
    make: MakeRpcFunction | undefined,
    policies: Policies,
    request: unknown,
): Promise<protocol.AnalyzeResponse> {
    if (!make) throw new Error("@pulumi/policy no longer exports its server's functions");
    return new Promise((resolve, reject) => {
        make(
            "example",
            "0.0.0",
            "mandatory",
            policies,
        )({ request }, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
}

async function call(
    make: MakeRpcFunction | undefined,
    policies: Policies,
    request: unknown,
    urn = "",
): Promise<readonly Diagnostic[]> {
    const response = await respond(make, policies, request);
    if (!("getDiagnosticsList" in response)) return [];
    return response.getDiagnosticsList().map((diagnostic) => ({
        policy: diagnostic.getPolicyname(),
        message: diagnostic.getMessage(),
        urn: diagnostic.getUrn() || urn,
        level:
            (["advisory", "mandatory", "disabled", "remediate"] as const)[diagnostic.getEnforcementlevel()] ??
            "mandatory",
    }));
}

function stackRequest(resources: readonly protocol.AnalyzerResource[]): protocol.AnalyzeStackRequest {
    const request = new protocol.AnalyzeStackRequest();
    request.setResourcesList([...resources]);
    return request;
}

function options(resource: RegisteredResource): protocol.AnalyzerResourceOptions {
    const options = new protocol.AnalyzerResourceOptions();
    options.setProtect(resource.protect);
    options.setCustomtimeouts(new protocol.AnalyzerResourceOptions.CustomTimeouts());
    if (resource.parent !== undefined) options.setParent(resource.parent);
    return options;
}

function analyzeRequest(resource: RegisteredResource, properties: Record<string, unknown>): protocol.AnalyzeRequest {
    const request = new protocol.AnalyzeRequest();
    request.setType(resource.type);
    request.setUrn(resource.urn);
    request.setName(resource.name);
    request.setProperties(struct(properties));
    request.setOptions(options(resource));
    return request;
}

function analyzerResource(resource: RegisteredResource): protocol.AnalyzerResource {
    const message = new protocol.AnalyzerResource();
    message.setType(resource.type);
    message.setUrn(resource.urn);
    message.setName(resource.name);
    message.setProperties(struct(resource.outputs));
    message.setOptions(options(resource));
    message.setDependenciesList([...resource.dependencies]);
    if (resource.parent !== undefined) message.setParent(resource.parent);
    for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        const dependencies = new protocol.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
}

function struct(properties: Record<string, unknown>): Struct {
    return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}
