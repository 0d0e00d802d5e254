export { type KeyMode, keyModesOf, keyTakingTypes } from "./api-keys";
export {
    type AuditExports,
    type AuditSwitch,
    auditCompanions,
    auditExports,
    exportPlaces,
    exportsSome,
    queryLogParameters,
} from "./audit-logs";
export {
    type Authorizers,
    authorizersOf,
    authorizerTypes,
    type LambdaAuthorizer,
    type TokenAuthorizer,
} from "./authorizers";
export { isAwsAccount } from "./aws-accounts";
export { isBastion, isForBastion } from "./bastion";
export { areCallbackDefaults } from "./callback-function";
export { authorityPlaces, hasEnded } from "./certificate-authorities";
export { assumingServices, isComputeService, typesAssumedBy } from "./compute";
export {
    endsInDigest,
    type ImageReference,
    imageReferenceOf,
    imagesOf,
    imageTypes,
    type NamedImage,
} from "./container-images";
export { type Cors, corsOf, corsTypes } from "./cors";
export {
    type Family,
    familyNamed,
    isDefaultGroup,
    ownParameters,
    parameterGroupPlaces,
    switchesOn,
    versionOf,
} from "./database-parameters";
export { canBeAskedWithoutConnection, type DatabaseSignIn, databaseSignIns, hasDataApi } from "./database-sign-in";
export { demandedByDefault, type TlsDemand, type TlsParameter, tlsParameterOf, tlsParameters } from "./database-tls";
export { type Delivery, deliveries } from "./deliveries";
export { isDescribed } from "./descriptions";
export { type CustomOrigin, customOrigins, viewerCertificate, viewerProtocols, vpcOrigin } from "./distributions";
export { plainEndpoint } from "./dms-tls";
export { type DocumentOperation, documentOperations, isIntegrated } from "./document-operations";
export { durationSeconds, outlastsDays } from "./duration";
export { EXEC_CONFIGURATION, type TaskLauncher, taskLaunchers } from "./ecs-exec";
export { endpointServices } from "./endpoint-services";
export { endpointsOf, endpointTypes, unverifiedTls } from "./endpoints";
export { isOfEventSubscription, throughEventSubscription } from "./event-subscriptions";
export { plainGlueConnection } from "./glue-tls";
export { onlyPrepares } from "./host-programs";
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
export { type InvokingService, invokingServices } from "./invoking-services";
export { isIssuedElsewhere } from "./issued-elsewhere";
export { keysOf, launchingTypes, templatesOf } from "./launches";
export { isLayerVersionArn, layerArnOf, publishesForAws, vendorOf } from "./layer-publishers";
export { bucketNameIn, type LogBucketSlot, logBucketSlots } from "./log-buckets";
export { alwaysMarked } from "./marks";
export { isOwnPassword, type MasterCredentials, masterCredentials } from "./master-credentials";
export { nameWords } from "./name-words";
export {
    isDatabaseProxy,
    type NetworkPlacement,
    type NetworkRole,
    networkPlacements,
    PORT_INPUTS,
    placedTypes,
    subnetGroupKinds,
} from "./network-placements";
export { documentOf, integrationsIn, policyInDocument } from "./open-api";
export { type Origin, originsOf } from "./origins";
export { type GivenSecret, type SecretInput, secretInputs, secretsGiven, secretTakingTypes } from "./passwords";
export { hasPerformanceInsights } from "./performance-insights";
export {
    hasPlainTexts,
    type PlainText,
    type PlainTextKind,
    plainTextPlaces,
    plainTextsOf,
    plainTextTypes,
} from "./plain-text-places";
export { type CodeSlot, codeSlotsOf, typesWithCode } from "./program-code";
export { accessLists, PUBLIC_ACL, type PublicAccessBlock, publicAccessBlocks } from "./public-access";
export { type PublicShare, publicShares, sharingTypes } from "./public-sharing";
export {
    accessPointHooks,
    bucketHook,
    busHook,
    dataHooks,
    fileSystemHook,
    functionHook,
    keyHook,
    type PolicyHook,
    queueHook,
    restApiHook,
    restDomainHook,
    searchHooks,
    secretHook,
    topicHook,
} from "./resource-policies";
export { programName, type ResourceType, resourceType } from "./resource-type";
export { type Behavior, behaviorsOf, demandsHttps } from "./response-headers";
export { longestGapDays } from "./rotation-schedule";
export { isMadeOfRoutes } from "./route-components";
export { type RuntimeStage, stageOf, successorOf } from "./runtimes";
export { isBeforeFineGrainedAccess, searchDataActions } from "./search-domains";
export { isManagedByService, isNamedByAws } from "./secret-names";
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
export { sourceArn } from "./source-arns";
export { standIns } from "./stand-ins";
export { askedThroughApi, HOST_OUTPUT, namesHost, storeDomains } from "./store-hosts";
export { isTagged } from "./tags";
export {
    type AuditedEvent,
    type AuditedResource,
    isSaid,
    type Operator,
    records,
    type Selectors,
} from "./trail-selectors";
export {
    callsUnderRole,
    isSwitchedOff,
    permittedStarts,
    readByLambda,
    type Start,
    type TriggerPlace,
    triggerPlaces,
} from "./triggers";
export * from "./types";
export {
    isFederated,
    isForMachines,
    isPlainCallback,
    type ReadInput,
    saysAuthority,
    type Token,
    usersMayWrite,
    type Validity,
    validityOf,
} from "./user-pool-clients";
export { isForInsiders } from "./user-pools";
export { valuesAt } from "./values-at";
export {
    addedGroup,
    PROTECTIONS,
    type Protection,
    type RuleFault,
    type WebAclRule,
    webAclRule,
    webAclRules,
} from "./web-acl-rules";
export { type CarriedRole, carriedRoles, roleCarriers, roleSlotPaths } from "./workloads";
export { bucketEvents, type WriteBack, writeBacks } from "./write-back";
export { writtenDocument } from "./written-document";
