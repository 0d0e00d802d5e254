import type { ResourceType } from "./resource-type";
import * as types from "./types";

/**
 * The part of AWS's domain in which a store's host names lie, for those that have private addresses unless they are made public: of
 * `db.c1a2b3c4d5e6.eu-west-1.rds.amazonaws.com`, `rds`. Source: each service's own guide, on how to connect.
 */
export const storeDomains: ReadonlyMap<ResourceType, readonly string[]> = new Map<ResourceType, readonly string[]>([
    [types.RdsInstance, ["rds"]],
    [types.RdsCluster, ["rds"]],
    [types.RdsClusterInstance, ["rds"]],
    [types.RdsProxy, ["rds"]],
    [types.DocDbCluster, ["docdb"]],
    [types.DocDbElasticCluster, ["docdb-elastic"]],
    [types.NeptuneCluster, ["neptune"]],
    [types.NeptuneClusterInstance, ["neptune"]],
    [types.ElastiCacheReplicationGroup, ["cache"]],
    [types.ElastiCacheCluster, ["cache"]],
    [types.ElastiCacheServerlessCache, ["cache"]],
    [types.MemoryDbCluster, ["memorydb"]],
    [types.DaxCluster, ["dax-clusters"]],
    [types.RedshiftCluster, ["redshift"]],
    [types.RedshiftServerlessWorkgroup, ["redshift-serverless"]],
    [types.MqBroker, ["mq"]],
    [types.MskCluster, ["kafka"]],
    [types.MskServerlessCluster, ["kafka-serverless"]],
    [types.TimestreamInfluxDb, ["timestream-influxdb"]],
    [types.OpenSearchDomain, ["es", "aos"]],
    [types.ElasticsearchDomain, ["es", "aos"]],
]);

/** Those that an AWS API can ask, by ARN or name, without a connection into their network. */
export const askedThroughApi: readonly ResourceType[] = [types.RedshiftCluster, types.RedshiftServerlessWorkgroup];

/** The outputs of stores, by name, that hold host names or addresses to connect to; lists of nodes hold them further down. */
export const HOST_OUTPUT = /(?:endpoints?|address|dnsname|nodes|instances)$|^bootstrapBrokers/i;

const HOST_WORDS =
    /(?:^|_)(?:host|hosts|hostname|endpoint|endpoints|address|addr|url|uri|server|servers|brokers|nodes|dsn)$/i;
const OTHER_WORDS = /(?:^|_)(?:arn|arns|id|ids|identifier|name|secret|key|password|user|username|port|region)$/i;

/** Does a variable's name say that it holds where to connect to? Undefined where it says neither. */
export function namesHost(variable: string): boolean | undefined {
    const snake = variable.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
    if (HOST_WORDS.test(snake)) return true;
    return OTHER_WORDS.test(snake) ? false : undefined;
}
