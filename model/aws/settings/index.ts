import { acm } from "./acm";
import { apiDomains } from "./api-domains";
import { apigateway } from "./apigateway";
import { appsync } from "./appsync";
import { backup } from "./backup";
import { cloudfront } from "./cloudfront";
import { cloudtrail } from "./cloudtrail";
import { codebuild } from "./codebuild";
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
import { eventbridge } from "./eventbridge";
import { fsx } from "./fsx";
import { keyspaces } from "./keyspaces";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { lightsail } from "./lightsail";
import { memoryDb } from "./memorydb";
import { mq } from "./mq";
import { msk } from "./msk";
import { neptune } from "./neptune";
import { opensearch } from "./opensearch";
import { pipes } from "./pipes";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { s3 } from "./s3";
import { secretsManager } from "./secretsmanager";
import { ses } from "./ses";
import type { Kind, Row, Topic } from "./setting";
import { sfn } from "./sfn";
import { timestream } from "./timestream";
import { vpc } from "./vpc";
import { wafv2 } from "./wafv2";

export { each, one } from "../place";
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
    nameOf,
    says,
    switchedOn,
    unless,
    when,
} from "./condition";
export {
    anything,
    atLeast,
    atLeastVersion,
    empty,
    type Good,
    goodWhere,
    noneOf,
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
    appsync,
    backup,
    cloudfront,
    cloudtrail,
    codebuild,
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
    eventbridge,
    fsx,
    keyspaces,
    kms,
    lambda,
    lightsail,
    memoryDb,
    mq,
    msk,
    neptune,
    opensearch,
    pipes,
    rds,
    redshift,
    s3,
    secretsManager,
    ses,
    sfn,
    timestream,
    vpc,
    wafv2,
].flat();

/** How things of these kinds answer to a topic. */
export function rowsOn(topic: Topic, kinds: readonly Kind[]): readonly Row[] {
    return settingRows.filter((row) => row.topic === topic && kinds.includes(row.kind));
}
