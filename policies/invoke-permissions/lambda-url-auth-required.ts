import { LambdaFunctionUrl, LambdaPermission } from "../../model/aws";
import { opensUrl } from "../../model/graph";
import { equals } from "../../model/values";
import { cwe, defineRule, owasp, sas } from "../../pack";

/** Receivers of webhooks that check a signature in code are exempted with that reason. */
export default defineRule({
    id: "lambda-url-auth-required",
    severity: "critical",
    frameworks: [cwe(306), sas(2), owasp(2)],
    title: "Function URLs authenticate their callers.",
    why: "A URL without authentication lets anyone on the internet run the function, without limit and at your cost.",
    fix: 'Set authorizationType: "AWS_IAM" (behind CloudFront: with an origin access control), or put an API with an authorizer in front.',
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"],
    bad: { functionName: "orders", authorizationType: "NONE" },
    good: { functionName: "orders", authorizationType: "AWS_IAM" },
    resource: [LambdaFunctionUrl, LambdaPermission],
    check(_inputs, { root, type, urn: cause }) {
        if (type === LambdaFunctionUrl.token) {
            const authorization = root.get("authorizationType");
            return {
                when: equals(authorization, "NONE"),
                at: authorization,
                message: "allows callers without authentication: the URL is public",
                cause,
            };
        }
        const withoutAuth = equals(root.get("functionUrlAuthType"), "NONE");
        return {
            when: opensUrl(root),
            at: withoutAuth.is === "yes" ? "functionUrlAuthType" : "principal",
            message: "allows callers of the function's URL without authentication",
            fix: 'Set functionUrlAuthType: "AWS_IAM" and name the principal that may call, or remove this permission.',
            cause,
        };
    },
});
