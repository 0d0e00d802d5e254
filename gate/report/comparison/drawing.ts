/** The parts of a drawing, by the journal's type. */
import type { JournalDrawing } from "../../../pack/journal";

export type Drawing = JournalDrawing["drawing"];
export type DrawnNode = Drawing["nodes"][number];
export type DrawnEdge = Drawing["edges"][number];
export type DrawnWay = Drawing["ways"][number];
export type DrawnRole = Drawing["roles"][number];
export type DrawnGrant = DrawnRole["grants"][number];
export type DrawnCondition = JournalDrawing["conditions"][number][number];
export type ConditionValue = DrawnCondition["values"][number];
export type EdgeKind = DrawnEdge["kind"];
