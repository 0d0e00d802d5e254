/** Resource types by token: what calls functions on behalf of AWS's services. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// bedrock
export const BedrockAgent = resourceType<aws.bedrock.AgentAgentArgs>("aws:bedrock/agentAgent:AgentAgent");
export const BedrockAgentActionGroup = resourceType<aws.bedrock.AgentAgentActionGroupArgs>(
    "aws:bedrock/agentAgentActionGroup:AgentAgentActionGroup",
);

// cfg
export const ConfigRule = resourceType<aws.cfg.RuleArgs>("aws:cfg/rule:Rule");
export const ConfigOrganizationCustomRule = resourceType<aws.cfg.OrganizationCustomRuleArgs>(
    "aws:cfg/organizationCustomRule:OrganizationCustomRule",
);

// cloudwatch
export const LogAccountPolicy = resourceType<aws.cloudwatch.LogAccountPolicyArgs>(
    "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
);

// codecommit
export const CodeCommitRepository = resourceType<aws.codecommit.RepositoryArgs>("aws:codecommit/repository:Repository");
export const CodeCommitTrigger = resourceType<aws.codecommit.TriggerArgs>("aws:codecommit/trigger:Trigger");

// connect
export const ConnectInstance = resourceType<aws.connect.InstanceArgs>("aws:connect/instance:Instance");
export const ConnectLambdaAssociation = resourceType<aws.connect.LambdaFunctionAssociationArgs>(
    "aws:connect/lambdaFunctionAssociation:LambdaFunctionAssociation",
);

// iot
export const IotAuthorizer = resourceType<aws.iot.AuthorizerArgs>("aws:iot/authorizer:Authorizer");
export const IotProvisioningTemplate = resourceType<aws.iot.ProvisioningTemplateArgs>(
    "aws:iot/provisioningTemplate:ProvisioningTemplate",
);

// lex
export const LexBot = resourceType<aws.lex.BotArgs>("aws:lex/bot:Bot");
export const LexIntent = resourceType<aws.lex.IntentArgs>("aws:lex/intent:Intent");

// ses
export const SesReceiptRule = resourceType<aws.ses.ReceiptRuleArgs>("aws:ses/receiptRule:ReceiptRule");

// vpclattice
export const LatticeTargetGroup = resourceType<aws.vpclattice.TargetGroupArgs>(
    "aws:vpclattice/targetGroup:TargetGroup",
);
export const LatticeTargetGroupAttachment = resourceType<aws.vpclattice.TargetGroupAttachmentArgs>(
    "aws:vpclattice/targetGroupAttachment:TargetGroupAttachment",
);
