import { acm } from "./acm";
import { apiDomains } from "./api-domains";
import { apigateway } from "./apigateway";
import { appsync } from "./appsync";
import { cloudfront } from "./cloudfront";
import { cloudtrail } from "./cloudtrail";
import { codebuild } from "./codebuild";
import { dms } from "./dms";
import { docdb } from "./docdb";
import { ec2 } from "./ec2";
import { efs } from "./efs";
import { elb } from "./elb";
import { eventbridge } from "./eventbridge";
import { lambda } from "./lambda";
import { lightsail } from "./lightsail";
import { mq } from "./mq";
import { msk } from "./msk";
import { neptune } from "./neptune";
import { opensearch } from "./opensearch";
import { pipes } from "./pipes";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { s3 } from "./s3";
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
    companion,
    either,
    fromVersion,
    given,
    good,
    inherited,
    nameOf,
    says,
    switchedOn,
    unless,
    when,
} from "./condition";
export { anything, atLeast, empty, type Good, goodWhere, noneOf, off, on, oneOf, ownKey, some } from "./good";
export { answersBy, type SettingAnswer } from "./judge";
export { type Change, type Kind, othersOf, type Row, type Setting, settings, type Topic } from "./setting";
export type { Subject, Surroundings } from "./subject";

/** All that the pack knows of settings. */
export const settingRows: readonly Row[] = [
    acm,
    sfn,
    appsync,
    apigateway,
    lambda,
    pipes,
    eventbridge,
    cloudfront,
    elb,
    wafv2,
    vpc,
    codebuild,
    cloudtrail,
    apiDomains,
    dms,
    docdb,
    ec2,
    efs,
    lightsail,
    mq,
    msk,
    neptune,
    opensearch,
    rds,
    redshift,
    s3,
    ses,
    timestream,
].flat();

/** How things of these kinds answer to a topic. */
export function rowsOn(topic: Topic, kinds: readonly Kind[]): readonly Row[] {
    return settingRows.filter((row) => row.topic === topic && kinds.includes(row.kind));
}
