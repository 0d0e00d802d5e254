import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { compared } from "../../../gate/report/comparison";
import type { Besides } from "../../../gate/report/format";
import { html } from "../../../gate/report/html";
import type { StackData } from "../../../gate/report/html/common/data";
import type { StackList } from "../../../gate/report/html/common/list-data";
import { shown, shownLines } from "../../../gate/report/html/common/shown";
import { idOf } from "../../../gate/report/html/ids";
import { isRelated, joined } from "../../../gate/report/html/joined";
import type { Report } from "../../../gate/report/model";
import { large, reviewed, shop } from "./drawings";
import { dataOf, jsonIn } from "./page-data";
import { findingOn, fullReport, HOSTILE, reportOf } from "./reports";

const page = { colour: false, width: 110 };
const write = (reports: readonly Report[], besides?: Besides) => html.write(reports, page, besides).text;

const plainOf = (text: string) => text.slice(text.indexOf('<main id="plain">'), text.indexOf("</main>"));
/** What a reader sees of markup. */
const read = (markup: string) =>
    markup
        .replace(/<[^>]*>/g, "")
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");
const byName = ({ nodes }: StackData, name: string, kind: string) => {
    const node = nodes.find((one) => one.name === name && one.kind === kind);
    assert.ok(node, name);
    return node;
};

describe("the HTML report", () => {
    describe("as a file", () => {
        it("lets run its own scripts and its own style alone, by their digests", () => {
            const text = write([shop()]);
            const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
            const digest = (inner: string) => `'sha256-${createHash("sha256").update(inner).digest("base64")}'`;
            const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, inner = ""]) => digest(inner));
            const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, inner = ""]) => digest(inner));
            assert.equal(scripts.length, 2);
            assert.equal(styles.length, 1);
            assert.equal(
                policy,
                `default-src 'none'; script-src ${scripts.join(" ")}; style-src ${styles.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`,
            );
        });
        it("names no other file and no address of a network", () => {
            const text = write([shop()]);
            const links = [...text.matchAll(/\s(?:href|src|action|data)="([^"]*)"/g)].map(([, link = ""]) => link);
            assert.deepEqual(
                [...new Set(links)].filter((link) => link !== "data:," && !link.startsWith("#")),
                [],
            );
            assert.doesNotMatch(
                text.replaceAll("http://www.w3.org/2000/svg", ""),
                /@import|url\(|https?:\/\/(?!docs\.aws)/,
            );
        });
        it("is the same for the same report", () => {
            const [one, other] = [write([shop(), fullReport()]), write([shop(), fullReport()])];
            assert.equal(one, other);
        });
        it("tells the verdict in its title", () => {
            assert.match(write([shop()]), /<title>✖ 2 blocking · shop \/ dev<\/title>/);
            assert.match(write([reportOf()]), /<title>✔ nothing blocks · shop \/ dev<\/title>/);
        });
    });

    describe("its data", () => {
        it("has every finding, those of one cause in one entry, the gravest first", () => {
            const report = fullReport();
            const { findings, policies } = dataOf(write([report]));
            const all = findings.flatMap((one) => [one, ...(one.also ?? [])]);
            const said = ({ policy, at, fact }: { policy: string; at: string; fact: string }) =>
                `${policy} ${at} ${fact}`;
            assert.deepEqual(
                all.map((one) => said({ ...one, policy: policies[one.policy]?.name ?? "" })).sort(),
                report.findings.map(said).sort(),
            );
            assert.equal(new Set(all.map(({ id }) => id)).size, report.findings.length);
            assert.equal(findings[0]?.severity, "critical");
            assert.equal(findings.find(({ also }) => also)?.also?.length, 1);
            assert.equal(findings.at(-1)?.isAccepted, true);
        });
        it("joins findings with nodes by URN, also of their parts", () => {
            const data = dataOf(write([shop()]));
            const [url, star] = data.findings;
            assert.deepEqual(url?.nodes, [byName(data, "callback", "url").id]);
            assert.deepEqual(star?.nodes, [byName(data, "callback", "role").id]);
        });
        it("joins findings with edges by what opens these: the same place, and the statement where one is named", () => {
            const data = dataOf(write([shop()]));
            const ends = (ids: readonly string[] = []) =>
                ids.map((id) => data.edges.find((one) => one.id === id)?.says ?? "");
            assert.deepEqual(ends(data.findings[0]?.edges), [
                "Anyone on the internet may call this URL: it asks for no authentication.",
            ]);
            assert.deepEqual(ends(data.findings[1]?.edges), ["callback leads to Every table."]);
        });
        it("holds a place against those above and below it", () => {
            assert.ok(isRelated("policy", "policy.Statement[2]"));
            assert.ok(isRelated("policy.Statement[2].Action", "policy.Statement[2]"));
            assert.ok(isRelated("", "policy"));
            assert.ok(!isRelated("policy", "policyArn"));
            assert.ok(!isRelated("policy.Statement[1]", "policy.Statement[10]"));
        });
        it("takes a finding about a statement for that one's lines alone", () => {
            const report = shop();
            const { drawing, findings } = report;
            const [finding] = findings;
            assert.ok(drawing && finding);
            const [edge] = drawing.edges;
            assert.ok(edge);
            const of = (statement?: string) => ({
                ...{ ...edge, id: `edge ${statement}` },
                via: [{ urn: "policy", path: "policy", ...(statement !== undefined && { statement }) }],
            });
            const edges = [of("Read"), of("statement 2"), of()];
            const found = (statement?: string) =>
                joined({ ...drawing, edges }).edgesOf({
                    ...{ ...finding, urn: "policy", at: "policy.Statement[1]" },
                    ...(statement !== undefined && { statement }),
                });
            const ids = edges.map(({ id }) => idOf(id));
            assert.deepEqual(found("Read"), [ids[0], ids[2]]);
            assert.deepEqual(found("statement 2"), [ids[1], ids[2]]);
            assert.deepEqual(found(), ids);
        });
        it("takes what closes a way from the finding at its door, else from the edge", () => {
            const report = shop();
            const [way] = dataOf(write([report])).ways;
            const found = dataOf(write([report])).findings;
            assert.equal(found.find(({ id }) => id === way?.fix)?.fix, 'Set authorizationType: "AWS_IAM".');
            assert.deepEqual([way?.severity, way?.findings.length], ["critical", 2]);
            const [open] = dataOf(write([{ ...report, findings: [] }])).ways;
            assert.deepEqual([open?.severity, open?.fix, open?.closes], [undefined, undefined, "Ask for a signature."]);
        });
        it("has what a statement leaves out, and what a permissions boundary lets through", () => {
            const { drawing, ...report } = shop();
            assert.ok(drawing);
            const [role] = drawing.roles;
            const [orders] = role?.grants ?? [];
            assert.ok(role && orders);
            const excepting = { ...orders, resources: [{ pattern: "*" }], excepted: orders.resources };
            const within = (boundary: object) =>
                write([
                    {
                        ...report,
                        drawing: {
                            ...drawing,
                            roles: [
                                {
                                    ...role,
                                    grants: [excepting],
                                    boundary: { urn: role.node, path: "permissionsBoundary", ...boundary },
                                },
                            ],
                        },
                    },
                ]);
            const policy = "arn:aws:iam::123456789012:policy/limits";
            const text = within({ policy, grants: [orders] });
            const [page] = dataOf(text).roles;
            assert.deepEqual(page?.grants[0]?.excepted, page?.boundary?.grants?.[0]?.resources);
            assert.equal(page?.boundary?.name, policy);
            const plain = read(plainOf(text));
            assert.match(plain, /dynamodb:PutItem on \* but orders, if aws:SourceVpc/);
            assert.match(
                plain,
                /At most what its permissions boundary arn:aws:iam::123456789012:policy\/limits lets through:/,
            );
            assert.match(
                read(plainOf(within({}))),
                /At most what its permissions boundary lets through, which cannot be read\./,
            );
        });
        it("tells which statements of a role have findings", () => {
            const data = dataOf(write([shop()]));
            const [role] = data.roles;
            assert.deepEqual(
                role?.grants.map(({ statement, findings }) => [statement, findings.length]),
                [
                    ["Orders", 0],
                    ["All", 1],
                ],
            );
        });
        it("has places and components of nodes, what a wildcard covers, and networks", () => {
            const data = dataOf(write([shop()]));
            const { place, group } = byName(data, "callback", "function");
            assert.match(place ?? "", /shop\/code\.ts:40$/);
            assert.equal(group, "payments");
            assert.deepEqual(byName(data, "Every table", "wild").covers, [byName(data, "orders", "table").id]);
            assert.equal(byName(data, "orders", "table").network, data.networks[0]?.id);
        });
        it("keeps its ids from run to run, whatever else is found", () => {
            const ids = (report: Report) => dataOf(write([report])).findings.map(({ id }) => id);
            const more = { ...shop(), findings: [findingOn("another"), ...shop().findings] };
            for (const id of ids(shop())) assert.ok(ids(more).includes(id));
        });
        it("has what a baseline accepts and what is gone", () => {
            const gone = {
                stack: "shop/dev",
                policy: "no-old",
                resource: "old",
                type: "a:b:C",
                at: "x",
                fingerprint: "f",
                count: 2,
            };
            const report = { ...shop(), baseline: { accepted: 1, gone: [gone] } };
            const text = write([
                { ...report, findings: report.findings.map((one, at) => (at ? one : { ...one, accepted: true })) },
            ]);
            const data = dataOf(text);
            assert.deepEqual(data.gone, [{ policy: "no-old", resource: "old", type: "a:b:C", at: "x", count: 2 }]);
            assert.match(read(plainOf(text)), /Blocked: 1 new finding stops this deployment/);
            assert.match(read(plainOf(text)), /1 accepted by the baseline, 1 gone/);
            assert.equal(dataOf(write([shop()])).gone, undefined);
        });
    });

    describe("of a comparison", () => {
        it("has its sentences, each with the nodes and edges that it is about", () => {
            const data = dataOf(write([reviewed()]));
            const { newly = [], gone = [] } = data.changes ?? {};
            const names = (ids: readonly string[]) => ids.map((id) => data.nodes.find((one) => one.id === id)?.kind);
            assert.deepEqual(
                newly.map(({ title, changes }) => [
                    title,
                    changes.map(({ nodes, edges }) => [names(nodes), edges.length]),
                ]),
                [
                    ["Grants", [[["role", "wild"], 1]]],
                    ["Callers", [[["url", "internet", "wild", "table", "function", "role"], 5]]],
                ],
            );
            assert.deepEqual(
                newly.flatMap(({ changes }) =>
                    changes.map(({ marked }) => [names([marked.node ?? ""]), marked.edges.length]),
                ),
                [
                    [["role"], 1],
                    [["url"], 1],
                ],
            );
            assert.deepEqual(
                gone.map(({ changes }) => changes.map(({ text }) => text)),
                [["callback (IAM role): dynamodb:DeleteItem on orders (DynamoDB table) (where aws:SourceVpc)"]],
            );
        });
        it("marks findings that are new, and says in its verdict how much is newly allowed", () => {
            const text = write([reviewed()]);
            assert.deepEqual(
                dataOf(text).findings.map(({ isNew }) => isNew),
                [undefined, true],
            );
            assert.match(read(plainOf(text)), /Newly allowed, against main: 1 grant, 1 caller\./);
        });
        it("tells all of it without script, and nothing where there is none", () => {
            const plain = read(plainOf(write([reviewed()])));
            const { changes } = dataOf(write([reviewed()]));
            assert.ok(changes);
            for (const { text, below } of [...changes.newly, ...changes.gone].flatMap((one) => one.changes))
                for (const one of [text, ...below]) assert.ok(plain.includes(one), one);
            assert.ok(
                plain.includes(changes.title) && plain.includes(changes.goneTitle) && plain.includes(changes.last),
            );
            assert.equal(dataOf(write([shop()])).changes, undefined);
            assert.ok(!read(plainOf(write([shop()]))).includes("newly allows"));
        });
        it("counts in the list of stacks what each newly allows", () => {
            const text = write([reviewed(), reportOf({ stack: "prod" })], { isSeveral: true });
            assert.deepEqual(
                dataOf<StackList>(text, "stacks").stacks.map(({ newly }) => newly),
                [2, undefined],
            );
            assert.match(read(plainOf(text)), /Newly allowed/);
        });
        it("marks nothing on the map where all is new", () => {
            const now = shop();
            const against = { kind: "git", at: "main", project: "shop", stack: "dev" } as const;
            const text = write([compared(now, undefined, against, "main has no such stack")]);
            assert.equal(dataOf(text).changes?.isAllNew, true);
            assert.doesNotMatch(plainOf(text), /class="new"/);
            assert.match(plainOf(write([reviewed()])), /class="new"/);
        });
    });

    describe("without script", () => {
        it("tells every finding, way, grant and policy of its data", () => {
            for (const report of [shop(), fullReport()]) {
                const text = write([report]);
                const plain = read(plainOf(text));
                const { findings, ways, policies, undecided, exempted } = dataOf(text);
                for (const { fact, fix, place } of findings.flatMap((one) => [one, ...(one.also ?? [])])) {
                    assert.ok(plain.includes(fact), fact);
                    assert.ok(plain.includes(fix), fix);
                    if (place !== undefined) assert.ok(plain.includes(place), place);
                }
                for (const { name } of policies) assert.ok(plain.includes(name), name);
                for (const { awaits } of undecided) for (const one of awaits) assert.ok(plain.includes(one), one);
                for (const { reason } of exempted) assert.ok(plain.includes(reason), reason);
                assert.equal(plain.includes("Close it:"), ways.length > 0);
            }
        });
        it("draws each node of the map once, from the same layout", () => {
            const text = plainOf(write([shop()]));
            const names = [...text.matchAll(/<use[^>]*><text>([^<]*)<\/text>/g)].map(([, name = ""]) => name);
            assert.deepEqual(names.sort(), [
                "Every table",
                "Internet",
                "alerts",
                "callback",
                "callback",
                "callback",
                "logs",
                "orders",
            ]);
        });
        it("draws a group for many nodes", () => {
            const text = plainOf(write([large(400)]));
            const names = [...text.matchAll(/<use[^>]*><text>/g)];
            assert.ok(names.length < 200, String(names.length));
        });
    });

    describe("over several stacks", () => {
        const failures = [{ at: "states/broken.json", why: "it is no JSON" }];
        const text = write([shop(), reportOf({ stack: "prod" })], { isSeveral: true, failures });
        it("has a row for each, with its verdict, severities and ways, and those that could not be judged", () => {
            const list = dataOf<StackList>(text, "stacks");
            assert.deepEqual(
                list.stacks.map(({ stack, stops, severities, ways }) => [
                    stack,
                    stops,
                    severities.critical,
                    severities.high,
                    ways,
                ]),
                [
                    ["dev", 2, 1, 1, 1],
                    ["prod", 0, 0, 0, 0],
                ],
            );
            assert.deepEqual(list.failures, failures);
            assert.equal(new Set(list.stacks.map(({ key }) => key)).size, 2);
        });
        it("has each stack's data apart", () => {
            assert.deepEqual([dataOf(text).stack, dataOf(text, "stack-1").stack], ["dev", "prod"]);
        });
        it("tells all of it without script", () => {
            const plain = read(plainOf(text));
            assert.match(plain, /2 stacks/);
            assert.match(plain, /states\/broken\.json: it is no JSON/);
            assert.match(plain, /shop \/ prod/);
        });
        it("tells two states of one name apart", () => {
            const record = { of: "state", at: "a.json" } as const;
            const two = write([reportOf({ record }), reportOf({ record })], { isSeveral: true });
            const { stacks } = dataOf<StackList>(two, "stacks");
            assert.equal(new Set(stacks.map(({ key }) => key)).size, 2);
        });
    });

    describe("of a pack that draws nothing", () => {
        it("has a node for each resource that something is said of", () => {
            const { drawing: _, ...report } = shop();
            const data = dataOf(write([report]));
            assert.ok(!data.isDrawn);
            assert.deepEqual([data.nodes.length, data.edges.length, data.ways.length, data.roles.length], [2, 0, 0, 0]);
            for (const { nodes } of data.findings) assert.equal(nodes.length, 1);
        });
        it("is told of a pack that tells nothing of itself", () => {
            const { pack: _, checksByPolicy: __, ...report } = fullReport();
            const data = dataOf(write([report]));
            assert.equal(data.tool, "");
            assert.deepEqual(data.policies.map(({ name }) => name).sort(), [
                "api-access-logging",
                "lambda-url-auth-required",
            ]);
        });
    });

    describe("whatever a name says", () => {
        const TAGS =
            /^<\/?(?:!doctype|html|head|meta|link|title|style|script|body|div|main|section|svg|defs|path|circle|rect|use|text|g|h1|h2|h3|p|b|small|ol|ul|li|code|br|article|table|thead|tbody|tr|th|td)\b/;
        for (const [what, name] of Object.entries(HOSTILE))
            it(`is a text: ${what}`, () => {
                const report = { ...reviewed(name, name), project: name, stack: name };
                const text = write([{ ...report, findings: report.findings.map((one) => ({ ...one, note: name })) }]);
                const outside = text.replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, "$1$3");
                for (const [tag] of outside.matchAll(/<[^>]*>?/g)) {
                    assert.match(tag, TAGS);
                    assert.doesNotMatch(tag, /\son\w+=|javascript:/i);
                }
                assert.doesNotMatch(jsonIn(text, "stack-0"), /[<>&\u2028\u2029]/);
                const data = dataOf(text);
                assert.equal(data.project, shown(name));
                assert.ok(read(plainOf(text)).includes(shown(name).slice(0, 40)));
                assert.doesNotMatch(
                    text,
                    /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u,
                );
                assert.doesNotMatch(text, /##\[|##vso\[|^\s*::/m);
            });
        it("shows what turns a text, joins or hides characters", () => {
            assert.equal(shown("a\u202eb\u200bc\nd\u0000"), "a⟨U+202E⟩b⟨U+200B⟩c⟨U+000A⟩d⟨U+0000⟩");
            assert.equal(shown("\ud800"), "⟨U+D800⟩");
            assert.equal(shown("שם 😀 função"), "שם 😀 função");
            assert.equal(shownLines("a\r\nb\tc"), "a\nb    c");
        });
    });
});
