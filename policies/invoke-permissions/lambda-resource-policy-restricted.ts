import { LambdaPermission, LambdaResourcePolicy } from "../../model/aws";
import { functionPolicies, letIn, replacedPermissions } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, fsbp, owasp, policyOf, sas, trustedAccounts } from "../../pack";

const resourceArn = "arn:aws:lambda:eu-west-1:111122223333:function:orders";
const caller = { Principal: { Service: "sns.amazonaws.com" }, Action: "lambda:InvokeFunction", Resource: resourceArn };
const policy = (statement: object) =>
    declare(LambdaResourcePolicy, { resourceArn, policy: policyOf({ ...caller, ...statement }) });
const Condition = { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders" } };

/** Everybody by way of the function's URL is everybody, too. */
export default defineStackRule({
    id: "lambda-resource-policy-restricted",
    severity: "critical",
    frameworks: [fsbp("Lambda.1"), cis("7.0", "2.21"), cwe(284), sas(2), owasp(5)],
    title: "A function's policy lets named callers invoke it, and do nothing else.",
    why: "Whoever it lets in runs the function under its role, and at your cost.",
    fix: 'Name the one principal that calls it, and for a service add Condition: { ArnEquals: { "aws:SourceArn": "SOURCE_ARN" } }.',
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
    ],
    options: { trustedAccounts },
    needs: [functionPolicies, LambdaPermission],
    bad: { policy: policy({}) },
    good: { policy: policy({ Condition }) },
    *check(stack, { options }) {
        const terms = { trusted: options.trustedAccounts, actions: /^lambda:Invoke(?:Function|FunctionUrl|Async)$/ };
        for (const hung of functionPolicies(stack)) yield* letIn(stack, hung, terms);
        for (const { permission, when } of replacedPermissions(stack)) {
            const message = "is taken away again by a ResourcePolicy of the same function, which is all of its policy";
            const fix = "Write it as a statement into that policy, and remove this permission.";
            yield { resource: permission, at: "function", when, message, fix, severity: "medium" };
        }
    },
});
