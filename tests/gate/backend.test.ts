/** The built command on states, whole backends, shards of them, and streams of events. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseAllDocuments } from "yaml";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { shardOf } from "../../gate/recorded/shard";
import type { Report } from "../../gate/report/model";
import { administrator, checkpoint, encrypted, exported, type Place, quiet, zipped } from "../support/states";

const root = path.resolve(__dirname, "../..");
const command = path.join(root, "bin/gate/main.js");

interface Ran {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}

interface Judged {
    readonly reports: readonly Report[];
    readonly failures: readonly { readonly at: string; readonly why: string }[];
    readonly shard?: { readonly index: number; readonly total: number };
}

interface Surroundings {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
}

/** What a CI system may have set for these tests themselves is not theirs. */
const { CI_NODE_INDEX: _, CI_NODE_TOTAL: __, ...environment } = process.env;

function run(file: string, args: readonly string[], { cwd = root, env = {} }: Surroundings = {}): Promise<Ran> {
    return new Promise((resolve) => {
        const child = spawn(file, args, { cwd, env: { ...environment, NO_COLOR: "1", ...env } });
        let [out, err] = ["", ""];
        child.stdout.on("data", (data) => {
            out += String(data);
        });
        child.stderr.on("data", (data) => {
            err += String(data);
        });
        child.once("close", (code) => resolve({ code, out, err }));
    });
}

const gate = (args: readonly string[], around?: Surroundings) => run(process.execPath, [command, ...args], around);

const parsed = <T>({ out, err }: Ran): T => {
    assert.notEqual(out, "", err);
    return JSON.parse(out) as T;
};

/** A report without what differs from run to run. */
const timeless = (reports: readonly Report[]) => reports.map(({ milliseconds, ...report }) => report);

describe("aws-serverless-security check, of what is deployed", function () {
    this.timeout(300_000);
    let scratch = "";
    before(() => {
        scratch = mkdtempSync(path.join(tmpdir(), "backend-test-"));
    });
    after(() => rmSync(scratch, { recursive: true, force: true }));

    function written(name: string, content: string | Buffer): string {
        const file = path.join(scratch, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
        return file;
    }

    describe("a state", () => {
        it("is judged, with the places that it knows", async () => {
            const { code, out } = await gate(["check", written("state.json", exported(administrator()))]);
            assert.equal(code, 1, out);
            assert.match(
                out,
                /rights {2}aws:iam\/rolePolicy:RolePolicy {2}api\/roles\.ts:12:5\n.*exec-role-no-admin-access/,
            );
            assert.match(out, /shop\/live: \d+ mandatory/);
        });
        it("leaves undecided what is encrypted, and quotes no secret", async () => {
            const file = written("encrypted.json", exported(administrator(undefined, encrypted)));
            const ran = await gate(["check", file, "--json"]);
            const { findings, undecided } = parsed<Report>(ran);
            assert.deepEqual(
                findings.filter(({ policy }) => policy === "exec-role-no-admin-access"),
                [],
            );
            assert.ok(
                undecided.some(({ policy, awaits }) => policy === "exec-role-no-admin-access" && awaits.length > 0),
            );
        });
        it("is told of as undecided where it lacks a function's code", async () => {
            const code = {
                "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
                hash: "00",
                path: "./app",
            };
            const [stack, role, rights] = administrator();
            const urn = "urn:pulumi:live::shop::aws:lambda/function:Function::orders";
            const inputs = { code, role: "orders", handler: "index.handler", runtime: "nodejs22.x" };
            const lambda = { urn, custom: true, type: "aws:lambda/function:Function", inputs, outputs: inputs };
            assert.ok(stack && role && rights);
            const file = written("code.json", exported([stack, role, rights, lambda]));
            const { undecided } = parsed<Report>(await gate(["check", file, "--json"], { cwd: scratch }));
            assert.ok(undecided.some(({ awaits }) => awaits.some((place) => /^orders\.code \(/.test(place))));
        });
        it("exits with 2 and says why where it cannot be judged", async () => {
            const whole = exported(administrator());
            const cases: readonly (readonly [string, string, RegExp])[] = [
                ["truncated.json", whole.slice(0, -30), /truncated\.json is truncated/],
                ["other.json", "no JSON", /other\.json is not JSON/],
                ["version.json", whole.replace('"version":3', '"version":7'), /of version 7: versions 1 to 4/],
                ["empty.json", exported([]), /holds no resources \(--allow-empty lets that pass\)/],
            ];
            for (const [name, content, says] of cases) {
                const { code, out, err } = await gate(["check", written(name, content)]);
                assert.deepEqual([code, out], [2, ""], name);
                assert.match(err, says);
            }
            const { code, err } = await gate(["check", path.join(scratch, "absent.json")]);
            assert.equal(code, 2);
            assert.match(err, /there is no file .*absent\.json/);
        });
        it("has the findings of pulumi policy analyze", async function () {
            if (!(await hasPulumi())) this.skip();
            const file = written("analyzed.json", exported(administrator()));
            const env = { PULUMI_HOME: scratch, PULUMI_SKIP_UPDATE_CHECK: "true" };
            const args = ["policy", "analyze", "--file", file, "--policy-pack", root, "--non-interactive", "--json"];
            const analyzed = written("analyzed.jsonl", (await run("pulumi", args, { cwd: scratch, env })).out);
            const theirs = parsed<Report>(await gate(["report", analyzed, "--json"]));
            const ours = parsed<Report>(await gate(["check", file, "--json"], { cwd: scratch }));
            const lines = ({ findings }: Report) =>
                findings
                    .filter(({ policy }) => policy !== "undecided-checks")
                    .map(({ policy, urn, level, at, fact, fix }) =>
                        [policy, urn, level, at, fact.toLowerCase(), fix].join(" "),
                    );
            assert.notEqual(lines(ours).length, 0);
            assert.deepEqual(lines(ours), lines(theirs));
        });
    });

    describe("a backend", () => {
        const places: readonly Place[] = Array.from({ length: 24 }, (_, index) => ({
            project: `project-${index % 5}`,
            stack: `stack-${index}`,
        }));
        let backend = "";
        before(() => {
            backend = path.join(scratch, "backend");
            for (const [index, place] of places.entries()) {
                const text = checkpoint(index % 4 === 0 ? administrator(place) : quiet(place), place);
                const file = `backend/.pulumi/stacks/${place.project}/${place.stack}.json`;
                if (index % 3 === 0) written(`${file}.gz`, zipped(text));
                else written(file, text);
                written(`${file}.bak`, "the state before");
            }
        });

        it("is one report over all its stacks, in order", async () => {
            const ran = await gate(["check", backend, "--json"]);
            const { reports, failures } = parsed<Judged>(ran);
            assert.equal(ran.code, 1);
            assert.deepEqual(failures, []);
            const keys = reports.map(({ project, stack }) => `${project}/${stack}`);
            assert.deepEqual(keys, places.map(({ project, stack }) => `${project}/${stack}`).sort());
            const violated = reports.filter(({ findings }) => findings.some(({ level }) => level === "mandatory"));
            assert.equal(violated.length, 6);
        });
        it("reads for a person stack by stack, and sums up", async () => {
            const { out } = await gate(["check", `file://${backend}`, "--parallel", "1"]);
            assert.match(out, /\n24 stacks: \d+ mandatory violations in 6 stacks, \d+ advisory, \d+ undecided\n$/);
        });
        it("is judged but for what is broken, which is named; and then exits with 2", async () => {
            const broken = written("broken/.pulumi/stacks/shop/live.json", checkpoint(administrator()));
            written("broken/.pulumi/stacks/shop/torn.json", readFileSync(broken, "utf8").slice(0, 300));
            written("broken/.pulumi/stacks/old.json", checkpoint(quiet({ project: "old", stack: "old" })));
            written(
                "broken/.pulumi/stacks/shop/never.json",
                JSON.stringify({ version: 3, checkpoint: { stack: "never" } }),
            );
            const ran = await gate(["check", path.join(scratch, "broken"), "--json"]);
            const { reports, failures } = parsed<Judged>(ran);
            assert.equal(ran.code, 2);
            assert.match(ran.err, /^Cannot check: \.pulumi\/stacks\/shop\/torn\.json is truncated/m);
            assert.deepEqual(
                failures.map(({ at }) => at),
                [".pulumi/stacks/shop/torn.json"],
            );
            assert.deepEqual(
                reports.map(({ project, stack, resources }) => [project, stack, resources]),
                [
                    ["old", "old", 1],
                    ["shop", "live", 2],
                    ["shop", "never", 0],
                ],
            );
        });
        it("knows a stack's tags", async () => {
            const place = { project: "tagged", stack: "blue" };
            const keyed = JSON.stringify({ version: 1, tags: { environment: "production" } });
            written("tags/.pulumi/stacks/tagged/blue.json", checkpoint(administrator(place), place));
            const open = parsed<Report>(await gate(["check", path.join(scratch, "tags"), "--json"]));
            written("tags/.pulumi/stacks/tagged/blue.pulumi-tags", keyed);
            const told = parsed<Report>(await gate(["check", path.join(scratch, "tags"), "--json"]));
            const waiting = ({ undecided }: Report) =>
                undecided.filter(({ awaits }) => awaits.includes("aws-serverless-security:environment")).length;
            assert.deepEqual([waiting(open) >= 0, waiting(told)], [true, 0]);
        });
        it("without stacks exits with 2, as does one without resources", async () => {
            mkdirSync(path.join(scratch, "none/.pulumi"), { recursive: true });
            const { code, err } = await gate(["check", path.join(scratch, "none")]);
            assert.equal(code, 2);
            assert.match(err, /holds no Pulumi\.yaml/);
            const named = await gate(["check", `file://${path.join(scratch, "none")}`]);
            assert.equal(named.code, 2);
            assert.match(named.err, /nothing was judged: there are no stacks in/);
        });

        describe("in shards", () => {
            const jobs = path.join(root, "docs/jobs");
            const PARTS = 16;
            /** Every script of a manifest, in its order: the one that checks, and the one that joins. */
            function scripts(manifest: string): readonly string[] {
                const found: string[] = [];
                const visit = (node: unknown): void => {
                    if (typeof node === "string" && node.includes("aws-serverless-security ")) found.push(node);
                    else if (typeof node === "object" && node !== null) Object.values(node).forEach(visit);
                };
                const text = readFileSync(path.join(jobs, manifest), "utf8").replaceAll("!Ref ", "");
                for (const document of parseAllDocuments(text)) visit(document.toJS());
                return found;
            }

            const ENGINES: Readonly<Record<string, (index: number) => Readonly<Record<string, string>>>> = {
                "kubernetes.yaml": (index) => ({ JOB_COMPLETION_INDEX: String(index) }),
                "aws-batch.yaml": (index) => ({
                    AWS_BATCH_JOB_ARRAY_INDEX: String(index),
                    AWS_BATCH_JOB_ARRAY_SIZE: String(PARTS),
                }),
                "gitlab-ci.yml": (index) => ({ CI_NODE_INDEX: String(index + 1), CI_NODE_TOTAL: String(PARTS) }),
                "github-actions.yml": (index) => ({
                    STRATEGY_JOB_INDEX: String(index),
                    STRATEGY_JOB_TOTAL: String(PARTS),
                }),
            };
            for (const [manifest, environmentOf] of Object.entries(ENGINES)) {
                it(`has each part once by docs/jobs/${manifest}`, () => {
                    const [check = "", merge = ""] = scripts(manifest);
                    assert.match(merge, /report merge "\$PARTS"/);
                    const shards = /--shards (\d+)/.exec(check)?.[1];
                    const parts = Array.from({ length: PARTS }, (_, index) => {
                        const env = environmentOf(index);
                        const file = /> "\$PARTS\/\$(\w+)\.json"/.exec(check)?.[1] ?? "";
                        assert.ok(env[file] !== undefined, `${file} is not set there`);
                        return shardOf(shards === undefined ? {} : { shards: Number(shards) }, env);
                    });
                    assert.deepEqual(
                        parts,
                        Array.from({ length: PARTS }, (_, index) => ({ index: index + 1, total: PARTS })),
                    );
                });
            }

            it("is the same report as one run, in 16 processes by the manifest of Kubernetes", async () => {
                const [check = "", merge = ""] = scripts("kubernetes.yaml");
                const parts = path.join(scratch, "parts");
                mkdirSync(parts);
                const bin = path.join(scratch, "path");
                mkdirSync(bin);
                symlinkSync(command, path.join(bin, "aws-serverless-security"));
                const env = { PATH: `${bin}:${process.env["PATH"]}`, BACKEND: backend, PARTS: parts };
                const waiting = Array.from({ length: PARTS }, (_, index) => String(index));
                const worker = async () => {
                    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
                        const around = { env: { ...env, JOB_COMPLETION_INDEX: index } };
                        const { code, err } = await run("sh", ["-c", check], around);
                        assert.equal(code, 0, err);
                    }
                };
                await Promise.all([worker(), worker(), worker()]);
                const joined = await run("sh", ["-c", `${merge.trim()} --json`], { env });
                const whole = await gate(["check", backend, "--json"]);
                assert.equal(joined.code, 1, joined.err);
                assert.deepEqual(timeless(parsed<Judged>(joined).reports), timeless(parsed<Judged>(whole).reports));
                const people = await run("sh", ["-c", merge], { env });
                assert.match(people.out, /\n24 stacks: \d+ mandatory violations in 6 stacks/);

                rmSync(path.join(parts, "3.json"));
                const missing = await run("sh", ["-c", merge], { env });
                assert.deepEqual([missing.code, missing.out], [2, ""]);
                assert.match(missing.err, /shard 4\/16: no report of it is here/);
            });
        });
    });

    describe("report merge", () => {
        it("joins reports of single stacks, and refuses what is none", async () => {
            const one = written(
                "one.json",
                (await gate(["check", written("s.json", exported(administrator())), "--json"])).out,
            );
            const { code, out } = await gate(["report", "merge", one, one]);
            assert.equal(code, 1);
            assert.match(out, /\n2 stacks: \d+ mandatory violations in 2 stacks/);
            const other = await gate(["report", "merge", written("s.json", exported(administrator()))]);
            assert.equal(other.code, 2);
            assert.match(other.err, /s\.json is no report of this command/);
        });
    });

    describe("report", () => {
        const event = (sequence: number, more: object) => JSON.stringify({ sequence, timestamp: 1, ...more });
        const violation = {
            policyEvent: {
                resourceUrn: "urn:pulumi:live::shop::aws:iam/role:Role::orders",
                message:
                    "<{%reset%}>A role is narrow.<{%reset%}>\nmanagedPolicyArns[0]: allows everything.\nWhy: It is wide.\nFix: Leave it out.",
                color: "",
                policyName: "narrow",
                policyPackName: "kit",
                enforcementLevel: "mandatory",
                severity: "high",
            },
        };
        const summary = (result = "failed") => ({
            summaryEvent: { durationSeconds: 2, PolicyPacks: { kit: "1" }, result },
        });
        const whole = [event(0, violation), event(1, summary())];

        const forms: Readonly<Record<string, string>> = {
            "a line each, with what else a command printed": ["warning: old", ...whole, ""].join("\n"),
            "a list": `[${whole.join(",")}]`,
            "an answer of Pulumi Cloud": `{"events": [${whole.join(",")}], "continuationToken": null}`,
        };
        for (const [form, text] of Object.entries(forms)) {
            it(`reads events as ${form}`, async () => {
                const ran = await gate(["report", written("events.json", text), "--json"]);
                const { project, stack, findings } = parsed<Report>(ran);
                assert.equal(ran.code, 1);
                assert.deepEqual([project, stack], ["shop", "live"]);
                const [{ title, at, fact, why, fix, level, severity, name } = {}] = findings as readonly Partial<
                    Report["findings"][number]
                >[];
                assert.deepEqual(
                    { title, at, fact, why, fix, level, severity, name },
                    {
                        title: "A role is narrow.",
                        at: "managedPolicyArns[0]",
                        fact: "allows everything",
                        why: "It is wide.",
                        fix: "Leave it out.",
                        level: "mandatory",
                        severity: "high",
                        name: "orders",
                    },
                );
            });
        }
        it("reads standard input", async () => {
            const file = written("events.json", whole.join("\n"));
            const { code, out } = await run("sh", ["-c", `"${process.execPath}" "${command}" report - < "${file}"`]);
            assert.equal(code, 1, out);
        });
        it("exits with 2 where not all was judged", async () => {
            const cases: readonly (readonly [string, RegExp])[] = [
                [whole.join("\n").slice(0, -20), /is truncated: its last event \(line 2\) is not whole/],
                [event(0, violation), /is truncated: its events end before their summary/],
                [event(0, summary()), /the operation of .* failed, so not all was judged/],
                [event(0, { summaryEvent: { PolicyPacks: {}, result: "succeeded" } }), /no policy pack took part/],
                ["{}", /holds no events/],
            ];
            for (const [text, says] of cases) {
                const { code, out, err } = await gate(["report", written("events.json", text)]);
                assert.deepEqual([code, out], [2, ""], text);
                assert.match(err, says);
            }
        });
    });
});
