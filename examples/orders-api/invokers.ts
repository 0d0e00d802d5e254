import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { failed, shipped } from "./data";
import { fulfilOrder, getOrder, nightlyReport } from "./functions";
import { accountId } from "./keys";
import { either } from "./mistakes";

/** Who else calls the functions. The month's figures are asked for by a rule of the finance team's program. */
const region = aws.getRegionOutput({}).region;
const rules = pulumi.interpolate`arn:aws:events:${region}:${accountId}:rule`;
new aws.lambda.Permission("month-end", {
    action: "lambda:InvokeFunction",
    function: nightlyReport.lambda.name,
    principal: "events.amazonaws.com",
    sourceArn: pulumi.interpolate`${rules}/${either("lambda-permission-source-specific", "*", "month-end")}`,
});

/** And the report looks orders up. */
new aws.lambda.Permission("look-up", {
    action: "lambda:InvokeFunction",
    function: getOrder.lambda.name,
    principal: either("lambda-permission-cross-account-restricted", "444455556666", nightlyReport.role.arn),
});

/** Orders come to be fulfilled through the queue; the news of parcels once came by the same door. */
either("function-single-trigger-kind", news, () => undefined)();

function news(): void {
    new aws.lambda.Permission("news", {
        action: "lambda:InvokeFunction",
        function: fulfilOrder.lambda.name,
        principal: "sns.amazonaws.com",
        sourceArn: shipped.arn,
    });
    new aws.sns.TopicSubscription("news", {
        topic: shipped.arn,
        protocol: "lambda",
        endpoint: fulfilOrder.lambda.arn,
        redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn }),
    });
}
