import type { ResourceType } from "../aws";
import { type Inputs, propertyOf, Value } from "../values";

/**
 * One resource of a stack, as a stack policy sees it: its inputs together with the outputs that are known, and the edges
 * that the engine keeps even where values are unknown.
 */
export interface Resource<T = unknown> {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** The whole property tree. */
    readonly root: Value<T>;
    /** The same by property, for reading: `resource.inputs.policy`. */
    readonly inputs: Inputs<T>;
    readonly parent: Resource | undefined;
    readonly dependencies: readonly Resource[];
    /** By top-level property: the resources whose outputs went into it. */
    readonly propertyDependencies: Readonly<Record<string, readonly Resource[]>>;
    /** `protect: true`: Pulumi refuses to delete it. */
    readonly protect: boolean;
    /** The provider's major version, where the engine tells it: some defaults changed between them. */
    readonly providerMajor: number | undefined;
    /** Properties that the program gave and that are unknown as a whole, as far as the host tells. */
    readonly givenUnknowns: ReadonlySet<string> | undefined;
}

/** Narrows a resource to a type by its token. */
export function isOf<T>(resource: Resource, type: ResourceType<T>): resource is Resource<T> {
    return resource.type === type.token;
}

/** The resources whose outputs went into the property that a path leads into; dependencies are kept for it as a whole. */
export function sourcesOf(holder: Resource, path: string): readonly Resource[] {
    return holder.propertyDependencies[propertyOf(path)] ?? [];
}

/** Did the program give it? What the provider computes is unknown in a first preview too, but nothing went into it. */
export function isGiven(holder: Resource, path: string): boolean {
    return sourcesOf(holder, path).length > 0 || (holder.givenUnknowns?.has(propertyOf(path)) ?? false);
}

/** What the program says at a path: absent where only the provider has a value. */
export function inputOf(resource: Resource, path: string): Value {
    const value = resource.root.down(path);
    if (value.state !== "unknown" || isGiven(resource, path)) return value;
    return new Value(undefined, value.path, { resource: resource.name });
}
