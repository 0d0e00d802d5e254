/** Amazon OpenSearch Service and its ingestion. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { all, equals, isFalse, not } from "../../values";
import { ElasticsearchDomain, OpenSearchDomain, OpenSearchIngestionPipeline } from "../types";
import { bad } from "./condition";
import { goodWhere, on, some } from "./good";
import { settings } from "./setting";

const auditLogs = some(
    goodWhere("AUDIT_LOGS that are enabled", (option) =>
        all(equals(option.get("logType"), "AUDIT_LOGS"), not(isFalse(option.get("enabled"), true))),
    ),
);
const fix =
    'Add { logType: "AUDIT_LOGS", cloudwatchLogGroupArn: auditLogs.arn } to logPublishingOptions; it needs fine-grained access control.';

export const opensearch = [
    settings(OpenSearchDomain, "search", {
        logged: {
            at: (domain) => domain.logPublishingOptions,
            good: auditLogs,
            absent: bad,
            fix,
            controls: [fsbp("Opensearch.5")],
        },
    }),
    settings(ElasticsearchDomain, "search", {
        logged: {
            at: (domain) => domain.logPublishingOptions,
            good: auditLogs,
            absent: bad,
            fix,
            controls: [fsbp("ES.5")],
        },
    }),
    settings(OpenSearchIngestionPipeline, "search", {
        logged: {
            at: (pipeline) => pipeline.logPublishingOptions.isLoggingEnabled,
            good: on,
            absent: bad,
            fix: "Set logPublishingOptions: { isLoggingEnabled: true, cloudwatchLogDestination: { logGroup: logs.name } }.",
        },
    }),
].flat();
