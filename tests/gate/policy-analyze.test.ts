/** What is deployed already, audited by the real CLI: a state with a secret that nobody there can decrypt. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hasPulumi } from "../../gate/host/pulumi/installed";

const root = path.resolve(__dirname, "../..");
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const encrypted = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:AAAAAAAAAAAAAAAA:AAAAAAAAAAAA" };
const administers = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
});

function resource(type: string, name: string, inputs: object, custom = true) {
    const urn = `urn:pulumi:live::shop::${type}::${name}`;
    return { urn, custom, type, ...(custom && { id: name }), inputs, outputs: { ...inputs, id: name } };
}

/** A deployment of a role whose policy is as given. */
function state(policy: unknown): object {
    const resources = [
        { urn: "urn:pulumi:live::shop::pulumi:pulumi:Stack::shop-live", custom: false, type: "pulumi:pulumi:Stack" },
        resource("aws:iam/role:Role", "orders", { name: "orders", assumeRolePolicy: trust }),
        resource("aws:iam/rolePolicy:RolePolicy", "rights", { role: "orders", policy }),
        { ...resource("aws:s3/bucketObject:BucketObject", "broken", {}), inputs: { bucket: "b", source: BROKEN } },
    ];
    const manifest = { time: "2026-01-01T00:00:00Z", magic: "", version: "v3.260.0" };
    const secrets_providers = {
        type: "passphrase",
        state: { salt: "v1:AAAAAAAAAAA=:v1:AAAAAAAAAAAAAAAA:AAAAAAAAAAAA" },
    };
    return { version: 3, deployment: { manifest, secrets_providers, resources } };
}

/** An archive of which only the hash is left. */
const BROKEN = { [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7", hash: "00".repeat(32) };

describe("pulumi policy analyze, under the real CLI", function () {
    this.timeout(120_000);
    before(async function () {
        if (!(await hasPulumi())) this.skip();
    });

    async function analyzed(policy: unknown): Promise<{ code: number; said: string }> {
        const scratch = mkdtempSync(path.join(tmpdir(), "policy-analyze-"));
        const file = path.join(scratch, "state.json");
        writeFileSync(file, JSON.stringify(state(policy)));
        const env = { ...process.env, PULUMI_HOME: scratch, PULUMI_SKIP_UPDATE_CHECK: "true", NO_COLOR: "1" };
        const args = ["policy", "analyze", "--file", file, "--policy-pack", root, "--non-interactive"];
        try {
            return await new Promise((resolve) =>
                execFile("pulumi", args, { cwd: scratch, env }, (error, stdout, stderr) =>
                    resolve({ code: typeof error?.code === "number" ? error.code : 0, said: stdout + stderr }),
                ),
            );
        } finally {
            rmSync(scratch, { recursive: true, force: true });
        }
    }

    it("reports what is deployed, whatever else in the state cannot be read", async () => {
        const { code, said } = await analyzed(administers);
        assert.match(said, /exec-role-no-admin-access/);
        assert.notEqual(code, 0, said);
    });
    it("passes no document that could not be decrypted: it is undecided, by name", async () => {
        const { said } = await analyzed(encrypted);
        assert.doesNotMatch(said, /\[mandatory\].*exec-role-no-admin-access/);
        assert.match(said, /rights\.policy \(a secret that was not decrypted\): .*exec-role-no-admin-access/s);
    });
});
