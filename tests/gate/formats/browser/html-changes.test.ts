import assert from "node:assert/strict";
import { comparisonText } from "../../../../gate/report/comparison";
import type { StackData } from "../../../../gate/report/html/common/data";
import { reviewed } from "../drawings";
import { dataOf } from "../page-data";
import { HOSTILE } from "../reports";
import { inBrowser } from "./browser";
import { richPage, write } from "./written";

inBrowser("the HTML report of a change", (pages) => {
    const without = richPage(pages);
    let file = "";
    let data: StackData;
    before(() => {
        const text = write([reviewed()]);
        file = pages.file("reviewed.html", text);
        data = dataOf(text);
    });
    const newly = () => data.changes?.newly.flatMap(({ changes }) => changes) ?? [];
    const byText = (text: RegExp) => {
        const change = newly().find((one) => text.test(one.text));
        assert.ok(change, String(text));
        return change;
    };

    it("has a page of changes where there is a comparison, with the sentences of every report, and none where there is not", async () => {
        const { page, faults, close } = await pages.open(file, { hash: "#/changes" });
        const { comparison } = reviewed();
        assert.ok(comparison);
        const { title, sections, gone, last } = comparisonText(comparison);
        assert.equal(await page.locator(".page h1").textContent(), title);
        const said = (await page.locator(".page").textContent()) ?? "";
        const lines = [...sections, ...gone].flatMap((section) => section.lines);
        assert.equal(lines.length, 3);
        for (const { text, below } of lines) for (const one of [text, ...below]) assert.ok(said.includes(one), one);
        assert.ok(said.includes(last));
        assert.equal(await page.locator(".changes li.gone").count(), 1);
        assert.deepEqual(faults, []);
        await close();
        const other = await pages.open(without.file);
        assert.equal(await other.page.locator(".tabs a", { hasText: "Changes" }).count(), 0);
        assert.equal(await other.page.locator(".fresh, .halo, .chip.new").count(), 0);
        await other.page.evaluate(() => {
            location.hash = "#/changes";
        });
        assert.match((await other.page.locator(".page").textContent()) ?? "", /held against no other/);
        await other.close();
    });
    it("tells in its verdict how much is newly allowed, which leads to the page", async () => {
        const { page, close } = await pages.open(file);
        await page.locator(".stamp a", { hasText: "Newly allowed, against main: 1 grant, 1 caller" }).click();
        await page.waitForURL(/#\/changes$/);
        assert.equal(await page.locator(".tabs a[aria-current]").textContent(), "Changes2");
        await close();
    });
    it("leads from a change to its node and its line on the map, and back to the list", async () => {
        const { page, close } = await pages.open(file, { hash: "#/changes" });
        const change = byText(/GetItem/);
        await page.locator(".changes .ttl", { hasText: "dynamodb:GetItem" }).click();
        await page.waitForURL(new RegExp(`#/map/change/${change.id}$`));
        const role = data.nodes.find(({ kind }) => kind === "role");
        assert.equal(await page.locator('.n[aria-current="true"]').getAttribute("data-id"), role?.id);
        assert.equal(await page.locator(".ep.lit.fresh").count(), 1);
        const said = (await page.locator("#panel").textContent()) ?? "";
        assert.ok(said.includes("callback leads to Every table."), said);
        assert.ok(await page.locator(`#panel a[href="#/role/${role?.id}"]`).isVisible());
        await page.locator(".back").click();
        await page.waitForURL(/#\/changes$/);
        assert.ok(await page.evaluate(() => document.activeElement !== document.body));
        await close();
    });
    it("marks on the map what is newly allowed, by a plus and a halo, and shows it alone when asked", async () => {
        const { page, close } = await pages.open(file);
        assert.equal(await page.locator(".halo").count(), 2);
        assert.equal(await page.locator(".mark.fresh").count(), 2);
        const marked = page.locator(".cells .n:has(.fresh)");
        assert.deepEqual(
            (await marked.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? "")))
                .map((label) => label.split(",")[0] + label.slice(label.lastIndexOf(",")))
                .sort(),
            ["Function URL callback, 1 newly allowed", "IAM role callback, 1 newly allowed"].map((one) =>
                one.replace(" callback", ""),
            ),
        );
        const all = await page.locator(".cells .n").count();
        await page.getByRole("button", { name: "What is new" }).click();
        const shown = await page.locator(".cells .n").count();
        assert.ok(shown > 2 && shown < all, `${shown} of ${all}`);
        await page.locator(".cells .n:has(.fresh)").first().click();
        assert.equal(await page.locator("#panel .rel.change").count(), 1);
        await close();
    });
    it("says of a finding that it is new, and shows those that are", async () => {
        const { page, close } = await pages.open(file, { hash: "#/findings" });
        assert.equal(await page.locator(".f .chip.new").count(), 1);
        const all = await page.locator(".f").count();
        await page.getByLabel("Change", { exact: true }).selectOption("new");
        assert.equal(await page.locator(".f").count(), 1);
        assert.equal(await page.locator(".said").textContent(), `1 of ${all} findings`);
        await page.getByRole("button", { name: "Clear filters" }).click();
        assert.equal(await page.locator(".f").count(), all);
        await close();
    });
    it("is a text whatever a name says", async () => {
        for (const name of Object.values(HOSTILE)) {
            const text = write([reviewed(name, name)]);
            const own = dataOf(text);
            const hostile = pages.file("hostile-change.html", text);
            const { page, faults, close } = await pages.open(hostile, { hash: "#/changes" });
            const [first] = own.changes?.newly.flatMap(({ changes }) => changes) ?? [];
            for (const hash of ["#/changes", `#/map/change/${first?.id}`]) {
                await page.evaluate((to) => {
                    location.hash = to;
                }, hash);
                await page.waitForTimeout(10);
                const bad = await page.evaluate(() => ({
                    elements: document.querySelectorAll("#app img, #app script, #app [onerror], #plain img").length,
                    texts: /[\u202a-\u202e\u2066-\u2069\u200b]/.test(document.body.innerText),
                    wide: document.documentElement.scrollWidth > innerWidth,
                }));
                assert.deepEqual(bad, { elements: 0, texts: false, wide: false }, `${hash} ${name.slice(0, 40)}`);
            }
            assert.deepEqual(faults, []);
            await close();
        }
    });
});
