/** Resource types by token: what runs code. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// apprunner
export const AppRunnerService = resourceType<aws.apprunner.ServiceArgs>("aws:apprunner/service:Service");

// batch
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

// elasticbeanstalk
export const BeanstalkEnvironment = resourceType<aws.elasticbeanstalk.EnvironmentArgs>(
    "aws:elasticbeanstalk/environment:Environment",
);

// emr
export const EmrCluster = resourceType<aws.emr.ClusterArgs>("aws:emr/cluster:Cluster");
export const EmrSecurityConfiguration = resourceType<aws.emr.SecurityConfigurationArgs>(
    "aws:emr/securityConfiguration:SecurityConfiguration",
);

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

// lambdamicrovms
export const LambdaMicrovmsMicrovm = resourceType<aws.lambdamicrovms.MicrovmArgs>("aws:lambdamicrovms/microvm:Microvm");

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

// serverlessrepository
export const ServerlessRepositoryCloudFormationStack = resourceType<aws.serverlessrepository.CloudFormationStackArgs>(
    "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
);

// synthetics
export const SyntheticsCanary = resourceType<aws.synthetics.CanaryArgs>("aws:synthetics/canary:Canary");
