export { type Actor, actorsOf, isActedBy, isJudgedBy, type Rights, whoActs } from "./actors";
export { attachesAdministrator, makesAdministrator } from "./administrators";
export { type SilentAlarm, silentAlarmsOf } from "./alarms";
export { auditRows, type MissingAuditLog, missingAuditLogs, missingQueryLogs } from "./audit-logs";
export { restStagesOf, type StageWithBackends } from "./backends";
export { isOnlyTelemetry, servicesReached, writtenResources } from "./breadth";
export { type Credential, credentialsOf } from "./credentials";
export { isReached, type ReachedDatabase, reachedDatabases } from "./database-clients";
export { databaseServers, lacksSetting } from "./database-servers";
export { databaseUserArn } from "./database-user";
export { deliveriesOf, type FailingDelivery } from "./deliveries";
export { isDeploymentRole } from "./deployment";
export { type OpenPath, openPaths } from "./escalation";
export { type ExecutionLogFault, executionLogFaults } from "./execution-logs";
export { codeOf, outputOf, whereNamed } from "./expression";
export { type Fact, typesAmong } from "./fact";
export {
    type EventInvokeConfig,
    eventConfigsOf,
    eventInvokeConfigsOf,
    keepsFailedEvents,
    losesAtOnce,
} from "./failed-events";
export { type FileAccess, looseAccessPoints, plainMounts } from "./file-systems";
export { functionOf } from "./functions";
export { placeOf } from "./grants";
export { guestExcess, guestsMayDoMore } from "./guests";
export { type Hand, handOf } from "./hands";
export { bucketPolicies, fileSystemPolicies, type HungPolicy, queuePolicies, topicPolicies } from "./hung-policies";
export {
    type AttachedArn,
    type Boundary,
    type Held,
    type Identity,
    identitiesOf,
    identityOf,
    type Unread,
} from "./identities";
export { letsGuestsIn, type PoolRole, poolRolesByRole, poolRolesOf } from "./identity-pools";
export { type Link, linked, possible } from "./link";
export { isOfClassic, type WeakPlace, weakListening } from "./listeners";
export { type KeptLogs, logGroupsOf, type UnownedLogs, unownedLogsOf } from "./log-groups";
export { type Loop, loopsOf } from "./loops";
export {
    awsPolicyName,
    type BroadPolicy,
    broadPolicies,
    CALLBACK_FIX,
    isAccepted,
    tellingActions,
    whatItAllows,
} from "./managed";
export { narrowerResource } from "./narrower";
export { openActions } from "./open-actions";
export { namesPlainParameters } from "./parameters";
export { narrowerPassRole, passedToCondition, servicesPassedTo, trustedServices, trustsService } from "./passed";
export { outdatedAuthorities, type PlainConnection, plainConnections } from "./plain-connections";
export { letsInOverPlainText, openToPlainText } from "./plain-text";
export { hasDeadLetters, isForDeadLetters, type QueueConsumer, queueConsumersOf, showsWithin } from "./queues";
export { inputOf, isOf, type Resource } from "./resource";
export {
    type Allowed,
    type AllowedByAttached,
    allowed,
    allowedByAttached,
    type Found,
    onceConditionsAreKnown,
    onIdentities,
    unknownActions,
    unreadOf,
    withinBoundary,
} from "./roles";
export { rotatesSecrets } from "./rotation";
export { isCatchAll, type Route, routesOf, type Wait } from "./routes";
export { type SearchDomain, type StrayAccessPolicy, searchDomainsOf, strayAccessPolicies } from "./search-domains";
export { holdsSecretOf } from "./secret-origins";
export { lacksSecondFactor, type PeoplesRole, peoplesRolesOf, permissionSetsOf } from "./sessions";
export { settingSubject } from "./setting-subject";
export { type ResourceRecord, Stack } from "./stack";
export { type TrailBucketLack, trailBucketsOf } from "./trail-bucket";
export { type Recorder, recordersOf, type Unseen, unseenOf } from "./trails";
export { outlasts, type Trigger, triggersFor, triggersOf } from "./triggers";
export {
    isForeignAccount,
    ownAccounts,
    runsCode,
    type Surplus,
    surplusOf,
    type TrustedRole,
    trustedRoles,
} from "./trust";
export { policiesOfUsers, type UserPolicy } from "./user-policies";
export { closing, titleOf, wayUp } from "./way-up";
export { websiteBuckets } from "./websites";
export { type Workload, workloadsOf } from "./workloads";
export { inOneZone } from "./zones";
