/** AWS AppSync. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { AppSyncApi, AppSyncGraphQLApi } from "../types";
import { bad, says } from "./condition";
import { noneOf, on } from "./good";
import { settings } from "./setting";

export const appsync = [
    settings(AppSyncGraphQLApi, "graphApi", {
        logged: {
            at: (api) => api.logConfig.fieldLogLevel,
            good: noneOf("NONE"),
            absent: bad,
            controls: [fsbp("AppSync.2")],
        },
        // https://docs.aws.amazon.com/appsync/latest/APIReference/API_LogConfig.html
        discreet: {
            at: (api) => api.logConfig.excludeVerboseContent,
            good: on,
            absent: bad,
            only: says((api) => api.logConfig.fieldLogLevel, noneOf("NONE")),
            fix: "Set logConfig.excludeVerboseContent: true.",
        },
        traced: { at: (api) => api.xrayEnabled, good: on, absent: bad, fix: "Set xrayEnabled: true." },
    }),
    settings(AppSyncApi, "graphApi", {
        logged: {
            at: (api) => api.eventConfig.logConfig.logLevel,
            good: noneOf("NONE"),
            absent: bad,
            fix: 'Set eventConfig.logConfig: { logLevel: "ERROR", cloudwatchLogsRoleArn: role.arn }.',
        },
    }),
].flat();
