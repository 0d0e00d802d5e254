import * as aws from "@pulumi/aws";

const names: number = "not a number";
new aws.lambda.FunctionUrl(`url-${names}`, { functionName: "orders", authorizationType: "NONE" });
