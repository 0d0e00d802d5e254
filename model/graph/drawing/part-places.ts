/** Where a resource names what it is part of, or a part of its own. Paths: typings of @pulumi/aws 7.48.0. */

/** Types of one service that name their owner by one property. */
export interface PartRow {
    /** Tokens. */
    readonly parts: readonly string[];
    readonly at: string;
    /** Tokens. */
    readonly of: readonly string[];
}

/** `aws:lambda/permission:Permission` of `lambda/permission`. */
function token(type: string): string {
    const [service, name = ""] = type.split("/");
    return `aws:${service}/${name}:${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function tokens(types: string): readonly string[] {
    return types.split(" ").map(token);
}

function parts(service: string, of: string, at: string, names: string): PartRow {
    return { parts: tokens(names.replace(/(?:^|(?<= ))/g, `${service}/`)), at, of: tokens(of) };
}

const FUNCTION = "lambda/function";
const API = "apigateway/restApi";
const BUCKET = "s3/bucket s3/bucketV2";
const POOL = "cognito/userPool";
const BALANCER = "lb/loadBalancer alb/loadBalancer";
const LISTENER = "lb/listener alb/listener";
const VPC = "ec2/vpc ec2/defaultVpc";
const SUBNET = "ec2/subnet ec2/defaultSubnet";
const GROUP = "ec2/securityGroup ec2/defaultSecurityGroup";
const TABLE = "ec2/routeTable ec2/defaultRouteTable";
const ACL = "ec2/networkAcl ec2/defaultNetworkAcl";

export const partRows: readonly PartRow[] = [
    parts("lambda", FUNCTION, "function", "permission"),
    parts(
        "lambda",
        FUNCTION,
        "functionName",
        "alias functionEventInvokeConfig functionRecursionConfig runtimeManagementConfig provisionedConcurrencyConfig invocation",
    ),
    parts("lambda", FUNCTION, "resourceArn", "resourcePolicy"),
    parts(
        "apigateway",
        API,
        "restApi",
        "method integration resource stage deployment authorizer methodSettings basePathMapping integrationResponse methodResponse requestValidator model",
    ),
    parts("apigateway", API, "restApiId", "response restApiPolicy restApiPut documentationPart"),
    parts("apigateway", API, "apiStages[].apiId", "usagePlan"),
    parts(
        "apigatewayv2",
        "apigatewayv2/api",
        "apiId",
        "route integration stage deployment authorizer apiMapping model integrationResponse routeResponse",
    ),
    parts(
        "appsync",
        "appsync/graphQLApi appsync/api",
        "apiId",
        "resolver function type apiKey apiCache channelNamespace",
    ),
    parts(
        "s3",
        BUCKET,
        "bucket",
        "bucketAcl bucketCorsConfiguration bucketLogging bucketNotification bucketObject bucketObjectv2 bucketObjectLockConfiguration bucketOwnershipControls bucketPolicy bucketPublicAccessBlock bucketReplicationConfig bucketServerSideEncryptionConfiguration bucketVersioning bucketWebsiteConfiguration bucketLifecycleConfiguration accessPoint",
    ),
    // The twins that version 6 has.
    parts(
        "s3",
        BUCKET,
        "bucket",
        "bucketAclV2 bucketCorsConfigurationV2 bucketLoggingV2 bucketObjectLockConfigurationV2 bucketServerSideEncryptionConfigurationV2 bucketVersioningV2 bucketWebsiteConfigurationV2 bucketLifecycleConfigurationV2",
    ),
    parts("iam", "iam/role", "role", "rolePolicy rolePolicyAttachment instanceProfile"),
    parts("iam", "iam/role", "roleName", "rolePoliciesExclusive rolePolicyAttachmentsExclusive"),
    parts("iam", "iam/user", "user", "userPolicy userPolicyAttachment accessKey userLoginProfile userGroupMembership"),
    parts(
        "iam",
        "iam/user",
        "userName",
        "serviceSpecificCredential signingCertificate userPoliciesExclusive userPolicyAttachmentsExclusive",
    ),
    parts("iam", "iam/user", "username", "sshKey"),
    parts("iam", "iam/group", "group", "groupPolicy groupPolicyAttachment groupMembership"),
    parts(
        "ssoadmin",
        "ssoadmin/permissionSet",
        "permissionSetArn",
        "permissionSetInlinePolicy managedPolicyAttachment customerManagedPolicyAttachment permissionsBoundaryAttachment accountAssignment",
    ),
    parts(
        "cognito",
        POOL,
        "userPoolId",
        "userPoolClient userPoolDomain managedUserPoolClient riskConfiguration logDeliveryConfiguration identityProvider resourceServer userGroup user managedLoginBranding",
    ),
    parts("cognito", "cognito/identityPool", "identityPoolId", "identityPoolRoleAttachment"),
    parts("sqs", "sqs/queue", "queueUrl", "queuePolicy redrivePolicy redriveAllowPolicy"),
    parts("sns", "sns/topic", "arn", "topicPolicy"),
    parts("sns", "sns/topic", "topic", "topicSubscription"),
    parts("cloudwatch", "cloudwatch/eventRule", "rule", "eventTarget"),
    parts("cloudwatch", "cloudwatch/eventBus", "eventBusName", "eventBusPolicy eventPermission"),
    parts("cloudwatch", "cloudwatch/eventBus", "eventSourceArn", "eventArchive"),
    parts("cloudwatch", "cloudwatch/logGroup", "logGroup", "logSubscriptionFilter"),
    parts("cloudwatch", "cloudwatch/logGroup", "logGroupName", "logMetricFilter"),
    parts("secretsmanager", "secretsmanager/secret", "secretId", "secretVersion secretRotation"),
    parts("secretsmanager", "secretsmanager/secret", "secretArn", "secretPolicy"),
    parts("kms", "kms/key", "targetKeyId", "alias"),
    parts("kms", "kms/key", "keyId", "keyPolicy grant"),
    parts("dynamodb", "dynamodb/table", "resourceArn", "resourcePolicy"),
    parts("dynamodb", "dynamodb/table", "tableName", "tableItem"),
    parts("dynamodb", "dynamodb/table", "globalTableArn", "tableReplica"),
    ...["rds", "docdb", "neptune"].map((service) =>
        parts(service, `${service}/cluster`, "clusterIdentifier", "clusterInstance"),
    ),
    ...["rds", "neptune"].map((service) =>
        parts(service, `${service}/cluster`, "clusterIdentifier", "clusterEndpoint"),
    ),
    parts("rds", "rds/proxy", "dbProxyName", "proxyTarget proxyDefaultTargetGroup proxyEndpoint"),
    parts("efs", "efs/fileSystem", "fileSystemId", "mountTarget accessPoint fileSystemPolicy backupPolicy"),
    parts("ecr", "ecr/repository", "repository", "repositoryPolicy lifecyclePolicy"),
    parts("kinesis", "kinesis/stream", "resourceArn", "resourcePolicy"),
    parts("opensearch", "opensearch/domain", "domainName", "domainPolicy"),
    parts("elasticsearch", "elasticsearch/domain", "domainName", "domainPolicy"),
    parts("backup", "backup/vault", "backupVaultName", "vaultPolicy"),
    ...["lb", "alb"].flatMap((service) => [
        parts(service, BALANCER, "loadBalancerArn", "listener"),
        parts(service, LISTENER, "listenerArn", "listenerRule"),
        parts(service, `${service}/targetGroup`, "targetGroupArn", "targetGroupAttachment"),
    ]),
    parts("ec2", "ec2/instance", "instance", "eip"),
    parts("ec2", "ec2/instance", "instanceId", "eipAssociation"),
    parts(
        "wafv2",
        `${API} apigateway/stage ${BALANCER} appsync/graphQLApi appsync/api ${POOL}`,
        "resourceArn",
        "webAclAssociation",
    ),
    parts(
        "ec2",
        VPC,
        "vpcId",
        "subnet securityGroup routeTable internetGateway internetGatewayAttachment egressOnlyInternetGateway networkAcl defaultSecurityGroup vpcEndpoint vpnGateway vpcIpv4CidrBlockAssociation vpcIpv6CidrBlockAssociation vpcEncryptionControl mainRouteTableAssociation vpcPeeringConnection flowLog",
    ),
    parts("ec2", TABLE, "routeTableId", "route routeTableAssociation vpcEndpointRouteTableAssociation"),
    parts("ec2", SUBNET, "subnetId", "natGateway networkInterface"),
    parts("ec2", GROUP, "securityGroupId", "securityGroupRule"),
    parts("vpc", GROUP, "securityGroupId", "securityGroupIngressRule securityGroupEgressRule"),
    parts("ec2", ACL, "networkAclId", "networkAclRule networkAclAssociation"),
    parts("ec2", "ec2/vpcEndpoint", "vpcEndpointId", "vpcEndpointPolicy"),
];

/** What a resource names as a part of itself; one that several name is nobody's part. */
export const namedParts: readonly Readonly<{ holder: string; at: string; part: readonly string[] }>[] = [
    named("ecs/service", "taskDefinition", "ecs/taskDefinition"),
    named("ec2/instance", "launchTemplate.id", "ec2/launchTemplate"),
    named("autoscaling/group", "launchTemplate.id", "ec2/launchTemplate"),
    named("autoscaling/group", "launchConfiguration", "ec2/launchConfiguration"),
    named("rds/cluster", "dbSubnetGroupName", "rds/subnetGroup"),
    named("rds/cluster", "dbClusterParameterGroupName", "rds/clusterParameterGroup"),
    named("rds/instance", "dbSubnetGroupName", "rds/subnetGroup"),
    named("rds/instance", "parameterGroupName", "rds/parameterGroup"),
    named("elasticache/replicationGroup", "subnetGroupName", "elasticache/subnetGroup"),
    named("elasticache/cluster", "subnetGroupName", "elasticache/subnetGroup"),
    named("cloudfront/distribution", "origins[].originAccessControlId", "cloudfront/originAccessControl"),
    named(
        "cloudfront/distribution",
        "defaultCacheBehavior.responseHeadersPolicyId",
        "cloudfront/responseHeadersPolicy",
    ),
    named(FUNCTION, "loggingConfig.logGroup", "cloudwatch/logGroup"),
    named(FUNCTION, "codeSigningConfigArn", "lambda/codeSigningConfig"),
    named("sfn/stateMachine", "loggingConfiguration.logDestination", "cloudwatch/logGroup"),
    named("apigatewayv2/stage", "accessLogSettings.destinationArn", "cloudwatch/logGroup"),
    named("apigateway/stage", "accessLogSettings.destinationArn", "cloudwatch/logGroup"),
    named("codebuild/project", "logsConfig.cloudwatchLogs.groupName", "cloudwatch/logGroup"),
    named("lb/listener", "defaultActions[].targetGroupArn", "lb/targetGroup"),
    named("alb/listener", "defaultActions[].targetGroupArn", "alb/targetGroup"),
    named("lb/listenerRule", "actions[].targetGroupArn", "lb/targetGroup"),
    named("alb/listenerRule", "actions[].targetGroupArn", "alb/targetGroup"),
];

function named(holder: string, at: string, part: string) {
    return { holder: token(holder), at, part: tokens(part) };
}

export const NETWORKS: readonly string[] = tokens(VPC);
