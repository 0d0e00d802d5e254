import { RestApi } from "../../model/aws";
import { apiPolicies, letIn } from "../../model/graph";
import { all, any } from "../../model/values";
import { cis, cwe, declare, defineStackRule, owasp, policyOf, trustedAccounts } from "../../pack";

const callers = { Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" };
const api = (statement: object) => ({
    shop: declare(RestApi, {
        endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-0a1b2c3d4e5f60718"] },
        policy: policyOf({ ...callers, ...statement }),
    }),
});

/** A public API whose methods ask callers who they are in another way than by IAM may let everybody in: no finding. */
export default defineStackRule({
    id: "api-resource-policy-restricted",
    severity: "high",
    frameworks: [cis("7.0", "2.21"), cwe(284), owasp(5)],
    title: "A REST API's policy says whose endpoints or accounts reach it, where nothing else does.",
    why: "A private API answers every VPC, and IAM authorization every account, that its policy lets in.",
    fix: 'Add Condition: { StringEquals: { "aws:SourceVpce": "ENDPOINT_ID" } }, or of signed requests StringEquals: { "aws:PrincipalOrgID": "o-…" }.',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
    ],
    options: { trustedAccounts },
    needs: apiPolicies,
    bad: api({}),
    good: api({ Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } } }),
    *check(stack, { options }) {
        for (const { hung, isPrivate, takesSigned } of apiPolicies(stack))
            for (const one of letIn(stack, hung, { trusted: options.trustedAccounts }))
                yield { ...one, when: one.kind === "open" ? all(any(isPrivate, takesSigned), one.when) : one.when };
    },
});
