/** What the pack is configured with may hold a secret, by mistake or by a stray variable of a build: none is repeated. */
import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { type AnyRule, declare, type Program } from "../../pack";
import { settingsOptions } from "../../pack/settings";
import { rules } from "../../policies";
import { type AnalysisOptions, analyze } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";
import { badProgram, leavesOf, replaced } from "../support/trees";

/** A secret that looks like nothing else, so that whatever shows it took it over. */
const CANARY = 'canary"Bird/7f+q ü';
/** One that may stand where names, words, globs, numbers and days do. */
const PLAIN = "canaryBird7fq";
const FORMS = [CANARY, JSON.stringify(CANARY).slice(1, -1), encodeURIComponent(CANARY), "canary", "Bird"];

const SHAPES: readonly unknown[] = [CANARY, PLAIN].flatMap((canary) => [
    canary,
    `${canary}*`,
    `[${canary}`,
    [canary],
    [`${canary}|prod`],
    [[canary]],
    { value: canary },
    [{ resource: canary, reason: canary, expires: canary }],
    [{ resource: "*", reason: "agreed", expires: `2026-01-01${canary}` }],
    [{ policy: canary, resource: "*", reason: "agreed" }],
    [canary, 5, null, { inner: [canary] }],
]);

/** All that the pack says, to the engine, into the journal, and on both outputs of its process. */
async function said(judging: readonly AnyRule[], program: Program, options: AnalysisOptions = {}): Promise<string> {
    let printed = "";
    const outputs = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
    for (const { stream } of outputs)
        stream.write = ((text: unknown) => {
            printed += String(text);
            return true;
        }) as typeof stream.write;
    try {
        const { diagnostics, checks } = await analyze(judging, program, options);
        return `${JSON.stringify([diagnostics, checks])}\n${printed}`;
    } finally {
        for (const { stream, write } of outputs) stream.write = write;
    }
}

function assertUnseen(text: string, what: string): void {
    for (const form of FORMS) assert.ok(!text.toLowerCase().includes(form.toLowerCase()), `${what}: ${text}`);
}

const orders: Program = {
    orders: declare(LambdaFunction, { role: "r", environment: { variables: { DB_PASSWORD: "correct-horse" } } }),
};

/** The glob and the reason of an exemption that is one are for those who read the summary: they are shown. */
describe("no secret in what the pack is configured with is repeated", () => {
    for (const rule of rules) {
        it(`in an option of ${rule.id}, whatever its shape`, async () => {
            for (const option of [...Object.keys(rule.options ?? {}), "exemptions"])
                for (const shape of SHAPES) {
                    const configuration = { [rule.id]: { [option]: shape } };
                    const stack = rule.exampleStack ?? "dev";
                    assertUnseen(await said([rule], badProgram(rule), { configuration, stack }), option);
                }
        });
    }
    for (const setting of Object.keys(settingsOptions)) {
        it(`in the pack's setting ${setting}`, async () => {
            for (const shape of SHAPES)
                assertUnseen(
                    await said(rules, orders, { configuration: { "pack-settings": { [setting]: shape } } }),
                    setting,
                );
        });
    }
    it("in the stack's own configuration and tags", async () => {
        for (const shape of SHAPES) {
            const entries = Array.isArray(shape) ? shape : [shape];
            for (const stackExemptions of [false, true]) {
                const configuration = { "pack-settings": { stackExemptions } };
                const options = { configuration, stackExemptions: () => entries };
                assertUnseen(await said(rules, orders, options), "exemptions");
            }
        }
        for (const canary of [CANARY, PLAIN]) {
            assertUnseen(await said(rules, orders, { stackEnvironment: () => canary }), "environment");
            assertUnseen(await said(rules, orders, { tags: { environment: canary } }), "tags");
        }
    });

    describe("nor in what stops a rule", () => {
        const errors: Readonly<Record<string, () => unknown>> = {
            "in its text": () => new Error(`no table of ${CANARY}\n    at ${PLAIN} (/srv/${PLAIN}.js:1:1)`),
            "in its name": () => Object.assign(new Error("failed"), { name: PLAIN }),
            "in its stack": () =>
                Object.assign(new Error("failed"), { stack: `${PLAIN}\n    at x (/${PLAIN}.js:1:1)` }),
            "in its cause": () => new Error("failed", { cause: new Error(CANARY) }),
            "in several": () => new AggregateError([new Error(CANARY)], CANARY),
            "in what is no error": () => CANARY,
            "in an object": () => ({ message: CANARY, toString: () => CANARY }),
        };
        const stop = (error: () => unknown) => () => {
            throw error();
        };
        for (const [where, error] of Object.entries(errors)) {
            it(where, async () => {
                for (const rule of [
                    resourceRule("a-rule", "high", stop(error)),
                    stackRule("b-rule", "high", stop(error)),
                ]) {
                    const text = await said([rule], orders);
                    assert.match(text, /could not be completed/);
                    assertUnseen(text, where);
                }
            });
        }
    });

    describe("nor in a broken document", () => {
        const documents: Readonly<Record<string, string>> = {
            "broken off": `{"Version":"2012-10-17","Statement":[{"Sid":"${PLAIN}","Effect":"Allow","Action":"${PLAIN}`,
            "no JSON": `Version: ${PLAIN}`,
            "a text": JSON.stringify(CANARY),
            "a list": JSON.stringify([CANARY]),
            "of other keys": JSON.stringify({ Version: CANARY, Statement: CANARY, Id: CANARY }),
            "of a statement of no kind": JSON.stringify({ Statement: [{ Effect: CANARY, Principal: CANARY }] }),
            "of a condition of no kind": JSON.stringify({
                Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition: CANARY }],
            }),
        };
        for (const rule of rules) {
            it(`of ${rule.id}`, async () => {
                const program = badProgram(rule);
                const stack = rule.exampleStack ?? "dev";
                for (const place of [
                    ...new Map(leavesOf(program).map((at) => [at.slice(0, 2).join(), at.slice(0, 2)])).values(),
                ])
                    for (const [what, document] of Object.entries(documents))
                        assertUnseen(await said([rule], replaced(program, place, document), { stack }), what);
            });
        }
    });
});
