import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import ts from "typescript";
import type { CatalogueEntry } from "../../gate/host/catalogue";
import { rules } from "../../policies";

const root = path.resolve(__dirname, "../..");

function gate(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "bin/gate/main.js"), ...args], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
    });
    return { code: status, out: stdout, err: stderr };
}
const listed = (...args: readonly string[]) =>
    JSON.parse(gate("rules", "--json", ...args).out) as readonly CatalogueEntry[];

describe("aws-serverless-security rules", function () {
    this.timeout(60_000);
    const all = listed();

    it("lists every policy, and the pack's own, with what each says of itself", () => {
        assert.deepEqual(
            all.map(({ id }) => id).sort(),
            [...rules.map(({ id }) => id), "pack-settings", "exemptions", "undecided-checks"].sort(),
        );
        for (const rule of rules) {
            const entry = all.find(({ id }) => id === rule.id);
            assert.deepEqual([entry?.title, entry?.why, entry?.fix], [rule.title, rule.why, rule.fix]);
            assert.match(entry?.family ?? "", /^[a-z-]+$/);
            assert.deepEqual(
                entry?.options.map(({ name }) => name),
                Object.keys(rule.options ?? {}),
            );
        }
    });
    it("has examples that are TypeScript", () => {
        for (const { id, bad, good } of all) {
            for (const text of [bad, good]) {
                const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
                assert.deepEqual(
                    diagnostics.map(({ messageText }) => messageText),
                    [],
                    `${id}: ${text}`,
                );
                assert.doesNotMatch(text, /\[object|undefined\./, id);
            }
            if (rules.some((rule) => rule.id === id)) assert.notEqual(bad, good, id);
        }
    });
    it("shows them by family, the gravest first", () => {
        const { code, out } = gate("rules", "--family", "bastion");
        assert.equal(code, 0);
        assert.match(
            out,
            /^bastion\n {2}critical {2}bastion-no-inbound-admin-ports\n {12}No security group lets SSH or RDP in\.\n {2}high/,
        );
        assert.match(out, /\n\n\d+ policies\n$/);
    });
    it("lists those of a severity, a control or a text", () => {
        assert.ok(listed("--severity", "critical").every(({ severity }) => severity === "critical"));
        const byControl = listed("--framework", "CWE-306");
        assert.ok(
            byControl.length > 1 && byControl.every(({ frameworks }) => frameworks.some(({ id }) => id === "CWE-306")),
        );
        assert.ok(listed("--framework", "fsbp").length > 10);
        assert.deepEqual(
            listed("lambda-url-auth-required").map(({ id }) => id),
            ["lambda-url-auth-required"],
        );
        assert.ok(listed("root user").some(({ id }) => id === "no-root-access-key"));
    });
    it("refuses what no policy has, with what is near", () => {
        const { code, out, err } = gate("rules", "lambda-url-auth-requird");
        assert.deepEqual([code, out], [2, ""]);
        assert.match(
            err,
            /^Cannot check: no policy fits lambda-url-auth-requird; near it are lambda-url-auth-required/,
        );
        assert.equal(gate("rules", "--severity", "grave").code, 2);
    });
    it("lists what another pack says by the protocol alone", () => {
        const pack = ["--pack", path.join(root, "tests/gate/packs/witness")];
        const entries = listed(...pack);
        assert.ok(entries.length > 0);
        assert.ok(
            entries.every(({ title, why, bad, family }) => title !== "" && why === "" && bad === "" && family === ""),
        );
        const { id = "" } = entries[0] ?? {};
        assert.match(gate("explain", id, ...pack).out, new RegExp(`^${id} .* by default\n.*\n\nConfiguration\n`));
    });
});

describe("aws-serverless-security explain", function () {
    this.timeout(60_000);
    it("tells why, the fix, both examples, the options, the configuration and the sources", () => {
        const { code, out } = gate("explain", "http-route-authorization");
        assert.equal(code, 0);
        assert.match(
            out,
            /^http-route-authorization {2}high {2}mandatory by default, profile baseline, api-front-door\nRoutes of HTTP APIs/,
        );
        for (const part of [
            "Why: ",
            "Fix: ",
            "Reported\n",
            "Not reported\n",
            "Looks at\n",
            "Options\n",
            "Configuration\n",
            "Controls\n",
            "Sources\n",
        ])
            assert.ok(out.includes(`\n${part}`), part);
        assert.match(out, /\n {2}new aws\.apigatewayv2\.Route\("orders", \{ apiId: api\.id, /);
        const configuration = /\nConfiguration\n([\s\S]*?)\n\n/.exec(out)?.[1] ?? "";
        assert.deepEqual(JSON.parse(configuration), {
            "http-route-authorization": { enforcementLevel: "mandatory", publicPaths: [] },
        });
    });
    it("explains the pack's own policies too", () => {
        assert.match(gate("explain", "pack-settings").out, /^pack-settings {2}low {2}remediate by default\n/);
    });
    it("names what is near, and ends with 2, where there is none of that name", () => {
        const { code, err } = gate("explain", "http-rout-authorization");
        assert.equal(code, 2);
        assert.match(
            err,
            /^Cannot check: there is no policy http-rout-authorization; near it are http-route-authorization/,
        );
        assert.match(gate("explain", "x".repeat(5000)).err, /^Cannot check: there is no policy x/);
    });
});
