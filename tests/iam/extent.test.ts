import assert from "node:assert/strict";
import { type Extent, extentOf, type Grant, Permissions, parsePolicy, requiredOn, worksThrough } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const grants = (...statements: readonly object[]): readonly Grant[] =>
    parsePolicy(new Value({ Statement: statements }, "policy")).statements.map((statement) => ({ statement }));
const held = (statements: readonly object[], boundary?: readonly object[]) =>
    new Permissions(grants(...statements), boundary && grants(...boundary));
const first = (permissions: Permissions) => {
    const [grant] = permissions.grants;
    assert.ok(grant);
    return grant.statement;
};
const pass = (Resource: string | readonly string[], more: object = {}) => ({
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource,
    ...more,
});
const deny = (Resource: string, more: object = {}) => ({ Effect: "Deny", Action: "iam:*", Resource, ...more });
const role = (name: string, partition = "aws", account = "111122223333") =>
    `arn:${partition}:iam::${account}:role/${name}`;

describe("how far a grant reaches", () => {
    const CASES: readonly (readonly [string, readonly object[], readonly object[] | undefined, Extent])[] = [
        ["a star", [pass("*")], undefined, "any"],
        ["every role", [pass(role("*"))], undefined, "any"],
        ["every ARN of the account", [pass("arn:aws:iam::111122223333:*")], undefined, "any"],
        ["among named ones", [pass([role("task"), role("*")])], undefined, "any"],
        ["all but one", [{ Effect: "Allow", Action: "iam:*", NotResource: role("admin") }], undefined, "any"],
        ["a path", [pass(role("service-role/*"))], undefined, "family"],
        ["the beginning of a name", [pass(role("orders-*"))], undefined, "family"],
        ["one character of a name", [pass(role("orders-?"))], undefined, "family"],
        ["a name in any account", [pass(role("task", "aws", "*"))], undefined, "named"],
        ["names", [pass([role("task"), role("execution")])], undefined, "named"],
        ["a name that is unknown", [pass(UNKNOWN)], undefined, "named"],
        ["a name that begins unknown", [pass(role(`${UNKNOWN}-*`))], undefined, "family"],
        ["every role of an unknown account", [pass(role("*", "aws", UNKNOWN))], undefined, "any"],
        ["a star for other actions", [{ ...pass([role("task"), "arn:aws:s3:::orders-*"]) }], undefined, "named"],
        ["a star, denied where it counts", [pass("*"), deny(role("*"))], undefined, "named"],
        ["a star, denied in China", [pass("*"), deny(role("*", "aws-cn"))], undefined, "named"],
        ["a star, denied in part", [pass("*"), deny(role("admin-*"))], undefined, "any"],
        [
            "a star, denied under a condition",
            [pass("*"), deny("*", { Condition: { Bool: { "aws:a": "b" } } })],
            undefined,
            "any",
        ],
        ["a star within a boundary of a name", [pass("*")], [pass(role("task"))], "named"],
        ["a star within a boundary of a path", [pass("*")], [pass(role("app/*"))], "family"],
        ["a path within a boundary of everything", [pass(role("app/*"))], [pass("*", { Action: "*" })], "family"],
        ["a path within a boundary of another", [pass(role("app/*"))], [pass(role("ops/*"))], "named"],
        ["a star within a boundary of a star", [pass("*")], [pass("*", { Action: "iam:*" })], "any"],
    ];
    for (const [name, statements, boundary, expected] of CASES)
        it(`${name}: ${expected}`, () => {
            const permissions = held(statements, boundary);
            assert.equal(extentOf(permissions, first(permissions), "iam:PassRole"), expected);
        });

    const OTHERS: readonly (readonly [string, string, readonly string[] | undefined, Extent])[] = [
        [
            "cloudformation:UpdateStack",
            "arn:aws:cloudformation:eu-west-1:111122223333:stack/orders/*",
            undefined,
            "named",
        ],
        ["cloudformation:UpdateStack", "arn:aws:cloudformation:eu-west-1:111122223333:stack/*", undefined, "any"],
        ["cloudformation:UpdateStack", "arn:aws:cloudformation:*:*:stack/orders-*/*", undefined, "family"],
        ["lambda:UpdateFunctionCode", "arn:aws:lambda:*:*:function:orders:*", undefined, "named"],
        ["lambda:UpdateFunctionCode", "arn:aws:lambda:*:*:function:orders*", undefined, "family"],
        ["lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:*:function:*", undefined, "any"],
        ["ssm:SendCommand", "arn:aws:ssm:*:*:document/*", ["instance"], "named"],
        ["ssm:SendCommand", "arn:aws:ec2:*:*:instance/*", ["instance"], "any"],
        ["ssm:StartSession", "arn:aws:ec2:eu-west-1:111122223333:instance/i-*", ["instance"], "any"],
        ["ssm:StartSession", "arn:aws:ssm:*:*:managed-instance/mi-*", ["managed-instance"], "any"],
        ["ssm:StartSession", "arn:aws:ec2:*:*:instance/i-0abc*", ["instance"], "family"],
        ["ec2:DeleteKeyPair", "arn:aws:ec2:*:*:key-pair/i-*", undefined, "family"],
    ];
    for (const [Action, Resource, among, expected] of OTHERS)
        it(`${Action} on ${Resource}: ${expected}`, () => {
            const permissions = held([{ Effect: "Allow", Action, Resource }]);
            assert.equal(extentOf(permissions, first(permissions), Action, among), expected);
        });

    it("is nothing where no resource of the statement is one that the action works on", () => {
        const on = (Resource: string, ...more: readonly object[]) => {
            const permissions = held([
                { Effect: "Allow", Action: ["lambda:*", "ecs:*", "elasticmapreduce:*"], Resource },
                ...more,
            ]);
            return (action: string) => worksThrough(permissions, first(permissions), action).is;
        };
        assert.equal(on("arn:aws:s3:::orders/*")("lambda:CreateFunction"), "no");
        assert.equal(on("arn:aws:lambda:*:*:function:orders")("lambda:CreateFunction"), "yes");
        assert.equal(on(UNKNOWN)("lambda:CreateFunction"), "yes");
        assert.equal(on("*")("ecs:CreateTaskSet"), "yes");
        const every = { Effect: "Deny", Action: "lambda:*", Resource: "arn:aws:lambda:*:*:function:*" };
        assert.equal(on("*", every)("lambda:CreateFunction"), "no");
        assert.equal(on("*", { ...every, Resource: `${every.Resource}-admin` })("lambda:CreateFunction"), "yes");
        assert.equal(on("*")("elasticmapreduce:RunJobFlow"), "yes");
        assert.equal(on("arn:aws:ecs:*:*:cluster/orders")("ecs:RegisterTaskDefinition"), "no");
    });
});

describe("what a grant requires", () => {
    const only = { "iam:PassedToService": "ecs-tasks.amazonaws.com" };
    const values = (...statements: readonly object[]) => {
        const permissions = held(statements);
        const required = requiredOn(permissions, first(permissions), "iam:PassRole", "iam:PassedToService");
        return required.map((condition) => condition.values);
    };
    const CASES: readonly (readonly [string, readonly object[], readonly (readonly string[])[]])[] = [
        ["its own condition", [pass("*", { Condition: { StringEquals: only } })], [["ecs-tasks.amazonaws.com"]]],
        ["one that may be missing", [pass("*", { Condition: { StringEqualsIfExists: only } })], []],
        [
            "a denial of others",
            [pass("*"), deny("*", { Condition: { StringNotEquals: only } })],
            [["ecs-tasks.amazonaws.com"]],
        ],
        ["a denial of it", [pass("*"), deny("*", { Condition: { StringEquals: only } })], []],
        [
            "a denial of others for another role",
            [pass("*"), deny(role("x"), { Condition: { StringNotEquals: only } })],
            [],
        ],
        [
            "a denial of others in one region",
            [
                pass("*"),
                deny("*", {
                    Condition: { StringNotEquals: only, StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
                }),
            ],
            [],
        ],
    ];
    for (const [name, statements, expected] of CASES) it(name, () => assert.deepEqual(values(...statements), expected));
});
