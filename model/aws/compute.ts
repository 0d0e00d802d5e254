import * as types from "./types";

/**
 * Services under whose principal code runs that someone wrote, by the name in the principal: whoever may start it under a role has
 * all that the role has. (Those that only deliver, such as events or scheduler, run no code.) Reviewed on 2026-11-24.
 */
const COMPUTE = new Set([
    "lambda",
    "edgelambda",
    "ec2",
    "ecs-tasks",
    "codebuild",
    "codepipeline",
    "cloudformation",
    "glue",
    "states",
    "batch",
    "tasks.apprunner",
    "build.apprunner",
    "sagemaker",
    "elasticmapreduce",
    "emr-serverless",
    "eks-fargate-pods",
    "pods.eks",
    "bedrock-agentcore",
    "ssm",
]);

/** The services that assume the role which a resource of the type carries. A function may be one of CloudFront's. */
const ASSUMED_BY: Readonly<Record<string, readonly string[]>> = {
    [types.LambdaFunction.token]: ["lambda", "edgelambda"],
    [types.StateMachine.token]: ["states"],
    [types.EcsTaskDefinition.token]: ["ecs-tasks"],
    [types.IamInstanceProfile.token]: ["ec2"],
    [types.CodeBuildProject.token]: ["codebuild"],
    [types.GlueJob.token]: ["glue"],
    "aws:glue/crawler:Crawler": ["glue"],
    [types.AppRunnerService.token]: ["tasks.apprunner", "build.apprunner"],
    "aws:batch/jobDefinition:JobDefinition": ["ecs-tasks"],
    "aws:codepipeline/pipeline:Pipeline": ["codepipeline"],
    "aws:eks/nodeGroup:NodeGroup": ["ec2"],
    "aws:eks/fargateProfile:FargateProfile": ["eks-fargate-pods"],
    "aws:eks/podIdentityAssociation:PodIdentityAssociation": ["pods.eks"],
    [types.Pipe.token]: ["pipes"],
    [types.Schedule.token]: ["scheduler"],
    [types.EventTarget.token]: ["events"],
    [types.RestIntegration.token]: ["apigateway"],
    [types.HttpIntegration.token]: ["apigateway"],
    "aws:apigateway/authorizer:Authorizer": ["apigateway"],
    "aws:apigatewayv2/authorizer:Authorizer": ["apigateway"],
    [types.AppSyncDataSource.token]: ["appsync"],
    "aws:appsync/graphQLApi:GraphQLApi": ["appsync"],
    [types.FirehoseDeliveryStream.token]: ["firehose"],
    "aws:iot/topicRule:TopicRule": ["iot"],
    "aws:cognito/userPool:UserPool": ["cognito-idp"],
};

export function isComputeService(service: string): boolean {
    return COMPUTE.has(service);
}

/** The services that assume the role of a workload, by its type; undefined for types of which that is not known here. */
export function assumingServices(token: string): readonly string[] | undefined {
    return Object.hasOwn(ASSUMED_BY, token) ? ASSUMED_BY[token] : undefined;
}

/** For a test that the types exist. */
export function typesAssumedBy(): readonly string[] {
    return Object.keys(ASSUMED_BY);
}
