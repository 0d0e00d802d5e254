import { HttpApi, HttpRoute } from "../../model/aws";
import {
    isDocumented,
    type Operation,
    operationsOf,
    saidOfUnasked,
    type Unasked,
    unaskedOperations,
    type Who,
} from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, owasp, publicPaths, ref, type Severity, sas } from "../../pack";

const route = (authorization: object) => ({
    api: declare(HttpApi, { protocolType: "HTTP" }),
    orders: declare(HttpRoute, {
        apiId: ref("api.id"),
        routeKey: "GET /orders",
        target: "integrations/a1b2c3",
        ...authorization,
    }),
});

/** Of a WebSocket API only `$connect` can ask; what comes over the connection afterwards is let in with it. */
export default defineStackRule({
    id: "http-route-authorization",
    severity: "high",
    frameworks: [fsbp("APIGateway.8"), cwe(306), cwe(862), sas(2), owasp(2)],
    title: "Routes of HTTP APIs, and connections to WebSocket APIs, ask who calls.",
    why: "A route without authorization runs what is behind it for whoever finds the address, as often as he likes.",
    fix: 'Set authorizationType: "JWT" or "CUSTOM" with an authorizerId, or "AWS_IAM"; list what is meant for everybody in publicPaths.',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html",
    ],
    options: { publicPaths },
    needs: operationsOf,
    bad: route({}),
    good: route({ authorizationType: "JWT", authorizerId: "j1w2t3" }),
    *check(stack, { options }) {
        const isAsked = ({ api, path }: Operation) =>
            api.kind === "WEBSOCKET" ? path === "$connect" : api.kind !== "REST";
        for (const one of unaskedOperations(stack, isAsked, options.publicPaths)) {
            const severity = WEIGHS[one.who];
            const fix = fixOf(one);
            yield {
                ...one,
                message: saidOfUnasked(one),
                cause: one.api,
                ...(severity && { severity }),
                ...(fix !== undefined && { fix }),
            };
        }
    },
});

const WEIGHS: Partial<Record<Who, Severity>> = {
    key: "medium",
    preflight: "low",
    "other preflight": "medium",
    health: "low",
    nobody: "medium",
};
const PREFLIGHTS = "Set corsConfiguration on the API, which then answers preflights by itself, and remove this route.";
const FIXES: Partial<Record<Who, string>> = {
    "other preflight": PREFLIGHTS,
    nobody: "Set authorizerId: authorizer.id.",
};

function fixOf(one: Unasked): string | undefined {
    if (one.at.path === "target")
        return "Leave target out, and declare a Route with an authorizationType for each operation.";
    return isDocumented(one)
        ? "Name in the operation's security a scheme with x-amazon-apigateway-authorizer."
        : FIXES[one.who];
}
