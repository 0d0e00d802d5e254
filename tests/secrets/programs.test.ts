import assert from "node:assert/strict";
import { secretsInText } from "../../model/secrets";
import { heldUnder } from "../../model/secrets/classify";
import { secretInside } from "../../model/secrets/contents";
import { credentialIn } from "../../model/secrets/formats";

const joined = (...parts: readonly string[]) => parts.join("");
const VALUE = joined("q7Vn", "R2kZ", "x9Lm", "T4wB");
const HEX = joined("9f3a61c7", "0be2d854", "1c6f7a90", "e3b5d428");
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** What programs and tools are told by position, in a script as in a file of their own. */
const lines: readonly (readonly [file: string, line: string])[] = [
    ["a.py", `hmac.new(b"${VALUE}", message, hashlib.sha256)`],
    ["a.js", `new Sequelize("shop", "app", "${VALUE}", { dialect: "postgres" })`],
    ["a.go", `token.SignedString([]byte("${VALUE}"))`],
    ["a.rb", `http.basic_auth 'ci', '${VALUE}'`],
    ["a.php", `'secret' => env('SESSION', '${VALUE}'),`],
    ["a.h", `#define WIFI_PASSWORD "${VALUE}"`],
    ["a.py", `# password: ${VALUE}`],
    ["a.sh", `printf '%s' '${VALUE}' > /run/secrets/db_password`],
    ["a.sh", `echo "requirepass ${VALUE}" >> /etc/redis.conf`],
    ["a.sh", `bundle config gems.example.com 1f0c9d3b:${VALUE}`],
    ["a.ps1", `Set-Item -Path Env:CLIENT_SECRET -Value '${VALUE}'`],
    ["a.toml", `[[tokens]]\nname = "ci"\nvalue = "${VALUE}"`],
    ["userlist.txt", `"app" "${VALUE}"`],
    ["nuget.config", `<apikeys><add key="https://nuget.example.com" value="${VALUE}" /></apikeys>`],
    ["snmpd.conf", `rocommunity ${VALUE} 10.0.0.0/8`],
    [".env", `BUNDLE_GEMS__EXAMPLE__COM=1f0c9d3b:${VALUE}`],
    ["a.yaml", `kind: ConfigMap\nbinaryData:\n  app.env: ${base64(`DB_PASSWORD=${VALUE}\nPORT=1\n`)}`],
];

/** Their neighbours that hold none. */
const harmless: readonly (readonly [file: string, line: string])[] = [
    ["a.py", `hmac.new(key, message, hashlib.sha256)`],
    ["a.js", `chpasswd();\nconst pages = [\n  "https://docs.example.com/guide.html#a-very-long-part",\n];`],
    ["a.js", `const action = { key: "kms:GenerateDataKey*", secret: "s3:AccessGrantsInstanceArn" };`],
    ["a.json", `{ "key": "ec2:InsideTunnelIpv6Cidr" }`],
    ["a.json", `{ "policies/no-root-access-key.ts": "${HEX}${HEX}" }`],
    ["a.json", `{ "contentHash": "${joined("11", HEX)}" }`],
    ["a.py", `# token: see the manual`],
    ["a.md", "- **secret**: base64-encoded 32 bytes"],
    ["a.yaml", `binaryData:\n  app.env: ${base64("STAGE=production\nPORT=8080\n")}`],
];

describe("secrets that programs are told", () => {
    for (const [file, line] of lines)
        it(`one in ${file}: ${line.slice(0, 24)}`, () => assert.equal([...secretsInText(`${line}\n`, file)].length, 1));
    for (const [file, line] of harmless)
        it(`none in ${file}: ${line.slice(0, 24)}`, () => assert.deepEqual([...secretsInText(`${line}\n`, file)], []));
    it("a call in a script is one", () =>
        assert.ok(secretInside("userData", `python3 - <<EOF\nFernet(b"${VALUE}${VALUE}")\nEOF\n`)));
    it("a vendor's key may be an id, one that KMS keeps is none", () => {
        const id = joined("463cd786-718d-", "4fde-a78e-", "550a5e34c9a1");
        assert.equal(heldUnder("BRAZE_REST_KEY", id), "secret");
        assert.equal(heldUnder("ENCRYPTION_KEY", id), undefined);
    });
    it("words with capitals and a number are a secret, the name of a stored one is none", () => {
        assert.equal(heldUnder("SESSION_SECRET", joined("Saturn-", "Quartz-", "90")), "secret");
        assert.equal(heldUnder("SESSION_SECRET", "orders-session-2"), undefined);
    });
    it("a shape that digests have too is none under a digest's name", () => {
        const text = joined("11", HEX);
        assert.equal(credentialIn(text, "CONTENT_HASH"), undefined);
        assert.equal(credentialIn(`{"name":"CONTENT_HASH","value":"${text}"}`), undefined);
        assert.ok(credentialIn(text, "SETTING"));
    });
});
