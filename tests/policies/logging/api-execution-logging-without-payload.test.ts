import { HttpApi, HttpStage, RestApi, RestDeployment, RestMethodSettings, RestStage } from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/api-execution-logging-without-payload";
import { testRule } from "../../support/rule-tester";

const live = { restApi: "a1b2c3d4e5", stageName: "live" };
const methods = (settings: object, inputs: object = {}, name = "all"): Program => ({
    [name]: declare(RestMethodSettings, { ...live, methodPath: "*/*", settings, ...inputs } as never),
});
const one = (settings: object) => methods(settings, { methodPath: "orders/GET" }, "one");
const stage = (inputs: object = {}): Program => ({
    stage: declare(RestStage, { ...live, deployment: "d1e2f3", ...inputs } as never),
});
const level = ["all: settings.loggingLevel"];
const socket = (inputs: object, protocolType: unknown = "WEBSOCKET"): Program => ({
    api: declare(HttpApi, { protocolType } as never),
    chat: declare(HttpStage, { apiId: ref("api.id"), name: "live", ...inputs } as never),
});
const routes = (settings: object) => socket({ defaultRouteSettings: settings });
const api = { api: declare(RestApi, { name: "orders" }), other: declare(RestApi, { name: "other" }) };

const deployment = { deployment: declare(RestDeployment, live as never) };

testRule(rule, {
    valid: {
        "a stage that a deployment makes": { ...deployment, ...methods({ loggingLevel: "ERROR" }) },
        "a stage that a deployment makes, by its output": {
            ...deployment,
            ...methods({ loggingLevel: "ERROR" }, { stageName: ref("deployment.stageName") }),
        },
        "a deployment that makes no stage": { deployment: declare(RestDeployment, { restApi: "a1b2c3d4e5" }) },
        errors: { ...methods({ loggingLevel: "ERROR", dataTraceEnabled: false }), ...stage() },
        "calls, with nothing said of payloads": { ...methods({ loggingLevel: "INFO" }), ...stage() },
        "by the stage's output": {
            ...methods({ loggingLevel: "ERROR" }, { stageName: ref("stage.stageName") }),
            ...stage(),
        },
        "by the APIs' outputs": {
            ...api,
            ...methods({ loggingLevel: "ERROR" }, { restApi: ref("api.id") }),
            ...stage({ restApi: ref("api.id") }),
        },
        "a limit of one method beside": {
            ...methods({ loggingLevel: "ERROR" }),
            ...one({ throttlingBurstLimit: 5 }),
            ...stage(),
        },
        "logs of one method, as was chosen": { ...one({ loggingLevel: "INFO" }), ...stage() },
        "a limit of all methods, and their logs beside": {
            ...methods({ loggingLevel: "ERROR" }),
            ...methods({ throttlingBurstLimit: 5 }, {}, "limit"),
        },
        "the same by the stage's output": {
            ...stage(),
            ...methods({ loggingLevel: "ERROR" }, { stageName: ref("stage.stageName") }),
            ...methods({ throttlingBurstLimit: 5 }, { stageName: ref("stage.stageName") }, "limit"),
        },
        "WebSockets, errors": routes({ loggingLevel: "ERROR", dataTraceEnabled: false }),
        "HTTP, which has none": socket({ defaultRouteSettings: { throttlingBurstLimit: 5 } }, "HTTP"),
        "HTTP, in lower case": socket({}, "http"),
    },
    invalid: {
        "a stage that a deployment makes": { given: deployment, reports: ["deployment: "] },
        "no settings": { given: stage(), reports: ["stage: "] },
        "settings of another API's stage": {
            given: {
                ...api,
                ...methods({ loggingLevel: "ERROR" }, { restApi: ref("other.id") }),
                ...stage({ restApi: ref("api.id") }),
            },
            reports: ["stage: "],
        },
        "a limit of one method alone": {
            given: { ...one({ throttlingBurstLimit: 5 }), ...stage() },
            reports: ["stage: "],
        },
        "switched off, once": { given: { ...methods({ loggingLevel: "OFF" }), ...stage() }, reports: level },
        "an empty text is nothing": { given: { ...methods({ loggingLevel: "" }), ...stage() }, reports: level },
        "nothing said": { given: { ...methods({ metricsEnabled: true }), ...stage() }, reports: level },
        "switched off for one method": {
            given: { ...methods({ loggingLevel: "ERROR" }), ...one({ loggingLevel: "OFF" }), ...stage() },
            reports: ["one: settings.loggingLevel"],
        },
        payloads: {
            given: methods({ loggingLevel: "ERROR", dataTraceEnabled: "true" }),
            reports: ["all: settings.dataTraceEnabled"],
        },
        "payloads of one method": {
            given: { ...methods({ loggingLevel: "ERROR" }), ...one({ dataTraceEnabled: true }) },
            reports: ["one: settings.dataTraceEnabled"],
        },
        "WebSockets, off": {
            given: routes({ loggingLevel: "OFF" }),
            reports: ["chat: defaultRouteSettings.loggingLevel"],
        },
        "WebSockets, nothing said": { given: socket({}), reports: ["chat: defaultRouteSettings.loggingLevel"] },
        "WebSockets, payloads": {
            given: routes({ loggingLevel: "INFO", dataTraceEnabled: true }),
            reports: ["chat: defaultRouteSettings.dataTraceEnabled"],
        },
        "WebSockets, payloads and silence of routes": {
            given: socket({
                defaultRouteSettings: { loggingLevel: "ERROR" },
                routeSettings: [
                    { routeKey: "$connect", dataTraceEnabled: true },
                    { routeKey: "order", loggingLevel: "OFF" },
                ],
            }),
            reports: ["chat: routeSettings[0].dataTraceEnabled", "chat: routeSettings[1].loggingLevel"],
        },
        "payloads of an API of another stack, which must be of WebSockets": {
            given: {
                chat: declare(HttpStage, {
                    apiId: "a1b2c3d4e5",
                    defaultRouteSettings: { loggingLevel: "INFO", dataTraceEnabled: true },
                } as never),
            },
            reports: ["chat: defaultRouteSettings.dataTraceEnabled"],
        },
    },
    undecided: {
        "a stage of another stack's API": {
            given: { chat: declare(HttpStage, { apiId: "a1b2c3d4e5", name: "live" }) },
            awaits: ["chat.apiId"],
        },
        "which protocol": { given: socket({}, unknown), awaits: ["api.protocolType"] },
        "whose settings they are": {
            given: { ...methods({ loggingLevel: "ERROR" }, { stageName: unknown }), ...stage() },
            awaits: ["all.stageName"],
        },
    },
});
