export {
    type AccessLevel,
    type ActionFacts,
    accessLevel,
    actionFacts,
    actionsMatching,
    arnFormats,
    fitsFormat,
    isKnownService,
    isOnlyOne,
    isStarOnly,
    isUnusual,
    openFormat,
    openResource,
    type ResourceUse,
    resourceTypesOf,
    type ServiceFacts,
    serviceFacts,
    typicalActions,
} from "./actions";
export { type Bearer, bearerOf, isBuildIssuer } from "./bearers";
export { contentReads } from "./contents";
export { type DeletionKind, deletionKind } from "./deletion";
export { deputyAdvice } from "./deputies";

export {
    type EscalationPath,
    type EscalationTarget,
    escalationPaths,
    type TargetKind,
    targetTypes,
} from "./escalation";

export { isDataService, isHousekeeping, serviceFamily } from "./families";
export { GUEST_ACTIONS } from "./guests";
export {
    type Breadth,
    breadthOf,
    isAwsManagedPolicyArn,
    isRecommendedForCompute,
    type ManagedPolicy,
    managedPolicy,
    managedPolicyNames,
    retirement,
} from "./managed-policies";
export { type Demand as NeededAction, type Given, neededFor } from "./operations";
export { type RoleReceiver, roleReceivers } from "./passed-roles";
export {
    type RecommendedPolicy,
    type RetiredPolicy,
    recommendedPolicies,
    retiredPolicies,
    smallerPolicy,
} from "./recommended";
export { servicesWorkedOn } from "./resource-forms";
export { isForServiceRole } from "./service-roles";
export { AGENT_NEEDS, isForHosts, isForSessions, isInBucketOfAgents } from "./session-manager";
export { readsSettings } from "./settings";
export { type DocumentedStar, documentedStar, documentedStars, starIsNoFault } from "./star";
export { isCognitoIdentity, type Reach, type TokenIssuer, tokenIssuer } from "./token-issuers";
