const { DynamoDBClient, GetItemCommand, QueryCommand } = require("@aws-sdk/client-dynamodb");

const table = new DynamoDBClient({});

exports.handler = async ({ pathParameters, requestContext }) => {
    const { id, customer } = pathParameters;
    console.log(JSON.stringify({ handler: "get-order", requestId: requestContext?.requestId }));
    const { Item } = await table.send(new GetItemCommand({ TableName: process.env.TABLE, Key: { id: { S: id } } }));
    const { Count } = await table.send(
        new QueryCommand({
            TableName: process.env.TABLE,
            IndexName: "by-customer",
            KeyConditionExpression: "customer = :customer",
            ExpressionAttributeValues: { ":customer": { S: customer } },
        }),
    );
    return Item ? { statusCode: 200, body: JSON.stringify({ ...Item, ordersOfCustomer: Count }) } : { statusCode: 404 };
};
