import assert from "node:assert/strict";
import fc from "fast-check";
import {
    DynamoDbTable,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    S3BucketV2,
    SqsQueue,
    StateMachine,
} from "../../model/aws";
import { deniedCalls, type Stack, unusedGrants } from "../../model/graph";
import { declare, type Program, policyOf, ref, trusts } from "../../pack";
import { type Caller, calling } from "../support/calls";
import { graphOf } from "../support/graph";

const table = () => declare(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const things: Program = {
    orders: table(),
    customers: table(),
    "order-pictures": declare(S3BucketV2, {}),
    accepted: declare(SqsQueue, {}),
    flow: declare(StateMachine, {
        roleArn: "arn:aws:iam::111122223333:role/flow",
        definition: "{}",
        type: "EXPRESS",
    }),
};
const variables = {
    ORDERS: ref("orders.name"),
    CUSTOMERS: ref("customers.arn"),
    PICTURES: ref("order-pictures.bucket"),
    ACCEPTED: ref("accepted.url"),
    FLOW: ref("flow.arn"),
};
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });

interface Statement {
    readonly Effect?: string;
    readonly Action: string | readonly string[];
    readonly Resource: unknown;
}

function program(statements: readonly Statement[], calls: Caller["calls"]): Program {
    return {
        ...things,
        role,
        policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
        reader: calling({ calls, variables }),
    };
}

const calls: Caller["calls"] = [
    ["dynamodb:GetItem", { TableName: "$ORDERS" }],
    ["dynamodb:PutItem", { TableName: "$ORDERS" }],
    ["dynamodb:Query", { TableName: "$ORDERS", IndexName: "by-customer" }],
    ["dynamodb:GetItem", { TableName: "$CUSTOMERS" }],
    ["dynamodb:DeleteItem", { TableName: "*" }],
    ["s3:PutObject", { Bucket: "$PICTURES", Key: "*" }],
    ["s3:ListObjectsV2", { Bucket: "$PICTURES" }],
    ["sqs:SendMessage", { QueueUrl: "$ACCEPTED" }],
    ["stepfunctions:StartExecution", { stateMachineArn: "$FLOW" }],
    ["stepfunctions:StartSyncExecution", { stateMachineArn: "$FLOW" }],
];
const actions = [
    ...["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:DeleteItem", "dynamodb:Get*", "dynamodb:*"],
    ...[
        "s3:PutObject",
        "s3:ListBucket",
        "s3:*",
        "sqs:SendMessage",
        "sqs:PurgeQueue",
        "states:StartExecution",
        "states:*",
    ],
    ...["logs:*", "kms:Decrypt"],
];
const resources = [
    "*",
    ref("orders.arn"),
    ref("orders.arn", "", "/index/*"),
    ref("customers.arn"),
    ref("order-pictures.arn"),
    ref("order-pictures.arn", "", "/*"),
    ref("accepted.arn"),
    ref("flow.arn"),
];
const some = <T>(all: readonly T[], most: number) => fc.subarray([...all], { minLength: 1, maxLength: most });
const statement = fc.record({ Action: some(actions, 4), Resource: some(resources, 3) });

/** What a fix says to write, as a program that holds the resources would evaluate it. */
function evaluated(text: string, arnOf: (name: string) => string): readonly Statement[] {
    const code = text.replace(/, with its Resource as it is( where none is named)?/, "").replace(/, where [^{}]*$/, "");
    const pulumi = {
        interpolate: (texts: TemplateStringsArray, ...parts: readonly string[]) => String.raw({ raw: texts }, ...parts),
    };
    const names = Object.keys(things).map((name) => ({
        name: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value: { arn: arnOf(name) },
    }));
    const run = new Function("pulumi", ...names.map(({ name }) => name), `return [${code}];`);
    return run(pulumi, ...names.map(({ value }) => value)) as readonly Statement[];
}

function mended(stack: Stack, statements: readonly Statement[], arnOf: (name: string) => string): readonly Statement[] {
    const left = new Map(statements.map((one, index) => [index, [one] as readonly Statement[]]));
    for (const { fix = "" } of unusedGrants(stack)) {
        const [, out, narrow, text = ""] =
            /^(?:Take statement (\d+) out|Narrow statement (\d+) to: (.*))\.$/s.exec(fix) ?? [];
        const index = Number(out ?? narrow) - 1;
        assert.ok(statements[index], fix);
        const kept = { Resource: statements[index].Resource };
        left.set(index, out ? [] : evaluated(text, arnOf).map((one) => ({ ...kept, ...one })));
    }
    const added = [...deniedCalls(stack)].flatMap(({ fix = "", when }) =>
        when.is === "yes" ? evaluated(fix.replace(/^Add to the policy of role: (.*)\.$/s, "$1"), arnOf) : [],
    );
    return [...left.values()].flat().concat(added);
}

const told = (stack: Stack) =>
    [...deniedCalls(stack), ...unusedGrants(stack)]
        .filter(({ when }) => when.is === "yes")
        .map(({ message }) => message);

describe("the least statement", () => {
    it("parses, and with it both findings are gone", () => {
        fc.assert(
            fc.property(fc.array(statement, { maxLength: 4 }), fc.subarray([...calls]), (statements, made) => {
                const before = graphOf(program(statements, made));
                const arnOf = (name: string) => before.resource(name).root.get("arn").text() ?? "";
                const after = mended(before.stack, statements, arnOf);
                // A statement of the made-up account; a role without any is one that may do nothing.
                const { stack } = graphOf(program(after, made));
                assert.deepEqual(told(stack), []);
            }),
            { numRuns: 150 },
        );
    });

    it("keeps what is called on what the reference does not have it work on", () => {
        const Action = ["logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:DescribeMetricFilters"];
        const fixOf = (Resource: string) => {
            const { stack } = graphOf(program([{ Action, Resource }], [["logs:DescribeLogGroups", {}]]));
            return [...unusedGrants(stack)].map(({ fix = "" }) => fix).join();
        };
        assert.match(
            fixOf("arn:aws:logs:eu-west-1:111122223333:log-group:*"),
            /^Narrow .*"logs:DescribeLogGroups".*, with its Resource as it is\.$/,
        );
        assert.doesNotMatch(fixOf("arn:aws:sqs:eu-west-1:111122223333:*"), /DescribeLogGroups/);
    });
});

describe("an AWS-managed policy that holds logs:*", () => {
    const managed = (name: string, made: Caller["calls"], ...basic: readonly string[]) => {
        const attach = (policyArn: string) => declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn });
        const { stack } = graphOf({
            role,
            all: attach(`arn:aws:iam::aws:policy/${name}`),
            ...(basic[0] && { basic: attach(`arn:aws:iam::aws:policy/service-role/${basic[0]}`) }),
            reader: calling({ calls: made }),
        });
        return [...unusedGrants(stack)].map(({ message, fix }) => [message.split("; ")[1], fix]);
    };
    const filter: Caller["calls"] = [["logs:PutMetricFilter", { logGroupName: "*" }]];

    it("says what the code calls of it", () => {
        const [[said, fix] = []] = managed("CloudWatchFullAccess", filter, "AWSLambdaBasicExecutionRole");
        assert.equal(said, "of that the code of its function calls only logs:PutMetricFilter");
        assert.match(fix ?? "", /^Replace it by a policy with: \{ Effect: "Allow", Action: "logs:PutMetricFilter", /);
    });
    it("keeps the function's own logs where nothing else allows them", () => {
        const [[said, fix] = []] = managed("CloudWatchLogsFullAccess", []);
        assert.equal(said, "no code of its function calls any of it");
        assert.match(fix ?? "", /"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"/);
    });
    it("is left out where something else does", () => {
        const [[, fix] = []] = managed("CloudWatchLogsFullAccess", [], "AWSLambdaBasicExecutionRole");
        assert.equal(fix, "Leave it out.");
    });
});
