/**
 * The one module that knows how @pulumi/policy hands properties over: behind proxies that throw at unknowns, and, in
 * remediations, behind a second one that hides secrets. Both give their target under a name that the typings leave out.
 */
import * as policy from "@pulumi/policy";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerResource, AnalyzerResourceOptions, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type Value as StructValue } from "google-protobuf/google/protobuf/struct_pb";
import { describePackaged, isRecord, type Packaged, UNKNOWN, UNREADABLE } from "../model/values";
import type { PolicyConfiguration } from "./profile";

// A namespace import would be a copy once bundled, and what is replaced in a copy reaches nobody.
import deserialization = require("@pulumi/policy/deserialize");

const TARGET = "__getSpecialProxyTarget";
const IS_PROXY = "__isSpecialProxy";

interface Untyped {
    readonly UnknownValueError: new (...args: never) => Error & { readonly unknownTypeSentinel: string };
    readonly Secret: new (value: unknown) => { readonly value: unknown };
}
const untyped = policy as unknown as Untyped;

type Deserialize = (properties: Properties, secretsMarked: boolean) => object;
/** What travels: a `Struct` of protobuf. */
interface Properties {
    toJavaScript(): Record<string, unknown>;
}

/**
 * The SDK deserializes every resource anew for each policy that looks at it: for stack policies, the whole stack each time.
 * No policy here changes what it is shown, so all of them may be shown the same tree. Remediations, which may change
 * theirs, and an SDK that no longer exports the function keep the SDK's own way.
 *
 * It also ends the whole preview at an asset, archive or secret that it cannot read: such a value is unknown here.
 */
export function shareDeserialization(): void {
    const exported = deserialization as unknown as { deserializeProperties?: Deserialize & { readonly shares?: true } };
    const original = exported.deserializeProperties;
    if (typeof original !== "function" || original.shares) return;
    const trees = new WeakMap<object, object>();
    const shared: Deserialize = (properties, secretsMarked) => {
        if (secretsMarked) return surviving(original, properties, secretsMarked);
        const tree = trees.get(properties) ?? surviving(original, properties, secretsMarked);
        trees.set(properties, tree);
        return tree;
    };
    exported.deserializeProperties = Object.assign(shared, { shares: true as const });
    shareStacks(shared, trees);
}

/** Under this key the one resource of a type that stands for a whole stack carries it. */
const WHOLE = Symbol("whole stack");

/**
 * For each stack policy the SDK makes an object of every resource anew, with all its links. So it is given one resource of each type,
 * by which it tells which policies apply, and the objects of the whole stack are made once; `wholeStack` finds them. Where the SDK takes
 * its requests from elsewhere, each policy is given all resources as ever.
 */
function shareStacks(deserialize: Deserialize, trees: WeakMap<object, object>): void {
    const { analyzeStack } = AnalyzerService;
    const original = analyzeStack.requestDeserialize;
    AnalyzerService.analyzeStack = {
        ...analyzeStack,
        requestDeserialize: (bytes: Buffer) => {
            const request = original(bytes);
            const resources = request.getResourcesList();
            const whole = once(() => policyResources(resources, deserialize));
            const carrier = new Struct();
            trees.set(carrier, { [WHOLE]: whole });
            request.setResourcesList(
                [...new Set(resources.map((one) => one.getType()))].map((type) => ofType(type, carrier)),
            );
            return request;
        },
    };
}

function ofType(type: string, properties: Struct): AnalyzerResource {
    const resource = new AnalyzerResource();
    resource.setType(type);
    resource.setOptions(new AnalyzerResourceOptions());
    resource.setProperties(properties);
    return resource;
}

/** Of a stack's resources what the pack reads, with their properties as plain trees. */
function policyResources(resources: readonly AnalyzerResource[], deserialize: Deserialize): readonly StackResource[] {
    const byUrn = new Map<string, StackResource>();
    const plain = (properties: Struct | undefined): Record<string, unknown> => {
        const tree = properties ? deserialize(properties, false) : {};
        plainTrees.add(tree);
        return tree as Record<string, unknown>;
    };
    const made = resources.map((one) => {
        const [provider, parent] = [one.getProvider(), one.getParent() || one.getOptions()?.getParent()];
        const known = (urns: readonly string[]) => urns.flatMap((urn) => byUrn.get(urn) ?? []);
        const resource: StackResource = {
            urn: one.getUrn(),
            type: one.getType(),
            name: one.getName(),
            props: plain(one.getProperties()),
            opts: { protect: one.getOptions()?.getProtect() ?? false, ...(parent && { parent }) },
            ...(provider && { provider: { props: plain(provider.getProperties()) } }),
            get secrets() {
                const properties = one.getProperties();
                return (
                    properties && secretPaths(rawProperties(deserialize(properties, true) as Record<string, unknown>))
                );
            },
            // Those that come later in the list are known only when somebody asks.
            get dependencies() {
                return known(one.getDependenciesList());
            },
            get propertyDependencies() {
                const entries = [...one.getPropertydependenciesMap().entries()];
                return Object.fromEntries(entries.map(([key, urns]) => [key, known(urns.getUrnsList())]));
            },
        };
        byUrn.set(resource.urn, resource);
        return resource;
    });
    return made;
}

/** The type of the resource that an Analyze call has begun to judge. */
let begun: string | undefined;

/**
 * For a policy of several types the SDK makes all that it hands over before the policy can say that the resource is of none of them. So
 * the list of policies leaves those out itself, when an Analyze call goes through it: the call asks its request for the type just
 * before, in the same turn. `typesOf` tells the types of a policy that is to be left out for all others. Whoever else goes through the
 * list, and an SDK that goes about it otherwise, meets all of them.
 */
export function judgedByType<P extends object>(
    policies: readonly P[],
    typesOf: (policy: P) => ReadonlySet<string> | undefined,
): P[] {
    observeTypes();
    const list = [...policies];
    const known = new Map<string, readonly P[]>();
    const ofType = (type: string): readonly P[] => {
        const found = known.get(type) ?? policies.filter((policy) => typesOf(policy)?.has(type) ?? true);
        known.set(type, found);
        return found;
    };
    return Object.defineProperty(list, Symbol.iterator, {
        value: () => {
            const type = begun;
            begun = undefined;
            return (type === undefined ? policies : ofType(type)).values();
        },
    });
}

let observesTypes = false;

function observeTypes(): void {
    if (observesTypes) return;
    observesTypes = true;
    const { analyze } = AnalyzerService;
    const original = analyze.requestDeserialize;
    AnalyzerService.analyze = {
        ...analyze,
        requestDeserialize: (bytes: Buffer) => {
            const request = original(bytes);
            const type = request.getType();
            noteUnknowns(request.getUrn(), bytes.includes(UNKNOWN) ? request.getProperties() : undefined);
            request.getType = () => {
                begun = type;
                return type;
            };
            return request;
        },
    };
}

const unknownInputs = new Map<string, ReadonlySet<string>>();

/**
 * The properties that the program gave a resource, of which no more is known yet. In the analysis of the stack they are not told apart from
 * what only the provider computes, unless an output of another resource went into them. Nothing where requests come by another way.
 */
export function givenUnknowns(urn: string): ReadonlySet<string> | undefined {
    return unknownInputs.get(urn);
}

function noteUnknowns(urn: string, properties: Struct | undefined): void {
    const found = new Set<string>();
    properties?.getFieldsMap().forEach((value: StructValue, key: string) => {
        if (value.getStringValue() === UNKNOWN) found.add(key);
    });
    if (found.size > 0) unknownInputs.set(urn, found);
    else unknownInputs.delete(urn);
}

/** Trees that stand behind no proxy. */
const plainTrees = new WeakSet<object>();

/** What the pack reads of a resource of a stack; the SDK's own `PolicyResource` is one. */
export interface StackResource extends Pick<policy.PolicyResource, "urn" | "type" | "name" | "props"> {
    readonly opts: Pick<policy.PolicyResourceOptions, "protect" | "parent">;
    readonly parent?: { readonly urn: string } | undefined;
    /** What is marked in `props`, by whomever; undefined where the SDK gave the resource, which tells that in remediations alone. */
    readonly secrets?: ReadonlySet<string> | undefined;
    readonly provider?: { readonly props: Record<string, unknown> } | undefined;
    readonly dependencies: readonly StackResource[];
    readonly propertyDependencies: Readonly<Record<string, readonly StackResource[]>>;
}

/** All resources of the stack that a policy is given, be it by one for each type. */
export function wholeStack(given: readonly policy.PolicyResource[]): readonly StackResource[] {
    const [carrier] = given;
    const whole =
        carrier && (rawProperties(carrier.props) as { readonly [WHOLE]?: () => readonly StackResource[] })[WHOLE];
    return whole?.() ?? given;
}

function once<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

function surviving(original: Deserialize, properties: Properties, secretsMarked: boolean): object {
    const raw = properties.toJavaScript();
    const tree = deserialized(original, raw, secretsMarked);
    // Where secrets are marked, the tree is behind a proxy, and nobody asks for code there.
    if (!secretsMarked) describeCode(raw, tree as Record<string, unknown>);
    return tree;
}

function deserialized(original: Deserialize, raw: Record<string, unknown>, secretsMarked: boolean): object {
    try {
        return original({ toJavaScript: () => raw }, secretsMarked);
    } catch {
        const readable = (node: unknown): unknown => {
            if (Array.isArray(node)) return node.map(readable);
            if (!isRecord(node)) return node;
            // Of an empty file nothing but its hash travels, and the SDK takes that for none.
            if (isEmptyAsset(node)) return { ...node, text: "\n" };
            const mended = Object.fromEntries(Object.entries(node).map(([key, below]) => [key, readable(below)]));
            if (!mended[SIGNATURE]) return mended;
            try {
                original({ toJavaScript: () => ({ mended }) }, secretsMarked);
                return mended;
            } catch {
                return UNREADABLE;
            }
        };
        return original({ toJavaScript: () => readable(raw) as Record<string, unknown> }, secretsMarked);
    }
}

/** Tells what archives and assets at the top of a resource's properties are of: their own objects do so by promises alone. */
function describeCode(raw: Record<string, unknown>, tree: Record<string, unknown>): void {
    for (const [key, given] of Object.entries(raw)) {
        const made = tree[key];
        if (!isRecord(given) || typeof given[SIGNATURE] !== "string" || typeof made !== "object" || made === null)
            continue;
        describePackaged(made, packaged(given[SIGNATURE] === SECRET_SIGNATURE ? given["value"] : given));
    }
}

function packaged(given: unknown): Packaged {
    if (!isRecord(given)) return { kind: "unreadable" };
    const { path, text, uri, assets } = given;
    const isArchive = given[SIGNATURE] === ARCHIVE_SIGNATURE;
    if (isRecord(assets) && isArchive)
        return { kind: "assets", assets: new Map(Object.entries(assets).map(([name, one]) => [name, packaged(one)])) };
    if (typeof path === "string" && path !== "") return { kind: "path", path, isArchive };
    if (typeof text === "string" && !isArchive) return { kind: "text", text };
    if (isEmptyAsset(given)) return { kind: "text", text: "" };
    return { kind: typeof uri === "string" && uri !== "" ? "remote" : "unreadable" };
}

function isEmptyAsset(given: Record<string, unknown>): boolean {
    const isNothing = !given["path"] && !given["text"] && !given["uri"];
    return given[SIGNATURE] === ASSET_SIGNATURE && isNothing && (given["text"] === "" || given["hash"] === EMPTY_HASH);
}

/** The key by which an asset, an archive or a secret is told from a plain object. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
/** Source: @pulumi/pulumi, runtime/rpc. */
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
/** SHA-256 of nothing. */
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;

/**
 * What the engine configures the pack's policies with, as `settled` makes it. The SDK tells each policy its own part; what is meant for
 * a policy that does not exist, and what is meant for a policy that does not run, nobody is told. So this looks at the request itself,
 * as it comes in, and hands on what was settled. To be called before the pack is served.
 */
export function observeConfiguration(
    settled: (given: ReadonlyMap<string, PolicyConfiguration>) => ReadonlyMap<string, PolicyConfiguration>,
): () => ReadonlyMap<string, PolicyConfiguration["properties"]> {
    let found: ReadonlyMap<string, PolicyConfiguration["properties"]> = new Map();
    const { configure } = AnalyzerService;
    const original = configure.requestDeserialize;
    AnalyzerService.configure = {
        ...configure,
        requestDeserialize: (bytes: Buffer) => {
            const request = original(bytes);
            const policies = request.getPolicyconfigMap();
            const given = new Map(
                [...policies.entries()].map(([policy, config]) => {
                    const properties = (config.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>;
                    return [policy, { level: LEVELS[config.getEnforcementlevel()] ?? "advisory", properties }] as const;
                }),
            );
            found = new Map([...given].map(([policy, { properties }]) => [policy, properties]));
            for (const [policy, { level, properties }] of settled(given)) {
                const config = new PolicyConfig();
                config.setEnforcementlevel(LEVELS.indexOf(level) as ReturnType<typeof config.getEnforcementlevel>);
                config.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
                policies.set(policy, config);
            }
            return request;
        },
    };
    return () => found;
}

/** The plain property tree, unknowns as the SDK's sentinels, secrets (only in remediations) as its `Secret`. */
export function rawProperties(props: Record<string, unknown>): Record<string, unknown> {
    if (plainTrees.has(props)) return props;
    let raw = props;
    while (raw[IS_PROXY] === true) raw = raw[TARGET] as Record<string, unknown>;
    return raw === props ? copied(props) : raw;
}

const majors = new WeakMap<object, number | undefined>();

/** The major version of the provider that a resource is of, where the engine tells it. */
export function providerMajor({
    provider,
}: {
    readonly provider?: { readonly props: Record<string, unknown> } | undefined;
}): number | undefined {
    if (!provider) return undefined;
    const properties = rawProperties(provider.props);
    if (!majors.has(properties)) {
        const { version } = properties;
        const major = typeof version === "string" ? Number(version.split(".")[0]) : Number.NaN;
        majors.set(properties, Number.isInteger(major) && major > 0 ? major : undefined);
    }
    return majors.get(properties);
}

/**
 * The paths of the marked secrets in a tree that `rawProperties` gave in a remediation, written as `Value.path` is. A mark at
 * one of `meaningless` does not count, those below it do.
 */
export function secretPaths(tree: unknown, meaningless: readonly string[] = []): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (node: unknown, at: string): void => {
        if (node instanceof untyped.Secret) {
            if (meaningless.includes(at)) visit(node.value, at);
            else found.add(at);
            return;
        }
        if (Array.isArray(node)) {
            for (const [index, element] of node.entries()) visit(element, `${at}[${index}]`);
        } else if (typeof node === "object" && node !== null && Object.getPrototypeOf(node) === Object.prototype) {
            for (const [key, below] of Object.entries(node)) {
                const plain = /^[A-Za-z_$][\w$-]*$/.test(key);
                visit(below, plain ? `${at === "" ? "" : `${at}.`}${key}` : `${at}["${key}"]`);
            }
        }
    };
    visit(tree, "");
    return found;
}

/** For an SDK whose proxies no longer give their target: reads every leaf and keeps the sentinel of each that throws. */
function copied(props: Record<string, unknown>): Record<string, unknown> {
    const read = (holder: Record<string, unknown>, key: string): unknown => {
        try {
            const value = holder[key];
            return typeof value === "object" && value !== null ? walk(value as Record<string, unknown>) : value;
        } catch (error) {
            if (error instanceof untyped.UnknownValueError) return error.unknownTypeSentinel;
            throw error;
        }
    };
    const walk = (node: Record<string, unknown>): unknown =>
        Array.isArray(node)
            ? Array.from({ length: node.length }, (_, index) => read(node, String(index)))
            : Object.fromEntries(Object.keys(node).map((key) => [key, read(node, key)]));
    return walk(props) as Record<string, unknown>;
}

/**
 * Reports at another level than the policy's own. The SDK's server takes a violation as an object (server.js,
 * makeReportViolationFun) although its typings know text only; the description is then not put before the message.
 */
export function reportAtLevel(
    report: policy.ReportViolation,
    violation: {
        readonly message: string;
        readonly urn: string;
        readonly severity?: policy.Severity;
        readonly enforcementLevel?: policy.EnforcementLevel;
    },
): void {
    (report as unknown as (violation: object) => void)(violation);
}
