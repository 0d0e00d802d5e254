import { AppSyncApi, AppSyncGraphQLApi } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/logging/appsync-logging";
import { testRule } from "../../support/rule-tester";

const role = "arn:aws:iam::111122223333:role/logs";
const graph = (fieldLogLevel: unknown) =>
    declare(AppSyncGraphQLApi, {
        authenticationType: "AWS_IAM",
        logConfig: { fieldLogLevel, cloudwatchLogsRoleArn: role },
    } as never);
const events = (eventConfig: object) => declare(AppSyncApi, { eventConfig } as never);

testRule(rule, {
    valid: {
        "errors of fields": graph("ERROR"),
        "all fields": graph("ALL"),
        "an Events API": events({ logConfig: { logLevel: "ERROR", cloudwatchLogsRoleArn: role } }),
    },
    invalid: {
        "no fields": { given: graph("NONE"), reports: ["logConfig.fieldLogLevel"] },
        "an Events API without logs": {
            given: events({ authProviders: [] }),
            reports: ["eventConfig.logConfig.logLevel"],
        },
        "an Events API that logs nothing": {
            given: events({ logConfig: { logLevel: "NONE", cloudwatchLogsRoleArn: role } }),
            reports: ["eventConfig.logConfig.logLevel"],
        },
    },
    undecided: { "a level that is not known yet": { given: graph(unknown), awaits: ["logConfig.fieldLogLevel"] } },
});
