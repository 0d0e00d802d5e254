import { unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/graphql-limits";
import { testRule } from "../../support/rule-tester";

const limits = { authenticationType: "AWS_IAM", queryDepthLimit: 10, resolverCountLimit: 100 };
const hidden = { introspectionConfig: "DISABLED" };

testRule(rule, {
    valid: {
        "a schema for developers": { given: limits, stack: "dev" },
        "the most there is": { ...limits, ...hidden, queryDepthLimit: 75, resolverCountLimit: 10_000 },
        "as text": { ...limits, ...hidden, queryDepthLimit: "5", resolverCountLimit: "50" },
    },
    invalid: {
        "nothing said": {
            given: { authenticationType: "AWS_IAM" },
            reports: ["introspectionConfig", "queryDepthLimit", "resolverCountLimit"],
        },
        "0 is none": { given: { ...limits, ...hidden, queryDepthLimit: 0 }, reports: ["queryDepthLimit"] },
        "0 is none, of resolvers": {
            given: { ...limits, ...hidden, resolverCountLimit: "0" },
            reports: ["resolverCountLimit"],
        },
        "a schema that is shown": {
            given: { ...limits, introspectionConfig: "ENABLED" },
            reports: ["introspectionConfig"],
            weighs: ["medium"],
        },
        "a schema that is shown inside": {
            given: { ...limits, visibility: "PRIVATE" },
            reports: ["introspectionConfig"],
            weighs: ["low"],
        },
        "limits in development": {
            given: { authenticationType: "AWS_IAM" },
            stack: "dev",
            reports: ["queryDepthLimit", "resolverCountLimit"],
        },
    },
    undecided: {
        "not known yet": {
            given: { ...limits, queryDepthLimit: unknown, introspectionConfig: unknown },
            awaits: ["introspectionConfig", "queryDepthLimit"],
        },
    },
});
