import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import fc from "fast-check";
import { syntheticCloud, UnsupportedFunction } from "../../gate/synthetic";
import { formats } from "../../gate/synthetic/formats";
import { resourceTokens } from "../../gate/synthetic/tables";
import { secret, UNKNOWN } from "../../gate/synthetic/wire-values";

const root = path.resolve(__dirname, "../..");
const cloud = syntheticCloud();
const provider = (region?: string) => ({ package: "aws", inputs: region === undefined ? {} : { region } });

function create(
    type: string,
    inputs: Record<string, unknown> = {},
    { name = "orders", region = "eu-west-1", of = cloud } = {},
) {
    const request = { urn: `urn:pulumi:dev::shop::${type}::${name}`, type, name, inputs, provider: provider(region) };
    const checked = of.check(request);
    return of.create({ ...request, inputs: checked }).outputs as Record<string, unknown>;
}

describe("the synthetic cloud", () => {
    it("gives a function's URL the id that it is made of", () => {
        const { functionUrl, urlId } = create("aws:lambda/functionUrl:FunctionUrl");
        assert.equal(functionUrl, `https://${urlId}.lambda-url.eu-west-1.on.aws/`);
    });
    it("answers with what version 6 of the provider still told of a deployment", () => {
        const { executionArn, invokeUrl } = create("aws:apigateway/deployment:Deployment", { restApi: "a1b2c3" });
        assert.match(String(executionArn), /^arn:aws:execute-api:eu-west-1:\d{12}:a1b2c3\/$/);
        assert.equal(invokeUrl, "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/");
    });
    describe("names things", () => {
        const name = (type: string, inputs: Record<string, unknown> = {}, logical = "orders") =>
            create(type, inputs, { name: logical });
        it("by the logical name and seven digits", () => {
            assert.match(String(name("aws:lambda/function:Function")["name"]), /^orders-[0-9a-f]{7}$/);
        });
        it("in lower case where AWS asks for it", () => {
            assert.match(String(name("aws:s3/bucket:Bucket", {}, "OrdersData")["bucket"]), /^ordersdata-[0-9a-f]{7}$/);
        });
        it("with the ending that says what they are", () => {
            assert.match(
                String(name("aws:sqs/queue:Queue", { fifoQueue: true })["name"]),
                /^orders-[0-9a-f]{7}\.fifo$/,
            );
        });
        it("as the program says", () => {
            assert.equal(name("aws:lambda/function:Function", { name: "mine" })["name"], "mine");
            assert.equal(name("aws:rds/cluster:Cluster", { clusterIdentifier: "mine" })["clusterIdentifier"], "mine");
            assert.match(
                String(name("aws:iam/role:Role", { namePrefix: "team-" })["arn"]),
                /:role\/team-[0-9a-f]{12}$/,
            );
        });
        it("differently for each resource", () => {
            const [one, two] = [name("aws:sns/topic:Topic", {}, "one"), name("aws:sns/topic:Topic", {}, "two")];
            assert.notEqual(one["arn"], two["arn"]);
        });
        it("the same from run to run", () => {
            const script = `
                const { syntheticCloud } = require("./gate/synthetic");
                const cloud = syntheticCloud();
                const types = ["aws:lambda/function:Function", "aws:kms/key:Key", "aws:ec2/vpc:Vpc", "aws:rds/cluster:Cluster"];
                console.log(JSON.stringify(types.map((type) => {
                    const request = { urn: "urn:pulumi:dev::shop::" + type + "::orders", type, name: "orders",
                        inputs: {}, provider: { package: "aws", inputs: { region: "eu-west-1" } } };
                    return cloud.create({ ...request, inputs: cloud.check(request) });
                })));`;
            const run = () =>
                spawnSync(process.execPath, ["-r", "ts-node/register", "-e", script], { cwd: root, encoding: "utf8" });
            const [first, second] = [run(), run()];
            assert.equal(first.status, 0, first.stderr);
            assert.equal(first.stdout, second.stdout);
            const here = create("aws:lambda/function:Function");
            assert.equal(JSON.parse(first.stdout)[0].outputs.arn, here["arn"]);
        });
    });

    describe("writes ARNs and ids as the partition of the region has them", () => {
        const PARTITIONS = {
            "eu-west-1": ["aws", "amazonaws.com"],
            "cn-north-1": ["aws-cn", "amazonaws.com.cn"],
            "us-gov-west-1": ["aws-us-gov", "amazonaws.com"],
        } as const;
        const n = "mine";
        const made: readonly (readonly [
            type: string,
            inputs: Record<string, unknown>,
            output: string,
            expected: string,
        ])[] = [
            ["aws:lambda/function:Function", { name: n }, "arn", "arn:P:lambda:R:123456789012:function:mine"],
            [
                "aws:lambda/function:Function",
                { name: n },
                "invokeArn",
                "arn:P:apigateway:R:lambda:path/2015-03-31/functions/arn:P:lambda:R:123456789012:function:mine/invocations",
            ],
            ["aws:iam/role:Role", { name: n, path: "/team/" }, "arn", "arn:P:iam::123456789012:role/team/mine"],
            ["aws:s3/bucket:Bucket", { bucket: n }, "arn", "arn:P:s3:::mine"],
            ["aws:sqs/queue:Queue", { name: n }, "arn", "arn:P:sqs:R:123456789012:mine"],
            ["aws:sqs/queue:Queue", { name: n }, "url", "https://sqs.R.D/123456789012/mine"],
            ["aws:sns/topic:Topic", { name: n }, "id", "arn:P:sns:R:123456789012:mine"],
            ["aws:dynamodb/table:Table", { name: n }, "arn", "arn:P:dynamodb:R:123456789012:table/mine"],
            ["aws:cloudwatch/logGroup:LogGroup", { name: n }, "arn", "arn:P:logs:R:123456789012:log-group:mine"],
            ["aws:ecr/repository:Repository", { name: n }, "repositoryUrl", "123456789012.dkr.ecr.R.D/mine"],
        ];
        for (const [region, [partition, domain]] of Object.entries(PARTITIONS)) {
            for (const [type, inputs, output, expected] of made) {
                const here = expected
                    .replaceAll("P:", `${partition}:`)
                    .replaceAll("R", region)
                    .replaceAll(".D/", `.${domain}/`);
                it(`${region}: ${output} of ${type}`, () =>
                    assert.equal(create(type, inputs, { region })[output], here));
            }
            it(`${region}: what data sources answer`, () => {
                const ask = (token: string) => cloud.invoke({ token, args: {}, provider: provider(region) });
                assert.equal(ask("aws:index/getPartition:getPartition")["partition"], partition);
                assert.equal(ask("aws:index/getPartition:getPartition")["dnsSuffix"], domain);
                assert.equal(ask("aws:index/getRegion:getRegion")["region"], region);
                assert.match(
                    String(ask("aws:index/getCallerIdentity:getCallerIdentity")["arn"]),
                    new RegExp(`^arn:${partition}:iam::123456789012:`),
                );
            });
        }
        it("for a resource that names a region of its own", () => {
            const { arn } = create("aws:sns/topic:Topic", { name: n, region: "cn-north-1" });
            assert.equal(arn, "arn:aws-cn:sns:cn-north-1:123456789012:mine");
        });
        it("in the standard region, where none is named", () => {
            const request = {
                urn: "urn",
                type: "aws:sns/topic:Topic",
                name: n,
                inputs: { name: n },
                provider: provider(),
            };
            assert.equal(cloud.create(request).outputs["arn"], "arn:aws:sns:us-east-1:123456789012:mine");
        });
        it("with no empty or unfilled part, for every type it knows", () => {
            for (const type of Object.keys(formats)) {
                const { arn, id } = create(type, { name: n });
                for (const text of [arn, id]) {
                    if (text !== undefined && text !== null)
                        assert.doesNotMatch(String(text), /[{}]|undefined|^$|null/, type);
                }
            }
        });
        it("for types that @pulumi/aws has", () => {
            const known = new Set(resourceTokens());
            assert.deepEqual(
                Object.keys(formats).filter((type) => !known.has(type)),
                [],
            );
        });
    });

    describe("with unknown outputs", () => {
        const open = syntheticCloud({ unknownOutputs: true });
        it("knows what the program gave and Pulumi names, and nothing that AWS computes", () => {
            const outputs = create("aws:lambda/function:Function", { handler: "index.handler" }, { of: open });
            assert.deepEqual([outputs["id"], outputs["arn"], outputs["invokeArn"]], [UNKNOWN, UNKNOWN, UNKNOWN]);
            assert.equal(outputs["handler"], "index.handler");
            assert.match(String(outputs["name"]), /^orders-[0-9a-f]{7}$/);
        });
        it("answers data sources, as a preview does", () => {
            const { accountId } = open.invoke({
                token: "aws:index/getCallerIdentity:getCallerIdentity",
                args: {},
                provider: provider(),
            });
            assert.equal(accountId, "123456789012");
        });
        it("and without them, keeps what the program does not know unknown", () => {
            const { arn, id } = create("aws:sns/topic:Topic", { name: UNKNOWN });
            assert.deepEqual([arn, id], [UNKNOWN, UNKNOWN]);
        });
    });

    it("keeps what is built from a secret name secret", () => {
        const { arn } = create("aws:sns/topic:Topic", { name: secret("mine") });
        assert.deepEqual(arn, secret("arn:aws:sns:eu-west-1:123456789012:mine"));
    });
    it("says what to do where it has no answer", () => {
        assert.throws(
            () =>
                cloud.invoke({
                    token: "github:index/getUser:getUser",
                    args: {},
                    provider: { package: "github", inputs: {} },
                }),
            (error) => error instanceof UnsupportedFunction && /--host pulumi/.test(error.message),
        );
    });
    it("takes whatever a program gives", () => {
        const junk = fc.oneof(
            fc.jsonValue(),
            fc.constantFrom(UNKNOWN, { toString: 1 }, [{ valueOf: null }], { inner: UNKNOWN }),
        );
        const names = [
            "name",
            "bucket",
            "path",
            "functionName",
            "restApi",
            "apiId",
            "port",
            "identifiers",
            "prefix",
            "tags",
        ];
        const inputs = fc.dictionary(fc.constantFrom(...names), junk);
        fc.assert(
            fc.property(fc.constantFrom(...Object.keys(formats)), inputs, (type, given) => {
                create(type, given);
            }),
            { numRuns: 500 },
        );
        const statement = fc.dictionary(
            fc.constantFrom("actions", "resources", "principals", "conditions", "sid", "effect"),
            junk,
        );
        fc.assert(
            fc.property(fc.array(statement), (statements) => {
                cloud.invoke({
                    token: "aws:iam/getPolicyDocument:getPolicyDocument",
                    args: { statements },
                    provider: provider(),
                });
            }),
        );
    });
});

function rendered(args: Record<string, unknown>): Record<string, unknown> {
    return cloud.invoke({
        token: "aws:iam/getPolicyDocument:getPolicyDocument",
        args,
        provider: provider("eu-west-1"),
    }) as Record<string, unknown>;
}
const statementsOf = (args: Record<string, unknown>) =>
    (JSON.parse(String(rendered(args)["json"])) as { Statement: Record<string, unknown>[] }).Statement;

describe("getPolicyDocument", () => {
    it("renders as AWS's provider does, to the letter", () => {
        const { json, minifiedJson } = rendered({
            statements: [
                {
                    resources: ["arn:aws:s3:::orders/*", "arn:aws:s3:::orders"],
                    conditions: [
                        { test: "StringLike", variable: "s3:prefix", values: ["", "home/", "home/&{aws:username}/"] },
                    ],
                    principals: [{ type: "AWS", identifiers: ["111122223333"] }],
                    actions: ["s3:GetObject"],
                    sid: "Read",
                },
            ],
        });
        const expected = [
            "{",
            '  "Version": "2012-10-17",',
            '  "Statement": [',
            "    {",
            '      "Sid": "Read",',
            '      "Effect": "Allow",',
            '      "Action": "s3:GetObject",',
            '      "Resource": [',
            '        "arn:aws:s3:::orders/*",',
            '        "arn:aws:s3:::orders"',
            "      ],",
            '      "Principal": {',
            '        "AWS": "111122223333"',
            "      },",
            '      "Condition": {',
            '        "StringLike": {',
            '          "s3:prefix": [',
            '            "",',
            '            "home/",',
            '            "home/${aws:username}/"',
            "          ]",
            "        }",
            "      }",
            "    }",
            "  ]",
            "}",
        ].join("\n");
        assert.equal(json, expected);
        assert.equal(minifiedJson, JSON.stringify(JSON.parse(expected)));
    });

    /** A statement as a program gives it, and as it is rendered. */
    const STATEMENTS: Readonly<Record<string, readonly [Record<string, unknown>, Record<string, unknown>]>> = {
        "one action as text": [{ actions: ["s3:Get"] }, { Effect: "Allow", Action: "s3:Get" }],
        "several in reverse order, once each": [
            { actions: ["s3:A", "s3:C", "s3:B", "s3:A"] },
            { Effect: "Allow", Action: ["s3:C", "s3:B", "s3:A"] },
        ],
        "an empty Sid is none": [
            { sid: "", actions: ["a:B"] },
            { Effect: "Allow", Action: "a:B" },
        ],
        "a denial": [
            { effect: "Deny", notActions: ["a:B"], notResources: ["*"] },
            { Effect: "Deny", NotAction: "a:B", NotResource: "*" },
        ],
        everyone: [{ principals: [{ type: "*", identifiers: ["*"] }] }, { Effect: "Allow", Principal: "*" }],
        "every AWS account is not everyone": [
            { principals: [{ type: "AWS", identifiers: ["*"] }] },
            { Effect: "Allow", Principal: { AWS: "*" } },
        ],
        "everyone beside others": [
            {
                principals: [
                    { type: "Service", identifiers: ["a"] },
                    { type: "*", identifiers: ["*"] },
                ],
            },
            { Effect: "Allow", Principal: { "*": "*", Service: "a" } },
        ],
        "principals of one kind together, kinds in their order": [
            {
                principals: [
                    { type: "Service", identifiers: ["b", "a"] },
                    { type: "AWS", identifiers: ["1"] },
                    { type: "AWS", identifiers: ["2"] },
                ],
            },
            { Effect: "Allow", Principal: { AWS: ["1", "2"], Service: ["b", "a"] } },
        ],
        "a condition's values in the order given": [
            {
                conditions: [
                    { test: "StringEquals", variable: "b", values: ["1", "2"] },
                    { test: "Bool", variable: "a", values: ["true"] },
                ],
            },
            { Effect: "Allow", Condition: { Bool: { a: "true" }, StringEquals: { b: ["1", "2"] } } },
        ],
        "conditions on one key together": [
            {
                conditions: [
                    { test: "S", variable: "a", values: ["1"] },
                    { test: "S", variable: "a", values: ["2"] },
                ],
            },
            { Effect: "Allow", Condition: { S: { a: ["1", "2"] } } },
        ],
        "policy variables, but in actions": [
            { resources: ["arn:aws:s3:::&{aws:username}"], actions: ["&{a}"] },
            { Effect: "Allow", Action: "&{a}", Resource: "arn:aws:s3:::${aws:username}" },
        ],
    };
    for (const [what, [given, expected]] of Object.entries(STATEMENTS)) {
        it(what, () => assert.equal(JSON.stringify(statementsOf({ statements: [given] })), JSON.stringify([expected])));
    }
    it("writes < > & as escapes", () => {
        assert.match(String(rendered({ statements: [{ actions: ["a:<b>&c"] }] })["json"]), /a:\\u003cb\\u003e\\u0026c/);
    });
    it("takes a version and an id, and needs no statement", () => {
        assert.deepEqual(JSON.parse(String(rendered({ version: "2008-10-17", policyId: "mine" })["json"])), {
            Version: "2008-10-17",
            Id: "mine",
        });
    });

    describe("merges", () => {
        const text = (...statements: readonly object[]) =>
            JSON.stringify({ Version: "2012-10-17", Statement: statements });
        const own = [{ sid: "B", actions: ["own:B"] }, { actions: ["own:Unnamed"] }];
        const actions = (args: Record<string, unknown>) => statementsOf(args).map(({ Action }) => Action);
        it("sources before the program's own statements, which replace those of their Sid", () => {
            const sourcePolicyDocuments = [
                text(
                    { Sid: "A", Effect: "Allow", Action: "source:A" },
                    { Sid: "B", Effect: "Allow", Action: "source:B" },
                ),
                text({ Effect: "Allow", Action: "source:Unnamed" }),
            ];
            assert.deepEqual(actions({ sourcePolicyDocuments, statements: own }), [
                "source:A",
                "own:B",
                "source:Unnamed",
                "own:Unnamed",
            ]);
        });
        it("overrides behind, which replace those of their Sid", () => {
            const overridePolicyDocuments = [
                text({ Sid: "B", Effect: "Deny", Action: "override:B" }),
                text(
                    { Sid: "C", Effect: "Deny", Action: "override:C" },
                    { Effect: "Deny", Action: "override:Unnamed" },
                ),
            ];
            assert.deepEqual(actions({ overridePolicyDocuments, statements: own }), [
                "override:B",
                "own:Unnamed",
                "override:C",
                "override:Unnamed",
            ]);
        });
        it("to the later version and the last id", () => {
            const older = JSON.stringify({ Version: "2008-10-17", Id: "older" });
            const { json } = rendered({ overridePolicyDocuments: [older], policyId: "own" });
            assert.deepEqual(JSON.parse(String(json)), { Version: "2012-10-17", Id: "older" });
        });
        it("and writes what it reads in its own form", () => {
            const source = JSON.stringify({
                Statement: {
                    Condition: { Bool: { "aws:SecureTransport": false } },
                    Resource: ["*"],
                    Action: ["s3:*"],
                    Principal: { Service: ["a", "b"], AWS: "1" },
                    Effect: "Deny",
                    Comment: "dropped",
                },
            });
            const expected = {
                Effect: "Deny",
                Action: ["s3:*"],
                Resource: ["*"],
                Principal: { AWS: "1", Service: ["b", "a"] },
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            };
            const [statement] = statementsOf({ sourcePolicyDocuments: [source] });
            assert.equal(JSON.stringify(statement), JSON.stringify(expected));
        });
    });

    it("is unknown as a whole, where a part of it is", () => {
        const args = { statements: [{ actions: ["s3:*"], resources: [UNKNOWN] }] };
        assert.deepEqual([rendered(args)["json"], rendered(args)["minifiedJson"]], [UNKNOWN, UNKNOWN]);
    });
});
