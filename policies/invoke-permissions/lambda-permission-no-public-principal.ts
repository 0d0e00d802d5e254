import { LambdaPermission } from "../../model/aws";
import { parsePrincipal } from "../../model/iam";
import { all, any, equals, holds, isTrue, not, present } from "../../model/values";
import { cis, cwe, defineRule, fsbp, owasp, sas } from "../../pack";

/** A grant to everyone that makes a function URL public is `lambda-url-auth-required`'s to report. */
export default defineRule({
    id: "lambda-permission-no-public-principal",
    severity: "critical",
    frameworks: [fsbp("Lambda.1"), cis("7.0", "2.21"), cwe(284), cwe(668), sas(2), owasp(5)],
    title: "No Lambda permission grants everyone.",
    why: "Every AWS account in the world may do to this function what the grant names, and runs it at your cost.",
    fix: "Name the one principal that calls the function, or bound the grant with principalOrgId, or with sourceAccount and sourceArn.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"],
    bad: { action: "lambda:InvokeFunction", function: "orders", principal: "*" },
    good: { action: "lambda:InvokeFunction", function: "orders", principal: "*", principalOrgId: "o-a1b2c3d4e5" },
    resource: LambdaPermission,
    check({ principal, principalOrgId, sourceAccount, sourceArn, functionUrlAuthType, invokedViaFunctionUrl }) {
        // An ARN with an account in it bounds by itself; one that is unknown was scoped by its author.
        const namesAccount = (arn: string) => /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(arn);
        const bounded = any(
            present(principalOrgId),
            present(sourceAccount),
            sourceArn.state === "unknown" ? present(sourceArn) : holds(sourceArn, namesAccount),
        );
        const forUrl = any(equals(functionUrlAuthType, "NONE"), isTrue(invokedViaFunctionUrl, false));
        return {
            when: all(
                holds(principal, (text) => parsePrincipal(text).kind === "everyone"),
                not(bounded),
                not(forUrl),
            ),
            at: principal,
            message: "allows everyone, and nothing bounds the grant: any AWS account may use it",
        };
    },
});
