import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { html } from "../../../../gate/report/html";
import type { StackData, StackList } from "../../../../gate/report/html/common/data";
import type { Report } from "../../../../gate/report/model";
import { broken } from "../../../stacks/broken";
import { large, shop } from "../drawings";
import { findingOn, HOSTILE, reportOf } from "../reports";
import { chromiumPath, Pages } from "./browser";
import { misfits } from "./misfits";

const root = path.resolve(__dirname, "../../../..");
const write = (...reports: readonly Report[]) => html.write(reports, { colour: false, width: 110 }, {}).text;

function dataOf<T = StackData>(text: string, id = "stack-0"): T {
    const [, inner = ""] = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(text) ?? [];
    return JSON.parse(inner) as T;
}

/** With something of everything that a page can show. */
function rich(): Report {
    const report = shop();
    const [first] = report.findings;
    assert.ok(first);
    const open = { policy: first.policy, severity: "high", urn: first.urn, name: first.name };
    return {
        ...report,
        findings: [
            ...report.findings,
            findingOn("callback", {
                policy: "api-access-logging",
                level: "advisory",
                severity: "medium",
                at: "cors",
                fact: "lets every origin in",
                title: "Origins are named.",
            }),
            findingOn("callback", { at: "known", fact: "is known", accepted: true }),
        ],
        undecided: [{ ...open, awaits: ["callback.role"] }],
        exempted: [
            { ...open, at: "authorizationType", fact: "allows everybody", awaits: [], reason: "signed in code" },
        ],
        notSeen: [{ name: "network", what: "the children of a remote component" }],
        baseline: {
            accepted: 1,
            gone: [
                {
                    stack: "shop/dev",
                    policy: "no-old",
                    resource: "old",
                    type: "a:b:C",
                    at: "x",
                    fingerprint: "f",
                    count: 1,
                },
            ],
        },
    };
}

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)(
    "the HTML report in a browser (skipped where there is no Chromium)",
    function () {
        this.timeout(180_000);
        const pages = new Pages();
        let file = "";
        let data: StackData;
        before(async () => {
            await pages.start(executable ?? "");
            const text = write(rich());
            file = pages.file("rich.html", text);
            data = dataOf(text);
        });
        after(() => pages.stop());

        const idOf = (name: string, kind: string) =>
            data.nodes.find((node) => node.name === name && node.kind === kind)?.id ?? "";
        const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");
        const isOnBody = (page: Page) => page.evaluate(() => document.activeElement === document.body);
        /** How many findings the list says it shows, and how many it shows. */
        const listed = async (page: Page) => [
            await page.locator(".said").first().textContent(),
            await page.locator(".list .f").count(),
        ];

        describe("each page, in both themes, at 1280 and 390 pixels", () => {
            const several = () => {
                const failures = [{ at: "states/broken.json", why: "it is no JSON" }];
                return html.write(
                    [rich(), reportOf({ stack: "prod" })],
                    { colour: false, width: 110 },
                    { isSeveral: true, failures },
                ).text;
            };
            const shown: readonly (readonly [string, () => { readonly file: string; readonly hash: string }])[] = [
                ["the map", () => ({ file, hash: "" })],
                ["a way", () => ({ file, hash: `#/map/way/${data.ways[0]?.id}` })],
                ["a finding", () => ({ file, hash: `#/map/finding/${data.findings[1]?.id}` })],
                ["a node", () => ({ file, hash: `#/map/node/${idOf("callback", "role")}` })],
                ["a wildcard", () => ({ file, hash: `#/map/node/${idOf("Every table", "wild")}` })],
                ["a network", () => ({ file, hash: `#/map/node/${data.networks[0]?.id}` })],
                ["findings", () => ({ file, hash: "#/findings" })],
                ["roles", () => ({ file, hash: "#/roles" })],
                ["a role", () => ({ file, hash: `#/role/${idOf("callback", "role")}` })],
                ["a role that is not there", () => ({ file, hash: "#/role/0000" })],
                ["coverage", () => ({ file, hash: "#/coverage" })],
                ["several stacks", () => ({ file: pages.file("several.html", several()), hash: "" })],
                ["many nodes", () => ({ file: pages.file("large.html", write(large(300))), hash: "" })],
                [
                    "a pack that draws nothing",
                    () => {
                        const { drawing: _, ...report } = shop();
                        return { file: pages.file("undrawn.html", write(report)), hash: "" };
                    },
                ],
                ["nothing found", () => ({ file: pages.file("clean.html", write(reportOf())), hash: "" })],
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
            it("shows as many nodes as the pack has drawn, in groups or by themselves", async () => {
                const { page, faults, close } = await pages.open(example);
                assert.ok(found.nodes.length > 60, String(found.nodes.length));
                const told = await page.locator(".lane-h .count").allTextContents();
                assert.equal(
                    told.reduce((sum, text) => sum + Number(text), 0),
                    found.nodes.length,
                );
                for (;;) {
                    const group = page.locator(".cells .n.grp").first();
                    if ((await group.count()) === 0) break;
                    await group.click();
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
                const { page, faults, ready, close } = await pages.open(pages.file("2000.html", write(large(2_000))));
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
                const text = write(large(2_000));
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
                        edges: [
                            ...new Map(drawings.flatMap(({ edges }) => edges).map((edge) => [edge.id, edge])).values(),
                        ],
                        ways: drawings
                            .flatMap(({ ways }) => ways)
                            .map((way, index) => ({ ...way, id: `way:${index}` })),
                        roles: drawings.flatMap(({ roles }) => roles),
                        networks: first.drawing.networks,
                    },
                };
                const text = write(report);
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
                    assert.ok(
                        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
                        `390 ${hash}`,
                    );
                }
                assert.deepEqual(faults, []);
                await close();
            });
        });

        describe("from one to the other", () => {
            it("goes from a finding to its node, to that node's finding, and Back", async () => {
                const { page, close } = await pages.open(file);
                await page.locator(".seg [role=tab]", { hasText: "Findings" }).click();
                const star = data.findings.find(({ severity }) => severity === "high");
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
                const { page, close } = await pages.open(file);
                await page.locator("a.way").first().click();
                const [way] = data.ways;
                assert.equal(await page.locator(".cells .n").count(), way?.nodes.length);
                assert.equal(await page.locator(".step").count(), way?.nodes.length);
                assert.match((await page.locator(".fixbox").first().textContent()) ?? "", /AWS_IAM/);
                await page.locator(".back").click();
                assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-id")), way?.id);
                await close();
            });
            it("leaves the map where it is when it is clicked, and isolates what is selected", async () => {
                const { page, close } = await pages.open(pages.file("140.html", write(large(140))));
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
                const { page, close } = await pages.open(file, { hash: `#/map/node/${idOf("Every table", "wild")}` });
                assert.equal(await page.locator(".n.covered").getAttribute("data-id"), idOf("orders", "table"));
                assert.ok((await page.locator(".e.ask.away").count()) >= 1);
                assert.equal(await page.locator(".cells .n.away").count(), 1);
                await close();
            });
            it("fits the map to the window, and goes where the overview is clicked", async () => {
                const { page, close } = await pages.open(pages.file("large.html", write(large(300))));
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
                const { page, close } = await pages.open(file, { hash: "#/findings" });
                const total = data.findings.length;
                const fresh = data.findings.filter(({ isAccepted }) => !isAccepted).length;
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
                const { page, close } = await pages.open(file);
                await page.locator(".tile", { hasText: "Medium" }).click();
                const hidden = data.findings.find(({ severity }) => severity === "high");
                await page.evaluate((to) => {
                    location.hash = to;
                }, `#/map/finding/${hidden?.id}`);
                await page.locator(`.f[data-id="${hidden?.id}"] .more`).waitFor();
                assert.equal(await page.locator(".tile[aria-pressed=true]").count(), 0);
                await close();
            });
            it("say what there is where there is nothing", async () => {
                const { page, close } = await pages.open(pages.file("clean.html", write(reportOf())), {
                    hash: "#/findings",
                });
                assert.match((await page.locator(".empty").textContent()) ?? "", /Nothing found/);
                assert.match((await page.locator("#app h1").textContent()) ?? "", /Nothing found/);
                await close();
            });
            it("of policies, by their result", async () => {
                const { page, close } = await pages.open(file, { hash: "#/coverage" });
                await page.getByLabel("Result", { exact: true }).selectOption("found");
                const found = new Set(
                    data.findings.flatMap((one) => [one, ...(one.also ?? [])]).map(({ policy }) => policy),
                );
                assert.equal(await page.locator(".policies tbody tr").count(), found.size);
                await close();
            });
        });

        describe("by keyboard alone", () => {
            it("reaches search, tabs, list, tools and the map as one stop; arrows move, Enter opens, Esc clears", async () => {
                const { page, close } = await pages.open(file);
                const stops: string[] = [];
                for (let at = 0; at < 40; at += 1) {
                    await page.keyboard.press("Tab");
                    const stop = await page.evaluate(() => {
                        const { activeElement: here } = document;
                        const of = [
                            "skip",
                            "who",
                            "tabs",
                            "find",
                            "ib",
                            "tile",
                            "seg",
                            "way",
                            "tools",
                            "band",
                            "n",
                        ].find((name) => here?.closest(`.${name}`));
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
                const { page, close } = await pages.open(file);
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
                const { page, close } = await pages.open(file);
                for (const hash of [
                    "#/findings",
                    "#/roles",
                    `#/role/${idOf("callback", "role")}`,
                    "#/coverage",
                    "#/map",
                    `#/map/way/${data.ways[0]?.id}`,
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
                const text = html.write(
                    [rich(), reportOf({ stack: "prod" })],
                    { colour: false, width: 110 },
                    { isSeveral: true },
                ).text;
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
                assert.equal(await page.locator("#app tbody tr").count(), 2);
                assert.ok(!(await isOnBody(page)));
                assert.deepEqual(faults, []);
                await close();
            });
        });

        describe("where no script runs", () => {
            const facts = () => data.findings.flatMap((one) => [one, ...(one.also ?? [])]).map(({ fact }) => fact);
            async function readable(page: Page): Promise<void> {
                const text = await page.locator("#plain").innerText();
                for (const fact of facts()) assert.ok(text.includes(fact), fact);
                assert.ok(!(await page.locator("#app").isVisible()));
            }
            it("tells every finding with scripts off", async () => {
                const { page, close } = await pages.open(file, { javaScriptEnabled: false });
                await readable(page);
                await close();
            });
            it("tells every finding where the script fails", async () => {
                const text = readFileSync(file, "utf8");
                const broken1 = pages.file("broken.html", text.replace(/id="stack-0">\{/, 'id="stack-0">'));
                const { page, close } = await pages.open(broken1);
                await readable(page);
                await close();
            });
            it("tells every finding in a sandbox that lets no script run, and works in one that lets scripts alone", async () => {
                const name = path.basename(file);
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
                    const { page, close } = await pages.open(file, { theme });
                    await page.emulateMedia({ media: "print" });
                    await readable(page);
                    const pdf = await page.pdf();
                    assert.ok(pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 10_000);
                    await close();
                }
            });
        });
    },
);
