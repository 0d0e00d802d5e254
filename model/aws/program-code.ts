import type { ResourceType } from "./resource-type";
import {
    AppSyncFunction,
    AppSyncResolver,
    CloudFrontFunction,
    LambdaFunction,
    LambdaLayerVersion,
    S3BucketObject,
    S3BucketObjectV2,
    SyntheticsCanary,
} from "./types";

/**
 * Where a program gives code, or files that go along with it. `packaged` is an asset or an archive, `file` the path of an archive, `text` and
 * `base64` are the code itself, called as `named` says.
 */
export interface CodeSlot {
    readonly path: string;
    readonly as: "packaged" | "file" | "text" | "base64";
    /** The property that says what the file is called, or its name. */
    readonly named?: { readonly by: string } | { readonly as: string };
}

const packaged: readonly CodeSlot[] = [{ path: "code", as: "packaged" }];
const script: readonly CodeSlot[] = [{ path: "code", as: "text", named: { as: "code.js" } }];
const object: readonly CodeSlot[] = [
    { path: "source", as: "packaged", named: { by: "key" } },
    { path: "content", as: "text", named: { by: "key" } },
    { path: "contentBase64", as: "base64", named: { by: "key" } },
];

/** Typings of @pulumi/aws 7.48.0: every asset and archive, and what is a script. */
const SLOTS: ReadonlyMap<ResourceType, readonly CodeSlot[]> = new Map<ResourceType, readonly CodeSlot[]>([
    [LambdaFunction, packaged],
    [LambdaLayerVersion, packaged],
    [S3BucketObject, object],
    [S3BucketObjectV2, object],
    [SyntheticsCanary, [{ path: "zipFile", as: "file" }]],
    [CloudFrontFunction, script],
    [AppSyncFunction, script],
    [AppSyncResolver, script],
]);

const BY_TOKEN = new Map([...SLOTS].map(([{ token }, slots]) => [token, slots]));

export const typesWithCode: readonly ResourceType[] = [...SLOTS.keys()];

/** Where a type has code. */
export function codeSlotsOf(token: string): readonly CodeSlot[] {
    return BY_TOKEN.get(token) ?? [];
}
