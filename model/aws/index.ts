export { isBastion } from "./bastion";
export { areCallbackDefaults } from "./callback-function";
export { assumingServices, isComputeService, typesAssumedBy } from "./compute";
export { type DatabaseSignIn, databaseSignIns, hasDataApi } from "./database-sign-in";
export { type Delivery, deliveries } from "./deliveries";
export {
    customOrigins,
    viewerCertificate,
    viewerProtocols,
} from "./distributions";
export { durationSeconds } from "./duration";
export { endpointsOf, endpointTypes, unverifiedTls } from "./endpoints";
export {
    boundarySlots,
    groupMemberships,
    identityTypes,
    type PolicyGrant,
    type PolicyHolder,
    policyGrants,
    policyHolders,
    policyNames,
} from "./identity-policies";
export { alwaysMarked } from "./marks";
export { type PublicShare, publicShares, sharingTypes } from "./public-sharing";
export { type ResourceType, resourceType } from "./resource-type";
export { isBeforeFineGrainedAccess, searchDataActions } from "./search-domains";
export { answersOldTls, isBrokenAttribute, REFERENCE } from "./security-policies";
export { type SessionDocument, sessionDocument } from "./session-document";
export {
    answersBy,
    type Kind,
    othersOf,
    type Row,
    rowsOn,
    type SettingAnswer,
    type Subject,
    type Surroundings,
    settingRows,
    type Topic,
} from "./settings";
export { isTagged } from "./tags";
export { permittedStarts, type Start, type TriggerPlace, triggerPlaces } from "./triggers";
export * from "./types";
export { valuesAt } from "./values-at";
export { type CarriedRole, carriedRoles, roleCarriers, roleSlotPaths } from "./workloads";
export { bucketEvents, type WriteBack, writeBacks } from "./write-back";
