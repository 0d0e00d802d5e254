import { hasPerformanceInsights, RdsInstance } from "../../model/aws";
import { databaseServers, lacksSetting } from "../../model/graph";
import { all, equals, isTrue, not } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

const orders = { instanceClass: "db.r8g.large", engine: "postgres", monitoringInterval: 60 };

export default defineStackRule({
    id: "database-insights",
    severity: "low",
    profile: "strict",
    frameworks: [fsbp("RDS.6"), cwe(778), sas(5)],
    title: "Databases record what their servers and their queries do.",
    why: "What an attack or a runaway query did to the server, and when, is gone once it is over.",
    fix: "Set performanceInsightsEnabled: true.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html",
    ],
    needs: databaseServers,
    bad: { orders: declare(RdsInstance, orders) },
    good: { orders: declare(RdsInstance, { ...orders, performanceInsightsEnabled: true }) },
    *check(stack) {
        for (const server of databaseServers(stack)) {
            const { resource, engine } = server;
            const found = ({ state }: { readonly state: string }) => (state === "absent" ? "absent" : "switched off");
            const insights = lacksSetting(server, "performanceInsightsEnabled", (said) => isTrue(said, false));
            const isOffered = hasPerformanceInsights(engine, resource.root.get("instanceClass"));
            yield {
                resource,
                at: insights.at,
                when: all(insights.when, isOffered),
                message: `${found(insights.at)}, so the load of queries is not recorded`,
            };
            const monitoring = lacksSetting(server, "monitoringInterval", (said) => not(equals(said, 0)));
            yield {
                resource,
                ...monitoring,
                message: `${found(monitoring.at)}, so what the server's processes do is not recorded`,
                fix: "Set monitoringInterval: 60, and monitoringRoleArn: role.arn of a role with AmazonRDSEnhancedMonitoringRole.",
            };
        }
    },
});
