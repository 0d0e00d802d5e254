import assert from "node:assert/strict";
import fc from "fast-check";
import { HttpApi, HttpRoute, LambdaFunction } from "../../model/aws";
import { yes } from "../../model/values";
import { declare, type Program, unknown } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import { type RegisteredResource, register } from "../support/programs";
import { stackRule } from "../support/rules";

/** The bad examples of all stack rules, each in names of its own, and checks that stay undecided. */
const undecided: Program = {
    unclear: declare(LambdaFunction, { role: unknown }),
    "unclear-too": declare(LambdaFunction, { role: unknown }),
    door: declare(HttpApi, { protocolType: "HTTP" }),
    route: declare(HttpRoute, { apiId: "a1b2c3d4e5", routeKey: unknown, target: unknown }),
};
const programs = [undecided, ...rules.flatMap((rule) => (rule.kind === "stack" ? [rule.bad] : []))];
const resources = programs.flatMap((program, index) =>
    register(program, "dev", false).map((one) => renamed(one, `p${index}-`)),
);
const broken = stackRule("broken-rule", "high", () => {
    throw new Error("broken");
});

/** One that goes through the stack from behind, and says of each function which stands first. */
const backwards = stackRule("backwards-rule", "high", (stack) => {
    const functions = stack.ofType(LambdaFunction);
    const message = `stands behind ${functions[0]?.name}`;
    return [...functions].reverse().map((resource) => ({ resource, when: yes, at: "", message }));
});
const judging = [...rules, broken, backwards];

function renamed(resource: RegisteredResource, prefix: string): RegisteredResource {
    const rename = (urn: string) => urn.replace(/::([^:]+)$/, `::${prefix}$1`);
    const edges = Object.entries(resource.propertyDependencies).map(([key, urns]) => [key, urns.map(rename)] as const);
    return {
        ...resource,
        urn: rename(resource.urn),
        name: prefix + resource.name,
        dependencies: resource.dependencies.map(rename),
        propertyDependencies: Object.fromEntries(edges),
    };
}

/** Single resources are answered as they come; the stack is answered once, and in order. */
async function seen(arranged: readonly RegisteredResource[]) {
    const { diagnostics } = await analyze(judging, arranged, { tags: { environment: "production" } });
    const single = new Set(rules.filter(({ kind }) => kind === "resource").map(({ id }) => id));
    return {
        single: diagnostics
            .filter(({ policy }) => single.has(policy))
            .map((one) => JSON.stringify(one))
            .sort(),
        stack: diagnostics.filter(({ policy }) => !single.has(policy)),
    };
}

describe("the order in which resources arrive", () => {
    it("changes neither what is reported nor where nor in which order", async () => {
        const first = await seen(resources);
        for (const rule of judging) {
            if (rule.kind === "stack")
                assert.ok(
                    first.stack.some(({ policy }) => policy === rule.id),
                    rule.id,
                );
        }
        for (const { id } of judging) {
            const urns = first.stack.filter(({ policy }) => policy === id).map(({ urn }) => urn);
            assert.deepEqual(urns, [...urns].sort(), id);
        }
        const order = fc.shuffledSubarray([...resources.keys()], { minLength: resources.length });
        await fc.assert(
            fc.asyncProperty(order, async (indices) => {
                const arranged = indices.flatMap((index) => resources[index] ?? []);
                assert.deepEqual(await seen(arranged), first);
            }),
            { numRuns: 25 },
        );
    });
});
