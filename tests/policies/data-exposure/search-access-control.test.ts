import {
    ElasticsearchDomain,
    ElasticsearchDomainPolicy,
    OpenSearchDomain,
    OpenSearchDomainPolicy,
} from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/search-access-control";
import { testRule } from "../../support/rule-tester";

const at = "advancedSecurityOptions.enabled";
const anonymously = "advancedSecurityOptions.anonymousAuthEnabled";
const controlled = { advancedSecurityOptions: { enabled: true } };
const vpcOptions = { subnetIds: ["subnet-0a1b2c3d4e5f60718"] };
const everyone = { Principal: { AWS: "*" }, Action: "es:*", Resource: "*" };
const search = (inputs: object) => ({
    search: declare(OpenSearchDomain, { domainName: "search", ...inputs } as Example),
});
const under = (...statements: readonly object[]) => ({ accessPolicies: policyOf(...statements) });
const from = (...ranges: readonly string[]) => ({ ...everyone, Condition: { IpAddress: { "aws:SourceIp": ranges } } });
const beside = (policy: object, domainName: unknown = ref("search.domainName")) => ({
    policy: declare(OpenSearchDomainPolicy, { domainName, ...policy } as Example),
});
const reports = (given: object, weighs: "critical" | "high" | "medium", place = at) => ({
    given: given as never,
    reports: [`search: ${place}`],
    weighs: [weighs] as const,
});

testRule(rule, {
    valid: {
        "an open policy, and callers are told apart": search({ ...controlled, ...under(everyone) }),
        "one beside it": { ...search(controlled), ...beside(under(everyone)) },
        "users of the domain's own": search({
            advancedSecurityOptions: { enabled: true, internalUserDatabaseEnabled: true },
        }),
        "switched on as text, in a list of one": search({ advancedSecurityOptions: [{ enabled: "true" }] }),
        "the older token": {
            search: declare(ElasticsearchDomain, { elasticsearchVersion: "7.10", ...controlled } as Example),
        },
        "no anonymous callers": search({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: "false" } }),
        "a policy for a role, of a domain elsewhere": beside(
            under({ ...everyone, Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }),
            "search",
        ),
    },
    invalid: {
        "not given": reports(search({}), "high"),
        "switched off, as text": reports(search({ advancedSecurityOptions: { enabled: "false" } }), "high"),
        "a block without the switch": reports(search({ advancedSecurityOptions: {} }), "high"),
        "open to everyone": reports(search(under(everyone)), "critical"),
        "open to everyone, as an object": reports(
            search({ accessPolicies: { Version: "2012-10-17", Statement: { Effect: "Allow", ...everyone } } }),
            "critical",
        ),
        "by a policy beside it": reports({ ...search({}), ...beside(under(everyone)) }, "critical"),
        "by a policy beside it that names it": reports(
            { ...search({}), ...beside(under(everyone), "search") },
            "critical",
        ),
        "of the older token": reports(
            {
                search: declare(ElasticsearchDomain, { domainName: "search" }),
                policy: declare(ElasticsearchDomainPolicy, {
                    domainName: ref("search.domainName"),
                    ...under(everyone),
                } as Example),
            },
            "critical",
        ),
        "open, within a network": reports(search({ vpcOptions, ...under(everyone) }), "high"),
        "to one address": reports(search(under(from("192.0.2.7/32"))), "high"),
        "to every address": reports(search(under(from("0.0.0.0/0"))), "critical"),
        "to every address but those of a denial": reports(
            search(
                under(everyone, {
                    ...everyone,
                    Effect: "Deny",
                    Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
                }),
            ),
            "high",
        ),
        "a denial of something else": reports(
            search(under(everyone, { ...everyone, Effect: "Deny", Action: "es:ESHttpDelete" })),
            "critical",
        ),
        "to all but one": reports(
            search(under({ Action: "es:ESHttp*", Resource: "*", NotPrincipal: { AWS: "111122223333" } })),
            "critical",
        ),
        "to an organization": reports(
            search(under({ ...everyone, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })),
            "high",
        ),
        "a policy that is not known yet": reports(search({ accessPolicies: unknown }), "high"),
        "an account of another partition": reports(
            search(under({ ...everyone, Principal: { AWS: "arn:aws-cn:iam::111122223333:root" } })),
            "high",
        ),
        "anonymous callers for thirty days": reports(
            search({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: true } }),
            "medium",
            anonymously,
        ),
        "anonymous callers from everywhere": reports(
            search({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: true }, ...under(everyone) }),
            "high",
            anonymously,
        ),
    },
    undecided: {
        "the switch is not known yet": {
            given: search({ advancedSecurityOptions: { enabled: unknown } }),
            awaits: [`search.${at}`],
        },
        "the block is not known yet": {
            given: search({ advancedSecurityOptions: unknown }),
            awaits: [`search.${at}`, `search.${anonymously}`],
        },
        "anonymous callers, perhaps": {
            given: search({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: unknown } }),
            awaits: [`search.${anonymously}`],
        },
        "an open policy of a domain elsewhere": {
            given: beside(under(everyone), "elsewhere"),
            awaits: ["policy.domainName"],
        },
    },
});
