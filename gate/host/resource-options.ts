import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import * as pb from "@pulumi/pulumi/proto/resource_pb";
import type { PropertyTree } from "../synthetic";
import { aliasesOf } from "./aliases";
import { type Dependencies, dependenciesOf, fromStruct } from "./trees";
import type { ResourceOptions } from "./types";
import { packageOf } from "./urns";

/** What a resource's children take from it where they name nothing of their own. */
interface Inherited {
    readonly protect: boolean | undefined;
    /** `URN::ID` of an explicit provider, or empty. */
    readonly provider: string;
    readonly providers: Readonly<Record<string, string>>;
    readonly isComponent: boolean;
}

/** What resources take from their parents, in the engine's order: before transforms, and providers of components after them. */
export class Inheritance {
    private readonly parents = new Map<string, Inherited>();

    remember(
        urn: string,
        options: pb.TransformResourceOptions,
        providers: Readonly<Record<string, string>>,
        isComponent: boolean,
    ): void {
        const protect = options.hasProtect() ? options.getProtect() : undefined;
        this.parents.set(urn, { protect, provider: options.getProvider(), providers, isComponent });
    }

    /** A component of a plugin is registered by it, before the program is answered. */
    knows(urn: string): boolean {
        return this.parents.has(urn);
    }

    protectOf(request: pb.RegisterResourceRequest): boolean | undefined {
        return request.hasProtect() ? request.getProtect() : this.parents.get(request.getParent())?.protect;
    }

    /** The explicit provider of a resource, by itself or by its parent. */
    providerOf(request: pb.RegisterResourceRequest): string {
        const parent = this.parents.get(request.getParent());
        const packageName = packageOf(request.getType());
        const isOwnPackage = parent?.provider.includes(`pulumi:providers:${packageName}::`);
        const inherited = isOwnPackage || (!request.getCustom() && !request.getRemote()) ? parent?.provider : "";
        return (
            request.getProvider() ||
            inherited ||
            request.getProvidersMap().get(packageName) ||
            (parent?.isComponent ? parent.providers[packageName] : "") ||
            ""
        );
    }

    /** The providers of a component by package: its own, then its parent's. */
    providersOf(
        request: pb.RegisterResourceRequest,
        options: pb.TransformResourceOptions,
    ): Readonly<Record<string, string>> {
        const own = Object.fromEntries(options.getProvidersMap().getEntryList());
        const parent = this.parents.get(request.getParent());
        return request.getCustom() || !parent?.isComponent ? own : { ...parent.providers, ...own };
    }
}

/** All options of a registration in the form that transforms are given, so that one which copies them loses none. */
export function transformOptions(
    request: pb.RegisterResourceRequest,
    inheritance: Inheritance,
): pb.TransformResourceOptions {
    const options = new pb.TransformResourceOptions();
    options.setDependsOnList(request.getDependenciesList());
    const protect = inheritance.protectOf(request);
    if (protect !== undefined) options.setProtect(protect);
    options.setImport(request.getImportid());
    options.setIgnoreChangesList(request.getIgnorechangesList());
    options.setReplaceOnChangesList(request.getReplaceonchangesList());
    options.setReplacementTrigger(request.getReplacementTrigger());
    options.setVersion(request.getVersion());
    options.setAliasesList([
        ...request.getAliasurnsList().map((urn) => new Alias().setUrn(urn)),
        ...request.getAliasesList(),
    ]);
    options.setProvider(inheritance.providerOf(request));
    options.setCustomTimeouts(request.getCustomtimeouts());
    options.setPluginDownloadUrl(request.getPlugindownloadurl());
    if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
    options.setDeletedWith(request.getDeletedwith());
    options.setReplaceWithList(request.getReplaceWithList());
    options.setHideDiffList(request.getHidediffsList());
    options.setHooks(request.getHooks());
    if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace())
        options.setDeleteBeforeReplace(request.getDeletebeforereplace());
    options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
    for (const [key, value] of request.getProvidersMap().getEntryList()) options.getProvidersMap().set(key, value);
    return options;
}

/** What policies see of a resource's options, after its transforms. */
export function resourceOptions(options: pb.TransformResourceOptions): ResourceOptions {
    const timeouts = options.getCustomTimeouts();
    const aliases = aliasesOf(options.getAliasesList());
    return {
        protect: options.getProtect() ?? false,
        ignoreChanges: options.getIgnoreChangesList(),
        ...(options.hasDeleteBeforeReplace() && { deleteBeforeReplace: options.getDeleteBeforeReplace() ?? false }),
        additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
        timeouts: {
            create: seconds(timeouts?.getCreate()),
            update: seconds(timeouts?.getUpdate()),
            delete: seconds(timeouts?.getDelete()),
        },
        ...(aliases.length > 0 && { aliases }),
    };
}

/** The dependencies of a registration as its transforms left them. */
export function dependenciesAfter(
    request: pb.RegisterResourceRequest,
    properties: PropertyTree,
    options: pb.TransformResourceOptions,
): { readonly dependencies: readonly string[]; readonly propertyDependencies: Dependencies } {
    const found = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, dependenciesOf(value)]));
    // As the engine: only a resource with transforms of its own has its dependencies read anew.
    if (request.getTransformsList().length > 0)
        return {
            dependencies: merged(options.getDependsOnList(), Object.values(found).flat()),
            propertyDependencies: known(found),
        };
    const declared = declaredDependencies(request);
    const keys = merged(Object.keys(declared), Object.keys(found));
    return {
        dependencies: request.getDependenciesList(),
        propertyDependencies: known(
            Object.fromEntries(keys.map((key) => [key, merged(declared[key] ?? [], found[key] ?? [])])),
        ),
    };
}

/** What the program says of its properties; where it says nothing, each depends on all that the resource depends on. */
export function declaredDependencies(request: pb.RegisterResourceRequest): Dependencies {
    if (request.getPropertydependenciesMap().getLength() === 0 && !request.getRemote()) {
        const properties = Object.keys(fromStruct(request.getObject()));
        return Object.fromEntries(properties.map((property) => [property, request.getDependenciesList()]));
    }
    const result: Record<string, readonly string[]> = {};
    request.getPropertydependenciesMap().forEach((dependencies, property) => {
        result[property] = dependencies.getUrnsList();
    });
    return result;
}

/** `5m`, `1h30m`, `90s`, as Go writes durations. */
function seconds(duration = ""): number {
    const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
    return [...duration.matchAll(/([\d.]+)(h|ms|m|s)/g)].reduce(
        (sum, [, number, unit]) => sum + Number(number) * (units[unit ?? "s"] ?? 1),
        0,
    );
}

function known(dependencies: Dependencies): Dependencies {
    return Object.fromEntries(Object.entries(dependencies).filter(([, urns]) => urns.length > 0));
}

function merged(...lists: readonly (readonly string[])[]): readonly string[] {
    return [...new Set(lists.flat())];
}
