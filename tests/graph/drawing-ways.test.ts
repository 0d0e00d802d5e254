import assert from "node:assert/strict";
import {
    DynamoDbTable,
    EventSourceMapping,
    HttpApi,
    HttpIntegration,
    HttpRoute,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
    LambdaFunctionUrl,
    SecretsManagerSecret,
    SqsQueue,
    SqsQueuePolicy,
} from "../../model/aws";
import { declare, type Program, policyOf, ref, trusts } from "../../pack";
import { drawn, ways } from "../support/drawings";

/** A function behind an open URL, under a role of its own. */
function behindUrl(name: string, ...statements: readonly object[]): Program {
    return {
        [`${name}-role`]: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
        [`${name}-policy`]: declare(IamRolePolicy, {
            role: ref(`${name}-role.name`),
            policy: policyOf(...statements),
        }),
        [name]: declare(LambdaFunction, { role: ref(`${name}-role.arn`) }),
        [`${name}-url`]: declare(LambdaFunctionUrl, { functionName: ref(`${name}.name`), authorizationType: "NONE" }),
    };
}

const table = declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" });
const reads = { Action: "dynamodb:GetItem", Resource: ref("table.arn") };

describe("ways in", () => {
    it("lead through what runs, as whom, to what it may reach", () =>
        assert.deepEqual(ways(drawn({ ...behindUrl("orders", reads), table })), [
            "Internet > orders-url > orders > orders-role => table",
        ]));
    it("end where nothing lies behind", () => {
        const { policy: _, ...program } = { ...behindUrl("orders", { Effect: "Deny", Action: "*", Resource: "*" }) };
        assert.deepEqual(ways(drawn(program)), ["Internet > orders-url > orders => orders-role"]);
    });
    it("come with the worst first: administrators, ways up, wide grants, secrets, writes, reads", () => {
        const program: Program = {
            table,
            secret: declare(SecretsManagerSecret, {}),
            ...behindUrl("reads", reads),
            ...behindUrl("writes", { Action: "dynamodb:PutItem", Resource: ref("table.arn") }),
            ...behindUrl("deletes", { Action: "dynamodb:DeleteTable", Resource: ref("table.arn") }),
            ...behindUrl("asks", { Action: "secretsmanager:GetSecretValue", Resource: ref("secret.arn") }),
            ...behindUrl("wide", { Action: "dynamodb:GetItem", Resource: "*" }),
            ...behindUrl("climbs", { Action: "iam:CreatePolicyVersion", Resource: "*" }),
            ...behindUrl("administers", { Action: "*", Resource: "*" }),
        };
        assert.deepEqual(
            drawn(program).ways.map(({ chain }) => chain.at(-1)?.split("::").at(-1)),
            ["administers", "climbs", "wide", "asks", "deletes", "writes", "reads"].map((name) => `${name}-role`),
        );
    });
    it("do not lead through a route that asks, beside one that does not", () => {
        const route = (of: string, authorizationType: string): Program => ({
            [of]: declare(HttpRoute, {
                ...{ apiId: ref("api.id"), routeKey: `GET /${of}`, authorizationType },
                target: ref(`${of}-integration.id`, "integrations/"),
            }),
            [`${of}-integration`]: declare(HttpIntegration, {
                ...{
                    apiId: ref("api.id"),
                    integrationType: "AWS_PROXY",
                    integrationUri: ref(`${of}-function.invokeArn`),
                },
            }),
            [`${of}-function`]: declare(LambdaFunction, { role: "arn:aws:iam::123456789012:role/elsewhere" }),
        });
        const program = {
            api: declare(HttpApi, { protocolType: "HTTP" }),
            ...route("open", "NONE"),
            ...route("asks", "AWS_IAM"),
        };
        assert.deepEqual(ways(drawn(program)), ["Internet > api > open-function => elsewhere"]);
    });
    it("lead on to functions that a role may run, and over what a queue feeds", () => {
        const [inner, outer] = [
            behindUrl("inner", reads),
            behindUrl("outer", { Action: "lambda:InvokeFunction", Resource: ref("inner.arn") }),
        ];
        const { "inner-url": _, ...closed } = inner;
        assert.deepEqual(ways(drawn({ ...closed, ...outer, table })), [
            "Internet > outer-url > outer > outer-role > inner > inner-role => table",
        ]);
        const fed: Program = {
            ...closed,
            table,
            queue: declare(SqsQueue, {}),
            policy: declare(SqsQueuePolicy, {
                queueUrl: ref("queue.id"),
                policy: policyOf({ Principal: "*", Action: "sqs:SendMessage", Resource: ref("queue.arn") }),
            }),
            mapping: declare(EventSourceMapping, { eventSourceArn: ref("queue.arn"), functionName: ref("inner.arn") }),
        };
        assert.deepEqual(ways(drawn(fed)), ["Internet > queue > mapping > inner > inner-role => table"]);
    });
    it("are closed by the door's own fix, and end in circles", () => {
        const calls = (name: string) => ({ Action: "lambda:InvokeFunction", Resource: ref(`${name}.arn`) });
        const drawing = drawn({ ...behindUrl("one", calls("other")), ...behindUrl("other", calls("one")) });
        assert.equal(drawing.ways.length, 2);
        for (const { closes } of drawing.ways) assert.equal(closes, 'Set authorizationType: "AWS_IAM".');
    });
    it("are told where the door may be open, too", () => {
        const program = { ...behindUrl("orders", reads), table };
        assert.deepEqual(ways(drawn(program, true)), ["Internet > orders-url > orders > orders-role => table"]);
    });
    it("leave out the lesser of very many ends", () => {
        const names = Array.from({ length: 60 }, (_, index) => `table${index}`);
        const program: Program = {
            ...behindUrl("orders", { Action: "dynamodb:GetItem", Resource: names.map((name) => ref(`${name}.arn`)) }),
            ...Object.fromEntries(names.map((name) => [name, table])),
        };
        const [way] = drawn(program).ways;
        assert.equal(way?.ends.length, 24);
        assert.equal(way?.edges.length, 24 + 3);
    });
});
