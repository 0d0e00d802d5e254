import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** Where a database says which group of parameters holds for it. Paths: typings of @pulumi/aws 7.48.0. */
export interface ParameterGroupPlace {
    readonly type: ResourceType;
    readonly at: string;
    /** RDS keeps the groups of Neptune and DocumentDB too, so that its own types make them as well. */
    readonly groups: readonly ResourceType[];
}

export const parameterGroupPlaces: readonly ParameterGroupPlace[] = [
    { type: types.RdsInstance, at: "parameterGroupName", groups: [types.RdsParameterGroup] },
    { type: types.RdsCluster, at: "dbClusterParameterGroupName", groups: [types.RdsClusterParameterGroup] },
    {
        type: types.DocDbCluster,
        at: "dbClusterParameterGroupName",
        groups: [types.DocDbClusterParameterGroup, types.RdsClusterParameterGroup],
    },
    {
        type: types.NeptuneCluster,
        at: "neptuneClusterParameterGroupName",
        groups: [types.NeptuneClusterParameterGroup, types.RdsClusterParameterGroup],
    },
    { type: types.RedshiftCluster, at: "clusterParameterGroupName", groups: [types.RedshiftParameterGroup] },
];

/** A database that has its parameters on itself. */
export const ownParameters = { type: types.RedshiftServerlessWorkgroup, at: "configParameters" };

/** What parameters are made for: an engine, and its version as numbers; undefined where nobody says which. */
export interface Family {
    readonly engine: string;
    readonly version: readonly number[] | undefined;
}

/** Reads `postgres16`, `sqlserver-se-15.0`, `redshift-1.0`, also behind AWS's own `default.` and `default:`. */
export function familyNamed(text: string): Family | undefined {
    const [, engine, version] = /^(?:default[.:])?(.+?)-?(\d+(?:\.\d+)*)$/.exec(text.toLowerCase()) ?? [];
    return engine === undefined || version === undefined ? undefined : { engine, version: versionOf(version) };
}

/** The numbers that a version begins with: those of `8.0.mysql_aurora.3.05.2` are 8 and 0. */
export function versionOf(text: string): readonly number[] {
    const [numbers = ""] = /^\d+(?:\.\d+)*/.exec(text) ?? [];
    return numbers.split(".").map(Number);
}

export function isAtLeast(version: readonly number[], wanted: readonly number[]): boolean {
    const place = wanted.findIndex((number, index) => (version[index] ?? 0) !== number);
    return place < 0 || (version[place] ?? 0) > (wanted[place] ?? 0);
}

/** AWS's own group, which nobody can change. */
export function isDefaultGroup(name: string): boolean {
    return /^default[.:]/i.test(name);
}

const ON: ReadonlySet<string> = new Set(["1", "on", "true", "yes", "enabled"]);

/** Is a parameter's value one of those that switch it on, whichever its engine writes? */
export function switchesOn(text: string): boolean {
    return ON.has(text.trim().toLowerCase());
}
