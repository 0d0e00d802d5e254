/** A policy that AWS's own documentation tells to attach to the role of a workload. */
export interface RecommendedPolicy {
    readonly name: string;
    /** What the role then does. */
    readonly use: string;
    readonly source: string;
}

const EXECUTION_ROLE = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html";
const ECS_INFRASTRUCTURE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html";
const CODEDEPLOY = "https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html";
const DMS = "https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html";

/** Name, use, source. Reviewed on 2026-11-23 against the documents of data/iam/managed-policies.json. */
const RECOMMENDED: readonly (readonly [string, string, string])[] = [
    ["AWSLambdaBasicExecutionRole", "writes the function's logs", EXECUTION_ROLE],
    ["AWSLambdaVPCAccessExecutionRole", "attaches a function to a VPC", EXECUTION_ROLE],
    ["AWSLambdaENIManagementAccess", "attaches a function to a VPC, without logs", EXECUTION_ROLE],
    ["AWSLambdaDynamoDBExecutionRole", "reads a DynamoDB stream", EXECUTION_ROLE],
    ["AWSLambdaKinesisExecutionRole", "reads a Kinesis stream", EXECUTION_ROLE],
    ["AWSLambdaSQSQueueExecutionRole", "reads a queue", EXECUTION_ROLE],
    ["AWSLambdaMSKExecutionRole", "reads a Kafka cluster in a VPC", EXECUTION_ROLE],
    ["AWSXRayDaemonWriteAccess", "sends traces", EXECUTION_ROLE],
    [
        "AWSXrayWriteOnlyAccess",
        "sends traces",
        "https://docs.aws.amazon.com/xray/latest/devguide/security_iam_id-based-policy-examples.html",
    ],
    ["CloudWatchLambdaInsightsExecutionRolePolicy", "writes Lambda Insights", EXECUTION_ROLE],
    ["AmazonS3ObjectLambdaExecutionRolePolicy", "answers S3 Object Lambda requests", EXECUTION_ROLE],
    [
        "AWSLambdaBasicDurableExecutionRolePolicy",
        "checkpoints a durable function",
        "https://docs.aws.amazon.com/lambda/latest/dg/durable-security.html",
    ],
    [
        "CloudWatchLambdaApplicationSignalsExecutionRolePolicy",
        "sends Application Signals",
        "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-application-signals.html",
    ],
    [
        "AmazonElasticFileSystemClientReadWriteAccess",
        "mounts a file system",
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html",
    ],
    [
        "AmazonSSMManagedInstanceCore",
        "lets Systems Manager manage an instance",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html",
    ],
    [
        "CloudWatchAgentServerPolicy",
        "runs the CloudWatch agent",
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/create-iam-roles-for-cloudwatch-agent.html",
    ],
    [
        "AmazonECSTaskExecutionRolePolicy",
        "pulls a task's image and writes its logs",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
    ],
    [
        "AmazonEC2ContainerServiceforEC2Role",
        "joins an instance to an ECS cluster",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html",
    ],
    ["AmazonECSInfrastructureRolePolicyForVolumes", "manages the volumes of ECS tasks", ECS_INFRASTRUCTURE],
    [
        "AmazonECSInfrastructureRolePolicyForLoadBalancers",
        "manages the load balancers of ECS services",
        ECS_INFRASTRUCTURE,
    ],
    [
        "AmazonEKSFargatePodExecutionRolePolicy",
        "pulls the images of Fargate pods",
        "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html",
    ],
    [
        "AmazonEC2ContainerRegistryPullOnly",
        "pulls images",
        "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
    ],
    [
        "AWSAppRunnerServicePolicyForECRAccess",
        "pulls a service's image",
        "https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html",
    ],
    [
        "AmazonAPIGatewayPushToCloudWatchLogs",
        "writes the logs of APIs",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    ],
    [
        "AWSAppSyncPushToCloudWatchLogs",
        "writes the logs of GraphQL APIs",
        "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
    ],
    [
        "AmazonRDSEnhancedMonitoringRole",
        "writes a database's metrics",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
    ],
    ["AWSCodeDeployRoleForLambda", "shifts traffic between function versions", CODEDEPLOY],
    ["AWSCodeDeployRoleForLambdaLimited", "shifts traffic between function versions", CODEDEPLOY],
    ["AWSCodeDeployRoleForECS", "shifts traffic between task sets", CODEDEPLOY],
    ["AWSCodeDeployRoleForECSLimited", "shifts traffic between task sets", CODEDEPLOY],
    [
        "AmazonPrometheusRemoteWriteAccess",
        "writes metrics to a Prometheus workspace",
        "https://docs.aws.amazon.com/prometheus/latest/userguide/security-iam-awsmanpol.html",
    ],
    ["AmazonDMSVPCManagementRole", "places replication in a VPC", DMS],
    ["AmazonDMSCloudWatchLogsRole", "writes the logs of replication", DMS],
    [
        "AWSTransferLoggingAccess",
        "writes the logs of file transfers",
        "https://docs.aws.amazon.com/transfer/latest/userguide/configure-cw-logging-role.html",
    ],
    [
        "AWSIoTLogging",
        "writes the logs of devices",
        "https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html",
    ],
];

export function recommendedPolicies(): readonly RecommendedPolicy[] {
    return RECOMMENDED_POLICIES;
}

const RECOMMENDED_POLICIES: readonly RecommendedPolicy[] = RECOMMENDED.map(([name, use, source]) => ({
    name,
    use,
    source,
}));

/** What of the above is enough for a common use of a broad policy, by the names of the broad ones. */
const SMALLER: Readonly<Record<string, string>> = {
    AWSLambdaBasicExecutionRole: "CloudWatchLogsFullAccess AWSLambdaExecute",
    AWSLambdaVPCAccessExecutionRole: "AmazonVPCFullAccess AmazonEC2FullAccess",
    AWSLambdaSQSQueueExecutionRole: "AmazonSQSFullAccess",
    AWSLambdaKinesisExecutionRole: "AmazonKinesisFullAccess AmazonKinesisReadOnlyAccess",
    AWSLambdaDynamoDBExecutionRole: "AWSLambdaInvocation-DynamoDB",
    AWSLambdaMSKExecutionRole: "AmazonMSKFullAccess",
    AWSXRayDaemonWriteAccess: "AWSXrayFullAccess",
    AmazonElasticFileSystemClientReadWriteAccess:
        "AmazonElasticFileSystemFullAccess AmazonElasticFileSystemClientFullAccess",
    AmazonSSMManagedInstanceCore: "AmazonSSMFullAccess AmazonEC2RoleforSSM",
    CloudWatchAgentServerPolicy: "CloudWatchFullAccess CloudWatchFullAccessV2 CloudWatchAgentAdminPolicy",
    AmazonEC2ContainerRegistryPullOnly:
        "AmazonEC2ContainerRegistryReadOnly AmazonEC2ContainerRegistryPowerUser AmazonEC2ContainerRegistryFullAccess",
    AmazonECSTaskExecutionRolePolicy: "AmazonECS_FullAccess",
    AmazonPrometheusRemoteWriteAccess: "AmazonPrometheusFullAccess",
};

/** For whom AWS wrote them, by the service that assumes the role; the others are anybody's. */
const WRITTEN_FOR: readonly (readonly [prefix: string, service: string])[] = [
    ["AWSLambda", "lambda"],
    ["AmazonECSTask", "ecs-tasks"],
    ["AmazonSSMManagedInstance", "ec2"],
    ["CloudWatchAgent", "ec2"],
];

/**
 * The policy that is enough where a broad one is attached for one common use only, to a role that these services assume: what
 * reads a stream for a function is nothing for a delivery stream.
 */
export function smallerPolicy(name: string, services: readonly string[]): RecommendedPolicy | undefined {
    const [smaller] = Object.entries(SMALLER).find(([, broad]) => broad.split(" ").includes(name)) ?? [];
    const [, service] = WRITTEN_FOR.find(([prefix]) => smaller?.startsWith(prefix)) ?? [];
    if (service !== undefined && !services.includes(service)) return undefined;
    return recommendedPolicies().find((one) => one.name === smaller);
}

/** A policy that AWS has withdrawn: it can no longer be attached, whatever still holds it. */
export interface RetiredPolicy {
    readonly name: string;
    readonly replacement: string;
    readonly source: string;
}

const LAMBDA_POLICIES = "https://docs.aws.amazon.com/lambda/latest/dg/access-control-identity-based.html";
const CODEPIPELINE_POLICIES = "https://docs.aws.amazon.com/codepipeline/latest/userguide/managed-policies.html";

/** Not complete: AWS publishes no dated list. What the word means: IAM User Guide, access_policies_managed-deprecated.html. */
const RETIRED: readonly (readonly [string, string, string])[] = [
    ["AWSLambdaFullAccess", "AWSLambda_FullAccess", LAMBDA_POLICIES],
    ["AWSLambdaReadOnlyAccess", "AWSLambda_ReadOnlyAccess", LAMBDA_POLICIES],
    ["AWSCodePipelineFullAccess", "AWSCodePipeline_FullAccess", CODEPIPELINE_POLICIES],
    ["AWSCodePipelineReadOnlyAccess", "AWSCodePipeline_ReadOnlyAccess", CODEPIPELINE_POLICIES],
    [
        "AWSConfigRole",
        "AWS_ConfigRole",
        "https://docs.aws.amazon.com/config/latest/developerguide/security-iam-awsmanpol.html",
    ],
    [
        "AmazonEC2RoleforSSM",
        "AmazonSSMManagedInstanceCore",
        "https://aws.amazon.com/blogs/mt/applying-managed-instance-policy-best-practices/",
    ],
];

export function retiredPolicies(): readonly RetiredPolicy[] {
    return RETIRED_POLICIES;
}

const RETIRED_POLICIES: readonly RetiredPolicy[] = RETIRED.map(([name, replacement, source]) => ({
    name,
    replacement,
    source,
}));
