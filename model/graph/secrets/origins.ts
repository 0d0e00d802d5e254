/** What makes secrets or gives them out, and which of a resource's outputs are they. */
import { alwaysMarked, IamAccessKey, SecretsManagerSecret, SecretsManagerSecretVersion, SsmParameter } from "../../aws";
import type { Resource } from "../resource";

/**
 * What a dependency on a resource says where no mark tells which of its outputs it is of: that it is of the secret, for nothing else is worth
 * passing on; of the secret or of its ARN, id or public half; of something else.
 */
type Alone = "always" | "open" | "other";

export interface Origin {
    /** The outputs that are secrets. */
    readonly outputs: readonly string[];
    readonly alone: Alone;
}

/**
 * Source: the providers' schemas, which mark these outputs. An access key's id and the public half of a key are passed on as often as the
 * secret.
 */
const ORIGINS: Readonly<Record<string, Origin>> = {
    "random:index/randomPassword:RandomPassword": { outputs: ["result"], alone: "always" },
    "random:index/randomBytes:RandomBytes": { outputs: ["base64", "hex"], alone: "always" },
    "tls:index/privateKey:PrivateKey": {
        outputs: ["privateKeyPem", "privateKeyPemPkcs8", "privateKeyOpenssh"],
        alone: "open",
    },
    [IamAccessKey.token]: { outputs: ["secret", "sesSmtpPasswordV4"], alone: "open" },
    [SecretsManagerSecretVersion.token]: { outputs: ["secretString", "secretBinary"], alone: "open" },
};

/** What SDKs mark besides that opens nothing: it is told to browsers, or names something. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
    "aws:appsync/apiKey:ApiKey": ["key"],
    "aws:wafv2/apiKey:ApiKey": ["apiKey"],
    "aws:acm/certificate:Certificate": ["certificate", "certificateChain"],
    "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": ["content"],
    "aws:bedrock/agentcoreHarness:AgentcoreHarness": ["environmentVariables"],
    "aws:cloudcontrol/resource:Resource": ["schema"],
    "aws:directoryservice/sharedDirectory:SharedDirectory": ["notes"],
    "aws:iot/authorizer:Authorizer": ["tokenSigningPublicKeys"],
    "aws:iot/caCertificate:CaCertificate": ["caCertificatePem", "verificationCertificatePem"],
    "aws:iot/certificate:Certificate": ["caPem", "certificatePem", "publicKey"],
    "aws:redshiftserverless/namespace:Namespace": ["adminUsername"],
    "aws:sns/platformApplication:PlatformApplication": ["platformPrincipal"],
    "aws:s3/objectCopy:ObjectCopy": ["kmsEncryptionContext", "kmsKeyId"],
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": ["token"],
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["token"],
};

/** The secrets that a resource gives out; undefined where it gives out none. */
export function originOf(resource: Resource): Origin | undefined {
    const { type } = resource;
    // A parameter is marked whatever it holds; what was put into a SecureString is meant to be a secret.
    if (type === SsmParameter.token)
        return resource.root.get("type").text() === "SecureString" ? { outputs: ["value"], alone: "open" } : undefined;
    const own = ORIGINS[type];
    if (own) return own;
    const marked = alwaysMarked(type);
    if (marked.length === 0) return undefined;
    const given = (output: string) =>
        resource.root.get(output).state !== "absent" && !(TOLD[type] ?? []).includes(output);
    const outputs = marked.filter(given);
    return outputs.length > 0 ? { outputs, alone: "other" } : undefined;
}

/** The outputs of a resource that an SDK marks although they are no secrets: who passes them on passes on the mark. */
export function idlyMarked({ type, root }: Resource): readonly string[] {
    if (type === SsmParameter.token) return root.get("type").text() === "SecureString" ? [] : ["value"];
    return TOLD[type] ?? [];
}

/** Is it where a secret is kept, so that its name or ARN goes by a secret's name? */
export function isStore({ type }: Resource): boolean {
    return type === SecretsManagerSecret.token || type === SsmParameter.token;
}

/** Does a resource give out nothing but names, ids, addresses and ARNs, as AWS's do that have no secret and hold nobody's text? */
export function givesNames(resource: Resource): boolean {
    return resource.type.startsWith("aws:") && !originOf(resource) && idlyMarked(resource).length === 0;
}
