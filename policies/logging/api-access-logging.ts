import { RestStage } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const stage = { restApi: "a1b2c3d4e5", deployment: "d1e2f3", stageName: "live" };
const accessLogSettings = {
    destinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:api",
    format: '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp"}',
};

export default defineSettingRule({
    id: "api-access-logging",
    topic: "logged",
    of: ["apiStage", "api"],
    severity: "high",
    frameworks: [cwe(778), sas(5)],
    title: "Stages of APIs write access logs.",
    why: "Without access logs nobody can tell who called an API, from where and how often, when something has happened.",
    fix: 'Set accessLogSettings: { destinationArn: logs.arn, format: JSON.stringify({ requestId: "$context.requestId", ip: "$context.identity.sourceIp", status: "$context.status" }) }.',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html",
    ],
    absent: "absent, so nobody can tell who called the API",
    otherwise: "empty, so nobody can tell who called the API",
    example: RestStage,
    bad: stage,
    good: { ...stage, accessLogSettings },
});
