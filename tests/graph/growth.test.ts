import assert from "node:assert/strict";
import path from "node:path";
import { Stack } from "../../model/graph";
import * as pattern from "../../model/iam/pattern";
import { Value } from "../../model/values";
import { readEnvironment } from "../../pack/environment";
import { readOptions } from "../../pack/options";
import { standardSettings } from "../../pack/settings";
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

const { doorStack } = require(path.resolve(__dirname, "../support/door-stack.js")) as {
    doorStack(count: number): readonly Generated[];
};

interface Work {
    readonly reads: number;
    readonly walks: number;
}

/** How often the graph and the stack policies of a stack read a property, and walk patterns. */
function work(program: readonly Generated[]): Work {
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
            program.map(({ properties, dependencies, ...resource }) => ({
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
            const judgements = rule.check(stack, {
                options,
                environment: readEnvironment("prod", new Map(), standardSettings),
            });
            for (const _ of (judgements ?? []) as Iterable<unknown>);
        }
        return counted;
    } finally {
        Value.prototype.at = read;
        module.witness = witness;
    }
}

describe("the graph and the policies on it", () => {
    const programs: Readonly<Record<string, (count: number) => readonly Generated[]>> = {
        functions: (count) => teamStack(count, `team-${count}`),
        "functions behind doors": doorStack,
    };
    for (const [what, program] of Object.entries(programs)) {
        it(`do twice the work for twice the ${what}`, () => {
            work(program(20)); // Tables are read at their first use.
            const [one, two, four] = [work(program(80)), work(program(160)), work(program(320))];
            for (const kind of ["reads", "walks"] as const) {
                assert.ok(one[kind] > 0 || program === doorStack, kind);
                const [first, second] = [two[kind] - one[kind], four[kind] - two[kind]];
                assert.ok(second <= first * 2.1, `${kind}: ${one[kind]}, ${two[kind]}, ${four[kind]}`);
            }
            assert.ok(one.reads > 0);
        });
    }
});
