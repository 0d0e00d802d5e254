import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { CannotCheck } from "../../gate/errors";
import type { Diagnostic } from "../../gate/host/types";
import { JournalFile } from "../../gate/report/journal";

const summary: Diagnostic = {
    policy: "undecided-checks",
    description: "Named.",
    message: "Named.\n127 checks of 9 policies wait for values that this preview cannot know:",
    level: "advisory",
    severity: "low",
    urn: "",
};

describe("the pack's journal", () => {
    let journal: JournalFile;
    beforeEach(() => {
        journal = JournalFile.create();
    });
    afterEach(() => journal.remove());

    it("is empty where the pack keeps none", () =>
        assert.deepEqual(journal.read([]), { checks: [], count: 0, counts: {} }));
    it("counts what the pack counted", () => {
        appendFileSync(journal.file, `${JSON.stringify({ kind: "count", policy: "a", checks: 3 })}\n`);
        assert.equal(journal.read([{ ...summary, message: "Which inputs are secret is not known." }]).count, 3);
    });
    it("is refused where a line breaks off, as on a full disk", () => {
        appendFileSync(journal.file, `{"kind":"count","policy":"a","che`);
        assert.throws(() => journal.read([]), CannotCheck);
    });
    it("is refused where it lacks what the pack sums up", () => {
        assert.throws(() => journal.read([summary]), /has no room \(TMPDIR names another\)/);
    });
});
