export {
    type AuditExports,
    type AuditSwitch,
    auditCompanions,
    auditExports,
    exportPlaces,
    exportsSome,
    queryLogParameters,
} from "./audit-logs";
export { isBastion } from "./bastion";
export { areCallbackDefaults } from "./callback-function";
export { authorityPlaces, hasEnded } from "./certificate-authorities";
export { assumingServices, isComputeService, typesAssumedBy } from "./compute";
export {
    type Family,
    familyNamed,
    isDefaultGroup,
    ownParameters,
    parameterGroupPlaces,
    switchesOn,
    versionOf,
} from "./database-parameters";
export { type DatabaseSignIn, databaseSignIns, hasDataApi } from "./database-sign-in";
export { demandedByDefault, type TlsDemand, type TlsParameter, tlsParameterOf, tlsParameters } from "./database-tls";
export { type Delivery, deliveries } from "./deliveries";
export { type CustomOrigin, customOrigins, viewerCertificate, viewerProtocols, vpcOrigin } from "./distributions";
export { plainEndpoint } from "./dms-tls";
export { durationSeconds } from "./duration";
export { endpointsOf, endpointTypes, unverifiedTls } from "./endpoints";
export { plainGlueConnection } from "./glue-tls";
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
export { bucketNameIn, type LogBucketSlot, logBucketSlots } from "./log-buckets";
export { alwaysMarked } from "./marks";
export { hasPerformanceInsights } from "./performance-insights";
export { type PublicShare, publicShares, sharingTypes } from "./public-sharing";
export { programName, type ResourceType, resourceType } from "./resource-type";
export { isBeforeFineGrainedAccess, searchDataActions } from "./search-domains";
export { answersOldTls, isBrokenAttribute, REFERENCE } from "./security-policies";
export { type SessionDocument, sessionDocument } from "./session-document";
export {
    answersBy,
    type Condition,
    type Kind,
    keptByPulumi,
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
export {
    type AuditedEvent,
    type AuditedResource,
    isSaid,
    type Operator,
    records,
    type Selectors,
} from "./trail-selectors";
export { callsUnderRole, permittedStarts, type Start, type TriggerPlace, triggerPlaces } from "./triggers";
export * from "./types";
export { valuesAt } from "./values-at";
export { type CarriedRole, carriedRoles, roleCarriers, roleSlotPaths } from "./workloads";
export { bucketEvents, type WriteBack, writeBacks } from "./write-back";
export { writtenDocument } from "./written-document";
