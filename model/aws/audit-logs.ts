import { type Answer, equals, some, type Value } from "../values";
import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** What must be said besides, or an audit log that is exported stays empty. */
export interface AuditSwitch {
    readonly name: string;
    readonly value: string;
    readonly isOn: (text: string) => boolean;
    /** Is nothing written until somebody says so? Where not, only what is said outright is judged. */
    readonly isOffByDefault: boolean;
}

/** The logs of an engine that tell who did what. */
export interface AuditExports {
    readonly engine: RegExp;
    readonly logs: readonly string[];
    readonly parameter?: AuditSwitch;
    /** The option without which the log `audit` is not written. */
    readonly option?: string;
}

const onOne = (text: string) => /^(?:1|on|true)$/.test(text);

/** Db2 and RDS Custom export none; SQL Server has no audit log among those that it exports, but failed sign-ins in `error`. */
export const auditExports: readonly AuditExports[] = [
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html
    { engine: /^(?:mysql|mariadb)$/, logs: ["audit", "general"], option: "MARIADB_AUDIT_PLUGIN" },
    { engine: /^(?:aurora-)?postgres(?:ql)?$/, logs: ["postgresql"] },
    {
        // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
        engine: /^aurora(?:-mysql)?$/,
        logs: ["audit"],
        parameter: { name: "server_audit_logging", value: "1", isOn: onOne, isOffByDefault: false },
    },
    { engine: /^oracle-/, logs: ["audit"] },
    { engine: /^sqlserver-/, logs: ["error", "agent"] },
    {
        // https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
        engine: /^docdb$/,
        logs: ["audit"],
        parameter: {
            name: "audit_logs",
            value: "enabled",
            isOn: (text) => !/^(?:disabled|none|)$/.test(text),
            isOffByDefault: true,
        },
    },
    {
        // https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
        engine: /^neptune$/,
        logs: ["audit"],
        parameter: { name: "neptune_enable_audit_log", value: "1", isOn: onOne, isOffByDefault: true },
    },
];

/** Where a database lists the logs that it exports. */
export const exportPlaces: readonly { readonly type: ResourceType; readonly at: string }[] = [
    { type: types.RdsInstance, at: "enabledCloudwatchLogsExports" },
    { type: types.RdsCluster, at: "enabledCloudwatchLogsExports" },
    { type: types.DocDbCluster, at: "enabledCloudwatchLogsExports" },
    { type: types.NeptuneCluster, at: "enableCloudwatchLogsExports" },
];

/** The parameters that make PostgreSQL write what it is asked: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html */
export const queryLogParameters: readonly Pick<AuditSwitch, "name" | "isOn">[] = [
    { name: "log_statement", isOn: (text) => text !== "none" },
    { name: "log_min_duration_statement", isOn: (text) => Number(text) >= 0 },
    { name: "pgaudit.log", isOn: (text) => text !== "none" },
];

/** What keeps a log of what it names. */
export const auditCompanions: readonly {
    readonly type: ResourceType;
    readonly at: string;
    readonly of: ResourceType;
}[] = [
    { type: types.RedshiftLogging, at: "clusterIdentifier", of: types.RedshiftCluster },
    { type: types.RdsClusterActivityStream, at: "resourceArn", of: types.RdsCluster },
];

/** Is one of these logs in the list? */
export function exportsSome(list: Value, logs: readonly string[]): Answer {
    return some(list as Value<readonly unknown[]>, (log) => equals(log, ...logs));
}
