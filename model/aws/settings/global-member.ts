/** A global cluster is encrypted as a whole or not at all, and AWS takes no member that differs. What one says by itself decides little. */
export const asItsGlobalCluster = {
    absent: "absent, so the storage is encrypted only if the global cluster is that it joins",
    otherwise: "false, though the storage is as encrypted as the global cluster is that it joins",
} as const;
