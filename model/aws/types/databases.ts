/** Resource types by token: databases, caches, warehouses and search. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// cloudsearch
export const CloudSearchDomainServiceAccessPolicy = resourceType<aws.cloudsearch.DomainServiceAccessPolicyArgs>(
    "aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy",
);

// dax
export const DaxSubnetGroup = resourceType<aws.dax.SubnetGroupArgs>("aws:dax/subnetGroup:SubnetGroup");
export const DaxCluster = resourceType<aws.dax.ClusterArgs>("aws:dax/cluster:Cluster");

// dms
export const DmsReplicationSubnetGroup = resourceType<aws.dms.ReplicationSubnetGroupArgs>(
    "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
);
export const DmsInstanceProfile = resourceType<aws.dms.InstanceProfileArgs>("aws:dms/instanceProfile:InstanceProfile");
export const DmsEndpoint = resourceType<aws.dms.EndpointArgs>("aws:dms/endpoint:Endpoint");
export const DmsReplicationInstance = resourceType<aws.dms.ReplicationInstanceArgs>(
    "aws:dms/replicationInstance:ReplicationInstance",
);
export const DmsS3Endpoint = resourceType<aws.dms.S3EndpointArgs>("aws:dms/s3Endpoint:S3Endpoint");
export const DmsReplicationTask = resourceType<aws.dms.ReplicationTaskArgs>("aws:dms/replicationTask:ReplicationTask");
export const DmsReplicationConfig = resourceType<aws.dms.ReplicationConfigArgs>(
    "aws:dms/replicationConfig:ReplicationConfig",
);

// docdb
export const DocDbSubnetGroup = resourceType<aws.docdb.SubnetGroupArgs>("aws:docdb/subnetGroup:SubnetGroup");
export const DocDbCluster = resourceType<aws.docdb.ClusterArgs>("aws:docdb/cluster:Cluster");
export const DocDbClusterInstance = resourceType<aws.docdb.ClusterInstanceArgs>(
    "aws:docdb/clusterInstance:ClusterInstance",
);
export const DocDbClusterParameterGroup = resourceType<aws.docdb.ClusterParameterGroupArgs>(
    "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
);
export const DocDbClusterSnapshot = resourceType<aws.docdb.ClusterSnapshotArgs>(
    "aws:docdb/clusterSnapshot:ClusterSnapshot",
);
export const DocDbElasticCluster = resourceType<aws.docdb.ElasticClusterArgs>(
    "aws:docdb/elasticCluster:ElasticCluster",
);
export const DocDbGlobalCluster = resourceType<aws.docdb.GlobalClusterArgs>("aws:docdb/globalCluster:GlobalCluster");

// dsql
export const DsqlCluster = resourceType<aws.dsql.ClusterArgs>("aws:dsql/cluster:Cluster");
export const DsqlClusterPolicy = resourceType<aws.dsql.ClusterPolicyArgs>("aws:dsql/clusterPolicy:ClusterPolicy");

// dynamodb
export const DynamoDbGlobalTable = resourceType<aws.dynamodb.GlobalTableArgs>("aws:dynamodb/globalTable:GlobalTable");
export const DynamoDbResourcePolicy = resourceType<aws.dynamodb.ResourcePolicyArgs>(
    "aws:dynamodb/resourcePolicy:ResourcePolicy",
);
export const DynamoDbTable = resourceType<aws.dynamodb.TableArgs>("aws:dynamodb/table:Table");
export const DynamoDbTableReplica = resourceType<aws.dynamodb.TableReplicaArgs>(
    "aws:dynamodb/tableReplica:TableReplica",
);
export const DynamoTableItem = resourceType<aws.dynamodb.TableItemArgs>("aws:dynamodb/tableItem:TableItem");

// elasticache
export const ElastiCacheSubnetGroup = resourceType<aws.elasticache.SubnetGroupArgs>(
    "aws:elasticache/subnetGroup:SubnetGroup",
);
export const ElastiCacheCluster = resourceType<aws.elasticache.ClusterArgs>("aws:elasticache/cluster:Cluster");
export const ElastiCacheGlobalReplicationGroup = resourceType<aws.elasticache.GlobalReplicationGroupArgs>(
    "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
);
export const ElastiCacheParameterGroup = resourceType<aws.elasticache.ParameterGroupArgs>(
    "aws:elasticache/parameterGroup:ParameterGroup",
);
export const ElastiCacheReplicationGroup = resourceType<aws.elasticache.ReplicationGroupArgs>(
    "aws:elasticache/replicationGroup:ReplicationGroup",
);
export const ElastiCacheServerlessCache = resourceType<aws.elasticache.ServerlessCacheArgs>(
    "aws:elasticache/serverlessCache:ServerlessCache",
);
export const ElastiCacheUser = resourceType<aws.elasticache.UserArgs>("aws:elasticache/user:User");

// elasticsearch
export const ElasticsearchDomain = resourceType<aws.elasticsearch.DomainArgs>("aws:elasticsearch/domain:Domain");
export const ElasticsearchDomainPolicy = resourceType<aws.elasticsearch.DomainPolicyArgs>(
    "aws:elasticsearch/domainPolicy:DomainPolicy",
);

// keyspaces
export const KeyspacesTable = resourceType<aws.keyspaces.TableArgs>("aws:keyspaces/table:Table");

// lightsail
export const LightsailBucket = resourceType<aws.lightsail.BucketArgs>("aws:lightsail/bucket:Bucket");
export const LightsailDatabase = resourceType<aws.lightsail.DatabaseArgs>("aws:lightsail/database:Database");
export const LightsailInstance = resourceType<aws.lightsail.InstanceArgs>("aws:lightsail/instance:Instance");

// memorydb
export const MemoryDbSubnetGroup = resourceType<aws.memorydb.SubnetGroupArgs>("aws:memorydb/subnetGroup:SubnetGroup");
export const MemoryDbCluster = resourceType<aws.memorydb.ClusterArgs>("aws:memorydb/cluster:Cluster");
export const MemoryDbMultiRegionCluster = resourceType<aws.memorydb.MultiRegionClusterArgs>(
    "aws:memorydb/multiRegionCluster:MultiRegionCluster",
);
export const MemoryDbParameterGroup = resourceType<aws.memorydb.ParameterGroupArgs>(
    "aws:memorydb/parameterGroup:ParameterGroup",
);
export const MemoryDbSnapshot = resourceType<aws.memorydb.SnapshotArgs>("aws:memorydb/snapshot:Snapshot");
export const MemoryDbUser = resourceType<aws.memorydb.UserArgs>("aws:memorydb/user:User");

// neptune
export const NeptuneSubnetGroup = resourceType<aws.neptune.SubnetGroupArgs>("aws:neptune/subnetGroup:SubnetGroup");
export const NeptuneCluster = resourceType<aws.neptune.ClusterArgs>("aws:neptune/cluster:Cluster");
export const NeptuneClusterEndpoint = resourceType<aws.neptune.ClusterEndpointArgs>(
    "aws:neptune/clusterEndpoint:ClusterEndpoint",
);
export const NeptuneClusterInstance = resourceType<aws.neptune.ClusterInstanceArgs>(
    "aws:neptune/clusterInstance:ClusterInstance",
);
export const NeptuneClusterParameterGroup = resourceType<aws.neptune.ClusterParameterGroupArgs>(
    "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
);
export const NeptuneClusterSnapshot = resourceType<aws.neptune.ClusterSnapshotArgs>(
    "aws:neptune/clusterSnapshot:ClusterSnapshot",
);
export const NeptuneGlobalCluster = resourceType<aws.neptune.GlobalClusterArgs>(
    "aws:neptune/globalCluster:GlobalCluster",
);
export const NeptuneParameterGroup = resourceType<aws.neptune.ParameterGroupArgs>(
    "aws:neptune/parameterGroup:ParameterGroup",
);

// neptunegraph
export const NeptuneGraph = resourceType<aws.neptunegraph.GraphArgs>("aws:neptunegraph/graph:Graph");

// opensearch
export const OpenSearchDomain = resourceType<aws.opensearch.DomainArgs>("aws:opensearch/domain:Domain");
export const OpenSearchDomainPolicy = resourceType<aws.opensearch.DomainPolicyArgs>(
    "aws:opensearch/domainPolicy:DomainPolicy",
);
export const OpenSearchServerlessAccessPolicy = resourceType<aws.opensearch.ServerlessAccessPolicyArgs>(
    "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy",
);
export const OpenSearchServerlessCollection = resourceType<aws.opensearch.ServerlessCollectionArgs>(
    "aws:opensearch/serverlessCollection:ServerlessCollection",
);
export const OpenSearchServerlessSecurityPolicy = resourceType<aws.opensearch.ServerlessSecurityPolicyArgs>(
    "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy",
);

// opensearchingest
export const OpenSearchIngestionPipeline = resourceType<aws.opensearchingest.PipelineArgs>(
    "aws:opensearchingest/pipeline:Pipeline",
);
export const OpenSearchIngestionResourcePolicy = resourceType<aws.opensearchingest.ResourcePolicyArgs>(
    "aws:opensearchingest/resourcePolicy:ResourcePolicy",
);

// rds
export const RdsCluster = resourceType<aws.rds.ClusterArgs>("aws:rds/cluster:Cluster");
export const RdsClusterActivityStream = resourceType<aws.rds.ClusterActivityStreamArgs>(
    "aws:rds/clusterActivityStream:ClusterActivityStream",
);
export const RdsClusterEndpoint = resourceType<aws.rds.ClusterEndpointArgs>("aws:rds/clusterEndpoint:ClusterEndpoint");
export const RdsClusterInstance = resourceType<aws.rds.ClusterInstanceArgs>("aws:rds/clusterInstance:ClusterInstance");
export const RdsClusterParameterGroup = resourceType<aws.rds.ClusterParameterGroupArgs>(
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
);
export const RdsClusterSnapshot = resourceType<aws.rds.ClusterSnapshotArgs>("aws:rds/clusterSnapshot:ClusterSnapshot");
export const RdsClusterSnapshotCopy = resourceType<aws.rds.ClusterSnapshotCopyArgs>(
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
);
export const RdsEventSubscription = resourceType<aws.rds.EventSubscriptionArgs>(
    "aws:rds/eventSubscription:EventSubscription",
);
export const RdsGlobalCluster = resourceType<aws.rds.GlobalClusterArgs>("aws:rds/globalCluster:GlobalCluster");
export const RdsInstance = resourceType<aws.rds.InstanceArgs>("aws:rds/instance:Instance");
export const RdsInstanceAutomatedBackupsReplication = resourceType<aws.rds.InstanceAutomatedBackupsReplicationArgs>(
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
);
export const RdsOptionGroup = resourceType<aws.rds.OptionGroupArgs>("aws:rds/optionGroup:OptionGroup");
export const RdsParameterGroup = resourceType<aws.rds.ParameterGroupArgs>("aws:rds/parameterGroup:ParameterGroup");
export const RdsProxy = resourceType<aws.rds.ProxyArgs>("aws:rds/proxy:Proxy");
export const RdsProxyEndpoint = resourceType<aws.rds.ProxyEndpointArgs>("aws:rds/proxyEndpoint:ProxyEndpoint");
export const RdsProxyTarget = resourceType<aws.rds.ProxyTargetArgs>("aws:rds/proxyTarget:ProxyTarget");
export const RdsShardGroup = resourceType<aws.rds.ShardGroupArgs>("aws:rds/shardGroup:ShardGroup");
export const RdsSnapshot = resourceType<aws.rds.SnapshotArgs>("aws:rds/snapshot:Snapshot");
export const RdsSnapshotCopy = resourceType<aws.rds.SnapshotCopyArgs>("aws:rds/snapshotCopy:SnapshotCopy");
export const RdsSubnetGroup = resourceType<aws.rds.SubnetGroupArgs>("aws:rds/subnetGroup:SubnetGroup");
export const RdsProxyDefaultTargetGroup = resourceType<aws.rds.ProxyDefaultTargetGroupArgs>(
    "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
);
export const RdsCustomDbEngineVersion = resourceType<aws.rds.CustomDbEngineVersionArgs>(
    "aws:rds/customDbEngineVersion:CustomDbEngineVersion",
);

// redshift
export const RedshiftSubnetGroup = resourceType<aws.redshift.SubnetGroupArgs>("aws:redshift/subnetGroup:SubnetGroup");
export const RedshiftCluster = resourceType<aws.redshift.ClusterArgs>("aws:redshift/cluster:Cluster");
export const RedshiftLogging = resourceType<aws.redshift.LoggingArgs>("aws:redshift/logging:Logging");
export const RedshiftParameterGroup = resourceType<aws.redshift.ParameterGroupArgs>(
    "aws:redshift/parameterGroup:ParameterGroup",
);
export const RedshiftResourcePolicy = resourceType<aws.redshift.ResourcePolicyArgs>(
    "aws:redshift/resourcePolicy:ResourcePolicy",
);
export const RedshiftSnapshotCopyGrant = resourceType<aws.redshift.SnapshotCopyGrantArgs>(
    "aws:redshift/snapshotCopyGrant:SnapshotCopyGrant",
);

// redshiftserverless
export const RedshiftServerlessNamespace = resourceType<aws.redshiftserverless.NamespaceArgs>(
    "aws:redshiftserverless/namespace:Namespace",
);
export const RedshiftServerlessResourcePolicy = resourceType<aws.redshiftserverless.ResourcePolicyArgs>(
    "aws:redshiftserverless/resourcePolicy:ResourcePolicy",
);
export const RedshiftServerlessWorkgroup = resourceType<aws.redshiftserverless.WorkgroupArgs>(
    "aws:redshiftserverless/workgroup:Workgroup",
);

// timestreaminfluxdb
export const TimestreamInfluxDbCluster = resourceType<aws.timestreaminfluxdb.DbClusterArgs>(
    "aws:timestreaminfluxdb/dbCluster:DbCluster",
);
export const TimestreamInfluxDb = resourceType<aws.timestreaminfluxdb.DbInstanceArgs>(
    "aws:timestreaminfluxdb/dbInstance:DbInstance",
);

// timestreamwrite
export const TimestreamDatabase = resourceType<aws.timestreamwrite.DatabaseArgs>(
    "aws:timestreamwrite/database:Database",
);
