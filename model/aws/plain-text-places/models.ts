/** Models, agents, and what they are told. */
import { each } from "../place";
import {
    BedrockAgent,
    BedrockAgentActionGroup,
    BedrockAgentCollaborator,
    BedrockAgentcoreAgentRuntime,
    BedrockAgentcoreEvaluator,
    BedrockAgentcoreGateway,
    BedrockAgentcoreGatewayTarget,
    BedrockAgentcoreHarness,
    BedrockAgentcoreMemoryStrategy,
    BedrockAgentDataSource,
    BedrockAgentFlow,
    BedrockAgentKnowledgeBase,
    BedrockAgentPrompt,
    BedrockCustomModel,
    BedrockEvaluationJob,
    SageMakerAlgorithm,
    SageMakerAppImageConfig,
    SageMakerCodeRepository,
    SageMakerDataQualityJobDefinition,
    SageMakerHumanTaskUI,
    SageMakerHyperParameterTuningJob,
    SageMakerModel,
    SageMakerModelCard,
    SageMakerMonitoringSchedule,
    SageMakerNotebook,
    SageMakerNotebookInstanceLifecycleConfiguration,
    SageMakerPipeline,
    SageMakerProject,
    SageMakerStudioLifecycleConfig,
    SageMakerTrainingJob,
    SageMakerWorkforce,
} from "../types";
import { fixes } from "./fixes";
import { type PlainTextPlace, place } from "./place";

export const models: readonly PlainTextPlace[] = [
    place(SageMakerModel, (one) => [one.primaryContainer.environment, each(one.containers).environment], {
        fix: fixes.sageMaker,
    }),
    place(
        SageMakerAlgorithm,
        (one) => [each(one.inferenceSpecification.containers).environment, one.validationSpecification],
        { fix: fixes.sageMaker },
    ),
    place(
        SageMakerAppImageConfig,
        (one) => [one.jupyterLabImageConfig.containerConfig, one.codeEditorAppImageConfig.containerConfig],
        { fix: fixes.sageMaker },
    ),
    place(
        SageMakerTrainingJob,
        (one) => [
            one.environment,
            one.hyperParameters,
            one.algorithmSpecification.containerArguments,
            one.algorithmSpecification.containerEntrypoints,
            one.debugHookConfig,
            each(one.debugRuleConfigurations).ruleParameters,
            each(one.profilerRuleConfigurations).ruleParameters,
        ],
        { fix: fixes.sageMaker },
    ),
    place(
        SageMakerHyperParameterTuningJob,
        (one) => [
            one.trainingJobDefinition.environment,
            one.trainingJobDefinition.staticHyperParameters,
            each(one.trainingJobDefinitions).environment,
            each(one.trainingJobDefinitions).staticHyperParameters,
        ],
        { fix: fixes.sageMaker },
    ),
    place(SageMakerDataQualityJobDefinition, (one) => one.dataQualityAppSpecification.environment, {
        fix: fixes.sageMaker,
    }),
    place(
        SageMakerMonitoringSchedule,
        (one) => [
            one.monitoringScheduleConfig.monitoringJobDefinition.environment,
            one.monitoringScheduleConfig.monitoringJobDefinition.monitoringAppSpecification,
        ],
        { fix: fixes.sageMaker },
    ),
    place(SageMakerNotebookInstanceLifecycleConfiguration, (one) => [one.onCreate, one.onStart], {
        fix: fixes.host,
    }),
    place(SageMakerStudioLifecycleConfig, (one) => one.studioLifecycleConfigContent, {
        fix: fixes.host,
    }),
    place(SageMakerNotebook, (one) => [one.defaultCodeRepository, one.additionalCodeRepositories]),
    place(SageMakerCodeRepository, (one) => one.gitConfig.repositoryUrl, { fix: fixes.gitSecret }),
    place(SageMakerPipeline, (one) => one.pipelineDefinition, { fix: fixes.sageMaker }),
    place(SageMakerProject, (one) => one.serviceCatalogProvisioningDetails.provisioningParameters, {
        fix: fixes.sageMaker,
    }),
    place(SageMakerModelCard, (one) => one.content),
    place(SageMakerHumanTaskUI, (one) => one.uiTemplate.content),
    place(SageMakerWorkforce, (one) => one.oidcConfig.authenticationRequestExtraParams),
    place(BedrockAgent, (one) => [one.instruction, one.promptOverrideConfigurations]),
    place(BedrockAgentActionGroup, (one) => [one.apiSchema.payload, one.functionSchema]),
    place(BedrockAgentCollaborator, (one) => one.collaborationInstruction),
    place(BedrockAgentPrompt, (one) => one.variants),
    place(BedrockAgentFlow, (one) => one.definition),
    place(BedrockAgentDataSource, (one) => [
        one.dataSourceConfiguration.managedKnowledgeBaseConnectorConfiguration.connectorParameters,
        one.vectorIngestionConfiguration.parsingConfiguration,
    ]),
    place(BedrockAgentKnowledgeBase, (one) => one.knowledgeBaseConfiguration.sqlKnowledgeBaseConfiguration),
    place(BedrockAgentcoreAgentRuntime, (one) => one.environmentVariables, { fix: fixes.agent }),
    place(
        BedrockAgentcoreHarness,
        (one) => [one.environmentVariables, one.systemPrompts, each(one.tools).config, each(one.skills).git.url],
        { fix: fixes.agent },
    ),
    place(BedrockAgentcoreGateway, (one) => one.protocolConfiguration.mcp.instructions),
    place(
        BedrockAgentcoreGatewayTarget,
        (one) => [one.targetConfiguration, one.credentialProviderConfiguration.oauth.customParameters],
        { fix: fixes.agent },
    ),
    place(BedrockAgentcoreMemoryStrategy, (one) => one.configuration),
    place(BedrockAgentcoreEvaluator, (one) => one.evaluatorConfig.llmAsAJudge.instructions),
    place(BedrockCustomModel, (one) => one.hyperparameters),
    place(BedrockEvaluationJob, (one) => one.evaluationConfig),
];
