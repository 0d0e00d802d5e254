import { invokingServices, LambdaPermission, throughEventSubscription } from "../../model/aws";
import { isBounded, namesBucket, servesAnyAccount } from "../../model/graph";
import { isWildcard, serviceName } from "../../model/iam";
import { all, answer, filled, holds, not } from "../../model/values";
import { cwe, defineRule, fsbp, owasp, sas } from "../../pack";

/** An AWS service acts for every account at once, unless the grant names the resource or the account it acts for. */
export default defineRule({
    id: "lambda-permission-source-required",
    severity: "high",
    frameworks: [fsbp("Lambda.1"), cwe(441), sas(2), sas(9), owasp(5)],
    title: "A grant to an AWS service names the resource that may use it.",
    why: "Whoever can make that service call, from an account of their own, runs the function under its role.",
    fix: "Set sourceArn to the one rule, topic, bucket or API that calls the function (sourceAccount where it has no ARN).",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
    ],
    bad: { action: "lambda:InvokeFunction", function: "nightly", principal: "events.amazonaws.com" },
    good: {
        action: "lambda:InvokeFunction",
        function: "nightly",
        principal: "events.amazonaws.com",
        sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/nightly",
    },
    resource: LambdaPermission,
    *check({ principal, sourceArn, sourceAccount }, { urn, root }) {
        // Alexa skills are told apart by a token.
        const isAlexa = /^alexa-/.test(principal.text() ?? "");
        yield {
            when: servesAnyAccount(root),
            ...(isAlexa && { fix: "Set eventSourceToken to the id of the skill." }),
            at: isAlexa ? "eventSourceToken" : "sourceArn",
            message:
                filled(sourceArn).is === "no"
                    ? "absent, and so is sourceAccount: the service may invoke this function for any account"
                    : "allows sources of every account: anybody's may invoke this function",
        };
        const isOpen = sourceArn.state !== "unknown" && holds(sourceArn, isWildcard).is === "yes";
        yield {
            when: all(namesBucket(root), not(isBounded(root))),
            at: "sourceAccount",
            message: isOpen
                ? "absent, and any account may have a bucket that sourceArn names: anybody's may invoke this function"
                : "absent, and a bucket's ARN names no account: whoever gets the bucket's name next may invoke this function",
            fix:
                throughEventSubscription(urn, "sourceAccount: ACCOUNT") ??
                "Set sourceAccount to the account of the bucket, beside sourceArn.",
            severity: isOpen ? "high" : "medium",
        };
        const service = invokingServices.get(serviceName(principal.text() ?? "") ?? "");
        const isAdvised = service === undefined || service.byAccount === true;
        yield {
            when: all(answer(!isAdvised), filled(sourceAccount), not(filled(sourceArn))),
            at: "sourceArn",
            message: `absent: every ${service?.one} of that account may invoke this function`,
            fix: `Set sourceArn to the ARN of the one ${service?.one} that calls, beside sourceAccount.`,
            severity: "medium",
        };
    },
});
