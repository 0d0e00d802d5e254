/** Where records lie: a folder, or a bucket. Keys are paths in it, with slashes. */
export interface Store {
    /** As a report names it. */
    readonly name: string;
    /** All files, in any order. */
    list(): Promise<readonly StoredFile[]>;
    read(key: string): Promise<Buffer>;
    /** What a thread of its own opens it again with. */
    readonly reopen: StoreAddress;
}

export interface StoredFile {
    readonly key: string;
    /** When it was last written, in milliseconds; 0 where the store does not tell. */
    readonly modified: number;
    readonly bytes: number;
}

export type StoreAddress =
    | { readonly kind: "folder"; readonly folder: string; readonly name: string }
    | { readonly kind: "s3"; readonly url: string };
