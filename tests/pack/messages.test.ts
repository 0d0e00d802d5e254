import assert from "node:assert/strict";
import fc from "fast-check";
import { LambdaFunction } from "../../model/aws";
import { type AnyRule, declare, functionAllowed, type Program } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import { badProgram, leavesOf, replaced } from "../support/trees";

/** Forms in which an input makes rules fire: around the marker stands what they look for. */
const FORMS: Readonly<Record<string, (marker: string) => unknown>> = {
    "by itself": (marker) => marker,
    "in a list": (marker) => [marker, "*"],
    "in an object": (marker) => ({ inner: marker, AWS: marker }),
    "as a service's every action": (marker) => `${marker}:*`,
    "as every service's action": (marker) => `*:${marker}*`,
    "as an action of a known service": (marker) => `iam:${marker}*`,
    "as a managed policy": (marker) => `arn:aws:iam::aws:policy/${marker}/AdministratorAccess`,
    "as a role elsewhere": (marker) => `arn:aws:iam::111122223333:role/${marker}`,
    "as a service principal": (marker) => `${marker}.amazonaws.com`,
    "as a catch-all route": (marker) => `ANY /${marker}/{proxy+}`,
    "as a credential": (marker) => `postgres://user:${marker}@db.internal/orders`,
    "as a key id": (marker) => `${marker} AKIAIOSFODNN7EXAMPLE`,
};
/** Long enough that no message holds one by chance; of letters alone, so that it stays legal wherever letters are. */
const markers = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."abcdefghijkmnpqrstuvwxyz"), minLength: 14, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(..."ABCDEFGHJKLMNPQRSTUVWXYZ23456789-_/+=.:"), minLength: 14, maxLength: 20 }),
);

/** Where every rule holds. */
const PRODUCTION = { tags: { environment: "production" } };

async function assertSilentOn(marker: string, program: Program, judging: readonly AnyRule[] = rules): Promise<void> {
    const { diagnostics, checks } = await analyze(judging, program, PRODUCTION);
    const said = JSON.stringify([diagnostics, checks]).toLowerCase();
    assert.ok(!said.includes(JSON.stringify(marker).slice(1, -1).toLowerCase()), `an input's value is in ${said}`);
}

describe("a message", () => {
    for (const rule of rules) {
        const program = badProgram(rule);
        for (const [what, form] of Object.entries(FORMS)) {
            it(`of ${rule.id}'s bad example holds no input's value: ${what}`, async () => {
                await fc.assert(
                    fc.asyncProperty(fc.constantFrom(...leavesOf(program)), markers, async (place, marker) => {
                        await assertSilentOn(marker, replaced(program, place, form(marker)), [rule]);
                    }),
                    { numRuns: 3 * leavesOf(program).length },
                );
            });
        }
    }
    it("of any rule on another's example holds no input's value", async () => {
        const anything = fc.constantFrom(...rules).chain((rule) => {
            const program = badProgram(rule);
            return fc.record({ program: fc.constant(program), place: fc.constantFrom(...leavesOf(program)) });
        });
        const form = fc.constantFrom(...Object.values(FORMS));
        await fc.assert(
            fc.asyncProperty(anything, form, markers, async ({ program, place }, put, marker) => {
                await assertSilentOn(marker, replaced(program, place, put(marker)));
            }),
            { numRuns: 300 },
        );
    });
    it("holds no variable's value, whatever its name says", async () => {
        await fc.assert(
            fc.asyncProperty(markers, fc.constantFrom("PASSWORD", "TOKEN", "TABLE"), async (marker, name) => {
                const environment = { variables: { [name]: marker } };
                await assertSilentOn(marker, { orders: declare(LambdaFunction, { role: "r", environment }) });
            }),
        );
    });

    const said = async (Sid: string) => {
        const { checks } = await analyze(rules, functionAllowed({ Sid, Action: "*", Resource: "*" }));
        return checks.map(({ fact }) => fact).join("\n");
    };
    it("names a statement by its Sid, which IAM makes letters and digits", async () => {
        assert.match(await said("ReadOrders"), /^statement "ReadOrders" allows every action/m);
    });
    it("names a statement by its number where the Sid is none", async () => {
        for (const Sid of ["", "correct horse", "a".repeat(65), "p@ssw0rd"]) {
            assert.match(await said(Sid), /^statement 1 allows every action/m);
        }
    });
    it("is short: one finding, one paragraph, its reason and its fix", async () => {
        for (const rule of rules) {
            const { diagnostics } = await analyze([rule], badProgram(rule), PRODUCTION);
            for (const { message } of diagnostics) {
                assert.ok(message.length < 800, `${rule.id}: ${message.length} characters`);
                assert.deepEqual(
                    message.split("\n").map((line) => /^(?:Why|Fix): /.exec(line)?.[0] ?? "text"),
                    ["text", "text", "Why: ", "Fix: "],
                );
            }
        }
    });
});
