/** Amazon MemoryDB, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { MemoryDbCluster, MemoryDbSnapshot } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const memoryDb = [
    settings(MemoryDbCluster, "cache", {
        customerKey: { at: (cluster) => cluster.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(MemoryDbSnapshot, "cache", {
        customerKey: { at: (snapshot) => snapshot.kmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
