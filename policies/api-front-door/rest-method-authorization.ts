import { isMadeOfRoutes, RestApi, RestIntegration, RestMethod, RestResource } from "../../model/aws";
import { isDocumented, operationsOf, saidOfUnasked, unaskedOperations, type Who } from "../../model/graph";
import { cwe, declare, defineStackRule, owasp, publicPaths, ref, type Severity, sas } from "../../pack";

const at = { restApi: ref("api.id"), resourceId: ref("orders.id"), httpMethod: "GET" };
const method = (authorization: string) => ({
    api: declare(RestApi, { name: "shop" }),
    orders: declare(RestResource, { restApi: ref("api.id"), parentId: ref("api.rootResourceId"), pathPart: "orders" }),
    get: declare(RestMethod, { ...at, authorization }),
    answer: declare(RestIntegration, { ...at, type: "HTTP_PROXY", uri: "https://orders.example.com/" }),
});

/** A resource's policy that names IAM's identities tells nobody apart while the method asks for no signature. */
export default defineStackRule({
    id: "rest-method-authorization",
    severity: "high",
    frameworks: [cwe(306), cwe(862), sas(2), owasp(2)],
    title: "Methods of REST APIs ask who calls.",
    why: "A method without authorization runs what is behind it for whoever finds the address, as often as he likes.",
    fix: 'Set authorization: "COGNITO_USER_POOLS" or "CUSTOM" with an authorizerId, or "AWS_IAM"; list what is meant for everybody in publicPaths.',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
    ],
    options: { publicPaths },
    needs: operationsOf,
    bad: method("NONE"),
    good: method("AWS_IAM"),
    *check(stack, { options }) {
        for (const one of unaskedOperations(stack, ({ api }) => api.kind === "REST", options.publicPaths)) {
            const severity = WEIGHS[one.who];
            const inDocument = isMadeOfRoutes(one.resource.urn) ? IN_ROUTES : IN_DOCUMENT;
            const fix = isDocumented(one) ? inDocument : FIXES[one.who];
            yield {
                ...one,
                message: saidOfUnasked(one),
                cause: one.api,
                ...(severity && { severity }),
                ...(fix !== undefined && { fix }),
            };
        }
    },
});

const WEIGHS: Partial<Record<Who, Severity>> = {
    key: "medium",
    network: "low",
    "other preflight": "medium",
    health: "low",
    nobody: "medium",
};
const FIXES: Partial<Record<Who, string>> = {
    network:
        'Set authorization: "AWS_IAM", so that the policy can name roles, or exempt what its network may call unasked.',
    "other preflight": 'Answer preflights by an integration of type: "MOCK", which runs nothing.',
    nobody: "Set authorizerId: authorizer.id.",
};
const IN_DOCUMENT =
    "Name in the operation's security a scheme with x-amazon-apigateway-authorizer, or set x-amazon-apigateway-auth: { type: AWS_IAM }.";
const IN_ROUTES =
    'Give the route iamAuthEnabled: true, or authorizers: [{ parameterName: "Authorization", identitySource: ["method.request.header.Authorization"], providerARNs: [userPool.arn] }].';
