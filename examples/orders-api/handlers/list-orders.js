const { DynamoDBClient, QueryCommand } = require("@aws-sdk/client-dynamodb");

const table = new DynamoDBClient({});

exports.handler = async ({ pathParameters, requestContext }) => {
    console.log(JSON.stringify({ handler: "list-orders", requestId: requestContext?.requestId }));
    const { Items } = await table.send(
        new QueryCommand({
            TableName: process.env.TABLE,
            IndexName: "by-customer",
            KeyConditionExpression: "customer = :customer",
            ExpressionAttributeValues: { ":customer": { S: pathParameters.customer } },
        }),
    );
    return { statusCode: 200, body: JSON.stringify(Items) };
};
