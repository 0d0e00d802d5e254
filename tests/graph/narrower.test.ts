import assert from "node:assert/strict";
import {
    EventSourceMapping,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
    LogGroup,
    type ResourceType,
    resourceType,
    S3BucketObject,
} from "../../model/aws";
import { broadPolicies, identitiesOf, narrowerResource, tellingActions, whatItAllows } from "../../model/graph";
import { type Declaration, declare, type Example, type Program, policyOf, ref, trusts } from "../../pack";
import { stackOf } from "../support/stacks";

const other = (token: string, inputs: object = {}): Declaration =>
    declare(resourceType(token) as ResourceType<unknown>, inputs as Example);
const table = (name: string, more: object = {}) => other("aws:dynamodb/table:Table", { name, ...more });
const queue = () => other("aws:sqs/queue:Queue");
const bucket = () => other("aws:s3/bucket:Bucket");

/** What is suggested for actions of the function's role, in a program of these besides. */
function suggested(actions: readonly string[], program: Program, variables: Record<string, unknown> = {}): string {
    const stack = stackOf({
        role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
        policy: declare(IamRolePolicy, {
            role: ref("role.name"),
            policy: policyOf({ Action: [...actions], Resource: "*" }),
        }),
        handler: declare(LambdaFunction, { role: ref("role.arn"), environment: { variables } } as Example),
        ...program,
    });
    const [identity] = identitiesOf(stack);
    assert.ok(identity);
    return narrowerResource(stack, identity, actions);
}

describe("the resource that a statement should name", () => {
    it("is the one that the code is given, before others of its kind", () => {
        const program = { orders: table("orders"), customers: table("customers") };
        assert.equal(
            suggested(["dynamodb:GetItem"], program, { TABLE: ref("orders.name") }),
            "Name what it is for: Resource: orders.arn.",
        );
        assert.match(suggested(["dynamodb:GetItem"], program), /Resource: \[\w+\.arn, \w+\.arn\]\.$/);
    });
    it("is the queue that feeds the code", () => {
        const mapping = declare(EventSourceMapping, {
            functionName: ref("handler.name"),
            eventSourceArn: ref("jobs.arn"),
        } as Example);
        const program = { jobs: queue(), others: queue(), mapping };
        assert.equal(suggested(["sqs:ReceiveMessage"], program), "Name what it is for: Resource: jobs.arn.");
    });
    it("is what is in a bucket, and not what the program puts there", () => {
        const data = declare(S3BucketObject, { bucket: ref("uploads.id"), key: "data.txt" } as Example);
        assert.equal(
            suggested(["s3:GetObject"], { uploads: bucket(), "data.txt": data }),
            "Name what it is for: Resource: pulumi.interpolate`${uploads.arn}/*`.",
        );
        assert.equal(
            suggested(["s3:ListBucket", "s3:GetObject"], { uploads: bucket() }),
            "Name what it is for: Resource: [uploads.arn, pulumi.interpolate`${uploads.arn}/*`].",
        );
    });
    it("is a table with its indexes, where it has some", () => {
        const indexed = table("orders", { globalSecondaryIndexes: [{ name: "by-day" }] });
        assert.equal(
            suggested(["dynamodb:Query"], { orders: indexed }),
            "Name what it is for: Resource: [orders.arn, pulumi.interpolate`${orders.arn}/index/*`].",
        );
        assert.equal(
            suggested(["dynamodb:Query"], { orders: table("orders") }),
            "Name what it is for: Resource: orders.arn.",
        );
        assert.match(suggested(["dynamodb:GetRecords"], { orders: table("orders") }), /table\/TABLE_NAME\/stream/);
    });
    it("is counted once, whatever else has its ARN", () => {
        const secret = (name: string) => other("aws:secretsmanager/secret:Secret", { name });
        const version = (of: string) =>
            other("aws:secretsmanager/secretVersion:SecretVersion", { secretId: ref(`${of}.id`) });
        const program = { a: secret("a"), b: secret("b"), va: version("a"), vb: version("b") };
        assert.equal(
            suggested(["secretsmanager:GetSecretValue"], program),
            "Name what it is for: Resource: [a.arn, b.arn].",
        );
    });
    it("is told by a variable where its name is none", () => {
        assert.equal(
            suggested(["dynamodb:GetItem"], { "orders-table": table("orders") }),
            'Name what it is for: Resource: ordersTable.arn, where ordersTable is "orders-table".',
        );
    });
    it("is not the function itself, nor somebody else's log group", () => {
        assert.equal(
            suggested(["lambda:InvokeFunction"], {}),
            'Name what it is for: Resource: "arn:aws:lambda:REGION:ACCOUNT:function:FUNCTION_NAME".',
        );
        const logs = declare(LogGroup, { name: "/aws/lambda/somebody" });
        assert.match(suggested(["logs:FilterLogEvents"], { logs }), /log-group:LOG_GROUP_NAME"\.$/);
    });
    it("is a form to fill in where there are many, or none", () => {
        const many = { a: table("a"), b: table("b"), c: table("c"), d: table("d") };
        const form = 'Name what it is for: Resource: "arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE_NAME".';
        assert.equal(suggested(["dynamodb:GetItem"], many), form);
        assert.equal(suggested(["dynamodb:GetItem"], {}), form);
    });
    it("of an AWS-managed policy tells what it reads beside what it is broad about", () => {
        const told = (name: string) => {
            const managedPolicyArns = [`arn:aws:iam::aws:policy/${name}`];
            const stack = stackOf({
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), managedPolicyArns }),
            });
            return identitiesOf(stack)
                .flatMap((one) => [...broadPolicies(one)].map(whatItAllows))
                .join();
        };
        assert.match(told("AWSLambdaExecute"), /^every action of logs, and reading all that is stored in s3$/);
        assert.equal(told("AmazonDynamoDBFullAccess"), "every action of dax and dynamodb");
        assert.deepEqual(tellingActions("AmazonEventBridgeFullAccess", ["events"]), ["events:PutEvents"]);
    });
    it("is of the kind that is mostly meant", () => {
        assert.match(suggested(["events:PutEvents"], {}), /event-bus\/EVENT_BUS_NAME/);
        assert.match(suggested(["s3:GetObject"], {}), /arn:aws:s3:::BUCKET_NAME\/OBJECT_NAME/);
    });
});
