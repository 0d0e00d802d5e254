import { RestApi, RestApiPolicy, RestDomainName, RestMethod } from "../../../model/aws";
import { declare, type Example, json, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/api-resource-policy-restricted";
import { testRule } from "../../support/rule-tester";

const invoke = { Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" };
const open = policyOf(invoke);
const shop = (types: unknown, policy?: unknown, inputs: object = {}) => ({
    shop: declare(RestApi, {
        endpointConfiguration: { types },
        ...(policy !== undefined && { policy }),
        ...inputs,
    } as Example),
});
const bound = (Condition: object) => policyOf({ ...invoke, Condition });
const denying = (Condition: object) => policyOf(invoke, { ...invoke, Effect: "Deny", Condition });
const method = (authorization: unknown) => ({
    orders: declare(RestMethod, {
        restApi: ref("shop.id"),
        resourceId: "a1b2",
        httpMethod: "GET",
        authorization,
    } as Example),
});
const beside = (policy: string) => ({ policy: declare(RestApiPolicy, { restApiId: ref("shop.id"), policy }) });
const signed = json({
    openapi: "3.0.1",
    components: { securitySchemes: { sigv4: { type: "apiKey", "x-amazon-apigateway-authtype": "awsSigv4" } } },
});
const document = (more: object) => ({
    body: json({
        openapi: "3.0.1",
        "x-amazon-apigateway-policy": { Statement: { Effect: "Allow", ...invoke, ...more } },
    }),
});
const reports = (given: object, at = "shop: policy") => ({ given: given as never, reports: [at] });

testRule(rule, {
    valid: {
        "no policy": shop("PRIVATE"),
        "a public API with an authorizer": { ...shop("REGIONAL", open), ...method("CUSTOM") },
        "one endpoint": shop("PRIVATE", bound({ StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } })),
        "one VPC": shop("PRIVATE", bound({ StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } })),
        "all but one endpoint denied": shop(
            "PRIVATE",
            denying({ StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } }),
        ),
        "signed, of one organization": {
            ...shop("REGIONAL", bound({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
            ...method("AWS_IAM"),
        },
        "signed, of one network": {
            ...shop("REGIONAL", denying({ NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } })),
            ...method("AWS_IAM"),
        },
        "one endpoint, in the document": shop(
            "PRIVATE",
            undefined,
            document({ Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } } }),
        ),
        "replaced by a policy beside it": {
            ...shop("PRIVATE", open),
            ...beside(bound({ StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } })),
        },
    },
    invalid: {
        "a private API, open": reports(shop("PRIVATE", open)),
        "its types as a list": reports(shop(["PRIVATE"], open)),
        "every endpoint": reports(shop("PRIVATE", bound({ StringLike: { "aws:SourceVpce": "vpce-*" } }))),
        "a private network, which many have": reports(
            shop("PRIVATE", bound({ IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } })),
        ),
        "beside it": reports({ ...shop("PRIVATE"), ...beside(open) }, "policy: policy"),
        "in the document": reports(
            shop("PRIVATE", undefined, document({})),
            "shop: body.x-amazon-apigateway-policy.Statement",
        ),
        "a private name": reports({ shop: declare(RestDomainName, { domainName: "shop.internal", policy: open }) }),
        "signed by whomever": reports({ ...shop("REGIONAL", open), ...method("AWS_IAM") }),
        "signed, by the document": reports(shop("REGIONAL", open, { body: signed })),
    },
    undecided: {
        "a policy that is not known yet": {
            given: {
                ...shop("PRIVATE"),
                policy: declare(RestApiPolicy, { restApiId: ref("shop.id"), policy: unknown } as Example),
            },
            awaits: ["policy.policy"],
        },
        "how a method asks who calls": {
            given: { ...shop("REGIONAL", open), ...method(unknown) },
            awaits: ["orders.authorization"],
        },
        "an API elsewhere": {
            given: { policy: declare(RestApiPolicy, { restApiId: "a1b2c3", policy: open }) },
            awaits: ["policy.restApiId"],
        },
    },
});
