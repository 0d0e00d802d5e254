import {
    EventRule,
    EventSourceMapping,
    EventTarget,
    HttpApi,
    LambdaFunction,
    LambdaFunctionUrl,
    LambdaPermission,
    type ResourceType,
    Schedule,
    SqsQueue,
    StateMachine,
} from "../../../model/aws";
import { declare, json, type Program, ref } from "../../../pack";
import rule from "../../../policies/monoliths/function-single-trigger-kind";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const orders: Program = { orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }) };
const queue: Program = {
    jobs: of(SqsQueue, {}),
    mapping: of(EventSourceMapping, { eventSourceArn: ref("jobs.arn"), functionName: ref("orders.arn") }),
};
const api: Program = { api: of(HttpApi, { protocolType: "HTTP", target: ref("orders.arn") }) };
const url: Program = { url: of(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType: "AWS_IAM" }) };
const rule_ = (settings: object): Program => ({
    rule: of(EventRule, settings),
    target: of(EventTarget, { rule: ref("rule.name"), arn: ref("orders.arn") }),
});
const permits = (principal: string): Program => ({
    permission: of(LambdaPermission, { action: "lambda:InvokeFunction", function: ref("orders.name"), principal }),
});
const reports = ["orders: "];

testRule(rule, {
    valid: {
        "an API and a URL, which both hand over requests": { ...orders, ...api, ...url },
        "an API with its permission": { ...orders, ...api, ...permits("apigateway.amazonaws.com") },
        "an API that a schedule keeps warm": { ...orders, ...api, ...rule_({ scheduleExpression: "rate(5 minutes)" }) },
        "an API that EventBridge Scheduler keeps warm": {
            ...orders,
            ...api,
            schedule: of(Schedule, {
                target: { arn: ref("orders.arn"), roleArn: "arn:aws:iam::111122223333:role/warm" },
            }),
        },
        "an API and a rule of another stack": { ...orders, ...api, ...permits("events.amazonaws.com") },
        "an API and a workflow's step": {
            ...orders,
            ...api,
            workflow: of(StateMachine, {
                definition: json({ States: { Look: { Type: "Task", Resource: ref("orders.arn"), End: true } } }),
            }),
        },
        "two queues": {
            ...orders,
            ...queue,
            more: of(SqsQueue, {}),
            second: of(EventSourceMapping, { eventSourceArn: ref("more.arn"), functionName: ref("orders.arn") }),
        },
    },
    invalid: {
        "an API and a queue": { given: { ...orders, ...api, ...queue }, reports },
        "a URL and events": { given: { ...orders, ...url, ...rule_({ eventPattern: "{}" }) }, reports },
        "a queue, and a bucket of another stack": {
            given: { ...orders, ...queue, ...permits("s3.amazonaws.com") },
            reports,
        },
    },
});
