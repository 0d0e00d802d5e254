/** Programs as the pack draws them, held against each other. */
import assert from "node:assert/strict";
import { compareDrawings } from "../../../gate/report/comparison";
import { comparisonText } from "../../../gate/report/comparison/lines";
import type { DrawnStack } from "../../../gate/report/comparison/nodes";
import { drawnOf } from "../../../model/graph";
import type { Program } from "../../../pack";
import { stackOf } from "../../support/stacks";

export interface Told {
    readonly newly: readonly string[];
    readonly gone: readonly string[];
}

export const SAME: Told = { newly: [], gone: [] };

export function drawnProgram(program: Program, unknownOutputs = false): DrawnStack {
    return { ...drawnOf(stackOf(program, unknownOutputs), "key"), project: "project", stack: "dev" };
}

/** The sentences of what `now` allows and `before` does not, and the other way round. */
export function compared(before: DrawnStack, now: DrawnStack): Told {
    const found = compareDrawings(before, now);
    const against = { kind: "git", at: "main", project: "project", stack: "dev" } as const;
    const text = comparisonText({ ...found, against, findings: { new: 0, gone: 0, undecided: 0 } });
    const lines = (sections: typeof text.sections) => sections.flatMap((one) => one.lines.map((line) => line.text));
    return { newly: lines(text.sections), gone: lines(text.gone) };
}

/** Both ways: what is newly allowed from here to there is gone from there to here, but for the words. */
export function assertCompared(before: Program, now: Program, { newly, gone }: Told): void {
    const [a, b] = [drawnProgram(before), drawnProgram(now)];
    assert.deepEqual(compared(a, b), { newly, gone });
    const back = compared(b, a);
    assert.deepEqual([back.newly.length, back.gone.length], [gone.length, newly.length]);
}
