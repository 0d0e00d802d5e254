import assert from "node:assert/strict";
import { plainYaml } from "../../model/aws/plain-yaml";

const text = (...lines: readonly string[]) => plainYaml(lines.join("\n"));

describe("YAML of mappings and texts", () => {
    it("is read, with comments, quotes and what is nested", () => {
        assert.deepEqual(text("---", "# sessions", "a: 1 # one", "'b':", '    c: "x: # y"', "    d:", "e: ''"), {
            a: "1",
            b: { c: "x: # y", d: "" },
            e: "",
        });
    });
    it("is read around a text of several lines", () => {
        assert.deepEqual(text("a:", "  b: |", "    cd /srv", "    exec bash", "c: d"), {
            a: { b: "    cd /srv\n    exec bash" },
            c: "d",
        });
    });
    for (const line of ["a: [b]", "a: {b: c}", "- a", "a: &b c", "a: *b", "a:\n  - b", "a: b\n  c: d", "no mapping"]) {
        it(`is not read where there is more: ${JSON.stringify(line)}`, () => assert.equal(plainYaml(line), undefined));
    }
});
