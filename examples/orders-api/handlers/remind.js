const { InvokeCommand, LambdaClient } = require("@aws-sdk/client-lambda");
const { CreateScheduleCommand, SchedulerClient } = require("@aws-sdk/client-scheduler");

const schedules = new SchedulerClient({});
const functions = new LambdaClient({});

exports.handler = async ({ id, at, again }) => {
    await schedules.send(
        new CreateScheduleCommand({
            Name: id,
            GroupName: process.env.GROUP,
            ScheduleExpression: `at(${at})`,
            FlexibleTimeWindow: { Mode: "OFF" },
            Target: { Arn: process.env.QUEUE_ARN, RoleArn: process.env.SENDER_ROLE, Input: id },
        }),
    );
    if (again) await functions.send(new InvokeCommand({ FunctionName: process.env.CREATE_ORDER, Payload: again }));
    console.log(JSON.stringify({ handler: "remind", id }));
};
