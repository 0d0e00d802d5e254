import assert from "node:assert/strict";
import fc from "fast-check";
import { printable, printableJson, printableLines, withoutCommands } from "../../gate/report/printable";

describe("what a program may name as it likes", () => {
    it("is shown within its line", () => {
        assert.equal(printable("a\nb\u001b[2J\u009b1A\u2028\u202eé"), "a\\nb\\u001b[2J\\u009b1A\\u2028\\u202eé");
        assert.equal(printableLines("a\nb\u001b[2J\r\nc\rd"), "a\nb\\u001b[2J\nc\\rd");
        assert.equal(printableLines("at \u001b[90mindex.js\u001b[39m:1"), "at index.js:1");
    });
    it("begins no command to a CI system, wherever its line broke", () => {
        assert.equal(withoutCommands("a\n  ::error::b ::c\n##[group]"), "a\n  \\::error::b ::c\n#\\#[group]");
        assert.equal(
            withoutCommands("see ##vso[task.complete] and aws::lambda"),
            "see #\\#vso[task.complete] and aws::lambda",
        );
    });
    it("is the same data in JSON, and as harmless", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary" }), (text) => {
                const shown = printableJson({ text: `${text}\u009b\u2028##vso[x]` });
                assert.deepEqual(JSON.parse(shown), { text: `${text}\u009b\u2028##vso[x]` });
                // Any control character but the ends of JSON's own lines.
                return !/(?!\n)\p{Cc}|\u2028|##vso\[/u.test(shown);
            }),
        );
    });
});
