import assert from "node:assert/strict";
import { reachedFromInternet, Stack } from "../../model/graph";
import { differences } from "../support/networks/compare";
import { networkOf, type Options } from "../support/networks/generate";
import { largeNetwork } from "../support/networks/large";
import type { Writing } from "../support/networks/records";
import { reached } from "../support/networks/search";

/** The seeds are fixed: what fails once fails again, and `networkOf(seed)` shows it. */
function wrong(seeds: readonly number[], options: Options, writing: Writing, isExact: boolean): readonly string[] {
    return seeds.flatMap((seed) =>
        differences(networkOf(seed, options), seed, writing, isExact).map(
            ({ thing, packet, truth, certain, possible }) =>
                `seed ${seed}: ${packet} ${truth ? "gets" : "does not get"} to ${thing}; certain ${certain}, possible ${possible}`,
        ),
    );
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

describe("what is reached from the internet, in networks by chance", () => {
    it("is what a plain search finds, packet by packet", () => {
        assert.deepEqual(wrong(from(0, 150), {}, {}, true), []);
    });
    it("is some of each kind, and not all", () => {
        const counts = new Map<string, [number, number]>();
        for (const seed of from(0, 100)) {
            const network = networkOf(seed);
            const found = reached(network);
            for (const { name, kind } of network.things) {
                const [some, all] = counts.get(kind) ?? [0, 0];
                counts.set(kind, [some + (found.get(name)?.size ? 1 : 0), all + 1]);
            }
        }
        for (const kind of ["instance", "balancer", "database"]) {
            const [some, all] = counts.get(kind) ?? [0, 0];
            assert.ok(some > all / 10 && some < (all * 9) / 10, `${kind}: ${some} of ${all}`);
        }
        assert.equal(counts.get("function")?.[0], 0);
    });
    it("lies between what is certain and what is possible in a first preview, where no output is known", () => {
        assert.deepEqual(wrong(from(0, 60), {}, { unknownOutputs: true }, false), []);
    });
    it("lies between what is certain and what is possible where rules name hosts whose addresses AWS chooses", () => {
        assert.deepEqual(wrong(from(5000, 50), { namesHosts: true }, {}, false), []);
    });
    it("lies between what is certain and what is possible where one input or another is unknown", () => {
        assert.deepEqual(wrong(from(7000, 300), {}, { unknownShare: 0.03 }, false), []);
    });
    it("lies between the two where much is unknown", () => {
        assert.deepEqual(wrong(from(8000, 100), {}, { unknownShare: 0.12 }, false), []);
    });
});

describe("what is reached in a large network", () => {
    it("is found within half a second of work, with 2,000 rules in 200 groups", () => {
        const records = largeNetwork({ groups: 200, rulesOfEach: 10, instances: 500 });
        const times = from(0, 4).map(() => {
            const before = process.cpuUsage();
            assert.equal(reachedFromInternet(new Stack(records)).size, 500);
            return process.cpuUsage(before).user / 1000;
        });
        assert.ok(Math.min(...times) <= 500, times.join(", "));
    });
    it("is found as fast where everybody reaches everybody", () => {
        const records = largeNetwork({ groups: 200, rulesOfEach: 10, instances: 500, isDense: true });
        const times = from(0, 3).map(() => {
            const before = process.cpuUsage();
            assert.equal(reachedFromInternet(new Stack(records)).size, 500);
            return process.cpuUsage(before).user / 1000;
        });
        assert.ok(Math.min(...times) <= 500, times.join(", "));
    });
});
