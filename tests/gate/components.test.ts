import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { inBothHosts, type Witnessed, witnessed } from "../support/hosts";
import { projectOf } from "../support/project";

const root = path.resolve(__dirname, "../..");
const programs = path.join(root, "tests/gate/programs");
const folder = path.join(programs, "components");

interface Checked {
    readonly code: number | null;
    readonly notSeen: readonly { readonly name: string; readonly what: string }[];
    readonly findings: readonly { readonly urn: string; readonly location?: { readonly line: number } }[];
}

function check(project: string, environment: Readonly<Record<string, string>> = {}, ...more: string[]): Checked {
    const args = ["check", project, "--stack", "dev", "--json", ...more];
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "bin/gate/main.js"), ...args], {
        encoding: "utf8",
        env: { ...process.env, ...environment },
    });
    assert.notEqual(stdout, "", stderr);
    return { ...(JSON.parse(stdout) as Checked), code: status };
}

/** A program of one remote component and a topic of its own. */
function programOf(type: string, files: Readonly<Record<string, string>>): string {
    const made = projectOf({
        "index.js": `
            const { Remote } = require("./sites");
            const aws = require("@pulumi/aws");
            const site = new Remote("${type}", "shop", { tags: {}, token: "sealed" });
            new aws.ssm.Parameter("domain", { type: "String", value: site.domain });`,
        "package.json": '{ "name": "shop", "version": "0.0.0" }',
        ...files,
    });
    cpSync(path.join(folder, "sites.js"), path.join(made, "sites.js"));
    return made;
}

const PACKAGES = "name: shop\nruntime: nodejs\npackages:\n  site: ./site\n";

const isOfSite = ({ urn }: { readonly urn: string }) => urn.includes("site:index:Site$");

describe("a remote component whose plugin is installed", function () {
    this.timeout(120_000);
    let seen: readonly Witnessed[] = [];
    before(async () => {
        seen = await witnessed({ folder });
    });
    const only = (policy: string, name: string) => {
        const found = seen.filter((one) => one.policy === policy && one.urn.endsWith(`::${name}`));
        assert.equal(found.length, 1, `${policy} saw ${name} ${found.length} times`);
        return found[0]?.seen ?? {};
    };

    it("is judged with the children that its plugin makes", () => {
        const { urn, parent, protect, provider } = only("resource", "shop-content");
        assert.equal(urn, "urn:pulumi:dev::components::site:index:Site$aws:s3/bucket:Bucket::shop-content");
        assert.equal(parent, "urn:pulumi:dev::components::site:index:Site::shop");
        assert.deepEqual([protect, provider], [true, "far"]);
    });
    it("hands its inputs on, secrets with their marks", () => {
        assert.match(
            (only("stack", "shop-content")["outputs"] as { tags: Record<string, string> }).tags["topic"] ?? "",
            /^arn:aws:sns:/,
        );
        assert.deepEqual(only("resource", "shop-token")["secretOutputs"], ["value", "valueWo"]);
    });
    it("gives outputs, with what they depend on, and references to its children", () => {
        const domain = only("stack", "domain") as { edges: Record<string, string[]> };
        assert.ok(domain.edges["value"]?.some((one) => one.endsWith("::shop-content")));
        assert.ok((only("resource", "token")["marks"] as string[]).includes("/value"));
        assert.match((only("resource", "versioning")["inputs"] as { bucket: string }).bucket, /^shop-content-/);
    });
    it("answers for its methods", () => {
        const { value } = only("stack", "url")["outputs"] as { value: string };
        assert.equal(value, "https://example.com/index.html");
    });
    it("is the same under the real engine, with transforms and providers", async function () {
        if (!(await hasPulumi())) this.skip();
        const { embedded, real } = await inBothHosts({ folder });
        assert.deepEqual(embedded, real);
    });
    it("is found in PULUMI_HOME, in the version that is asked for, and its children where the program declares it", () => {
        const project = programOf("site:index:Site", {});
        const home = projectOf({});
        const installed = path.join(home, "plugins/resource-site-v1.2.3");
        cpSync(path.join(folder, "site"), installed, { recursive: true });
        symlinkSync(path.join(root, "node_modules"), path.join(installed, "node_modules"));
        const { notSeen, findings } = check(project, { PULUMI_HOME: home });
        assert.deepEqual(notSeen, []);
        const ofChildren = findings.filter(isOfSite);
        assert.ok(ofChildren.length > 0);
        assert.deepEqual([...new Set(ofChildren.map(({ location }) => location?.line))], [4]);
    });
    it("is started by a script, and gone with the check", () => {
        const project = programOf("site:index:Site", { "Pulumi.yaml": PACKAGES });
        cpSync(path.join(folder, "site"), path.join(project, "site"), { recursive: true });
        const script = path.join(project, "site/pulumi-resource-site");
        writeFileSync(script, `#!/bin/sh\nnode "${project}/site/index.js" "$@"\n`);
        chmodSync(script, 0o755);
        assert.deepEqual(check(project).notSeen, []);
        const { stdout } = spawnSync("ps", ["-A", "-o", "stat=,args="], { encoding: "utf8" });
        assert.deepEqual(
            stdout.split("\n").filter((line) => /^[^Z]/.test(line) && line.includes(project)),
            [],
        );
    });
    it("is started from components that a folder exports, in TypeScript", () => {
        const project = programOf("parts:index:Queues", {
            "Pulumi.yaml": "name: shop\nruntime: nodejs\npackages:\n  parts: ./parts\n",
            "parts/PulumiPlugin.yaml": "runtime: nodejs\n",
            "parts/package.json": '{ "name": "parts", "version": "0.1.0", "main": "index.ts" }',
            "parts/tsconfig.json":
                '{ "compilerOptions": { "target": "es2020", "module": "commonjs", "strict": true, "skipLibCheck": true }, "files": ["index.ts"] }',
            "parts/index.ts": `
                import * as pulumi from "@pulumi/pulumi";
                export interface QueuesArgs { token?: pulumi.Input<string> }
                class Queue extends pulumi.CustomResource {}
                export class Queues extends pulumi.ComponentResource {
                    public readonly domain: pulumi.Output<string>;
                    constructor(name: string, args: QueuesArgs, options?: pulumi.ComponentResourceOptions) {
                        super("parts:index:Queues", name, args, options);
                        const props = { name: "jobs", url: undefined };
                        new Queue("aws:sqs/queue:Queue", name + "-jobs", props, { parent: this });
                        this.domain = pulumi.output("example.com");
                        this.registerOutputs();
                    }
                }`,
        });
        const { notSeen, ...report } = check(project) as Checked & { readonly judged: number };
        assert.deepEqual(notSeen, []);
        assert.equal(report.judged, 2);
    });
    it("is started in Python", function () {
        if (spawnSync("python3", ["-c", "import pulumi.provider.experimental"]).status !== 0) this.skip();
        const { notSeen, ...report } = check(path.join(programs, "python-components")) as Checked & {
            readonly judged: number;
        };
        assert.deepEqual(notSeen, []);
        assert.equal(report.judged, 2);
    });
});

describe("a remote component whose plugin makes nothing", function () {
    this.timeout(120_000);
    const siteOf = (type: string) => {
        const project = programOf(type, { "Pulumi.yaml": PACKAGES });
        cpSync(path.join(folder, "site"), path.join(project, "site"), { recursive: true });
        return project;
    };
    const why = ({ notSeen }: Checked) => {
        assert.deepEqual(
            notSeen.map(({ name }) => name),
            ["shop"],
        );
        return notSeen[0]?.what ?? "";
    };

    it("is named where its plugin failed over a value that may be made up, and not in a first preview", () => {
        const checked = check(siteOf("site:index:Picky"));
        assert.notEqual(checked.code, 2);
        assert.match(
            why(checked),
            /^the children of the remote component site:index:Picky, which only its plugin makes, and it failed over what may be made up here: no site in that bucket$/,
        );
    });
    it("is named where its plugin failed after a look-up", () => {
        const checked = check(siteOf("site:index:Looking"));
        assert.equal(checked.code, 0);
        assert.match(why(checked), /and it failed over what may be made up here: no such network$/);
    });
    it("is named where its plugin failed and the program knows what is encrypted by a stand-in alone", () => {
        const project = siteOf("site:index:Broken");
        writeFileSync(path.join(project, "Pulumi.dev.yaml"), "config:\n  shop:domain:\n    secure: v1:abc:def\n");
        const checked = check(project);
        assert.equal(checked.code, 0);
        assert.match(why(checked), /and it failed over what may be made up here: no site without a domain$/);
    });
    it("is named where its plugin failed and another stack's outputs are not known", () => {
        const project = siteOf("site:index:Broken");
        const file = path.join(project, "index.js");
        const other = 'new (require("@pulumi/pulumi").StackReference)("acme/network/dev");';
        writeFileSync(file, `${other}\n${readFileSync(file, "utf8")}`);
        const { code, notSeen } = check(project);
        assert.equal(code, 0);
        assert.deepEqual(notSeen.map(({ name }) => name).sort(), ["acme/network/dev", "shop"]);
    });
    it("is waited for no longer than half of what the program may take", () => {
        const started = Date.now();
        const checked = check(siteOf("site:index:Endless"), {}, "--timeout", "40");
        assert.match(why(checked), /it did not answer within 20 seconds$/);
        assert.ok(Date.now() - started < 40_000);
    });
    it("is named where the plugin does not start", () => {
        const project = programOf("site:index:Site", { "Pulumi.yaml": PACKAGES });
        mkdirSync(path.join(project, "site"));
        assert.match(why(check(project)), /holds no pulumi-resource-site and no PulumiPlugin\.yaml$/);
        const file = path.join(project, "site/pulumi-resource-site");
        writeFileSync(file, "#!/bin/sh\necho 'Error: no licence' >&2\necho by >&2\nexit 3\n");
        chmodSync(file, 0o755);
        assert.match(why(check(project)), /it did not start: its process ended with 3 \(Error: no licence\)$/);
    });
    it("is named where the plugin is a program that only the CLI starts", () => {
        const project = programOf("site:index:Site", {
            "Pulumi.yaml": PACKAGES,
            "site/PulumiPlugin.yaml": "runtime: java\n",
        });
        assert.match(why(check(project)), /the plugin of site is a program in java, which only the Pulumi CLI starts$/);
    });
    it("is named where the plugin is not installed", () => {
        assert.match(
            why(check(programOf("site:index:Site", {}))),
            /which only its plugin makes: install that, or check with --host pulumi, which does$/,
        );
    });
});

describe("a remote component that its plugin cannot make", function () {
    this.timeout(120_000);
    const failing = (type: string, ...more: string[]) => {
        const project = programOf(type, {
            "Pulumi.yaml": PACKAGES,
        });
        cpSync(path.join(folder, "site"), path.join(project, "site"), { recursive: true });
        const args = [path.join(root, "bin/gate/main.js"), "check", project, "--stack", "dev", ...more];
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
        assert.equal(status, 2, stdout);
        return stderr;
    };
    const REASONS = {
        Broken: "no site without a domain",
        Refused: "no such site, tags: too few of them",
        Crashing: "its process ended",
        Half: "no site with half of its parts",
    };
    for (const [type, reason] of Object.entries(REASONS))
        it(`ends the check with its plugin's own sentence: ${reason}`, () => {
            assert.equal(
                failing(`site:index:${type}`).split("\n", 1)[0],
                `Cannot check: the plugin of the remote component shop (site:index:${type}) fails, as it would in pulumi preview: ${reason} (index.js:4:26)`,
            );
        });
    it("is told without a secret of the configuration", () => {
        const said = failing("site:index:Broken", "--config-secret", "key=without a domain");
        assert.match(said, /no site \[secret\]/);
        assert.doesNotMatch(said, /without a domain/);
    });
    it("ends a preview of the real engine too, which quotes no input", async function () {
        if (!(await hasPulumi())) this.skip();
        const said = failing("site:index:Refused", "--host", "pulumi");
        assert.match(
            said,
            /^Cannot check: the program failed: site:index:Refused resource 'shop' has a problem: no such site(?: \(sites\.js:5:9\))?$/m,
        );
        assert.match(said, /- property tags has a problem: too few of them$/m);
    });
});
