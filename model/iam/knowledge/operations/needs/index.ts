import * as analysis from "./analysis";
import * as compute from "./compute";
import * as databases from "./databases";
import * as identity from "./identity";
import * as messages from "./messages";
import type { ServiceNeeds } from "./need";
import * as orders from "./orders";
import { s3 } from "./s3";

/** What needs more, or other, than the action of an operation's own name; by the service's folder in botocore. */
export const NEEDS: Readonly<Record<string, ServiceNeeds>> = {
    s3,
    dynamodb: databases.dynamodb,
    rds: databases.rds,
    dsql: databases.dsql,
    "rds-data": databases.rdsData,
    "redshift-data": databases.redshiftData,
    "timestream-write": databases.timestreamWrite,
    "timestream-query": databases.timestreamQuery,
    sqs: messages.sqs,
    sns: messages.sns,
    events: messages.events,
    apigatewaymanagementapi: messages.apigatewayManagementApi,
    ses: messages.ses,
    sesv2: messages.sesv2,
    lambda: compute.lambda,
    ecs: compute.ecs,
    scheduler: compute.scheduler,
    cloudfront: compute.cloudfront,
    ssm: compute.ssm,
    logs: compute.logs,
    ec2: compute.ec2,
    stepfunctions: compute.stepfunctions,
    wafv2: compute.wafv2,
    sts: identity.sts,
    kms: identity.kms,
    secretsmanager: identity.secretsmanager,
    "bedrock-runtime": analysis.bedrockRuntime,
    "bedrock-agent-runtime": analysis.bedrockAgentRuntime,
    rekognition: analysis.rekognition,
    textract: analysis.textract,
    transcribe: analysis.transcribe,
    polly: analysis.polly,
    translate: analysis.translate,
    athena: analysis.athena,
    glue: analysis.glue,
    autoscaling: compute.autoscaling,
    apigateway: compute.apigateway,
    apigatewayv2: compute.apigateway,
    cloudformation: orders.cloudformation,
    cloudcontrol: orders.cloudcontrol,
    servicecatalog: orders.servicecatalog,
    resourcegroupstaggingapi: orders.resourceGroupsTagging,
    elasticbeanstalk: orders.elasticbeanstalk,
};
