import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as data from "./data";
import { key } from "./keys";
import { either } from "./mistakes";
import { OrderFunction } from "./order-function";

const decrypt = { sid: "Decrypt", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] };
const ordersAndIndexes = [data.table.arn, pulumi.interpolate`${data.table.arn}/index/by-customer`];

/** POST /orders: takes an order and queues it. */
export const createOrder = new OrderFunction("create-order", {
    handler: "create-order",
    environment: { TABLE: data.table.name, QUEUE: data.accepted.url, PAYMENT_KEY_PARAMETER: data.paymentKey.name },
    statements: [
        { sid: "Write", actions: ["dynamodb:PutItem"], resources: [data.table.arn] },
        { sid: "Queue", actions: ["sqs:SendMessage"], resources: [data.accepted.arn] },
        { sid: "PaymentKey", actions: ["ssm:GetParameter"], resources: [data.paymentKey.arn] },
        decrypt,
    ],
});

/** GET /orders/{id} */
export const getOrder = new OrderFunction("get-order", {
    handler: "get-order",
    environment: { TABLE: data.table.name },
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
    timeout: 30,
    environment: {
        TABLE: data.table.name,
        TOPIC: data.shipped.arn,
        LEDGER: data.ledger.arn,
        ...either(
            "lambda-env-no-plaintext-secrets",
            { LEDGER_PASSWORD: "not-a-real-password-42" },
            { LEDGER_SECRET_ARN: masterSecret() },
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
        { sid: "Notify", actions: ["sns:Publish"], resources: [data.shipped.arn] },
        {
            sid: "Ledger",
            actions: ["rds-data:ExecuteStatement", "rds-data:BatchExecuteStatement"],
            resources: [data.ledger.arn],
        },
        { sid: "LedgerSecret", actions: ["secretsmanager:GetSecretValue"], resources: [masterSecret()] },
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
    timeout: 120,
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

/** The payment provider's callback. */
export const paymentCallback = new aws.lambda.FunctionUrl("payment-callback", {
    functionName: createOrder.lambda.name,
    authorizationType: either("lambda-url-auth-required", "NONE", "AWS_IAM"),
});

function masterSecret(): pulumi.Output<string> {
    return data.ledger.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
}
