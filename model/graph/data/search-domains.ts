import {
    ElasticsearchDomain,
    ElasticsearchDomainPolicy,
    OpenSearchDomain,
    OpenSearchDomainPolicy,
    type ResourceType,
    searchDataActions,
} from "../../aws";
import { opensTo } from "../../iam";
import { type Answer, any, type Value } from "../../values";
import { fact } from "../fact";
import { possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

const DOMAINS: readonly ResourceType[] = [OpenSearchDomain, ElasticsearchDomain];
const POLICIES: readonly ResourceType[] = [OpenSearchDomainPolicy, ElasticsearchDomainPolicy];

export interface SearchDomain {
    readonly resource: Resource;
    /** Does its access policy, its own or one beside it, let everyone read or change what is indexed? */
    readonly isOpen: Answer;
}

/** The search domains of the stack. */
export const searchDomainsOf = fact([...DOMAINS, ...POLICIES], (stack): readonly SearchDomain[] => {
    const beside = accessPoliciesOf(stack);
    return stack.ofType(...DOMAINS).map((resource) => {
        const own = beside.filter(({ domains }) => domains.length === 1 && domains[0] === resource);
        const policies = [resource.root.get("accessPolicies"), ...own.map(({ at }) => at)];
        return { resource, isOpen: any(...policies.map((policy) => opensToEveryone(stack, policy))) };
    });
});

export interface StrayAccessPolicy {
    readonly resource: Resource;
    readonly at: Value;
    readonly isOpen: Answer;
}

/** Access policies of domains that are not in the stack, or not known to be. */
export const strayAccessPolicies = fact(POLICIES, (stack): readonly StrayAccessPolicy[] =>
    accessPoliciesOf(stack)
        .filter(({ domains }) => domains.length === 0)
        .map(({ resource, at }) => ({ resource, at, isOpen: opensToEveryone(stack, at) })),
);

function accessPoliciesOf(stack: Stack) {
    return stack.ofType(...POLICIES).map((resource) => ({
        resource,
        at: resource.root.get("accessPolicies"),
        domains: possible(stack.link(resource, resource.root.get("domainName"), ...DOMAINS)),
    }));
}

function opensToEveryone(stack: Stack, policy: Value): Answer {
    return opensTo(policy, searchDataActions, stack.today);
}
