import assert from "node:assert/strict";
import Ajv from "ajv";
import fc from "fast-check";
import { LambdaFunction } from "../../model/aws";
import { answer } from "../../model/values";
import { choices, declare, defineRule, flag, integer, strings } from "../../pack";
import { exemptionsOption } from "../../pack/exemptions";
import { configSchema } from "../../pack/metadata";
import { ConfigurationError, type Option, type Options, readOptions } from "../../pack/options";
import { packOf } from "../../pack/pack";
import { strictProfile } from "../../pack/profile";
import { SETTINGS_POLICY, settingsOptions, standardSettings } from "../../pack/settings";
import { rules } from "../../policies";
import { analyze, reported } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const options = {
    strict: flag("Whether to be strict.", false),
    most: integer("How many.", 3, 1, 10),
    services: strings("Which services.", ["logs"]),
    kinds: choices("Which kinds.", ["red", "green"], ["red"]),
} satisfies Options;

const standard = { strict: false, most: 3, services: ["logs"], kinds: ["red"] };

describe("a policy's options", () => {
    it("are its defaults where nothing is given", () => {
        assert.deepEqual(readOptions("p", options, {}), { values: standard });
    });
    it("are what is given, beside the defaults of the rest", () => {
        assert.deepEqual(readOptions("p", options, { strict: true, kinds: [] }), {
            values: { ...standard, strict: true, kinds: [] },
        });
    });

    const refused: Readonly<Record<string, readonly [given: Record<string, unknown>, field: string, accepts: RegExp]>> =
        {
            "a field that does not exist": [
                { stirct: true },
                "stirct",
                /^left out: the options are strict, most, services, kinds$/,
            ],
            "a field of every object": [{ constructor: 1 }, "constructor", /^left out: /],
            "a flag as text": [{ strict: "true" }, "strict", /^true or false$/],
            null: [{ strict: null }, "strict", /^true or false$/],
            "a number below the least": [{ most: 0 }, "most", /^a whole number from 1 to 10$/],
            "a number above the greatest": [{ most: 11 }, "most", /^a whole number from 1 to 10$/],
            "a fraction": [{ most: 1.5 }, "most", /^a whole number from 1 to 10$/],
            "a text in place of a list": [{ services: "logs" }, "services", /^a list of texts/],
            "a list with a number": [{ services: ["logs", 5] }, "services", /^a list of texts/],
            "a list with an empty text": [{ services: [""] }, "services", /^a list of texts/],
            "none of the choices": [{ kinds: ["blue"] }, "kinds", /^a list of red, green$/],
        };
    for (const [what, [given, field, accepts]] of Object.entries(refused)) {
        it(`are the defaults for ${what}, with the policy, the field and what is accepted`, () => {
            const { values, misfit: error } = readOptions("the-policy", options, { kinds: ["green"], ...given });
            assert.deepEqual(values, standard);
            assert.ok(error instanceof ConfigurationError);
            assert.deepEqual([error.policy, error.field], ["the-policy", field]);
            assert.match(error.accepts, accepts);
            assert.equal(error.message, `configuration of the-policy: "${field}" must be ${error.accepts}`);
        });
    }
});

describe("the schemas that the engine is given", () => {
    const ajv = new Ajv({ strict: true });
    const day = fc.constantFrom("2026-01-31", "2026-13-01", "2026-02-45", "2026-2-1", "tomorrow", "2026-01-31T00:00");
    const exemption = fc.record(
        {
            resource: fc.oneof(fc.string(), fc.constantFrom("*", " ", "", "urn:*", "a".repeat(1024), "a".repeat(1025))),
            reason: fc.oneof(fc.string(), fc.constantFrom("agreed", "\t", "")),
            expires: fc.oneof(day, fc.jsonValue()),
            approver: fc.string(),
        },
        { requiredKeys: [] },
    );
    const words = fc.constantFrom("critical", "high", "low", "none", "", "dev*", "a".repeat(1025));
    const given = fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.boolean(),
        fc.integer({ min: -5, max: 400 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(words, { maxLength: 3 }),
        fc.array(fc.oneof(words, fc.jsonValue()), { maxLength: 3 }),
        fc.array(exemption, { maxLength: 3 }),
    );
    const every: readonly (readonly [string, Option<unknown>])[] = [
        ...Object.entries(options).map(([name, option]) => [`an example's ${name}`, option] as const),
        ...Object.entries(settingsOptions).map(([name, option]) => [`${SETTINGS_POLICY}.${name}`, option] as const),
        ["exemptions", exemptionsOption],
        ...rules.flatMap(({ id, options: own = {} }) =>
            Object.entries(own).map(([name, option]) => [`${id}.${name}`, option] as const),
        ),
    ];
    for (const [name, option] of every) {
        it(`accept of ${name} exactly what the policy accepts`, () => {
            const validate = ajv.compile(option.schema);
            fc.assert(
                fc.property(given, (value) => {
                    assert.equal(option.accepted(value), validate(value), option.accepts);
                }),
                { numRuns: 400 },
            );
        });
        it(`give ${name} the default that the policy uses`, () => {
            assert.deepEqual(option.schema.default, option.default);
            // An option that nobody need give may have none.
            assert.ok(option.default === undefined || option.accepted(option.default));
            assert.ok(option.schema.description, "no description");
        });
    }
    it("use nothing that the engine's validator refuses", () => {
        for (const policy of packOf(rules, { stackExemptions: () => [] }).policies) {
            assert.doesNotMatch(
                JSON.stringify(policy.configSchema ?? {}),
                /"(?:\$ref|oneOf|anyOf|allOf|not|if)":/,
                policy.name,
            );
        }
    });
    it("are off where a rule is of the strict profile, and on in its configuration", () => {
        const strict = rules.filter(({ profile }) => profile === "strict").map(({ id }) => id);
        const off = packOf(rules, { stackExemptions: () => [] }).policies.filter(
            ({ enforcementLevel }) => enforcementLevel === "disabled",
        );
        assert.ok(strict.length > 0);
        assert.deepEqual(off.map(({ name }) => name).sort(), [...strict].sort());
        const profile = strictProfile(rules);
        for (const id of strict) assert.match(JSON.stringify(profile[id]), /advisory|mandatory/);
    });
    it("of the strict profile fit the rules that they are of", () => {
        for (const { id, options = {}, strict } of rules) {
            if (!strict) continue;
            const { values, misfit } = readOptions(id, options, strict);
            assert.equal(misfit, undefined);
            assert.deepEqual({ ...values, ...strict }, values);
        }
    });
    it("have a field for exemptions on every rule, and none that the engine reserves", () => {
        for (const rule of rules) {
            const { properties } = configSchema(rule.options ?? {});
            assert.ok("exemptions" in properties);
            assert.ok(!("enforcementLevel" in properties), rule.id);
        }
    });
});

describe("a configuration that does not fit", () => {
    const program = { first: declare(LambdaFunction, { role: "r" }), second: declare(LambdaFunction, { role: "r" }) };
    const VALUE = "correct-horse-battery";
    for (const [kind, rule] of Object.entries({
        "on resources": resourceRule("misread-rule"),
        "on the graph": stackRule("misread-rule"),
    })) {
        for (const [what, configuration, said] of [
            ["an unknown field", { [VALUE.replaceAll("-", "")]: 1 }, /must be left out: the options are exemptions/],
            [
                "a broken exemption",
                { exemptions: [{ resource: VALUE }] },
                /exemptions must be a list of \{ resource, reason/,
            ],
            ["exemptions that are no list", { exemptions: VALUE }, /exemptions must be a list of/],
            ["exemptions of null", { exemptions: null }, /exemptions must be a list of/],
        ] as const) {
            it(`is said once by a policy ${kind}, which judges by its defaults, at its own level: ${what}`, async () => {
                const other = resourceRule("other-rule");
                const { diagnostics, checks } = await analyze([rule, other], program, {
                    configuration: { "misread-rule": configuration },
                });
                const own = diagnostics.filter(({ policy }) => policy === "misread-rule");
                assert.deepEqual(
                    own.map(({ level }) => level),
                    ["mandatory", "mandatory", "mandatory"],
                );
                const [misfit] = own.filter(({ message }) => message.includes("not configured as its schema asks"));
                assert.match(misfit?.message ?? "", said);
                assert.match(
                    misfit?.message ?? "",
                    /Fix: Correct \w+ of misread-rule in the policy pack's configuration\./,
                );
                assert.ok(!(misfit?.message ?? "").includes(VALUE));
                assert.equal(checks.filter(({ verdict }) => verdict === "failed").length, 1);
                assert.deepEqual(reported(diagnostics, "other-rule"), ["first", "second"]);
            });
        }
        it(`leaves a policy ${kind} its exemptions that are some`, async () => {
            const { diagnostics } = await analyze([rule], program, {
                configuration: {
                    "misread-rule": {
                        stirct: 1,
                        exemptions: [{ resource: "first", reason: "agreed" }, { resource: "*" }],
                    },
                },
            });
            const findings = diagnostics.filter(({ message }) => message.includes("handler: absent"));
            assert.deepEqual(reported(findings, "misread-rule"), ["second"]);
        });
    }
    it("names a policy that the pack does not have, once, and the one that may be meant", async () => {
        const { diagnostics } = await analyze([resourceRule("other-rule")], program, {
            configuration: { "othr-rule": { exemptions: [] }, "some-tool": {}, all: {}, "other-rule": {} },
        });
        assert.deepEqual(
            diagnostics.filter(({ policy }) => policy === SETTINGS_POLICY).map(({ message }) => message.split("\n")[1]),
            [
                'The configuration names "othr-rule", a policy that this pack does not have, so what it sets holds for none. Is other-rule meant?',
                'The configuration names "some-tool", a policy that this pack does not have, so what it sets holds for none.',
            ],
        );
        assert.deepEqual(reported(diagnostics, "other-rule"), ["first", "second"]);
    });
    it("of the pack's settings is said once, and the standard settings apply", async () => {
        const { diagnostics } = await analyze([resourceRule("other-rule")], program, {
            configuration: { [SETTINGS_POLICY]: { undecidedIsMandatory: ["urgent"] } },
        });
        const own = diagnostics.filter(({ policy }) => policy === SETTINGS_POLICY);
        assert.deepEqual(
            own.map(({ level }) => level),
            ["mandatory"],
        );
        assert.match(own[0]?.message ?? "", /"undecidedIsMandatory" must be a list of critical, high, medium, low/);
        assert.deepEqual(reported(diagnostics, "other-rule"), ["first", "second"]);
    });
    it("is refused where a glob is empty, and nothing fails for it", async () => {
        const { diagnostics } = await analyze([resourceRule("other-rule")], program, {
            configuration: { [SETTINGS_POLICY]: { productionStacks: [""] } },
        });
        assert.deepEqual(reported(diagnostics, SETTINGS_POLICY), ["first"]);
        assert.deepEqual(reported(diagnostics, "other-rule"), ["first", "second"]);
    });
    it("the standard settings are the defaults of their schema", () => {
        assert.deepEqual(readOptions(SETTINGS_POLICY, settingsOptions, {}).values, standardSettings);
    });
});

describe("a rule's options", () => {
    it("reach its check", async () => {
        const seen: unknown[] = [];
        const rule = defineRule({
            ...resourceRule("watching-rule"),
            resource: [LambdaFunction],
            options,
            check: (_inputs, context) => {
                seen.push(context.options);
                return { when: answer(false), at: "", message: "" };
            },
        });
        await analyze(
            [rule],
            { only: declare(LambdaFunction, { role: "r" }) },
            { configuration: { "watching-rule": { most: 7 } } },
        );
        assert.deepEqual(seen, [{ strict: false, most: 7, services: ["logs"], kinds: ["red"] }]);
    });
});
