import { folderStore } from "./folder";
import { s3Store } from "./s3";
import type { Store, StoreAddress } from "./store";

export async function openStore(address: StoreAddress): Promise<Store> {
    return address.kind === "folder" ? folderStore(address.folder, address.name) : s3Store(address.url);
}
