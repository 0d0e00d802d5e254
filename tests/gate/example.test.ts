import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Report } from "../../gate/report/model";
import { rules } from "../../policies";
import { broken } from "../stacks/broken";
import { clean } from "../stacks/clean";
import type { TestStack } from "../stacks/orders";

const root = path.resolve(__dirname, "../..");

/** In the strict profile, in which every policy is on. */
function gate({ folder, stack }: TestStack, ...args: readonly string[]) {
    const profile = args.includes("--policy-config") ? [] : ["--policy-config", "profiles/strict.json"];
    const command = [path.join(root, "bin/gate/main.js"), "check", folder, "--stack", stack, ...profile, ...args];
    return spawnSync(process.execPath, command, {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
    });
}

/** The report as data, with the exit code that the findings ask for. */
function checked(stack: TestStack, ...args: readonly string[]): Report {
    const { status, stdout, stderr } = gate(stack, "--json", ...args);
    assert.notEqual(stdout, "", stderr);
    const report = JSON.parse(stdout) as Report;
    assert.equal(status, report.findings.some(({ level }) => level === "mandatory") ? 1 : 0);
    return report;
}

const places = ({ findings }: Report) => findings.map(({ policy, urn, level }) => `${level} ${policy} ${urn}`).sort();

describe("the example", function () {
    this.timeout(120_000);
    let report: Report;
    before(() => {
        report = checked(broken);
    });

    describe("as it is wrong", () => {
        it("exits with 1", () => assert.ok(report.findings.some(({ level }) => level === "mandatory")));
        for (const { id } of rules) {
            it(`is reported by ${id}`, () => {
                const found = report.findings.filter(({ policy }) => policy === id);
                assert.ok(found.length > 0, "no finding");
                for (const { failed, location, why, fix } of found) {
                    assert.ok(!failed);
                    assert.match(location?.file ?? "", /examples\/orders-api\/[\w-]+\.ts$/);
                    assert.ok(why !== "" && fix !== "");
                }
            });
        }
        it("has nothing undecided but what code that is not here calls, nothing exempted or unseen, and nothing but findings of rules", () => {
            assert.deepEqual(report.undecided.map(({ policy, name }) => `${policy} ${name}`).sort(), [
                "exec-role-no-unused-action print-labels",
                "function-calls-granted print-labels",
            ]);
            assert.deepEqual([report.exempted, report.notSeen], [[], []]);
            const ids = new Set(rules.map(({ id }) => id));
            assert.deepEqual(
                report.findings.filter(({ policy }) => !ids.has(policy)),
                [],
            );
        });
        it("names each of its mistakes in mistakes.ts by the policy that finds it", () => {
            const text = readFileSync(path.join(broken.folder, "mistakes.ts"), "utf8");
            const named = [...text.matchAll(/^ {4}\| "([\w-]+)"/gm)].map(([, id]) => id);
            assert.deepEqual([...named].sort(), rules.map(({ id }) => id).sort());
            const files = readdirSync(broken.folder).filter((file) => file.endsWith(".ts") && file !== "mistakes.ts");
            const code = files.map((file) => readFileSync(path.join(broken.folder, file), "utf8")).join("\n");
            assert.deepEqual(
                named.filter((id) => !code.includes(`"${id}"`)),
                [],
                "made nowhere",
            );
        });
        it("keeps its values out of the report", () => {
            assert.doesNotMatch(JSON.stringify(report), /-Stock-/);
        });
    });

    it("as it should be, exits with 0, and its report is its summary: no finding, nothing undecided", () => {
        const { status, stdout, stderr } = gate(clean);
        assert.equal(status, 0, stderr);
        assert.match(
            stdout,
            /^orders-api\/secure: no mandatory violation, 0 advisory, 0 undecided\n\d+ resources, \d+ checks, 0 exempted, [\d.]+ s\n$/,
        );
    });

    describe("with --unknown-outputs, as a first preview sees it", () => {
        it("as it should be, has no finding, and names what waits and for what", () => {
            const { findings, undecided } = checked(clean, "--unknown-outputs");
            assert.deepEqual(findings, []);
            assert.ok(undecided.length > 0);
            for (const { policy, awaits, location } of undecided) {
                assert.ok(awaits.length > 0 && location, policy);
            }
        });
        it("as it is wrong, reports nothing that known outputs do not confirm", () => {
            const unknown = checked(broken, "--unknown-outputs");
            const confirmed = new Set(places(report));
            assert.deepEqual(
                places(unknown).filter((place) => !confirmed.has(place)),
                [],
            );
            const silent = rules.filter(
                ({ id }) =>
                    !unknown.findings.some(({ policy }) => policy === id) &&
                    !unknown.undecided.some(({ policy }) => policy === id),
            );
            assert.deepEqual(
                silent.map(({ id }) => id),
                [],
                "neither reported nor undecided",
            );
        });
        it("exits with 1 where the settings do not let undecided checks pass", () => {
            const folder = mkdtempSync(path.join(tmpdir(), "policy-config-"));
            try {
                const file = path.join(folder, "policies.json");
                writeFileSync(
                    file,
                    JSON.stringify({ "pack-settings": { undecidedIsMandatory: ["critical", "high"] } }),
                );
                const { status, stdout, stderr } = gate(clean, "--unknown-outputs", "--policy-config", file);
                assert.equal(status, 1, stderr);
                assert.match(
                    stdout,
                    /✖ mandatory {2}low {2}undecided-checks\n(?:.*\n)*?.*wait for values that this preview cannot know/,
                );
            } finally {
                rmSync(folder, { recursive: true });
            }
        });
    });
});
