import {
    AppSyncResolver,
    CloudFrontFunction,
    LambdaFunction,
    LambdaLayerVersion,
    S3BucketObject,
    S3BucketObjectV2,
    SyntheticsCanary,
} from "../../../model/aws";
import { archive, declare, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/no-secrets-in-code";
import { testRule } from "../../support/rule-tester";

type Files = Readonly<Record<string, string>>;

/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const url = joined("postgres://orders:", "Kq7vX2m9", "Lr4w@db.internal/orders");
const token = joined("gh", "p_", "Zb3kQ9xW2mT7", "rL5vN8cY1dF6", "hJ4sP0gA7eUq");
const leak = `const key = "${token}";\n`;

const node = (files: Files, more: object = {}) =>
    declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: archive({ "index.js": "exports.handler = async () => 1;", ...files }),
        ...more,
    });
const layer = (files: Files) => declare(LambdaLayerVersion, { layerName: "shared", code: archive(files) });
const map = (source: string, path = "../src/index.ts") =>
    JSON.stringify({ version: 3, sources: [path], sourcesContent: [source], mappings: "AAAA" });
const inline = (source: string) =>
    `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map(source)).toString("base64")}\n`;
const record = (...paths: readonly string[]) => paths.map((path) => `${path},sha256=abc,10\n`).join("");

const harmless: Readonly<Record<string, Files>> = {
    "a secret's name, and where it is read": {
        "index.js": 'const name = "orders/db"; exports.handler = async () => client.send(new Get({ SecretId: name }));',
    },
    "packages of npm": { "node_modules/client/test/fixture.js": leak, "nodejs/node_modules/client/index.js": leak },
    "packages that a record claims": {
        "python/client/config.py": leak,
        "python/client-1.2.dist-info/RECORD": record("client/config.py", "client-1.2.dist-info/RECORD"),
    },
    "packages of setuptools": {
        "client/config.py": leak,
        "client-1.2.egg-info/installed-files.txt": "../client/config.py\nPKG-INFO\n",
    },
    "a known package whose record was left out": {
        "requests/__init__.py": "",
        "requests/packages/config.py": leak,
        "google/auth/__init__.py": "",
        "google/auth/config.py": leak,
    },
    "packages of Composer, Go and Bundler": {
        "vendor/autoload.php": "",
        "vendor/acme/client.php": leak,
        "go/vendor/modules.txt": "",
        "go/vendor/example.com/client.go": leak,
        "ruby/vendor/bundle/client.rb": leak,
    },
    "lock files": { "package-lock.json": `{ "resolved": "${url}" }`, "poetry.lock": leak },
    "what is no text": { bootstrap: `\u007fELF\0\0${leak}`, "report.pdf": leak },
    "a source map without any": { "index.js.map": map("export const a = 1;") },
    "a source map of packages": { "index.js.map": map(leak, "../node_modules/client/index.js") },
};

const leaks: Readonly<Record<string, Files>> = {
    "in what the handler loads": { "index.js": leak },
    "in a script that nothing loads": { "scripts/seed.js": `seed("${url}");` },
    "in dotenv": { ".env": `# local\nDATABASE_URL=${url}\n` },
    "in a comment": { "index.py": `# connect("${url}")\n` },
    "in a folder that only looks like packages": { "vendor/shop.js": leak },
    "in a file that the record does not claim": {
        "client/own.py": leak,
        "client-1.2.dist-info/RECORD": record("client/__init__.py"),
    },
    "in a package that was installed from a folder": {
        "orders/__init__.py": leak,
        "orders-1.dist-info/RECORD": record("orders/__init__.py"),
        "orders-1.dist-info/direct_url.json": '{ "url": "file:///work/orders", "dir_info": {} }',
    },
    "in a source map alone": { "index.js.map": map(leak) },
    "in a source map within a file": { "index.js": `exports.handler = async () => 1;\n${inline(leak)}` },
};

testRule(rule, {
    valid: {
        ...Object.fromEntries(Object.entries(harmless).map(([name, files]) => [name, node(files)])),
        "code that another build put into a bucket": node({}, { code: undefined, s3Bucket: "code", s3Key: "a.zip" }),
        "an object that is empty": declare(S3BucketObject, { bucket: "site", key: "empty", content: "" }),
        "a script": declare(CloudFrontFunction, {
            runtime: "cloudfront-js-2.0",
            code: "function handler(event) { return event.request; }",
        }),
    },
    invalid: {
        ...Object.fromEntries(
            Object.entries(leaks).map(([name, files]) => [name, { given: node(files), reports: ["code"] }]),
        ),
        "in a layer": { given: layer({ "python/config.py": leak }), reports: ["code"] },
        "in an object": {
            given: declare(S3BucketObjectV2, { bucket: "site", key: "config/.env", content: `DATABASE_URL=${url}\n` }),
            reports: ["content"],
        },
        "in an object in base64": {
            given: declare(S3BucketObject, {
                bucket: "site",
                key: "config.js",
                contentBase64: Buffer.from(leak).toString("base64"),
            }),
            reports: ["contentBase64"],
        },
        "in what the program marks secret": {
            given: declare(S3BucketObject, { bucket: "site", key: "config.js", content: secret(leak) as never }),
            reports: ["content"],
        },
        "in a script of CloudFront": {
            given: declare(CloudFrontFunction, { runtime: "cloudfront-js-2.0", code: leak }),
            reports: ["code"],
        },
        "in a resolver": {
            given: declare(AppSyncResolver, { apiId: "a", field: "order", type: "Query", code: leak }),
            reports: ["code"],
        },
    },
    undecided: {
        "code that is not known yet": { given: node({}, { code: unknown }), awaits: ["code"] },
        "a part of it that is not known yet": {
            given: node({}, { code: archive({ "index.js": unknown as unknown as string }) }),
            awaits: ["code (a part of it is not known yet)"],
        },
        "an archive that is not there": {
            given: declare(SyntheticsCanary, {
                artifactS3Location: "s3://out/",
                executionRoleArn: "arn:aws:iam::111122223333:role/canary",
                handler: "index.handler",
                runtimeVersion: "syn-nodejs-puppeteer-9.1",
                schedule: { expression: "rate(1 hour)" },
                zipFile: "/nowhere/canary.zip",
            }),
            awaits: ["zipFile (there is no such file)"],
        },
    },
});
