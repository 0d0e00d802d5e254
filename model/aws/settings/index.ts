import { acm } from "./acm";
import { apiDomains } from "./api-domains";
import { apigateway } from "./apigateway";
import { appRunner } from "./apprunner";
import { appsync } from "./appsync";
import { athena } from "./athena";
import { backup } from "./backup";
import { cloudfront } from "./cloudfront";
import { cloudtrail } from "./cloudtrail";
import { codeArtifact } from "./codeartifact";
import { codebuild } from "./codebuild";
import { codePipeline } from "./codepipeline";
import { cognito } from "./cognito";
import { dax } from "./dax";
import { dms } from "./dms";
import { docdb } from "./docdb";
import { dsql } from "./dsql";
import { dynamoDb } from "./dynamodb";
import { ec2 } from "./ec2";
import { ecr } from "./ecr";
import { efs } from "./efs";
import { elastiCache } from "./elasticache";
import { elb } from "./elb";
import { emr } from "./emr";
import { eventbridge } from "./eventbridge";
import { fsx } from "./fsx";
import { glue } from "./glue";
import { instanceMetadata } from "./instance-metadata";
import { keyspaces } from "./keyspaces";
import { kinesis } from "./kinesis";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { lightsail } from "./lightsail";
import { logs } from "./logs";
import { memoryDb } from "./memorydb";
import { mq } from "./mq";
import { msk } from "./msk";
import { mwaa } from "./mwaa";
import { neptune } from "./neptune";
import { opensearch } from "./opensearch";
import { pipes } from "./pipes";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { s3 } from "./s3";
import { scheduler } from "./scheduler";
import { secretsManager } from "./secretsmanager";
import { ses } from "./ses";
import type { Kind, Row, Topic } from "./setting";
import { sfn } from "./sfn";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { ssm } from "./ssm";
import { storageGateway } from "./storagegateway";
import { timestream } from "./timestream";
import { verifiedPermissions } from "./verifiedpermissions";
import { vpc } from "./vpc";
import { wafv2 } from "./wafv2";
import { xray } from "./xray";

export { each, inJson, one } from "../place";
export {
    accountWide,
    bad,
    both,
    type Condition,
    companion,
    either,
    fromVersion,
    given,
    good,
    inherited,
    keptByPulumi,
    of,
    says,
    sharing,
    switchedOn,
    unless,
    when,
} from "./condition";
export {
    anything,
    atLeast,
    atLeastVersion,
    atMost,
    empty,
    type Good,
    goodWhere,
    noneOf,
    notEmpty,
    off,
    on,
    oneOf,
    ownKey,
    some,
    startingWith,
} from "./good";
export { answersBy, type SettingAnswer } from "./judge";
export {
    type Change,
    conditionsOf,
    type Kind,
    type Milder,
    othersOf,
    type Row,
    type Setting,
    settings,
    type Topic,
} from "./setting";
export type { Subject, Surroundings } from "./subject";

/** All that the pack knows of settings. */
export const settingRows: readonly Row[] = [
    acm,
    apiDomains,
    apigateway,
    appRunner,
    appsync,
    athena,
    backup,
    cloudfront,
    cloudtrail,
    codeArtifact,
    codebuild,
    codePipeline,
    cognito,
    dax,
    dms,
    docdb,
    dsql,
    dynamoDb,
    ec2,
    ecr,
    efs,
    elastiCache,
    elb,
    emr,
    eventbridge,
    fsx,
    glue,
    instanceMetadata,
    keyspaces,
    kinesis,
    kms,
    lambda,
    lightsail,
    logs,
    memoryDb,
    mq,
    msk,
    mwaa,
    neptune,
    opensearch,
    pipes,
    rds,
    redshift,
    s3,
    scheduler,
    secretsManager,
    ses,
    sfn,
    sns,
    sqs,
    ssm,
    storageGateway,
    timestream,
    vpc,
    verifiedPermissions,
    wafv2,
    xray,
].flat();

/** How things of these kinds answer to a topic. */
export function rowsOn(topic: Topic, kinds: readonly Kind[]): readonly Row[] {
    return settingRows.filter((row) => row.topic === topic && kinds.includes(row.kind));
}
