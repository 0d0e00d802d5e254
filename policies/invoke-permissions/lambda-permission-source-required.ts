import { LambdaPermission } from "../../model/aws";
import { isServicePrincipal } from "../../model/iam";
import { all, any, holds, not, present } from "../../model/values";
import { cwe, defineRule, fsbp, owasp, sas } from "../../pack";

/** An AWS service acts for every account at once, unless the grant names the resource or the account it acts for. */
export default defineRule({
    id: "lambda-permission-source-required",
    severity: "high",
    frameworks: [fsbp("Lambda.1"), cwe(441), sas(2), sas(9), owasp(5)],
    title: "A grant to an AWS service names the resource that may use it.",
    why: "Anyone with an AWS account can point that service at the function and run it under its role.",
    fix: "Set sourceArn to the one rule, topic, bucket or API that calls the function (sourceAccount where it has no ARN).",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"],
    bad: { action: "lambda:InvokeFunction", function: "nightly", principal: "events.amazonaws.com" },
    good: {
        action: "lambda:InvokeFunction",
        function: "nightly",
        principal: "events.amazonaws.com",
        sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/nightly",
    },
    resource: LambdaPermission,
    check({ principal, sourceArn, sourceAccount, principalOrgId, eventSourceToken }) {
        // A source that matches everything is none. Alexa skills are told apart by a token instead.
        const isNarrow = (arn: string) => /[^*:?]/.test(arn.replace(/^arn:[^:]*:[^:]*:/, ""));
        const bounded = any(
            present(sourceAccount),
            present(principalOrgId),
            present(eventSourceToken),
            sourceArn.state === "unknown" ? present(sourceArn) : holds(sourceArn, isNarrow),
        );
        return {
            when: all(holds(principal, isServicePrincipal), not(bounded)),
            at: "sourceArn",
            message:
                sourceArn.state === "absent"
                    ? "absent, and so is sourceAccount: the service may invoke this function for any account"
                    : "allows every source: the service may invoke this function for any account",
        };
    },
});
