/** Types and properties that the drawing's tables name, against the provider's own schema. */
import assert from "node:assert/strict";
import { resourceTokens } from "../../gate/synthetic/tables";
import { drawnTypes, kindOf } from "../../model/graph/drawing/kinds";
import { NETWORKS, namedParts, partRows } from "../../model/graph/drawing/part-places";
import { hasInput } from "../support/typings";

const tokens = new Set(resourceTokens());
const isKnown = (token: string) => tokens.has(token) || /V2$|BucketObjectv2|^aws:lightsail/.test(token);

describe("the tables of the drawing", () => {
    it("name types that exist", () => {
        const named = [
            ...drawnTypes(),
            ...NETWORKS,
            ...partRows.flatMap(({ parts, of }) => [...parts, ...of]),
            ...namedParts.flatMap(({ holder, part }) => [holder, ...part]),
        ];
        assert.deepEqual(
            [...new Set(named)].filter((token) => !isKnown(token)),
            [],
        );
    });
    it("name properties that their types have", () => {
        const places = [
            ...partRows.flatMap(({ parts, at }) => parts.map((token) => [token, at] as const)),
            ...namedParts.map(({ holder, at }) => [holder, at] as const),
        ];
        // Twins of version 6 have the properties of those of version 7.
        const missing = places.filter(([token, at]) => tokens.has(token) && !hasInput(token, at));
        assert.deepEqual(missing, []);
    });
    it("draw no part of its own", () => {
        const parts = partRows.flatMap((row) => row.parts);
        assert.deepEqual(
            parts.filter((token) => kindOf(token)),
            [],
        );
    });
});
