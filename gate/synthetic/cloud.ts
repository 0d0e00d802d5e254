/**
 * What stands in for a cloud in the gate: answers that a provider would give, without credentials or a network.
 *
 * Property trees are plain JavaScript as they travel on the wire (protobuf Struct turned to JavaScript): unknowns are the
 * SDK's sentinel strings, and secrets, assets, archives and resource references are objects with a signature key.
 * Implementations never unwrap a secret into another property.
 */
export type PropertyTree = Readonly<Record<string, unknown>>;

/** The provider that a resource or a function call goes to, with the provider's own (explicit or default) inputs. */
export interface ProviderSettings {
    /** The package: `aws`, `random`, `docker` … */
    readonly package: string;
    /** The version that the program's SDK asked for, such as `7.48.0`, where it gave one. */
    readonly version?: string;
    /** The provider's configuration, such as `{ region: "eu-west-1" }`. */
    readonly inputs: PropertyTree;
}

export interface ResourceRequest {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: PropertyTree;
    readonly provider: ProviderSettings;
}

export interface Created {
    /** The cloud's id, or the SDK's unknown sentinel where outputs are to stay unknown. */
    readonly id: string;
    /** Inputs and outputs together, as a provider's `Create` answers in a preview. */
    readonly outputs: PropertyTree;
}

export interface SyntheticCloud {
    /** The checked inputs: what the program gave, with the names that the provider would generate (deterministic). */
    check(request: ResourceRequest): PropertyTree;
    /** The answer to `Create`, for checked inputs. */
    create(request: ResourceRequest): Created;
    /** The answer to `Read`: an existing resource looked up by id (`.get()`, `import`). */
    read(request: ResourceRequest & { readonly id: string }): Created;
    /**
     * The answer to a data source or provider function. Throws `UnsupportedFunction` with a sentence for the user, and
     * `NotFound`, for the program, where look-ups are to miss.
     */
    invoke(request: {
        readonly token: string;
        readonly args: PropertyTree;
        readonly provider: ProviderSettings;
    }): PropertyTree;
    /** Whether a look-up is answered with something that is there. */
    finds(token: string, args: PropertyTree): boolean;
}

/** What look-ups of existing things are answered with: something made up, or that there is nothing. */
export const LOOKUP_ANSWERS = ["found", "miss"] as const;
export type LookupAnswer = (typeof LOOKUP_ANSWERS)[number];

/** As a provider's error reaches the program for something that is not there. */
export class NotFound extends Error {
    override readonly name = "NotFound";
}

/** A provider function for which no honest answer exists; the message says what to use instead. */
export class UnsupportedFunction extends Error {
    override readonly name = "UnsupportedFunction";
}
