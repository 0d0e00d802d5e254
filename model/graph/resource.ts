import type { ResourceType } from "../aws";
import type { Inputs, Value } from "../values";

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
    readonly parent?: Resource;
    readonly dependencies: readonly Resource[];
    /** By top-level property: the resources whose outputs went into it. */
    readonly propertyDependencies: Readonly<Record<string, readonly Resource[]>>;
    /** `protect: true`: Pulumi refuses to delete it. */
    readonly protect: boolean;
}

/** Narrows a resource to a type by its token. */
export function isOf<T>(resource: Resource, type: ResourceType<T>): resource is Resource<T> {
    return resource.type === type.token;
}
