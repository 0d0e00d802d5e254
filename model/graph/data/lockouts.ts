import {
    accessPointHooks,
    bucketHook,
    busHook,
    dataHooks,
    functionHook,
    keyHook,
    queueHook,
    restApiHook,
    searchHooks,
    secretHook,
    topicHook,
} from "../../aws";
import { lockoutsIn, type Statement } from "../../iam";
import { type Answer, isTrue, type Value } from "../../values";
import { fact } from "../fact";
import { inputOf, type Resource } from "../resource";
import { hungPolicies } from "./hung-policies";

const POLICIES = [
    bucketHook,
    ...accessPointHooks,
    queueHook,
    topicHook,
    busHook,
    keyHook,
    secretHook,
    functionHook,
    restApiHook,
    ...searchHooks,
    ...dataHooks,
].map(hungPolicies);

/** A resource's policy that shuts out those who would have to mend it, or may do so unchecked. */
export interface LockedOut {
    readonly resource: Resource;
    readonly at: string | Value;
    readonly when: Answer;
    /** Absent where the check against it is switched off. */
    readonly statement?: Statement;
}

/** What keys, clusters and groups of traces call AWS's check that whoever sets the policy may change it again. */
const UNCHECKED = ["bypassPolicyLockoutSafetyCheck", "bypassPolicyLockoutCheck"];

export const lockedOut = fact(POLICIES, (stack): readonly LockedOut[] => {
    const hung = POLICIES.flatMap((policies) => policies(stack));
    const denied = hung.flatMap(({ given }) =>
        given.flatMap(({ resource, at }) =>
            lockoutsIn(at).map(({ statement, when }) => ({ resource, at: statement.path, when, statement })),
        ),
    );
    const resources = new Set(hung.flatMap(({ resource, holder }) => [resource, ...(holder ? [holder] : [])]));
    const unchecked = [...resources].flatMap((resource) =>
        UNCHECKED.map((name) => inputOf(resource, name))
            .filter((at) => at.state !== "absent")
            .map((at) => ({ resource, at, when: isTrue(at, false) })),
    );
    return [...denied, ...unchecked];
});
