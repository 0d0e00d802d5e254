/** What calls need of the keys of what they work on. */
import {
    KinesisStream,
    KmsAlias,
    KmsKey,
    S3Bucket,
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationV2,
    S3BucketV2,
    SecretsManagerSecret,
    SnsTopic,
    SqsQueue,
    valuesAt,
} from "../../aws";
import { serviceOf } from "../../iam";
import type { Value } from "../../values";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import type { Demand } from "./demand";

/** Where a resource names the key that it is encrypted with. */
const KEYS: Readonly<Record<string, string>> = {
    [SqsQueue.token]: "kmsMasterKeyId",
    [SnsTopic.token]: "kmsMasterKeyId",
    [SecretsManagerSecret.token]: "kmsKeyId",
    [KinesisStream.token]: "kmsKeyId",
};

/**
 * What whoever calls needs on a customer's key, where AWS says so without exception. The user guides of each service:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 * Objects may be encrypted in other ways than their bucket, and a table's key is used by grants, so neither is among them.
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    "sqs:sendmessage": ["kms:GenerateDataKey", "kms:Decrypt"],
    "sqs:receivemessage": ["kms:Decrypt"],
    "sns:publish": ["kms:GenerateDataKey", "kms:Decrypt"],
    "secretsmanager:getsecretvalue": ["kms:Decrypt"],
    "secretsmanager:putsecretvalue": ["kms:GenerateDataKey", "kms:Decrypt"],
    "kinesis:putrecord": ["kms:GenerateDataKey"],
    "kinesis:putrecords": ["kms:GenerateDataKey"],
    "kinesis:getrecords": ["kms:Decrypt"],
};

/** What a demand brings with it on the key of the resource that it is about, where that is a key of this stack. */
export function keyDemands(stack: Stack, demand: Demand): readonly Demand[] {
    const actions = NEEDED[demand.action.toLowerCase()];
    if (!actions || !demand.on || demand.on.isOpen) return [];
    const keys = demand.on.named.flatMap(({ resource }) => (resource ? (keyOf(stack, resource) ?? []) : []));
    const { by } = demand.on;
    return [...new Set(keys)].flatMap((resource) =>
        actions.map(
            (action): Demand => ({
                ...demand,
                action,
                on: { named: [{ resource, arn: undefined }], isOpen: false, awaits: [], by },
                or: [],
                below: undefined,
            }),
        ),
    );
}

/** The key of this stack that a resource is encrypted with. */
function keyOf(stack: Stack, resource: Resource): Resource | undefined {
    const path = KEYS[resource.type];
    if (path === undefined) return undefined;
    const named = linked(stack.link<unknown>(resource, inputOf(resource, path), KmsKey, KmsAlias));
    if (named?.type !== KmsAlias.token) return named;
    return linked(stack.link<unknown>(named, named.root.get("targetKeyId"), KmsKey));
}

/** May what it works on be encrypted with a key that whoever calls has to use? */
export function mayUseKey(stack: Stack, { action, on }: Demand): boolean {
    if (!on || serviceOf(action) === "kms") return false;
    return on.isOpen || on.awaits.length > 0 || on.named.some(({ resource }) => !resource || hasKey(stack, resource));
}

function hasKey(stack: Stack, resource: Resource): boolean {
    const path = KEYS[resource.type];
    if (path !== undefined) return isGivenKey(inputOf(resource, path));
    // Of types that are not told, any may have one.
    if (resource.type !== S3Bucket.token && resource.type !== S3BucketV2.token) return true;
    const own = resource.root.get("serverSideEncryptionConfiguration");
    if (own.state === "known" && JSON.stringify(own.known()).includes("aws:kms")) return true;
    return stack
        .ofType<unknown>(S3BucketServerSideEncryptionConfiguration, S3BucketServerSideEncryptionConfigurationV2)
        .some((beside) => {
            const link = stack.link<unknown>(beside, beside.root.get("bucket"), S3Bucket, S3BucketV2);
            const isFor = link.kind === "unknown" || possible(link).includes(resource);
            return isFor && valuesAt(beside.root, "rules[]").some((rule) => isByKey(rule));
        });
}

function isByKey(rule: Value): boolean {
    const algorithm = rule.down("applyServerSideEncryptionByDefault.sseAlgorithm");
    return algorithm.state === "unknown" || algorithm.text() !== "AES256";
}

function isGivenKey(key: Value): boolean {
    return key.state !== "absent" && key.text() !== "" && !/^alias\/aws\//.test(key.text() ?? "");
}
