/**
 * Global keys that every request has: all of them, or all that are signed (anonymous ones have no ARN). As the page says under "Availability" of each; as of 2026-11-27. Not listed: aws:SourceIp, which requests through a VPC endpoint have
 * not; aws:PrincipalOrgID, which only members of an organization have; all that temporary credentials or users alone have.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const ALWAYS = keys(
    "principalaccount principaltype userid currenttime epochtime securetransport requestedregion useragent viaawsservice",
);
const SIGNED = keys("principalarn principalisawsservice");

function keys(names: string): ReadonlySet<string> {
    return new Set(names.split(" ").map((name) => `aws:${name}`));
}

/** Does every request carry the key (in lower case), so that `IfExists` changes nothing? */
export function isInEveryRequest(key: string): boolean {
    return ALWAYS.has(key);
}

/** Does every request of somebody with AWS credentials? */
export function isInSignedRequests(key: string): boolean {
    return ALWAYS.has(key) || SIGNED.has(key);
}

/**
 * Keys whose value the caller writes, of any characters. All others are names, ids, ARNs and tags, which hold no wildcard:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
const FREE =
    /^(?:aws:(?:referer|useragent|requesttag\/|resourcetag\/)|s3:|kms:encryptioncontext|dynamodb:leadingkeys$|sns:endpoint$|sqs:|events:|iot:|execute-api:|ses:|appsync:)/;

/** May a value of the key hold `*` and `?` as plain characters? */
export function mayHoldWildcards(key: string): boolean {
    return FREE.test(key);
}
