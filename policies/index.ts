import type { AnyRule } from "../pack";
import apiDefaultEndpointDisabled from "./api-front-door/api-default-endpoint-disabled";
import apiResourcePolicyRestricted from "./api-front-door/api-resource-policy-restricted";
import apiThrottlingConfigured from "./api-front-door/api-throttling-configured";
import apiWafAssociated from "./api-front-door/api-waf-associated";
import appsyncNoApiKeyAuth from "./api-front-door/appsync-no-api-key-auth";
import authorizerConfiguration from "./api-front-door/authorizer-configuration";
import clientCredentialsApiOnly from "./api-front-door/client-credentials-api-only";
import cloudfrontOriginAccess from "./api-front-door/cloudfront-origin-access";
import cloudfrontResponseHeaders from "./api-front-door/cloudfront-response-headers";
import corsNotWildcardWithCredentials from "./api-front-door/cors-not-wildcard-with-credentials";
import functionBehindFrontDoor from "./api-front-door/function-behind-front-door";
import graphqlLimits from "./api-front-door/graphql-limits";
import httpRouteAuthorization from "./api-front-door/http-route-authorization";
import loadBalancerRequestHygiene from "./api-front-door/load-balancer-request-hygiene";
import requestValidation from "./api-front-door/request-validation";
import restMethodAuthorization from "./api-front-door/rest-method-authorization";
import wafAclEffective from "./api-front-door/waf-acl-effective";
import bastionImdsv2 from "./bastion/bastion-imdsv2";
import bastionNoInboundAdminPorts from "./bastion/bastion-no-inbound-admin-ports";
import bastionNoPublicIp from "./bastion/bastion-no-public-ip";
import bastionNoStaticKeyPair from "./bastion/bastion-no-static-key-pair";
import bastionRoleMinimal from "./bastion/bastion-role-minimal";
import bastionSsmManaged from "./bastion/bastion-ssm-managed";
import ecsExecLogged from "./bastion/ecs-exec-logged";
import instanceNoPublicIp from "./bastion/instance-no-public-ip";
import ssmSessionLoggedEncrypted from "./bastion/ssm-session-logged-encrypted";
import dataResourcePolicyRestricted from "./data-exposure/data-resource-policy-restricted";
import databaseInPrivateSubnets from "./data-exposure/database-in-private-subnets";
import databaseNotPublic from "./data-exposure/database-not-public";
import databaseSgRestricted from "./data-exposure/database-sg-restricted";
import defaultNetworkUnused from "./data-exposure/default-network-unused";
import endpointServiceAcceptance from "./data-exposure/endpoint-service-acceptance";
import functionReachesPrivateDataViaVpc from "./data-exposure/function-reaches-private-data-via-vpc";
import functionSgEgressRestricted from "./data-exposure/function-sg-egress-restricted";
import ingressNotOpen from "./data-exposure/ingress-not-open";
import networkAclRestricted from "./data-exposure/network-acl-restricted";
import networkRuleDescribed from "./data-exposure/network-rule-described";
import noPath from "./data-exposure/no-path";
import peeringRoutesNarrow from "./data-exposure/peering-routes-narrow";
import s3NoPublicAclOrPolicy from "./data-exposure/s3-no-public-acl-or-policy";
import s3PublicAccessBlocked from "./data-exposure/s3-public-access-blocked";
import searchAccessControl from "./data-exposure/search-access-control";
import snapshotNotSharedPublicly from "./data-exposure/snapshot-not-shared-publicly";
import vpcEndpointsForPrivateFunctions from "./data-exposure/vpc-endpoints-for-private-functions";
import analyticsEncrypted from "./encryption-at-rest/analytics-encrypted";
import apiCacheEncrypted from "./encryption-at-rest/api-cache-encrypted";
import backupEcrCmk from "./encryption-at-rest/backup-ecr-cmk";
import cacheEncryptedAtRest from "./encryption-at-rest/cache-encrypted-at-rest";
import databaseCmk from "./encryption-at-rest/database-cmk";
import databaseStorageEncrypted from "./encryption-at-rest/database-storage-encrypted";
import dynamodbCmk from "./encryption-at-rest/dynamodb-cmk";
import filesystemEncrypted from "./encryption-at-rest/filesystem-encrypted";
import kmsKeyPolicySeparation from "./encryption-at-rest/kms-key-policy-separation";
import kmsKeyRotation from "./encryption-at-rest/kms-key-rotation";
import lambdaEnvCmk from "./encryption-at-rest/lambda-env-cmk";
import logGroupCmk from "./encryption-at-rest/log-group-cmk";
import messagingEncryptedAtRest from "./encryption-at-rest/messaging-encrypted-at-rest";
import s3Encryption from "./encryption-at-rest/s3-encryption";
import searchEncryptedAtRest from "./encryption-at-rest/search-encrypted-at-rest";
import streamEncryptedAtRest from "./encryption-at-rest/stream-encrypted-at-rest";
import workflowEncryptedCmk from "./encryption-at-rest/workflow-encrypted-cmk";
import apiBackendClientCertificate from "./encryption-in-transit/api-backend-client-certificate";
import apiDomainMinTls12 from "./encryption-in-transit/api-domain-min-tls12";
import cacheTlsRequired from "./encryption-in-transit/cache-tls-required";
import cloudfrontTls from "./encryption-in-transit/cloudfront-tls";
import databaseTlsRequired from "./encryption-in-transit/database-tls-required";
import efsTransitEncryption from "./encryption-in-transit/efs-transit-encryption";
import endpointHttpsOnly from "./encryption-in-transit/endpoint-https-only";
import kafkaTlsRequired from "./encryption-in-transit/kafka-tls-required";
import loadBalancerHttps from "./encryption-in-transit/load-balancer-https";
import mailTlsRequired from "./encryption-in-transit/mail-tls-required";
import messagingDenyInsecureTransport from "./encryption-in-transit/messaging-deny-insecure-transport";
import s3DenyInsecureTransport from "./encryption-in-transit/s3-deny-insecure-transport";
import searchTlsRequired from "./encryption-in-transit/search-tls-required";
import execRoleKmsDecryptScoped from "./execution-roles/exec-role-kms-decrypt-scoped";
import execRoleNoAdminAccess from "./execution-roles/exec-role-no-admin-access";
import execRoleNoBroadManagedPolicy from "./execution-roles/exec-role-no-broad-managed-policy";
import execRoleNoDeleteInProduction from "./execution-roles/exec-role-no-delete-in-production";
import execRoleNoNotActionAllow from "./execution-roles/exec-role-no-not-action-allow";
import execRoleNoPrivilegeEscalation from "./execution-roles/exec-role-no-privilege-escalation";
import execRoleNoResourceStar from "./execution-roles/exec-role-no-resource-star";
import execRoleNoServiceWildcardAction from "./execution-roles/exec-role-no-service-wildcard-action";
import execRoleNoUnusedAction from "./execution-roles/exec-role-no-unused-action";
import execRolePassroleRestricted from "./execution-roles/exec-role-passrole-restricted";
import execRoleRdsConnectScoped from "./execution-roles/exec-role-rds-connect-scoped";
import execRoleSecretNoWrite from "./execution-roles/exec-role-secret-no-write";
import execRoleSecretReadScoped from "./execution-roles/exec-role-secret-read-scoped";
import functionCallsGranted from "./execution-roles/function-calls-granted";
import functionCodeReadable from "./execution-roles/function-code-readable";
import identityPolicyValid from "./execution-roles/identity-policy-valid";
import roleTrustConfusedDeputy from "./execution-roles/role-trust-confused-deputy";
import roleTrustRestricted from "./execution-roles/role-trust-restricted";
import accountPasswordPolicy from "./human-access/account-password-policy";
import humanPolicyNoAdminAccess from "./human-access/human-policy-no-admin-access";
import humanRoleSessionBounded from "./human-access/human-role-session-bounded";
import humanSessionAccessScoped from "./human-access/human-session-access-scoped";
import identityPermissionsThroughGroups from "./human-access/identity-permissions-through-groups";
import noIamUserCredentials from "./human-access/no-iam-user-credentials";
import noRootAccessKey from "./human-access/no-root-access-key";
import peopleNeedMfa from "./human-access/people-need-mfa";
import identityPoolGuestRoleMinimal from "./identity/identity-pool-guest-role-minimal";
import identityPoolNoClassicFlow from "./identity/identity-pool-no-classic-flow";
import identityPoolNoGuestAccess from "./identity/identity-pool-no-guest-access";
import identityPoolRoleIdentityScoped from "./identity/identity-pool-role-identity-scoped";
import identityPoolRoleTrustConditions from "./identity/identity-pool-role-trust-conditions";
import userPoolClientHardened from "./identity/user-pool-client-hardened";
import userPoolMfa from "./identity/user-pool-mfa";
import userPoolPasswordPolicy from "./identity/user-pool-password-policy";
import userPoolSelfSignupIntended from "./identity/user-pool-self-signup-intended";
import userPoolThreatProtection from "./identity/user-pool-threat-protection";
import eventBusPolicySendersOnly from "./invoke-permissions/event-bus-policy-senders-only";
import eventBusProducersMatchWiring from "./invoke-permissions/event-bus-producers-match-wiring";
import lambdaPermissionCrossAccountRestricted from "./invoke-permissions/lambda-permission-cross-account-restricted";
import lambdaPermissionMatchesWiring from "./invoke-permissions/lambda-permission-matches-wiring";
import lambdaPermissionNoPublicPrincipal from "./invoke-permissions/lambda-permission-no-public-principal";
import lambdaPermissionSourceRequired from "./invoke-permissions/lambda-permission-source-required";
import lambdaPermissionSourceSpecific from "./invoke-permissions/lambda-permission-source-specific";
import lambdaResourcePolicyRestricted from "./invoke-permissions/lambda-resource-policy-restricted";
import lambdaUrlAuthRequired from "./invoke-permissions/lambda-url-auth-required";
import queuePolicySendersOnly from "./invoke-permissions/queue-policy-senders-only";
import topicPolicySendersOnly from "./invoke-permissions/topic-policy-senders-only";
import alarmActionsEnabled from "./logging/alarm-actions-enabled";
import apiAccessLogging from "./logging/api-access-logging";
import apiExecutionLoggingWithoutPayload from "./logging/api-execution-logging-without-payload";
import appsyncLogging from "./logging/appsync-logging";
import auditTrailCoversServerless from "./logging/audit-trail-covers-serverless";
import certificateTransparencyLogged from "./logging/certificate-transparency-logged";
import databaseAuditLogs from "./logging/database-audit-logs";
import databaseInsights from "./logging/database-insights";
import edgeAndStorageAccessLogs from "./logging/edge-and-storage-access-logs";
import functionLogGroupExplicit from "./logging/function-log-group-explicit";
import functionTracing from "./logging/function-tracing";
import noSensitivePayloadLogging from "./logging/no-sensitive-payload-logging";
import stepFunctionsLogging from "./logging/step-functions-logging";
import execRoleServiceBreadth from "./monoliths/exec-role-service-breadth";
import functionRouteLimit from "./monoliths/function-route-limit";
import functionSingleTriggerKind from "./monoliths/function-single-trigger-kind";
import noMonolambdaProxyRoute from "./monoliths/no-monolambda-proxy-route";
import noRouterInFunction from "./monoliths/no-router-in-function";
import oneRolePerFunction from "./monoliths/one-role-per-function";
import asyncFailureDestination from "./resilience/async-failure-destination";
import dataDeletionProtected from "./resilience/data-deletion-protected";
import dataRecoveryEnabled from "./resilience/data-recovery-enabled";
import eventSourceFailureHandling from "./resilience/event-source-failure-handling";
import functionVpcMultiAz from "./resilience/function-vpc-multi-az";
import lambdaConcurrencyBounded from "./resilience/lambda-concurrency-bounded";
import lambdaRecursionTerminate from "./resilience/lambda-recursion-terminate";
import lambdaTimeoutBounded from "./resilience/lambda-timeout-bounded";
import resourcePolicyNoLockout from "./resilience/resource-policy-no-lockout";
import sqsVisibilityCoversTimeout from "./resilience/sqs-visibility-covers-timeout";
import tenantDataIsolation from "./resilience/tenant-data-isolation";
import dbDataApiOrProxy from "./secrets/db-data-api-or-proxy";
import dbIamAuthEnabled from "./secrets/db-iam-auth-enabled";
import dbManagedMasterCredentials from "./secrets/db-managed-master-credentials";
import lambdaEnvNoAwsCredentials from "./secrets/lambda-env-no-aws-credentials";
import lambdaEnvNoPlaintextSecrets from "./secrets/lambda-env-no-plaintext-secrets";
import noInlinePasswords from "./secrets/no-inline-passwords";
import noSecretsInCode from "./secrets/no-secrets-in-code";
import noSecretsInConfigFields from "./secrets/no-secrets-in-config-fields";
import secretAccessWithinEnvironment from "./secrets/secret-access-within-environment";
import secretEnvironmentNamespace from "./secrets/secret-environment-namespace";
import secretParameterSecureString from "./secrets/secret-parameter-secure-string";
import secretResourcePolicyRestricted from "./secrets/secret-resource-policy-restricted";
import secretRotationEnabled from "./secrets/secret-rotation-enabled";
import secretRotationInterval from "./secrets/secret-rotation-interval";
import buildNotPrivileged from "./supply-chain/build-not-privileged";
import containerImagePinned from "./supply-chain/container-image-pinned";
import databaseMinorUpgradesAutomatic from "./supply-chain/database-minor-upgrades-automatic";
import ecrScanAndImmutable from "./supply-chain/ecr-scan-and-immutable";
import lambdaArtifactVersioned from "./supply-chain/lambda-artifact-versioned";
import lambdaCodeSigning from "./supply-chain/lambda-code-signing";
import lambdaLayerTrusted from "./supply-chain/lambda-layer-trusted";
import lambdaLayerVersionPinned from "./supply-chain/lambda-layer-version-pinned";
import lambdaRuntimeSupported from "./supply-chain/lambda-runtime-supported";
import runtimeUpdatesAutomatic from "./supply-chain/runtime-updates-automatic";
import serverlessAppRepoPinned from "./supply-chain/serverless-app-repo-pinned";

/** Every policy of the pack. Written by `npm run registry`; a test holds it against the folder. */
export const rules: readonly AnyRule[] = [
    accountPasswordPolicy,
    alarmActionsEnabled,
    analyticsEncrypted,
    apiAccessLogging,
    apiBackendClientCertificate,
    apiCacheEncrypted,
    apiDefaultEndpointDisabled,
    apiDomainMinTls12,
    apiExecutionLoggingWithoutPayload,
    apiResourcePolicyRestricted,
    apiThrottlingConfigured,
    apiWafAssociated,
    appsyncLogging,
    appsyncNoApiKeyAuth,
    asyncFailureDestination,
    auditTrailCoversServerless,
    authorizerConfiguration,
    backupEcrCmk,
    bastionImdsv2,
    bastionNoInboundAdminPorts,
    bastionNoPublicIp,
    bastionNoStaticKeyPair,
    bastionRoleMinimal,
    bastionSsmManaged,
    buildNotPrivileged,
    cacheEncryptedAtRest,
    cacheTlsRequired,
    certificateTransparencyLogged,
    clientCredentialsApiOnly,
    cloudfrontOriginAccess,
    cloudfrontResponseHeaders,
    cloudfrontTls,
    containerImagePinned,
    corsNotWildcardWithCredentials,
    dataDeletionProtected,
    dataRecoveryEnabled,
    dataResourcePolicyRestricted,
    databaseAuditLogs,
    databaseCmk,
    databaseInPrivateSubnets,
    databaseInsights,
    databaseMinorUpgradesAutomatic,
    databaseNotPublic,
    databaseSgRestricted,
    databaseStorageEncrypted,
    databaseTlsRequired,
    dbDataApiOrProxy,
    dbIamAuthEnabled,
    dbManagedMasterCredentials,
    defaultNetworkUnused,
    dynamodbCmk,
    ecrScanAndImmutable,
    ecsExecLogged,
    edgeAndStorageAccessLogs,
    efsTransitEncryption,
    endpointHttpsOnly,
    endpointServiceAcceptance,
    eventBusPolicySendersOnly,
    eventBusProducersMatchWiring,
    eventSourceFailureHandling,
    execRoleKmsDecryptScoped,
    execRoleNoAdminAccess,
    execRoleNoBroadManagedPolicy,
    execRoleNoDeleteInProduction,
    execRoleNoNotActionAllow,
    execRoleNoPrivilegeEscalation,
    execRoleNoResourceStar,
    execRoleNoServiceWildcardAction,
    execRoleNoUnusedAction,
    execRolePassroleRestricted,
    execRoleRdsConnectScoped,
    execRoleSecretNoWrite,
    execRoleSecretReadScoped,
    execRoleServiceBreadth,
    filesystemEncrypted,
    functionBehindFrontDoor,
    functionCallsGranted,
    functionCodeReadable,
    functionLogGroupExplicit,
    functionReachesPrivateDataViaVpc,
    functionRouteLimit,
    functionSgEgressRestricted,
    functionSingleTriggerKind,
    functionTracing,
    functionVpcMultiAz,
    graphqlLimits,
    httpRouteAuthorization,
    humanPolicyNoAdminAccess,
    humanRoleSessionBounded,
    humanSessionAccessScoped,
    identityPermissionsThroughGroups,
    identityPolicyValid,
    identityPoolGuestRoleMinimal,
    identityPoolNoClassicFlow,
    identityPoolNoGuestAccess,
    identityPoolRoleIdentityScoped,
    identityPoolRoleTrustConditions,
    ingressNotOpen,
    instanceNoPublicIp,
    kafkaTlsRequired,
    kmsKeyPolicySeparation,
    kmsKeyRotation,
    lambdaArtifactVersioned,
    lambdaCodeSigning,
    lambdaConcurrencyBounded,
    lambdaEnvCmk,
    lambdaEnvNoAwsCredentials,
    lambdaEnvNoPlaintextSecrets,
    lambdaLayerTrusted,
    lambdaLayerVersionPinned,
    lambdaPermissionCrossAccountRestricted,
    lambdaPermissionMatchesWiring,
    lambdaPermissionNoPublicPrincipal,
    lambdaPermissionSourceRequired,
    lambdaPermissionSourceSpecific,
    lambdaRecursionTerminate,
    lambdaResourcePolicyRestricted,
    lambdaRuntimeSupported,
    lambdaTimeoutBounded,
    lambdaUrlAuthRequired,
    loadBalancerHttps,
    loadBalancerRequestHygiene,
    logGroupCmk,
    mailTlsRequired,
    messagingDenyInsecureTransport,
    messagingEncryptedAtRest,
    networkAclRestricted,
    networkRuleDescribed,
    noIamUserCredentials,
    noInlinePasswords,
    noMonolambdaProxyRoute,
    noPath,
    noRootAccessKey,
    noRouterInFunction,
    noSecretsInCode,
    noSecretsInConfigFields,
    noSensitivePayloadLogging,
    oneRolePerFunction,
    peeringRoutesNarrow,
    peopleNeedMfa,
    queuePolicySendersOnly,
    requestValidation,
    resourcePolicyNoLockout,
    restMethodAuthorization,
    roleTrustConfusedDeputy,
    roleTrustRestricted,
    runtimeUpdatesAutomatic,
    s3DenyInsecureTransport,
    s3Encryption,
    s3NoPublicAclOrPolicy,
    s3PublicAccessBlocked,
    searchAccessControl,
    searchEncryptedAtRest,
    searchTlsRequired,
    secretAccessWithinEnvironment,
    secretEnvironmentNamespace,
    secretParameterSecureString,
    secretResourcePolicyRestricted,
    secretRotationEnabled,
    secretRotationInterval,
    serverlessAppRepoPinned,
    snapshotNotSharedPublicly,
    sqsVisibilityCoversTimeout,
    ssmSessionLoggedEncrypted,
    stepFunctionsLogging,
    streamEncryptedAtRest,
    tenantDataIsolation,
    topicPolicySendersOnly,
    userPoolClientHardened,
    userPoolMfa,
    userPoolPasswordPolicy,
    userPoolSelfSignupIntended,
    userPoolThreatProtection,
    vpcEndpointsForPrivateFunctions,
    wafAclEffective,
    workflowEncryptedCmk,
];

/** The family of each, which is its folder. */
export const families: Readonly<Record<string, string>> = {
    "account-password-policy": "human-access",
    "alarm-actions-enabled": "logging",
    "analytics-encrypted": "encryption-at-rest",
    "api-access-logging": "logging",
    "api-backend-client-certificate": "encryption-in-transit",
    "api-cache-encrypted": "encryption-at-rest",
    "api-default-endpoint-disabled": "api-front-door",
    "api-domain-min-tls12": "encryption-in-transit",
    "api-execution-logging-without-payload": "logging",
    "api-resource-policy-restricted": "api-front-door",
    "api-throttling-configured": "api-front-door",
    "api-waf-associated": "api-front-door",
    "appsync-logging": "logging",
    "appsync-no-api-key-auth": "api-front-door",
    "async-failure-destination": "resilience",
    "audit-trail-covers-serverless": "logging",
    "authorizer-configuration": "api-front-door",
    "backup-ecr-cmk": "encryption-at-rest",
    "bastion-imdsv2": "bastion",
    "bastion-no-inbound-admin-ports": "bastion",
    "bastion-no-public-ip": "bastion",
    "bastion-no-static-key-pair": "bastion",
    "bastion-role-minimal": "bastion",
    "bastion-ssm-managed": "bastion",
    "build-not-privileged": "supply-chain",
    "cache-encrypted-at-rest": "encryption-at-rest",
    "cache-tls-required": "encryption-in-transit",
    "certificate-transparency-logged": "logging",
    "client-credentials-api-only": "api-front-door",
    "cloudfront-origin-access": "api-front-door",
    "cloudfront-response-headers": "api-front-door",
    "cloudfront-tls": "encryption-in-transit",
    "container-image-pinned": "supply-chain",
    "cors-not-wildcard-with-credentials": "api-front-door",
    "data-deletion-protected": "resilience",
    "data-recovery-enabled": "resilience",
    "data-resource-policy-restricted": "data-exposure",
    "database-audit-logs": "logging",
    "database-cmk": "encryption-at-rest",
    "database-in-private-subnets": "data-exposure",
    "database-insights": "logging",
    "database-minor-upgrades-automatic": "supply-chain",
    "database-not-public": "data-exposure",
    "database-sg-restricted": "data-exposure",
    "database-storage-encrypted": "encryption-at-rest",
    "database-tls-required": "encryption-in-transit",
    "db-data-api-or-proxy": "secrets",
    "db-iam-auth-enabled": "secrets",
    "db-managed-master-credentials": "secrets",
    "default-network-unused": "data-exposure",
    "dynamodb-cmk": "encryption-at-rest",
    "ecr-scan-and-immutable": "supply-chain",
    "ecs-exec-logged": "bastion",
    "edge-and-storage-access-logs": "logging",
    "efs-transit-encryption": "encryption-in-transit",
    "endpoint-https-only": "encryption-in-transit",
    "endpoint-service-acceptance": "data-exposure",
    "event-bus-policy-senders-only": "invoke-permissions",
    "event-bus-producers-match-wiring": "invoke-permissions",
    "event-source-failure-handling": "resilience",
    "exec-role-kms-decrypt-scoped": "execution-roles",
    "exec-role-no-admin-access": "execution-roles",
    "exec-role-no-broad-managed-policy": "execution-roles",
    "exec-role-no-delete-in-production": "execution-roles",
    "exec-role-no-not-action-allow": "execution-roles",
    "exec-role-no-privilege-escalation": "execution-roles",
    "exec-role-no-resource-star": "execution-roles",
    "exec-role-no-service-wildcard-action": "execution-roles",
    "exec-role-no-unused-action": "execution-roles",
    "exec-role-passrole-restricted": "execution-roles",
    "exec-role-rds-connect-scoped": "execution-roles",
    "exec-role-secret-no-write": "execution-roles",
    "exec-role-secret-read-scoped": "execution-roles",
    "exec-role-service-breadth": "monoliths",
    "filesystem-encrypted": "encryption-at-rest",
    "function-behind-front-door": "api-front-door",
    "function-calls-granted": "execution-roles",
    "function-code-readable": "execution-roles",
    "function-log-group-explicit": "logging",
    "function-reaches-private-data-via-vpc": "data-exposure",
    "function-route-limit": "monoliths",
    "function-sg-egress-restricted": "data-exposure",
    "function-single-trigger-kind": "monoliths",
    "function-tracing": "logging",
    "function-vpc-multi-az": "resilience",
    "graphql-limits": "api-front-door",
    "http-route-authorization": "api-front-door",
    "human-policy-no-admin-access": "human-access",
    "human-role-session-bounded": "human-access",
    "human-session-access-scoped": "human-access",
    "identity-permissions-through-groups": "human-access",
    "identity-policy-valid": "execution-roles",
    "identity-pool-guest-role-minimal": "identity",
    "identity-pool-no-classic-flow": "identity",
    "identity-pool-no-guest-access": "identity",
    "identity-pool-role-identity-scoped": "identity",
    "identity-pool-role-trust-conditions": "identity",
    "ingress-not-open": "data-exposure",
    "instance-no-public-ip": "bastion",
    "kafka-tls-required": "encryption-in-transit",
    "kms-key-policy-separation": "encryption-at-rest",
    "kms-key-rotation": "encryption-at-rest",
    "lambda-artifact-versioned": "supply-chain",
    "lambda-code-signing": "supply-chain",
    "lambda-concurrency-bounded": "resilience",
    "lambda-env-cmk": "encryption-at-rest",
    "lambda-env-no-aws-credentials": "secrets",
    "lambda-env-no-plaintext-secrets": "secrets",
    "lambda-layer-trusted": "supply-chain",
    "lambda-layer-version-pinned": "supply-chain",
    "lambda-permission-cross-account-restricted": "invoke-permissions",
    "lambda-permission-matches-wiring": "invoke-permissions",
    "lambda-permission-no-public-principal": "invoke-permissions",
    "lambda-permission-source-required": "invoke-permissions",
    "lambda-permission-source-specific": "invoke-permissions",
    "lambda-recursion-terminate": "resilience",
    "lambda-resource-policy-restricted": "invoke-permissions",
    "lambda-runtime-supported": "supply-chain",
    "lambda-timeout-bounded": "resilience",
    "lambda-url-auth-required": "invoke-permissions",
    "load-balancer-https": "encryption-in-transit",
    "load-balancer-request-hygiene": "api-front-door",
    "log-group-cmk": "encryption-at-rest",
    "mail-tls-required": "encryption-in-transit",
    "messaging-deny-insecure-transport": "encryption-in-transit",
    "messaging-encrypted-at-rest": "encryption-at-rest",
    "network-acl-restricted": "data-exposure",
    "network-rule-described": "data-exposure",
    "no-iam-user-credentials": "human-access",
    "no-inline-passwords": "secrets",
    "no-monolambda-proxy-route": "monoliths",
    "no-path": "data-exposure",
    "no-root-access-key": "human-access",
    "no-router-in-function": "monoliths",
    "no-secrets-in-code": "secrets",
    "no-secrets-in-config-fields": "secrets",
    "no-sensitive-payload-logging": "logging",
    "one-role-per-function": "monoliths",
    "peering-routes-narrow": "data-exposure",
    "people-need-mfa": "human-access",
    "queue-policy-senders-only": "invoke-permissions",
    "request-validation": "api-front-door",
    "resource-policy-no-lockout": "resilience",
    "rest-method-authorization": "api-front-door",
    "role-trust-confused-deputy": "execution-roles",
    "role-trust-restricted": "execution-roles",
    "runtime-updates-automatic": "supply-chain",
    "s3-deny-insecure-transport": "encryption-in-transit",
    "s3-encryption": "encryption-at-rest",
    "s3-no-public-acl-or-policy": "data-exposure",
    "s3-public-access-blocked": "data-exposure",
    "search-access-control": "data-exposure",
    "search-encrypted-at-rest": "encryption-at-rest",
    "search-tls-required": "encryption-in-transit",
    "secret-access-within-environment": "secrets",
    "secret-environment-namespace": "secrets",
    "secret-parameter-secure-string": "secrets",
    "secret-resource-policy-restricted": "secrets",
    "secret-rotation-enabled": "secrets",
    "secret-rotation-interval": "secrets",
    "serverless-app-repo-pinned": "supply-chain",
    "snapshot-not-shared-publicly": "data-exposure",
    "sqs-visibility-covers-timeout": "resilience",
    "ssm-session-logged-encrypted": "bastion",
    "step-functions-logging": "logging",
    "stream-encrypted-at-rest": "encryption-at-rest",
    "tenant-data-isolation": "resilience",
    "topic-policy-senders-only": "invoke-permissions",
    "user-pool-client-hardened": "identity",
    "user-pool-mfa": "identity",
    "user-pool-password-policy": "identity",
    "user-pool-self-signup-intended": "identity",
    "user-pool-threat-protection": "identity",
    "vpc-endpoints-for-private-functions": "data-exposure",
    "waf-acl-effective": "api-front-door",
    "workflow-encrypted-cmk": "encryption-at-rest",
};
