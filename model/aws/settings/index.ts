import { dms } from "./dms";
import { docdb } from "./docdb";
import { mq } from "./mq";
import { msk } from "./msk";
import { neptune } from "./neptune";
import { rds } from "./rds";
import { redshift } from "./redshift";
import type { Kind, Row, Topic } from "./setting";
import { timestream } from "./timestream";

export { each } from "../place";
export { bad, either, fromVersion, good, inherited, type Subject, when } from "./condition";
export { answersBy, type SettingAnswer } from "./judge";
export { type Change, type Kind, noneOf, off, on, type Row, type Setting, settings, type Topic } from "./setting";

/** All that the pack knows of settings. */
export const settingRows: readonly Row[] = [dms, docdb, mq, msk, neptune, rds, redshift, timestream].flat();

/** How things of these kinds answer to a topic. */
export function rowsOn(topic: Topic, kinds: readonly Kind[]): readonly Row[] {
    return settingRows.filter((row) => row.topic === topic && kinds.includes(row.kind));
}
