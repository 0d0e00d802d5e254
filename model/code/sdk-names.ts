/**
 * What AWS's SDKs call things, as whoever asks for calls gives it: these are facts about AWS, and code knows none. Services go by their folder in
 * botocore, operations by AWS's own name.
 */
export interface SdkNames {
    /** Is there such a service: `boto3.client("stepfunctions")`, `@aws-sdk/client-sfn`, `SFN`, `AWS.StepFunctions`? Its folder. */
    readonly service: (name: string, spelling?: "botocore" | "package" | "class" | "v2") => string | undefined;
    /** boto3's `start_sync_execution`, JavaScript's `startSyncExecution`. */
    readonly operation: (service: string, name: string, spelling?: "snake_case" | "camelCase") => string | undefined;
    /** Of DynamoDB's documents, a method (`batchGet`) or a command (`BatchGetCommand`). */
    readonly document: (name: string) => string | undefined;
    /** The operation that a waiter asks: `table_exists`. */
    readonly waiter: (service: string, name: string) => string | undefined;
    readonly resources: (service: string) => ResourceNames | undefined;
    /** What a method that moves objects of S3 calls: for sure, and for a large object. */
    readonly transfer: (method: string) => { operations: readonly string[]; perhaps: readonly string[] } | undefined;
}

/** Where an identifier of a resource comes from: another identifier, a parameter of the call, an argument, or an answer of AWS. */
export type IdentifierSource =
    | { readonly is: "identifier"; readonly name: string }
    | { readonly is: "parameter"; readonly name: string }
    | { readonly is: "argument" }
    | { readonly is: "answer" };

export interface MadeResource {
    readonly class: string;
    readonly identifiers: ReadonlyMap<string, IdentifierSource>;
}

export interface ResourceCall {
    readonly operation: string;
    /** Parameters that the resource fills by itself, with the identifier that has the value. */
    readonly parameters: ReadonlyMap<string, string>;
    readonly makes: MadeResource | undefined;
}

/** A class of boto3's resources, its members in Python's spelling. */
export interface ResourceClass {
    readonly name: string;
    readonly identifiers: readonly string[];
    readonly load: ResourceCall | undefined;
    readonly actions: ReadonlyMap<string, ResourceCall>;
    readonly resources: ReadonlyMap<string, MadeResource>;
    readonly collections: ReadonlyMap<string, ResourceCall>;
    readonly waiters: ReadonlyMap<
        string,
        { readonly waiter: string; readonly parameters: ReadonlyMap<string, string> }
    >;
    readonly batches: ReadonlyMap<string, ResourceCall>;
}

export interface ResourceNames {
    readonly service: ResourceClass;
    readonly classes: ReadonlyMap<string, ResourceClass>;
}
