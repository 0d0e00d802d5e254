import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { LeastPrivilegeReport } from "../../gate/report/least-privilege";

const root = path.resolve(__dirname, "../..");

function leastPrivilege(of: string, ...args: readonly string[]) {
    const command = ["least-privilege", of, "examples/orders-api", ...args];
    return spawnSync(process.execPath, [path.join(root, "bin/gate/main.js"), ...command], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
    });
}

describe("aws-serverless-security least-privilege", function () {
    this.timeout(120_000);

    it("tells what a role has, what its code calls, and the least statement", () => {
        const { status, stdout } = leastPrivilege("create-order", "--stack", "secure");
        assert.equal(status, 0);
        assert.match(stdout, /statement "Write" \(create-order policy\): dynamodb:PutItem on orders\n/);
        assert.match(stdout, /create-order\.js:16 dynamodb:PutItem on orders \(by TABLE\)\n/);
        assert.match(stdout, /Action: "dynamodb:PutItem", Resource: orders\.arn/);
        assert.match(stdout, /for what Lambda itself does: .*logs:PutLogEvents/);
        assert.doesNotMatch(stdout, /Undecided/);
    });
    it("gives the same as JSON, with what will be denied and what is left over", () => {
        const { status, stdout } = leastPrivilege("remind", "--stack", "insecure", "--json");
        assert.equal(status, 0);
        const report = JSON.parse(stdout) as LeastPrivilegeReport;
        const [role] = report.roles;
        const [holder] = role?.functions ?? [];
        assert.equal(holder?.name, "remind");
        assert.equal(holder?.calls.find(({ action }) => action === "scheduler:CreateSchedule")?.verdict, "denied");
        const schedule = role?.grants.find(({ name }) => name === 'statement "Schedule"');
        assert.deepEqual(schedule?.unused, ["scheduler:GetSchedule"]);
        assert.equal(holder?.location?.file, "examples/orders-api/order-function.ts");
    });
    it("names why a function may need more", () => {
        const { stdout } = leastPrivilege("print-labels", "--stack", "insecure");
        assert.match(stdout, /print-labels\.code \(its code is not with the program\)/);
    });
    it("exits with 2 where no function has that name", () => {
        const { status, stdout } = leastPrivilege("nobody", "--stack", "secure");
        assert.equal(status, 2);
        assert.match(stdout, /No function of this stack is called nobody\./);
    });
});
