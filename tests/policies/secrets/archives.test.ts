/** Archives as they are deployed, and archives that mean harm, through the policy on secrets in code. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { AppSyncFunction, AppSyncResolver, CloudFrontFunction, LambdaFunction } from "../../../model/aws";
import { type Declaration, declare, type Program } from "../../../pack";
import { rules } from "../../../policies";
import rule from "../../../policies/secrets/no-secrets-in-code";
import { analyze } from "../../support/analysis";
import { tarGz, zip } from "../../support/archives";

/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const token = joined("gh", "p_", "Zb3kQ9xW2mT7", "rL5vN8cY1dF6", "hJ4sP0gA7eUq");
const leak = `const key = "${token}";\n`;
const handler = { name: "index.js", text: "exports.handler = async () => 1;" };
const spaces = Buffer.alloc(80_000_000, " ");

const webpack = (own: string) => `/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({
/***/ 4914:
/***/ ((module, exports, require) => {
module.exports = function login(options) {
  const password = options.password || process.env.PASSWORD;
  if (!password) throw new Error("password: must be given");
  return { authorization: "Basic " + Buffer.from(options.user + ":" + password).toString("base64") };
};
/***/ }),
/***/ 7351:
/***/ ((module) => {
module.exports = { TOKEN_TYPE: "urn:ietf:params:oauth:token-type:access_token", secretKeyLabel: "Secret access key" };
/***/ })
/******/ 	});
var __webpack_exports__ = {};
${own}exports.handler = async () => 1;
module.exports = __webpack_exports__;
/******/ })()
;
`;
const minified = (own: string) =>
    `(()=>{var e={497:(e,t,r)=>{e.exports=function(e){const t=e.password||"";return{authorization:"Basic "+Buffer.from(e.user+":"+t).toString("base64")}}},` +
    `735:e=>{e.exports={tokenType:"access_token",passwordField:"password"}}},t={};function r(n){var o=t[n];return e[n](o,o.exports,r),o.exports}${own.trim()}exports.handler=async()=>1})();\n`;
const map = (...sources: readonly (readonly [string, string])[]) =>
    JSON.stringify({
        version: 3,
        sources: sources.map(([name]) => name),
        sourcesContent: sources.map(([, text]) => text),
        mappings: "AAAA",
    });

/** Each archive with where its secrets stand, and why it is not read to its end. */
const archives: Readonly<
    Record<string, readonly [name: string, bytes: Buffer, places: readonly string[], why?: string]>
> = {
    "a bundle of webpack, with the map of what it was made of": [
        "code.zip",
        zip(
            { name: "index.js", text: webpack(leak) },
            {
                name: "index.js.map",
                text: map(
                    ["webpack://shop/./node_modules/client/index.js", leak],
                    ["webpack://shop/./src/index.ts", leak],
                ),
            },
        ),
        ["index.js:17"],
    ],
    "a bundle of ncc, whose map alone has the comment that it lost": [
        "code.zip",
        zip(
            { name: "dist/index.js", text: minified(leak) },
            {
                name: "dist/index.js.map",
                text: map([
                    "../src/index.ts",
                    `// ${joined("gh", "p_", "Q9xW2mT7Zb3k", "rL5vN8cY1dF6", "hJ4sP0gA7eUq")}\n${leak}`,
                ]),
            },
            { name: "dist/sourcemap-register.js", text: minified("") },
        ),
        ["dist/index.js:1", "dist/index.js.map:1"],
    ],
    "a jar": [
        "orders.jar",
        zip(
            { name: "META-INF/MANIFEST.MF", text: "Manifest-Version: 1.0\nMain-Class: shop.Orders\n" },
            {
                name: "shop/Orders.class",
                text: Buffer.concat([Buffer.from("cafebabe00000041", "hex"), Buffer.from(leak)]),
            },
            {
                name: "application.properties",
                text: `server.port=8080\nspring.datasource.password=${token.slice(4, 24)}\n`,
            },
            { name: "BOOT-INF/lib/client-1.2.jar", text: zip({ name: "client.properties", text: leak }) },
        ),
        ["application.properties:2"],
    ],
    "packages of pip beside the code": [
        "code.zip",
        zip(
            { name: "app.py", text: `import client\n\nKEY = "${token}"\n` },
            { name: "client/__init__.py", text: "" },
            { name: "client/tests/fixture.py", text: `KEY = "${token}"\n` },
            { name: "six_like.py", text: `KEY = "${token}"\n` },
            { name: "bin/client", text: `#!/usr/bin/python3\nKEY = "${token}"\n` },
            { name: "client-1.2.dist-info/METADATA", text: "Name: client\nVersion: 1.2\n" },
            {
                name: "client-1.2.dist-info/RECORD",
                text: "client/__init__.py,sha256=a,0\nclient/tests/fixture.py,sha256=b,9\n../../bin/client,sha256=c,9\nbin/client,sha256=c,9\nclient-1.2.dist-info/METADATA,,\n",
            },
            {
                name: "six_like-1.0.dist-info/RECORD",
                text: "six_like.py,sha256=a,9\r\nsix_like-1.0.dist-info/RECORD,,\r\n",
            },
        ),
        ["app.py:3"],
    ],
    "a tar": ["code.tar.gz", tarGz({ name: "src/config.js", text: leak }), ["src/config.js:1"]],

    "a bomb": [
        "code.zip",
        zip(handler, { name: "data.txt", text: spaces }),
        [],
        "a file is packed more than any text is",
    ],
    "a bomb beside a secret": [
        "code.zip",
        zip({ name: "index.js", text: leak }, { name: "data.txt", text: spaces }),
        ["index.js:1"],
        "a file is packed more than any text is",
    ],
    "a bomb of a tar": [
        "code.tar.gz",
        tarGz({ name: "data.txt", text: spaces }),
        [],
        "the archive unpacks to more than what is read",
    ],
    "a bomb within an archive, which is not opened": [
        "code.zip",
        zip(handler, { name: "lib/data.zip", text: zip({ name: "data.txt", text: spaces }) }),
        [],
    ],
    "a path that leads out of a zip": [
        "code.zip",
        zip(handler, { name: "../../etc/config.js", text: leak }),
        [],
        "a file of the archive would lie outside of it",
    ],
    "a path that leads out of a tar": [
        "code.tar.gz",
        tarGz({ name: "index.js", text: handler.text }, { name: "../config.js", text: leak }),
        [],
        "a file of the archive would lie outside of it",
    ],
    "a link in a zip": [
        "code.zip",
        zip(handler, { name: "config.js", text: "/etc/passwd", says: { mode: 0o120777 } }),
        [],
        "a file in the archive is a link",
    ],
    "a link in a tar": [
        "code.tar.gz",
        tarGz({ name: "index.js", text: handler.text }, { name: "config.js", link: "/etc/passwd" }),
        [],
        "a file in the archive is a link",
    ],
};

describe("archives, through no-secrets-in-code", () => {
    let folder = "";
    before(() => {
        folder = mkdtempSync(path.join(os.tmpdir(), "archives-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    const deploying = (place: string): Declaration =>
        declare(LambdaFunction, {
            role: "arn:aws:iam::111122223333:role/orders",
            runtime: "nodejs22.x",
            handler: "index.handler",
            code: { [SIGNATURE]: ARCHIVE, hash: "", path: place } as never,
        });

    for (const [what, [name, bytes, places, why]] of Object.entries(archives)) {
        it(what, async () => {
            const place = path.join(folder, name);
            writeFileSync(place, bytes);
            const { checks } = await analyze([rule], { orders: deploying(place) });
            const of = (verdict: string) => checks.filter((check) => check.verdict === verdict);
            assert.deepEqual(
                of("violation").flatMap(({ fact }) => [...fact.matchAll(/ at (\S+:\d+)/g)].map(([, at]) => at)),
                places,
            );
            assert.deepEqual(
                of("undecided").flatMap(({ awaits }) => awaits),
                why === undefined ? [] : [`code (${why})`],
            );
            assert.equal(checks.length, of("violation").length + of("undecided").length);
        });
    }
});

/** As they travel. Source: @pulumi/pulumi, runtime/rpc. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

describe("a secret in a script that is a property", () => {
    const scripts: Program = {
        edge: declare(CloudFrontFunction, { runtime: "cloudfront-js-2.0", code: leak }),
        resolver: declare(AppSyncResolver, { apiId: "a", field: "order", type: "Query", code: leak }),
        step: declare(AppSyncFunction, { apiId: "a", dataSource: "d", name: "step", code: leak }),
    };
    for (const [name, script] of Object.entries(scripts)) {
        it(`has one cause: ${name}`, async () => {
            const { checks } = await analyze(rules, { [name]: script });
            const found = checks.filter(({ verdict, at }) => verdict === "violation" && at === "code");
            assert.deepEqual(
                found.map(({ policy, with: other }) => [policy, other]),
                [
                    ["no-secrets-in-code", undefined],
                    ["no-secrets-in-config-fields", "no-secrets-in-code"],
                ],
            );
        });
    }
});
