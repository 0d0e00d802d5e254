/** What a rule needs must name all that it can have something to say about, else a stack with only the rest passes unjudged. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Stack } from "../../model/graph";
import { UNKNOWN, Value } from "../../model/values";
import { type StackRule, stackPart, typesOf } from "../../pack";
import { readEnvironment } from "../../pack/environment";
import { standardSettings } from "../../pack/settings";
import { rules } from "../../policies";
import { type RegisteredResource, register } from "../support/programs";

/** Source: @pulumi/pulumi, runtime/rpc. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

const stackRules = rules.flatMap((rule) => stackPart(rule) ?? []);
const { table } = JSON.parse(readFileSync(path.resolve(__dirname, "../../data/synthetic/resources.json"), "utf8")) as {
    table: Readonly<Record<string, string>>;
};

/** One resource of every type that the provider has, with every property unknown. */
const unknowns = Object.entries(table).map(([type, properties]): RegisteredResource => {
    const names = [...properties.matchAll(/~?(\w+):/g)].map(([, name]) => name as string);
    const outputs = Object.fromEntries(names.map((name) => [name, UNKNOWN]));
    const urn = `urn:pulumi:prod::example::${type}::unknown`;
    const edges = { dependencies: [], propertyDependencies: {} };
    return { urn, type, name: type, inputs: outputs, outputs: { ...outputs, id: UNKNOWN }, ...edges, protect: false };
});
/** What every rule reports. */
const examples = (unknownOutputs: boolean) =>
    stackRules.flatMap((rule) =>
        register(rule.bad, rule.exampleStack ?? "dev", unknownOutputs).map((one) => ({
            ...one,
            urn: `${one.urn}-${rule.id}`,
            dependencies: one.dependencies.map((urn) => `${urn}-${rule.id}`),
            propertyDependencies: Object.fromEntries(
                Object.entries(one.propertyDependencies).map(([key, urns]) => [
                    key,
                    urns.map((urn) => `${urn}-${rule.id}`),
                ]),
            ),
        })),
    );
const kinds = {
    "of resources of every type, with nothing known": unknowns,
    "of all rules' examples": examples(false),
    "of all rules' examples, with outputs unknown": examples(true),
};

/** As a stack policy sees it: without marks. */
function unmarked(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(unmarked);
    if (typeof node !== "object" || node === null) return node;
    const isSecret = (node as Record<string, unknown>)[SIGNATURE] === SECRET;
    if (isSecret) return unmarked((node as { readonly value: unknown }).value);
    return Object.fromEntries(Object.entries(node).map(([key, below]) => [key, unmarked(below)]));
}

/** Where the rule has something to say, without asking whether it applies. */
function said(rule: StackRule, resources: readonly RegisteredResource[]): readonly string[] {
    const stack = new Stack(
        resources.map((one) => ({ ...one, root: new Value(unmarked(one.outputs), "", { resource: one.name }) })),
    );
    const options = Object.fromEntries(
        Object.entries(rule.options ?? {}).map(([key, option]) => [key, option.default]),
    );
    const found = rule.check(stack, { options, environment: readEnvironment("prod", new Map(), standardSettings) });
    const judgements = found === undefined ? [] : Symbol.iterator in found ? [...found] : [found];
    return judgements.flatMap(({ resource, at, when }) =>
        when.is === "no" ? [] : [`${resource.type} ${typeof at === "string" ? at : at.path}`],
    );
}

describe("what a rule needs", () => {
    for (const rule of stackRules) {
        const needed = new Set(typesOf(rule).map(({ token }) => token));
        for (const [kind, resources] of Object.entries(kinds)) {
            it(`${rule.id} is silent without it, in a stack ${kind}`, () => {
                assert.deepEqual(
                    said(
                        rule,
                        resources.filter(({ type }) => !needed.has(type)),
                    ),
                    [],
                );
            });
        }
        it(`${rule.id} speaks with it`, () => {
            // Beside other examples what is for a whole account may settle it.
            const alone = register(rule.bad, rule.exampleStack ?? "dev", false);
            assert.notDeepEqual(
                [alone, examples(false), examples(true)].flatMap((all) => said(rule, all)),
                [],
            );
        });
    }
});
