import assert from "node:assert/strict";
import fc from "fast-check";
import type { ResourceType } from "../../model/aws";
import * as types from "../../model/aws/types";
import { UNKNOWN } from "../../model/values";
import { type AnyRule, typesOf } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import type { RegisteredResource } from "../support/programs";
import { badProgram, leavesOf, replaced } from "../support/trees";

const SENTINELS = [UNKNOWN, `arn:aws:s3:::${UNKNOWN}/*`, "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"];
const KEYS = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "length", "then", "", "a.b", "0"];
/** Words that rules look for, so that junk gets past the first question. */
const WORDS = [
    "*",
    "Allow",
    "NONE",
    "true",
    "arn:aws:iam::aws:policy/AdministratorAccess",
    "lambda.amazonaws.com",
    "[]",
    "{}",
];
const LONG = [
    "a".repeat(200_000),
    "a-".repeat(50_000),
    "://".repeat(30_000),
    "eyJ".repeat(30_000),
    '{"a":'.repeat(3_000),
];

const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 8 }));
const leaf = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(null, true, false, 0, -1, 1e308, "", " ") },
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 3, arbitrary: fc.constantFrom(...SENTINELS) },
    { weight: 2, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
);
const { junk } = fc.letrec((tie) => ({
    junk: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        leaf,
        fc.array(tie("junk"), { maxLength: 4 }),
        fc.dictionary(key, tie("junk"), { maxKeys: 4, noNullPrototype: false }),
        tie("statement"),
    ),
    statement: fc.record(
        {
            Effect: fc.oneof(fc.constant("Allow"), tie("junk")),
            Action: fc.oneof(fc.constant("*"), tie("junk")),
            Resource: fc.oneof(fc.constant("*"), tie("junk")),
            Principal: tie("junk"),
            Condition: tie("junk"),
            Sid: tie("junk"),
        },
        { requiredKeys: [] },
    ),
}));
const asText = junk.map((tree) => JSON.stringify(tree));
const property = fc.oneof(
    junk,
    asText,
    junk.map((Statement) => ({ Statement })),
    junk.map((Statement) => JSON.stringify({ Statement })),
);

/** What the properties of a rule's types are called, as far as the rules ask: the keys of all examples, and some more. */
const names = [
    ...new Set([
        ...rules.flatMap((rule) => Object.values(badProgram(rule)).flatMap(({ inputs }) => Object.keys(inputs))),
        ...["arn", "id", "name", "tags", "body", "roles", "inlinePolicies", "managedPolicyArns", "permissionsBoundary"],
        ...[
            "policyArn",
            "conditions",
            "actions",
            "targetGroupArn",
            "listenerArn",
            "sourceArn",
            "keyName",
            "uri",
            "path",
        ],
        ...["restApi", "resourceId", "httpMethod", "parentId", "pathPart", "engineMode", "encrypted", "insecureValue"],
    ]),
];
const inputs = fc.dictionary(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: key }),
    property,
    {
        maxKeys: 8,
    },
);
const allTypes: readonly ResourceType[] = Object.values(types);

function resource(type: ResourceType, index: number, properties: Record<string, unknown>): RegisteredResource {
    const name = `junk-${index}`;
    return {
        urn: `urn:pulumi:dev::example::${type.token}::${name}`,
        type: type.token,
        name,
        inputs: properties,
        outputs: properties,
        dependencies: [],
        propertyDependencies: {},
        protect: false,
    };
}

/** Every property may depend on every resource, itself too. */
function entangled(resources: readonly RegisteredResource[]): readonly RegisteredResource[] {
    const urns = resources.map(({ urn }) => urn);
    return resources.map((one) => ({
        ...one,
        dependencies: urns,
        propertyDependencies: Object.fromEntries(Object.keys(one.inputs).map((property) => [property, urns])),
    }));
}

async function assertSound(given: Parameters<typeof analyze>[1], judging: readonly AnyRule[] = rules): Promise<void> {
    const { checks } = await analyze(judging, given);
    assert.deepEqual(
        checks.filter(({ verdict }) => verdict === "failed").map(({ policy, fact }) => `${policy}: ${fact}`),
        [],
    );
}

describe("no input stops a rule", () => {
    for (const rule of rules) {
        it(`${rule.id}: junk in place of every property`, async () => {
            const type = fc.constantFrom(...typesOf(rule));
            await fc.assert(
                fc.asyncProperty(type, inputs, (one, properties) =>
                    assertSound([resource(one, 0, properties)], [rule]),
                ),
                { numRuns: 100 },
            );
        });
        it(`${rule.id}: junk at one leaf of its bad example`, async () => {
            const program = badProgram(rule);
            await fc.assert(
                fc.asyncProperty(fc.constantFrom(...leavesOf(program)), property, (place, value) =>
                    assertSound(replaced(program, place, value), [rule]),
                ),
                { numRuns: 60 },
            );
        });
        it(`${rule.id}: huge texts at every leaf of its bad example, in good time`, async () => {
            const program = badProgram(rule);
            const started = process.cpuUsage();
            for (const place of leavesOf(program)) {
                for (const long of LONG) await analyze([rule], replaced(program, place, long));
            }
            const { user, system } = process.cpuUsage(started);
            const each = (user + system) / 1000 / (leavesOf(program).length * LONG.length);
            // What grows faster than its input takes minutes.
            assert.ok(each < 1000, `${each.toFixed(0)} ms of the processor's time for one`);
        });
    }
    it("in a stack of junk of every type, each of which depends on all", async () => {
        const stack = fc.array(fc.tuple(fc.constantFrom(...allTypes), inputs), { minLength: 1, maxLength: 12 });
        await fc.assert(
            fc.asyncProperty(stack, (given) =>
                assertSound(entangled(given.map(([type, properties], index) => resource(type, index, properties)))),
            ),
            { numRuns: 300 },
        );
    });
});
