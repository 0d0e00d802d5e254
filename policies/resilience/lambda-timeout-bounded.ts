import { HttpApi, HttpIntegration, HttpRoute, LambdaFunction } from "../../model/aws";
import { outlasts, triggersFor, triggersOf } from "../../model/graph";
import { type Answer, all, any, holds, not, type Value } from "../../model/values";
import { cwe, declare, defineStackRule, integer, ref, sas } from "../../pack";

const api = (timeout: number) => ({
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", timeout }),
    api: declare(HttpApi, { protocolType: "HTTP" }),
    integration: declare(HttpIntegration, {
        apiId: ref("api.id"),
        integrationType: "AWS_PROXY",
        integrationUri: ref("orders.invokeArn"),
    }),
    route: declare(HttpRoute, {
        apiId: ref("api.id"),
        routeKey: "POST /orders",
        target: ref("integration.id", "integrations/"),
    }),
});

/**
 * Fifteen minutes are often right for what works through a queue or a schedule: by default nothing is asked of that. Without a
 * timeout Lambda gives a function three seconds.
 */
export default defineStackRule({
    id: "lambda-timeout-bounded",
    severity: "medium",
    frameworks: [cwe(400), cwe(770), sas(8)],
    title: "Functions end in time.",
    why: "A function that hangs, or is made to hang, is paid for and keeps its concurrency from others until its timeout.",
    fix: "Set timeout to what the function needs at most, and hand longer work to a queue.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html",
    ],
    options: {
        maxSeconds: integer("How many seconds a function may run that somebody may wait for.", 60, 1, 900),
        maxBackgroundSeconds: integer("How many seconds one that events, queues or schedules start.", 900, 1, 900),
    },
    needs: [LambdaFunction, triggersOf],
    bad: api(300),
    good: api(29),
    *check(stack, { options }) {
        for (const resource of stack.ofType(LambdaFunction)) {
            const { timeout } = resource.inputs;
            const triggers = triggersFor(stack, resource);
            const tooLong = any(...triggers.map((trigger) => outlasts(timeout, trigger)));
            yield {
                resource,
                at: timeout,
                when: tooLong,
                message: "exceeds what its API waits: callers get an error, and try again while the function runs on",
            };
            const isBackground = triggers.some(({ start }) => start !== "request");
            const most = isBackground ? options.maxBackgroundSeconds : options.maxSeconds;
            yield {
                resource,
                at: timeout,
                when: all(not(tooLong), exceeds(timeout, most)),
                message: `exceeds ${most} seconds, for which each call that hangs is paid`,
                severity: "low",
            };
        }
    },
});

function exceeds(value: Value, most: number): Answer {
    return holds(value, (number) => Number(number) > most);
}
