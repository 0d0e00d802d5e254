import assert from "node:assert/strict";
import { compared } from "../../../gate/report/comparison";
import { FORMATS, type FormatName } from "../../../gate/report/formats";
import type { Report } from "../../../gate/report/model";
import { findingOn, HOSTILE, reportOf } from "../formats/reports";
import { reportMisfits, sarifMisfits } from "../formats/schemas";
import { drawn, edge, everyTable, grant, internet, resource, way } from "./drawings";

const page = { colour: false, width: 110 };
const AGAINST = { kind: "git", at: "main", commit: "0123456789abcdef0123", project: "shop", stack: "dev" } as const;

/** A stack in which everything may be done, and one in which nothing is; `name` stands wherever a name can. */
function reports(name: string): { readonly before: Report; readonly now: Report } {
    const [url, checkout, role, orders] = [
        resource("url", name),
        resource("function", `${name}-checkout`),
        resource("role", `${name}-role`),
        resource("table", `${name}-orders`),
    ];
    const wild = everyTable(orders);
    const open = edge(internet, "calls", url, {
        isOpen: true,
        says: `Anyone may call ${name}.`,
        label: name,
        closes: name,
    });
    const edges = [open, edge(url, "triggers", checkout), edge(checkout, "runs-as", role)];
    const waits = edge(internet, "triggers", checkout, { says: `${name} may call.`, awaits: [name] });
    const may = edge(role, "may", orders, { actions: ["dynamodb:*"] });
    const nodes = [internet, url, checkout, role, orders, wild];
    const grants = [
        grant("dynamodb:*", orders, { urn: url.id, statement: name }),
        grant("dynamodb:GetItem", wild, { condition: [name] }),
        grant("sqs:SendMessage", name, { isWide: true }),
        grant("logs:PutLogEvents", name, { isQuiet: true }),
    ];
    const now = drawn(nodes, {
        edges: [...edges, waits, may],
        ways: [way([...edges, may], orders)],
        roles: [[role, ...grants]],
    });
    const before = drawn(nodes.slice(1, 5), {
        edges: edges.slice(1),
        roles: [[role, grant("dynamodb:GetItem", orders)]],
    });
    const declared = { [url.id]: { location: { file: `shop/${name}.ts`, line: 12, column: 5 } } };
    const found = [findingOn(name), findingOn(`${name}-old`)];
    return {
        now: reportOf({
            drawing: now.drawing,
            declared,
            findings: [found[0] ?? findingOn(name), findingOn(`${name}-new`)],
        }),
        before: reportOf({ drawing: before.drawing, findings: found }),
    };
}

function written(format: FormatName, report: Report): string {
    return FORMATS[format].write([report], page).text;
}

describe("a comparison in reports", () => {
    const { before, now } = reports("callback");
    const report = compared(now, before, AGAINST);

    it("stands before the last lines of the terminal's", () => {
        const text = written("terminal", report);
        const from = text.indexOf("What this change");
        assert.deepEqual(text.slice(from).split("\n"), [
            "What this change newly allows, against main (012345678)",
            "  1 change of housekeeping left out, such as a function's own logs.",
            "  Grants",
            "    + callback-role (IAM role): sqs:SendMessage on callback",
            "      By statement 1 of policy at policy",
            "    + callback-role (IAM role): dynamodb:* on callback-orders (DynamoDB table); before: dynamodb:GetItem",
            "      By callback of policy at callback (shop/callback.ts:12)",
            "    + callback-role (IAM role): dynamodb:GetItem on All tables (where callback); before: on callback-orders",
            "      (DynamoDB table)",
            "      By statement 1 of policy at policy",
            "  Callers",
            "    + Anyone may call callback. (shop/callback.ts:12)",
            "      Opens The internet → callback → callback-checkout → callback-role → callback-orders (DynamoDB table)",
            "  Undecided",
            "    + callback may call. That waits for callback.",
            "  1 new finding, 1 gone.",
            "",
            "shop/dev: 2 mandatory violations, 0 advisory, 0 undecided",
            "3 resources, 17 checks, 0 exempted, 2.3 s",
            "",
        ]);
    });
    it("says what is gone, and what the other one is", () => {
        const text = written("terminal", compared(before, now, { ...AGAINST, kind: "state", at: "live.json" }));
        assert.match(
            text,
            /This change allows nothing that live\.json \(012345678\) does not\nWhat it no longer allows\n {2}Grants\n/,
        );
        assert.match(text, /\n {4}- Anyone may call callback\.\n/);
        const alone = written("terminal", compared(now, undefined, AGAINST, "main has no stack dev"));
        assert.match(alone, /newly allows, against main .*\n {2}main has no stack dev: all of it is new\.\n/);
        const { drawing: _, ...undrawn } = before;
        assert.match(
            written("terminal", compared(now, undrawn, AGAINST)),
            /Not compared: this policy pack draws no stack/,
        );
    });
    it("fits the schemas of JSON and SARIF, where findings say whether they are new", () => {
        const told = JSON.parse(written("json", report));
        assert.deepEqual(reportMisfits(told), []);
        assert.deepEqual(
            told.findings.map(({ name, isNew }: { name: string; isNew?: true }) => [name, isNew]),
            [
                ["callback", undefined],
                ["callback-new", true],
            ],
        );
        const log = JSON.parse(written("sarif", report));
        assert.deepEqual(sarifMisfits(log), []);
        assert.deepEqual(
            log.runs[0].results.map((one: { baselineState: string }) => one.baselineState),
            ["unchanged", "new"],
        );
        const { baselineState } = JSON.parse(written("sarif", now)).runs[0].results[0];
        assert.equal(baselineState, undefined);
    });
    it("is the first thing in a comment, and leaves room for the findings", () => {
        const text = written("markdown", report);
        assert.match(
            text,
            /^<!--.*-->\n###.*\n\n.*\n\n\*\*What this change newly allows, against main \(012345678\)\*\*\n/,
        );
        assert.match(text, /\n\*\*Callers\*\*\n\n- Anyone may call callback\. .*\n {2}- Opens The internet → /);
        assert.ok(text.indexOf("**Callers**") < text.indexOf("<details><summary>❌"));
        const many = Array.from({ length: 2000 }, (_, index) =>
            grant("s3:*", `arn:aws:s3:::bucket-${index}`, { statement: `s${index}` }),
        );
        const role = resource("role", "role");
        const large = compared(
            reportOf({ findings: now.findings, drawing: drawn([role], { roles: [[role, ...many]] }).drawing }),
            reportOf({ drawing: drawn([role]).drawing }),
            AGAINST,
        );
        const comment = written("markdown", large);
        assert.ok(comment.length < 65_536, String(comment.length));
        assert.match(comment, /\n- … and \d+ more\n/);
        assert.match(comment, /<code>callback-new<\/code>/);
    });
    it("holds no control character, no command and no markup of a name's", () => {
        for (const [what, name] of Object.entries(HOSTILE)) {
            const own = reports(name);
            const hostile = compared(own.now, own.before, { ...AGAINST, at: name, stack: name });
            assert.deepEqual(reportMisfits(JSON.parse(written("json", hostile))), [], what);
            for (const format of ["terminal", "markdown", "json", "sarif"] as const) {
                const text = written(format, hostile);
                assert.doesNotMatch(
                    text,
                    /(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
                    `${what} in ${format}`,
                );
                assert.doesNotMatch(text, /##(?:\[|vso\[|teamcity\[)/, `${what} in ${format}`);
                assert.doesNotMatch(text, /^\s*::/m, `${what} in ${format}`);
            }
            const markup = written("markdown", hostile).replace(/<\/?(?:details|summary|code|br)>|<!--.*?-->|\n/g, "");
            assert.doesNotMatch(markup, /[<>]|\]\(|https:\/\/|@everyone/, what);
        }
    });
});
