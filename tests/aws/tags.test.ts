import assert from "node:assert/strict";
import { isTagged } from "../../model/aws";
import { type Answer, UNKNOWN, Value } from "../../model/values";

const WANTED = ["purpose=deployment", "break-glass"];
const CASES: readonly (readonly [string, object, Answer["is"]])[] = [
    ["key and value", { tags: { purpose: "deployment" } }, "yes"],
    ["in any case", { tags: { Purpose: "Deployment" } }, "yes"],
    ["a key whose value does not count", { tags: { "Break-Glass": "2026" } }, "yes"],
    ["by the provider's default", { tagsAll: { purpose: "deployment" } }, "yes"],
    ["beside a value that is unknown", { tags: { purpose: "deployment", team: UNKNOWN } }, "yes"],
    ["another value", { tags: { purpose: "orders" } }, "no"],
    ["an object, which no tag is", { tags: { purpose: { toString: "deployment" } } }, "no"],
    ["another key", { tags: { deployment: "purpose" } }, "no"],
    ["no tags", {}, "no"],
    ["an unknown value of another key", { tags: { team: UNKNOWN } }, "no"],
    ["default tags that are unknown", { tagsAll: UNKNOWN }, "no"],
    ["an unknown value of the key", { tags: { purpose: UNKNOWN } }, "undecided"],
    ["unknown tags", { tags: UNKNOWN }, "undecided"],
];

describe("tags", () => {
    for (const [name, properties, expected] of CASES)
        it(`${name}: ${expected}`, () => assert.equal(isTagged(new Value(properties), WANTED).is, expected));
    it("none are wanted", () => assert.equal(isTagged(new Value({ tags: UNKNOWN }), []).is, "no"));
});
