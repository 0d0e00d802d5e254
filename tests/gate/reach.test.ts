import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { ReachReport } from "../../gate/report/reach";

const root = path.resolve(__dirname, "../..");

function reach(from: string, to: string, ...args: readonly string[]) {
    return reachIn("reach", from, to, ...args);
}

function reachIn(program: string, from: string, to: string, ...args: readonly string[]) {
    const command = ["reach", from, to, `tests/gate/programs/${program}`, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "bin/gate/main.js"), ...command], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
    });
    return { status, stdout, stderr };
}

const asked = (from: string, to: string, ...args: readonly string[]) =>
    JSON.parse(reach(from, to, "--json", ...args).stdout) as ReachReport;
const wayTo = ({ reached }: ReachReport, name: string) =>
    reached.find((one) => one.name === name)?.paths[0]?.steps.map(({ to }) => to.name);

describe("aws-serverless-security reach", function () {
    this.timeout(60_000);

    it("tells every hop, with what opens it and where that stands", () => {
        const { status, stdout } = reach("internet", "database");
        assert.equal(status, 0);
        assert.match(stdout, /internet → database {2}aws:rds\/instance:Instance/);
        assert.match(stdout, /Anyone on the internet connects on tcp 443 → balancer/);
        assert.match(stdout, /opened by front ingress\[0\] \(tests\/gate\/programs\/reach\/index\.js:\d+\)/);
        assert.match(stdout, /balancer connects on tcp 8080 → host/);
        assert.match(stdout, /host connects on tcp 5432 → database\n\s+opened by data-from-app/);
    });
    it("gives the same as JSON, also where outputs are unknown", () => {
        for (const args of [[], ["--unknown-outputs"]]) {
            const report = asked("internet", "*", ...args);
            assert.deepEqual(report.reached.map(({ name }) => name).sort(), ["balancer", "database", "host"]);
            assert.deepEqual(wayTo(report, "database"), ["balancer", "host", "database"]);
            const opening = { protocols: [6, 6], ports: [5432, 5432], isCertain: true };
            assert.deepEqual(report.reached.find(({ name }) => name === "database")?.openings, [opening]);
        }
    });
    it("asks from a resource, by its kind", () => {
        assert.deepEqual(wayTo(asked("instance:ho*", "database:*"), "database"), ["database"]);
        assert.deepEqual(asked("database:database", "*").reached, []);
    });
    it("tells what was not seen, for ways may lead through it", () => {
        const { stdout } = reachIn("remote", "internet", "*");
        assert.match(stdout, /^Nothing that was seen leads from internet to \*\.$/m);
        assert.match(stdout, /^Not seen: \S+: the children of the remote component /m);
        const report = JSON.parse(reachIn("remote", "internet", "*", "--json").stdout) as ReachReport;
        assert.ok(report.notSeen.some(({ what }) => what.startsWith("the children of the remote component")));
    });
    it("says that no resource has such a name, and exits with 2", () => {
        const { status, stdout } = reach("internet", "nowhere");
        assert.deepEqual([status, stdout], [2, "No resource of this stack is called nowhere.\n"]);
    });
});
