const { DynamoDBClient, QueryCommand } = require("@aws-sdk/client-dynamodb");
const { PutObjectCommand, S3Client } = require("@aws-sdk/client-s3");

const table = new DynamoDBClient({});
const bucket = new S3Client({});

exports.handler = async ({ customers, day }) => {
    for (const customer of customers) {
        const orders = await ordersOf(customer);
        const Key = `nightly/${day}/${customer}.json`;
        await bucket.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key, Body: JSON.stringify(orders) }));
    }
    console.log(JSON.stringify({ handler: "nightly-report", customers: customers.length }));
};

async function ordersOf(customer) {
    const { Items } = await table.send(
        new QueryCommand({
            TableName: process.env.TABLE,
            IndexName: "by-customer",
            KeyConditionExpression: "customer = :customer",
            ExpressionAttributeValues: { ":customer": { S: customer } },
        }),
    );
    return Items;
}
