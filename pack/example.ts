import type { asset } from "@pulumi/pulumi";
import type { ResourceType } from "../model/aws";

/**
 * Examples are data: rules carry them, tests run them, documentation prints them. Inputs are what a program gives; a
 * `Ref` stands for another resource's output, `unknown` for what a preview cannot know, `secret(…)` for a marked value.
 */
export type Example<T = unknown> = { readonly [K in keyof T]?: Exemplary<T[K]> };
type Exemplary<V> =
    | V
    | Ref
    | Marked
    | typeof unknown
    | (V extends readonly (infer E)[] ? readonly Exemplary<E>[] : never)
    | Loose<V>;
type Loose<V> = V extends object ? { readonly [K in keyof V]?: Exemplary<V[K]> } : never;

export const unknown: unique symbol = Symbol("unknown");

export class Ref {
    constructor(
        /** `NAME.OUTPUT`, such as `orders.arn`. */
        readonly target: string,
        /** Text around the output, such as `${orders.arn}/*`. */
        readonly before = "",
        readonly after = "",
    ) {}
}

/** The output of another resource of the same program: `ref("table.arn")`, or within text: `ref("table.arn", "", "/index/*")`. */
export function ref(target: string, before = "", after = ""): Ref {
    return new Ref(target, before, after);
}

/** A value given as JSON text; the text is unknown as a whole when a part of it is, as in a real program. */
export class JsonText {
    constructor(readonly value: unknown) {}
}

/** `JSON.stringify` or `pulumi.jsonStringify` of a value that may hold references. Typed as the text it becomes. */
export function json(value: unknown): string {
    return new JsonText(value) as unknown as string;
}

export class Marked {
    constructor(readonly value: unknown) {}
}

/** A value that the program marked secret. */
export function secret(value: unknown): Marked {
    return new Marked(value);
}

/** Code that is put together in the program, from the text of each file: `pulumi.asset.AssetArchive` of `StringAsset`s. */
export function archive(files: Readonly<Record<string, string>>): asset.Archive {
    const assets = Object.entries(files).map(([name, text]) => [name, { [SIGNATURE]: ASSET, hash: "", text }]);
    return { [SIGNATURE]: ARCHIVE, hash: "", assets: Object.fromEntries(assets) } as unknown as asset.Archive;
}

/** As they travel. Source: @pulumi/pulumi, runtime/rpc. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const ASSET = "c44067f5952c0a294b673a41bacd8c17";
export const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** One declared resource of an example program. */
export interface Declaration<T = unknown> {
    readonly type: ResourceType<T>;
    readonly inputs: Example<T>;
    readonly options: DeclarationOptions;
}

export interface DeclarationOptions {
    readonly protect?: boolean;
    /** The name of the resource that is its parent. */
    readonly parent?: string;
    readonly dependsOn?: readonly string[];
}

/** A program as data: resources by name. */
export type Program = Readonly<Record<string, Declaration>>;

export function declare<T>(type: ResourceType<T>, inputs: Example<T>, options: DeclarationOptions = {}): Declaration {
    return { type, inputs, options };
}
