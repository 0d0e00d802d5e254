/** The resources of a stack, made once for all policies. */
import type { PolicyResource } from "@pulumi/policy";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerResource, AnalyzerResourceOptions, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { standingFor, treeOf } from "./deserialization";
import { type Properties, plainTree, rawProperties, secretPaths } from "./properties";
import { readResources, type WireResource } from "./wire";

/** What the pack reads of a resource of a stack. */
export interface StackResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly protect: boolean;
    readonly parent: string | undefined;
    /** The plain tree, unknowns as the SDK's sentinels. */
    readonly props: Properties;
    /** What is marked in `props`, by whomever; undefined where the SDK gave the resource, which tells that in remediations alone. */
    readonly secrets?: ReadonlySet<string> | undefined;
    readonly provider?: { readonly props: Properties } | undefined;
    /** By URN. */
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** All resources of one stack. */
export interface WholeStack {
    readonly resources: readonly StackResource[];
    readonly types: ReadonlySet<string>;
    /** Where a finding about the stack as a whole belongs: its root resource, else the first by URN. */
    readonly root: { readonly urn: string; readonly name: string };
    /** Whether it was read from the request's bytes; else the SDK made it, anew for each policy. */
    readonly isRead: boolean;
}

/** Under this key the one resource of a type that stands for a whole stack carries it. */
const WHOLE = Symbol("whole stack");

let isSharing = false;

/**
 * For each stack policy the SDK makes an object of every resource anew, with all its links. So it is given one resource of each type,
 * by which it tells which policies apply, and those of the whole stack are made once, from the request's bytes; `wholeStack` finds them.
 * Where the SDK takes its requests from elsewhere, and of bytes that cannot be read, each policy is given all resources as ever.
 */
export function shareStacks(): void {
    if (isSharing) return;
    isSharing = true;
    const { analyzeStack } = AnalyzerService;
    const original = analyzeStack.requestDeserialize;
    AnalyzerService.analyzeStack = {
        ...analyzeStack,
        requestDeserialize: (bytes: Buffer) => {
            const whole = stackIn(bytes);
            if (!whole) return original(bytes);
            const carrier = standingFor({ [WHOLE]: whole });
            const request = new AnalyzeStackRequest();
            request.setResourcesList([...whole.types].map((type) => ofType(type, carrier)));
            return request;
        },
    };
}

function stackIn(bytes: Buffer): WholeStack | undefined {
    try {
        const providers = new Map<string, { readonly props: Properties }>();
        return wholeOf(
            readResources(bytes).map((one) => new ReadResource(one, providers)),
            true,
        );
    } catch {
        return undefined;
    }
}

function ofType(type: string, properties: Struct): AnalyzerResource {
    const resource = new AnalyzerResource();
    resource.setType(type);
    resource.setOptions(new AnalyzerResourceOptions());
    resource.setProperties(properties);
    return resource;
}

/** A resource whose properties are read when somebody asks. */
class ReadResource implements StackResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly protect: boolean;
    readonly parent: string | undefined;
    readonly dependencies: readonly string[];
    private tree: Properties | undefined;

    constructor(
        private readonly read: WireResource,
        /** Those met before, by their bytes: a stack has few, and each resource brings its own along. */
        private readonly providers: Map<string, { readonly props: Properties }>,
    ) {
        this.urn = read.urn;
        this.type = read.type;
        this.name = read.name;
        this.protect = read.protect;
        this.parent = read.parent || undefined;
        this.dependencies = read.dependencies;
    }

    get props(): Properties {
        this.tree ??= treeOf(this.read.properties);
        return this.tree;
    }

    get secrets(): ReadonlySet<string> {
        return secretPaths(rawProperties(treeOf(this.read.properties, true)));
    }

    get provider(): { readonly props: Properties } | undefined {
        const { provider } = this.read;
        if (!provider) return undefined;
        const key = provider.toString("latin1");
        const found = this.providers.get(key) ?? { props: plainTree(treeOf(provider)) };
        this.providers.set(key, found);
        return found;
    }

    get propertyDependencies(): Readonly<Record<string, readonly string[]>> {
        return Object.fromEntries(this.read.propertyDependencies);
    }
}

const made = new WeakMap<readonly PolicyResource[], WholeStack>();

/** All resources of the stack that a policy is given, be it by one for each type. */
export function wholeStack(given: readonly PolicyResource[]): WholeStack {
    const [carrier] = given;
    const read = carrier && (rawProperties(carrier.props) as { readonly [WHOLE]?: WholeStack })[WHOLE];
    if (read) return read;
    const found = made.get(given) ?? wholeOf(given.map(handed), false);
    made.set(given, found);
    return found;
}

/** A resource as the SDK hands it over. */
function handed(one: PolicyResource): StackResource {
    const { urn, type, name, props, opts, provider } = one;
    return {
        urn,
        type,
        name,
        protect: opts.protect,
        parent: one.parent?.urn ?? opts.parent,
        get props() {
            return rawProperties(props);
        },
        ...(provider && { provider }),
        dependencies: one.dependencies.map((other) => other.urn),
        propertyDependencies: Object.fromEntries(
            Object.entries(one.propertyDependencies).map(([key, others]) => [key, others.map((other) => other.urn)]),
        ),
    };
}

function wholeOf(resources: readonly StackResource[], isRead: boolean): WholeStack {
    let first: StackResource | undefined;
    const types = new Set<string>();
    for (const one of resources) {
        types.add(one.type);
        if (!first || one.urn < first.urn) first = one;
    }
    const root = resources.find(({ type }) => type === STACK) ?? first;
    return { resources, types, root: { urn: root?.urn ?? "", name: root?.name ?? "" }, isRead };
}

const STACK = "pulumi:pulumi:Stack";
