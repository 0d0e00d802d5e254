import {
    DmsEndpoint,
    DocDbCluster,
    DocDbClusterInstance,
    DocDbClusterParameterGroup,
    GlueConnection,
    NeptuneCluster,
    NeptuneClusterParameterGroup,
    RdsCluster,
    RdsClusterInstance,
    RdsClusterParameterGroup,
    RdsInstance,
    RdsOptionGroup,
    RdsParameterGroup,
    RdsProxy,
    RedshiftCluster,
    RedshiftParameterGroup,
    RedshiftServerlessWorkgroup,
    SnsTopic,
} from "../../../model/aws";
import { declare, type Example, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/database-tls-required";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

type Group = typeof RdsParameterGroup | typeof RdsClusterParameterGroup;

const instance = (engine: unknown, engineVersion?: unknown, inputs: object = {}) => ({
    db: declare(RdsInstance, { instanceClass: "db.t4g.micro", engine, engineVersion, ...inputs } as Example),
});
const cluster = (engine: unknown, engineVersion?: unknown, inputs: object = {}) => ({
    db: declare(RdsCluster, { engine, engineVersion, ...inputs } as Example),
});
const group = (family: unknown, name: unknown, value: unknown, type: Group = RdsParameterGroup) => ({
    group: declare(type as typeof RdsParameterGroup, { family, parameters: [{ name, value }] } as Example),
});
const named = { parameterGroupName: ref("group.name") };
const clusterNamed = { dbClusterParameterGroupName: ref("group.name") };
const postgres = (version: string, name: string, value: unknown) => ({
    ...instance("postgres", `${version}.4`, named),
    ...group(`postgres${version}`, name, value),
});
const mysql = (value: unknown) => ({
    ...instance("mysql", "8.4.6", named),
    ...group("mysql8.4", "require_secure_transport", value),
});
const aurora = (engine: string, version: string, name: string, value: unknown) => ({
    ...cluster(engine, undefined, clusterNamed),
    ...group(`${engine}${version}`, name, value, RdsClusterParameterGroup),
});
const oracle = (...options: readonly object[]) => ({
    ...instance("oracle-se2", "19.0.0.0.ru-2024-07.rur-2024-07.r1", { optionGroupName: ref("options.name") }),
    options: declare(RdsOptionGroup, { engineName: "oracle-se2", majorEngineVersion: "19", options } as Example),
});
const native = (value?: string) => ({
    optionName: "NATIVE_NETWORK_ENCRYPTION",
    ...(value !== undefined && { optionSettings: [{ name: "SQLNET.ENCRYPTION_SERVER", value }] }),
});
const documents = (inputs: object = {}) => ({ db: declare(DocDbCluster, inputs as Example) });
const documentGroup = (name: string, value: string) => ({
    ...documents(clusterNamed),
    group: declare(DocDbClusterParameterGroup, { family: "docdb5.0", parameters: [{ name, value }] }),
});
const graph = (name: string, value: unknown) => ({
    db: declare(NeptuneCluster, { neptuneClusterParameterGroupName: ref("group.name") } as Example),
    group: declare(NeptuneClusterParameterGroup, { family: "neptune1.3", parameters: [{ name, value }] } as Example),
});
const warehouse = (family: string, name: string, value: string) => ({
    db: declare(RedshiftCluster, {
        clusterIdentifier: "dwh",
        nodeType: "ra3.large",
        clusterParameterGroupName: ref("group.name"),
    } as Example),
    group: declare(RedshiftParameterGroup, { family, parameters: [{ name, value }] }),
});
const workgroup = (...configParameters: readonly object[]) => ({
    db: declare(RedshiftServerlessWorkgroup, { namespaceName: "n", workgroupName: "w", configParameters } as Example),
});
const proxy = (inputs: object) => ({
    db: declare(RdsProxy, {
        engineFamily: "POSTGRESQL",
        roleArn: "arn:aws:iam::111122223333:role/proxy",
        vpcSubnetIds: ["subnet-0a1b2c3d4e5f60718"],
        ...inputs,
    } as Example),
});
const glue = (connectionProperties: unknown, inputs: object = {}) => ({
    db: declare(GlueConnection, { name: "orders", connectionProperties, ...inputs } as Example),
});
const jdbc = (inputs: object = {}, query = "") =>
    glue({ JDBC_CONNECTION_URL: `jdbc:postgresql://db.internal:5432/orders${query}`, SECRET_ID: "orders", ...inputs });
const brokers = (securityProtocol?: string) => ({
    kafkaSettings: { broker: "b-1:9092", ...(securityProtocol && { securityProtocol }) },
});
const endpoint = (engineName: unknown, inputs: object = {}) => ({
    db: declare(DmsEndpoint, { endpointId: "source", endpointType: "source", engineName, ...inputs } as Example),
});
const reports = (given: Program, place: string, ...weighs: readonly ("high" | "medium" | "low")[]) => ({
    given,
    reports: [place],
    ...(weighs.length > 0 && { weighs }),
});
const strict = (given: Program) => ({ given, options: { authorities: true } });
const silently = (label: string, programs: Readonly<Record<string, Program>>) =>
    Object.fromEntries(Object.entries(programs).map(([name, program]) => [`${label}: ${name}`, program]));
const onParameters = "group: parameters";
const onValue = "group: parameters[0].value";

testRule(rule, {
    valid: {
        "MySQL, switched on": mysql("1"),
        "as a number": mysql(1),
        "as a word": mysql("ON"),
        "as a boolean": mysql(true),
        "its name in capitals": {
            ...instance("mysql", "8.4.6", named),
            ...group("mysql8.4", "REQUIRE_SECURE_TRANSPORT", "1"),
        },
        "MySQL 9.7 demands it": instance("mysql", "9.7.0"),
        "MariaDB 11.8 demands it": instance("mariadb", "11.8.3"),
        "MariaDB, switched on": {
            ...instance("mariadb", "10.11.14", named),
            ...group("mariadb10.11", "require_secure_transport", "1"),
        },
        "PostgreSQL 15 demands it": instance("postgres", "15.4"),
        "as its group does, which is about something else": postgres("16", "work_mem", "64000"),
        "and the version that AWS takes": instance("postgres"),
        "AWS's own group says the version": instance("postgres", undefined, {
            parameterGroupName: "default.postgres16",
        }),
        "a cluster of three nodes follows RDS": cluster("postgres", "16.4"),
        "Aurora PostgreSQL 17 demands it": cluster("aurora-postgresql", "17.4"),
        "Aurora PostgreSQL, switched on": aurora("aurora-postgresql", "16", "rds.force_ssl", "1"),
        "Aurora MySQL, switched on": aurora("aurora-mysql", "8.0", "require_secure_transport", "ON"),
        "SQL Server, switched on": {
            ...instance("sqlserver-se", "15.00.4385.2.v1", named),
            ...group("sqlserver-se-15.0", "rds.force_ssl", 1),
        },
        "a replica beside its source has the source's group": {
            ...mysql("1"),
            copy: declare(RdsInstance, {
                instanceClass: "db.t4g.micro",
                replicateSourceDb: ref("db.identifier"),
            } as Example),
        },
        "a member of a cluster": {
            ...aurora("aurora-postgresql", "16", "rds.force_ssl", "1"),
            member: declare(RdsClusterInstance, {
                clusterIdentifier: ref("db.id"),
                engine: "aurora-postgresql",
                instanceClass: "db.r6g.large",
            } as Example),
        },
        "an unused group about something else": group("postgres14", "work_mem", "64000"),
        ...silently("Oracle", {
            "encryption demanded": oracle(native("REQUIRED")),
            "TLS beside": oracle({ optionName: "SSL", port: 2484 }),
        }),
        ...silently("Db2 and custom engines", {
            Db2: instance("db2-se", "11.5.9.0.sb00000000.r1"),
            custom: instance("custom-oracle-ee", "19.my_cev1"),
        }),
        ...silently("DocumentDB", {
            "of version 1.2": documentGroup("tls", "tls1.2+"),
            "of version 1.3": documentGroup("tls", "tls1.3+"),
            FIPS: documentGroup("tls", "fips-140-3"),
            "a group of RDS's type": {
                ...documents(clusterNamed),
                ...group("docdb5.0", "tls", "tls1.2+", RdsClusterParameterGroup),
            },
        }),
        ...silently("Neptune", {
            "AWS's group": { db: declare(NeptuneCluster, {}) },
            "a group about something else": graph("neptune_query_timeout", "20000"),
        }),
        ...silently("Redshift", {
            demanded: warehouse("redshift-1.0", "require_ssl", "true"),
            "the second family": warehouse("redshift-2.0", "enable_user_activity_logging", "true"),
            "AWS's group for new ones": {
                db: declare(RedshiftCluster, { clusterIdentifier: "dwh", nodeType: "ra3.large" }),
            },
            serverless: workgroup({ parameterKey: "require_ssl", parameterValue: "true" }),
            "serverless, left to AWS": workgroup({ parameterKey: "auto_mv", parameterValue: "true" }),
        }),
        "a proxy": proxy({ requireTls: "true" }),
        ...silently("Glue", {
            "TLS enforced": jdbc({ JDBC_ENFORCE_SSL: "true" }),
            "TLS by the address": jdbc({}, "?sslmode=require"),
            "a network": glue(undefined, { connectionType: "NETWORK" }),
            "another kind of connection": glue({ JDBC_ENFORCE_SSL: "false" }, { connectionType: "SNOWFLAKE" }),
            "Kafka, by default": glue({ KAFKA_BOOTSTRAP_SERVERS: "b-1:9094" }, { connectionType: "KAFKA" }),
        }),
        ...silently("DMS", {
            verified: endpoint("aurora-postgresql", { sslMode: "verify-full" }),
            "not verified": endpoint("postgres", { sslMode: "require" }),
            S3: endpoint("s3"),
            Kinesis: endpoint("kinesis", { sslMode: "none" }),
            Redshift: endpoint("redshift", { sslMode: "none" }),
            Kafka: endpoint("kafka", brokers("sasl-ssl")),
            Redis: endpoint("redis", { redisSettings: { sslSecurityProtocol: "ssl-encryption" } }),
            "Redis, left to AWS": endpoint("redis", { redisSettings: { authType: "none" } }),
        }),
        "an authority of today, in the strict profile": strict(
            instance("postgres", "16.4", { caCertIdentifier: "rds-ca-rsa2048-g1" }),
        ),
        "an authority that has ended, in the standard one": instance("postgres", "16.4", {
            caCertIdentifier: "rds-ca-2019",
        }),
    },
    invalid: {
        "MySQL, switched off": reports(mysql("0"), onValue, "high"),
        "as a word": reports(mysql("OFF"), onValue),
        "as a boolean": reports(mysql(false), onValue),
        "MySQL, not said": reports(instance("mysql", "8.0.36"), "db: parameterGroupName", "high"),
        "MySQL, of whichever version": reports(instance("mysql"), "db: parameterGroupName", "medium"),
        "a group that the provider computes, since none was given": reports(
            instance("mysql", "8.0.36", { parameterGroupName: computed }),
            "db: parameterGroupName",
            "high",
        ),
        "MySQL, in AWS's group": reports(
            instance("mysql", undefined, { parameterGroupName: "default.mysql8.0" }),
            "db: parameterGroupName",
            "high",
        ),
        "MySQL, in a group about something else": reports(
            { ...instance("mysql", "8.0", named), ...group("mysql8.0", "max_connections", "100") },
            onParameters,
            "high",
        ),
        "a group without parameters": reports(
            { ...instance("mysql", "8.0", named), group: declare(RdsParameterGroup, { family: "mysql8.0" }) },
            onParameters,
        ),
        "two databases of one group": reports(
            { ...mysql("0"), other: instance("mysql", "8.4.6", named).db as never },
            onValue,
        ),
        "a cluster of three nodes with MySQL": reports(cluster("mysql", "8.0.36"), "db: dbClusterParameterGroupName"),
        "MariaDB 11.4": reports(instance("mariadb", "11.4.8"), "db: parameterGroupName", "high"),
        "PostgreSQL 15, switched off": reports(postgres("15", "rds.force_ssl", "0"), onValue, "high"),
        "PostgreSQL 14": reports(instance("postgres", "14.12"), "db: parameterGroupName", "high"),
        "PostgreSQL 14, in a group about something else": reports(postgres("14", "work_mem", "64000"), onParameters),
        "Aurora PostgreSQL 16": reports(
            cluster("aurora-postgresql", "16.4"),
            "db: dbClusterParameterGroupName",
            "high",
        ),
        "Aurora PostgreSQL 16, in a group about something else": reports(
            aurora("aurora-postgresql", "16", "log_statement", "all"),
            onParameters,
            "high",
        ),
        "Aurora MySQL": reports(cluster("aurora-mysql", "8.0.mysql_aurora.3.08.0"), "db: dbClusterParameterGroupName"),
        "SQL Server": reports(instance("sqlserver-ex", "16.00.4165.4.v1"), "db: parameterGroupName", "medium"),
        "an unused group, switched off": reports(group("postgres16", "rds.force_ssl", "0"), onValue, "medium"),
        "Oracle without encryption": reports(instance("oracle-ee", "19"), "db: optionGroupName", "medium"),
        "Oracle with other options": reports(oracle({ optionName: "STATSPACK" }), "options: options", "medium"),
        "Oracle, encryption refused": reports(
            oracle(native("REJECTED")),
            "options: options[0].optionSettings[0].value",
            "high",
        ),
        "Oracle, encryption on request": reports(
            oracle(native("REQUESTED")),
            "options: options[0].optionSettings[0].value",
            "low",
        ),
        "DocumentDB, switched off": reports(documentGroup("tls", "disabled"), onValue, "high"),
        "DocumentDB, of whatever version": reports(documentGroup("tls", "enabled"), onValue, "low"),
        "DocumentDB, AWS's default": reports(documentGroup("audit_logs", "enabled"), onParameters, "low"),
        "DocumentDB, AWS's group": reports(documents(), "db: dbClusterParameterGroupName", "low"),
        "Neptune, which ignores it by now": reports(graph("neptune_enforce_ssl", 0), onValue, "low"),
        "Redshift, switched off": reports(warehouse("redshift-2.0", "require_ssl", "false"), onValue, "high"),
        "Redshift's first family": reports(warehouse("redshift-1.0", "use_fips_ssl", "true"), onParameters, "high"),
        "Redshift's first group": reports(
            {
                db: declare(RedshiftCluster, {
                    clusterIdentifier: "dwh",
                    nodeType: "ra3.large",
                    clusterParameterGroupName: "default.redshift-1.0",
                }),
            },
            "db: clusterParameterGroupName",
            "high",
        ),
        "Redshift Serverless, switched off": reports(
            workgroup({ parameterKey: "require_ssl", parameterValue: "false" }),
            "db: configParameters[0].parameterValue",
            "high",
        ),
        "a proxy with nothing said": reports(proxy({}), "db: requireTls", "high"),
        "a proxy, switched off as text": reports(proxy({ requireTls: "false" }), "db: requireTls"),
        "an endpoint of DMS": reports(endpoint("mysql"), "db: sslMode", "medium"),
        "an endpoint of DMS that says so": reports(endpoint("oracle", { sslMode: "none" }), "db: sslMode"),
        "an endpoint of DMS for Redis": reports(
            endpoint("redis", { redisSettings: { sslSecurityProtocol: "plaintext" } }),
            "db: redisSettings.sslSecurityProtocol",
        ),
        "an endpoint of DMS for Kafka": reports(
            endpoint("kafka", brokers()),
            "db: kafkaSettings.securityProtocol",
            "medium",
        ),
        "an endpoint of DMS for Kafka that says so": reports(
            endpoint("kafka", brokers("plaintext")),
            "db: kafkaSettings.securityProtocol",
        ),
        "a connection of Glue": reports(jdbc(), "db: connectionProperties.JDBC_ENFORCE_SSL", "medium"),
        "a connection of Glue that says so": reports(
            jdbc({ JDBC_ENFORCE_SSL: "False" }),
            "db: connectionProperties.JDBC_ENFORCE_SSL",
        ),
        "a connection of Glue whose address refuses TLS": reports(
            jdbc({}, "?sslmode=disable"),
            "db: connectionProperties.JDBC_ENFORCE_SSL",
        ),
        "a connection of Glue to Kafka": reports(
            glue({ KAFKA_SSL_ENABLED: "false" }, { connectionType: "KAFKA" }),
            "db: connectionProperties.KAFKA_SSL_ENABLED",
        ),
        "authorities that have ended, in the strict profile": {
            ...strict({
                ...instance("postgres", "16.4", { caCertIdentifier: "rds-ca-2019" }),
                member: declare(DocDbClusterInstance, {
                    clusterIdentifier: "docs",
                    instanceClass: "db.r6g.large",
                    caCertIdentifier: "rds-ca-2019",
                }),
            }),
            reports: ["db: caCertIdentifier", "member: caCertIdentifier"],
            weighs: ["medium", "medium"],
        },
    },
    undecided: {
        "a group of another stack": {
            given: instance("mysql", "8.4.6", { parameterGroupName: "shared-mysql" }),
            awaits: ["db.parameterGroupName"],
        },
        "a group of another stack, of an engine that demands it by default": {
            given: instance("postgres", "16.4", { parameterGroupName: "shared" }),
            awaits: ["db.parameterGroupName"],
        },
        "the value is not known yet": { given: mysql(unknown), awaits: ["group.parameters[0].value"] },
        "a name is not known yet": {
            given: { ...instance("postgres", "16.4", named), ...group("postgres16", unknown, "0") },
            awaits: ["group.parameters[0].name"],
        },
        "the list is not known yet": {
            given: {
                ...instance("postgres", "16.4", named),
                group: declare(RdsParameterGroup, { family: "postgres16", parameters: unknown } as Example),
            },
            awaits: ["group.parameters"],
        },
        "the engine of a copy": {
            given: instance(undefined, undefined, { snapshotIdentifier: "orders-2026" }),
            awaits: ["db.engine"],
        },
        "a group whose name is made of something else": {
            given: {
                ...instance("mysql", "8.4.6", { parameterGroupName: json([unknown, ref("settings.arn")]) }),
                settings: declare(SnsTopic, {}),
            },
            awaits: ["db.parameterGroupName"],
        },
        "a connection of Glue that is not known yet": {
            given: { ...glue(json([unknown, ref("settings.arn")])), settings: declare(SnsTopic, {}) },
            awaits: ["db.connectionProperties"],
        },
        "an endpoint of DMS whose engine is not known yet": {
            given: { ...endpoint(json([unknown, ref("settings.arn")])), settings: declare(SnsTopic, {}) },
            awaits: ["db.engineName"],
        },
    },
});
