import assert from "node:assert/strict";
import fc from "fast-check";
import { includes, meet } from "../../../gate/report/comparison/patterns";

const pattern = fc.array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 6 }).map((parts) => parts.join(""));
const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 }).map((parts) => parts.join(""));

/** By the language of expressions. */
function fits(one: string, of: string): boolean {
    return new RegExp(`^${of.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(one);
}

describe("patterns of actions and ARNs", () => {
    it("include what fits them", () =>
        fc.assert(
            fc.property(pattern, text, (of, one) => assert.equal(includes(of, one), fits(one, of))),
            { numRuns: 2000 },
        ));
    it("include another only where they include all that fits it", () =>
        fc.assert(
            fc.property(pattern, pattern, text, (a, b, one) => {
                if (includes(a, b) && fits(one, b)) assert.ok(fits(one, a));
            }),
            { numRuns: 5000 },
        ));
    it("meet where a text fits both", () =>
        fc.assert(
            fc.property(pattern, pattern, text, (a, b, one) => {
                if (fits(one, a) && fits(one, b)) assert.ok(meet(a, b));
                assert.equal(meet(a, b), meet(b, a));
                assert.equal(meet(a, one), fits(one, a));
            }),
            { numRuns: 5000 },
        ));
    it("are held against each other in no time, however many wildcards they have", () => {
        const many = "*a".repeat(200);
        assert.equal(includes(many, "a".repeat(2000).concat("b")), false);
        assert.equal(meet(many, "b".repeat(2000)), false);
    });
});
