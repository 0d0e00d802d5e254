import type { TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { CannotCheck } from "../errors";
import {
    isLookup,
    NotFound,
    type PropertyTree,
    type ProviderSettings,
    type SyntheticCloud,
    UnsupportedFunction,
} from "../synthetic";
import { holds, isUnknown, UNKNOWN, unwrapped } from "../synthetic/wire-values";
import { Analyses } from "./analyses";
import { fileProblem } from "./assets";
import { type Answer, ConstructFailure, Failures, type MethodCall, type Plugins } from "./components";
import type { Checks } from "./pack";
import { type Dependencies, markSecrets, plain } from "./trees";
import type { Lookup, NotSeen, ProviderResource, Registered, ResourceOptions, SourceLocation } from "./types";
import { isProvider, packageOf, providerType, STACK_REFERENCE_TYPE, STACK_TYPE, typeOf, urnOf } from "./urns";

/** Something this host cannot do, in a sentence that says what to use instead. It reaches the program as an error. */
export class Refused extends Error {
    override readonly name = "Refused";
}

export interface Registration {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly custom: boolean;
    /** A component whose children its own plugin registers. */
    readonly remote: boolean;
    readonly properties: PropertyTree;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** `URN::ID` of an explicit provider, or empty. */
    readonly provider: string;
    readonly providers: Readonly<Record<string, string>>;
    readonly version: string;
    readonly packageName: string | undefined;
    readonly importId: string;
    readonly options: ResourceOptions;
    /** All options, as transforms left them. */
    readonly sentOptions: TransformResourceOptions;
    readonly source: SourceLocation | undefined;
}

export interface Reading {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly id: string;
    readonly properties: PropertyTree;
    readonly dependencies: readonly string[];
    readonly provider: string;
    readonly version: string;
    readonly additionalSecretOutputs: readonly string[];
    readonly source: SourceLocation | undefined;
}

export interface DeploymentOptions {
    readonly stack: string;
    readonly project: string;
    readonly projectFolder: string;
    /** Where relative paths of assets and archives start. */
    readonly programFolder: string;
    readonly organization: string;
    readonly configuration: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly cloud: SyntheticCloud;
    /** Whether that leaves open what AWS computes. */
    readonly unknownOutputs?: boolean;
    readonly pack: Promise<Checks>;
    /** Who makes remote components; where there is none, their children are not seen. */
    readonly plugins?: Plugins;
    /** Called as resources are checked, for a progress line. */
    readonly progress: (checked: number) => void;
}

/** What the program is answered for a registration. */
export interface Made {
    readonly urn: string;
    readonly id: string;
    readonly outputs: PropertyTree;
    /** Of the outputs, where a plugin tells. */
    readonly dependencies?: Dependencies;
}

/** Why the outputs of a stack that the program refers to are not seen. */
export const OTHER_STACK =
    "the outputs of another stack, which only its state holds; checks that need them stay undecided";

/** What is read of another stack; `outputs` as an SDK takes those that are not known. */
export function otherStack(name: unknown, outputs: unknown = UNKNOWN): PropertyTree {
    return { name, outputs, secretOutputNames: UNKNOWN };
}

/** The engine's own function. */
const GET_RESOURCE = "pulumi:pulumi:getResource";

const NO_OPTIONS: ResourceOptions = {
    protect: false,
    ignoreChanges: [],
    additionalSecretOutputs: [],
    timeouts: { create: 0, update: 0, delete: 0 },
};

/** One preview: what the program registers, answered by the synthetic cloud, checked by the pack. */
export class Deployment {
    readonly resources = new Map<string, Registered>();
    /** What the pack finds. */
    readonly analyses: Analyses;
    readonly notSeen: NotSeen[] = [];
    /** Why something was refused; a program may swallow the error that it gets for it. */
    readonly refusals: string[] = [];
    /** What the program looked up and the synthetic cloud made up. */
    readonly lookups: Lookup[] = [];
    /** Whether the program has declared the stack's outputs, which an SDK does last. */
    isComplete = false;
    readonly failures: Failures;
    private readonly lookedUp = new Map<string, PropertyTree>();
    private readonly urns = new Set<string>();
    /** Remote components, with where the program declares them. */
    private readonly remote = new Map<string, SourceLocation | undefined>();
    private readonly defaultProviders = new Map<string, Promise<ProviderResource>>();
    /** By URN: plugins do not know a provider's id in a preview. */
    private readonly explicitProviders = new Map<string, ProviderResource>();

    constructor(readonly options: DeploymentOptions) {
        this.analyses = new Analyses(options.pack, options.progress);
        this.failures = new Failures(options, this.resources);
    }

    urnOf({ parent, type, name }: Pick<Registration, "parent" | "type" | "name">): string {
        return urnOf(this.options.stack, this.options.project, parent, type, name);
    }

    /** As the engine: check, remediate, analyze, create. */
    async register(given: Registration): Promise<Made> {
        const { cloud } = this.options;
        const urn = this.urnOf(given);
        if (given.remote) return this.registerRemote(urn, given);
        this.refuseDuplicate(urn, given);
        const tree = plain(withVersion(withoutProgram(given.properties), given));
        const problem = fileProblem(tree, this.options.programFolder);
        if (problem !== undefined) throw this.refuse(`${given.name} (${given.type}) cannot be made: ${problem}`);
        const provider = given.custom && !isProvider(given.type) ? await this.providerOf(given) : undefined;
        const settings: ProviderSettings = provider?.settings ?? { package: packageOf(given.type), inputs: {} };
        const request = { urn, type: given.type, name: given.name, provider: settings };
        // A provider whose own settings are not known yet is asked nothing, as under the engine.
        const answers = !holds(settings.inputs, isUnknown);
        const checkedInputs = given.custom && answers ? cloud.check({ ...request, inputs: tree }) : tree;
        const resource = this.remember(urn, given, checkedInputs, provider);
        if (given.type === STACK_TYPE) {
            // A program begins with its stack: it goes on to load its other modules while the pack starts.
            this.analyses.later(resource);
            return { urn, id: "", outputs: checkedInputs };
        }
        const inputs = await this.analyses.of(resource);
        if (!given.custom) {
            resource.outputs = inputs;
            return { urn, id: "", outputs: inputs };
        }
        if (isProvider(given.type)) return this.registerProvider(resource, given, inputs);
        if (!answers) {
            resource.outputs = {};
            return { urn, id: UNKNOWN, outputs: {} };
        }
        const created =
            given.importId === ""
                ? cloud.create({ ...request, inputs })
                : cloud.read({ ...request, inputs, id: given.importId });
        resource.outputs = markSecrets(created.outputs, given.options.additionalSecretOutputs);
        return { urn, id: created.id, outputs: resource.outputs };
    }

    /** An existing resource, looked up by its id. */
    async read(given: Reading): Promise<{ readonly urn: string; readonly outputs: PropertyTree }> {
        const { cloud } = this.options;
        const urn = this.urnOf(given);
        const tree = plain(given.properties);
        this.failures.answered(given.type);
        if (given.type === STACK_REFERENCE_TYPE) return { urn, outputs: this.stackReference(urn, given, tree) };
        const provider = await this.providerOf({ ...given, packageName: undefined, providers: {} });
        const request = { urn, type: given.type, name: given.name, inputs: tree, provider: provider.settings };
        const { outputs } = cloud.read({ ...request, id: given.id });
        // The engine checks what a program declares, and shows policies nothing of what it only looks up.
        const marked = markSecrets(outputs, given.additionalSecretOutputs);
        this.lookedUp.set(urn, marked);
        this.lookups.push({
            what: `${given.type} ${given.name}`,
            found: true,
            answer: marked,
            ...(given.source && { source: given.source }),
        });
        return { urn, outputs: marked };
    }

    async invoke(
        token: string,
        args: PropertyTree,
        providerRef: string,
        version: string,
        source?: SourceLocation,
    ): Promise<PropertyTree> {
        const tree = plain(args);
        if (token === GET_RESOURCE) return this.registered(String(tree["urn"]));
        const provider = await this.providerOf({
            type: token,
            provider: providerRef,
            providers: {},
            version,
            packageName: undefined,
        });
        this.failures.answered(token);
        const lookup = (found: boolean, answer: PropertyTree) => {
            if (isLookup(token, tree)) this.lookups.push({ what: token, found, answer, ...(source && { source }) });
        };
        try {
            const answer = this.options.cloud.invoke({ token, args: tree, provider: provider.settings });
            lookup(this.options.cloud.finds(token, tree), answer);
            return answer;
        } catch (error) {
            if (error instanceof NotFound) lookup(false, {});
            throw error instanceof UnsupportedFunction ? this.refuse(error.message) : error;
        }
    }

    /** What the SDK asks for when the program is handed a reference to a resource, as its transforms are. */
    private registered(urn: string): PropertyTree {
        const outputs = this.resources.get(urn)?.outputs ?? this.lookedUp.get(urn);
        if (!outputs) throw this.refuse(`the program refers to ${urn}, which it has not declared`);
        return { urn, id: outputs["id"] ?? "", state: outputs };
    }

    /** A resource's method: only its provider knows the answer, and only plugins of components are started here. */
    async callMethod(given: MethodCall & Pick<Registration, "provider" | "version" | "packageName">): Promise<Answer> {
        const { token, packageName = packageOf(token) } = given;
        const isComponents = [...this.remote.keys()].some((urn) => packageOf(typeOf(urn)) === packageName);
        const provider = isComponents && (await this.providerOf({ ...given, type: token, providers: {} }));
        const plugin = provider && (await this.options.plugins?.of(provider.settings).catch(() => undefined));
        if (plugin) return plugin.call(given);
        throw this.refuse(
            `the program calls the method ${token}, which only its provider can answer: run the check with --host pulumi, which needs the Pulumi CLI`,
        );
    }

    setOutputs(urn: string, outputs: PropertyTree): void {
        const resource = this.resources.get(urn);
        if (!resource) return;
        resource.outputs = plain(outputs);
        if (resource.type === STACK_TYPE) this.isComplete = true;
    }

    private remember(
        urn: string,
        given: Omit<Registered, "urn" | "inputs" | "outputs" | "provider" | "source"> & Pick<Registration, "source">,
        inputs: PropertyTree,
        provider: ProviderResource | undefined,
    ): Registered {
        const { type, name, parent, custom, dependencies, propertyDependencies, options } = given;
        const source = this.placeOf(urn, parent, given.source);
        const resource: Registered = {
            urn,
            type,
            name,
            custom,
            inputs,
            outputs: inputs,
            parent,
            dependencies,
            propertyDependencies,
            options,
            ...(provider && { provider }),
            ...(source && { source }),
        };
        this.resources.set(urn, resource);
        return resource;
    }

    private registerProvider(
        resource: Registered,
        given: Registration,
        inputs: PropertyTree,
    ): { urn: string; id: string; outputs: PropertyTree } {
        const id = `provider-${given.name}`;
        const settings = { package: packageOf(given.type), version: given.version, inputs: openedSettings(inputs) };
        this.explicitProviders.set(resource.urn, {
            urn: resource.urn,
            id,
            type: given.type,
            name: given.name,
            settings,
        });
        return { urn: resource.urn, id, outputs: inputs };
    }

    /** The component's plugin registers it, and its children. */
    private async registerRemote(urn: string, given: Registration): Promise<Made> {
        this.refuseDuplicate(urn, given);
        this.remote.set(urn, given.source);
        const before = this.resources.size;
        const why = "which only its plugin makes";
        const problem = fileProblem(plain(given.properties), this.options.programFolder);
        if (problem !== undefined) throw this.refuse(`${given.name} (${given.type}) cannot be made: ${problem}`);
        try {
            const plugin = await this.options.plugins?.of((await this.providerOf(given)).settings);
            if (!plugin)
                return this.notConstructed(urn, given, `${why}: install that, or check with --host pulumi, which does`);
            return { urn, id: "", ...(await plugin.construct(given)) };
        } catch (error) {
            if (!(error instanceof CannotCheck)) throw error;
            if (error instanceof ConstructFailure && this.failures.add(urn, given, before))
                throw this.refuse(failedComponent(given, error));
            const over = error instanceof ConstructFailure ? " over what may be made up here" : "";
            return this.notConstructed(urn, given, `${why}, and it failed${over}: ${error.message}`);
        }
    }

    /** It is listed, and what reads its outputs stays undecided. */
    private async notConstructed(urn: string, given: Registration, why: string): Promise<Made> {
        this.notSeen.push({
            urn,
            what: `the children of the remote component ${given.type}, ${why}`,
            ...(given.source && { source: given.source }),
        });
        const registered = this.resources.get(urn);
        if (registered) return { urn, id: "", outputs: registered.outputs };
        const resource = this.remember(urn, given, plain(given.properties), undefined);
        resource.outputs = await this.analyses.of(resource);
        return { urn, id: "", outputs: resource.outputs };
    }

    /** A component of a plugin stands where the program declares it, and so do its children, but for code of the project's own. */
    private placeOf(urn: string, parent: string, source: SourceLocation | undefined): SourceLocation | undefined {
        if (this.remote.has(urn)) return this.remote.get(urn);
        if (!source?.file.startsWith("..")) return source;
        for (let at = parent; at !== ""; at = this.resources.get(at)?.parent ?? "")
            if (this.remote.has(at)) return undefined;
        return source;
    }

    private stackReference(urn: string, given: Reading, tree: PropertyTree): PropertyTree {
        this.notSeen.push({
            urn,
            what: OTHER_STACK,
            ...(given.source && { source: given.source }),
        });
        return otherStack(tree["name"] ?? given.name);
    }

    /** Taken at once: two registrations of the same name may be under way together. */
    private refuseDuplicate(urn: string, given: Registration): void {
        const isPluginsOwn = this.remote.has(urn) && !given.remote && !this.resources.has(urn);
        if (this.urns.has(urn) && !isPluginsOwn)
            throw this.refuse(`two resources have the same name and type: ${given.name} of ${given.type}`);
        this.urns.add(urn);
    }

    private refuse(sentence: string): Refused {
        this.refusals.push(sentence);
        return new Refused(sentence);
    }

    private async providerOf(
        given: Pick<Registration, "type" | "provider" | "providers" | "version" | "packageName">,
    ): Promise<ProviderResource> {
        const packageName = given.packageName ?? packageOf(given.type);
        const reference = given.provider || (given.providers[packageName] ?? "");
        const explicit = this.explicitProviders.get(reference.slice(0, reference.lastIndexOf("::")));
        if (explicit) return explicit;
        const key = `${packageName} ${given.version}`;
        let provider = this.defaultProviders.get(key);
        if (!provider) {
            provider = this.registerDefaultProvider(packageName, given.version);
            this.defaultProviders.set(key, provider);
        }
        return provider;
    }

    /** A default provider is a resource too, configured by the stack's `PACKAGE:key` values. */
    private async registerDefaultProvider(packageName: string, version: string): Promise<ProviderResource> {
        const { stack, project, configuration } = this.options;
        const own = Object.entries(configuration).filter(([key]) => key.startsWith(`${packageName}:`));
        const inputs: Record<string, unknown> = Object.fromEntries(
            own.map(([key, value]) => [key.slice(packageName.length + 1), value]),
        );
        const region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
        if (packageName === "aws" && inputs["region"] === undefined && region !== undefined) inputs["region"] = region;
        if (version !== "") inputs["version"] = version;
        const name = version === "" ? "default" : `default_${version.replace(/[^\w]/g, "_")}`;
        const type = providerType(packageName);
        const urn = urnOf(stack, project, "", type, name);
        const registration = {
            type,
            name,
            parent: "",
            custom: true,
            dependencies: [],
            propertyDependencies: {},
            options: NO_OPTIONS,
            source: undefined,
        };
        await this.analyses.of(this.remember(urn, registration, inputs, undefined));
        return { urn, id: name, type, name, settings: { package: packageName, version, inputs } };
    }
}

function failedComponent({ type, name, source }: Registration, { message }: ConstructFailure): string {
    const place = source ? ` (${source.file}:${source.line}:${source.column})` : "";
    return `the plugin of the remote component ${name} (${type}) fails, as it would in pulumi preview: ${message}${place}`;
}

/** A dynamic provider's code travels as a property of its resources; it is the program's, and no input. */
function withoutProgram(properties: PropertyTree): PropertyTree {
    const { __provider: _, ...rest } = properties;
    return rest;
}

/** A provider's version is one of its inputs. */
function withVersion(properties: PropertyTree, { type, version }: Registration): PropertyTree {
    return isProvider(type) && version !== "" ? { ...properties, version } : properties;
}

function openedSettings(inputs: PropertyTree): PropertyTree {
    return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, unwrapped(value)]));
}
