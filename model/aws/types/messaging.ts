/** Resource types by token: queues, topics, streams and workflows. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// appflow
export const AppFlowFlow = resourceType<aws.appflow.FlowArgs>("aws:appflow/flow:Flow");
export const AppFlowConnectorProfile = resourceType<aws.appflow.ConnectorProfileArgs>(
    "aws:appflow/connectorProfile:ConnectorProfile",
);

// iot
export const IotTopicRule = resourceType<aws.iot.TopicRuleArgs>("aws:iot/topicRule:TopicRule");

// kinesis
export const KinesisAnalyticsApplication = resourceType<aws.kinesis.AnalyticsApplicationArgs>(
    "aws:kinesis/analyticsApplication:AnalyticsApplication",
);
export const FirehoseDeliveryStream = resourceType<aws.kinesis.FirehoseDeliveryStreamArgs>(
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
);
export const KinesisResourcePolicy = resourceType<aws.kinesis.ResourcePolicyArgs>(
    "aws:kinesis/resourcePolicy:ResourcePolicy",
);
export const KinesisStream = resourceType<aws.kinesis.StreamArgs>("aws:kinesis/stream:Stream");
export const KinesisVideoStream = resourceType<aws.kinesis.VideoStreamArgs>("aws:kinesis/videoStream:VideoStream");

// mq
export const MqBroker = resourceType<aws.mq.BrokerArgs>("aws:mq/broker:Broker");
export const MqConfiguration = resourceType<aws.mq.ConfigurationArgs>("aws:mq/configuration:Configuration");

// msk
export const MskCluster = resourceType<aws.msk.ClusterArgs>("aws:msk/cluster:Cluster");
export const MskClusterPolicy = resourceType<aws.msk.ClusterPolicyArgs>("aws:msk/clusterPolicy:ClusterPolicy");
export const MskReplicator = resourceType<aws.msk.ReplicatorArgs>("aws:msk/replicator:Replicator");
export const MskServerlessCluster = resourceType<aws.msk.ServerlessClusterArgs>(
    "aws:msk/serverlessCluster:ServerlessCluster",
);
export const MskConfiguration = resourceType<aws.msk.ConfigurationArgs>("aws:msk/configuration:Configuration");

// mskconnect
export const MskConnectConnector = resourceType<aws.mskconnect.ConnectorArgs>("aws:mskconnect/connector:Connector");
export const MskConnectWorkerConfiguration = resourceType<aws.mskconnect.WorkerConfigurationArgs>(
    "aws:mskconnect/workerConfiguration:WorkerConfiguration",
);

// pinpoint
export const SmsVoiceResourcePolicy = resourceType<aws.pinpoint.Smsvoicev2ResourcePolicyArgs>(
    "aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy",
);
export const PinpointEmailTemplate = resourceType<aws.pinpoint.EmailTemplateArgs>(
    "aws:pinpoint/emailTemplate:EmailTemplate",
);

// pipes
export const Pipe = resourceType<aws.pipes.PipeArgs>("aws:pipes/pipe:Pipe");

// scheduler
export const Schedule = resourceType<aws.scheduler.ScheduleArgs>("aws:scheduler/schedule:Schedule");

// schemas
export const SchemasRegistry = resourceType<aws.schemas.RegistryArgs>("aws:schemas/registry:Registry");
export const SchemasRegistryPolicy = resourceType<aws.schemas.RegistryPolicyArgs>(
    "aws:schemas/registryPolicy:RegistryPolicy",
);
export const SchemasSchema = resourceType<aws.schemas.SchemaArgs>("aws:schemas/schema:Schema");

// ses
export const SesConfigurationSet = resourceType<aws.ses.ConfigurationSetArgs>(
    "aws:ses/configurationSet:ConfigurationSet",
);
export const SesIdentityPolicy = resourceType<aws.ses.IdentityPolicyArgs>("aws:ses/identityPolicy:IdentityPolicy");

// sesv2
export const SesV2ConfigurationSet = resourceType<aws.sesv2.ConfigurationSetArgs>(
    "aws:sesv2/configurationSet:ConfigurationSet",
);
export const SesV2EmailIdentityPolicy = resourceType<aws.sesv2.EmailIdentityPolicyArgs>(
    "aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy",
);

// sfn
export const StepFunctionsActivity = resourceType<aws.sfn.ActivityArgs>("aws:sfn/activity:Activity");
export const StateMachine = resourceType<aws.sfn.StateMachineArgs>("aws:sfn/stateMachine:StateMachine");

// sns
export const SnsTopic = resourceType<aws.sns.TopicArgs>("aws:sns/topic:Topic");
export const SnsTopicPolicy = resourceType<aws.sns.TopicPolicyArgs>("aws:sns/topicPolicy:TopicPolicy");
export const SnsTopicSubscription = resourceType<aws.sns.TopicSubscriptionArgs>(
    "aws:sns/topicSubscription:TopicSubscription",
);

// sqs
export const SqsQueue = resourceType<aws.sqs.QueueArgs>("aws:sqs/queue:Queue");
export const SqsQueuePolicy = resourceType<aws.sqs.QueuePolicyArgs>("aws:sqs/queuePolicy:QueuePolicy");
export const SqsRedriveAllowPolicy = resourceType<aws.sqs.RedriveAllowPolicyArgs>(
    "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
);
export const SqsRedrivePolicy = resourceType<aws.sqs.RedrivePolicyArgs>("aws:sqs/redrivePolicy:RedrivePolicy");

// observabilityadmin
export const TelemetryPipeline = resourceType<aws.observabilityadmin.TelemetryPipelineArgs>(
    "aws:observabilityadmin/telemetryPipeline:TelemetryPipeline",
);

// securitylake
export const SecurityLakeSubscriberNotification = resourceType<aws.securitylake.SubscriberNotificationArgs>(
    "aws:securitylake/subscriberNotification:SubscriberNotification",
);

// ssmincidents
export const IncidentResponsePlan = resourceType<aws.ssmincidents.ResponsePlanArgs>(
    "aws:ssmincidents/responsePlan:ResponsePlan",
);

// fis
export const FisExperimentTemplate = resourceType<aws.fis.ExperimentTemplateArgs>(
    "aws:fis/experimentTemplate:ExperimentTemplate",
);

// mailmanager
export const MailManagerRuleSet = resourceType<aws.mailmanager.RuleSetArgs>("aws:mailmanager/ruleSet:RuleSet");
