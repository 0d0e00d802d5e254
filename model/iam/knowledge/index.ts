export {
    type AccessLevel,
    type ActionFacts,
    accessLevel,
    actionFacts,
    actionsMatching,
    arnFormats,
    fitsFormat,
    isKnownService,
    isStarOnly,
    openFormat,
    openResource,
    type ResourceUse,
    resourceTypesOf,
    type ServiceFacts,
    serviceFacts,
} from "./actions";
export { changedDataFormats, dataResource, dataResourceTypes } from "./data-resources";
export { type DeletionKind, deletionKind } from "./deletion";
export { type EscalationPath, type EscalationTarget, escalationPaths, type TargetKind } from "./escalation";
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
export { type RoleReceiver, roleReceivers } from "./passed-roles";
export { type RecommendedPolicy, type RetiredPolicy, recommendedPolicies, retiredPolicies } from "./recommended";
export { familyPrefixes, isPlumbing, serviceFamily } from "./service-families";
export { type DocumentedStar, documentedStar, documentedStars, starIsNoFault } from "./star";
