import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { CannotCheck, reasonOf } from "../errors";
import type { PropertyTree } from "../synthetic";
import { optionsMisfit } from "./policy-schema";
import { keep, start } from "./processes";
import { fromStruct, toStruct, withoutInternals } from "./trees";
import type { Diagnostic, PackInfo, PolicyInfo, ProviderResource, Registered } from "./types";

/** What an organization or a file configures: by policy (or `all`), a level or an object with one and the options. */
export type PolicyConfiguration = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

export interface PackOptions {
    /** The folder of PulumiPolicy.yaml. */
    readonly folder: string;
    /** Where the pack's own process sends what its protocol has no field for. */
    readonly environment: Readonly<Record<string, string>>;
    readonly organization: string;
    readonly project: string;
    /** Where the program runs, as the engine's shell would know it: relative paths of code start there. */
    readonly programFolder: string;
    readonly stack: string;
    readonly configuration: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly tags: Readonly<Record<string, string>>;
    readonly policies: PolicyConfiguration;
}

/** What a pack is told of the stack that is judged next; its process has the rest in its environment. */
export type PackStack = Pick<
    PackOptions,
    "organization" | "project" | "stack" | "configuration" | "secretKeys" | "tags"
>;

/** What a host asks of a pack for each resource. */
export interface Checks {
    /** The inputs after remediations; unchanged where there are none. */
    remediate(resource: Registered): Promise<PropertyTree>;
    analyze(resource: Registered): Promise<readonly Diagnostic[]>;
}

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
const SEVERITIES = ["", "low", "medium", "high", "critical"] as const;
const START_SECONDS = 60;
/** As the engine: a stack with large inputs exceeds gRPC's standard 4 MB. */
const MESSAGE_BYTES = 400 * 1024 * 1024;

/** A policy pack in its own process, spoken to as the engine speaks to it. */
export class Pack implements Checks {
    private constructor(
        private readonly client: AnalyzerClient,
        private readonly kill: () => void,
        readonly info: PackInfo,
        /** By policy, the schema of each option that it takes. */
        readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ) {}

    /** Starts and configures the pack; one that is kept outlives the run. Throws `CannotCheck` with what it printed, if it does not start. */
    static async start(options: PackOptions, isKept = false): Promise<Pack> {
        const { port, kill } = await launchPack(options, isKept);
        const pack = await Pack.connect(port, options.policies, kill);
        await pack.begin(options);
        return pack;
    }

    /** Configures the policies of a pack that somebody started, and that `kill` ends. */
    static async connect(port: number, given: PolicyConfiguration, kill: () => void): Promise<Pack> {
        const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
            "grpc.max_receive_message_length": MESSAGE_BYTES,
            "grpc.max_send_message_length": MESSAGE_BYTES,
        });
        const info = await unary<pb.AnalyzerInfo>(
            (done) => client.getAnalyzerInfo(new Empty(), done),
            "describe itself",
        );
        await configure(client, info, given);
        const schemas = info
            .getPoliciesList()
            .map((policy) => [policy.getName(), fromStruct(policy.getConfigschema()?.getProperties())] as const);
        return new Pack(client, kill, packInfo(info), Object.fromEntries(schemas));
    }

    /** To be called before the first resource of each stack. */
    begin(stack: PackStack): Promise<void> {
        return configureStack(this.client, stack);
    }

    stop(): void {
        this.client.close();
        this.kill();
    }

    async remediate(resource: Registered): Promise<PropertyTree> {
        const request = analyzeRequest(resource, resource.inputs);
        const response = await unary<pb.RemediateResponse>(
            (done) => this.client.remediate(request, done),
            "remediate a resource",
        );
        const changed = response
            .getRemediationsList()
            .filter((one) => one.hasProperties() && one.getDiagnostic() === "");
        const last = changed.at(-1);
        return last ? fromStruct(last.getProperties()) : resource.inputs;
    }

    async analyze(resource: Registered): Promise<readonly Diagnostic[]> {
        const request = analyzeRequest(resource, withoutInternals(resource.inputs));
        const response = await unary<pb.AnalyzeResponse>(
            (done) => this.client.analyze(request, done),
            "check a resource",
        );
        return response.getDiagnosticsList().map((one) => diagnostic(one, resource.urn));
    }

    async analyzeStack(resources: readonly Registered[]): Promise<readonly Diagnostic[]> {
        const request = new pb.AnalyzeStackRequest();
        request.setResourcesList(resources.map(stackResource));
        const response = await unary<pb.AnalyzeResponse>(
            (done) => this.client.analyzeStack(request, done),
            "check the stack",
        );
        return response.getDiagnosticsList().map((one) => diagnostic(one, ""));
    }
}

/** Starts a pack's process. Throws `CannotCheck` with what it printed, if it does not start. */
export async function launchPack(options: PackOptions, isKept = false): Promise<{ port: number; kill: () => void }> {
    if (!existsSync(path.join(options.folder, "PulumiPolicy.yaml")))
        throw new CannotCheck(`there is no policy pack in ${options.folder}: it holds no PulumiPolicy.yaml`);
    let run: string;
    try {
        run = createRequire(path.join(options.folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    } catch {
        throw new CannotCheck(`the policy pack in ${options.folder} is not installed: run npm install there`);
    }
    // The engine's address is only for logging, which this host has no use for.
    const child = start(process.execPath, [run, "127.0.0.1:1", options.folder], {
        cwd: options.folder,
        env: {
            ...process.env,
            ...options.environment,
            PWD: options.programFolder,
            PULUMI_NODEJS_TYPESCRIPT: String(!isCompiled(options.folder)),
            PULUMI_NODEJS_ORGANIZATION: options.organization,
            PULUMI_NODEJS_PROJECT: options.project,
            PULUMI_NODEJS_STACK: options.stack,
            PULUMI_NODEJS_DRY_RUN: "true",
            PULUMI_CONFIG: JSON.stringify(options.configuration),
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
    if (isKept) keep(child);
    return new Promise((resolve, reject) => {
        let [printed, errors] = ["", ""];
        const fail = (why: string) =>
            reject(new CannotCheck(`the policy pack did not start: ${why}`, errors || printed));
        const timer = setTimeout(() => fail(`it named no port within ${START_SECONDS} seconds`), START_SECONDS * 1000);
        child.stderr?.on("data", (data) => {
            errors += String(data);
        });
        child.stdout?.on("data", (data) => {
            printed += String(data);
            const port = /^(\d+)\s/.exec(printed)?.[1];
            if (port === undefined) return;
            clearTimeout(timer);
            resolve({ port: Number(port), kill: () => child.kill() });
        });
        child.once("exit", (code) => {
            clearTimeout(timer);
            fail(`its process ended with ${code ?? "a signal"}`);
        });
    });
}

/** A pack whose entry, package.json's `main`, is JavaScript needs no compiler in its process. */
function isCompiled(folder: string): boolean {
    const manifest = path.join(folder, "package.json");
    const { main = "index.js" } = existsSync(manifest)
        ? (JSON.parse(readFileSync(manifest, "utf8")) as { readonly main?: string })
        : {};
    return /\.[cm]?js$/.test(main) && existsSync(path.join(folder, main));
}

async function configureStack(client: AnalyzerClient, options: PackStack): Promise<void> {
    const request = new pb.AnalyzerStackConfigureRequest();
    request.setStack(options.stack);
    request.setProject(options.project);
    request.setOrganization(options.organization);
    request.setDryRun(true);
    request.setConfigSecretKeysList([...options.secretKeys]);
    for (const [key, value] of Object.entries(options.configuration)) request.getConfigMap().set(key, value);
    for (const [key, value] of Object.entries(options.tags)) request.getTagsMap().set(key, value);
    await unary((done) => client.configureStack(request, done), "take the stack's configuration");
}

async function configure(client: AnalyzerClient, info: pb.AnalyzerInfo, given: PolicyConfiguration): Promise<void> {
    const names = new Set(info.getPoliciesList().map((policy) => policy.getName()));
    for (const name of Object.keys(given)) {
        if (name !== "all" && !names.has(name))
            throw new CannotCheck(`the policy configuration names ${name}, which this pack does not have`);
    }
    const request = new pb.ConfigureAnalyzerRequest();
    const all = levelOf("all", given["all"]);
    for (const policy of info.getPoliciesList()) {
        const own = given[policy.getName()];
        const config = new pb.PolicyConfig();
        const level = levelOf(policy.getName(), own) ?? all;
        config.setEnforcementlevel(level === undefined ? policy.getEnforcementlevel() : LEVELS.indexOf(level));
        const { enforcementLevel: _, ...properties } = typeof own === "object" ? own : {};
        const standard = fromStruct(policy.getConfigschema()?.getProperties());
        const misfit = optionsMisfit(standard, properties);
        if (misfit !== undefined)
            throw new CannotCheck(`the policy configuration of ${policy.getName()} does not fit: ${misfit}`);
        const defaults = Object.fromEntries(
            Object.entries(standard).flatMap(([key, schema]) => {
                const value = (schema as Record<string, unknown>)["default"];
                return value === undefined ? [] : [[key, value]];
            }),
        );
        config.setProperties(toStruct({ ...defaults, ...properties }));
        request.getPolicyconfigMap().set(policy.getName(), config);
    }
    await unary((done) => client.configure(request, done), "take its configuration");
}

function packInfo(info: pb.AnalyzerInfo): PackInfo {
    return {
        name: info.getName(),
        displayName: info.getDisplayname(),
        version: info.getVersion(),
        policies: info.getPoliciesList().map(policyInfo),
    };
}

function policyInfo(policy: pb.PolicyInfo): PolicyInfo {
    const framework = policy.getFramework();
    return {
        name: policy.getName(),
        displayName: policy.getDisplayname(),
        description: policy.getDescription(),
        severity: SEVERITIES[policy.getSeverity()] ?? "",
        level: LEVELS[policy.getEnforcementlevel()] ?? "advisory",
        fix: policy.getRemediationSteps(),
        url: policy.getUrl(),
        tags: policy.getTagsList(),
        ...(framework && {
            framework: {
                name: framework.getName(),
                version: framework.getVersion(),
                reference: framework.getReference(),
                specification: framework.getSpecification(),
            },
        }),
    };
}

function levelOf(policy: string, own: PolicyConfiguration[string] | undefined): (typeof LEVELS)[number] | undefined {
    const level = typeof own === "object" ? own["enforcementLevel"] : own;
    if (level === undefined) return undefined;
    const known = LEVELS.find((one) => one === level);
    if (known === undefined)
        throw new CannotCheck(
            `the policy configuration gives ${policy} a level that does not exist: the levels are ${LEVELS.join(", ")}`,
        );
    return known;
}

function diagnostic(one: pb.AnalyzeDiagnostic, urn: string): Diagnostic {
    return {
        policy: one.getPolicyname(),
        description: one.getDescription(),
        message: one.getMessage(),
        level: one.getEnforcementlevel() === pb.EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
        severity: SEVERITIES[one.getSeverity()] ?? "",
        urn: one.getUrn() || urn,
    };
}

function analyzeRequest(resource: Registered, properties: PropertyTree): pb.AnalyzeRequest {
    const request = new pb.AnalyzeRequest();
    request.setType(resource.type);
    request.setUrn(resource.urn);
    request.setName(resource.name);
    request.setProperties(toStruct(properties));
    request.setOptions(options(resource));
    if (resource.provider) request.setProvider(provider(resource.provider));
    return request;
}

function stackResource(resource: Registered): pb.AnalyzerResource {
    const message = new pb.AnalyzerResource();
    message.setType(resource.type);
    message.setUrn(resource.urn);
    message.setName(resource.name);
    message.setProperties(toStruct(withoutInternals(resource.outputs)));
    message.setOptions(options(resource));
    message.setParent(resource.parent);
    message.setDependenciesList([...resource.dependencies]);
    if (resource.provider) message.setProvider(provider(resource.provider));
    for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        const dependencies = new pb.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
}

function options({ options: given, parent }: Registered): pb.AnalyzerResourceOptions {
    const message = new pb.AnalyzerResourceOptions();
    message.setProtect(given.protect);
    message.setIgnorechangesList([...given.ignoreChanges]);
    if (given.deleteBeforeReplace !== undefined) {
        message.setDeletebeforereplace(given.deleteBeforeReplace);
        message.setDeletebeforereplacedefined(true);
    }
    message.setAdditionalsecretoutputsList([...given.additionalSecretOutputs]);
    message.setParent(parent);
    const timeouts = new pb.AnalyzerResourceOptions.CustomTimeouts();
    timeouts.setCreate(given.timeouts.create);
    timeouts.setUpdate(given.timeouts.update);
    timeouts.setDelete(given.timeouts.delete);
    message.setCustomtimeouts(timeouts);
    return message;
}

function provider(given: ProviderResource): pb.AnalyzerProviderResource {
    const message = new pb.AnalyzerProviderResource();
    message.setType(given.type);
    message.setUrn(given.urn);
    message.setName(given.name);
    message.setProperties(toStruct(given.settings.inputs));
    return message;
}

function unary<R>(
    call: (done: (error: grpc.ServiceError | null, response: R) => void) => unknown,
    what: string,
): Promise<R> {
    return new Promise((resolve, reject) => {
        call((error, response) => {
            if (error) reject(new CannotCheck(`the policy pack could not ${what}`, reasonOf(error)));
            else resolve(response);
        });
    });
}
