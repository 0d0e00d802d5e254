import { parseOperator } from "./condition";
import type { Condition, Statement } from "./statement";

/** What tells an identity from the others, where a policy is read for it. */
const OWN =
    /\$\{(?:cognito-identity\.amazonaws\.com:sub|aws:principaltag\/[^}]+|aws:userid|aws:username|saml:\w+|[\w.-]+:(?:sub|username))[^}]*\}/i;
const OBJECTS = /^s3:(?:Get|Put|Delete|Restore)Object(?!Lambda)\w*$|^s3:(?:ListBucket|ListBucketVersions)$/i;
const ITEMS =
    /^dynamodb:(?:(?:Get|Put|Update|Delete|Batch\w*)Item|Query|Scan|PartiQL\w+|ConditionCheckItem|BatchWriteItem)$/i;
/** By the convention of AWS Amplify, everybody's; `protected` is the own one's to write and everybody's to read. */
const SHARED = /^arn:[\w-]+:s3:::[^/]+\/public\//;
const READABLE = /^arn:[\w-]+:s3:::[^/]+\/(?:public|protected)\//;
const KEYS = new Set(["dynamodb:leadingkeys", "s3:prefix", "s3:existingobjecttag/owner"]);

/** Does the action read or write what an application keeps of its users: objects of S3, items of DynamoDB? */
export function isUserData(action: string): boolean {
    return OBJECTS.test(action) || ITEMS.test(action);
}

/**
 * Does the statement hold the action to data of the identity that asks: by a policy variable in each resource, or in a condition on
 * the item's key, the prefix or a tag?
 */
export function isAboutOwnData(statement: Statement, action: string): boolean {
    if (statement.conditions.some(isOwn)) return true;
    const { resources } = statement;
    if (!resources || resources.not) return false;
    const service = action.slice(0, action.indexOf(":")).toLowerCase();
    const patterns = resources.patterns.filter((pattern) => pattern === "*" || pattern.split(":")[2] === service);
    const about = patterns.filter((pattern) => isOfKind(action, pattern));
    const shared = /^s3:Get/i.test(action) ? READABLE : SHARED;
    return about.every((pattern) => OWN.test(pattern) || shared.test(pattern)) && isKnown(statement, about);
}

/** An ARN of an object is nothing to an action on buckets, and the other way round. */
function isOfKind(action: string, pattern: string): boolean {
    if (!/^s3:/i.test(action) || pattern === "*" || pattern.endsWith(":::*")) return true;
    return /^s3:List/i.test(action) !== pattern.includes("/");
}

/** With nothing but unknown resources, whose data they are is not seen; an ARN made of outputs alone names no identity. */
function isKnown({ resources }: Statement, about: readonly string[]): boolean {
    const unknown = resources?.unknown ?? [];
    return about.length > 0 || unknown.length === 0 || unknown.some(({ prefix }) => OWN.test(prefix));
}

function isOwn(condition: Condition): boolean {
    const isTag = condition.key.startsWith("aws:resourcetag/") || condition.key.startsWith("s3:existingobjecttag/");
    if (!isTag && !KEYS.has(condition.key)) return false;
    const operator = parseOperator(condition.operator);
    const isFirm = operator?.quantifier !== "forallvalues" || condition.key === "dynamodb:leadingkeys";
    if (!operator?.positive || operator.ifExists || !isFirm) return false;
    // Whoever may list an own folder may list the way to it.
    const isWay = (value: string) => !/[*?]/.test(value) && /^$|\/$/.test(value);
    return (
        condition.values.some((value) => OWN.test(value)) &&
        condition.values.every((value) => OWN.test(value) || isWay(value))
    );
}

/** Is it about the caller's own user alone, under whatever path, or about what belongs to it? */
export function isAboutOneself({ resources }: Statement): boolean {
    const { not = true, patterns = [], unknown = [] } = resources ?? {};
    const isOwn = (pattern: string) =>
        /^arn:[^:]*:iam::[^:]*:(?:user|mfa)\/(?:.*\/)?\$\{aws:username\}$/i.test(pattern);
    return !not && unknown.length === 0 && patterns.length > 0 && patterns.every(isOwn);
}
