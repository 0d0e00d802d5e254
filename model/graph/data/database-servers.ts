import { RdsCluster, RdsClusterInstance, RdsInstance } from "../../aws";
import { type Answer, equals, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import type { Link } from "../link";
import { inputOf, type Resource } from "../resource";
import { engineOf } from "./database-parameters";

/** A server of a database: an instance, or a member of a cluster; or a cluster of three nodes, which are no resources themselves. */
export interface DatabaseServer {
    readonly resource: Resource;
    readonly engine: Value;
    /** Where a member may have its settings from. */
    readonly cluster?: Link;
}

export const databaseServers = fact(
    [RdsInstance, RdsCluster, RdsClusterInstance],
    (stack): readonly DatabaseServer[] => [
        ...stack.ofType(RdsInstance).map((resource) => ({ resource, engine: engineOf(stack, resource) })),
        ...stack
            .ofType(RdsCluster)
            .filter(({ root }) => equals(root.get("engine"), "postgres", "mysql").is === "yes")
            .map((resource) => ({ resource, engine: resource.root.get("engine") })),
        ...stack.ofType(RdsClusterInstance).map((resource) => ({
            resource,
            engine: inputOf(resource, "engine"),
            cluster: stack.link(resource, resource.root.get("clusterIdentifier"), RdsCluster),
        })),
    ],
);

/** Where a server lacks a setting, its own or its cluster's. */
export function lacksSetting(
    { resource, cluster }: DatabaseServer,
    path: string,
    isGood: (said: Value) => Answer,
): { readonly at: Value; readonly when: Answer } {
    const at = inputOf(resource, path);
    if (at.state !== "absent") return { at, when: not(isGood(at)) };
    if (cluster?.kind === "candidates" || cluster?.kind === "unknown") return { at, when: undecided(cluster.awaits) };
    const shared = cluster?.kind === "found" ? inputOf(cluster.resource, path) : at;
    return { at, when: shared.state === "absent" ? yes : not(isGood(shared)) };
}
