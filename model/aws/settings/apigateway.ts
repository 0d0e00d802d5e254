/** Amazon API Gateway. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { holds } from "../../values";
import { HttpApi, HttpStage, RestDeployment, RestMethodSettings, RestStage } from "../types";
import { bad, both, given, good, sharing, switchedOn, unless } from "./condition";
import { anything, empty, goodWhere, on } from "./good";
import { settings } from "./setting";

/** JSON, XML or CSV, and not the common log format, in which spaces part fields that may hold spaces. */
const structured = goodWhere("JSON, XML or CSV", (said) =>
    holds(said, (text) => /^\s*[{<]/.test(text) || /^[^\s,[\]"]+(,[^\s,[\]"]+)+\s*$/.test(text)),
);
const unstructured = {
    otherwise: "holds plain text, in which no query can tell one field from the next for certain",
};
const fix =
    'Set format to JSON.stringify({ requestId: "$context.requestId", ip: "$context.identity.sourceIp", status: "$context.status" }).';

export const apigateway = [
    settings(RestStage, "apiStage", {
        logged: {
            at: (stage) => stage.accessLogSettings.destinationArn,
            good: anything,
            absent: bad,
            controls: [fsbp("APIGateway.1"), cis("7.0", "4.10")],
        },
        traced: {
            at: (stage) => stage.xrayTracingEnabled,
            good: on,
            absent: bad,
            fix: "Set xrayTracingEnabled: true.",
            controls: [fsbp("APIGateway.3")],
        },
    }),
    settings(HttpStage, "apiStage", {
        logged: {
            at: (stage) => stage.accessLogSettings.destinationArn,
            good: anything,
            absent: bad,
            controls: [fsbp("APIGateway.9")],
        },
    }),
    settings([RestStage, HttpStage], "apiStage", {
        logged: {
            at: (stage) => stage.accessLogSettings.format,
            good: structured,
            absent: good,
            only: given((stage) => stage.accessLogSettings.destinationArn),
            profile: "strict",
            severity: "low",
            says: unstructured,
            fix,
        },
    }),
    // The stage that a deployment makes by the way has no settings at all.
    settings(RestDeployment, "apiStage", {
        logged: {
            at: (deployment) => deployment,
            inVersion6: "stageName",
            good: empty,
            absent: good,
            says: { otherwise: "makes a stage by the way, which has no access logs" },
            fix: "Leave stageName out, and declare an aws.apigateway.Stage with accessLogSettings.",
        },
    }),
    // Quick create makes a stage $default, which has none either.
    settings(HttpApi, "api", {
        logged: {
            at: (api) => api.target,
            good: empty,
            absent: good,
            says: { otherwise: "makes a stage $default by the way, which has no access logs" },
            fix: "Leave target out, and declare an Integration, a Route and a Stage with accessLogSettings.",
        },
    }),
    settings(RestMethodSettings, "apiCache", {
        encryptedAtRest: {
            at: ({ settings }) => settings.cacheDataEncrypted,
            good: on,
            absent: bad,
            only: both(
                switchedOn(({ settings }) => settings.cachingEnabled),
                // A stage without a cache keeps nothing.
                unless(
                    sharing(
                        RestStage,
                        (stage) => [stage.restApi, stage.stageName],
                        unless(switchedOn((stage) => stage.cacheClusterEnabled)),
                    ),
                ),
            ),
            controls: [fsbp("APIGateway.5")],
        },
    }),
].flat();
