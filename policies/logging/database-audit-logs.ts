import { RdsInstance } from "../../model/aws";
import { auditRows, type MissingAuditLog, missingAuditLogs, missingQueryLogs } from "../../model/graph";
import { answer } from "../../model/values";
import { cwe, declare, defineStackRule, flag, fsbp, sas } from "../../pack";

const orders = { instanceClass: "db.t4g.micro", engine: "postgres", engineVersion: "17.6" };

/** Of what AWS keeps an audit log for: DynamoDB, Aurora DSQL, DocumentDB's elastic clusters, Db2 and RabbitMQ have none to ask for. */
export default defineStackRule({
    id: "database-audit-logs",
    severity: "medium",
    frameworks: [
        ...["RDS.9", "RDS.34", "RDS.36", "RDS.37", "RDS.40", "RDS.42"].map(fsbp),
        ...["DocumentDB.4", "Neptune.2", "Redshift.4", "RedshiftServerless.6", "MQ.2", "Opensearch.5", "ES.5"].map(
            fsbp,
        ),
        cwe(778),
        sas(5),
    ],
    title: "Databases, brokers and search domains keep a log of who did what.",
    why: "After an incident nobody can tell who signed in, and what was read or changed.",
    fix: "Export the audit log.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html",
        "https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html",
        "https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html",
        "https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html",
        "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html",
    ],
    options: { queryLogs: flag("Also ask PostgreSQL to log queries.", false) },
    strict: { queryLogs: true },
    rows: auditRows,
    needs: [missingAuditLogs, missingQueryLogs],
    bad: { orders: declare(RdsInstance, orders) },
    good: { orders: declare(RdsInstance, { ...orders, enabledCloudwatchLogsExports: ["postgresql"] }) },
    *check(stack, { options }) {
        for (const log of missingAuditLogs(stack)) {
            const { resource, at, when } = log;
            yield { resource, at, when, message: messageOf(log), fix: fixOf(log) };
        }
        for (const { resource, at, when } of missingQueryLogs(stack)) {
            const message = "neither log_statement nor log_min_duration_statement, so queries are in no log";
            const fix =
                'Set log_statement to "ddl" or more, or log_min_duration_statement to 0 or more, in its parameter group.';
            yield { resource, at, when: options.queryLogs ? when : answer(false), severity: "low", message, fix };
        }
    },
});

function messageOf({ at, kind, wanted, isSaid }: MissingAuditLog): string {
    if (kind !== "export")
        return `${isSaid ? "switched off" : `no ${wanted}`}, so the audit log that is exported stays empty`;
    const found = at.state === "absent" ? "absent" : "without an audit log";
    return `${found}, so nothing tells afterwards who did what`;
}

function fixOf({ at, kind, wanted, besides, value, isSaid, fix }: MissingAuditLog): string {
    if (fix !== undefined) return fix;
    if (kind === "export") {
        const change = at.state === "absent" ? `Set ${at.path}: ["${wanted}"]` : `Add "${wanted}" to ${at.path}`;
        return `${change}${besides === undefined ? "" : `; it needs ${besides}`}.`;
    }
    if (isSaid) return `Set ${wanted} to "${value}".`;
    const entry = kind === "option" ? `{ optionName: "${wanted}" }` : `{ name: "${wanted}", value: "${value}" }`;
    return /^(?:parameters|options)$/.test(at.path)
        ? `Add ${entry} to its ${at.path}.`
        : `Name a group with ${entry} in ${at.path}.`;
}
