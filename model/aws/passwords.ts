/**
 * Properties that take a password, a token or a key on purpose, and what AWS takes in its place. Source: the typings of @pulumi/aws
 * 7.48.0 and 6.83.4, what their constructors mark (`data/aws/marks.json`), and each service's API reference.
 */
import { type Answer, equals, isTrue, no, not, type Value } from "../values";
import type { ResourceType } from "./resource-type";
import { rowsByToken, typesOfRows } from "./rows";
import { AwsProvider } from "./types";
import { valuesAt } from "./values-at";

export interface SecretInput {
    readonly type: ResourceType;
    /** As `valuesAt` reads them. */
    readonly paths: readonly string[];
    /** The better way: a sentence that says what to give; undefined where AWS takes nothing but the value. */
    readonly instead?: string;
    /** What makes it something else: a reference, or no secret by intent. Asked of what holds the value. */
    readonly isOther?: (holder: Value) => Answer;
    /** AWS makes one where none is given, and tells it as an output of the same name: only the inputs say whose it is. */
    readonly isGenerated?: true;
    /** A text that holds more, of which some are secrets. */
    readonly isText?: true;
}

type Besides = Pick<SecretInput, "isOther" | "isGenerated" | "isText">;

/** The typings of version 6 have no write-only arguments. */
const SINCE = "from version 7 of @pulumi/aws on";
const managed = (flag: string, writeOnly: string) =>
    `Leave it out and set ${flag}: true; ${SINCE}, ${writeOnly} takes one of your own without keeping it in the state.`;
const writeOnly = (property: string) => `Give it as ${property}, which the state does not keep (${SINCE}).`;
const SECRETS_MANAGER =
    "Keep it in Secrets Manager, and name that secret in secretsManagerConfiguration: { enabled: true, secretArn }.";
const SEARCH =
    "Leave it out and name an IAM role in masterUserOptions.masterUserArn, with internalUserDatabaseEnabled: false.";
const USERS = 'Let the user sign in with IAM: authenticationMode: { type: "iam" }';
const SIGN_IN =
    "Leave it out: the provider signs in by the environment, a profile, or a role in assumeRoles; Pulumi ESC gives keys that expire.";
const GENERATED = "Leave it out: AWS makes one.";
const ACM = "Import the certificate into ACM outside of the program, or request one there, and refer to it by ARN.";

/** Of providers of sign-in and of other companies: nothing but the value is taken. */
const OAUTH_VENDORS = [
    "atlassian",
    "custom",
    "github",
    "google",
    "included",
    "linkedin",
    "microsoft",
    "salesforce",
    "slack",
];
const PUSH = ["apnsChannel:ApnsChannel", "apnsSandboxChannel:ApnsSandboxChannel", "apnsVoipChannel:ApnsVoipChannel"];
const INTERFACES = ["bgpPeer:BgpPeer", "hostedPrivateVirtualInterface:HostedPrivateVirtualInterface"].concat(
    ["hostedPublicVirtualInterface:HostedPublicVirtualInterface", "privateVirtualInterface:PrivateVirtualInterface"],
    ["hostedTransitVirtualInterface:HostedTransitVirtualInterface", "publicVirtualInterface:PublicVirtualInterface"],
    ["transitVirtualInterface:TransitVirtualInterface"],
);
const FIREHOSE = [
    "httpEndpointConfiguration.accessKey",
    "redshiftConfiguration.password",
    "snowflakeConfiguration.privateKey",
    "snowflakeConfiguration.keyPassphrase",
    "splunkConfiguration.hecToken",
];
const APPFLOW = `amplitude.apiKey amplitude.secretKey customConnector.apiKey.apiKey customConnector.apiKey.apiSecretKey
    customConnector.basic.password customConnector.custom.credentialsMap.* customConnector.oauth2.accessToken
    customConnector.oauth2.clientSecret customConnector.oauth2.refreshToken datadog.apiKey datadog.applicationKey
    dynatrace.apiToken googleAnalytics.accessToken googleAnalytics.clientSecret googleAnalytics.refreshToken
    honeycode.accessToken honeycode.refreshToken inforNexus.secretAccessKey inforNexus.datakey marketo.accessToken
    marketo.clientSecret redshift.password salesforce.accessToken salesforce.jwtToken salesforce.refreshToken
    sapoData.basicAuthCredentials.password sapoData.oauthCredentials.accessToken sapoData.oauthCredentials.clientSecret
    sapoData.oauthCredentials.refreshToken serviceNow.password singular.apiKey slack.accessToken slack.clientSecret
    snowflake.password trendmicro.apiSecretKey veeva.password zendesk.accessToken zendesk.clientSecret`.split(/\s+/);

export const secretInputs: readonly SecretInput[] = [
    // Databases, caches, warehouses and search.
    input("rds/instance:Instance", ["password"], managed("manageMasterUserPassword", "passwordWo")),
    input("rds/cluster:Cluster", ["masterPassword"], managed("manageMasterUserPassword", "masterPasswordWo")),
    input("docdb/cluster:Cluster", ["masterPassword"], managed("manageMasterUserPassword", "masterPasswordWo")),
    input(
        "docdb/elasticCluster:ElasticCluster",
        ["adminUserPassword"],
        'Keep it in Secrets Manager: authType: "SECRET_ARN", and that secret\'s ARN as adminUserPassword.',
        { isOther: (cluster) => equals(cluster.get("authType"), "SECRET_ARN") },
    ),
    input("redshift/cluster:Cluster", ["masterPassword"], managed("manageMasterPassword", "masterPasswordWo")),
    input(
        "redshiftserverless/namespace:Namespace",
        ["adminUserPassword"],
        managed("manageAdminPassword", "adminUserPasswordWo"),
    ),
    input("redshift/hsmConfiguration:HsmConfiguration", ["hsmPartitionPassword"]),
    input(
        "elasticache/replicationGroup:ReplicationGroup",
        ["authToken"],
        `Leave it out and let users of a group sign in with IAM (userGroupIds); ${SINCE}, authTokenWo takes a token without keeping it in the state.`,
    ),
    input(
        "elasticache/user:User",
        ["passwords[]", "authenticationMode.passwords[]"],
        `${USERS}; ${SINCE}, passwordsWo takes passwords without keeping them in the state.`,
    ),
    input("memorydb/user:User", ["authenticationMode.passwords[]"], `${USERS}.`),
    input("lightsail/database:Database", ["masterPassword"]),
    input("timestreaminfluxdb/dbInstance:DbInstance", ["password"]),
    input("timestreaminfluxdb/dbCluster:DbCluster", ["password"]),
    ...["opensearch", "elasticsearch"].map((module) =>
        input(`${module}/domain:Domain`, ["advancedSecurityOptions.masterUserOptions.masterUserPassword"], SEARCH),
    ),
    input(
        "dms/endpoint:Endpoint",
        ["password"],
        "Keep it in Secrets Manager: secretsManagerArn and secretsManagerAccessRoleArn in place of username and password.",
    ),
    input(
        "dms/endpoint:Endpoint",
        ["oracleSettings.asmPassword"],
        "Keep it in Secrets Manager: oracleSettings.secretsManagerOracleAsmSecretId.",
    ),
    input("dms/endpoint:Endpoint", [
        "kafkaSettings.saslPassword",
        "kafkaSettings.sslClientKeyPassword",
        "redisSettings.authPassword",
    ]),
    // What the provider itself signs in with; with no check of it, as in front of an emulator, it opens nothing.
    {
        type: AwsProvider,
        paths: ["secretKey", "token", "assumeRoleWithWebIdentity.webIdentityToken"],
        instead: SIGN_IN,
        isOther: (provider) => isTrue(provider.get("skipCredentialsValidation"), false),
    },
    // Analytics.
    input("kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", FIREHOSE, SECRETS_MANAGER),
    input(
        "quicksight/dataSource:DataSource",
        ["credentials.credentialPair.password"],
        "Keep user and password in Secrets Manager, and give credentials: { secretArn }.",
    ),
    input("emr/cluster:Cluster", [
        "kerberosAttributes.kdcAdminPassword",
        "kerberosAttributes.crossRealmTrustPrincipalPassword",
        "kerberosAttributes.adDomainJoinPassword",
    ]),
    input(
        "glue/connection:Connection",
        [
            "connectionProperties.PASSWORD",
            "connectionProperties.KAFKA_SASL_SCRAM_PASSWORD",
            "connectionProperties.KAFKA_SASL_PLAIN_PASSWORD",
            "connectionProperties.KAFKA_CLIENT_KEY_PASSWORD",
            "connectionProperties.KAFKA_CLIENT_KEYSTORE_PASSWORD",
        ],
        "Keep user and password in Secrets Manager, and name that secret in connectionProperties.SECRET_ID.",
    ),
    input(
        "glue/connection:Connection",
        ["connectionProperties.JDBC_CONNECTION_URL", "connectionProperties.CONNECTION_URL"],
        "Leave user and password out of the URL, and name their secret in connectionProperties.SECRET_ID.",
        { isText: true },
    ),
    input(
        "glue/connection:Connection",
        [
            "authenticationConfiguration.basicAuthenticationCredentials.password",
            "authenticationConfiguration.customAuthenticationCredentials.*",
            "authenticationConfiguration.oauth2Properties.authorizationCodeProperties.authorizationCode",
            ...["accessToken", "jwtToken", "refreshToken", "userManagedClientApplicationClientSecret"].map(
                (one) => `authenticationConfiguration.oauth2Properties.oauth2Credentials.${one}`,
            ),
        ],
        "Keep it in Secrets Manager, and name that secret in authenticationConfiguration.secretArn.",
    ),
    input(
        "glue/job:Job",
        ["sourceControlDetails.authToken"],
        'Keep it in Secrets Manager: authStrategy: "AWS_SECRETS_MANAGER", and that secret\'s ARN as authToken.',
        { isOther: (details) => equals(details.get("authStrategy"), "AWS_SECRETS_MANAGER") },
    ),
    input(
        "appflow/connectorProfile:ConnectorProfile",
        APPFLOW.map((path) => `connectorProfileConfig.connectorProfileCredentials.${path}`),
    ),
    input("grafana/licenseAssociation:LicenseAssociation", ["grafanaToken"]),
    // Messages and events.
    input("mq/broker:Broker", ["users[].password", "ldapServerMetadata.serviceAccountPassword"]),
    input("cloudwatch/eventConnection:EventConnection", [
        "authParameters.basic.password",
        "authParameters.apiKey.value",
        "authParameters.oauth.clientParameters.clientSecret",
    ]),
    input(
        "cloudwatch/eventConnection:EventConnection",
        ["authParameters.invocationHttpParameters", "authParameters.oauth.oauthHttpParameters"].flatMap((block) => [
            `${block}.bodies[].value`,
            `${block}.headers[].value`,
            `${block}.queryStrings[].value`,
        ]),
        undefined,
        { isOther: (parameter) => not(isTrue(parameter.get("isValueSecret"), false)) },
    ),
    input("sns/platformApplication:PlatformApplication", ["platformCredential"]),
    ...[...PUSH, "apnsVoipSandboxChannel:ApnsVoipSandboxChannel"].map((channel) =>
        input(`pinpoint/${channel}`, ["privateKey", "tokenKey"]),
    ),
    input("pinpoint/admChannel:AdmChannel", ["clientSecret"]),
    input("pinpoint/baiduChannel:BaiduChannel", ["apiKey", "secretKey"]),
    input("pinpoint/gcmChannel:GcmChannel", ["apiKey", "serviceJson"]),
    input(
        "sesv2/emailIdentity:EmailIdentity",
        ["dkimSigningAttributes.domainSigningPrivateKey"],
        "Leave dkimSigningAttributes out: SES makes the keys and renews them (Easy DKIM).",
    ),
    input("chime/voiceConnectorTerminationCredentials:VoiceConnectorTerminationCredentials", [
        "credentials[].password",
    ]),
    input("securitylake/subscriberNotification:SubscriberNotification", [
        "configuration.httpsNotificationConfiguration.authorizationApiKeyValue",
    ]),
    // Doors and people.
    input("apigateway/apiKey:ApiKey", ["value"], "Leave it out: API Gateway makes the value.", { isGenerated: true }),
    input("apigateway/domainName:DomainName", ["certificatePrivateKey"], ACM),
    ...["lb", "alb"].flatMap((module) => [
        input(`${module}/listener:Listener`, ["defaultActions[].authenticateOidc.clientSecret"]),
        input(`${module}/listenerRule:ListenerRule`, ["actions[].authenticateOidc.clientSecret"]),
    ]),
    input("cognito/identityProvider:IdentityProvider", [
        "providerDetails.client_secret",
        "providerDetails.private_key",
    ]),
    input(
        "cognito/user:User",
        ["password", "temporaryPassword"],
        "Leave it out: Cognito makes a temporary one and sends it to the user.",
    ),
    input("connect/user:User", ["password"]),
    input("workmail/user:User", ["password"]),
    input("sagemaker/workforce:Workforce", ["oidcConfig.clientSecret"]),
    input("verifiedaccess/trustProvider:TrustProvider", [
        "oidcOptions.clientSecret",
        "nativeApplicationOidcOptions.clientSecret",
    ]),
    input("appfabric/appAuthorization:AppAuthorization", [
        "credential.apiKeyCredentials[].apiKey",
        "credential.oauth2Credential.clientSecret",
    ]),
    input(
        "bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider",
        ["apiKey"],
        "Give it as apiKeyWo, which the state does not keep, or name a secret of yours in apiKeySecretConfig.",
    ),
    input(
        "bedrock/agentcoreOauth2CredentialProvider:AgentcoreOauth2CredentialProvider",
        OAUTH_VENDORS.map((vendor) => `oauth2ProviderConfig.${vendor}Oauth2ProviderConfig.clientSecret`),
        "Give it as clientSecretWo, which the state does not keep, or name a secret of yours in clientSecretConfig.",
    ),
    // Directories and files.
    input("directoryservice/directory:Directory", ["password"]),
    input("directoryservice/radiusSettings:RadiusSettings", ["sharedSecret"]),
    input("directoryservice/trust:Trust", ["trustPassword"]),
    input("appstream/directoryConfig:DirectoryConfig", ["serviceAccountCredentials.accountPassword"]),
    input(
        "fsx/windowsFileSystem:WindowsFileSystem",
        ["selfManagedActiveDirectory.password"],
        `Keep it in Secrets Manager, and name that secret in selfManagedActiveDirectory.domainJoinServiceAccountSecret (${SINCE}).`,
    ),
    input("fsx/ontapFileSystem:OntapFileSystem", ["fsxAdminPassword"]),
    input("fsx/ontapStorageVirtualMachine:OntapStorageVirtualMachine", [
        "svmAdminPassword",
        "activeDirectoryConfiguration.selfManagedActiveDirectoryConfiguration.password",
    ]),
    input("storagegateway/gateway:Gateway", ["smbGuestPassword", "smbActiveDirectorySettings.password"]),
    input("storagegateway/fileSystemAssociation:FileSystemAssociation", ["password"]),
    input("datasync/locationSmb:LocationSmb", ["password"]),
    input("datasync/locationHdfs:LocationHdfs", ["kerberosKeytab", "kerberosKeytabBase64"]),
    input("datasync/locationFsxWindows:LocationFsxWindows", ["password"]),
    input("datasync/locationFsxOntapFileSystem:LocationFsxOntapFileSystem", ["protocol.smb.password"]),
    input("datasync/locationObjectStorage:LocationObjectStorage", ["secretKey"]),
    input("datasync/locationAzureBlob:LocationAzureBlob", ["sasConfiguration.token"]),
    input("s3/objectCopy:ObjectCopy", ["customerKey"], "Let KMS keep the key: kmsKeyId in place of customerKey."),
    input("s3/objectCopy:ObjectCopy", ["sourceCustomerKey"]),
    // Keys and certificates.
    input(
        "acm/certificate:Certificate",
        ["privateKey"],
        `Request the certificate from ACM (domainName, validationMethod), which makes the key and keeps it; ${SINCE}, privateKeyWo takes one of your own without keeping it in the state.`,
    ),
    input("iam/serverCertificate:ServerCertificate", ["privateKey"], ACM),
    input("kms/ciphertext:Ciphertext", ["plaintext"], writeOnly("plaintextWo")),
    input("kms/externalKey:ExternalKey", ["keyMaterialBase64"]),
    input("kms/replicaExternalKey:ReplicaExternalKey", ["keyMaterialBase64"]),
    input("kms/customKeyStore:CustomKeyStore", [
        "keyStorePassword",
        "xksProxyAuthenticationCredential.rawSecretAccessKey",
    ]),
    input("transfer/hostKey:HostKey", ["hostKeyBody"], writeOnly("hostKeyBodyWo")),
    input("transfer/server:Server", ["hostKey"], "Leave it out: Transfer Family makes one and keeps it."),
    input("transfer/certificate:Certificate", ["privateKey"]),
    input("dms/certificate:Certificate", ["certificateWallet"]),
    // Networks.
    input(
        "ec2/vpnConnection:VpnConnection",
        ["tunnel1PresharedKey", "tunnel2PresharedKey"],
        'Leave it out: AWS makes one, and presharedKeyStorage: "SecretsManager" keeps it.',
        { isGenerated: true },
    ),
    input(
        "directconnect/macsecKeyAssociation:MacsecKeyAssociation",
        ["cak"],
        "Keep ckn and cak in Secrets Manager, and name that secret in secretArn in place of both.",
    ),
    ...INTERFACES.map((one) => input(`directconnect/${one}`, ["bgpAuthKey"], GENERATED, { isGenerated: true })),
    // Sources, builds and deployments.
    input("amplify/app:App", [
        "accessToken",
        "oauthToken",
        "basicAuthCredentials",
        "autoBranchCreationConfig.basicAuthCredentials",
    ]),
    input("amplify/branch:Branch", ["basicAuthCredentials"]),
    input(
        "codebuild/sourceCredential:SourceCredential",
        ["token"],
        'Use a connection (authType: "CODECONNECTIONS") or a stored token (authType: "SECRETS_MANAGER"): token then is the ARN.',
        {
            isOther: (credential) =>
                equals(credential.get("authType"), "CODECONNECTIONS", "CODESTAR_CONNECTIONS", "SECRETS_MANAGER"),
        },
    ),
    input(
        "codepipeline/pipeline:Pipeline",
        ["stages[].actions[].configuration.OAuthToken"],
        'Use a connection: provider: "CodeStarSourceConnection", and its ARN as configuration.ConnectionArn.',
    ),
    input("codepipeline/webhook:Webhook", ["authenticationConfiguration.secretToken"]),
    // OpsWorks, until 6.83.
    input("opsworks/application:Application", [
        "appSources[].password",
        "appSources[].sshKey",
        "sslConfigurations[].privateKey",
    ]),
    input("opsworks/gangliaLayer:GangliaLayer", ["password"]),
    input("opsworks/haproxyLayer:HaproxyLayer", ["statsPassword"]),
    input("opsworks/mysqlLayer:MysqlLayer", ["rootPassword"]),
    input("opsworks/rdsDbInstance:RdsDbInstance", ["dbPassword"]),
    input("opsworks/stack:Stack", ["customCookbooksSources[].password", "customCookbooksSources[].sshKey"]),
];

/** A secret that a resource is given, and where. */
export interface GivenSecret {
    readonly input: SecretInput;
    readonly at: Value;
    /** Is it something else, by what stands beside it? */
    readonly isOther: Answer;
}

const byToken = rowsByToken(secretInputs);

/** The types that take secrets. */
export function secretTakingTypes(): readonly ResourceType[] {
    return typesOfRows(byToken());
}

/** What stands where a type takes secrets. Nothing, an empty text, and a reference in words of its own are none. */
export function secretsGiven(type: string, root: Value): readonly GivenSecret[] {
    return (byToken().get(type) ?? []).flatMap((input) =>
        input.paths.flatMap((path) =>
            holdersOf(root, path).flatMap((holder) =>
                valuesAt(holder, lastOf(path))
                    .filter((at) => isGiven(at))
                    .map((at) => ({ input, at, isOther: input.isOther?.(holder) ?? no })),
            ),
        ),
    );
}

const REFERENCE = /^(?:arn:aws[\w-]*:|\{\{resolve:)/;

function isGiven(at: Value): boolean {
    const text = at.scalar();
    return at.state === "unknown" || (text !== undefined && text.trim() !== "" && !REFERENCE.test(text));
}

function lastOf(path: string): string {
    return path.slice(path.lastIndexOf(".") + 1);
}

function holdersOf(root: Value, path: string): readonly Value[] {
    const end = path.lastIndexOf(".");
    return end === -1 ? [root] : valuesAt(root, path.slice(0, end)).filter(({ state }) => state !== "absent");
}

function input(token: string, paths: readonly string[], instead?: string, besides: Besides = {}): SecretInput {
    return { type: { token: `aws:${token}` }, paths, ...(instead !== undefined && { instead }), ...besides };
}
