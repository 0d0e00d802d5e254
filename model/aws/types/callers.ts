/** Resource types by token: what calls functions on behalf of AWS's services. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// bedrock
export const BedrockAgent = resourceType<aws.bedrock.AgentAgentArgs>("aws:bedrock/agentAgent:AgentAgent");
export const BedrockAgentActionGroup = resourceType<aws.bedrock.AgentAgentActionGroupArgs>(
    "aws:bedrock/agentAgentActionGroup:AgentAgentActionGroup",
);
export const BedrockAgentCollaborator = resourceType<aws.bedrock.AgentAgentCollaboratorArgs>(
    "aws:bedrock/agentAgentCollaborator:AgentAgentCollaborator",
);
export const BedrockAgentPrompt = resourceType<aws.bedrock.AgentPromptArgs>("aws:bedrock/agentPrompt:AgentPrompt");
export const BedrockAgentFlow = resourceType<aws.bedrock.AgentFlowArgs>("aws:bedrock/agentFlow:AgentFlow");
export const BedrockAgentDataSource = resourceType<aws.bedrock.AgentDataSourceArgs>(
    "aws:bedrock/agentDataSource:AgentDataSource",
);
export const BedrockAgentKnowledgeBase = resourceType<aws.bedrock.AgentKnowledgeBaseArgs>(
    "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase",
);
export const BedrockAgentcoreAgentRuntime = resourceType<aws.bedrock.AgentcoreAgentRuntimeArgs>(
    "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
);
export const BedrockAgentcoreHarness = resourceType<aws.bedrock.AgentcoreHarnessArgs>(
    "aws:bedrock/agentcoreHarness:AgentcoreHarness",
);
export const BedrockAgentcoreGateway = resourceType<aws.bedrock.AgentcoreGatewayArgs>(
    "aws:bedrock/agentcoreGateway:AgentcoreGateway",
);
export const BedrockAgentcoreGatewayTarget = resourceType<aws.bedrock.AgentcoreGatewayTargetArgs>(
    "aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget",
);
export const BedrockAgentcoreMemoryStrategy = resourceType<aws.bedrock.AgentcoreMemoryStrategyArgs>(
    "aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy",
);
export const BedrockAgentcoreEvaluator = resourceType<aws.bedrock.AgentcoreEvaluatorArgs>(
    "aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator",
);
export const BedrockEvaluationJob = resourceType<aws.bedrock.EvaluationJobArgs>(
    "aws:bedrock/evaluationJob:EvaluationJob",
);

// cfg
export const ConfigRule = resourceType<aws.cfg.RuleArgs>("aws:cfg/rule:Rule");
export const ConfigOrganizationCustomRule = resourceType<aws.cfg.OrganizationCustomRuleArgs>(
    "aws:cfg/organizationCustomRule:OrganizationCustomRule",
);
export const ConfigOrganizationManagedRule = resourceType<aws.cfg.OrganizationManagedRuleArgs>(
    "aws:cfg/organizationManagedRule:OrganizationManagedRule",
);
export const ConfigRemediationConfiguration = resourceType<aws.cfg.RemediationConfigurationArgs>(
    "aws:cfg/remediationConfiguration:RemediationConfiguration",
);
export const ConfigConformancePack = resourceType<aws.cfg.ConformancePackArgs>(
    "aws:cfg/conformancePack:ConformancePack",
);
export const ConfigOrganizationConformancePack = resourceType<aws.cfg.OrganizationConformancePackArgs>(
    "aws:cfg/organizationConformancePack:OrganizationConformancePack",
);

// cloudwatch
export const LogAccountPolicy = resourceType<aws.cloudwatch.LogAccountPolicyArgs>(
    "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
);
export const Dashboard = resourceType<aws.cloudwatch.DashboardArgs>("aws:cloudwatch/dashboard:Dashboard");
export const QueryDefinition = resourceType<aws.cloudwatch.QueryDefinitionArgs>(
    "aws:cloudwatch/queryDefinition:QueryDefinition",
);
export const LogTransformer = resourceType<aws.cloudwatch.LogTransformerArgs>(
    "aws:cloudwatch/logTransformer:LogTransformer",
);
export const ContributorInsightRule = resourceType<aws.cloudwatch.ContributorInsightRuleArgs>(
    "aws:cloudwatch/contributorInsightRule:ContributorInsightRule",
);

// codecommit
export const CodeCommitRepository = resourceType<aws.codecommit.RepositoryArgs>("aws:codecommit/repository:Repository");
export const CodeCommitTrigger = resourceType<aws.codecommit.TriggerArgs>("aws:codecommit/trigger:Trigger");

// connect
export const ConnectInstance = resourceType<aws.connect.InstanceArgs>("aws:connect/instance:Instance");
export const ConnectLambdaAssociation = resourceType<aws.connect.LambdaFunctionAssociationArgs>(
    "aws:connect/lambdaFunctionAssociation:LambdaFunctionAssociation",
);
export const ConnectContactFlow = resourceType<aws.connect.ContactFlowArgs>("aws:connect/contactFlow:ContactFlow");
export const ConnectContactFlowModule = resourceType<aws.connect.ContactFlowModuleArgs>(
    "aws:connect/contactFlowModule:ContactFlowModule",
);

// iot
export const IotAuthorizer = resourceType<aws.iot.AuthorizerArgs>("aws:iot/authorizer:Authorizer");
export const IotProvisioningTemplate = resourceType<aws.iot.ProvisioningTemplateArgs>(
    "aws:iot/provisioningTemplate:ProvisioningTemplate",
);
export const IotCaCertificate = resourceType<aws.iot.CaCertificateArgs>("aws:iot/caCertificate:CaCertificate");
export const IotThing = resourceType<aws.iot.ThingArgs>("aws:iot/thing:Thing");
export const IotThingGroup = resourceType<aws.iot.ThingGroupArgs>("aws:iot/thingGroup:ThingGroup");

// lex
export const LexBot = resourceType<aws.lex.BotArgs>("aws:lex/bot:Bot");
export const LexIntent = resourceType<aws.lex.IntentArgs>("aws:lex/intent:Intent");
export const LexV2modelsIntent = resourceType<aws.lex.V2modelsIntentArgs>("aws:lex/v2modelsIntent:V2modelsIntent");
export const LexV2modelsSlot = resourceType<aws.lex.V2modelsSlotArgs>("aws:lex/v2modelsSlot:V2modelsSlot");

// ses
export const SesReceiptRule = resourceType<aws.ses.ReceiptRuleArgs>("aws:ses/receiptRule:ReceiptRule");
export const SesTemplate = resourceType<aws.ses.TemplateArgs>("aws:ses/template:Template");

// vpclattice
export const LatticeTargetGroup = resourceType<aws.vpclattice.TargetGroupArgs>(
    "aws:vpclattice/targetGroup:TargetGroup",
);
export const LatticeTargetGroupAttachment = resourceType<aws.vpclattice.TargetGroupAttachmentArgs>(
    "aws:vpclattice/targetGroupAttachment:TargetGroupAttachment",
);
