/** Long-lived and temporary keys of AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html */
import { decoded } from "./encodings";
import { credentialIn } from "./formats";
import { AWS_ACCESS_KEY_ID } from "./formats/cloud";
import { isSecretName } from "./names";
import { wordsOf } from "./words";

/** What their names are called after, besides AWS itself: the services that people make a user for. */
const OWNERS = /\b(?:aws|amazon|s3|ses|sqs|sns|dynamodb|dynamo|iam|cloudfront|kinesis|bedrock)\b/;
/** Who else calls its keys so: other clouds and stores that speak the protocol of S3. */
const OTHERS =
    /\b(?:minio|r2|cloudflare|aliyun|alibaba|oss|tencent|cos|huawei|obs|spaces|digitalocean|wasabi|backblaze|b2|ceph|linode|scaleway|scw|gcs|google|azure|bunny|ovh|hetzner|oracle|oci|ibm|unsplash|yandex)\b/;
const KEYS = /\bsecret access key\b|\baccess key secret\b/;
const OWNED = /\b(?:secret|credential|access key|secret key|session token|security token|bearer token)\b/;

/** Would half of AWS's credentials stand under this name? The exact names Lambda refuses, so people write others. */
export function namesAwsCredential(name: string): boolean {
    if (!isSecretName(name)) return false;
    // `R2` and `B2` come apart into a letter and a number.
    const words = wordsOf(name)
        .join(" ")
        .replace(/\b([rb]) 2\b/, (_, letter) => `${letter}2`);
    return !OTHERS.test(words) && (KEYS.test(words) || (OWNERS.test(words) && OWNED.test(words)));
}

/** A secret or a token beside its name: in an environment, in a file of credentials, as an argument of `aws configure set`. */
const ASSIGNED =
    /\baws[_-]?(?:secret[_-]?access[_-]?key|session[_-]?token)["']?(?:\s*[=:]\s*|\s+)["']?(?=\S*\d)[A-Za-z0-9/+=]{20,}/i;

/** Does a text that is a secret, under this name, hold keys of AWS? */
export function isAwsCredential(name: string, text: string): boolean {
    return (
        namesAwsCredential(name) ||
        [text, decoded(text)?.text ?? ""].some((one) => credentialIn(one) === AWS_ACCESS_KEY_ID || ASSIGNED.test(one))
    );
}
