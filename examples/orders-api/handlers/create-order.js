const { DynamoDBClient, PutItemCommand } = require("@aws-sdk/client-dynamodb");
const { SQSClient, SendMessageCommand } = require("@aws-sdk/client-sqs");
const { SSMClient, GetParameterCommand } = require("@aws-sdk/client-ssm");

const table = new DynamoDBClient({});
const queue = new SQSClient({});
const parameters = new SSMClient({});

exports.handler = async ({ body, requestContext }) => {
    const { id, customer, card } = JSON.parse(body);
    const key = await parameters.send(
        new GetParameterCommand({ Name: process.env.PAYMENT_KEY_PARAMETER, WithDecryption: true }),
    );
    const receipt = await charge(card, key.Parameter.Value);
    const Item = { id: { S: id }, customer: { S: customer }, receipt: { S: receipt } };
    await table.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
    await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: id }));
    console.log(JSON.stringify({ handler: "create-order", requestId: requestContext?.requestId }));
    return { statusCode: 202, body: JSON.stringify({ id }) };
};

async function charge(card, key) {
    const answer = await fetch("https://payments.example/charges", {
        method: "POST",
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ card }),
    });
    return (await answer.json()).receipt;
}
