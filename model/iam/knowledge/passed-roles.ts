/**
 * Who receives the role that a call passes, as `iam:PassedToService` names it, by the actions that take one. Not complete: what the
 * workloads of serverless systems call.
 * Source: the dependent actions of https://docs.aws.amazon.com/service-authorization/latest/reference/, and each service's pages on
 * its service role; as of 2026-11-24, not every page read again that day.
 */
const RECEIVERS: Readonly<Record<string, string>> = {
    "lambda.amazonaws.com": "lambda:CreateFunction lambda:UpdateFunctionConfiguration",
    "ecs-tasks.amazonaws.com":
        "ecs:RegisterTaskDefinition ecs:RunTask ecs:StartTask ecs:CreateService ecs:UpdateService batch:RegisterJobDefinition",
    "states.amazonaws.com": "states:CreateStateMachine states:UpdateStateMachine states:TestState",
    "scheduler.amazonaws.com": "scheduler:CreateSchedule scheduler:UpdateSchedule",
    "events.amazonaws.com": "events:PutTargets",
    "pipes.amazonaws.com": "pipes:CreatePipe pipes:UpdatePipe",
    "firehose.amazonaws.com": "firehose:CreateDeliveryStream firehose:UpdateDestination",
    "tasks.apprunner.amazonaws.com": "apprunner:CreateService apprunner:UpdateService",
    "codebuild.amazonaws.com": "codebuild:CreateProject codebuild:UpdateProject",
    "codepipeline.amazonaws.com": "codepipeline:CreatePipeline codepipeline:UpdatePipeline",
    "cloudformation.amazonaws.com":
        "cloudformation:CreateStack cloudformation:UpdateStack cloudformation:CreateChangeSet",
    "glue.amazonaws.com": "glue:CreateJob glue:UpdateJob glue:CreateSession glue:CreateCrawler glue:UpdateCrawler",
    "sagemaker.amazonaws.com":
        "sagemaker:CreateTrainingJob sagemaker:CreateProcessingJob sagemaker:CreateModel sagemaker:CreateNotebookInstance",
    "bedrock.amazonaws.com":
        "bedrock:CreateAgent bedrock:CreateKnowledgeBase bedrock:CreateModelInvocationJob bedrock:CreateModelCustomizationJob",
    "bedrock-agentcore.amazonaws.com":
        "bedrock-agentcore:CreateAgentRuntime bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:CreateGateway",
    "mediaconvert.amazonaws.com": "mediaconvert:CreateJob",
    "transcribe.amazonaws.com": "transcribe:StartTranscriptionJob",
    "rekognition.amazonaws.com": "rekognition:StartLabelDetection rekognition:StartFaceDetection",
    "textract.amazonaws.com": "textract:StartDocumentAnalysis textract:StartDocumentTextDetection",
    "comprehend.amazonaws.com": "comprehend:StartEntitiesDetectionJob comprehend:StartSentimentDetectionJob",
    "ec2.amazonaws.com": "ec2:RunInstances ec2:AssociateIamInstanceProfile ec2:CreateFleet ec2:RequestSpotInstances",
    "ssm.amazonaws.com": "ssm:StartAutomationExecution ssm:RegisterTaskWithMaintenanceWindow",
    "emr-serverless.amazonaws.com": "emr-serverless:StartJobRun",
    "elasticmapreduce.amazonaws.com": "elasticmapreduce:RunJobFlow",
};

/** The service that receives a role, with the actions that pass it. */
export interface RoleReceiver {
    readonly service: string;
    readonly actions: readonly string[];
}

export function roleReceivers(): readonly RoleReceiver[] {
    return Object.entries(RECEIVERS).map(([service, actions]) => ({ service, actions: actions.split(" ") }));
}
