export type { Task } from "../code";
export { type CodeFinding, deniedCalls, unreadableFunctions, unusedGrants } from "./code/findings";
export { type CallTold, type GrantTold, type RoleTold, rolesTold } from "./code/overview";
export { saidOfCode } from "./code/unused";
export { type SilentAlarm, silentAlarmsOf } from "./data/alarms";
export { type ApiPolicy, apiPolicies } from "./data/api-policies";
export { auditRows, type MissingAuditLog, missingAuditLogs, missingQueryLogs } from "./data/audit-logs";
export { busPolicies } from "./data/bus-policies";
export { type DataPolicy, dataPolicies, type OpenCollections, openCollections } from "./data/data-policies";
export { databaseServers, lacksSetting } from "./data/database-servers";
export { type ExecCluster, execClusters } from "./data/exec-sessions";
export { type ExecutionLogFault, executionLogFaults } from "./data/execution-logs";
export { type FileAccess, looseAccessPoints, plainMounts } from "./data/file-systems";
export { functionPolicies, type ReplacedPermission, replacedPermissions } from "./data/function-policies";
export {
    bucketPolicies,
    fileSystemPolicies,
    type HungPolicy,
    queuePolicies,
    secretPolicies,
    topicPolicies,
} from "./data/hung-policies";
export { type KeyRole, keyPolicies, keyRoles } from "./data/key-roles";
export { type LetIn, letIn, type Terms } from "./data/let-in";
export { type LockedOut, lockedOut } from "./data/lockouts";
export { type KeptLogs, logGroupsOf, type UnownedLogs, unownedLogsOf } from "./data/log-groups";
export { outdatedAuthorities, type PlainConnection, plainConnections } from "./data/plain-connections";
export { letsInOverPlainText, openToPlainText } from "./data/plain-text";
export {
    type BucketDoor,
    bucketDoors,
    type OpenBlock,
    openBlocks,
    type PublicAcl,
    publicAcls,
} from "./data/public-buckets";
export { hasReadReplicas } from "./data/read-replicas";
export { type SearchDomain, type StrayAccessPolicy, searchDomainsOf, strayAccessPolicies } from "./data/search-domains";
export { stoppedRotations, type UnrotatedSecret, unrotatedSecrets } from "./data/secret-rotations";
export { settingSubject } from "./data/setting-subject";
export { type TrailBucketLack, trailBucketsOf } from "./data/trail-bucket";
export { type Recorder, recordersOf, type Unseen, unseenOf } from "./data/trails";
export { websiteBuckets } from "./data/websites";
export { drawingOf, drawnOf } from "./drawing/draw";
export type {
    AccessLevel,
    Drawing,
    DrawnEdge,
    DrawnGrant,
    DrawnNetwork,
    DrawnNode,
    DrawnRole,
    DrawnWay,
    EdgeKind,
    Lane,
    NodeKind,
} from "./drawing/drawing";
export type { Drawn, DrawnCondition } from "./drawing/drawn";
export { codeOf, outputOf, whereNamed } from "./expression";
export { type Fact, typesAmong } from "./fact";
export { type Actor, actorsOf, isActedBy, isJudgedBy, type Rights, whoActs } from "./identities/actors";
export { attachesAdministrator, isAdministrator, makesAdministrator } from "./identities/administrators";
export { isOnlyTelemetry, resourcesNamed, servicesReached, writtenResources } from "./identities/breadth";
export { type ClientWeakness, clientWeaknesses, type TokenBounds, type Weakness } from "./identities/client-weaknesses";
export { type Client, type ClientGrant, clientGrants, clientsOf } from "./identities/clients";
export { type Credential, credentialsOf } from "./identities/credentials";
export { databaseUserArn } from "./identities/database-user";
export { isDeploymentRole } from "./identities/deployment";
export { type OpenPath, openPaths } from "./identities/escalation";
export { placeOf } from "./identities/grants";
export { guestExcess, guestsMayDoMore } from "./identities/guests";
export { type Hand, handOf } from "./identities/hands";
export {
    type AttachedArn,
    type Boundary,
    type Held,
    type Identity,
    identitiesOf,
    identityOf,
    type Unread,
} from "./identities/identities";
export { letsGuestsIn, type PoolRole, poolRolesByRole, poolRolesOf } from "./identities/identity-pools";
export {
    awsPolicyName,
    type BroadPolicy,
    broadPolicies,
    CALLBACK_FIX,
    isAccepted,
    tellingActions,
    whatItAllows,
} from "./identities/managed";
export { identitiesNaming } from "./identities/naming";
export { narrowerResource } from "./identities/narrower";
export { leavesOpen, mayBeOpen, openActions } from "./identities/open-actions";
export { namesPlainParameters } from "./identities/parameters";
export {
    narrowerPassRole,
    passedToCondition,
    servicesPassedTo,
    trustedServices,
    trustsService,
} from "./identities/passed";
export {
    type Allowed,
    type AllowedByAttached,
    allowed,
    allowedByAttached,
    type Found,
    onceConditionsAreKnown,
    onGrants,
    onIdentities,
    unknownActions,
    unreadOf,
    withinBoundary,
} from "./identities/roles";
export { rotatesSecrets } from "./identities/rotation";
export { beyondSessions, type Excess } from "./identities/session-rights";
export { lacksSecondFactor, type PeoplesRole, peoplesRolesOf, permissionSetsOf } from "./identities/sessions";
export {
    isForeignAccount,
    ownAccounts,
    runsCode,
    type Surplus,
    surplusOf,
    type TrustedRole,
    trustedRoles,
} from "./identities/trust";
export { policiesOfUsers, type UserPolicy } from "./identities/user-policies";
export { type UserPool, type UserPoolClient, userPoolClientsOf, userPoolsOf } from "./identities/user-pools";
export { closing, titleOf, wayUp } from "./identities/way-up";
export { type Workload, workloadsOf } from "./identities/workloads";
export { restStagesOf, type StageWithBackends } from "./invocation/backends";
export { type Unbounded, unboundedFunctions } from "./invocation/concurrency";
export { deliveriesOf, type FailingDelivery } from "./invocation/deliveries";
export { type MappedApi, mappedApis } from "./invocation/domains";
export { type Door, doorsOf, isPrivate } from "./invocation/doors";
export {
    type EventInvokeConfig,
    eventInvokeConfigsOf,
    losesAtOnce,
    losesInTheEnd,
} from "./invocation/failed-events";
export { type ForeignPermission, foreignPermissions } from "./invocation/foreign-permissions";
export { functionOf, isFunction } from "./invocation/functions";
export { type HandlerTasks, handlersOf } from "./invocation/handlers";
export { type Invocation, invocationsOf } from "./invocation/invocations";
export { type Loop, loopsOf } from "./invocation/loops";
export { type OpenSource, openSources } from "./invocation/open-sources";
export { type Api, type ApiKind, type Operation, operationsOf } from "./invocation/operations";
export { admitsEveryone, isBounded, namesBucket, opensUrl, servesAnyAccount } from "./invocation/permissions";
export {
    hasDeadLetters,
    isForDeadLetters,
    type QueueConsumer,
    queueConsumersOf,
    showsWithin,
} from "./invocation/queues";
export { isCatchAll, type Route, routesOf, type Wait } from "./invocation/routes";
export { type Served, servedBy } from "./invocation/served";
export { type Limitlessness, type UnlimitedPlace, unlimitedPlaces } from "./invocation/throttling";
export { isDocumented, type Told } from "./invocation/told";
export { type StartedFunction, startedFunctions } from "./invocation/trigger-kinds";
export { outlasts, type Trigger, triggersFor, triggersOf } from "./invocation/triggers";
export { saidOfUnasked, type Unasked, unaskedOperations, type Who } from "./invocation/unasked";
export { type Gap, type Unvalidated, unvalidatedOperations } from "./invocation/validation";
export { type IdleRule, idleRules, type WeakWebAcl, weakWebAcls } from "./invocation/web-acl-rules";
export { type DoorKind, type UnguardedDoor, unguardedDoors } from "./invocation/web-acls";
export { type Dangling, type DanglingPermission, danglingPermissions } from "./invocation/wiring";
export { type Link, linked, possible } from "./link";
export { type AclOpening, openedByAcl } from "./network/acl-openings";
export { type AclEntry, type NetworkAcl, networkAcls } from "./network/acls";
export type { Opener } from "./network/admission";
export { type Bastion, bastions, identityOfHost, isBastionHost } from "./network/bastions";
export { isReached, type ReachedDatabase, reachedDatabases } from "./network/database-clients";
export { type DefaultGroup, defaultGroups, unadoptedVpcs } from "./network/default-groups";
export {
    type Entrance,
    enteredFrom,
    entrances,
    namesAnyGroup,
    waysIn,
} from "./network/entrances";
export { type FunctionGroup, functionGroups, letsAllOut } from "./network/function-groups";
export { networkInterfaces } from "./network/interfaces";
export { isOfClassic, type WeakPlace, weakListening } from "./network/listeners";
export { servicesNeededBy } from "./network/needed-services";
export type { NetworkInterface } from "./network/network-interface";
export {
    fromAddresses,
    fromWorld,
    opened,
    openedTogether,
    opensWebAlone,
    openTogether,
    placeOfRule,
    rulesAlone,
    widthOf,
} from "./network/openings";
export { type PeeringRoutes, peeringRoutes } from "./network/peering-routes";
export { type PrivateWiring, privateWirings } from "./network/private-stores";
export { type PublicAddress, publicAddresses } from "./network/public-addresses";
export { type PublicPorts, publicPorts } from "./network/public-ports";
export { type NetworkStep, type Reached, reachedFromInternet, type Start } from "./network/reach";
export {
    type GroupKey,
    type GroupRule,
    groupRules,
    type NamedGroups,
    type OwnedRule,
    ruleTypes,
    type SecurityGroup,
    securityGroup,
    securityGroups,
} from "./network/security-groups";
export { callsWithoutWay, openEndpoints } from "./network/service-endpoints";
export { sessionBastionsOf, type Unmanaged, unmanagedBastions } from "./network/session-manager";
export { SHELL_PORTS, shellsLetIn } from "./network/shells";
export { type StaticKey, staticKeys } from "./network/static-keys";
export { isOfStoresAlone, type StoreGroup, type StoreRule, storeGroups, storeRules } from "./network/store-groups";
export { functionsInPublicSubnets, type OpenNetwork, openStoreNetworks } from "./network/store-networks";
export { inOneZone } from "./network/zones";
export { endsNamed } from "./reach/ends";
export { bestPaths, type Path, pathsTo, type Reach, reachFrom, reaching } from "./reach/paths";
export type { End, ReachStep } from "./reach/step";
export { unreadIn } from "./reach/unread";
export { inputOf, isOf, type Resource } from "./resource";
export { awsCredentialsIn, exposedAwsCredentials } from "./secrets/aws-credentials";
export { suspectsElsewhere } from "./secrets/elsewhere";
export { type Exposure, exposuresIn, isPlain, type OpenText, suspectsOf } from "./secrets/exposures";
export { type GivenValue, generatedSecrets, givenSecrets } from "./secrets/given";
export { type CodeSecret, type SecretsOfCode, secretsInCode } from "./secrets/in-code";
export { type OpenOutput, openOutputs, StackOutputs } from "./secrets/outputs";
export { holdsSecretOf } from "./secrets/provenance";
export { type ResourceRecord, Stack } from "./stack";
export { type LooseArtifact, looseArtifacts } from "./supply/artifacts";
export { type MovingImage, movingImages } from "./supply/images";
export { type CarriedLayer, carriedLayers, isStrangers, lacksVersion } from "./supply/layers";
export { type MutableTags, mutableTags, type UnscannedRepository, unscannedRepositories } from "./supply/repositories";
