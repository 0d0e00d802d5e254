import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import type { StackData } from "../../../../gate/report/html/common/data";
import type { Report } from "../../../../gate/report/model";
import { broken } from "../../../stacks/broken";
import { large, shop } from "../drawings";
import { dataOf } from "../page-data";
import { HOSTILE } from "../reports";
import { inBrowser } from "./browser";
import { richPage, write } from "./written";

const root = path.resolve(__dirname, "../../../..");

inBrowser("the HTML report", (pages) => {
    const written = richPage(pages);
    const isOnBody = (page: Page) => page.evaluate(() => document.activeElement === document.body);

    describe("of the insecure example", () => {
        let example = "";
        let found: StackData;
        before(function () {
            this.timeout(120_000);
            example = pages.file("example.html", "");
            const command = [
                path.join(root, "bin/gate/main.js"),
                "check",
                broken.folder,
                "--stack",
                broken.stack,
                "--report",
                `html=${example}`,
            ];
            const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
            assert.equal(status, 1, stderr);
            found = dataOf(readFileSync(example, "utf8"));
        });
        it("shows as many nodes as the pack has drawn, by themselves but for those that there is nothing to tell of", async () => {
            const { page, faults, close } = await pages.open(example);
            assert.ok(found.nodes.length > 60, String(found.nodes.length));
            const groups = await page.locator(".cells .n.grp b").allTextContents();
            assert.deepEqual([...new Set(groups)], ["Others"]);
            const told = await page.locator(".lane-h .count").allTextContents();
            assert.equal(
                told.reduce((sum, text) => sum + Number(text), 0),
                found.nodes.length,
            );
            for (;;) {
                const group = page.locator(".cells .n.grp").first();
                if ((await group.count()) === 0) break;
                await group.click();
                assert.ok(!(await isOnBody(page)));
            }
            assert.equal(await page.locator(".cells .n").count(), found.nodes.length);
            assert.deepEqual(faults, []);
            await close();
        });
        it("shows a finding's node when the finding is clicked", async () => {
            const { page, close } = await pages.open(example);
            await page.locator(".seg [role=tab]", { hasText: "Findings" }).click();
            const entry = found.findings.find(({ nodes }) => found.nodes.some(({ id }) => id === nodes[0]));
            assert.ok(entry);
            await page.locator(`.f[data-id="${entry.id}"] .ttl`).click();
            const node = page.locator('.n[aria-current="true"]');
            assert.equal(await node.getAttribute("data-id"), entry.nodes[0]);
            const box = await node.boundingBox();
            assert.ok(box && box.y > 57 && box.y + box.height < 800, JSON.stringify(box));
            await close();
        });
        it("is shown within two seconds", async () => {
            const { ready, close } = await pages.open(example);
            assert.ok(ready < 2_000, `${ready} ms`);
            await close();
        });
    });

    describe("of 2,000 nodes", () => {
        it("is ready in under three seconds, asks for nothing but the file, and opens a group where it is", async () => {
            const { page, faults, ready, close } = await pages.open(pages.file("2000.html", write([large(2_000)])));
            assert.ok(ready < 3_000, `${ready} ms`);
            assert.deepEqual(faults, []);
            const group = page.locator(".cells .n.grp").nth(4);
            const before = await group.boundingBox();
            await group.click();
            const band = await page.locator(".band.group").boundingBox();
            assert.ok(before && band && Math.abs(band.y - before.y) < 40, JSON.stringify([before, band]));
            assert.ok(!(await isOnBody(page)));
            await page.locator(".band.group button").click();
            assert.equal(await page.locator(".band.group").count(), 0);
            await close();
        });
        it("makes the nodes near the window alone, and every one as it comes into view", async () => {
            const text = write([large(2_000)]);
            const all = dataOf(text);
            const { page, close } = await pages.open(pages.file("2000.html", text));
            await page.evaluate(() => {
                for (const one of document.querySelectorAll<HTMLElement>(".cells .n.grp")) one.click();
            });
            for (let at = 0; at < 40 && (await page.locator(".cells .n.grp").count()) > 0; at += 1)
                await page.evaluate(() => {
                    for (const one of document.querySelectorAll<HTMLElement>(".cells .n.grp"))
                        if (one.isConnected) one.click();
                    scrollBy(0, 900);
                });
            const made = await page.locator(".cells .n").count();
            assert.ok(made < 1_000, String(made));
            const last = all.nodes.at(-1);
            await page.evaluate((hash) => {
                location.hash = hash;
            }, `#/map/node/${last?.id}`);
            await page.waitForTimeout(100);
            assert.equal(await page.locator('.n[aria-current="true"]').getAttribute("data-id"), last?.id);
            await close();
        });
    });

    describe("whatever a name says", () => {
        it("is a text on every page: no dialog, no element of it, no direction turned", async () => {
            const names = Object.values(HOSTILE);
            const reports = names.map((name) => ({ ...shop(name), project: name, stack: name }));
            const nodes = new Map(
                reports.flatMap(({ drawing }) => drawing?.nodes ?? []).map((node) => [node.id, node]),
            );
            const drawings = reports.flatMap(({ drawing }) => drawing ?? []);
            const [first] = reports;
            assert.ok(first?.drawing);
            const report: Report = {
                ...first,
                findings: reports.flatMap(({ findings }) => findings),
                drawing: {
                    nodes: [...nodes.values()],
                    edges: [...new Map(drawings.flatMap(({ edges }) => edges).map((edge) => [edge.id, edge])).values()],
                    ways: drawings.flatMap(({ ways }) => ways).map((way, index) => ({ ...way, id: `way:${index}` })),
                    roles: drawings.flatMap(({ roles }) => roles),
                    networks: first.drawing.networks,
                },
            };
            const text = write([report]);
            const own = dataOf(text);
            const hostile = pages.file("hostile.html", text);
            const { page, faults, close } = await pages.open(hostile);
            const hashes = [
                "",
                "#/findings",
                "#/roles",
                "#/coverage",
                ...own.ways.map(({ id }) => `#/map/way/${id}`),
                ...own.findings.map(({ id }) => `#/map/finding/${id}`),
                ...own.roles.map(({ node }) => `#/role/${node}`),
                ...own.nodes.map(({ id }) => `#/map/node/${id}`),
            ];
            for (const hash of hashes) {
                await page.evaluate((to) => {
                    location.hash = to;
                }, hash);
                await page.waitForTimeout(5);
                const bad = await page.evaluate(() => ({
                    elements: document.querySelectorAll(
                        "#app img, #app script, #app iframe, #app [onerror], #app [onclick], #plain img, #plain script, a[href^=javascript]",
                    ).length,
                    texts: /[\u202a-\u202e\u2066-\u2069\u200b]/.test(document.body.innerText),
                    wide: document.documentElement.scrollWidth > innerWidth,
                }));
                assert.deepEqual(bad, { elements: 0, texts: false, wide: false }, hash);
            }
            await page.setViewportSize({ width: 390, height: 844 });
            for (const hash of hashes.slice(0, 12)) {
                await page.evaluate((to) => {
                    location.hash = to;
                }, hash);
                await page.waitForTimeout(20);
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `390 ${hash}`);
            }
            assert.deepEqual(faults, []);
            await close();
        });
    });

    describe("where no script runs", () => {
        const facts = () => written.data.findings.flatMap((one) => [one, ...(one.also ?? [])]).map(({ fact }) => fact);
        async function readable(page: Page): Promise<void> {
            const text = await page.locator("#plain").innerText();
            for (const fact of facts()) assert.ok(text.includes(fact), fact);
            assert.ok(!(await page.locator("#app").isVisible()));
        }
        it("tells every finding with scripts off", async () => {
            const { page, close } = await pages.open(written.file, { javaScriptEnabled: false });
            await readable(page);
            await close();
        });
        it("tells every finding where the script fails", async () => {
            const text = readFileSync(written.file, "utf8");
            const unreadable = pages.file("broken.html", text.replace(/id="stack-0">\{/, 'id="stack-0">'));
            const { page, close } = await pages.open(unreadable);
            await readable(page);
            await close();
        });
        it("tells every finding in a sandbox that lets no script run, and works in one that lets scripts alone", async () => {
            const name = path.basename(written.file);
            const frame = (sandbox: string) =>
                pages.file(
                    `frame-${sandbox.length}.html`,
                    `<!doctype html><iframe sandbox="${sandbox}" src="${name}" width="1200" height="700"></iframe>`,
                );
            const strict = await pages.open(frame(""));
            const inner = strict.page.frames()[1];
            assert.ok(inner);
            const text = await inner.locator("#plain").innerText();
            for (const fact of facts()) assert.ok(text.includes(fact), fact);
            await strict.close();
            const scripted = await pages.open(frame("allow-scripts"));
            const other = scripted.page.frames()[1];
            await other?.locator(".verdict h1").waitFor();
            await scripted.close();
        });
        it("tells every finding on paper, in both themes", async () => {
            for (const theme of ["light", "dark"] as const) {
                const { page, close } = await pages.open(written.file, { theme });
                await page.emulateMedia({ media: "print" });
                await readable(page);
                const pdf = await page.pdf();
                assert.ok(pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 10_000);
                await close();
            }
        });
    });
});
