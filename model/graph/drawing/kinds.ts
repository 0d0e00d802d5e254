/** What is drawn of its own, by type: in which lane, as what, and what AWS calls it. All else is part of something, or drawn as `other`. */
import type { Lane, NodeKind } from "./drawing";

export interface DrawnKind {
    readonly lane: Lane;
    readonly kind: NodeKind;
    readonly kindName: string;
}

type Row = readonly [type: string, kindName: string];

const ROWS: readonly (readonly [Lane, NodeKind, readonly Row[]])[] = [
    [
        0,
        "people",
        [
            ["cognito/userPool:UserPool", "Cognito user pool"],
            ["iam/samlProvider:SamlProvider", "SAML provider"],
        ],
    ],
    [0, "pipeline", [["iam/openIdConnectProvider:OpenIdConnectProvider", "OpenID Connect provider"]]],
    [
        1,
        "api",
        [
            ["apigateway/restApi:RestApi", "REST API"],
            ["apigatewayv2/api:Api", "HTTP API"],
            ["appsync/graphQLApi:GraphQLApi", "GraphQL API"],
            ["appsync/api:Api", "AppSync event API"],
            ["lb/loadBalancer:LoadBalancer", "Load balancer"],
            ["alb/loadBalancer:LoadBalancer", "Load balancer"],
            ["elb/loadBalancer:LoadBalancer", "Classic load balancer"],
            ["vpclattice/service:Service", "VPC Lattice service"],
        ],
    ],
    [1, "distribution", [["cloudfront/distribution:Distribution", "CloudFront distribution"]]],
    [1, "url", [["lambda/functionUrl:FunctionUrl", "Function URL"]]],
    [1, "pool", [["cognito/identityPool:IdentityPool", "Identity pool"]]],
    [1, "event", [["cloudwatch/eventRule:EventRule", "Event rule"]]],
    [1, "schedule", [["scheduler/schedule:Schedule", "Schedule"]]],
    [
        1,
        "trigger",
        [
            ["lambda/eventSourceMapping:EventSourceMapping", "Event source mapping"],
            ["pipes/pipe:Pipe", "EventBridge pipe"],
            ["iot/topicRule:TopicRule", "IoT rule"],
            ["ses/receiptRule:ReceiptRule", "Receipt rule"],
        ],
    ],
    [
        2,
        "function",
        [
            ["lambda/function:Function", "Lambda function"],
            ["cloudfront/function:Function", "CloudFront function"],
        ],
    ],
    [2, "state-machine", [["sfn/stateMachine:StateMachine", "State machine"]]],
    [
        2,
        "instance",
        [
            ["ec2/instance:Instance", "EC2 instance"],
            ["ec2/spotInstanceRequest:SpotInstanceRequest", "EC2 spot instance"],
            ["autoscaling/group:Group", "Auto Scaling group"],
            ["ec2/launchTemplate:LaunchTemplate", "Launch template"],
            ["ec2/launchConfiguration:LaunchConfiguration", "Launch configuration"],
            ["lightsail/instance:Instance", "Lightsail instance"],
        ],
    ],
    [
        2,
        "pipeline",
        [
            ["codebuild/project:Project", "CodeBuild project"],
            ["codepipeline/pipeline:Pipeline", "CodePipeline pipeline"],
        ],
    ],
    [
        2,
        "workload",
        [
            ["ecs/service:Service", "ECS service"],
            ["ecs/taskDefinition:TaskDefinition", "ECS task"],
            ["eks/cluster:Cluster", "EKS cluster"],
            ["eks/nodeGroup:NodeGroup", "EKS node group"],
            ["batch/jobDefinition:JobDefinition", "Batch job"],
            ["batch/computeEnvironment:ComputeEnvironment", "Batch compute environment"],
            ["apprunner/service:Service", "App Runner service"],
            ["glue/job:Job", "Glue job"],
            ["glue/crawler:Crawler", "Glue crawler"],
            ["glue/devEndpoint:DevEndpoint", "Glue endpoint"],
            ["mwaa/environment:Environment", "Airflow environment"],
            ["emr/cluster:Cluster", "EMR cluster"],
            ["emrserverless/application:Application", "EMR Serverless application"],
            ["kinesisanalyticsv2/application:Application", "Flink application"],
            ["sagemaker/notebookInstance:NotebookInstance", "SageMaker notebook"],
            ["sagemaker/domain:Domain", "SageMaker domain"],
            ["sagemaker/model:Model", "SageMaker model"],
            ["bedrock/agentAgent:AgentAgent", "Bedrock agent"],
            ["bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime", "Agent runtime"],
            ["elasticbeanstalk/environment:Environment", "Elastic Beanstalk environment"],
            ["amplify/app:App", "Amplify app"],
            ["synthetics/canary:Canary", "Canary"],
            ["transfer/server:Server", "Transfer server"],
            ["appsync/dataSource:DataSource", "AppSync data source"],
        ],
    ],
    [
        3,
        "role",
        [
            ["iam/role:Role", "IAM role"],
            ["ssoadmin/permissionSet:PermissionSet", "Permission set"],
        ],
    ],
    [3, "user", [["iam/user:User", "IAM user"]]],
    [3, "group", [["iam/group:Group", "IAM group"]]],
    [
        4,
        "bucket",
        [
            ["s3/bucket:Bucket", "S3 bucket"],
            ["s3/bucketV2:BucketV2", "S3 bucket"],
            ["s3/directoryBucket:DirectoryBucket", "S3 directory bucket"],
            ["s3tables/tableBucket:TableBucket", "S3 table bucket"],
            ["s3/vectorsVectorBucket:VectorsVectorBucket", "S3 vector bucket"],
            ["lightsail/bucket:Bucket", "Lightsail bucket"],
            ["ecr/repository:Repository", "ECR repository"],
            ["backup/vault:Vault", "Backup vault"],
            ["glacier/vault:Vault", "Glacier vault"],
        ],
    ],
    [
        4,
        "cache",
        [
            ["elasticache/cluster:Cluster", "ElastiCache cluster"],
            ["elasticache/replicationGroup:ReplicationGroup", "ElastiCache cluster"],
            ["elasticache/serverlessCache:ServerlessCache", "ElastiCache cache"],
            ["memorydb/cluster:Cluster", "MemoryDB cluster"],
            ["dax/cluster:Cluster", "DAX cluster"],
        ],
    ],
    [
        4,
        "database",
        [
            ["rds/cluster:Cluster", "Aurora cluster"],
            ["rds/instance:Instance", "RDS instance"],
            ["rds/proxy:Proxy", "RDS proxy"],
            ["docdb/cluster:Cluster", "DocumentDB cluster"],
            ["docdb/elasticCluster:ElasticCluster", "DocumentDB cluster"],
            ["neptune/cluster:Cluster", "Neptune cluster"],
            ["neptunegraph/graph:Graph", "Neptune graph"],
            ["redshift/cluster:Cluster", "Redshift cluster"],
            ["redshiftserverless/workgroup:Workgroup", "Redshift workgroup"],
            ["redshiftserverless/namespace:Namespace", "Redshift namespace"],
            ["dsql/cluster:Cluster", "Aurora DSQL cluster"],
            ["opensearch/domain:Domain", "OpenSearch domain"],
            ["elasticsearch/domain:Domain", "OpenSearch domain"],
            ["opensearch/serverlessCollection:ServerlessCollection", "OpenSearch collection"],
            ["timestreamwrite/database:Database", "Timestream database"],
            ["timestreaminfluxdb/dbInstance:DbInstance", "InfluxDB instance"],
            ["lightsail/database:Database", "Lightsail database"],
        ],
    ],
    [
        4,
        "file-system",
        [
            ["efs/fileSystem:FileSystem", "EFS file system"],
            ["fsx/lustreFileSystem:LustreFileSystem", "FSx file system"],
            ["fsx/ontapFileSystem:OntapFileSystem", "FSx file system"],
            ["fsx/openZfsFileSystem:OpenZfsFileSystem", "FSx file system"],
            ["fsx/windowsFileSystem:WindowsFileSystem", "FSx file system"],
        ],
    ],
    [
        4,
        "key",
        [
            ["kms/key:Key", "KMS key"],
            ["kms/externalKey:ExternalKey", "KMS key"],
            ["kms/replicaKey:ReplicaKey", "KMS key"],
        ],
    ],
    [
        4,
        "log",
        [
            ["cloudwatch/logGroup:LogGroup", "Log group"],
            ["cloudtrail/trail:Trail", "CloudTrail trail"],
        ],
    ],
    [4, "event", [["cloudwatch/eventBus:EventBus", "Event bus"]]],
    [4, "schedule", [["scheduler/scheduleGroup:ScheduleGroup", "Schedule group"]]],
    [
        4,
        "queue",
        [
            ["sqs/queue:Queue", "SQS queue"],
            ["mq/broker:Broker", "Message broker"],
        ],
    ],
    [4, "topic", [["sns/topic:Topic", "SNS topic"]]],
    [
        4,
        "secret",
        [
            ["secretsmanager/secret:Secret", "Secrets Manager secret"],
            ["ssm/parameter:Parameter", "SSM parameter"],
        ],
    ],
    [
        4,
        "stream",
        [
            ["kinesis/stream:Stream", "Kinesis stream"],
            ["kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "Firehose stream"],
            ["msk/cluster:Cluster", "Kafka cluster"],
            ["msk/serverlessCluster:ServerlessCluster", "Kafka cluster"],
        ],
    ],
    [
        4,
        "table",
        [
            ["dynamodb/table:Table", "DynamoDB table"],
            ["dynamodb/globalTable:GlobalTable", "DynamoDB table"],
            ["keyspaces/table:Table", "Keyspaces table"],
            ["glue/catalogDatabase:CatalogDatabase", "Glue database"],
        ],
    ],
];

const KINDS: ReadonlyMap<string, DrawnKind> = new Map(
    ROWS.flatMap(([lane, kind, rows]) =>
        rows.map(([type, kindName]) => [`aws:${type}`, { lane, kind, kindName }] as const),
    ),
);

/** Undefined of what is drawn of its own only where nothing else takes it in. */
export function kindOf(token: string): DrawnKind | undefined {
    return KINDS.get(token);
}

/** Of a type that the table lacks: `Transfer server` of `aws:transfer/server:Server`. */
export function otherKind(token: string): DrawnKind {
    const [, service = "", , type = ""] = /^[\w-]+:(\w+)\/(\w+):(\w+)$/.exec(token) ?? [];
    const words = type
        .replace(/V2$/, "")
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .toLowerCase();
    return { lane: 4, kind: "other", kindName: words === "" ? token : `${titleOf(service)} ${words}` };
}

const ACRONYMS = new Set(
    "acm amp api cfg dms dsql ebs ec2 ecr ecs efs eks emr fis fms fsx iam iot kms lb msk mq oam rds s3 ses sfn sns sqs ssm waf wafv2".split(
        " ",
    ),
);

/** `IAM` of `iam`, `Backup` of `backup`. */
function titleOf(service: string): string {
    return ACRONYMS.has(service) ? service.toUpperCase() : `${service.slice(0, 1).toUpperCase()}${service.slice(1)}`;
}

/** The tokens of the table, for a test that they exist. */
export function drawnTypes(): readonly string[] {
    return [...KINDS.keys()];
}
