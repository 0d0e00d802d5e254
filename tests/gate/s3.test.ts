/** A backend in a bucket, by AWS's own SDK and a server that speaks S3's protocol. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { stackFiles } from "../../gate/recorded/backend";
import { checkBackend } from "../../gate/recorded/backend-check";
import { s3Store } from "../../gate/recorded/s3";
import { restoreEnvironment } from "../support/environment";
import { administrator, checkpoint, quiet, zipped } from "../support/states";

const root = path.resolve(__dirname, "../..");

interface Server {
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
}
interface Client {
    send(command: unknown): Promise<unknown>;
}

/** A module that has no typings. */
const loaded = (name: string): Promise<{ readonly default: unknown }> => import(name);

const BUCKET = "example-state";

describe("a backend in S3", function () {
    this.timeout(240_000);
    let scratch = "";
    let server: Server;
    let url = "";
    const before_ = process.cwd();
    const environment = { ...process.env };

    before(async () => {
        scratch = mkdtempSync(path.join(tmpdir(), "s3-test-"));
        // The SDK is installed under another name here, and where the command is called under its own.
        mkdirSync(path.join(scratch, "node_modules/@aws-sdk"), { recursive: true });
        symlinkSync(
            path.join(root, "node_modules/aws-client-s3"),
            path.join(scratch, "node_modules/@aws-sdk/client-s3"),
        );
        const { default: S3rver } = await loaded("@20minutes/s3rver");
        server = new (S3rver as new (options: object) => Server)({
            port: 0,
            address: "127.0.0.1",
            silent: true,
            // It works the signature of a listing out in another way than S3.
            allowMismatchedSignatures: true,
            directory: path.join(scratch, "objects"),
            configureBuckets: [{ name: BUCKET }],
        });
        const { port } = await server.run();
        url = `s3://${BUCKET}/team?region=eu-west-1&endpoint=127.0.0.1:${port}&disableSSL=true&s3ForcePathStyle=true`;
        process.env["AWS_ACCESS_KEY_ID"] = "S3RVER";
        process.env["AWS_SECRET_ACCESS_KEY"] = "S3RVER";
        process.chdir(scratch);
        const place = { project: "shop", stack: "dev" };
        await put(port, {
            "team/.pulumi/meta.yaml": "version: 1\n",
            "team/.pulumi/stacks/shop/live.json": checkpoint(administrator()),
            "team/.pulumi/stacks/shop/live.json.bak": "{}",
            "team/.pulumi/stacks/shop/dev.json.gz": zipped(checkpoint(quiet(place), place)),
            "team/.pulumi/stacks/shop/torn.json": "{",
            "other/.pulumi/stacks/shop/live.json": "{}",
            "team/.pulumi/history/shop/live/1.checkpoint.json": "{}",
        });
    });
    after(async () => {
        process.chdir(before_);
        restoreEnvironment(environment);
        await server.close();
        rmSync(scratch, { recursive: true, force: true });
    });

    async function put(port: number, objects: Readonly<Record<string, string | Buffer>>): Promise<void> {
        const { S3Client, PutObjectCommand } = (await import("aws-client-s3")) as unknown as {
            readonly S3Client: new (options: object) => Client;
            readonly PutObjectCommand: new (input: object) => unknown;
        };
        const client = new S3Client({
            endpoint: `http://127.0.0.1:${port}`,
            region: "eu-west-1",
            forcePathStyle: true,
            requestChecksumCalculation: "WHEN_REQUIRED",
        });
        const waiting = Object.entries(objects);
        const worker = async () => {
            for (let next = waiting.pop(); next; next = waiting.pop()) {
                const [Key, Body] = next;
                await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
            }
        };
        await Promise.all(Array.from({ length: 8 }, worker));
    }

    it("is listed below its prefix", async () => {
        const files = await s3Store(url).list();
        assert.equal(files.length, 6);
        assert.deepEqual(
            stackFiles(files).map(({ key }) => key),
            [".pulumi/stacks/shop/dev.json.gz", ".pulumi/stacks/shop/live.json", ".pulumi/stacks/shop/torn.json"],
        );
        assert.ok(files.every(({ modified }) => modified > 0));
    });
    it("is listed page by page", async () => {
        const page = (key: string, token: string) =>
            `<?xml version="1.0"?><ListBucketResult><Contents><Key>team/${key}</Key><Size>1</Size></Contents>${token}</ListBucketResult>`;
        const next = "<IsTruncated>true</IsTruncated><NextContinuationToken>second</NextContinuationToken>";
        // s3rver makes the token of a next page with a cipher that OpenSSL has given up.
        const pages = createServer(({ url: asked = "" }, response) => {
            const isSecond = new URL(asked, "http://s3").searchParams.get("continuation-token") === "second";
            response.end(isSecond ? page("b.json", "<IsTruncated>false</IsTruncated>") : page("a.json", next));
        });
        await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
        try {
            const { port } = pages.address() as AddressInfo;
            const files = await s3Store(url.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`)).list();
            assert.deepEqual(
                files.map(({ key }) => key),
                ["a.json", "b.json"],
            );
        } finally {
            pages.close();
            pages.closeAllConnections();
        }
    });
    it("is judged as a folder is", async () => {
        const { reports, failures } = await checkBackend(s3Store(url), {
            packFolder: root,
            policies: {},
            organization: "organization",
            tags: {},
            within: "",
            allowEmpty: false,
            progress: () => undefined,
        });
        assert.deepEqual(
            failures.map(({ at, why }) => `${at}: ${why}`),
            [
                ".pulumi/stacks/shop/torn.json: .pulumi/stacks/shop/torn.json is truncated: it ends before its content does",
            ],
        );
        assert.deepEqual(
            reports.map(({ project, stack, findings }) => [
                project,
                stack,
                findings.some(({ level }) => level === "mandatory"),
            ]),
            [
                ["shop", "dev", false],
                ["shop", "live", true],
            ],
        );
    });
    it("that is not there is told by S3's own word", async () => {
        await assert.rejects(
            s3Store(url.replace(BUCKET, "nowhere")).list(),
            /s3:\/\/nowhere cannot be read: NoSuchBucket/,
        );
    });
    it("without a bucket's name is none", () => {
        assert.throws(() => s3Store("s3:///team"), /names no bucket/);
    });
    it("needs AWS's own SDK, and says so where it is absent", () => {
        process.chdir(tmpdir());
        try {
            assert.throws(
                () => s3Store(url),
                /s3:\/\/ is read by AWS's own SDK, which is not installed: npm install @aws-sdk\/client-s3/,
            );
        } finally {
            process.chdir(scratch);
        }
    });
});
