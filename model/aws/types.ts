/**
 * The resource types that rules and the graph know, by the token that reaches a policy. Twins and legacy tokens of one
 * thing stand together as a family: a policy sees the exact token, and a token nobody lists is a silent pass.
 */
import type * as aws from "@pulumi/aws";
import { resourceType } from "./resource-type";

// Lambda
export const LambdaFunction = resourceType<aws.lambda.FunctionArgs>("aws:lambda/function:Function");
export const LambdaAlias = resourceType<aws.lambda.AliasArgs>("aws:lambda/alias:Alias");
export const LambdaPermission = resourceType<aws.lambda.PermissionArgs>("aws:lambda/permission:Permission");
export const LambdaFunctionUrl = resourceType<aws.lambda.FunctionUrlArgs>("aws:lambda/functionUrl:FunctionUrl");

// IAM
export const IamRole = resourceType<aws.iam.RoleArgs>("aws:iam/role:Role");
export const IamRolePolicy = resourceType<aws.iam.RolePolicyArgs>("aws:iam/rolePolicy:RolePolicy");
export const IamRolePolicyAttachment = resourceType<aws.iam.RolePolicyAttachmentArgs>(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
);
export const IamRolePolicyAttachmentsExclusive = resourceType<aws.iam.RolePolicyAttachmentsExclusiveArgs>(
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
);
export const IamPolicy = resourceType<aws.iam.PolicyArgs>("aws:iam/policy:Policy");
export const IamPolicyAttachment = resourceType<aws.iam.PolicyAttachmentArgs>(
    "aws:iam/policyAttachment:PolicyAttachment",
);
export const IamRolePoliciesExclusive = resourceType<aws.iam.RolePoliciesExclusiveArgs>(
    "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
);
export const IamUserPoliciesExclusive = resourceType<aws.iam.UserPoliciesExclusiveArgs>(
    "aws:iam/userPoliciesExclusive:UserPoliciesExclusive",
);
export const IamGroupPoliciesExclusive = resourceType<aws.iam.GroupPoliciesExclusiveArgs>(
    "aws:iam/groupPoliciesExclusive:GroupPoliciesExclusive",
);
export const IamUserPolicyAttachmentsExclusive = resourceType<aws.iam.UserPolicyAttachmentsExclusiveArgs>(
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
);
export const IamGroupPolicyAttachmentsExclusive = resourceType<aws.iam.GroupPolicyAttachmentsExclusiveArgs>(
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
);
export const IamGroupMembership = resourceType<aws.iam.GroupMembershipArgs>("aws:iam/groupMembership:GroupMembership");
export const IamUserGroupMembership = resourceType<aws.iam.UserGroupMembershipArgs>(
    "aws:iam/userGroupMembership:UserGroupMembership",
);
export const IamAccountPasswordPolicy = resourceType<aws.iam.AccountPasswordPolicyArgs>(
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
);
export const IamInstanceProfile = resourceType<aws.iam.InstanceProfileArgs>("aws:iam/instanceProfile:InstanceProfile");
export const IamUser = resourceType<aws.iam.UserArgs>("aws:iam/user:User");
export const IamGroup = resourceType<aws.iam.GroupArgs>("aws:iam/group:Group");
export const IamUserPolicy = resourceType<aws.iam.UserPolicyArgs>("aws:iam/userPolicy:UserPolicy");
export const IamGroupPolicy = resourceType<aws.iam.GroupPolicyArgs>("aws:iam/groupPolicy:GroupPolicy");
export const IamUserPolicyAttachment = resourceType<aws.iam.UserPolicyAttachmentArgs>(
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
);
export const IamGroupPolicyAttachment = resourceType<aws.iam.GroupPolicyAttachmentArgs>(
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
);
export const IamAccessKey = resourceType<aws.iam.AccessKeyArgs>("aws:iam/accessKey:AccessKey");
export const IamUserLoginProfile = resourceType<aws.iam.UserLoginProfileArgs>(
    "aws:iam/userLoginProfile:UserLoginProfile",
);
export const IamServiceSpecificCredential = resourceType<aws.iam.ServiceSpecificCredentialArgs>(
    "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
);
export const IamOpenIdConnectProvider = resourceType<aws.iam.OpenIdConnectProviderArgs>(
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
);

export const IamSamlProvider = resourceType<aws.iam.SamlProviderArgs>("aws:iam/samlProvider:SamlProvider");

// IAM Identity Center
export const PermissionSet = resourceType<aws.ssoadmin.PermissionSetArgs>("aws:ssoadmin/permissionSet:PermissionSet");
export const PermissionSetInlinePolicy = resourceType<aws.ssoadmin.PermissionSetInlinePolicyArgs>(
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
);
export const PermissionSetManagedPolicy = resourceType<aws.ssoadmin.ManagedPolicyAttachmentArgs>(
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
);
export const PermissionSetManagedPolicies = resourceType<aws.ssoadmin.ManagedPolicyAttachmentsExclusiveArgs>(
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
);
export const PermissionSetCustomerPolicy = resourceType<aws.ssoadmin.CustomerManagedPolicyAttachmentArgs>(
    "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
);
export const PermissionSetCustomerPolicies = resourceType<aws.ssoadmin.CustomerManagedPolicyAttachmentsExclusiveArgs>(
    "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
);
export const PermissionSetBoundary = resourceType<aws.ssoadmin.PermissionsBoundaryAttachmentArgs>(
    "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
);

// Secrets
export const SsmParameter = resourceType<aws.ssm.ParameterArgs>("aws:ssm/parameter:Parameter");
export const SecretsManagerSecret = resourceType<aws.secretsmanager.SecretArgs>("aws:secretsmanager/secret:Secret");
export const SecretsManagerSecretVersion = resourceType<aws.secretsmanager.SecretVersionArgs>(
    "aws:secretsmanager/secretVersion:SecretVersion",
);
export const SecretsManagerSecretRotation = resourceType<aws.secretsmanager.SecretRotationArgs>(
    "aws:secretsmanager/secretRotation:SecretRotation",
);
export const KmsKey = resourceType<aws.kms.KeyArgs>("aws:kms/key:Key");

// Data stores
export const RdsInstance = resourceType<aws.rds.InstanceArgs>("aws:rds/instance:Instance");
export const RdsCluster = resourceType<aws.rds.ClusterArgs>("aws:rds/cluster:Cluster");
export const RdsClusterInstance = resourceType<aws.rds.ClusterInstanceArgs>("aws:rds/clusterInstance:ClusterInstance");
export const RdsClusterEndpoint = resourceType<aws.rds.ClusterEndpointArgs>("aws:rds/clusterEndpoint:ClusterEndpoint");
export const RdsProxy = resourceType<aws.rds.ProxyArgs>("aws:rds/proxy:Proxy");
export const RdsProxyEndpoint = resourceType<aws.rds.ProxyEndpointArgs>("aws:rds/proxyEndpoint:ProxyEndpoint");
export const RdsProxyTarget = resourceType<aws.rds.ProxyTargetArgs>("aws:rds/proxyTarget:ProxyTarget");
export const RdsShardGroup = resourceType<aws.rds.ShardGroupArgs>("aws:rds/shardGroup:ShardGroup");
export const RdsGlobalCluster = resourceType<aws.rds.GlobalClusterArgs>("aws:rds/globalCluster:GlobalCluster");
export const DocDbCluster = resourceType<aws.docdb.ClusterArgs>("aws:docdb/cluster:Cluster");
export const DocDbGlobalCluster = resourceType<aws.docdb.GlobalClusterArgs>("aws:docdb/globalCluster:GlobalCluster");
export const NeptuneCluster = resourceType<aws.neptune.ClusterArgs>("aws:neptune/cluster:Cluster");
export const NeptuneGlobalCluster = resourceType<aws.neptune.GlobalClusterArgs>(
    "aws:neptune/globalCluster:GlobalCluster",
);
export const NeptuneClusterInstance = resourceType<aws.neptune.ClusterInstanceArgs>(
    "aws:neptune/clusterInstance:ClusterInstance",
);
export const NeptuneClusterEndpoint = resourceType<aws.neptune.ClusterEndpointArgs>(
    "aws:neptune/clusterEndpoint:ClusterEndpoint",
);
export const NeptuneGraph = resourceType<aws.neptunegraph.GraphArgs>("aws:neptunegraph/graph:Graph");
export const RedshiftCluster = resourceType<aws.redshift.ClusterArgs>("aws:redshift/cluster:Cluster");
export const RedshiftServerlessWorkgroup = resourceType<aws.redshiftserverless.WorkgroupArgs>(
    "aws:redshiftserverless/workgroup:Workgroup",
);
export const MqBroker = resourceType<aws.mq.BrokerArgs>("aws:mq/broker:Broker");
export const TimestreamInfluxDb = resourceType<aws.timestreaminfluxdb.DbInstanceArgs>(
    "aws:timestreaminfluxdb/dbInstance:DbInstance",
);
export const MskCluster = resourceType<aws.msk.ClusterArgs>("aws:msk/cluster:Cluster");
export const DmsReplicationInstance = resourceType<aws.dms.ReplicationInstanceArgs>(
    "aws:dms/replicationInstance:ReplicationInstance",
);

// Search
export const OpenSearchDomain = resourceType<aws.opensearch.DomainArgs>("aws:opensearch/domain:Domain");
export const OpenSearchDomainPolicy = resourceType<aws.opensearch.DomainPolicyArgs>(
    "aws:opensearch/domainPolicy:DomainPolicy",
);
export const ElasticsearchDomain = resourceType<aws.elasticsearch.DomainArgs>("aws:elasticsearch/domain:Domain");
export const ElasticsearchDomainPolicy = resourceType<aws.elasticsearch.DomainPolicyArgs>(
    "aws:elasticsearch/domainPolicy:DomainPolicy",
);

// EC2
export const Ec2Instance = resourceType<aws.ec2.InstanceArgs>("aws:ec2/instance:Instance");
export const Ec2LaunchTemplate = resourceType<aws.ec2.LaunchTemplateArgs>("aws:ec2/launchTemplate:LaunchTemplate");
export const Ec2LaunchConfiguration = resourceType<aws.ec2.LaunchConfigurationArgs>(
    "aws:ec2/launchConfiguration:LaunchConfiguration",
);
export const Ec2SecurityGroup = resourceType<aws.ec2.SecurityGroupArgs>("aws:ec2/securityGroup:SecurityGroup");
export const Ec2SecurityGroupRule = resourceType<aws.ec2.SecurityGroupRuleArgs>(
    "aws:ec2/securityGroupRule:SecurityGroupRule",
);
export const SecurityGroupIngressRule = resourceType<aws.vpc.SecurityGroupIngressRuleArgs>(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
);
export const Ec2KeyPair = resourceType<aws.ec2.KeyPairArgs>("aws:ec2/keyPair:KeyPair");

// API front doors
export const RestApi = resourceType<aws.apigateway.RestApiArgs>("aws:apigateway/restApi:RestApi");
export const RestResource = resourceType<aws.apigateway.ResourceArgs>("aws:apigateway/resource:Resource");
export const RestMethod = resourceType<aws.apigateway.MethodArgs>("aws:apigateway/method:Method");
export const RestIntegration = resourceType<aws.apigateway.IntegrationArgs>("aws:apigateway/integration:Integration");
export const HttpApi = resourceType<aws.apigatewayv2.ApiArgs>("aws:apigatewayv2/api:Api");
export const HttpRoute = resourceType<aws.apigatewayv2.RouteArgs>("aws:apigatewayv2/route:Route");
export const HttpIntegration = resourceType<aws.apigatewayv2.IntegrationArgs>(
    "aws:apigatewayv2/integration:Integration",
);
export const ListenerRule = resourceType<aws.lb.ListenerRuleArgs>("aws:lb/listenerRule:ListenerRule");
export const AlbListenerRule = resourceType<aws.alb.ListenerRuleArgs>("aws:alb/listenerRule:ListenerRule");
export const Listener = resourceType<aws.lb.ListenerArgs>("aws:lb/listener:Listener");
export const AlbListener = resourceType<aws.alb.ListenerArgs>("aws:alb/listener:Listener");
export const TargetGroup = resourceType<aws.lb.TargetGroupArgs>("aws:lb/targetGroup:TargetGroup");
export const AlbTargetGroup = resourceType<aws.alb.TargetGroupArgs>("aws:alb/targetGroup:TargetGroup");
export const TargetGroupAttachment = resourceType<aws.lb.TargetGroupAttachmentArgs>(
    "aws:lb/targetGroupAttachment:TargetGroupAttachment",
);
export const AlbTargetGroupAttachment = resourceType<aws.alb.TargetGroupAttachmentArgs>(
    "aws:alb/targetGroupAttachment:TargetGroupAttachment",
);

// Workloads that carry a role
export const StateMachine = resourceType<aws.sfn.StateMachineArgs>("aws:sfn/stateMachine:StateMachine");
export const Pipe = resourceType<aws.pipes.PipeArgs>("aws:pipes/pipe:Pipe");
export const Schedule = resourceType<aws.scheduler.ScheduleArgs>("aws:scheduler/schedule:Schedule");
export const EventTarget = resourceType<aws.cloudwatch.EventTargetArgs>("aws:cloudwatch/eventTarget:EventTarget");
export const AppSyncDataSource = resourceType<aws.appsync.DataSourceArgs>("aws:appsync/dataSource:DataSource");
export const FirehoseDeliveryStream = resourceType<aws.kinesis.FirehoseDeliveryStreamArgs>(
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
);
export const EcsTaskDefinition = resourceType<aws.ecs.TaskDefinitionArgs>("aws:ecs/taskDefinition:TaskDefinition");
export const EcsService = resourceType<aws.ecs.ServiceArgs>("aws:ecs/service:Service");
export const EcsCluster = resourceType<aws.ecs.ClusterArgs>("aws:ecs/cluster:Cluster");
export const EmrCluster = resourceType<aws.emr.ClusterArgs>("aws:emr/cluster:Cluster");
export const BatchJobDefinition = resourceType<aws.batch.JobDefinitionArgs>("aws:batch/jobDefinition:JobDefinition");
export const CloudFormationStack = resourceType<aws.cloudformation.StackArgs>("aws:cloudformation/stack:Stack");
export const GlueDevEndpoint = resourceType<aws.glue.DevEndpointArgs>("aws:glue/devEndpoint:DevEndpoint");
export const SageMakerNotebook = resourceType<aws.sagemaker.NotebookInstanceArgs>(
    "aws:sagemaker/notebookInstance:NotebookInstance",
);
export const SageMakerUserProfile = resourceType<aws.sagemaker.UserProfileArgs>(
    "aws:sagemaker/userProfile:UserProfile",
);
export const CodeInterpreter = resourceType<aws.bedrock.AgentcoreCodeInterpreterArgs>(
    "aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter",
);
export const CodeBuildProject = resourceType<aws.codebuild.ProjectArgs>("aws:codebuild/project:Project");
export const GlueJob = resourceType<aws.glue.JobArgs>("aws:glue/job:Job");
export const AppRunnerService = resourceType<aws.apprunner.ServiceArgs>("aws:apprunner/service:Service");

// Identity
export const CognitoIdentityPool = resourceType<aws.cognito.IdentityPoolArgs>("aws:cognito/identityPool:IdentityPool");
export const CognitoIdentityPoolRoleAttachment = resourceType<aws.cognito.IdentityPoolRoleAttachmentArgs>(
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
);

// What a stack holds besides workloads, and what feeds them
export const LogGroup = resourceType<aws.cloudwatch.LogGroupArgs>("aws:cloudwatch/logGroup:LogGroup");
export const S3BucketObject = resourceType<aws.s3.BucketObjectArgs>("aws:s3/bucketObject:BucketObject");
export const S3BucketObjectV2 = resourceType<aws.s3.BucketObjectv2Args>("aws:s3/bucketObjectv2:BucketObjectv2");
export const S3ObjectCopy = resourceType<aws.s3.ObjectCopyArgs>("aws:s3/objectCopy:ObjectCopy");
export const EventSourceMapping = resourceType<aws.lambda.EventSourceMappingArgs>(
    "aws:lambda/eventSourceMapping:EventSourceMapping",
);
