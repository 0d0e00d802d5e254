import { LambdaPermission, throughEventSubscription } from "../../model/aws";
import { admitsEveryone } from "../../model/graph";
import { actionsMatching, isServicePrincipal } from "../../model/iam";
import { holds } from "../../model/values";
import { cis, cwe, defineRule, fsbp, owasp, sas } from "../../pack";

const INVOKES = /^lambda:Invoke(?:Function|FunctionUrl|Async)$/;

/** A grant to everyone that makes a function URL public is `lambda-url-auth-required`'s to report. */
export default defineRule({
    id: "lambda-permission-no-public-principal",
    severity: "critical",
    frameworks: [fsbp("Lambda.1"), cis("7.0", "2.21"), cwe(284), cwe(668), sas(2), owasp(5)],
    title: "A Lambda permission lets named callers invoke the function, and do nothing else.",
    why: "Whoever it names may do to this function what it grants: run it at your cost, read its code, or change it.",
    fix: "Name the one principal that calls the function, or bound the grant with principalOrgId, or with sourceAccount and sourceArn.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"],
    bad: { action: "lambda:InvokeFunction", function: "orders", principal: "*" },
    good: { action: "lambda:InvokeFunction", function: "orders", principal: "*", principalOrgId: "o-a1b2c3d4e5" },
    resource: LambdaPermission,
    *check({ action, principal }, { root, urn }) {
        yield {
            when: admitsEveryone(root),
            at: principal,
            message: "allows everyone, and nothing bounds the grant: any AWS account may use it",
            cause: urn,
        };
        const toService = holds(principal, isServicePrincipal).is === "yes";
        yield {
            when: holds(action, (text) => actionsMatching(text).some((one) => !INVOKES.test(one))),
            at: action,
            message: toService
                ? "allows more than to invoke the function, which is all that a service needs"
                : "allows more than to invoke the function: whom it names may read its code and settings, or change it",
            fix:
                throughEventSubscription(urn, 'action: "lambda:InvokeFunction"') ??
                'Set action: "lambda:InvokeFunction" (through the function\'s URL: "lambda:InvokeFunctionUrl").',
            severity: toService ? "medium" : "high",
        };
    },
});
