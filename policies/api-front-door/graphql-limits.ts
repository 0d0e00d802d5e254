import { AppSyncGraphQLApi } from "../../model/aws";
import { all, equals, holds, not } from "../../model/values";
import { cwe, defineRule, owasp, sas } from "../../pack";

const MOST_DEPTH = 75;
const MOST_RESOLVERS = 10_000;

/** Introspection is asked about in production alone: tools for developers need it. */
export default defineRule({
    id: "graphql-limits",
    severity: "medium",
    frameworks: [cwe(770), cwe(200), sas(8), owasp(6)],
    title: "GraphQL APIs bound what one query may ask, and show no schema in production.",
    why: "A query nested deep enough runs thousands of resolvers and functions at your cost, and a schema shows strangers what there is to try.",
    fix: 'Set queryDepthLimit, resolverCountLimit and introspectionConfig: "DISABLED".',
    sources: [
        "https://docs.aws.amazon.com/appsync/latest/devguide/security-best-practices.html",
        "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateGraphqlApi.html",
    ],
    exampleStack: "production",
    bad: { authenticationType: "AWS_IAM", queryDepthLimit: 10, resolverCountLimit: 100 },
    good: {
        authenticationType: "AWS_IAM",
        queryDepthLimit: 10,
        resolverCountLimit: 100,
        introspectionConfig: "DISABLED",
    },
    resource: AppSyncGraphQLApi,
    *check(api, { environment }) {
        const { queryDepthLimit: depth, resolverCountLimit: resolvers, introspectionConfig: shown, visibility } = api;
        yield {
            at: depth,
            when: not(holds(depth, isWithin(MOST_DEPTH))),
            message: `${depth.state === "absent" ? "absent" : "0"}, so queries are nested as deep as anyone likes`,
            fix: "Set queryDepthLimit to what the deepest query of your app needs, such as 10.",
        };
        yield {
            at: resolvers,
            when: not(holds(resolvers, isWithin(MOST_RESOLVERS))),
            message: `${resolvers.state === "absent" ? "absent" : "0"}, so one query runs up to ${MOST_RESOLVERS} resolvers`,
            fix: "Set resolverCountLimit to what the largest query of your app needs, such as 100.",
            severity: "low",
        };
        yield {
            at: shown,
            when: all(environment.production, not(equals(shown, "DISABLED"))),
            message: `${shown.state === "absent" ? "absent, which is ENABLED" : "switched on"}: callers are shown the whole schema in production`,
            fix: 'Set introspectionConfig: "DISABLED".',
            ...(equals(visibility, "PRIVATE").is === "yes" && { severity: "low" }),
        };
    },
});

function isWithin(most: number) {
    return (text: string) => Number(text) >= 1 && Number(text) <= most;
}
