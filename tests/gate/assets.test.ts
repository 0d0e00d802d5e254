/** What is said of files that a program names and that are not there. */
import assert from "node:assert/strict";
import { fileProblem } from "../../gate/host/assets";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, SIGNATURE_KEY } from "../../gate/synthetic/wire-values";

const archive = (path: string) => ({ [SIGNATURE_KEY]: ARCHIVE_SIGNATURE, path });
const file = (path: string) => ({ [SIGNATURE_KEY]: ASSET_SIGNATURE, path });
const together = (assets: object) => ({ [SIGNATURE_KEY]: ARCHIVE_SIGNATURE, assets });

const ABSENT = "does not exist (relative paths start at the program's folder)";
const CASES: Readonly<Record<string, readonly [object, string | undefined]>> = {
    "an archive": [{ code: archive("./dist/orders.zip") }, `the archive "orders.zip" at code ${ABSENT}`],
    "a folder in what is put together": [
        { code: together({ ".": archive("./dist/orders") }) },
        `the archive "orders" at code, under "." ${ABSENT}`,
    ],
    "a file in an archive in an archive": [
        { code: together({ lib: together({ "a.b": file("lib/a.b") }) }) },
        `the file "a.b" at code, under "lib", under "a.b" ${ABSENT}`,
    ],
    "one outside of the program, which has no name here": [
        { code: archive("/nowhere/of/anybody/orders.zip") },
        `the archive at code ${ABSENT}`,
    ],
    "a name with control characters": [
        { code: archive("dist/\u001b[2J") },
        `the archive "\\u001b[2J" at code ${ABSENT}`,
    ],
    "nothing of what is there": [{ code: together({ ".": archive(".") }), more: [file("assets.test.ts")] }, undefined],
};

describe("a file that a program names", () => {
    for (const [title, [tree, expected]] of Object.entries(CASES))
        it(`is told: ${title}`, () => assert.equal(fileProblem(tree as never, __dirname), expected));
});
