import { apiDomains } from "./api-domains";
import { apiGateway } from "./apigateway";
import { appRunner } from "./apprunner";
import { appSync } from "./appsync";
import { athena } from "./athena";
import { backup } from "./backup";
import { cloudTrail } from "./cloudtrail";
import { codeArtifact } from "./codeartifact";
import { codeBuild } from "./codebuild";
import { codePipeline } from "./codepipeline";
import { dax } from "./dax";
import { dms } from "./dms";
import { docdb } from "./docdb";
import { dsql } from "./dsql";
import { dynamoDb } from "./dynamodb";
import { ec2 } from "./ec2";
import { ecr } from "./ecr";
import { efs } from "./efs";
import { elastiCache } from "./elasticache";
import { emr } from "./emr";
import { events } from "./events";
import { fsx } from "./fsx";
import { glue } from "./glue";
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
import { openSearch } from "./opensearch";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { s3 } from "./s3";
import { secretsManager } from "./secretsmanager";
import { ses } from "./ses";
import type { Kind, Row, Topic } from "./setting";
import { stepFunctions } from "./sfn";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { ssm } from "./ssm";
import { storageGateway } from "./storagegateway";
import { timestream } from "./timestream";
import { xray } from "./xray";

export { each, inJson, one } from "../place";
export {
    accountWide,
    bad,
    both,
    companion,
    either,
    fromVersion,
    given,
    good,
    inherited,
    nameOf,
    says,
    sharing,
    switchedOn,
    unless,
    when,
} from "./condition";
export {
    anything,
    atLeast,
    type Good,
    goodWhere,
    noneOf,
    notEmpty,
    nothing,
    off,
    on,
    oneOf,
    ownKey,
    some,
} from "./good";
export { answersBy, type SettingAnswer } from "./judge";
export { type Change, type Kind, othersOf, type Row, type Setting, settings, type Topic } from "./setting";
export type { Subject, Surroundings } from "./subject";

/** All that the pack knows of settings. */
export const settingRows: readonly Row[] = [
    apiDomains,
    apiGateway,
    appRunner,
    appSync,
    athena,
    backup,
    cloudTrail,
    codeArtifact,
    codeBuild,
    codePipeline,
    dax,
    dms,
    docdb,
    dsql,
    dynamoDb,
    ec2,
    ecr,
    efs,
    elastiCache,
    emr,
    events,
    fsx,
    glue,
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
    openSearch,
    rds,
    redshift,
    s3,
    secretsManager,
    ses,
    stepFunctions,
    sns,
    sqs,
    ssm,
    storageGateway,
    timestream,
    xray,
].flat();

/** How things of these kinds answer to a topic. */
export function rowsOn(topic: Topic, kinds: readonly Kind[]): readonly Row[] {
    return settingRows.filter((row) => row.topic === topic && kinds.includes(row.kind));
}
