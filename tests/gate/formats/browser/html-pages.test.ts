import assert from "node:assert/strict";
import { large, reviewed, shop } from "../drawings";
import { dataOf } from "../page-data";
import { reportOf } from "../reports";
import { inBrowser } from "./browser";
import { misfits } from "./misfits";
import { rich, richPage, write } from "./written";

inBrowser("each page of the HTML report", (pages) => {
    const written = richPage(pages);
    const { idOf } = written;

    describe("each page, in both themes, at 1280 and 390 pixels", () => {
        const several = () => {
            const failures = [{ at: "states/broken.json", why: "it is no JSON" }];
            return write([rich(), reviewed(), reportOf({ stack: "prod" })], { isSeveral: true, failures });
        };
        const review = () => {
            const text = write([reviewed()]);
            const [first] = dataOf(text).changes?.newly.flatMap(({ changes }) => changes) ?? [];
            return { file: pages.file("reviewed.html", text), change: first?.id };
        };
        const shown: readonly (readonly [string, () => { readonly file: string; readonly hash: string }])[] = [
            ["the map", () => ({ file: written.file, hash: "" })],
            ["a way", () => ({ file: written.file, hash: `#/map/way/${written.data.ways[0]?.id}` })],
            ["a finding", () => ({ file: written.file, hash: `#/map/finding/${written.data.findings[1]?.id}` })],
            ["a node", () => ({ file: written.file, hash: `#/map/node/${idOf("callback", "role")}` })],
            ["a wildcard", () => ({ file: written.file, hash: `#/map/node/${idOf("Every table", "wild")}` })],
            ["a network", () => ({ file: written.file, hash: `#/map/node/${written.data.networks[0]?.id}` })],
            ["findings", () => ({ file: written.file, hash: "#/findings" })],
            ["findings of a change", () => ({ file: review().file, hash: "#/findings" })],
            ["changes", () => ({ file: review().file, hash: "#/changes" })],
            ["the map of a change", () => ({ file: review().file, hash: "" })],
            ["a change", () => ({ file: review().file, hash: `#/map/change/${review().change}` })],
            ["roles", () => ({ file: written.file, hash: "#/roles" })],
            ["a role", () => ({ file: written.file, hash: `#/role/${idOf("callback", "role")}` })],
            ["a role that is not there", () => ({ file: written.file, hash: "#/role/0000" })],
            ["coverage", () => ({ file: written.file, hash: "#/coverage" })],
            ["several stacks", () => ({ file: pages.file("several.html", several()), hash: "" })],
            ["many nodes", () => ({ file: pages.file("large.html", write([large(300)])), hash: "" })],
            [
                "a pack that draws nothing",
                () => {
                    const { drawing: _, ...report } = shop();
                    return { file: pages.file("undrawn.html", write([report])), hash: "" };
                },
            ],
            ["nothing found", () => ({ file: pages.file("clean.html", write([reportOf()])), hash: "" })],
        ];
        for (const [what, of] of shown)
            it(`${what}: each control has a name and room, each text is legible, and nothing is wider than the window`, async () => {
                const { file: own, hash } = of();
                for (const width of [1280, 390])
                    for (const theme of ["light", "dark"] as const) {
                        const { page, faults, close } = await pages.open(own, { width, theme, hash });
                        await page.waitForTimeout(60);
                        const where = `${width} ${theme}`;
                        assert.deepEqual(await page.evaluate(misfits, width < 600 ? 40 : 24), [], where);
                        if (width < 600 && hash === "") {
                            const tab = page.locator(".seg [role=tab]", { hasText: /^(?:Map|Resources)/ });
                            if ((await tab.count()) > 0) {
                                await tab.click();
                                assert.deepEqual(await page.evaluate(misfits, 40), [], `${where} map`);
                            }
                        }
                        assert.deepEqual(faults, [], where);
                        await close();
                    }
            });
    });
});
