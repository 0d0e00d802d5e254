import {
    DocDbCluster,
    DocDbClusterParameterGroup,
    ElasticsearchDomain,
    MqBroker,
    MskCluster,
    NeptuneCluster,
    NeptuneClusterParameterGroup,
    OpenSearchDomain,
    OpenSearchIngestionPipeline,
    RdsCluster,
    RdsClusterActivityStream,
    RdsClusterParameterGroup,
    RdsInstance,
    RdsOptionGroup,
    RdsParameterGroup,
    RedshiftCluster,
    RedshiftLogging,
    RedshiftServerlessNamespace,
    type ResourceType,
    SnsTopic,
} from "../../../model/aws";
import { declare, type Example, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/database-audit-logs";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const at = "enabledCloudwatchLogsExports";
const of = (type: ResourceType<never>, inputs: object) => declare(type, inputs as Example<never>);
const instance = (engine: unknown, logs?: unknown, inputs: object = {}) => ({
    db: declare(RdsInstance, {
        instanceClass: "db.t4g.micro",
        engine,
        ...(logs !== undefined && { [at]: logs }),
        ...inputs,
    } as Example),
});
const cluster = (engine: unknown, logs?: unknown, inputs: object = {}) => ({
    db: declare(RdsCluster, { engine, ...(logs !== undefined && { [at]: logs }), ...inputs } as Example),
});
const plugin = (...options: readonly object[]) => ({
    ...instance("mysql", ["audit", "error"], { optionGroupName: ref("group.name") }),
    group: declare(RdsOptionGroup, { engineName: "mysql", majorEngineVersion: "8.0", options } as Example),
});
const auditPlugin = { optionName: "MARIADB_AUDIT_PLUGIN" };
const auroraMysql = (value: unknown) => ({
    ...cluster("aurora-mysql", ["audit"], { dbClusterParameterGroupName: ref("group.name") }),
    group: declare(RdsClusterParameterGroup, {
        family: "aurora-mysql8.0",
        parameters: [{ name: "server_audit_logging", value }],
    } as Example),
});
const documents = (logs: unknown, inputs: object = {}) => ({
    db: declare(DocDbCluster, { [at]: logs, ...inputs } as Example),
});
const documentsWith = (name: string, value: unknown, logs: unknown = ["audit", "profiler"]) => ({
    ...documents(logs, { dbClusterParameterGroupName: ref("group.name") }),
    group: declare(DocDbClusterParameterGroup, { family: "docdb5.0", parameters: [{ name, value }] } as Example),
});
const graph = (logs: unknown, value?: unknown) => ({
    db: declare(NeptuneCluster, {
        enableCloudwatchLogsExports: logs,
        ...(value !== undefined && { neptuneClusterParameterGroupName: ref("group.name") }),
    } as Example),
    ...(value !== undefined && {
        group: declare(NeptuneClusterParameterGroup, {
            family: "neptune1.3",
            parameters: [{ name: "neptune_enable_audit_log", value }],
        } as Example),
    }),
});
const warehouse = (inputs: object = {}) => ({
    db: declare(RedshiftCluster, { clusterIdentifier: "dwh", nodeType: "ra3.large", ...inputs } as Example),
});
const warehouseLogs = (clusterIdentifier: unknown) => ({
    logs: declare(RedshiftLogging, { clusterIdentifier, logDestinationType: "cloudwatch" } as Example),
});
const broker = (engineType: unknown, logs?: object) => ({
    db: declare(MqBroker, {
        brokerName: "b",
        engineType,
        engineVersion: "5.18",
        hostInstanceType: "mq.m5.large",
        users: [{ username: "app", password: "Placeholder-0000" }],
        ...(logs && { logs }),
    } as Example),
});
const kafka = (brokerLogs?: object) => ({
    db: declare(MskCluster, {
        kafkaVersion: "3.8.x",
        numberOfBrokerNodes: 3,
        brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: [], securityGroups: [] },
        ...(brokerLogs && { loggingInfo: { brokerLogs } }),
    } as Example),
});
const search = (type: ResourceType, ...logPublishingOptions: readonly object[]) => ({
    db: of(type as never, { domainName: "search", ...(logPublishingOptions.length > 0 && { logPublishingOptions }) }),
});
const audit = (inputs: object = {}) => ({
    logType: "AUDIT_LOGS",
    cloudwatchLogGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:search",
    ...inputs,
});
const ingestion = (logPublishingOptions?: object) => ({
    db: declare(OpenSearchIngestionPipeline, {
        pipelineName: "logs",
        pipelineConfigurationBody: "version: '2'",
        maxUnits: 1,
        minUnits: 1,
        ...(logPublishingOptions && { logPublishingOptions }),
    } as Example),
});
const namespace = (logExports?: readonly string[]) => ({
    db: declare(RedshiftServerlessNamespace, { namespaceName: "n", ...(logExports && { logExports }) } as Example),
});
const queries = (...parameters: readonly (readonly [string, unknown])[]) => ({
    given: {
        ...instance("postgres", ["postgresql"], { engineVersion: "16.4", parameterGroupName: ref("group.name") }),
        group: declare(RdsParameterGroup, {
            family: "postgres16",
            parameters: parameters.map(([name, value]) => ({ name, value })),
        } as Example),
    },
    options: { queryLogs: true },
});
const strict = (given: Program) => ({ given, options: { queryLogs: true } });
const reports = (given: Program, place = `db: ${at}`) => ({ given, reports: [place], weighs: ["medium"] as const });

testRule(rule, {
    valid: {
        PostgreSQL: instance("postgres", ["postgresql", "upgrade"]),
        "MySQL, with its plugin": plugin(auditPlugin),
        "MySQL, all logs": instance("mysql", ["audit", "error", "general", "slowquery"]),
        MariaDB: instance("mariadb", ["general"]),
        Oracle: instance("oracle-se2", ["alert", "audit", "listener", "trace"]),
        "SQL Server exports what it has": instance("sqlserver-se", ["agent", "error"]),
        "Db2 has none": instance("db2-se"),
        "RDS Custom has none": instance("custom-sqlserver-se"),
        "Aurora MySQL": cluster("aurora-mysql", ["audit"]),
        "Aurora MySQL, switched on": auroraMysql("1"),
        "Aurora PostgreSQL": cluster("aurora-postgresql", ["postgresql", "iam-db-auth-error"]),
        "an activity stream": {
            ...cluster("aurora-postgresql"),
            stream: declare(RdsClusterActivityStream, {
                resourceArn: ref("db.arn"),
                mode: "async",
                kmsKeyId: "alias/audit",
            }),
        },
        "a copy that exports": instance(undefined, ["postgresql"], { snapshotIdentifier: "orders" }),
        DocumentDB: documentsWith("audit_logs", "enabled"),
        "DocumentDB, some of it": documentsWith("AUDIT_LOGS", "ddl, dml_write"),
        Neptune: graph(["audit"], "1"),
        "Neptune, as a number": graph(["audit", "slowquery"], 1),
        "Redshift, in version 6": warehouse({ logging: { enable: true, bucketName: "audit" } }),
        "Redshift, beside it": { ...warehouse(), ...warehouseLogs(ref("db.clusterIdentifier")) },
        "Redshift, by its name": { ...warehouse(), ...warehouseLogs("dwh") },
        "Redshift Serverless": namespace(["connectionlog", "userlog"]),
        ActiveMQ: broker("ActiveMQ", { audit: true }),
        "ActiveMQ, as text": broker("ActiveMQ", { audit: "true", general: true }),
        "RabbitMQ has none": broker("RabbitMQ", { general: true }),
        "RabbitMQ in capitals": broker("RABBITMQ"),
        Kafka: kafka({ s3: { enabled: true, bucket: "logs" }, cloudwatchLogs: { enabled: false } }),
        OpenSearch: search(OpenSearchDomain, audit()),
        "OpenSearch, as text": search(
            OpenSearchDomain,
            audit({ logType: "INDEX_SLOW_LOGS" }),
            audit({ enabled: "true" }),
        ),
        Elasticsearch: search(ElasticsearchDomain, audit({ enabled: true })),
        "an ingestion pipeline": ingestion({ isLoggingEnabled: true }),
        "queries by their statement": queries(["log_statement", "ddl"]),
        "queries by their duration": queries(["LOG_MIN_DURATION_STATEMENT", 1000]),
        "queries by pgAudit": queries(["pgaudit.log", "write"]),
        "queries of MySQL are not asked for": strict(instance("mysql", ["general"])),
    },
    invalid: {
        "PostgreSQL, not said": reports(instance("postgres")),
        "none of them": reports(instance("postgres", [])),
        "upgrades only": reports(instance("postgres", ["upgrade"])),
        "computed, since none was given": reports(instance("postgres", computed)),
        "MySQL, errors only": reports(instance("mysql", ["error", "slowquery"])),
        "MySQL, without its plugin": reports(plugin({ optionName: "MEMCACHED" }), "group: options"),
        "MySQL, in AWS's option group": reports(
            instance("mysql", ["audit"], { optionGroupName: "default:mysql-8-0" }),
            "db: optionGroupName",
        ),
        "a cluster of three nodes": reports(cluster("mysql", ["error"])),
        "Oracle, not said": reports(instance("oracle-ee-cdb")),
        "Oracle, no audit": reports(instance("oracle-ee", ["trace"])),
        "SQL Server, not said": reports(instance("sqlserver-ex")),
        "Aurora MySQL, without": reports(cluster("aurora-mysql", ["error", "slowquery"])),
        "Aurora MySQL, switched off": reports(auroraMysql("0"), "group: parameters[0].value"),
        "Aurora PostgreSQL, failed sign-ins only": reports(cluster("aurora-postgresql", ["iam-db-auth-error"])),
        "a stream of another cluster": reports({
            ...cluster("aurora-postgresql"),
            other: cluster("aurora-postgresql", ["postgresql"]).db,
            stream: declare(RdsClusterActivityStream, {
                resourceArn: ref("other.arn"),
                mode: "async",
                kmsKeyId: "alias/audit",
            }),
        }),
        "a replica, of its source's engine": reports(
            {
                ...instance("postgres", ["postgresql"]),
                copy: declare(RdsInstance, { instanceClass: "db.t4g.micro", replicateSourceDb: ref("db.identifier") }),
            },
            `copy: ${at}`,
        ),
        "DocumentDB, not said": reports(documentsWith("audit_logs", "enabled", [])),
        "DocumentDB, profiler only": reports(documents(["profiler"])),
        "DocumentDB, written nowhere": reports(documentsWith("audit_logs", "disabled"), "group: parameters[0].value"),
        "DocumentDB, a group about something else": reports(documentsWith("tls", "tls1.2+"), "group: parameters"),
        "DocumentDB, AWS's group": reports(documents(["audit"]), "db: dbClusterParameterGroupName"),
        "Neptune, not said": reports(graph([], "1"), "db: enableCloudwatchLogsExports"),
        "Neptune, written nowhere": reports(graph(["audit"], 0), "group: parameters[0].value"),
        "Neptune, AWS's group": reports(graph(["audit"]), "db: neptuneClusterParameterGroupName"),
        "Redshift, not said": reports(warehouse(), "db: logging"),
        "Redshift, switched off": reports(warehouse({ logging: { enable: "false" } }), "db: logging"),
        "Redshift, beside another": reports({ ...warehouse(), ...warehouseLogs("other") }, "db: logging"),
        "Redshift Serverless, not said": reports(namespace(), "db: logExports"),
        "ActiveMQ, general only": reports(broker("ActiveMQ", { general: true }), "db: logs.audit"),
        "ActiveMQ, not said": reports(broker("ActiveMQ"), "db: logs.audit"),
        "Kafka, not said": reports(kafka(), "db: loggingInfo.brokerLogs"),
        "Kafka, switched off": reports(kafka({ firehose: { enabled: false } }), "db: loggingInfo.brokerLogs"),
        "OpenSearch, not said": reports(search(OpenSearchDomain), "db: logPublishingOptions"),
        "OpenSearch, slow logs only": reports(
            search(OpenSearchDomain, audit({ logType: "INDEX_SLOW_LOGS" })),
            "db: logPublishingOptions",
        ),
        "OpenSearch, switched off": reports(
            search(OpenSearchDomain, audit({ enabled: "false" })),
            "db: logPublishingOptions",
        ),
        "Elasticsearch, not said": reports(search(ElasticsearchDomain), "db: logPublishingOptions"),
        "an ingestion pipeline, not said": reports(ingestion(), "db: logPublishingOptions.isLoggingEnabled"),
        "queries in no log": { ...queries(["work_mem", "64000"]), reports: ["group: parameters"], weighs: ["low"] },
        "queries switched off": {
            ...queries(["log_statement", "none"], ["log_min_duration_statement", "-1"]),
            reports: ["group: parameters"],
        },
        "queries, AWS's group": {
            ...strict(instance("postgres", ["postgresql"])),
            reports: ["db: parameterGroupName"],
        },
    },
    undecided: {
        "a log is not known yet": { given: instance("postgres", [unknown]), awaits: [`db.${at}[0]`] },
        "logs made of something else": {
            given: {
                ...instance("postgres", json([unknown, ref("settings.arn")])),
                settings: declare(SnsTopic, {}),
            },
            awaits: [`db.${at}`],
        },
        "the engine of a copy": {
            given: instance(undefined, undefined, { snapshotIdentifier: "orders" }),
            awaits: ["db.engine"],
        },
        "an option group of another stack": {
            given: instance("mysql", ["audit"], { optionGroupName: "shared" }),
            awaits: ["db.optionGroupName"],
        },
        "whether DocumentDB writes it": {
            given: documentsWith("audit_logs", unknown),
            awaits: ["group.parameters[0].value"],
        },
        "a group of another stack": {
            given: documents(["audit"], { dbClusterParameterGroupName: "shared" }),
            awaits: ["db.dbClusterParameterGroupName"],
        },
        "the warehouse that is logged": {
            given: { ...warehouse(), ...warehouseLogs(unknown) },
            awaits: ["logs.clusterIdentifier"],
        },
        "ActiveMQ, or RabbitMQ": {
            given: { ...broker(json([unknown, ref("settings.arn")])), settings: declare(SnsTopic, {}) },
            awaits: ["db.engineType"],
        },
    },
});
