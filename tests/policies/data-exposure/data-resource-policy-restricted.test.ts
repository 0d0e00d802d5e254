import {
    dataHooks,
    EcrRepositoryPolicy,
    ElasticsearchDomain,
    OpenSearchDomain,
    OpenSearchDomainPolicy,
    OpenSearchServerlessAccessPolicy,
    OpenSearchServerlessSecurityPolicy,
} from "../../../model/aws";
import { type Declaration, declare, type Example, json, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/data-resource-policy-restricted";
import { type InvalidCase, testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const role = { AWS: `arn:aws:iam::${OWN}:role/orders` };
const org = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const pull = {
    Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    Resource: `arn:aws:ecr:eu-west-1:${OWN}:repository/orders`,
};
const lambda = { ...pull, Principal: { Service: "lambda.amazonaws.com" } };
const functions = `arn:aws:lambda:eu-west-1:${OWN}:function:*`;
const ecr = (...statements: readonly object[]) => ({
    policy: declare(EcrRepositoryPolicy, { repository: "orders", policy: policyOf(...statements) }),
});
const search = { Action: "es:ESHttp*", Resource: `arn:aws:es:eu-west-1:${OWN}:domain/search/*` };
const domain = (inputs: object, who: object = { Principal: "*" }) => ({
    search: declare(OpenSearchDomain, {
        domainName: "search",
        accessPolicies: policyOf({ ...search, ...who }),
        ...inputs,
    } as Example),
});
const network = (rules: object) => ({
    network: declare(OpenSearchServerlessSecurityPolicy, {
        name: "search",
        type: "network",
        policy: json([rules]),
    } as Example),
});
const access = (Principal: readonly string[]) => ({
    access: declare(OpenSearchServerlessAccessPolicy, {
        name: "search",
        type: "data",
        policy: json([{ Rules: [], Principal }]),
    } as Example),
});
const reports = (given: object, at = "policy: policy", ...weighs: readonly ("high" | "medium")[]): InvalidCase => ({
    given: given as never,
    reports: [at],
    ...(weighs.length > 0 && { weighs }),
});

/** A policy of any of the types, at the place where it has it. */
function hung({ policy: type, at, service }: (typeof dataHooks)[number], statement: object): Declaration {
    const document = policyOf({ Action: `${service}:*`, Resource: "*", ...statement });
    const inputs = at.split(".").reduceRight<unknown>((below, key) => ({ [key]: below }), document);
    return declare(type, inputs as Example);
}
const eachType = <C>(make: (hook: (typeof dataHooks)[number]) => C) =>
    Object.fromEntries(dataHooks.map((hook) => [hook.policy.token, make(hook)] as const));

testRule(rule, {
    valid: {
        ...eachType((hook) => hung(hook, { Principal: "*", Condition: org })),
        "one role": ecr({ ...pull, Principal: role }),
        "Lambda for functions of the account": ecr({
            ...lambda,
            Condition: { StringLike: { "aws:sourceArn": functions } },
        }),
        "whoever reaches a mount target": {
            policy: hung(dataHooks[0] as never, {
                Principal: { AWS: "*" },
                Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
            }),
        },
        "a domain in a VPC": domain({ vpcOptions: { subnetIds: ["subnet-0a1b2c3d"] } }),
        "a domain with fine-grained access": domain({ advancedSecurityOptions: { enabled: "true" } }),
        "a domain for one address": domain(
            {},
            { Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "192.0.2.7/32" } } },
        ),
        "collections for endpoints": network({ AllowFromPublic: false, SourceVPCEs: ["vpce-0a1b2c3d4e5f60718"] }),
        "collections for a role": access([role.AWS]),
        "a trusted account": {
            given: ecr({ ...pull, Principal: { AWS: "444455556666" } }),
            options: { trustedAccounts: ["444455556666"] },
        },
    },
    invalid: {
        ...eachType((hook) => ({ given: hung(hook, { Principal: "*" }), reports: [hook.at] })),
        "Lambda for anybody": reports(ecr(lambda), "policy: policy", "high"),
        "Lambda for every function": reports(ecr({ ...lambda, Condition: { StringLike: { "aws:sourceArn": "*" } } })),
        "sharing by its owner": reports(
            ecr({ ...pull, Principal: { Service: "ram.amazonaws.com" }, Action: "glue:ShareResource" }),
            "policy: policy",
            "medium",
        ),
        "for functions, if there are any": reports(
            ecr({ ...lambda, Condition: { StringLikeIfExists: { "aws:sourceArn": functions } } }),
        ),
        "for all other functions": reports(
            ecr({ ...lambda, Condition: { StringNotLike: { "aws:sourceArn": functions } } }),
        ),
        "the second statement": reports(ecr({ ...pull, Principal: role }, { ...pull, Principal: "*" })),
        "another account": reports(ecr({ ...pull, Principal: { AWS: "444455556666" } }), "policy: policy", "medium"),
        "an open domain": reports(domain({}), "search: accessPolicies"),
        "an open domain of Elasticsearch": reports(
            {
                search: declare(ElasticsearchDomain, {
                    accessPolicies: policyOf({ ...search, Principal: "*" }),
                } as Example),
            },
            "search: accessPolicies",
        ),
        "its policy, beside it": reports(
            {
                ...domain({}, { Principal: role }),
                policy: declare(OpenSearchDomainPolicy, {
                    domainName: ref("search.domainName"),
                    accessPolicies: policyOf({ ...search, Principal: "*" }),
                }),
            },
            "policy: accessPolicies",
        ),
        "collections on the internet": reports(network({ AllowFromPublic: true }), "network: policy", "medium"),
        "collections for everybody": reports(access(["*"]), "access: policy", "high"),
    },
    undecided: {
        "a policy that is not known yet": {
            given: { policy: declare(EcrRepositoryPolicy, { repository: "orders", policy: unknown } as Example) },
            awaits: ["policy.policy"],
        },
        "whether a domain asks who calls": {
            given: domain({ advancedSecurityOptions: { enabled: unknown } }),
            awaits: ["search.advancedSecurityOptions.enabled"],
        },
        "which domain it is": {
            given: {
                policy: declare(OpenSearchDomainPolicy, {
                    domainName: "elsewhere",
                    accessPolicies: policyOf({ ...search, Principal: "*" }),
                }),
            },
            awaits: ["policy.domainName"],
        },
    },
});
