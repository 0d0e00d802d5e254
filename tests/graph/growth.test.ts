import assert from "node:assert/strict";
import path from "node:path";
import { Stack } from "../../model/graph";
import * as pattern from "../../model/iam/pattern";
import { answer, Value } from "../../model/values";
import { readOptions } from "../../pack/options";
import { rules } from "../../policies";

interface Generated {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly properties: Record<string, unknown>;
    readonly dependencies: Record<string, readonly string[]>;
}

const { teamStack } = require(path.resolve(__dirname, "../support/team-stack.js")) as {
    teamStack(count: number, team: string): readonly Generated[];
};

/** How often the graph and the stack policies of a stack of so many functions read a property, and walk patterns. */
function work(count: number): { readonly reads: number; readonly walks: number } {
    const counted = { reads: 0, walks: 0 };
    const read = Value.prototype.at;
    const module = pattern as { witness: typeof pattern.witness };
    const { witness } = module;
    Value.prototype.at = function (this: Value, key: never) {
        counted.reads += 1;
        return read.call(this, key);
    } as typeof read;
    module.witness = (...sets) => {
        counted.walks += 1;
        return witness(...sets);
    };
    try {
        const stack = new Stack(
            teamStack(count, `team-${count}`).map(({ properties, dependencies, ...resource }) => ({
                ...resource,
                root: new Value(properties, "", { resource: resource.name }),
                dependencies: [...new Set(Object.values(dependencies).flat())],
                propertyDependencies: dependencies,
                protect: false,
            })),
        );
        for (const rule of rules) {
            if (rule.kind !== "stack") continue;
            const options = readOptions(rule.id, rule.options ?? {}, {}).values;
            const judgements = rule.check(stack, { options, environment: { stack: "prod", production: answer(true) } });
            for (const _ of (judgements ?? []) as Iterable<unknown>);
        }
        return counted;
    } finally {
        Value.prototype.at = read;
        module.witness = witness;
    }
}

describe("the graph and the policies on it", () => {
    it("do twice the work for twice the functions", () => {
        work(20); // Tables are read at their first use.
        const [one, two, four] = [work(60), work(120), work(240)];
        for (const kind of ["reads", "walks"] as const) {
            assert.ok(one[kind] > 0, kind);
            const [first, second] = [two[kind] - one[kind], four[kind] - two[kind]];
            assert.ok(second <= first * 2.1, `${kind}: ${one[kind]}, ${two[kind]}, ${four[kind]}`);
        }
    });
});
