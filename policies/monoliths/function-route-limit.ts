import { HttpApi, HttpIntegration, HttpRoute, LambdaFunction } from "../../model/aws";
import { type Served, servedBy } from "../../model/graph";
import { listed } from "../../model/iam";
import { cwe, declare, defineStackRule, integer, ref, sas } from "../../pack";

const api = (...routeKeys: readonly string[]) => ({
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
    api: declare(HttpApi, { protocolType: "HTTP" }),
    to: declare(HttpIntegration, {
        apiId: ref("api.id"),
        integrationType: "AWS_PROXY",
        integrationUri: ref("orders.arn"),
    }),
    ...Object.fromEntries(
        routeKeys.map((routeKey, index) => [
            `route-${index}`,
            declare(HttpRoute, { apiId: ref("api.id"), routeKey, target: ref("to.id", "integrations/") }),
        ]),
    ),
});

/** Three tasks make a router, as of the code itself: reading, writing and deleting one thing are four already. */
export default defineStackRule({
    id: "function-route-limit",
    severity: "medium",
    frameworks: [cwe(653), sas(4)],
    title: "One function serves few routes.",
    why: "A function that serves many routes chooses among them by itself and needs the rights of all: a flaw in one of them is a flaw in all.",
    fix: "Give each route (field, action) a function of its own, with the rights that it alone needs.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html#anti-patterns"],
    options: {
        maxRoutes: integer(
            "How many methods of paths, messages, fields or actions one function may serve.",
            2,
            1,
            1000,
        ),
    },
    needs: servedBy,
    bad: api("GET /orders", "POST /orders", "DELETE /orders/{id}"),
    good: api("GET /orders", "HEAD /orders", "OPTIONS /orders"),
    *check(stack, { options }) {
        for (const served of servedBy(stack)) {
            const when = served.isMoreThan(options.maxRoutes);
            const { function: resource } = served;
            yield { resource, at: "", when, message: said(served, options.maxRoutes), cause: resource };
        }
    },
});

function said({ count, declaredBy }: Served, most: number): string {
    const by = listed(declaredBy.map(({ name }) => name).sort(), 5);
    return `serves ${count} routes (of ${by}; at most ${most} are accepted), so it does the work of several functions`;
}
