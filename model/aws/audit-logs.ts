import { type Answer, all, any, equals, holds, isFalse, isTrue, not, some, type Value } from "../values";
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

/** What keeps a log by a setting of its own. */
export interface OwnAuditLog {
    readonly type: ResourceType;
    /** Where it is asked for. */
    readonly at: string;
    readonly isKept: (input: (path: string) => Value) => Answer;
    readonly fix: string;
}

const publishes = (list: Value): Answer =>
    some(list as Value<readonly unknown[]>, (option) =>
        all(equals(option.get("logType"), "AUDIT_LOGS"), not(isFalse(option.get("enabled"), true))),
    );

const ofSearchDomain = {
    at: "logPublishingOptions",
    isKept: (input: (path: string) => Value) => publishes(input("logPublishingOptions")),
    fix: 'Add { logType: "AUDIT_LOGS", cloudwatchLogGroupArn: auditLogs.arn } to logPublishingOptions; it needs fine-grained access control.',
};

const destinations = ["cloudwatchLogs", "s3", "firehose"].map((name) => `loggingInfo.brokerLogs.${name}.enabled`);

export const ownAuditLogs: readonly OwnAuditLog[] = [
    { type: types.OpenSearchDomain, ...ofSearchDomain },
    { type: types.ElasticsearchDomain, ...ofSearchDomain },
    {
        type: types.OpenSearchIngestionPipeline,
        at: "logPublishingOptions.isLoggingEnabled",
        isKept: (input) => isTrue(input("logPublishingOptions.isLoggingEnabled"), false),
        fix: "Set logPublishingOptions: { isLoggingEnabled: true, cloudwatchLogDestination: { logGroup: logs.name } }.",
    },
    {
        type: types.RedshiftServerlessNamespace,
        at: "logExports",
        isKept: (input) =>
            some(input("logExports") as Value<readonly unknown[]>, (log) =>
                equals(log, "connectionlog", "userlog", "useractivitylog"),
            ),
        fix: 'Set logExports: ["connectionlog", "userlog", "useractivitylog"].',
    },
    {
        // https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-rabbitmq.html
        type: types.MqBroker,
        at: "logs.audit",
        isKept: (input) =>
            any(
                holds(input("engineType"), (text) => text.toLowerCase() === "rabbitmq"),
                isTrue(input("logs.audit"), false),
            ),
        fix: "Set logs: { audit: true, general: true }.",
    },
    {
        type: types.MskCluster,
        at: "loggingInfo",
        isKept: (input) => any(...destinations.map((path) => isTrue(input(path), false))),
        fix: "Set loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } }.",
    },
    {
        // The provider's version 6 has it on the cluster; `redshift/logging` beside it is asked for by the graph.
        type: types.RedshiftCluster,
        at: "logging",
        isKept: (input) => isTrue(input("logging.enable"), false),
        fix: 'Declare aws.redshift.Logging for it: { clusterIdentifier: cluster.clusterIdentifier, logDestinationType: "cloudwatch", logExports: ["connectionlog", "userlog", "useractivitylog"] }.',
    },
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
export function lists(list: Value, logs: readonly string[]): Answer {
    return some(list as Value<readonly unknown[]>, (log) => equals(log, ...logs));
}
