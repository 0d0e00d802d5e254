/** Whatever a stack holds, its drawing is whole: over the examples of all policies, also where values are unknown, or nonsense. */
import assert from "node:assert/strict";
import { type Drawing, drawingOf, Stack } from "../../model/graph";
import { Value } from "../../model/values";
import { type AnyRule, declare, type Program, typesOf } from "../../pack";
import { unknown } from "../../pack/example";
import { rules } from "../../policies";
import { assertSound } from "../support/drawings";
import { type RegisteredResource, register } from "../support/programs";
import { leavesOf, replaced } from "../support/trees";

function programsOf(rule: AnyRule): readonly Program[] {
    if (rule.kind === "stack") return [rule.bad, rule.good];
    const [type] = typesOf(rule);
    const inStack = rule.inStack?.bad ? [rule.inStack.bad] : [];
    return type ? [declareAs(type, rule.bad), declareAs(type, rule.good), ...inStack] : inStack;
}

function declareAs(type: Parameters<typeof declare>[0], inputs: object): Program {
    return { subject: declare(type, inputs) };
}

function drawn(resources: readonly RegisteredResource[]): Drawing {
    const records = resources.map(({ outputs, ...one }) => ({
        ...one,
        root: new Value(outputs, "", { resource: one.name }),
    }));
    const drawing = drawingOf(new Stack(records));
    assertSound(drawing);
    return drawing;
}

/** What no provider takes where something else is meant. */
const NONSENSE: readonly unknown[] = [null, "", 7, true, [], {}, "{", [[null]], "arn:", "*", "\u202e<img src=x>\n"];

describe("a drawing of what policies have for examples", function () {
    this.timeout(120_000);
    it("is whole, and the same whatever the order of resources", () => {
        for (const rule of rules)
            for (const program of programsOf(rule))
                for (const unknownOutputs of [false, true]) {
                    const resources = register(program, "dev", unknownOutputs);
                    assert.deepEqual(drawn([...resources].reverse()), drawn(resources), rule.id);
                }
    });
    it("is whole where any one value is unknown", () => {
        let count = 0;
        for (const rule of rules)
            for (const program of programsOf(rule))
                for (const leaf of leavesOf(program)) {
                    drawn(register(replaced(program, leaf, unknown), "dev", false));
                    count += 1;
                }
        assert.ok(count > 2000, `${count} drawings`);
    });
    it("is whole where any one value is nonsense", () => {
        for (const [index, rule] of rules.entries())
            for (const program of programsOf(rule))
                for (const [place, leaf] of leavesOf(program).entries())
                    drawn(register(replaced(program, leaf, NONSENSE[(index + place) % NONSENSE.length]), "dev", false));
    });
});
