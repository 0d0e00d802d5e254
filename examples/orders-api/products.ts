import * as aws from "@pulumi/aws";
import { either } from "./mistakes";
import { logs } from "./tracking";

/** What there is to buy. The shop's servers ask from inside of the network, and sign with their roles. */
new aws.appsync.GraphQLApi("products", {
    authenticationType: "AWS_IAM",
    visibility: "PRIVATE",
    schema: "type Query { product(id: ID!): Product } type Product { id: ID! name: String }",
    queryDepthLimit: 5,
    resolverCountLimit: 50,
    introspectionConfig: either("graphql-limits", "ENABLED", "DISABLED"),
    logConfig: { fieldLogLevel: "ERROR", excludeVerboseContent: true, cloudwatchLogsRoleArn: logs.arn },
    xrayEnabled: true,
});
