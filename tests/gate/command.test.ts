import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { byCause } from "../../gate/report/causes";
import type { Finding } from "../../gate/report/model";

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

function withConfiguration(configuration: unknown): Ran {
    const folder = mkdtempSync(path.join(tmpdir(), "policy-configuration-"));
    const file = path.join(folder, "policies.json");
    try {
        writeFileSync(file, JSON.stringify(configuration));
        return check("typescript", "--policy-config", file);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

describe("aws-serverless-security check", function () {
    this.timeout(60_000);

    describe("exits with 2 and says why in its first line", () => {
        const cases: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
            "a missing folder": [["nowhere"], /^Cannot check: there is no folder /],
            "a file in place of a folder": [["throws/index.js"], /is no folder/],
            "a folder that is no project": [["."], /holds no Pulumi\.yaml/],
            "a broken Pulumi.yaml": [["broken-yaml"], /^Cannot check: Pulumi\.yaml is not valid YAML \(line 3\)/],
            "another language in the embedded host": [
                ["python", "--host", "embedded"],
                /runtime is python, and the embedded host runs nodejs: check it with --host pulumi/,
            ],
            "a host that does not exist": [["nothing", "--host", "cloud"], /choices are embedded, pulumi/],
            "every stack, and one": [["several-stacks", "--all-stacks", "--stack", "blue"], /leave --stack out/],
            "every stack, where none has a file": [
                ["nothing", "--all-stacks"],
                /no stack of this project has a configuration file/,
            ],
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
            "a folder in place of a policy configuration": [
                ["nothing", "--policy-config", programs],
                /is a folder: name a file/,
            ],
            "a pack that is none": [["nothing", "--pack", programs], /holds no PulumiPolicy\.yaml/],
            "an empty stack's name": [["nothing", "--stack", ""], /--stack takes the name of a stack/],
            "a value without a key": [["nothing", "-c", "orders"], /--config takes key=value, such as aws:region=/],
            "a time that is none": [["nothing", "--timeout", "soon"], /It takes a number of seconds above 0/],
            "a program that registers nothing": [
                ["nothing"],
                /^Cannot check: nothing was judged: the program registered no resources \(--allow-empty lets that pass\)$/,
            ],
            "a program that ends before its first resource": [
                ["exits"],
                /^Cannot check: the program ended before all of it had run \(process\.exit/,
            ],
            "a program of remote components alone": [
                ["remote-only"],
                /^Cannot check: nothing was judged: .*this host sees nothing: .*--host pulumi/,
            ],
            "an archive that is not there": [
                ["no-archive"],
                /^Cannot check: function \(aws:lambda\/function:Function\) cannot be made: the archive "not-built" at code does not exist/,
            ],
            "look-ups answered as nothing knows": [["nothing", "--lookups", "maybe"], /choices are found, miss/],
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

    describe("refuses a policy configuration that does not fit, before anything is checked", () => {
        const url = "lambda-url-auth-required";
        const wildcard = "exec-role-no-service-wildcard-action";
        const exempted = (exemption: object) => ({ [url]: { exemptions: [exemption] } });
        const cases: Readonly<Record<string, readonly [unknown, RegExp]>> = {
            "a list": [[url], /is no object of policies by name/],
            "a policy of another name": [
                { "lambda-url": "advisory" },
                /names lambda-url, which this pack does not have/,
            ],
            "a level of another name": [
                { [url]: "warn" },
                /gives lambda-url-auth-required a level .*: the levels are advisory, mandatory, disabled, remediate/,
            ],
            "a number": [{ [url]: 3 }, /gives lambda-url-auth-required neither a level nor an object/],
            "an option of another name": [
                { [url]: { exemption: [] } },
                /has no option exemption; its options are enforcementLevel, exemptions/,
            ],
            "a text for a list": [{ [wildcard]: { allowedServices: "logs" } }, /allowedServices must be a list/],
            "an exemption without a reason": [exempted({ resource: "url" }), /exemptions\[0\] needs reason/],
            "an exemption with an empty reason": [
                exempted({ resource: "url", reason: "" }),
                /exemptions\[0\]\.reason must not be empty/,
            ],
            "an exemption with a field too many": [
                exempted({ resource: "url", reason: "r", until: "2027-01-01" }),
                /exemptions\[0\] has a field until; it may have expires, reason, resource/,
            ],
            "another country's date": [
                exempted({ resource: "url", reason: "r", expires: "01.02.2027" }),
                /exemptions\[0\]\.expires is not as it must be: Last day, YYYY-MM-DD/,
            ],
            "a severity of another name": [
                { "pack-settings": { undecidedIsMandatory: ["hihg"] } },
                /undecidedIsMandatory\[0\] must be one of critical, high, medium, low/,
            ],
        };
        for (const [name, [configuration, message]] of Object.entries(cases)) {
            it(name, () => {
                const { code, out, err } = withConfiguration(configuration);
                assert.equal(code, 2, err);
                assert.match(err, message);
                assert.equal(out, "");
            });
        }
    });

    it("says at a finding that its exemption has expired", () => {
        const exemption = { resource: "*", reason: "signed in code", expires: "2020-01-31" };
        const { code, out } = withConfiguration({ "lambda-url-auth-required": { exemptions: [exemption] } });
        assert.equal(code, 1);
        assert.match(out, /Note: the exemption of this resource expired on 2020-01-31\./);
    });
    it("takes Pulumi.yaml for its folder", () => {
        assert.equal(check("nothing/Pulumi.yaml", "--allow-empty").code, 0);
    });
    it("lets a program pass that registers nothing only where that is allowed, and says so", () => {
        const { code, out } = check("nothing", "--allow-empty");
        assert.equal(code, 0);
        assert.match(out, /The program registered no resources\./);
    });
    it("takes missing values from the command line", () => {
        assert.equal(check("needs-config", "--allow-empty", "-c", "tableName=orders").code, 0);
        assert.equal(check("needs-secret", "--allow-empty", "--config-secret", "token=x").code, 0);
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
            [
                ["lambda-url-auth-required", 4],
                ["function-behind-front-door", 4],
            ],
        );
    });
    it("places what has no frame of its own at the component that declares it", () => {
        const { out } = check("places");
        assert.match(out, /door-here {2}aws:lambda\/functionUrl:FunctionUrl {2}\S*places\/index\.js:13:9\n/);
        assert.match(out, /door-later .*\n?.*places\/index\.js:18:14 \(declared by door\)/);
    });
    it("tells once what a function made of a callback has by default, at the function, with the line that mends it", () => {
        const { findings } = JSON.parse(check("callback", "--json").out) as { findings: Finding[] };
        const [told, ...others] = byCause(findings.filter(({ policy }) => policy.startsWith("exec-role-")));
        assert.deepEqual(others, []);
        assert.deepEqual([told?.finding.name, told?.finding.at], ["notify", "role"]);
        assert.match(told?.finding.fix ?? "", /policies: \[aws\.iam\.ManagedPolicy\.AWSLambdaBasicExecutionRole\]/);
    });
    it("names what it could not see, and what to do", () => {
        const { code, out } = check("remote");
        assert.equal(code, 0);
        assert.match(out, /Not seen: network: the children of the remote component awsx:ec2:Vpc/);
        assert.match(out, /Not seen: organization\/other\/dev: the outputs of another stack/);
        assert.match(out, /--host pulumi/);
        assert.match(out, /2 not seen/);
    });
    it("prints no control character, and no line that a program's name forges", () => {
        const { code, out } = check("forging");
        assert.equal(code, 1);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
        assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        assert.doesNotMatch(out, /^\s*::|##\[|^shop\/prod/m);
        assert.match(out, /^url\\nshop\/prod: no mandatory violation\\u001b\[2J ::error::forged\\n/m);
        const { stdout } = spawnSync(
            process.execPath,
            [path.join(root, "bin/gate/main.js"), "check", path.join(programs, "forging"), "--json"],
            { encoding: "utf8" },
        );
        const report = JSON.parse(stdout) as { findings: { name: string }[] };
        assert.ok(report.findings[0]?.name.includes("\u001b[2J"));
    });
    it("lists what the program looked up, and where its answer went", () => {
        const found = check("creates-if-absent");
        assert.equal(found.code, 0);
        assert.match(found.out, /Looked up in a made-up AWS\n {2}aws:s3\/getBucket:getBucket: went into no input/);
        assert.match(found.out, /aws:ec2\/getVpc:getVpc: went into group\.vpcId/);
        assert.match(found.out, /check that too\./);
        const missed = check("creates-if-absent", "--lookups", "miss");
        assert.equal(missed.code, 1, missed.err);
        assert.match(missed.out, /mandatory {2}critical {2}lambda-url-auth-required/);
        assert.match(missed.out, /aws:s3\/getBucket:getBucket: nothing is there/);
    });
    it("lists an exemption once, and counts it as no finding", () => {
        const configuration = path.join(root, "tests/gate/policy-config.json");
        const { out } = check("typescript", "--policy-config", configuration);
        // The URL's exemption is that of what has the same cause, which is listed by its own name.
        assert.match(
            out,
            /lambda-url-auth-required at [^\n]*: signed in code\n {2}function-behind-front-door at [^\n]*: signed in code/,
        );
        assert.equal(out.match(/signed in code/g)?.length, 2);
        assert.match(out, /no mandatory violation, 0 advisory, 0 undecided\n.* 2 exempted/);
    });
    it("takes a policy configuration that begins with a byte order mark", () => {
        const file = path.join(mkdtempSync(path.join(tmpdir(), "policy-configuration-")), "policies.json");
        writeFileSync(file, `\ufeff${readFileSync(path.join(root, "tests/gate/policy-config.json"), "utf8")}`);
        assert.equal(check("typescript", "--policy-config", file).code, 0);
        rmSync(path.dirname(file), { recursive: true });
    });
    it("passes nothing where its temporary folder cannot be written", () => {
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            [path.join(root, "bin/gate/main.js"), "check", path.join(programs, "typescript")],
            { encoding: "utf8", env: { ...process.env, TMPDIR: path.join(programs, "nowhere") } },
        );
        assert.equal(status, 2);
        assert.match(stderr, /^Cannot check: no temporary folder could be made \(TMPDIR names another\)/);
        assert.equal(stdout, "");
    });
    it("obeys a policy configuration", () => {
        const configuration = path.join(root, "tests/gate/policy-config.json");
        const { code, out } = check("typescript", "--policy-config", configuration);
        assert.equal(code, 0);
        assert.match(out, new RegExp(`Exempted${ROOM}lambda-url-auth-required at url-not a number: signed in code`));
    });
    it("takes exemptions from the stack's configuration, where the pack's settings allow them", () => {
        const exemption = { policy: "lambda-url-auth-required", resource: "url-*", reason: "signed in code" };
        const given = ["-c", `aws-serverless-security:exemptions=${JSON.stringify([exemption])}`];
        const refused = check("typescript", ...given);
        assert.equal(refused.code, 1);
        assert.match(
            refused.out,
            /1 exemption in the stack's configuration ignored: the pack's settings do not allow them/,
        );
        const allowed = check(
            "typescript",
            ...given,
            "--policy-config",
            path.join(root, "tests/gate/stack-exemptions.json"),
        );
        assert.equal(allowed.code, 0);
        assert.match(
            allowed.out,
            new RegExp(`Exempted${ROOM}lambda-url-auth-required at url-not a number: signed in code`),
        );
    });
    it("explains itself", () => {
        assert.equal(gate("--version").out.trim(), "0.1.0");
        assert.match(
            gate("check", "--help").out,
            /Exit codes: 0 no mandatory violation, 1 mandatory violations \(with --fail-on-new: or something newly allowed\),\s+2 it could not\s+check/,
        );
    });
});
