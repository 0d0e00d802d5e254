import assert from "node:assert/strict";
import fc from "fast-check";
import { type Answer, all, answer, any, no, not, undecided, unless, yes } from "../../model/values";

const named: Readonly<Record<string, Answer>> = { yes, no, waits: undecided("here") };

/** Rows: the first part, the second part, what `all` makes of them, what `any` makes of them. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
    ["yes", "yes", "yes", "yes"],
    ["yes", "no", "no", "yes"],
    ["yes", "waits", "waits", "yes"],
    ["no", "yes", "no", "yes"],
    ["no", "no", "no", "no"],
    ["no", "waits", "no", "waits"],
    ["waits", "yes", "waits", "yes"],
    ["waits", "no", "no", "waits"],
    ["waits", "waits", "waits", "waits"],
];

const parts = fc.array(
    fc.oneof(
        fc.constant(yes),
        fc.constant(no),
        fc.array(fc.constantFrom("a", "b", "c"), { minLength: 0 }).map((awaits) => undecided(...awaits)),
    ),
);

describe("three-valued logic", () => {
    for (const [first, second, both, either] of TABLE) {
        it(`${first} and ${second}: all is ${both}, any is ${either}`, () => {
            const two = [named[first], named[second]] as Answer[];
            assert.deepEqual(all(...two), named[both]);
            assert.deepEqual(any(...two), named[either]);
        });
    }
    for (const [part, negated] of [
        ["yes", "no"],
        ["no", "yes"],
        ["waits", "waits"],
    ]) {
        it(`not ${part} is ${negated}`, () => assert.deepEqual(not(named[part ?? ""] as Answer), named[negated ?? ""]));
    }
    for (const [condition, exception, expected] of [
        ["yes", "no", "yes"],
        ["yes", "yes", "no"],
        ["yes", "waits", "waits"],
        ["no", "waits", "no"],
        ["waits", "yes", "no"],
        ["waits", "no", "waits"],
    ]) {
        it(`${condition}, unless ${exception}, is ${expected}`, () => {
            assert.deepEqual(
                unless(named[condition ?? ""] as Answer, named[exception ?? ""] as Answer),
                named[expected ?? ""],
            );
        });
    }
    it("of nothing, all is yes and any is no", () => {
        assert.deepEqual([all(), any()], [yes, no]);
    });
    it("of a condition is yes or no", () => {
        assert.deepEqual([answer(true), answer(false)], [yes, no]);
    });
    it("names each input that it waits for once, in the order asked", () => {
        assert.deepEqual(all(undecided("b", "a"), yes, undecided("a", "c")), undecided("b", "a", "c"));
        assert.deepEqual(any(undecided("b", "a"), no, undecided("a", "c")), undecided("b", "a", "c"));
    });
    it("obeys De Morgan's laws, whatever is undecided", () => {
        fc.assert(
            fc.property(parts, (given) => {
                assert.deepEqual(not(all(...given)), any(...given.map(not)));
                assert.deepEqual(not(any(...given)), all(...given.map(not)));
            }),
        );
    });
    it("never changes its verdict when an undecided part is settled", () => {
        fc.assert(
            fc.property(parts, fc.boolean(), (given, settled) => {
                const known = given.map((part) => (part.is === "undecided" ? answer(settled) : part));
                for (const combine of [all, any]) {
                    const before = combine(...given);
                    if (before.is !== "undecided") assert.deepEqual(combine(...known), before);
                }
            }),
        );
    });
});
