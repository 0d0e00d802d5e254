import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { declare } from "../../pack";
import { covers, exemptionOf, isExpired, stackExemptionOf } from "../../pack/exemptions";
import { SETTINGS_POLICY } from "../../pack/settings";
import { type AnalysisOptions, analyze, reported } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const TODAY = "2026-11-24";
const of = (name: string) => ({
    name,
    urn: `urn:pulumi:dev::shop::my:index:Api$aws:lambda/function:Function::${name}`,
});

describe("an exemption", () => {
    describe("covers", () => {
        const rows: readonly (readonly [glob: string, name: string, covered: boolean])[] = [
            ["orders", "orders", true],
            ["orders", "orders-2", false],
            ["orders", "my-orders", false],
            ["Orders", "orders", false],
            ["orders-*", "orders-api", true],
            ["orders-*", "orders-", true],
            ["*", "orders", true],
            ["*", ".hidden", true],
            ["*", "a/b/c", true],
            ["a/*", "a/b/c", true],
            ["a/b/c", "a/b/c", true],
            ["a/?/c", "a/b/c", true],
            ["*/c", "a/b/c", true],
            ["a/b", "a/b/c", false],
            ["{read,write}-orders", "write-orders", true],
            ["{read,write}-orders", "list-orders", false],
            ["orders-[0-9]", "orders-7", true],
            ["a::b", "a::b", true],
            ["urn:pulumi:dev::shop::*::orders", "orders", true],
            ["urn:pulumi:*::aws:lambda/function:Function::orders", "orders", false],
            ["urn:pulumi:*aws:lambda/function:Function::orders", "orders", true],
            ["urn:pulumi:prod::**", "orders", false],
            ["urn:pulumi:dev::**", "a/b", true],
            ["urn:**::a/b", "a/b", true],
            ["[", "orders", false],
            ["(", "orders", false],
        ];
        for (const [glob, name, covered] of rows) {
            it(`${glob}: ${covered ? "" : "not "}${name}`, () => {
                assert.equal(covers({ resource: glob, reason: "agreed" }, of(name)), covered);
            });
        }
    });

    describe("holds to the end of its last day, in UTC", () => {
        const exemption = { resource: "*", reason: "agreed", expires: "2026-11-24" };
        for (const [now, expired] of [
            ["2026-11-23T12:00:00Z", false],
            ["2026-11-24T00:00:00Z", false],
            ["2026-11-24T23:59:59Z", false],
            ["2026-11-25T00:00:00Z", true],
            ["2027-01-01T00:00:00Z", true],
            ["2026-11-24T23:30:00-02:00", true],
        ] as const) {
            it(`at ${now}: ${expired ? "expired" : "holds"}`, () => {
                assert.equal(isExpired(exemption, new Date(now)), expired);
            });
        }
        it("without a day, holds", () => {
            assert.equal(isExpired({ resource: "*", reason: "agreed" }, new Date("2999-01-01")), false);
        });
    });

    describe("needs a resource and a reason", () => {
        const rows: readonly (readonly [string, unknown, boolean])[] = [
            ["both", { resource: "*", reason: "agreed" }, true],
            ["and takes a day", { resource: "*", reason: "agreed", expires: "2026-12-31" }, true],
            ["no reason", { resource: "*" }, false],
            ["an empty reason", { resource: "*", reason: " " }, false],
            ["no resource", { reason: "agreed" }, false],
            ["a day that is none", { resource: "*", reason: "agreed", expires: "2026-13-01" }, false],
            ["a day in words", { resource: "*", reason: "agreed", expires: "next year" }, false],
            [
                "and takes a day that YAML made a time of",
                { resource: "*", reason: "agreed", expires: "2026-12-31T00:00:00Z" },
                true,
            ],
            [
                "and takes a day as the engine prints it",
                { resource: "*", reason: "agreed", expires: "2026-12-31 00:00:00 +0000 UTC" },
                true,
            ],
            [
                "and takes a day that is a date",
                { resource: "*", reason: "agreed", expires: new Date("2026-12-31") },
                true,
            ],
            ["31 February", { resource: "*", reason: "agreed", expires: "2026-02-31" }, false],
            ["29 February of no leap year", { resource: "*", reason: "agreed", expires: "2026-02-29" }, false],
            ["29 February of a leap year", { resource: "*", reason: "agreed", expires: "2028-02-29" }, true],
            ["a time of a day", { resource: "*", reason: "agreed", expires: "2026-12-31T12:30:00Z" }, false],
            ["a date that is none", { resource: "*", reason: "agreed", expires: new Date("never") }, false],
            ["a day that is null", { resource: "*", reason: "agreed", expires: null }, false],
            [
                "a field too many, such as a misspelt one",
                { resource: "*", reason: "agreed", expire: "2026-12-31" },
                false,
            ],
            ["a text", "orders", false],
            ["nothing", undefined, false],
        ];
        for (const [what, given, accepted] of rows) {
            it(`${what}: ${accepted}`, () => {
                assert.equal(exemptionOf(given) !== undefined, accepted);
                const named = typeof given === "object" ? { ...given, policy: "p" } : given;
                assert.equal(stackExemptionOf(named) !== undefined, accepted);
            });
        }
        it("and a policy, where the stack gives it", () => {
            assert.equal(stackExemptionOf({ resource: "*", reason: "agreed" }), undefined);
            assert.equal(stackExemptionOf({ resource: "*", reason: "agreed", policy: "" }), undefined);
        });
    });
});

const program = {
    "orders/read": declare(LambdaFunction, { role: "r" }),
    write: declare(LambdaFunction, { role: "r" }),
};

for (const [kind, rule] of Object.entries({
    "on resources": resourceRule("handler-given"),
    "on the graph": stackRule("handler-given"),
})) {
    describe(`exemptions of a policy ${kind}`, () => {
        const run = (exemptions: readonly object[], options: AnalysisOptions = {}) =>
            analyze([rule], program, { today: TODAY, configuration: { "handler-given": { exemptions } }, ...options });

        it("take the finding away and count it, with its reason", async () => {
            const { diagnostics, checks } = await run([{ resource: "orders/*", reason: "a custom runtime" }]);
            assert.deepEqual(reported(diagnostics, "handler-given"), ["write"]);
            assert.deepEqual(
                checks.map(({ verdict, reason }) => [verdict, reason]),
                [
                    ["exempted", "a custom runtime"],
                    ["violation", undefined],
                ],
            );
            const summary = diagnostics.filter(({ policy }) => policy === "exemptions");
            assert.deepEqual(
                summary.map(({ level, message }) => [level, message.split("\n").slice(1)]),
                [["advisory", ["1 finding exempted:", "handler-given at orders/read: a custom runtime"]]],
            );
        });
        it("are told in one summary, however many", async () => {
            const { diagnostics } = await run([{ resource: "*", reason: "agreed" }]);
            const [summary, ...more] = diagnostics.filter(({ policy }) => policy === "exemptions");
            assert.deepEqual(more, []);
            assert.match(summary?.message ?? "", /2 findings exempted:/);
        });
        for (const [day, expires, holds] of [
            ["yesterday", "2026-11-23", false],
            ["today", "2026-11-24", true],
            ["tomorrow", "2026-11-25", true],
        ] as const) {
            it(`whose last day ${holds ? "is" : "was"} ${day} ${holds ? "hold" : "no longer hold, and the finding says so"}`, async () => {
                const { diagnostics } = await run([{ resource: "write", reason: "agreed", expires }]);
                const found = diagnostics.filter(
                    ({ policy, urn }) => policy === "handler-given" && urn.endsWith("::write"),
                );
                assert.equal(found.length, holds ? 0 : 1);
                if (!holds)
                    assert.match(
                        found[0]?.message ?? "",
                        /\nNote: the exemption of this resource expired on 2026-11-23\.$/,
                    );
            });
        }
        it("that hold count, whatever else has expired", async () => {
            const { diagnostics } = await run([
                { resource: "*", reason: "old", expires: "2020-01-01" },
                { resource: "*", reason: "new" },
            ]);
            assert.deepEqual(reported(diagnostics, "handler-given"), []);
        });
        it("that cover nothing change nothing, and are named", async () => {
            const { diagnostics } = await run([
                { resource: "elsewhere", reason: "agreed" },
                { resource: "*", reason: "old", expires: "2020-01-01" },
            ]);
            assert.equal(reported(diagnostics, "handler-given").length, 2);
            assert.deepEqual(
                diagnostics
                    .filter(({ policy }) => policy === "exemptions")
                    .map(({ level, message }) => [level, message.split("\n").slice(1)]),
                [
                    [
                        "advisory",
                        [
                            "1 exemption names no resource of this stack, so it exempts nothing here:",
                            "exemptions[0] of handler-given: elsewhere",
                        ],
                    ],
                ],
            );
        });
        for (const [what, exemption, said] of [
            [
                "whose glob is broken",
                { resource: "write[", reason: "agreed" },
                /^exemptions\[0\] of handler-given matches nothing: a bracket/,
            ],
            [
                "whose last day does not exist",
                { resource: "write", reason: "agreed", expires: "2027-02-31" },
                /^exemptions\[0\] of handler-given ignored: its last day, expires, is no day of the calendar/,
            ],
        ] as const) {
            it(`${what} are named, and hold for nothing`, async () => {
                const { diagnostics } = await run([exemption]);
                assert.equal(diagnostics.filter(({ message }) => message.includes("handler: absent")).length, 2);
                const [named, ...more] = diagnostics.filter(({ policy }) => policy === "exemptions");
                assert.deepEqual(more, []);
                assert.match(named?.message.split("\n")[1] ?? "", said);
            });
        }
        it("have their reasons shown without what forges lines", async () => {
            const { diagnostics, checks } = await run([{ resource: "write", reason: "a\n::error::b\u001b[2J\u202ec" }]);
            const shown = "a\\u000a::error::b\\u001b[2J\\u202ec";
            assert.ok(diagnostics.some(({ message }) => message.endsWith(`handler-given at write: ${shown}`)));
            assert.ok(checks.some(({ reason }) => reason === shown));
        });

        describe("in the stack's own configuration", () => {
            const given = [{ policy: "handler-given", resource: "write", reason: "reviewed with the program" }];
            const summaryOf = async (options: AnalysisOptions) => {
                const { diagnostics } = await run([], options);
                return {
                    found: reported(diagnostics, "handler-given"),
                    said: diagnostics.filter(({ policy }) => policy === "exemptions").map(({ message }) => message),
                };
            };
            const allowed = {
                configuration: { [SETTINGS_POLICY]: { stackExemptions: true } },
            };
            it("count where the pack's settings allow them", async () => {
                const { found, said } = await summaryOf({ stackExemptions: () => given, ...allowed });
                assert.deepEqual(found, ["orders/read"]);
                assert.match(said.join("\n"), /handler-given at write: reviewed with the program/);
            });
            it("do not count where they do not, and that is said", async () => {
                const { found, said } = await summaryOf({ stackExemptions: () => given });
                assert.equal(found.length, 2);
                assert.match(
                    said.join("\n"),
                    /1 exemption in the stack's configuration ignored: .*pack-settings\.stackExemptions/,
                );
            });
            it("are named where they are broken or name no policy of the pack", async () => {
                const broken = [
                    { policy: "handler-given", resource: "*" },
                    { ...given[0], policy: "no-such-policy" },
                    5,
                ];
                const { found, said } = await summaryOf({ stackExemptions: () => broken, ...allowed });
                assert.equal(found.length, 2);
                assert.deepEqual(
                    said.map((message) => message.split("\n").slice(1).join("\n")),
                    [
                        "aws-serverless-security:exemptions[0] ignored: it needs policy, resource and reason.",
                        "aws-serverless-security:exemptions[1] ignored: this pack has no policy of that name.",
                        "aws-serverless-security:exemptions[2] ignored: it needs policy, resource and reason.",
                    ],
                );
            });
            it("are not known to an audit, which says so where they could count", async () => {
                const said = async (options: AnalysisOptions) => (await summaryOf({ phase: "audit", ...options })).said;
                assert.match((await said(allowed)).join(), /a state does not hold it/);
                assert.deepEqual(await said({}), []);
                assert.deepEqual((await summaryOf({ phase: "preview", ...allowed })).said, []);
            });
            it("end on their last day too", async () => {
                const expired = given.map((one) => ({ ...one, expires: "2026-11-23" }));
                assert.equal((await summaryOf({ stackExemptions: () => expired, ...allowed })).found.length, 2);
            });
        });
    });
}
