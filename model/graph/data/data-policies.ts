import { dataHooks, OpenSearchServerlessSecurityPolicy, searchHooks } from "../../aws";
import { type Answer, isTrue, no, some, undecided, type Value, yes } from "../../values";
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

/** A network policy by which collections of OpenSearch Serverless answer the internet. */
export interface PublicCollections {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
}

/** https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html */
export const publicCollections = fact([OpenSearchServerlessSecurityPolicy], (stack): readonly PublicCollections[] =>
    stack.ofType<unknown>(OpenSearchServerlessSecurityPolicy).flatMap((resource) => {
        const at = resource.root.get("policy");
        const document = at.json();
        if (resource.root.get("type").text() === "encryption" || !document) return [];
        const when = some(document as Value<readonly unknown[]>, (one) => isTrue(one.get("AllowFromPublic"), false));
        return [{ resource, at, when }];
    }),
);
