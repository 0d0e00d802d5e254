import { RestMethodSettings } from "../../model/aws";
import { executionLogFaults } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

const settings = (dataTraceEnabled: boolean) => ({
    all: declare(RestMethodSettings, {
        restApi: "a1b2c3d4e5",
        stageName: "live",
        methodPath: "*/*",
        settings: { loggingLevel: "ERROR", dataTraceEnabled },
    }),
});

const TEXTS = {
    off: {
        message: "writes no execution logs, so nobody can tell why the API refused a call or failed",
        fix: 'Set it to "ERROR".',
    },
    payloads: {
        message: "true, so requests and answers are written out in full, tokens and customers' data among them",
        fix: "Set it to false.",
    },
};

/** HTTP APIs have no execution logs. Of single methods only what is said is judged. */
export default defineStackRule({
    id: "api-execution-logging-without-payload",
    severity: "medium",
    frameworks: [fsbp("APIGateway.1"), cwe(532), sas(5)],
    title: "REST and WebSocket APIs log what fails, without what is sent.",
    why: "Without execution logs nobody can tell why calls fail; with payloads in them, all who may read logs read what customers send.",
    fix: 'Declare aws.apigateway.MethodSettings for it: { restApi: api.id, stageName: stage.stageName, methodPath: "*/*", settings: { loggingLevel: "ERROR" } }.',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html",
    ],
    needs: executionLogFaults,
    bad: settings(true),
    good: settings(false),
    *check(stack) {
        for (const { fault, ...place } of executionLogFaults(stack)) {
            const { message, fix } = TEXTS[fault];
            yield { ...place, message, ...(place.at !== "" && { fix }) };
        }
    },
});
