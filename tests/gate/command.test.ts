import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const programs = path.join(root, "tests/gate/programs");
const ROOM = "(?:.|\\n)*";

interface Ran {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}

/** The command as it is installed: the built file, in a process of its own. */
function gate(...args: readonly string[]): Ran {
    const env = { ...process.env, NO_COLOR: "1" };
    const ran = spawnSync(process.execPath, [path.join(root, "bin/gate/main.js"), ...args], {
        cwd: root,
        encoding: "utf8",
        env,
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

const check = (program: string, ...args: readonly string[]) => gate("check", path.join(programs, program), ...args);

describe("aws-serverless-security check", function () {
    this.timeout(60_000);

    describe("exits with 2 and says why in its first line", () => {
        const cases: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
            "a missing folder": [["nowhere"], /^Cannot check: there is no folder /],
            "a file in place of a folder": [["throws/index.js"], /is no folder/],
            "a folder that is no project": [["."], /holds no Pulumi\.yaml/],
            "a broken Pulumi.yaml": [["broken-yaml"], /^Cannot check: Pulumi\.yaml is not valid YAML \(line 3\)/],
            "another language": [["python"], /runtime is python.*pulumi preview --policy-pack/],
            "a main that is not there": [["no-main"], /main: dist\/index\.js, and there is no such file/],
            "a program that throws": [
                ["throws"],
                /^Cannot check: the program failed: Error: the table has no name \(index\.js:1:7\)/,
            ],
            "a program that does not end": [["hangs", "--timeout", "3"], /did not end within 3 seconds/],
            "a program that fails and does not end": [["lingers"], /program failed: Error: the table has no name/],
            "a missing value": [
                ["needs-config"],
                /the configuration value tableName: give it with --config tableName=/,
            ],
            "a missing secret": [["needs-secret"], /give it with --config-secret token=/],
            "several stacks": [["several-stacks"], /choose one with --stack \(blue, green\)/],
            "a stack that is none of them": [
                ["several-stacks", "--stack", "red"],
                /no Pulumi\.red\.yaml; .* blue, green/,
            ],
            "two resources of one name": [
                ["duplicate"],
                /two resources have the same name and type: topic of aws:sns\/topic:Topic/,
            ],
            "a function that only its provider can answer": [
                ["unanswerable"],
                /^Cannot check: the program calls github:index\/getUser:getUser/,
            ],
            "wrong types, where they are checked": [
                ["typescript", "--type-check"],
                /does not compile: index\.ts:3: TS2322/,
            ],
            "a policy configuration that is not there": [
                ["nothing", "--policy-config", "no.json"],
                /there is no policy configuration no\.json/,
            ],
            "an option that does not exist": [["nothing", "--colour"], /unknown option '--colour'/],
        };
        for (const [name, [args, message]] of Object.entries(cases)) {
            it(name, () => {
                const [program = "", ...options] = args;
                const { code, out, err } = check(program, ...options);
                assert.equal(code, 2, err);
                assert.match(err.split("\n")[0] ?? "", message);
                assert.equal(out, "", "a report although nothing was checked");
            });
        }
    });

    it("exits with 0 for a program that registers nothing, and says so", () => {
        const { code, out } = check("nothing");
        assert.equal(code, 0);
        assert.match(out, /The program registered no resources\./);
    });
    it("takes missing values from the command line", () => {
        assert.equal(check("needs-config", "-c", "tableName=orders").code, 0);
        assert.equal(check("needs-secret", "--config-secret", "token=x").code, 0);
    });
    it("exits with 1 at a mandatory violation, and shows where, what, why and the fix", () => {
        const { code, out, err } = check("typescript");
        assert.equal(code, 1, err);
        assert.match(
            out,
            new RegExp(
                `typescript/index\\.ts:4:1${ROOM}mandatory  critical  lambda-url-auth-required${ROOM}Why: ${ROOM}Fix: `,
            ),
        );
    });
    it("prints the report as data", () => {
        const report = JSON.parse(check("typescript", "--json").out) as {
            findings: { policy: string; location: { line: number } }[];
        };
        assert.deepEqual(
            report.findings.map(({ policy, location }) => [policy, location.line]),
            [["lambda-url-auth-required", 4]],
        );
    });
    it("names what it could not see, and what to do", () => {
        const { code, out } = check("remote");
        assert.equal(code, 0);
        assert.match(out, /Not seen: network: the children of the remote component awsx:ec2:Vpc/);
        assert.match(out, /Not seen: organization\/other\/dev: the outputs of another stack/);
        assert.match(out, /pulumi preview --policy-pack/);
        assert.match(out, /2 not seen/);
    });
    it("obeys a policy configuration", () => {
        const configuration = path.join(root, "tests/gate/policy-config.json");
        const { code, out } = check("typescript", "--policy-config", configuration);
        assert.equal(code, 0);
        assert.match(out, new RegExp(`Exempted${ROOM}lambda-url-auth-required at url-not a number: signed in code`));
    });
    it("explains itself", () => {
        assert.equal(gate("--version").out.trim(), "0.1.0");
        assert.match(
            gate("check", "--help").out,
            /Exit codes: 0 no mandatory violation, 1 mandatory violations, 2 it could not check/,
        );
    });
});
