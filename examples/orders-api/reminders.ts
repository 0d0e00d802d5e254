import * as aws from "@pulumi/aws";
import * as data from "./data";
import { createOrder } from "./functions";
import { accountId } from "./keys";
import { either } from "./mistakes";
import { OrderFunction } from "./order-function";

/** Reminders are one-off schedules: a function makes them, and each puts its message into the queue under this role. */
const group = new aws.scheduler.ScheduleGroup("reminders", {});
const sender = new aws.iam.Role("reminder-sender", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
                conditions: [
                    { test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] },
                    { test: "ArnEquals", variable: "aws:SourceArn", values: [group.arn] },
                ],
            },
        ],
    }).json,
});
new aws.iam.RolePolicy("reminder-sender", {
    role: sender.name,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [{ actions: ["sqs:SendMessage"], resources: [data.accepted.arn] }],
    }).json,
});

const schedules = group.arn.apply((arn) => `${arn.replace(":schedule-group/", ":schedule/")}/*`);

export const remind = new OrderFunction("remind", {
    handler: "remind",
    environment: {
        GROUP: group.name,
        SENDER_ROLE: sender.arn,
        QUEUE_ARN: data.accepted.arn,
        CREATE_ORDER: createOrder.lambda.name,
    },
    statements: [
        {
            sid: "Schedule",
            actions: [either("function-calls-granted", "scheduler:GetSchedule", "scheduler:CreateSchedule")],
            resources: [schedules],
        },
        {
            sid: "PassSender",
            actions: ["iam:PassRole"],
            resources: [either("exec-role-passrole-restricted", "*", sender.arn)],
            conditions: [
                { test: "StringEquals", variable: "iam:PassedToService", values: ["scheduler.amazonaws.com"] },
            ],
        },
        { sid: "Retry", actions: ["lambda:InvokeFunction"], resources: [createOrder.lambda.arn] },
        ...either(
            "exec-role-no-privilege-escalation",
            [{ sid: "Repair", actions: ["lambda:UpdateFunctionCode"], resources: ["arn:aws:lambda:*:*:function:*"] }],
            [],
        ),
    ],
});
