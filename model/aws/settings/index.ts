import { apiDomains } from "./api-domains";
import { backup } from "./backup";
import { cloudTrail } from "./cloudtrail";
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
import { fsx } from "./fsx";
import { keyspaces } from "./keyspaces";
import { kms } from "./kms";
import { lightsail } from "./lightsail";
import { memoryDb } from "./memorydb";
import { mq } from "./mq";
import { msk } from "./msk";
import { neptune } from "./neptune";
import { openSearch } from "./opensearch";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { s3 } from "./s3";
import { secretsManager } from "./secretsmanager";
import { ses } from "./ses";
import type { Kind, Row, Topic } from "./setting";
import { timestream } from "./timestream";

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
    backup,
    cloudTrail,
    cognito,
    dax,
    apiDomains,
    dms,
    docdb,
    dsql,
    dynamoDb,
    ec2,
    ecr,
    efs,
    elastiCache,
    elb,
    fsx,
    keyspaces,
    kms,
    lightsail,
    memoryDb,
    mq,
    msk,
    neptune,
    openSearch,
    rds,
    redshift,
    s3,
    secretsManager,
    ses,
    timestream,
].flat();

/** How things of these kinds answer to a topic. */
export function rowsOn(topic: Topic, kinds: readonly Kind[]): readonly Row[] {
    return settingRows.filter((row) => row.topic === topic && kinds.includes(row.kind));
}
