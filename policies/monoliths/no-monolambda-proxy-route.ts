import { HttpApi, HttpIntegration, HttpRoute, LambdaFunction } from "../../model/aws";
import { isCatchAll, linked, type Resource, type Route, routesOf } from "../../model/graph";
import { type Answer, answer, undecided } from "../../model/values";
import { cwe, declare, defineStackRule, ref, sas } from "../../pack";

const orders = declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" });
const api = (routeKey: string) => ({
    orders,
    api: declare(HttpApi, { protocolType: "HTTP" }),
    integration: declare(HttpIntegration, {
        apiId: ref("api.id"),
        integrationType: "AWS_PROXY",
        integrationUri: ref("orders.invokeArn"),
    }),
    route: declare(HttpRoute, { apiId: ref("api.id"), routeKey, target: ref("integration.id", "integrations/") }),
});

/** A catch-all beside specific routes is a fallback. Server-side rendering is exempted with that reason. */
export default defineStackRule({
    id: "no-monolambda-proxy-route",
    severity: "medium",
    frameworks: [cwe(653), sas(4), sas(9)],
    title: "No API sends every request to one function.",
    why: "A function behind a catch-all route does everything, so its role must be allowed everything, and no route can be authorized or limited by itself.",
    fix: "Declare a route for each operation and send it to a function of its own.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html#anti-patterns"],
    needs: routesOf,
    bad: api("ANY /{proxy+}"),
    good: api("POST /orders"),
    *check(stack) {
        const byDoor = new Map<string, Route[]>();
        for (const route of routesOf(stack)) byDoor.set(route.door, [...(byDoor.get(route.door) ?? []), route]);
        for (const routes of byDoor.values()) {
            const [catchAll] = routes.filter(({ path }) => path !== undefined && isCatchAll(path));
            const specific = routes.some(({ path }) => path !== undefined && path !== "/" && !isCatchAll(path));
            const found = catchAll ?? routes.find(({ path }) => path === undefined);
            if (!found || specific) continue;
            yield {
                resource: found.resource,
                at: found.at,
                when: oneFunction(routes),
                message: "allows every path and sends it to one function, which has to do everything",
                cause: linked(found.target),
            };
        }
    },
});

function oneFunction(routes: readonly Route[]): Answer {
    const unknown = routes.flatMap(({ target, path, resource, at, operation }) => {
        if (path === undefined) return [`${resource.name}.${at}`];
        // Of an API that is declared elsewhere, it may be a WebSocket's.
        if (path === "$default" && operation?.api.kind === undefined) return [`${resource.name}.apiId`];
        return target.kind === "unknown" || target.kind === "candidates" ? [target.awaits] : [];
    });
    const targets = routes.map(({ target }) => linked(target));
    if (targets.some((target, index) => target === undefined && routes[index]?.target.kind === "outside"))
        return answer(false);
    const functions = new Set<Resource | undefined>(targets.filter((target) => target !== undefined));
    if (functions.size > 1) return answer(false);
    return unknown.length > 0 ? undecided(...unknown) : answer(functions.size === 1);
}
