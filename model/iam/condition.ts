/**
 * What conditions hold a statement to. Operators, quantifiers and keys:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
import { type Answer, answer, any, undecided } from "../values";
import type { Condition, Statement } from "./statement";

/** A condition's operator in its parts: `ForAnyValue:StringLikeIfExists`. */
export interface Operator {
    /** Without quantifier and `IfExists`, in lower case: `stringlike`. */
    readonly base: string;
    readonly quantifier: "forallvalues" | "foranyvalue" | undefined;
    readonly ifExists: boolean;
    /** It asks for one of the values (not for anything but them). */
    readonly positive: boolean;
}

const OPERATOR = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/;
const OPERATORS = new Set(
    "stringequals stringnotequals stringequalsignorecase stringnotequalsignorecase stringlike stringnotlike numericequals numericnotequals numericlessthan numericlessthanequals numericgreaterthan numericgreaterthanequals dateequals datenotequals datelessthan datelessthanequals dategreaterthan dategreaterthanequals bool binaryequals ipaddress notipaddress arnequals arnlike arnnotequals arnnotlike null".split(
        " ",
    ),
);

/** Undefined for an operator that IAM does not have. */
export function parseOperator(text: string): Operator | undefined {
    const [, quantifier, base = "", ifExists] = OPERATOR.exec(text.toLowerCase()) ?? [];
    if (!OPERATORS.has(base) || (base === "null" && ifExists !== undefined)) return undefined;
    return {
        base,
        quantifier: quantifier as Operator["quantifier"],
        ifExists: ifExists !== undefined,
        positive: !base.includes("not") && base !== "null",
    };
}

/**
 * Does the condition hold only for requests that carry the key with one of its values? Not so where the key may be missing
 * (`IfExists`, `ForAllValues`), where the operator asks for anything but the values, and where a value matches everything.
 * A value that is unknown is an output of the program, the id or ARN of something.
 */
export function demands(condition: Condition): boolean {
    const operator = parseOperator(condition.operator);
    if (!operator?.positive || operator.ifExists || operator.quantifier === "forallvalues") return false;
    if (condition.values.length === 0) return condition.unknown.length > 0;
    return condition.values.every((value) => value !== "" && !/^[*?]+$/.test(value));
}

/** Keys that tell whose request it is, or from which network of whom. In lower case. */
const CALLER_KEYS = new Set(
    "aws:sourceaccount aws:sourceowner aws:sourceorgid aws:sourceorgpaths aws:principalorgid aws:principalorgpaths aws:principalaccount aws:sourcevpce aws:sourcevpc aws:vpceaccount aws:vpceorgid aws:vpceorgpaths aws:userid aws:principaltag/* kms:calleraccount lambda:functionurlauthtype s3:dataaccesspointaccount".split(
        " ",
    ),
);
const CALLER_ARN_KEYS = new Set(["aws:sourcearn", "aws:principalarn", "lambda:sourcefunctionarn", "sns:endpoint"]);

/**
 * Is the caller bounded, whoever the principal is, and by which keys? Yes as soon as one condition demands a caller's
 * account, organization, network or ARN; undecided where a whole condition block is unknown.
 */
export function callerBound(statement: Pick<Statement, "conditions" | "unknown">): Bound {
    const keys = statement.conditions.filter(boundsCaller).map(({ key }) => key);
    return { is: any(answer(keys.length > 0), ...statement.unknown.map((place) => undecided(place))), keys };
}

export interface Bound {
    readonly is: Answer;
    /** The condition keys that do it, in lower case. */
    readonly keys: readonly string[];
}

function boundsCaller(condition: Condition): boolean {
    if (!demands(condition)) return false;
    const { key, values } = condition;
    if (key.startsWith("aws:principaltag/")) return true;
    if (key === "aws:sourceip") return values.every((range) => !isWholeInternet(range));
    if (CALLER_ARN_KEYS.has(key)) return values.every(namesOwner);
    // An organization's id with a wildcard is any organization's.
    if (/org(?:id|paths)$/.test(key))
        return values.every((value) => /^o-[a-z0-9]+/.test(value) && !/^o-\*/.test(value));
    return CALLER_KEYS.has(key);
}

/**
 * Does an ARN pattern say whose it is: by the account, or, where the service's ARNs have none (S3), by the name? `*` in the
 * account's place is everybody's.
 */
export function namesOwner(arn: string): boolean {
    const [scheme, , , , account = "", ...resource] = arn.split(":");
    if (scheme !== "arn") return /\d{12}/.test(arn) || !/[*?]/.test(arn);
    if (account === "") return /[^*?/]/.test(resource.join(":"));
    return !/[*?]/.test(account);
}

function isWholeInternet(range: string): boolean {
    return /\/0$/.test(range);
}

/** What a statement's conditions narrow: the resource or request itself, merely its circumstances, or nothing. */
export type Narrowing = "resource" | "circumstances" | "nothing";

/** Global keys that speak of the resource, or of how its service was asked to touch it. */
const RESOURCE_KEYS =
    /^aws:(?:resourcetag\/|requesttag\/|calledvia|calledviafirst$|calledvialast$|viaawsservice$|sourcearn$)/;

/** Keys of services that tell how a request is made, or of what make its resource is: thousands are alike in that. */
const CIRCUMSTANTIAL_KEYS =
    /^kms:(?:encryptionalgorithm|encryptioncontextkeys|keyorigin|keyspec|keyusage|multiregion\w*)$|^secretsmanager:(?:version(?:id|stage)|recoverywindowindays|forcedeletewithoutrecovery)$|^ssm:(?:overwrite|policies|recursive)$/;
/** The account whose key it is to use is the caller's own anyway. */
const EMPTY_KEYS = new Set(["kms:calleraccount"]);

/**
 * What holds a grant on `*` back. A service's own keys (`dynamodb:LeadingKeys`, `kms:ViaService`, `ec2:Vpc`) and tags name
 * the resources or requests it is for; keys such as `aws:SourceIp`, `aws:RequestedRegion` or `kms:KeySpec` only say when.
 */
export function narrowing(statement: Pick<Statement, "conditions">): Narrowing {
    const demanding = statement.conditions.filter(
        (condition) => (demands(condition) && !EMPTY_KEYS.has(condition.key)) || isOnLeadingKeys(condition),
    );
    if (demanding.some(({ key }) => namesResource(key))) return "resource";
    return demanding.length > 0 ? "circumstances" : "nothing";
}

function namesResource(key: string): boolean {
    return key.startsWith("aws:") ? RESOURCE_KEYS.test(key) : !CIRCUMSTANTIAL_KEYS.test(key);
}

/** AWS's own form for DynamoDB has `ForAllValues`: requests for items always carry the key (scans do not). */
function isOnLeadingKeys({ operator, key, values }: Condition): boolean {
    return key === "dynamodb:leadingkeys" && parseOperator(operator)?.positive === true && !values.includes("*");
}

/** The conditions on a key that demand one of their values; `prefix/` matches all keys below it. */
export function demandsOn(statement: Pick<Statement, "conditions">, ...keys: readonly string[]): readonly Condition[] {
    const wanted = keys.map((key) => key.toLowerCase());
    return statement.conditions.filter(
        (condition) =>
            demands(condition) &&
            wanted.some((key) => (/[/:]$/.test(key) ? condition.key.startsWith(key) : condition.key === key)),
    );
}
