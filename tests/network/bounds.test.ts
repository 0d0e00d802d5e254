import assert from "node:assert/strict";
import fc from "fast-check";
import {
    atMost,
    type Bounds,
    bothOf,
    eitherOf,
    exactly,
    less,
    NOTHING,
    packets,
    type Traffic,
    traffic,
    unionOfTraffic,
} from "../../model/network";
import { block, evaluate, formula, leavesOf, setOf } from "../support/sets";

const some: fc.Arbitrary<Traffic> = fc
    .array(
        fc.record({ block, protocol: fc.constantFrom(1, 6, 17), port: fc.constantFrom(22, 80), wide: fc.boolean() }),
        { maxLength: 3 },
    )
    .map((rules) =>
        unionOfTraffic(
            rules.map(({ block: source, protocol, port, wide }) =>
                packets({ from: protocol, to: protocol }, { from: wide ? 0 : port, to: port }, setOf(source)),
            ),
        ),
    );

/** A set that is known, or of which all that is known is what it is part of; and what it turns out to be. */
interface Leaf {
    readonly before: Bounds;
    readonly after: Bounds;
}

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
    some.map((set) => ({ before: exactly(set), after: exactly(set) })),
    fc.tuple(some, some, fc.nat(3)).map(([all, part, name]) => ({
        before: atMost(all, `place ${name}`),
        after: exactly(traffic.intersect(all, part)),
    })),
    // Known in part, and then a little better.
    fc.tuple(some, some, some, fc.nat(3)).map(([known, all, part, name]) => {
        const open = traffic.intersect(all, part);
        return {
            before: eitherOf(exactly(known), atMost(all, `place ${name}`)),
            after: eitherOf(exactly(known), atMost(open, `place ${name}`)),
        };
    }),
);

const operations = {
    union: (one: Bounds, other: Bounds) => eitherOf(one, other),
    intersect: (one: Bounds, other: Bounds) => bothOf(one, other),
    subtract: less,
};

const isPart = (inner: Traffic, outer: Traffic) => traffic.isEmpty(traffic.subtract(inner, outer));

describe("what is certain and what is possible", () => {
    it("draw closer to each other when more is known, and never cross", () => {
        fc.assert(
            fc.property(formula(leaf), (made) => {
                const before = evaluate(made, (one) => one.before, operations);
                const after = evaluate(made, (one) => one.after, operations);
                assert.ok(isPart(before.certain, after.certain), "what was certain stays so");
                assert.ok(isPart(after.certain, after.possible), "what is certain is possible");
                assert.ok(isPart(after.possible, before.possible), "what was impossible stays so");
            }),
            { numRuns: 1000 },
        );
    });
    it("are the same where nothing is waited for", () => {
        fc.assert(
            fc.property(formula(leaf), (made) => {
                const bounds = evaluate(made, (one) => one.before, operations);
                if (bounds.awaits.length === 0) assert.deepEqual(bounds.certain, bounds.possible);
                const places = leavesOf(made).flatMap((one) => one.before.awaits);
                assert.deepEqual([...bounds.awaits].sort(), [...new Set(places)].sort());
            }),
        );
    });
    it("are nothing where there is nothing", () => {
        assert.deepEqual(eitherOf(), NOTHING);
        assert.deepEqual(bothOf(NOTHING, exactly(traffic.empty)), NOTHING);
    });
});
