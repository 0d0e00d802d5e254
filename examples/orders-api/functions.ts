import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { baskets, shop } from "./baskets";
import * as data from "./data";
import { key } from "./keys";
import { either } from "./mistakes";
import * as network from "./network";
import { OrderFunction } from "./order-function";
import { packed } from "./packed";

const useKey = ["kms:Decrypt", "kms:GenerateDataKey"];
const decrypt = { sid: "Decrypt", actions: useKey, resources: [key.arn] };
const ordersAndIndexes = [data.table.arn, pulumi.interpolate`${data.table.arn}/index/by-customer`];

/** POST /orders: takes an order and queues it. */
export const createOrder = new OrderFunction("create-order", {
    handler: either("no-router-in-function", "orders", "create-order"),
    concurrency: either("lambda-concurrency-bounded", -1, 20),
    environment: { TABLE: data.table.name, QUEUE: data.accepted.url, PAYMENT_KEY_PARAMETER: data.paymentKey.name },
    statements: [
        { sid: "Write", actions: ["dynamodb:PutItem"], resources: [data.table.arn] },
        {
            sid: "Queue",
            actions: ["sqs:SendMessage"],
            resources: [either("exec-role-no-resource-star", "*", data.accepted.arn)],
        },
        {
            sid: "PaymentKey",
            actions: ["ssm:GetParameter"],
            resources: [either("exec-role-secret-read-scoped", "arn:aws:ssm:*:*:parameter/*", data.paymentKey.arn)],
        },
        { sid: "Decrypt", actions: useKey, resources: [either("exec-role-kms-decrypt-scoped", "*", key.arn)] },
        // What a stranger's request starts should not read what the others ordered.
        ...either("no-path", [{ sid: "Recent", actions: ["dynamodb:Query"], resources: [data.table.arn] }], []),
    ],
});

/** GET /orders/{id} */
export const getOrder = new OrderFunction("get-order", {
    handler: "get-order",
    environment: { TABLE: data.table.name },
    ...either(
        "exec-role-no-broad-managed-policy",
        { managedPolicyArns: [aws.iam.ManagedPolicy.AmazonDynamoDBReadOnlyAccess] },
        {},
    ),
    statements: [
        { sid: "Read", actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: ordersAndIndexes },
        decrypt,
    ],
});

/** GET /orders */
export const listOrders = new OrderFunction("list-orders", {
    handler: "list-orders",
    environment: { TABLE: data.table.name },
    ...either("one-role-per-function", { role: getOrder.role }, {}),
    statements: [{ sid: "Read", actions: ["dynamodb:Query"], resources: ordersAndIndexes }, decrypt],
});

/** Takes accepted orders off the queue and books them in the ledger, by the Data API. */
export const fulfilOrder = new OrderFunction("fulfil-order", {
    handler: "fulfil-order",
    settings: { code: packed("fulfil-order") },
    timeout: 30,
    environment: {
        TABLE: data.table.name,
        TOPIC: data.shipped.arn,
        LEDGER: data.ledger.arn,
        ...either(
            "lambda-env-no-plaintext-secrets",
            { LEDGER_PASSWORD: "Summer-Stock-45x" },
            { LEDGER_SECRET_ARN: masterSecret() },
        ),
        ...either(
            "lambda-env-no-aws-credentials",
            { BACKUP_AWS_SECRET_ACCESS_KEY: "Monsoon-Stock-46x" },
            { BACKUP_ROLE_ARN: "arn:aws:iam::444455556666:role/order-backups" },
        ),
    },
    statements: [
        {
            sid: "Consume",
            actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            resources: [data.accepted.arn],
        },
        {
            sid: "Orders",
            actions: either(
                "exec-role-no-service-wildcard-action",
                ["dynamodb:*"],
                ["dynamodb:GetItem", "dynamodb:UpdateItem"],
            ),
            resources: [data.table.arn],
        },
        {
            sid: "Notify",
            ...either(
                "exec-role-no-not-action-allow",
                { notActions: ["sns:DeleteTopic", "sns:SetTopicAttributes"] },
                { actions: ["sns:Publish"] },
            ),
            resources: [data.shipped.arn],
        },
        {
            sid: "Ledger",
            actions: ["rds-data:ExecuteStatement", "rds-data:BatchExecuteStatement"],
            resources: [data.ledger.arn],
        },
        {
            sid: "LedgerSecret",
            actions: [
                "secretsmanager:GetSecretValue",
                ...either("exec-role-secret-no-write", ["secretsmanager:PutSecretValue"], []),
            ],
            resources: [masterSecret()],
        },
        decrypt,
    ],
});
new aws.lambda.EventSourceMapping("fulfil-order", {
    eventSourceArn: data.accepted.arn,
    functionName: fulfilOrder.lambda.arn,
    functionResponseTypes: ["ReportBatchItemFailures"],
    batchSize: 10,
});

/** Every night: writes the day's invoices. */
export const nightlyReport = new OrderFunction("nightly-report", {
    handler: "nightly-report",
    timeout: either("lambda-timeout-bounded", 120, 30),
    concurrency: 1,
    deadLetters: data.failed,
    environment: { TABLE: data.table.name, BUCKET: data.invoices.bucket },
    ...either("exec-role-no-admin-access", { managedPolicyArns: [aws.iam.ManagedPolicy.AdministratorAccess] }, {}),
    statements: [
        { sid: "Read", actions: ["dynamodb:Query"], resources: ordersAndIndexes },
        { sid: "Write", actions: ["s3:PutObject"], resources: [pulumi.interpolate`${data.invoices.arn}/nightly/*`] },
        { sid: "Failed", actions: ["sqs:SendMessage"], resources: [data.failed.arn] },
        decrypt,
    ],
});

/** The day's figures, from the ledger, for the people who run the shop. */
export const figures = new OrderFunction("figures", {
    handler: "figures",
    timeout: 60,
    concurrency: 1,
    tracing: either("function-tracing", "PassThrough", "Active"),
    environment: {
        LEDGER_HOST: data.ledger.readerEndpoint,
        BASKETS_HOST: baskets.readerEndpointAddress,
        BUCKET: data.invoices.bucket,
    },
    managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
    settings: either(
        "function-reaches-private-data-via-vpc",
        {},
        {
            vpcConfig: {
                subnetIds: network.subnets.map(({ id }) => id),
                securityGroupIds: [network.clients.id],
            },
        },
    ),
    statements: [
        { sid: "Baskets", actions: ["elasticache:Connect"], resources: [baskets.arn, shop.arn] },
        { sid: "SignIn", actions: ["rds-db:connect"], resources: [ledgerUser()] },
        {
            sid: "Store",
            actions: [
                "s3:PutObject",
                ...either("exec-role-no-delete-in-production", ["s3:DeleteBucket", "s3:DeleteBucketPolicy"], []),
            ],
            resources: [data.invoices.arn, pulumi.interpolate`${data.invoices.arn}/figures/*`],
        },
        ...either(
            "exec-role-service-breadth",
            [
                { sid: "Count", actions: ["dynamodb:DescribeTable"], resources: [data.table.arn] },
                { sid: "Backlog", actions: ["sqs:GetQueueAttributes"], resources: [data.accepted.arn] },
                { sid: "Announce", actions: ["sns:Publish"], resources: [data.shipped.arn] },
                { sid: "Settle", actions: ["lambda:InvokeFunction"], resources: [createOrder.lambda.arn] },
            ],
            [],
        ),
        decrypt,
    ],
});

/** The payment provider's callback. */
export const paymentCallback = new aws.lambda.FunctionUrl("payment-callback", {
    functionName: createOrder.lambda.name,
    authorizationType: either("lambda-url-auth-required", "NONE", "AWS_IAM"),
});

function masterSecret(): pulumi.Output<string> {
    return data.ledger.masterUserSecrets.apply((secrets) => secrets?.[0]?.secretArn ?? "");
}

/** The user `figures` of the ledger, who may read. */
function ledgerUser(): pulumi.Output<string> {
    const users = data.ledger.arn.apply((arn) => arn.replace(":rds:", ":rds-db:").replace(/:cluster:.*$/, ":dbuser"));
    return either(
        "exec-role-rds-connect-scoped",
        pulumi.interpolate`${users}:*/*`,
        pulumi.interpolate`${users}:${data.ledger.clusterResourceId}/figures`,
    );
}
