import { accessLevel, arnFormats, resourceTypesOf } from "./actions";

/** The types of resources that hold an application's data, by service; the first part of their ARNs says whose they are. */
const DATA: Readonly<Record<string, string>> = {
    aoss: "Collection",
    cassandra: "keyspace table",
    dsql: "Cluster",
    "docdb-elastic": "cluster",
    dynamodb: "table index global-table",
    elasticache: "cluster replicationgroup serverlesscache",
    elasticfilesystem: "file-system",
    es: "domain",
    firehose: "deliverystream",
    "kafka-cluster": "topic",
    kinesis: "stream",
    memorydb: "cluster",
    "neptune-db": "database",
    rds: "db cluster global-cluster",
    "rds-data": "cluster",
    "rds-db": "db-user",
    redshift: "cluster dbname",
    "redshift-data": "cluster workgroup",
    "redshift-serverless": "workgroup namespace",
    s3: "bucket object",
    s3tables: "Table TableBucket",
    s3vectors: "Index VectorBucket",
    sdb: "domain",
    secretsmanager: "Secret",
    sns: "topic",
    sqs: "queue",
    ssm: "parameter",
    timestream: "database table",
};

/** How a consumer takes messages away, which is how it reads them. */
const CONSUMES = /^(?:sqs:(?:deletemessage|changemessagevisibility)|kinesis:(?:de)?registerstreamconsumer)$/i;

/** The ARN formats of the data resources that an action writes to, deletes or manages; none for all other actions. */
export function changedDataFormats(action: string): readonly string[] {
    const service = action.slice(0, action.indexOf(":")).toLowerCase();
    const level = accessLevel(action);
    if ((level !== "Write" && level !== "Permissions management") || CONSUMES.test(action)) return [];
    const types = Object.hasOwn(DATA, service) ? (DATA[service] ?? "").split(" ") : [];
    return resourceTypesOf(action).flatMap(({ type }) => (types.includes(type) ? arnFormats(service, type) : []));
}

/**
 * The data resource that a pattern is about, whatever region, account, index, object or version: `dynamodb:table/orders`,
 * `s3:uploads`, `secretsmanager:secret/orders`.
 */
export function dataResource(pattern: string): string {
    const [, , service = "", , , ...rest] = pattern.split(":");
    const [first = "", second] = rest.join(":").replace(/^\//, "").split(/[:/]/);
    // A bucket's ARN has no type before its name, nor a queue's or topic's.
    if (/^(?:s3|sqs|sns)$/.test(service) || second === undefined) return `${service}:${first}`;
    return `${service}:${first}/${second.replace(/-(?:\?{6}|\*)$/, "")}`;
}

/** The types in the table above, for a test that they exist. */
export function dataResourceTypes(): readonly (readonly [string, string])[] {
    return Object.entries(DATA).flatMap(([service, types]) =>
        types.split(" ").map((type): readonly [string, string] => [service, type]),
    );
}
