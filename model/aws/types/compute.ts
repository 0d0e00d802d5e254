/** Resource types by token: what runs code. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// apprunner
export const AppRunnerVpcConnector = resourceType<aws.apprunner.VpcConnectorArgs>(
    "aws:apprunner/vpcConnector:VpcConnector",
);
export const AppRunnerService = resourceType<aws.apprunner.ServiceArgs>("aws:apprunner/service:Service");

// batch
export const BatchComputeEnvironment = resourceType<aws.batch.ComputeEnvironmentArgs>(
    "aws:batch/computeEnvironment:ComputeEnvironment",
);
export const BatchJobDefinition = resourceType<aws.batch.JobDefinitionArgs>("aws:batch/jobDefinition:JobDefinition");

// bedrock
export const AgentcoreAgentRuntime = resourceType<aws.bedrock.AgentcoreAgentRuntimeArgs>(
    "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
);
export const CodeInterpreter = resourceType<aws.bedrock.AgentcoreCodeInterpreterArgs>(
    "aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter",
);
export const BedrockAgentcoreResourcePolicy = resourceType<aws.bedrock.AgentcoreResourcePolicyArgs>(
    "aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy",
);
export const AgentcoreHarness = resourceType<aws.bedrock.AgentcoreHarnessArgs>(
    "aws:bedrock/agentcoreHarness:AgentcoreHarness",
);
export const BedrockCustomModel = resourceType<aws.bedrock.CustomModelArgs>("aws:bedrock/customModel:CustomModel");
export const BedrockGuardrail = resourceType<aws.bedrock.GuardrailArgs>("aws:bedrock/guardrail:Guardrail");

// bedrockmodel
export const BedrockModelInvocationLoggingConfiguration =
    resourceType<aws.bedrockmodel.InvocationLoggingConfigurationArgs>(
        "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
    );

// cloudformation
export const CloudFormationStack = resourceType<aws.cloudformation.StackArgs>("aws:cloudformation/stack:Stack");
export const CloudFormationStackSet = resourceType<aws.cloudformation.StackSetArgs>(
    "aws:cloudformation/stackSet:StackSet",
);
export const CloudFormationStackInstances = resourceType<aws.cloudformation.StackInstancesArgs>(
    "aws:cloudformation/stackInstances:StackInstances",
);
export const CloudFormationStackSetInstance = resourceType<aws.cloudformation.StackSetInstanceArgs>(
    "aws:cloudformation/stackSetInstance:StackSetInstance",
);

// codeartifact
export const CodeArtifactDomain = resourceType<aws.codeartifact.DomainArgs>("aws:codeartifact/domain:Domain");
export const CodeArtifactDomainPermissions = resourceType<aws.codeartifact.DomainPermissionsArgs>(
    "aws:codeartifact/domainPermissions:DomainPermissions",
);
export const CodeArtifactRepositoryPermissionsPolicy = resourceType<aws.codeartifact.RepositoryPermissionsPolicyArgs>(
    "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
);

// codebuild
export const CodeBuildProject = resourceType<aws.codebuild.ProjectArgs>("aws:codebuild/project:Project");
export const CodeBuildReportGroup = resourceType<aws.codebuild.ReportGroupArgs>(
    "aws:codebuild/reportGroup:ReportGroup",
);
export const CodeBuildResourcePolicy = resourceType<aws.codebuild.ResourcePolicyArgs>(
    "aws:codebuild/resourcePolicy:ResourcePolicy",
);

// codepipeline
export const CodePipelinePipeline = resourceType<aws.codepipeline.PipelineArgs>("aws:codepipeline/pipeline:Pipeline");
export const CodePipelineCustomActionType = resourceType<aws.codepipeline.CustomActionTypeArgs>(
    "aws:codepipeline/customActionType:CustomActionType",
);

// ecr
export const EcrRegistryPolicy = resourceType<aws.ecr.RegistryPolicyArgs>("aws:ecr/registryPolicy:RegistryPolicy");
export const EcrRegistryScanningConfiguration = resourceType<aws.ecr.RegistryScanningConfigurationArgs>(
    "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
);
export const EcrRepository = resourceType<aws.ecr.RepositoryArgs>("aws:ecr/repository:Repository");
export const EcrRepositoryCreationTemplate = resourceType<aws.ecr.RepositoryCreationTemplateArgs>(
    "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
);
export const EcrRepositoryPolicy = resourceType<aws.ecr.RepositoryPolicyArgs>(
    "aws:ecr/repositoryPolicy:RepositoryPolicy",
);

// ecrpublic
export const EcrPublicRepositoryPolicy = resourceType<aws.ecrpublic.RepositoryPolicyArgs>(
    "aws:ecrpublic/repositoryPolicy:RepositoryPolicy",
);

// ecs
export const EcsCluster = resourceType<aws.ecs.ClusterArgs>("aws:ecs/cluster:Cluster");
export const EcsDaemon = resourceType<aws.ecs.DaemonArgs>("aws:ecs/daemon:Daemon");
export const EcsDaemonTaskDefinition = resourceType<aws.ecs.DaemonTaskDefinitionArgs>(
    "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
);
export const EcsExpressGatewayService = resourceType<aws.ecs.ExpressGatewayServiceArgs>(
    "aws:ecs/expressGatewayService:ExpressGatewayService",
);
export const EcsService = resourceType<aws.ecs.ServiceArgs>("aws:ecs/service:Service");
export const EcsTaskDefinition = resourceType<aws.ecs.TaskDefinitionArgs>("aws:ecs/taskDefinition:TaskDefinition");

// eks
export const EksCluster = resourceType<aws.eks.ClusterArgs>("aws:eks/cluster:Cluster");
export const EksNodeGroup = resourceType<aws.eks.NodeGroupArgs>("aws:eks/nodeGroup:NodeGroup");
export const EksAddon = resourceType<aws.eks.AddonArgs>("aws:eks/addon:Addon");

// elasticbeanstalk
export const BeanstalkEnvironment = resourceType<aws.elasticbeanstalk.EnvironmentArgs>(
    "aws:elasticbeanstalk/environment:Environment",
);
export const BeanstalkConfigurationTemplate = resourceType<aws.elasticbeanstalk.ConfigurationTemplateArgs>(
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
);

// emr
export const EmrCluster = resourceType<aws.emr.ClusterArgs>("aws:emr/cluster:Cluster");
export const EmrSecurityConfiguration = resourceType<aws.emr.SecurityConfigurationArgs>(
    "aws:emr/securityConfiguration:SecurityConfiguration",
);
export const EmrInstanceFleet = resourceType<aws.emr.InstanceFleetArgs>("aws:emr/instanceFleet:InstanceFleet");
export const EmrInstanceGroup = resourceType<aws.emr.InstanceGroupArgs>("aws:emr/instanceGroup:InstanceGroup");

// emrserverless
export const EmrServerlessApplication = resourceType<aws.emrserverless.ApplicationArgs>(
    "aws:emrserverless/application:Application",
);

// imagebuilder
export const ImageBuilderContainerRecipe = resourceType<aws.imagebuilder.ContainerRecipeArgs>(
    "aws:imagebuilder/containerRecipe:ContainerRecipe",
);
export const ImageBuilderDistributionConfiguration = resourceType<aws.imagebuilder.DistributionConfigurationArgs>(
    "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
);
export const ImageBuilderImageRecipe = resourceType<aws.imagebuilder.ImageRecipeArgs>(
    "aws:imagebuilder/imageRecipe:ImageRecipe",
);
export const ImageBuilderInfrastructureConfiguration = resourceType<aws.imagebuilder.InfrastructureConfigurationArgs>(
    "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
);
export const ImageBuilderComponent = resourceType<aws.imagebuilder.ComponentArgs>(
    "aws:imagebuilder/component:Component",
);
export const ImageBuilderWorkflow = resourceType<aws.imagebuilder.WorkflowArgs>("aws:imagebuilder/workflow:Workflow");
export const ImageBuilderImage = resourceType<aws.imagebuilder.ImageArgs>("aws:imagebuilder/image:Image");
export const ImageBuilderImagePipeline = resourceType<aws.imagebuilder.ImagePipelineArgs>(
    "aws:imagebuilder/imagePipeline:ImagePipeline",
);

// kinesisanalyticsv2
export const FlinkApplication = resourceType<aws.kinesisanalyticsv2.ApplicationArgs>(
    "aws:kinesisanalyticsv2/application:Application",
);

// lambda
export const LambdaAlias = resourceType<aws.lambda.AliasArgs>("aws:lambda/alias:Alias");
export const LambdaCapacityProvider = resourceType<aws.lambda.CapacityProviderArgs>(
    "aws:lambda/capacityProvider:CapacityProvider",
);
export const LambdaCodeSigningConfig = resourceType<aws.lambda.CodeSigningConfigArgs>(
    "aws:lambda/codeSigningConfig:CodeSigningConfig",
);
export const EventSourceMapping = resourceType<aws.lambda.EventSourceMappingArgs>(
    "aws:lambda/eventSourceMapping:EventSourceMapping",
);
export const LambdaFunction = resourceType<aws.lambda.FunctionArgs>("aws:lambda/function:Function");
export const LambdaFunctionEventInvokeConfig = resourceType<aws.lambda.FunctionEventInvokeConfigArgs>(
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
);
export const LambdaFunctionRecursionConfig = resourceType<aws.lambda.FunctionRecursionConfigArgs>(
    "aws:lambda/functionRecursionConfig:FunctionRecursionConfig",
);
export const LambdaFunctionUrl = resourceType<aws.lambda.FunctionUrlArgs>("aws:lambda/functionUrl:FunctionUrl");
export const LambdaInvocation = resourceType<aws.lambda.InvocationArgs>("aws:lambda/invocation:Invocation");
export const LambdaLayerVersion = resourceType<aws.lambda.LayerVersionArgs>("aws:lambda/layerVersion:LayerVersion");
export const LambdaLayerVersionPermission = resourceType<aws.lambda.LayerVersionPermissionArgs>(
    "aws:lambda/layerVersionPermission:LayerVersionPermission",
);
export const LambdaPermission = resourceType<aws.lambda.PermissionArgs>("aws:lambda/permission:Permission");
export const LambdaResourcePolicy = resourceType<aws.lambda.ResourcePolicyArgs>(
    "aws:lambda/resourcePolicy:ResourcePolicy",
);
export const LambdaRuntimeManagementConfig = resourceType<aws.lambda.RuntimeManagementConfigArgs>(
    "aws:lambda/runtimeManagementConfig:RuntimeManagementConfig",
);
export const LambdaMicrovmsImage = resourceType<aws.lambda.MicrovmsImageArgs>("aws:lambda/microvmsImage:MicrovmsImage");

// lambdamicrovms
export const LambdaMicrovmsMicrovm = resourceType<aws.lambdamicrovms.MicrovmArgs>("aws:lambdamicrovms/microvm:Microvm");
export const LambdaMicrovmsImageResource = resourceType<aws.lambdamicrovms.ImageArgs>("aws:lambdamicrovms/image:Image");

// lightsail
export const LightsailContainerServiceDeploymentVersion =
    resourceType<aws.lightsail.ContainerServiceDeploymentVersionArgs>(
        "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
    );

// mwaa
export const MwaaEnvironment = resourceType<aws.mwaa.EnvironmentArgs>("aws:mwaa/environment:Environment");

// sagemaker
export const SageMakerDomain = resourceType<aws.sagemaker.DomainArgs>("aws:sagemaker/domain:Domain");
export const SageMakerEndpointConfiguration = resourceType<aws.sagemaker.EndpointConfigurationArgs>(
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
);
export const SageMakerModel = resourceType<aws.sagemaker.ModelArgs>("aws:sagemaker/model:Model");
export const SageMakerModelPackageGroupPolicy = resourceType<aws.sagemaker.ModelPackageGroupPolicyArgs>(
    "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
);
export const SageMakerNotebook = resourceType<aws.sagemaker.NotebookInstanceArgs>(
    "aws:sagemaker/notebookInstance:NotebookInstance",
);
export const SageMakerTrainingJob = resourceType<aws.sagemaker.TrainingJobArgs>(
    "aws:sagemaker/trainingJob:TrainingJob",
);
export const SageMakerUserProfile = resourceType<aws.sagemaker.UserProfileArgs>(
    "aws:sagemaker/userProfile:UserProfile",
);
export const SageMakerAlgorithm = resourceType<aws.sagemaker.AlgorithmArgs>("aws:sagemaker/algorithm:Algorithm");
export const SageMakerAppImageConfig = resourceType<aws.sagemaker.AppImageConfigArgs>(
    "aws:sagemaker/appImageConfig:AppImageConfig",
);
export const SageMakerHyperParameterTuningJob = resourceType<aws.sagemaker.HyperParameterTuningJobArgs>(
    "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
);
export const SageMakerDataQualityJobDefinition = resourceType<aws.sagemaker.DataQualityJobDefinitionArgs>(
    "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition",
);
export const SageMakerMonitoringSchedule = resourceType<aws.sagemaker.MonitoringScheduleArgs>(
    "aws:sagemaker/monitoringSchedule:MonitoringSchedule",
);
export const SageMakerNotebookInstanceLifecycleConfiguration =
    resourceType<aws.sagemaker.NotebookInstanceLifecycleConfigurationArgs>(
        "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration",
    );
export const SageMakerStudioLifecycleConfig = resourceType<aws.sagemaker.StudioLifecycleConfigArgs>(
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
);
export const SageMakerCodeRepository = resourceType<aws.sagemaker.CodeRepositoryArgs>(
    "aws:sagemaker/codeRepository:CodeRepository",
);
export const SageMakerPipeline = resourceType<aws.sagemaker.PipelineArgs>("aws:sagemaker/pipeline:Pipeline");
export const SageMakerProject = resourceType<aws.sagemaker.ProjectArgs>("aws:sagemaker/project:Project");
export const SageMakerModelCard = resourceType<aws.sagemaker.ModelCardArgs>("aws:sagemaker/modelCard:ModelCard");
export const SageMakerHumanTaskUI = resourceType<aws.sagemaker.HumanTaskUIArgs>(
    "aws:sagemaker/humanTaskUI:HumanTaskUI",
);
export const SageMakerWorkforce = resourceType<aws.sagemaker.WorkforceArgs>("aws:sagemaker/workforce:Workforce");

// serverlessrepository
export const ServerlessRepositoryCloudFormationStack = resourceType<aws.serverlessrepository.CloudFormationStackArgs>(
    "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
);

// synthetics
export const SyntheticsCanary = resourceType<aws.synthetics.CanaryArgs>("aws:synthetics/canary:Canary");
// autoscaling
export const AutoScalingAttachment = resourceType<aws.autoscaling.AttachmentArgs>(
    "aws:autoscaling/attachment:Attachment",
);
export const AutoScalingGroup = resourceType<aws.autoscaling.GroupArgs>("aws:autoscaling/group:Group");
export const AutoScalingLifecycleHook = resourceType<aws.autoscaling.LifecycleHookArgs>(
    "aws:autoscaling/lifecycleHook:LifecycleHook",
);

// synthetics

// gamelift
export const GameLiftFleet = resourceType<aws.gamelift.FleetArgs>("aws:gamelift/fleet:Fleet");
/** In versions of @pulumi/aws until 6.83. */
export const GameLiftMatchmakingConfiguration = resourceType<{
    readonly customEventData?: string;
    readonly gameProperties?: readonly object[];
    readonly gameSessionData?: string;
}>("aws:gamelift/matchmakingConfiguration:MatchmakingConfiguration");
export const GameLiftGameSessionQueue = resourceType<aws.gamelift.GameSessionQueueArgs>(
    "aws:gamelift/gameSessionQueue:GameSessionQueue",
);

// m2
export const MainframeApplication = resourceType<aws.m2.ApplicationArgs>("aws:m2/application:Application");

// finspace
export const FinSpaceKxCluster = resourceType<aws.finspace.KxClusterArgs>("aws:finspace/kxCluster:KxCluster");
