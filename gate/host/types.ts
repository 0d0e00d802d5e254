import type { PropertyTree, ProviderSettings } from "../synthetic";

/** A place in the program, relative to its project's folder. */
export interface SourceLocation {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    /** The name of the component that stands there and declares the resource, where the resource has no place of its own. */
    readonly declaredBy?: string;
}

/** A resource as the engine would know it at the end of a preview. */
export interface Registered {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly custom: boolean;
    readonly inputs: PropertyTree;
    outputs: PropertyTree;
    readonly parent: string;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly options: ResourceOptions;
    readonly provider?: ProviderResource;
    readonly source?: SourceLocation;
}

export interface ResourceOptions {
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly deleteBeforeReplace?: boolean;
    readonly additionalSecretOutputs: readonly string[];
    /** Seconds. */
    readonly timeouts: { readonly create: number; readonly update: number; readonly delete: number };
    /** What it was called before. */
    readonly aliases?: readonly Alias[];
}

/** A URN; or what is different in it, of the name, the type, the stack, the project and the parent (empty: none). */
export interface Alias {
    readonly urn?: string;
    readonly name?: string;
    readonly type?: string;
    readonly stack?: string;
    readonly project?: string;
    readonly parent?: string;
}

/** A provider that resources are registered with. */
export interface ProviderResource {
    readonly urn: string;
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly settings: ProviderSettings;
}

/** What a policy said of a resource or of the stack. */
export interface Diagnostic {
    readonly policy: string;
    readonly description: string;
    readonly message: string;
    readonly level: "advisory" | "mandatory";
    readonly severity: string;
    /** Empty where it is about the stack as a whole. */
    readonly urn: string;
}

/** Something that this host could not look into. */
export interface NotSeen {
    readonly urn: string;
    readonly what: string;
    readonly source?: SourceLocation;
}

/** Something that the program looked up, and that the synthetic cloud made up or denied. */
export interface Lookup {
    /** A function's token, or a resource's type and name. */
    readonly what: string;
    readonly found: boolean;
    readonly answer: PropertyTree;
    readonly source?: SourceLocation;
}

/** What a pack says of itself. */
export interface PackInfo {
    readonly name: string;
    readonly displayName: string;
    /** Empty where it tells none. */
    readonly version: string;
    readonly policies: readonly PolicyInfo[];
}

/** What a policy says of itself; what it does not tell is empty. */
export interface PolicyInfo {
    readonly name: string;
    readonly displayName: string;
    readonly description: string;
    readonly severity: string;
    /** Of findings, where no configuration says otherwise. */
    readonly level: "advisory" | "mandatory" | "disabled" | "remediate";
    readonly fix: string;
    readonly url: string;
    readonly tags: readonly string[];
    /** The published control that it serves. */
    readonly framework?: {
        readonly name: string;
        readonly version: string;
        readonly reference: string;
        readonly specification: string;
    };
}
