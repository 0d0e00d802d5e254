/** Resource types by token: events, logs and trails. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// amp
export const PrometheusResourcePolicy = resourceType<aws.amp.ResourcePolicyArgs>(
    "aws:amp/resourcePolicy:ResourcePolicy",
);
export const PrometheusAlertManagerDefinition = resourceType<aws.amp.AlertManagerDefinitionArgs>(
    "aws:amp/alertManagerDefinition:AlertManagerDefinition",
);
export const PrometheusRuleGroupNamespace = resourceType<aws.amp.RuleGroupNamespaceArgs>(
    "aws:amp/ruleGroupNamespace:RuleGroupNamespace",
);
export const PrometheusScraper = resourceType<aws.amp.ScraperArgs>("aws:amp/scraper:Scraper");

// cloudtrail
export const CloudTrailEventDataStore = resourceType<aws.cloudtrail.EventDataStoreArgs>(
    "aws:cloudtrail/eventDataStore:EventDataStore",
);
export const CloudTrailTrail = resourceType<aws.cloudtrail.TrailArgs>("aws:cloudtrail/trail:Trail");

// cloudwatch
export const CompositeAlarm = resourceType<aws.cloudwatch.CompositeAlarmArgs>(
    "aws:cloudwatch/compositeAlarm:CompositeAlarm",
);
export const EventApiDestination = resourceType<aws.cloudwatch.EventApiDestinationArgs>(
    "aws:cloudwatch/eventApiDestination:EventApiDestination",
);
export const EventArchive = resourceType<aws.cloudwatch.EventArchiveArgs>("aws:cloudwatch/eventArchive:EventArchive");
export const EventBus = resourceType<aws.cloudwatch.EventBusArgs>("aws:cloudwatch/eventBus:EventBus");
export const EventBusPolicy = resourceType<aws.cloudwatch.EventBusPolicyArgs>(
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
);
export const EventConnection = resourceType<aws.cloudwatch.EventConnectionArgs>(
    "aws:cloudwatch/eventConnection:EventConnection",
);
export const EventPermission = resourceType<aws.cloudwatch.EventPermissionArgs>(
    "aws:cloudwatch/eventPermission:EventPermission",
);
export const EventRule = resourceType<aws.cloudwatch.EventRuleArgs>("aws:cloudwatch/eventRule:EventRule");
export const EventTarget = resourceType<aws.cloudwatch.EventTargetArgs>("aws:cloudwatch/eventTarget:EventTarget");
export const LogDelivery = resourceType<aws.cloudwatch.LogDeliveryArgs>("aws:cloudwatch/logDelivery:LogDelivery");
export const LogDeliveryDestination = resourceType<aws.cloudwatch.LogDeliveryDestinationArgs>(
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
);
export const LogDeliveryDestinationPolicy = resourceType<aws.cloudwatch.LogDeliveryDestinationPolicyArgs>(
    "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy",
);
export const LogDeliverySource = resourceType<aws.cloudwatch.LogDeliverySourceArgs>(
    "aws:cloudwatch/logDeliverySource:LogDeliverySource",
);
export const LogDestinationPolicy = resourceType<aws.cloudwatch.LogDestinationPolicyArgs>(
    "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
);
export const LogGroup = resourceType<aws.cloudwatch.LogGroupArgs>("aws:cloudwatch/logGroup:LogGroup");
export const LogMetricFilter = resourceType<aws.cloudwatch.LogMetricFilterArgs>(
    "aws:cloudwatch/logMetricFilter:LogMetricFilter",
);
export const LogResourcePolicy = resourceType<aws.cloudwatch.LogResourcePolicyArgs>(
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
);
export const LogSubscriptionFilter = resourceType<aws.cloudwatch.LogSubscriptionFilterArgs>(
    "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
);
export const MetricAlarm = resourceType<aws.cloudwatch.MetricAlarmArgs>("aws:cloudwatch/metricAlarm:MetricAlarm");

// oam
export const OamSinkPolicy = resourceType<aws.oam.SinkPolicyArgs>("aws:oam/sinkPolicy:SinkPolicy");

// xray
export const XRayEncryptionConfig = resourceType<aws.xray.EncryptionConfigArgs>(
    "aws:xray/encryptionConfig:EncryptionConfig",
);
export const XRayResourcePolicy = resourceType<aws.xray.ResourcePolicyArgs>("aws:xray/resourcePolicy:ResourcePolicy");
