/** Values of conditions: what is loosened is told by key and operator, and no value stands anywhere. */
import assert from "node:assert/strict";
import { compareDrawings, compared as comparedReports } from "../../../gate/report/comparison";
import { isHeldTo } from "../../../gate/report/comparison/conditions";
import type { DrawnStack } from "../../../gate/report/comparison/nodes";
import { html } from "../../../gate/report/html";
import { json as reportJson } from "../../../gate/report/json";
import type { Report } from "../../../gate/report/model";
import { IamOpenIdConnectProvider, IamRole, SnsTopic, SqsQueue, SqsQueuePolicy } from "../../../model/aws";
import { declare, functionAllowed, json, type Program, ref } from "../../../pack";
import { reportMisfits } from "../formats/schemas";
import { assertCompared, compared, drawnProgram, SAME, type Told } from "./programs";

const ON = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const held = (Condition: object, more: object = {}): Program =>
    functionAllowed({ Action: "dynamodb:GetItem", Resource: ON, ...more, Condition });
const denied = (Condition: object): Program =>
    functionAllowed(
        { Action: "dynamodb:GetItem", Resource: ON },
        { Effect: "Deny", Action: "dynamodb:*", Resource: "*", Condition },
    );

type Case = readonly [before: object, now: object, newly?: string, gone?: string];

const GRANT = "role (IAM role): dynamodb:GetItem on orders (DynamoDB)";
const CASES: Readonly<Record<string, Case>> = {
    "the same in another order": [
        { StringEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] } },
        { StringEquals: { "aws:principalorgid": ["o-2", "o-1"] } },
    ],
    "an organization for another": [
        { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        { StringEquals: { "aws:PrincipalOrgID": "o-2" } },
        `${GRANT} (where aws:principalorgid); before with other values of aws:principalorgid (StringEquals)`,
        `${GRANT} (where aws:principalorgid); now with other values of aws:principalorgid (StringEquals)`,
    ],
    "an organization more": [
        { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        { StringEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] } },
        `${GRANT} (where aws:principalorgid); before with narrower values of aws:principalorgid (StringEquals)`,
    ],
    "an organization less that is not meant": [
        { StringNotEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] } },
        { StringNotEquals: { "aws:PrincipalOrgID": ["o-1"] } },
        `${GRANT} (where aws:principalorgid); before with narrower values of aws:principalorgid (StringNotEquals)`,
    ],
    "a wider range": [
        { IpAddress: { "aws:SourceIp": "10.20.0.0/16" } },
        { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
        `${GRANT} (where aws:sourceip); before with narrower values of aws:sourceip (IpAddress)`,
    ],
    "the same range, written otherwise": [
        { IpAddress: { "aws:SourceIp": "10.20.30.40" } },
        { IpAddress: { "aws:SourceIp": "10.20.30.40/32" } },
    ],
    "ranges that overlap in nothing": [
        { IpAddress: { "aws:SourceIp": "10.20.0.0/16" } },
        { IpAddress: { "aws:SourceIp": "10.21.0.0/16" } },
        `${GRANT} (where aws:sourceip); before with other values of aws:sourceip (IpAddress)`,
        `${GRANT} (where aws:sourceip); now with other values of aws:sourceip (IpAddress)`,
    ],
    "fewer ranges that are left out": [
        { NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
        { NotIpAddress: { "aws:SourceIp": "10.20.0.0/16" } },
        `${GRANT} (where aws:sourceip); before with narrower values of aws:sourceip (NotIpAddress)`,
    ],
    "a pattern for a text": [
        { StringEquals: { "aws:PrincipalTag/team": "orders" } },
        { StringLike: { "aws:PrincipalTag/team": "ord*" } },
        `${GRANT} (where aws:principaltag/team); before with narrower values of aws:principaltag/team (StringLike)`,
    ],
    "operators that AWS reads alike": [
        { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/x*" } },
        { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/x*" } },
    ],
    "what holds only where the key is there": [
        { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
        `${GRANT} (where aws:multifactorauthpresent); before with narrower values of aws:multifactorauthpresent (BoolIfExists)`,
    ],
    "another quantifier": [
        { "ForAnyValue:StringEquals": { "dynamodb:Attributes": "id" } },
        { "ForAllValues:StringEquals": { "dynamodb:Attributes": "id" } },
        `${GRANT} (where dynamodb:attributes); before with other values of dynamodb:attributes (ForAllValues:StringEquals)`,
        `${GRANT} (where dynamodb:attributes); now with other values of dynamodb:attributes (ForAnyValue:StringEquals)`,
    ],
};

describe("values of conditions, compared", () => {
    for (const [title, [before, now, newly, gone]] of Object.entries(CASES))
        it(title, () => assertCompared(held(before), held(now), listed(newly, gone)));

    it("of which a star is a plain character, where the operator reads no patterns", () => {
        const value = (is: string, ...within: string[]) => [{ is: [is], within }];
        const one = [{ key: "k", operator: "StringEquals", values: value("text", "star") }];
        const other = (operator: string) => [{ key: "k", operator, values: value("star") }];
        assert.ok(isHeldTo(one, other("StringLike")));
        assert.ok(!isHeldTo(one, other("StringEquals")));
        assert.ok(!isHeldTo(one, other("StringEqualsIgnoreCase")));
    });
    it("of a denial", () => {
        const outside = (...ranges: readonly string[]) => denied({ NotIpAddress: { "aws:SourceIp": ranges } });
        const [one, two] = [outside("10.0.0.0/8"), outside("10.0.0.0/8", "192.168.0.0/16")];
        const what = "role (IAM role): no longer denied dynamodb:* on * (where aws:sourceip)";
        assertCompared(one, two, {
            newly: [`${what}; now with narrower values of aws:sourceip (NotIpAddress)`],
            gone: [],
        });
    });

    describe("that name a resource", () => {
        const queue = (topic: string, ...more: readonly string[]): Program => ({
            queue: declare(SqsQueue, {}),
            ...Object.fromEntries([topic, ...more].map((name) => [name, declare(SnsTopic, { name })])),
            policy: declare(SqsQueuePolicy, {
                queueUrl: ref("queue.url"),
                // As an object, of which a part may be unknown.
                policy: {
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "sqs:SendMessage",
                            Principal: { Service: "sns.amazonaws.com" },
                            Resource: ref("queue.arn"),
                            Condition: { ArnEquals: { "aws:SourceArn": ref(`${topic}.arn`) } },
                        },
                    ],
                } as unknown as string,
            }),
        });
        it("are the same where it is renamed", () => assertCompared(queue("orders"), queue("purchases"), SAME));
        it("differ where another one is named", () => {
            const { newly, gone } = compared(
                drawnProgram(queue("orders", "baskets")),
                drawnProgram(queue("baskets", "orders")),
            );
            assert.deepEqual([newly.length, gone.length], [0, 0], "housekeeping is left to a note");
            const { newly: all } = compareDrawings(
                drawnProgram(queue("orders", "baskets")),
                drawnProgram(queue("baskets", "orders")),
            );
            const [found] = all.grants;
            assert.deepEqual(found?.values, [{ key: "aws:sourcearn", operator: "ArnEquals", change: "other" }]);
        });
        it("are the same where they are not known yet", () =>
            assert.deepEqual(compared(drawnProgram(queue("orders"), true), drawnProgram(queue("orders"))), SAME));
    });

    describe("of whom a role trusts", () => {
        const HOST = "token.actions.githubusercontent.com";
        const trusting = (sub: string | readonly string[], operator = "StringLike"): Program => ({
            provider: declare(IamOpenIdConnectProvider, {
                url: `https://${HOST}`,
                clientIdLists: ["sts.amazonaws.com"],
            }),
            role: declare(IamRole, {
                assumeRolePolicy: json({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "sts:AssumeRoleWithWebIdentity",
                            Principal: { Federated: ref("provider.arn") },
                            Condition: {
                                [operator]: { [`${HOST}:sub`]: sub },
                                StringEquals: { [`${HOST}:aud`]: "sts.amazonaws.com" },
                            },
                        },
                    ],
                }),
            }),
        });
        const says = "Tokens of GitHub Actions may act as role, where aud and sub fit.";
        const narrower = (when: string) => `${says} ${when}: with narrower values of ${HOST}:sub (StringLike).`;
        it("a branch, then all of a repository", () =>
            assertCompared(trusting("repo:acme/shop:ref:refs/heads/main"), trusting("repo:acme/shop:*"), {
                newly: [narrower("Before")],
                gone: [],
            }));
        it("a repository more", () =>
            assertCompared(trusting("repo:acme/shop:*"), trusting(["repo:acme/shop:*", "repo:acme/site:*"]), {
                newly: [narrower("Before")],
                gone: [],
            }));
        it("the same, in another order", () =>
            assertCompared(
                trusting(["repo:acme/shop:*", "repo:acme/site:*"]),
                trusting(["repo:acme/site:*", "repo:acme/shop:*"]),
                SAME,
            ));
    });

    it("are told in JSON as its schema has it", () => {
        const on = { Resource: "*", NotResource: undefined };
        const left = { Resource: undefined, NotResource: ON };
        const range = (of: string) => ({ IpAddress: { "aws:SourceIp": of } });
        const pairs = [
            [held(range("10.20.0.0/16")), held(range("10.0.0.0/8"))],
            [held(range("10.20.0.0/16"), left), held(range("10.20.0.0/16"), on)],
        ] as const;
        for (const [before, now] of pairs) {
            const [then, after] = [drawnProgram(before), drawnProgram(now)].map(reportOf);
            assert.ok(then && after);
            const against = { kind: "git", at: "main", project: "project", stack: "dev" } as const;
            const report = comparedReports(after, then, against);
            assert.equal(report.comparison?.newly.grants.length, 1);
            const { text } = reportJson.write([report], { colour: false, width: 80 });
            assert.deepEqual(reportMisfits(JSON.parse(text)), []);
        }
    });
    it("stand in no drawing, and their digests in no report", () => {
        const secrets = ["o-abcdefghij", "198.51.100.7", "repo:acme"];
        const program = held({
            StringEquals: { "aws:PrincipalOrgID": secrets[0] },
            IpAddress: { "aws:SourceIp": secrets[1] },
            StringLike: { "aws:PrincipalTag/x": secrets[2] },
        });
        const drawn = drawnProgram(program);
        const digests = (drawn.conditions ?? [])
            .flat()
            .flatMap(({ values }) => values.flatMap(({ is, within }) => [...is, ...within]));
        assert.ok(digests.length > 30);
        for (const text of secrets) assert.ok(!JSON.stringify(drawn).includes(text));
        const report = reportOf(drawn);
        for (const { write } of [reportJson, html]) {
            const { text } = write([report], { colour: false, width: 80 });
            for (const one of [...digests, ...secrets]) assert.ok(!text.includes(one));
        }
    });
});

function reportOf({ drawing, conditions, project, stack }: DrawnStack): Report {
    return {
        ...{ project, stack, resources: 3, judged: 3, checks: 1, milliseconds: 1 },
        ...{ findings: [], undecided: [], exempted: [], notSeen: [], lookups: [] },
        drawing,
        ...(conditions && { conditions }),
    };
}

function listed(newly?: string, gone?: string): Told {
    return { newly: newly === undefined ? [] : [newly], gone: gone === undefined ? [] : [gone] };
}
