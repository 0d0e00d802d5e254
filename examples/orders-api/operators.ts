import * as aws from "@pulumi/aws";
import { either } from "./mistakes";

/** What the people on call look at; whoever may see dashboards reads it. */
export const operatorsBoard = new aws.cloudwatch.Dashboard("operators", {
    dashboardName: "orders-operators",
    dashboardBody: JSON.stringify({
        widgets: [
            {
                type: "text",
                width: 12,
                height: 3,
                properties: {
                    markdown: either(
                        "no-secrets-in-config-fields",
                        "If orders are stuck: `psql --host db.orders.internal --password=Winter-Stock-42x`",
                        "If orders are stuck, sign in as the runbook says.",
                    ),
                },
            },
        ],
    }),
});
