import {
    dataHooks,
    OpenSearchServerlessAccessPolicy,
    OpenSearchServerlessSecurityPolicy,
    type ResourceType,
    searchHooks,
} from "../../aws";
import { parsePrincipal } from "../../iam";
import { type Answer, holds, isTrue, no, some, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { type HungPolicy, hungPolicies } from "./hung-policies";

/** The policy of something that holds data or code. */
export interface DataPolicy {
    readonly hung: HungPolicy;
    /** May it let everybody in, since something else tells callers apart? */
    readonly mayBeOpen: Answer;
}

const stores = dataHooks.map(hungPolicies);
const domains = searchHooks.map(hungPolicies);

export const dataPolicies = fact([...stores, ...domains], (stack): readonly DataPolicy[] => [
    ...stores.flatMap((policies) => policies(stack)).map((hung) => ({ hung, mayBeOpen: no })),
    ...domains.flatMap((policies) => policies(stack)).map((hung) => ({ hung, mayBeOpen: isGuarded(hung) })),
]);

/**
 * A domain in a VPC, or with fine-grained access control: AWS itself advises the open policy there.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html#fgac-recommendations
 */
function isGuarded({ holder, resource }: HungPolicy): Answer {
    if (!holder) return undecided(resource.root.get("domainName").place);
    const isInside = holder.root.get("vpcOptions").state !== "absent";
    return isInside ? yes : isTrue(holder.root.down("advancedSecurityOptions.enabled"), false);
}

/** A policy of OpenSearch Serverless, of its own grammar, that lets the internet reach collections, or everybody read them. */
export interface OpenCollections {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    readonly isReached: boolean;
}

/**
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
export const openCollections = fact(
    [OpenSearchServerlessSecurityPolicy, OpenSearchServerlessAccessPolicy],
    (stack): readonly OpenCollections[] => {
        const asked = (type: ResourceType, isReached: boolean, question: (rule: Value) => Answer) =>
            stack.ofType<unknown>(type).map((resource) => {
                const at = resource.root.get("policy");
                const document = (at.json() ?? at) as Value<readonly unknown[]>;
                return { resource, at, when: some(document, question), isReached };
            });
        const isEveryone = (principal: Value) => holds(principal, (text) => parsePrincipal(text).kind === "everyone");
        return [
            ...asked(OpenSearchServerlessSecurityPolicy, true, (rule) => isTrue(rule.get("AllowFromPublic"), false)),
            ...asked(OpenSearchServerlessAccessPolicy, false, (rule) =>
                some(rule.get("Principal") as Value<readonly unknown[]>, isEveryone),
            ),
        ];
    },
);
