const { DynamoDBClient, GetItemCommand, UpdateItemCommand } = require("@aws-sdk/client-dynamodb");
const { BatchExecuteStatementCommand, ExecuteStatementCommand, RDSDataClient } = require("@aws-sdk/client-rds-data");
const { PublishCommand, SNSClient } = require("@aws-sdk/client-sns");

const table = new DynamoDBClient({});
const ledger = new RDSDataClient({});
const news = new SNSClient({});
const booking = { resourceArn: process.env.LEDGER, secretArn: process.env.LEDGER_SECRET_ARN, database: "ledger" };

exports.handler = async ({ Records }) => {
    for (const { body: id } of Records) await fulfil(id);
    await ledger.send(new ExecuteStatementCommand({ ...booking, sql: "refresh materialized view turnover" }));
    return { batchItemFailures: [] };
};

async function fulfil(id) {
    const Key = { id: { S: id } };
    const { Item } = await table.send(new GetItemCommand({ TableName: process.env.TABLE, Key }));
    const parameterSets = Item.lines.L.map(({ S }) => [{ name: "line", value: { stringValue: S } }]);
    await ledger.send(
        new BatchExecuteStatementCommand({ ...booking, sql: "insert into bookings values (:line)", parameterSets }),
    );
    await table.send(
        new UpdateItemCommand({ TableName: process.env.TABLE, Key, UpdateExpression: "set shipped = now" }),
    );
    await news.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: id }));
    console.log(JSON.stringify({ handler: "fulfil-order", id }));
}
