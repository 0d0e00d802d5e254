import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { byCause } from "../../gate/report/causes";
import { type Finding, makeReport, type Report, type ReportSource } from "../../gate/report/model";
import { terminalReport } from "../../gate/report/terminal";
import type { JournalCheck } from "../../pack/journal";

const root = path.resolve(__dirname, "../..");

const finding: Finding = {
    policy: "lambda-url-auth-required",
    level: "mandatory",
    severity: "critical",
    urn: "urn:pulumi:dev::shop::aws:lambda/functionUrl:FunctionUrl::callback",
    type: "aws:lambda/functionUrl:FunctionUrl",
    name: "callback",
    title: "Function URLs authenticate their callers.",
    at: "authorizationType",
    fact: "allows callers without authentication: the URL is public",
    why: "A URL without authentication lets anyone on the internet run the function, without limit and at your cost.",
    fix: 'Set authorizationType: "AWS_IAM".',
    failed: false,
    location: { file: "shop/index.ts", line: 12, column: 5 },
};
const empty: Report = {
    project: "shop",
    stack: "dev",
    resources: 3,
    judged: 3,
    checks: 17,
    findings: [],
    undecided: [],
    exempted: [],
    notSeen: [],
    lookups: [],
    milliseconds: 2345,
};
const open = { policy: "one-role-per-function", severity: "high", urn: "urn", name: "orders", awaits: ["orders.role"] };
const plain = { colour: false, width: 110 };
const ESCAPE = "\u001b";

describe("findings with one cause", () => {
    const shared = { policy: "another-policy", severity: "high", cause: 0, with: finding.policy };
    const other: Finding = { ...finding, ...shared, fix: "Set something else too." };
    const speaker: Finding = { ...finding, cause: 0 };

    it("are one entry and one violation, in which the others are named with their fixes", () => {
        const text = terminalReport({ ...empty, findings: [speaker, other] }, { colour: false, width: 200 });
        assert.match(
            text,
            /Also another-policy \(high\): allows callers without authentication: the URL is public\. Set something else too\./,
        );
        assert.match(text, /shop\/dev: 1 mandatory violation, 0 advisory/);
        assert.equal(text.match(/Why:/g)?.length, 1);
    });
    it("say a fix that they share once", () => {
        const text = terminalReport(
            { ...empty, findings: [speaker, { ...other, fix: finding.fix }] },
            { ...plain, width: 200 },
        );
        assert.match(
            text,
            /Also another-policy \(high\): allows callers without authentication: the URL is public\.\n/,
        );
    });
    it("are told by a mandatory one before an advisory one", () => {
        const advisory = { ...speaker, level: "advisory" as const };
        assert.deepEqual(byCause([advisory, other]), [{ finding: other, also: [advisory] }]);
    });
    it("stand alone where the others are not in the report", () => {
        assert.deepEqual(byCause([other]), [{ finding: other, also: [] }]);
    });
});

describe("the terminal report", () => {
    it("tells each finding with its place, reason and fix, by resource, and sums up", () => {
        const advisory: Finding = {
            ...finding,
            policy: "a-second-policy",
            level: "advisory",
            severity: "medium",
            at: "",
            fact: "This check could not be completed.",
            failed: true,
        };
        const other: Finding = { ...finding, urn: `${finding.urn}-2`, name: "other" };
        const { location: _, ...nowhere } = other;
        assert.equal(
            terminalReport({ ...empty, findings: [finding, advisory, nowhere] }, plain),
            [
                "callback  aws:lambda/functionUrl:FunctionUrl  shop/index.ts:12:5",
                "  ✖ mandatory  critical  lambda-url-auth-required",
                "    authorizationType: allows callers without authentication: the URL is public",
                "    Why: A URL without authentication lets anyone on the internet run the function, without limit and at your",
                "      cost.",
                '    Fix: Set authorizationType: "AWS_IAM".',
                "",
                "  ⚠ advisory  medium  a-second-policy  (check failed)",
                "    This check could not be completed.",
                "    Why: A URL without authentication lets anyone on the internet run the function, without limit and at your",
                "      cost.",
                '    Fix: Set authorizationType: "AWS_IAM".',
                "",
                "other  aws:lambda/functionUrl:FunctionUrl",
                "  ✖ mandatory  critical  lambda-url-auth-required",
                "    authorizationType: allows callers without authentication: the URL is public",
                "    Why: A URL without authentication lets anyone on the internet run the function, without limit and at your",
                "      cost.",
                '    Fix: Set authorizationType: "AWS_IAM".',
                "",
                "shop/dev: 2 mandatory violations, 1 advisory, 0 undecided",
                "3 resources, 17 checks, 0 exempted, 2.3 s",
                "",
            ].join("\n"),
        );
    });
    it("of a clean stack is its summary", () => {
        assert.equal(
            terminalReport({ ...empty, resources: 1, checks: 1 }, plain),
            "shop/dev: no mandatory violation, 0 advisory, 0 undecided\n1 resource, 1 check, 0 exempted, 2.3 s\n",
        );
    });
    it("of an empty program says that it is empty", () => {
        assert.match(
            terminalReport({ ...empty, resources: 0 }, plain),
            /^The program registered no resources\.\nshop\/dev: .*\n0 resources/,
        );
    });
    it("names what is undecided, exempted and not seen, a dozen of each at most", () => {
        const text = terminalReport(
            {
                ...empty,
                undecided: [
                    { ...open, severity: "medium", policy: "a-policy" },
                    open,
                    ...Array.from({ length: 13 }, (_, index) => ({ ...open, awaits: [`orders.input${index}`] })),
                ],
                exempted: [{ ...open, awaits: [], reason: "signed in code" }],
                notSeen: [{ name: "network", what: "the children of a remote component" }],
            },
            plain,
        );
        assert.match(
            text,
            /^Undecided, waiting for\n {2}orders\.role: one-role-per-function \(high\), a-policy \(medium\)\n {2}orders\.input0: one-role/,
        );
        assert.match(text, /\n {2}… and 2 more\n\nExempted\n {2}one-role-per-function at orders: signed in code\n/);
        assert.match(text, /\nNot seen: network: the children of a remote component\.\n\n/);
        assert.match(text, /15 undecided, 1 not seen\n3 resources, 17 checks, 1 exempted, 2\.3 s\n$/);
    });
    it("keeps the lines of a message, and every word of it", () => {
        const text = terminalReport({ ...empty, findings: [{ ...finding, fact: "first\nsecond" }] }, plain);
        assert.match(text, /\n {4}authorizationType: first\n {4}second\n/);
    });

    for (const width of [40, 60, 80, 120]) {
        it(`keeps to ${width} columns where words allow, and loses none`, () => {
            const report = { ...empty, findings: [finding], undecided: [open] };
            const text = terminalReport(report, { colour: false, width });
            const body = text.split("\n").filter((line) => line.startsWith("    "));
            for (const line of body) assert.ok(line.length <= Math.max(width, 44), `${line.length}: ${line}`);
            const words = (of: string) => of.split(/\s+/).filter((word) => word !== "");
            for (const part of [finding.fact, finding.why, finding.fix]) {
                assert.ok(words(text).join(" ").includes(words(part).join(" ")), part);
            }
        });
    }
    it("has colours only where they are asked for", () => {
        const report = { ...empty, findings: [finding], undecided: [open] };
        const coloured = terminalReport(report, { ...plain, colour: true });
        assert.ok(coloured.includes(ESCAPE));
        assert.ok(!terminalReport(report, plain).includes(ESCAPE));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters.
        assert.equal(coloured.replace(/\u001b\[\d+m/g, ""), terminalReport(report, plain));
    });
});

describe("aws-serverless-security check, in a pipe", function () {
    this.timeout(60_000);
    const ran = (env: Record<string, string>, ...args: readonly string[]) => {
        const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
        const gate = path.join(root, "bin/gate/main.js");
        const { status, stdout, stderr } = spawnSync(process.execPath, [gate, "check", ...args], {
            cwd: root,
            encoding: "utf8",
            env: { ...rest, ...env },
        });
        assert.ok(status === 0 || status === 1, stderr);
        return { status, stdout, stderr };
    };
    const program = "tests/gate/programs/typescript";
    it("prints no colour codes, no progress, and nothing besides the report", () => {
        const { stdout, stderr } = ran({}, program);
        assert.ok(!stdout.includes(ESCAPE));
        assert.equal(stderr, "");
        assert.match(
            stdout,
            /^url-not a number {2}aws:lambda\/functionUrl:FunctionUrl {2}tests\/gate\/programs\/typescript\/index\.ts:4:1\n/,
        );
    });
    it("prints colour codes where the environment forces them, but not where it forbids them", () => {
        assert.ok(ran({ FORCE_COLOR: "1" }, program).stdout.includes(ESCAPE));
        assert.ok(!ran({ FORCE_COLOR: "1", NO_COLOR: "1" }, program).stdout.includes(ESCAPE));
        assert.ok(!ran({ FORCE_COLOR: "1" }, program, "--no-color").stdout.includes(ESCAPE));
    });
    it("says the same from run to run, but for the time", () => {
        const timeless = () =>
            ran({}, "tests/gate/programs/features", "--config-secret", "sealed=x").stdout.replace(/, \d+\.\d s\n$/, "");
        assert.equal(timeless(), timeless());
    });
});

describe("what is undecided or exempted", () => {
    it("comes by severity, policy and resource, in whichever order a program registered its resources", () => {
        const check = (policy: string, severity: "critical" | "low", name: string): JournalCheck => ({
            kind: "check",
            verdict: "undecided",
            policy,
            severity,
            urn: `urn:pulumi:dev::shop::aws:sqs/queue:Queue::${name}`,
            at: "policy",
            fact: "",
            why: "",
            fix: "",
            message: name,
            awaits: ["policy"],
        });
        const checks = [
            check("b", "low", "y"),
            check("b", "low", "x"),
            check("z", "critical", "y"),
            check("a", "low", "z"),
        ];
        const source: ReportSource = {
            project: { name: "shop", folder: root },
            stack: "dev",
            resources: [],
            diagnostics: [],
            journal: { checks, count: 1, counts: {} },
            notSeen: [],
            lookups: [],
            milliseconds: 1,
        };
        const told = makeReport(source).undecided.map(({ policy, name }) => `${policy} ${name}`);
        assert.deepEqual(told, ["z y", "a z", "b x", "b y"]);
    });
});
