const docs = (page: string) => `https://docs.aws.amazon.com/${page}.html`;

/**
 * Services that assume a role on behalf of whoever has set them up, by the name in their principal, with the page on which AWS
 * asks that the role's trust policy say for whom (`aws:SourceAccount`, `aws:SourceArn`). As of 2026-11-24; not every page was read again that day. Not listed:
 * services whose API demands iam:PassRole and whose pages show no such condition on roles (Lambda, EC2, ECS, CodeBuild, API
 * Gateway, SNS, S3 and others).
 */
const DEPUTIES: Readonly<Record<string, string>> = {
    scheduler: docs("scheduler/latest/UserGuide/cross-service-confused-deputy-prevention"),
    events: docs("eventbridge/latest/userguide/cross-service-confused-deputy-prevention"),
    pipes: docs("eventbridge/latest/userguide/eb-pipes-permissions"),
    states: docs("step-functions/latest/dg/procedure-create-iam-role"),
    firehose: docs("firehose/latest/dg/cross-service-confused-deputy-prevention"),
    kinesisanalytics: docs("managed-flink/latest/java/iam-cross-service-confused-deputy-prevention"),
    logs: docs("AmazonCloudWatch/latest/logs/SubscriptionFilters"),
    "vpc-flow-logs": docs("vpc/latest/userguide/flow-logs-iam-role"),
    config: docs("config/latest/developerguide/iamrole-permissions"),
    iot: docs("iot/latest/developerguide/cross-service-confused-deputy-prevention"),
    appsync: docs("appsync/latest/devguide/cross-service-confused-deputy-prevention"),
    bedrock: docs("bedrock/latest/userguide/kb-permissions"),
    "bedrock-agentcore": docs("bedrock-agentcore/latest/devguide/runtime-permissions"),
    sagemaker: docs("sagemaker/latest/dg/security-confused-deputy-prevention"),
    transfer: docs("transfer/latest/userguide/confused-deputy"),
    dms: docs("dms/latest/userguide/cross-service-confused-deputy-prevention"),
    ses: docs("ses/latest/dg/receiving-email-permissions"),
};

/** Where AWS asks that a role for this service say for whom it acts; undefined for services of which it does not. */
export function deputyAdvice(service: string): string | undefined {
    return Object.hasOwn(DEPUTIES, service) ? DEPUTIES[service] : undefined;
}
