import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { StackList } from "../../../../gate/report/html/common/list-data";
import { large } from "../drawings";
import { dataOf } from "../page-data";
import { reportOf } from "../reports";
import { inBrowser } from "./browser";
import { misfits } from "./misfits";
import { rich, richPage, write } from "./written";

inBrowser("the HTML report in use", (pages) => {
    const written = richPage(pages);
    const { idOf } = written;
    const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");
    const isOnBody = (page: Page) => page.evaluate(() => document.activeElement === document.body);
    /** How many findings the list says it shows, and how many it shows. */
    const listed = async (page: Page) => [
        await page.locator(".said").first().textContent(),
        await page.locator(".list .f").count(),
    ];

    describe("from one to the other", () => {
        it("goes from a finding to its node, to that node's finding, and Back", async () => {
            const { page, close } = await pages.open(written.file);
            await page.locator(".seg [role=tab]", { hasText: "Findings" }).click();
            const star = written.data.findings.find(({ severity }) => severity === "high");
            await page.locator(`.f[data-id="${star?.id}"] .ttl`).click();
            assert.equal(await page.locator(`.f[data-id="${star?.id}"] .fixbox`).count(), 1);
            await page.locator(`.f[data-id="${star?.id}"] .acts a`).first().click();
            assert.equal(await page.locator(".ent h2").textContent(), "callback");
            await page.locator(".sect .f .ttl").first().click();
            await page.waitForURL(/#\/map\/finding\//);
            await page.goBack();
            await page.waitForURL(/#\/map\/node\//);
            await page.goBack();
            await page.goBack();
            await page.waitForURL((url) => url.hash === "");
            assert.ok(!(await isOnBody(page)));
            await close();
        });
        it("shows a way alone, with each step, and comes back to its row", async () => {
            const { page, close } = await pages.open(written.file);
            await page.locator("a.way").first().click();
            const [way] = written.data.ways;
            assert.equal(await page.locator(".cells .n").count(), way?.nodes.length);
            assert.equal(await page.locator(".step").count(), way?.nodes.length);
            assert.match((await page.locator(".fixbox").first().textContent()) ?? "", /AWS_IAM/);
            await page.locator(".back").click();
            assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-id")), way?.id);
            await close();
        });
        it("leaves the map where it is when it is clicked, and isolates what is selected", async () => {
            const { page, close } = await pages.open(pages.file("140.html", write([large(140)])));
            await page.evaluate(() => scrollTo(0, 300));
            const node = page.locator(".cells .n.s-critical").last();
            await node.scrollIntoViewIfNeeded();
            const before = await page.evaluate(() => scrollY);
            assert.ok(before > 0);
            await node.click();
            await page.waitForTimeout(50);
            assert.equal(await page.evaluate(() => scrollY), before);
            assert.match((await page.locator(".ent h2").textContent()) ?? "", /^team-/);
            await page.getByRole("button", { name: "Isolate" }).click();
            assert.ok((await page.locator(".cells .n").count()) < 20);
            await close();
        });
        it("marks what a wildcard covers, and what waits or lives elsewhere", async () => {
            const { page, close } = await pages.open(written.file, {
                hash: `#/map/node/${idOf("Every table", "wild")}`,
            });
            assert.equal(await page.locator(".n.covered").getAttribute("data-id"), idOf("orders", "table"));
            assert.ok((await page.locator(".e.ask.away").count()) >= 1);
            assert.equal(await page.locator(".cells .n.away").count(), 1);
            await close();
        });
        it("tells what the lines say that are lit, and what opens them: of a finding, of a node, and beyond it", async () => {
            const star = written.data.findings.find(({ severity }) => severity === "high");
            const { page, close } = await pages.open(written.file, { hash: `#/map/finding/${star?.id}` });
            const entry = (await page.locator(".f[data-open] .rel").textContent()) ?? "";
            assert.match(
                entry,
                /callback → Every table.*callback leads to Every table\..*By RolePolicy callback › All/,
            );
            assert.equal(await page.locator(".ep.lit").count(), 1);
            await page.evaluate(
                (to) => {
                    location.hash = to;
                },
                `#/map/node/${idOf("callback", "url")}`,
            );
            const further = page.locator("details.further");
            await further.locator("summary", { hasText: "4 further lines on the way" }).click();
            assert.match((await further.textContent()) ?? "", /Undecided: waits for alerts\.arn/);
            assert.ok(await further.locator(".say").first().isVisible());
            const said = await page.locator("#panel .say").count();
            assert.equal(said, await page.locator(".ep.lit").count());
            await close();
        });
        it("fits the map to the window, and goes where the overview is clicked", async () => {
            const { page, close } = await pages.open(pages.file("large.html", write([large(300)])));
            await page.waitForTimeout(50);
            await page.locator(".overview svg").click({ position: { x: 15, y: 45 } });
            assert.ok((await page.evaluate(() => scrollY)) > 100);
            await page.getByRole("button", { name: "Fit to window" }).click();
            await page.waitForTimeout(50);
            const box = await page.locator(".sizer").boundingBox();
            assert.ok(box && box.height <= 800, JSON.stringify(box));
            await close();
        });
    });

    describe("filters", () => {
        it("count with each other, say n of m, and are cleared", async () => {
            const { page, close } = await pages.open(written.file, { hash: "#/findings" });
            const total = written.data.findings.length;
            const fresh = written.data.findings.filter(({ isAccepted }) => !isAccepted).length;
            assert.deepEqual(await listed(page), [`${fresh} of ${total} findings`, fresh]);
            await page.locator(".tile", { hasText: "High" }).click();
            assert.deepEqual(await listed(page), [`1 of ${total} findings`, 1]);
            await page.locator(".tile", { hasText: "Critical" }).click();
            assert.deepEqual(await listed(page), [`2 of ${total} findings`, 2]);
            await page.getByLabel("Resource or text").fill("every table");
            assert.deepEqual(await listed(page), [`1 of ${total} findings`, 1]);
            await page.getByLabel("Level", { exact: true }).selectOption("advisory");
            assert.deepEqual(await listed(page), [`0 of ${total} findings`, 0]);
            assert.match((await page.locator(".empty").textContent()) ?? "", /No finding fits/);
            await page.getByRole("button", { name: "Clear filters" }).click();
            assert.deepEqual(await listed(page), [`${fresh} of ${total} findings`, fresh]);
            await page.getByLabel("Baseline").selectOption("accepted");
            assert.deepEqual(await listed(page), [`1 of ${total} findings`, 1]);
            await page.getByLabel("Baseline").selectOption("gone");
            assert.match((await page.locator(".gone").textContent()) ?? "", /old.*no-old/);
            await page.getByLabel("Baseline").selectOption("");
            assert.equal((await listed(page))[1], total);
            await page.getByLabel("Policy", { exact: true }).selectOption({ label: "api-access-logging" });
            assert.equal((await listed(page))[1], 1);
            await close();
        });
        it("are cleared by a link to a finding that they hide", async () => {
            const { page, close } = await pages.open(written.file);
            await page.locator(".tile", { hasText: "Medium" }).click();
            const hidden = written.data.findings.find(({ severity }) => severity === "high");
            await page.evaluate((to) => {
                location.hash = to;
            }, `#/map/finding/${hidden?.id}`);
            await page.locator(`.f[data-id="${hidden?.id}"] .more`).waitFor();
            assert.equal(await page.locator(".tile[aria-pressed=true]").count(), 0);
            await close();
        });
        it("say what there is where there is nothing", async () => {
            const { page, close } = await pages.open(pages.file("clean.html", write([reportOf()])), {
                hash: "#/findings",
            });
            assert.match((await page.locator(".empty").textContent()) ?? "", /Nothing found/);
            assert.match((await page.locator("#app h1").textContent()) ?? "", /Nothing found/);
            await close();
        });
        it("of policies, by their result", async () => {
            const { page, close } = await pages.open(written.file, { hash: "#/coverage" });
            await page.getByLabel("Result", { exact: true }).selectOption("found");
            const found = new Set(
                written.data.findings.flatMap((one) => [one, ...(one.also ?? [])]).map(({ policy }) => policy),
            );
            assert.equal(await page.locator(".policies tbody tr").count(), found.size);
            await close();
        });
    });

    describe("by keyboard alone", () => {
        it("reaches search, tabs, list, tools and the map as one stop; arrows move, Enter opens, Esc clears", async () => {
            const { page, close } = await pages.open(written.file);
            const stops: string[] = [];
            for (let at = 0; at < 40; at += 1) {
                await page.keyboard.press("Tab");
                const stop = await page.evaluate(() => {
                    const { activeElement: here } = document;
                    const of = ["skip", "who", "tabs", "find", "ib", "tile", "seg", "way", "tools", "band", "n"].find(
                        (name) => here?.closest(`.${name}`),
                    );
                    return `${of ?? here?.tagName}`;
                });
                if (stops.at(-1) !== stop) stops.push(stop);
                if (stop === "n") break;
            }
            assert.deepEqual(
                stops.filter((one) => one !== "band" && one !== "BODY"),
                ["skip", "tabs", "find", "ib", "tile", "seg", "way", "tools", "n"],
            );
            const at = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
            const first = await at();
            await page.keyboard.press("ArrowRight");
            assert.notEqual(await at(), first);
            await page.keyboard.press("ArrowRight");
            await page.keyboard.press("ArrowLeft");
            await page.keyboard.press("Enter");
            await page.waitForURL(/#\/map\/node\//);
            assert.ok(!(await isOnBody(page)));
            await page.keyboard.press("Escape");
            await page.waitForURL(/#\/map$/);
            assert.ok(!(await isOnBody(page)));
            await close();
        });
        it("finds by /, chooses with arrows, and comes to what was found", async () => {
            const { page, close } = await pages.open(written.file);
            await page.keyboard.press("/");
            await page.keyboard.type("every");
            assert.ok((await page.locator("[role=option]").count()) >= 1);
            assert.deepEqual(await page.evaluate(misfits, 24), []);
            await page.keyboard.press("ArrowDown");
            await page.keyboard.press("ArrowUp");
            await page.keyboard.press("Enter");
            await page.waitForURL(/#\/map\/node\//);
            assert.equal(await focused(page), "Every table");
            await page.keyboard.press("/");
            await page.keyboard.type("nothing that is here");
            assert.match((await page.locator(".hits").textContent()) ?? "", /Nothing/);
            await page.keyboard.press("Escape");
            assert.ok(!(await page.locator(".hits").isVisible()));
            await close();
        });
        it("keeps the focus off the body, whatever is opened", async () => {
            const { page, close } = await pages.open(written.file);
            for (const hash of [
                "#/findings",
                "#/roles",
                `#/role/${idOf("callback", "role")}`,
                "#/coverage",
                "#/map",
                `#/map/way/${written.data.ways[0]?.id}`,
                "#/map",
                "#/map/node/0000",
            ]) {
                await page.evaluate((to) => {
                    location.hash = to;
                }, hash);
                await page.waitForTimeout(20);
                assert.ok(!(await isOnBody(page)), hash);
            }
            await close();
        });
    });

    describe("over several stacks", () => {
        it("opens a stack from its row, and comes back", async () => {
            const text = write([rich(), reportOf({ stack: "prod" })], { isSeveral: true });
            const { stacks } = dataOf<StackList>(text, "stacks");
            const { page, faults, close } = await pages.open(pages.file("several.html", text));
            assert.equal(await page.locator("#app tbody tr").count(), 2);
            assert.equal(await page.locator("#app h1").textContent(), "1 of 2 stacks may not deploy");
            await page.getByRole("link", { name: "shop / dev" }).click();
            await page.waitForURL((url) => url.hash === `#/stack/${stacks[0]?.key}/map`);
            assert.ok(!(await isOnBody(page)));
            await page.getByRole("link", { name: "Roles" }).click();
            await page.goBack();
            await page.getByRole("link", { name: "All stacks" }).click();
            await page.locator(".page.wide").waitFor();
            assert.equal(await page.locator("#app tbody tr").count(), 2);
            assert.ok(!(await isOnBody(page)));
            assert.deepEqual(faults, []);
            await close();
        });
    });
});
