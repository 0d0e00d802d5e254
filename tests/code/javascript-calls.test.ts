import { deepStrictEqual } from "node:assert";
import { Budget } from "../../model/code/code";
import { javascriptCalls } from "../../model/code/javascript/calls";
import { sdkNames } from "../../model/graph/code/sdk-names";
import { shown } from "./calls";
import { filesOf, type Program } from "./python";

type Shape = readonly [title: string, program: string | Record<string, string>, expected: readonly string[]];

function callsOf(program: Program, handler = "index.handler"): readonly string[] {
    const entry = { handler, runtime: "nodejs22.x", variables: new Map(), enough: 3 };
    const files = filesOf(typeof program === "string" ? { "index.mjs": program } : program);
    return shown(javascriptCalls(files, entry, new Budget(), sdkNames));
}

const V3 = `
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { S3Client, S3, GetObjectCommand } from "@aws-sdk/client-s3";
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const doc = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const sqs = new SQSClient();
const { TABLE, BUCKET, QUEUE } = process.env;
`;

const FOUND: readonly Shape[] = [
    [
        "a command of a client, its resource by a variable",
        `${V3} export const handler = (e) => s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: e.key }));`,
        ["s3:GetObject Bucket=$BUCKET"],
    ],
    [
        "documents by their shorter names",
        `${V3} export const handler = (e) => doc.send(new PutCommand({ TableName: TABLE, Item: e }));`,
        ["dynamodb:PutItem TableName=$TABLE"],
    ],
    [
        "a method of a client that has one for each operation",
        `${V3} const all = new S3({}); export const handler = (e) => all.putObject({ Bucket: \`\${BUCKET}-copies\`, Key: "k" });`,
        ["s3:PutObject Bucket=$BUCKET-copies"],
    ],
    [
        "a class that is given its client and its table",
        `${V3}
        class Orders {
            constructor(client, table) { this.client = client; this.table = table; }
            get(id) { return this.client.send(new GetCommand({ TableName: this.table, Key: { id } })); }
            put(item) { return this.client.send(new PutCommand({ TableName: this.table, Item: item })); }
        }
        const orders = new Orders(doc, TABLE);
        export const handler = (e) => orders.get(e.id);`,
        ["dynamodb:GetItem TableName=$TABLE"],
    ],
    [
        "a helper that several callers give their queue",
        `${V3}
        const send = (queue, body) => sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: body }));
        export const handler = async (e) => { await send(QUEUE, "a"); await send(process.env.OTHER, "b"); };`,
        ["sqs:SendMessage QueueUrl=$OTHER", "sqs:SendMessage QueueUrl=$QUEUE"],
    ],
    [
        "a table of functions, by the event",
        `${V3}
        const tasks = { get: (e) => doc.send(new GetCommand({ TableName: TABLE, Key: e })), put: (e) => doc.send(new PutCommand({ TableName: TABLE, Item: e })) };
        export const handler = (e) => tasks[e.task](e);`,
        ["dynamodb:GetItem TableName=$TABLE", "dynamodb:PutItem TableName=$TABLE"],
    ],
    [
        "what is remembered between requests",
        `${V3}
        let last;
        export const handler = async (e) => { if (last) await doc.send(new PutCommand({ TableName: TABLE, Item: last })); last = e; };`,
        ["dynamodb:PutItem TableName=$TABLE"],
    ],
    [
        "a default beside a variable",
        `${V3} const table = process.env.NAME ?? "orders"; export const handler = (e) => doc.send(new GetCommand({ TableName: table, Key: e }));`,
        ["dynamodb:GetItem TableName=($NAME|orders)"],
    ],
    [
        "paginators and waiters",
        `import { DynamoDBClient, paginateScan, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
        const client = new DynamoDBClient({});
        export const handler = async () => {
            for await (const page of paginateScan({ client }, { TableName: process.env.TABLE })) console.log(page);
            await waitUntilTableExists({ client, maxWaitTime: 9 }, { TableName: "copies" });
        };`,
        ["dynamodb:DescribeTable TableName=copies", "dynamodb:Scan TableName=$TABLE"],
    ],
    [
        "uploads and forms",
        `import { S3Client } from "@aws-sdk/client-s3";
        import { Upload } from "@aws-sdk/lib-storage";
        import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
        const client = new S3Client({});
        export const handler = async (e) => {
            await new Upload({ client, params: { Bucket: process.env.A, Key: "k", Body: e } }).done();
            return createPresignedPost(client, { Bucket: process.env.B, Key: "k" });
        };`,
        ["s3:PutObject Bucket=$A", "s3:PutObject Bucket=$B"],
    ],
    [
        "buses and tables deeper in the parameters",
        `${V3}
        import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
        import { TransactWriteCommand, BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
        const bus = new EventBridgeClient({});
        export const handler = async (e) => {
            await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.BUS, Detail: "d" }] }));
            await doc.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: TABLE, Item: e } }] }));
            await doc.send(new BatchWriteCommand({ RequestItems: { [TABLE]: [{ PutRequest: { Item: e } }] } }));
        };`,
        [
            "dynamodb:BatchWriteItem RequestItems{}=$TABLE",
            "dynamodb:TransactWriteItems TransactItems[].Put.TableName=$TABLE",
            "events:PutEvents Entries[].EventBusName=$BUS",
        ],
    ],
    [
        "version 2, with promises, signed addresses and X-Ray",
        {
            "index.js": `
            const AWS = require("aws-xray-sdk").captureAWS(require("aws-sdk"));
            const doc = new AWS.DynamoDB.DocumentClient();
            const s3 = new AWS.S3();
            exports.handler = async (e) => {
                await doc.query({ TableName: process.env.TABLE }).promise();
                await s3.upload({ Bucket: process.env.BUCKET, Key: "k" }).promise();
                return s3.getSignedUrl("getObject", { Bucket: process.env.BUCKET, Key: "k" });
            };`,
        },
        ["dynamodb:Query TableName=$TABLE", "s3:GetObject Bucket=$BUCKET", "s3:PutObject Bucket=$BUCKET"],
    ],
    [
        "version 2, one client's module",
        {
            "index.js": `
            const DynamoDB = require("aws-sdk/clients/dynamodb");
            const doc = new DynamoDB.DocumentClient();
            exports.handler = (e) => doc.get({ TableName: "orders", Key: e }).promise();`,
        },
        ["dynamodb:GetItem TableName=orders"],
    ],
    [
        "a closure as Pulumi writes it",
        {
            "__index.js": `
            exports.handler = __f0;
            const __table = {name: {get: () => "orders-1234567"}};
            function __f0(__0) {
              return (function() {
                with({ table: __table, this: undefined, arguments: undefined }) {
            return async (event) => {
                const { DynamoDBClient, GetItemCommand } = require("@aws-sdk/client-dynamodb");
                return new DynamoDBClient({}).send(new GetItemCommand({ TableName: table.name.get(), Key: event }));
            };
                }
              }).apply(undefined, undefined).apply(this, arguments);
            }`,
        },
        ["dynamodb:GetItem TableName=orders-1234567"],
    ],
    [
        "Powertools",
        `import { getSecret } from "@aws-lambda-powertools/parameters/secrets";
        import { getParameter } from "@aws-lambda-powertools/parameters/ssm";
        import { Tracer } from "@aws-lambda-powertools/tracer";
        import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
        const sqs = new Tracer().captureAWSv3Client(new SQSClient({}));
        export const handler = async () => {
            await getSecret(process.env.SECRET);
            await getParameter("/app/flag");
            await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: "m" }));
        };`,
        [
            "secretsmanager:GetSecretValue SecretId=$SECRET",
            "sqs:SendMessage QueueUrl=$QUEUE",
            "ssm:GetParameter Name=/app/flag",
        ],
    ],
    [
        "handlers that a framework is given",
        `import express from "express";
        import serverless from "serverless-http";
        ${V3}
        const app = express();
        app.get("/orders/:id", async (request, answer) => answer.json(await doc.send(new GetCommand({ TableName: TABLE, Key: request.params }))));
        export const handler = serverless(app);`,
        ["dynamodb:GetItem TableName=$TABLE"],
    ],
    [
        "a class below the SDK's own client",
        `import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
        class Topic extends SNSClient { say(what) { return this.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: what })); } }
        const topic = new Topic({});
        export const handler = (e) => topic.say(e.what);`,
        ["sns:Publish TopicArn=$TOPIC"],
    ],
    [
        "a class below a package's",
        `import { EventEmitter } from "node:events";
        ${V3}
        class Store extends EventEmitter { keep(item) { this.emit("kept"); return doc.send(new PutCommand({ TableName: TABLE, Item: item })); } }
        export const handler = (e) => new Store().keep(e);`,
        ["dynamodb:PutItem TableName=$TABLE"],
    ],
    [
        "middy's own",
        `import middy from "@middy/core";
        import secrets from "@middy/secrets-manager";
        export const handler = middy(async () => 1).use(secrets({ fetchData: { db: "app/db" } }));`,
        ["secretsmanager:GetSecretValue (?)"],
    ],
    [
        "callbacks, promises and lists",
        `${V3}
        export const handler = async (e) => {
            await Promise.all(e.records.map((one) => doc.send(new PutCommand({ TableName: TABLE, Item: one }))));
            [].forEach((one) => sqs.send(new SendMessageCommand({ QueueUrl: QUEUE, MessageBody: one })));
        };`,
        ["dynamodb:PutItem TableName=$TABLE", "sqs:SendMessage? QueueUrl=$QUEUE"],
    ],
];

const UNREACHED: readonly Shape[] = [
    [
        "a function that is only exported",
        `${V3} export const unused = () => doc.send(new PutCommand({ TableName: TABLE })); export const handler = () => 1;`,
        [],
    ],
    [
        "a module that is not loaded",
        {
            "index.mjs": "export const handler = () => 1;",
            "other.mjs": `${V3} export const f = () => doc.send(new PutCommand({}));`,
        },
        [],
    ],
    [
        "what another handler of the bundle's exports calls",
        {
            "index.js": `
            var __export = (target, all) => { for (var name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true }); };
            var out = {}; __export(out, { handler: () => handler, other: () => other }); module.exports = out;
            const { S3Client, DeleteObjectCommand } = require("@aws-sdk/client-s3");
            const s3 = new S3Client({});
            var other = () => s3.send(new DeleteObjectCommand({ Bucket: "b" }));
            var handler = () => 1;`,
        },
        [],
    ],
];

const OPEN: readonly Shape[] = [
    [
        "a method by a computed name",
        `import { S3 } from "@aws-sdk/client-s3"; const s3 = new S3(); export const handler = (e) => s3[e.what](e);`,
        ["- operation"],
    ],
    [
        "a command by a computed name",
        `import * as sdk from "@aws-sdk/client-s3"; const s3 = new sdk.S3Client(); export const handler = (e) => s3.send(new sdk[e.what + "Command"](e));`,
        ["- operation"],
    ],
    [
        "a module by a computed name",
        `export const handler = async (e) => (await import("./" + e.what + ".mjs")).run();`,
        ["- module"],
    ],
    [
        "a package that is not with the code",
        `import { save } from "orders-store"; export const handler = (e) => save(e);`,
        ["- the package orders-store is not with its code"],
    ],
    ["code of a text", `export const handler = (e) => eval(e.code);`, ["- evaluated"]],
    [
        "another program",
        `import { execSync } from "node:child_process"; export const handler = () => execSync("aws s3 ls");`,
        ["- process"],
    ],
    [
        "requests that it signs",
        `import { SignatureV4 } from "@smithy/signature-v4"; export const handler = (e) => new SignatureV4({}).sign(e);`,
        ["- signed"],
    ],
    [
        "one's own credentials or another's, in one place",
        `import { S3Client, GetObjectCommand, ListBucketsCommand } from "@aws-sdk/client-s3";
        const clientOf = (e) => process.env.POOLED === "true" ? new S3Client({ credentials: e.keys }) : new S3Client({});
        export const handler = async (e) => {
            await clientOf(e).send(new GetObjectCommand({ Bucket: "b", Key: "k" }));
            await new S3Client({}).send(new ListBucketsCommand({}));
        };`,
        ["- credentials", "s3:GetObject? Bucket=b", "s3:ListBuckets"],
    ],
    [
        "another role's credentials",
        `import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
        import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
        const s3 = new S3Client({ credentials: fromTemporaryCredentials({ params: { RoleArn: "r" } }) });
        export const handler = () => s3.send(new GetObjectCommand({ Bucket: "b", Key: "k" }));`,
        ["- credentials"],
    ],
    [
        "another endpoint",
        `import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
        const s3 = new S3Client({ endpoint: "https://storage.example.com" });
        export const handler = () => s3.send(new GetObjectCommand({ Bucket: "b", Key: "k" }));`,
        ["- endpoint"],
    ],
    [
        "an endpoint that is another one only sometimes",
        `import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
        const s3 = new S3Client(process.env.LOCAL ? { endpoint: "http://localhost:4566" } : {});
        export const handler = () => s3.send(new GetObjectCommand({ Bucket: "b", Key: "k" }));`,
        ["s3:GetObject? Bucket=b"],
    ],
    ["a file that is no JavaScript", "export const handler = (((", ["- a module is no JavaScript that can be read"]],
];

/** The forms of the SDK's classes inside of a bundle, as its generator wrote them over the years. */
const BUNDLED: readonly Shape[] = [
    [
        "until the middle of 2023",
        {
            "index.js": `
            class B { constructor() { this.middlewareStack = s(); } send(c, o) { return c.resolveMiddleware(this.middlewareStack, this.config, o); } }
            class C extends B { constructor(e) { super(e); this.middlewareStack.use(g(e)); } }
            class P extends Q { constructor(e) { super(); this.input = e; } resolveMiddleware(t, r, n) { return t.resolve({ clientName: "SQSClient", commandName: "SendMessageCommand" }); } }
            class Q {}
            const c = new C({});
            exports.handler = (e) => c.send(new P({ QueueUrl: process.env.QUEUE }));`,
        },
        ["sqs:SendMessage QueueUrl=$QUEUE"],
    ],
    [
        "by a builder",
        {
            "index.js": `
            class B { send(c, o) { return c.resolveMiddleware(this.middlewareStack, this.config, o); } }
            class C extends B { constructor(e) { super(e); this.middlewareStack.use(g(e)); } }
            class P extends K.classBuilder().ep({}).m(function () { return []; }).s("AmazonSQS", "SendMessage", {}).n("SQSClient", "SendMessageCommand").f(void 0, void 0).build() {}
            const c = new C({});
            exports.handler = (e) => c.send(new P({ QueueUrl: process.env.QUEUE }));`,
        },
        ["sqs:SendMessage QueueUrl=$QUEUE"],
    ],
    [
        "by a function that was told the client",
        {
            "index.js": `
            const make = (common, shape, client, plugin) => (ep, mw, name, schema) => class extends X { constructor([e]) { super(); this.input = e; } };
            class B { send(c, o) { return c.resolveMiddleware(this.middlewareStack, this.config, o); } }
            class C extends B { constructor(e) { super(e); this.middlewareStack.use(g(e)); } }
            const command = make({}, "AmazonSQS", "SQSClient", p), S = [9, "com.amazonaws.sqs", "SendMessage", 0, 0, 0];
            class P extends command({}, [], "SendMessage", S) {}
            const c = new C({});
            exports.handler = (e) => c.send(new P({ QueueUrl: process.env.QUEUE }));`,
        },
        ["sqs:SendMessage QueueUrl=$QUEUE"],
    ],
    [
        "with an SDK that is not told apart",
        {
            "index.js": `
            function Client() {} Client.prototype.send = function (c) { return c.resolveMiddleware(this.middlewareStack, this.config); };
            exports.handler = (e) => new Client().send(e);`,
        },
        ["- bundle"],
    ],
    [
        "with version 2",
        {
            "index.js": `var AWS = {}; AWS.util.inherit(AWS.Service, {}); exports.handler = (e) => new AWS.S3().getObject(e);`,
        },
        ["- bundledV2"],
    ],
];

describe("calls of JavaScript", () => {
    for (const [kind, shapes] of Object.entries({
        found: FOUND,
        "not reached": UNREACHED,
        open: OPEN,
        "in bundles": BUNDLED,
    }))
        describe(kind, () => {
            for (const [title, program, expected] of shapes)
                it(title, () => {
                    const files = typeof program === "string" ? { "index.mjs": program } : program;
                    const handler = "__index.js" in files ? "__index.handler" : "index.handler";
                    deepStrictEqual(callsOf(files, handler), expected);
                });
        });
});
