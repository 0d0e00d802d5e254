/**
 * What conditions hold a statement to. Operators, quantifiers and keys:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
import { type Answer, answer, any, undecided } from "../values";
import { isInEveryRequest } from "./knowledge/condition-keys";
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
 * (`IfExists`, `ForAllValues`) and neither every request has it nor a condition beside asks for its presence, where the operator asks for anything but the
 * values, and where a value matches everything, or is the key itself written as a variable. A value that is unknown is an output
 * of the program, the id or ARN of something.
 */
export function demands(condition: Condition, beside: readonly Condition[] = []): boolean {
    const operator = parseOperator(condition.operator);
    if (!operator?.positive) return false;
    const mayBeMissing = operator.ifExists || operator.quantifier === "forallvalues";
    const isThere =
        isInEveryRequest(condition.key) || beside.some((other) => other.key === condition.key && requiresKey(other));
    if (mayBeMissing && !isThere) return false;
    if (condition.values.length === 0) return condition.unknown.length > 0;
    return condition.values.every((value) => value !== "" && !isOpenValue(condition, value));
}

/** `Null: { key: "false" }`: the request carries the key, whatever its value. */
export function requiresKey({ operator, values }: Condition): boolean {
    return (
        parseOperator(operator)?.base === "null" && values.length > 0 && values.every((value) => /^false$/i.test(value))
    );
}

function isOpenValue({ operator, key }: Condition, value: string): boolean {
    const isItself = value.toLowerCase() === `\${${key}}`;
    return isItself || (readsPatterns(operator) && /^[*?]+$/.test(value));
}

/** Only these read `*` and `?` as wildcards; to all others they are plain characters. */
export function readsPatterns(operator: string): boolean {
    return /like$|^arn/.test(parseOperator(operator)?.base ?? "");
}

/**
 * What a request that escapes a denial by this condition must carry, as the condition that demands it; undefined where it need
 * not carry anything. (A negated operator holds for a request without the key, so that one is denied too.) What is denied where all
 * values are such is escaped where one is not, and the other way round.
 */
export function opposite(condition: Condition): Condition | undefined {
    const { operator: text, values } = condition;
    const operator = parseOperator(text);
    if (!operator) return undefined;
    const quantifier =
        operator.quantifier && `${operator.quantifier === "forallvalues" ? "foranyvalue" : "forallvalues"}:`;
    const flipped = /^(?:true|false)$/i;
    if (/^(?:string|arn)not|^not/.test(operator.base))
        return { ...condition, operator: `${quantifier ?? ""}${operator.base.replace("not", "")}` };
    if (quantifier !== undefined) return undefined;
    if (operator.base === "null" || (operator.base === "bool" && operator.ifExists)) {
        if (values.length !== 1 || !values.every((value) => flipped.test(value))) return undefined;
        return { ...condition, operator: operator.base, values: [/^true$/i.test(values[0] ?? "") ? "false" : "true"] };
    }
    const [, kind, side, orEqual] = COMPARISON.exec(operator.base) ?? [];
    // A request without the key escapes, unless IfExists denies that too.
    if (kind !== undefined && values.length <= 1 && (operator.ifExists || isInEveryRequest(condition.key)))
        return {
            ...condition,
            operator: `${kind}${side === "less" ? "greater" : "less"}than${orEqual ? "" : "equals"}`,
        };
    return undefined;
}

const COMPARISON = /^(numeric|date)(less|greater)than(equals)?$/;

type Reads = (pattern: string) => boolean;

/** Keys that tell whose request it is, or from which network of whom, with the values that tell it. In lower case. */
const CALLER_KEYS: ReadonlyMap<string, Reads> = new Map([
    ...awsKeys("sourceaccount sourceowner principalaccount vpceaccount", namesAccount),
    ...awsKeys("sourceorgid sourceorgpaths principalorgid principalorgpaths vpceorgid vpceorgpaths", namesId),
    ...awsKeys("sourcevpce sourcevpc ec2instancesourcevpc userid", namesId),
    ...awsKeys("sourcearn principalarn sourcevpcarn", namesOwner),
    ["aws:sourceip", namesNetwork],
    ["kms:calleraccount", namesAccount],
    ["s3:dataaccesspointaccount", namesAccount],
    ["s3:dataaccesspointarn", namesOwner],
    // Whoever may not use the key cannot write with it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
    ["s3:x-amz-server-side-encryption-aws-kms-key-id", namesOwner],
    ["vpc-lattice-svcs:sourcevpc", namesId],
    ["vpc-lattice-svcs:sourcevpcowneraccount", namesAccount],
    ["lambda:sourcefunctionarn", namesOwner],
    ["ec2:sourceinstancearn", namesOwner],
    ["sns:endpoint", namesEndpoint],
    ["elasticfilesystem:accessedviamounttarget", (value) => /^true$/i.test(value)],
]);

function awsKeys(names: string, reads: Reads): readonly (readonly [string, Reads])[] {
    return names.split(" ").map((name) => [`aws:${name}`, reads] as const);
}

/**
 * Is the caller bounded, whoever the principal is, and by which keys? Yes as soon as one condition demands a caller's
 * account, organization, network or ARN; undecided where a whole condition block is unknown. Keys that anyone can set for
 * himself bound nobody: tags of principals, an external id, the referrer.
 */
export function callerBound(statement: Pick<Statement, "conditions" | "unknown">): Bound {
    const { conditions, unknown } = statement;
    const bounding = conditions.filter((condition) => boundsCaller(condition, conditions)).map(({ key }) => key);
    return { is: any(answer(bounding.length > 0), ...unknown.map((place) => undecided(place))), keys: bounding };
}

export interface Bound {
    readonly is: Answer;
    /** The condition keys that do it, in lower case. */
    readonly keys: readonly string[];
}

/** Does the condition, among those that stand beside it, bound the caller? */
export function boundsCaller(condition: Condition, beside: readonly Condition[] = []): boolean {
    const reads = CALLER_KEYS.get(condition.key);
    if (!reads || !demands(condition, beside)) return false;
    const isLiteral = !readsPatterns(condition.operator);
    // A wildcard that is read as a plain character is in nobody's id.
    return condition.values.every((value) => reads(value) || (isLiteral && /[*?]/.test(value)));
}

/**
 * By what it encrypts a service says whose it is: a log group, a trail, a topic. Of anybody else, it is what he likes to write. And
 * Alexa says by a token whose skill it calls for.
 */
export function boundsService(condition: Condition, beside: readonly Condition[] = []): boolean {
    if (boundsCaller(condition, beside)) return true;
    const { key, values } = condition;
    if (!demands(condition, beside)) return false;
    if (key === "lambda:eventsourcetoken") return values.every((value) => namesId(value));
    return (
        key.startsWith("kms:encryptioncontext:") &&
        values.every((value) => value.startsWith("arn:") && namesOwner(value))
    );
}

/** Does the condition demand that the caller be of an organization of one's own? */
export function isOfOrganization(condition: Condition, beside: readonly Condition[] = []): boolean {
    return /^aws:principalorg(?:id|paths)$/.test(condition.key) && boundsCaller(condition, beside);
}

/** A variable that stands for the owner of the resource, which no caller can choose. */
const OWNERS_OWN = /^\$\{aws:resource(?:account|orgid|orgpaths)\}/i;

function namesAccount(value: string): boolean {
    return OWNERS_OWN.test(value) || !/[*?$]/.test(value);
}

/** Of an id with a wildcard, enough must be written out that it is one's own: all endpoints begin with `vpce-0`. */
function namesId(value: string): boolean {
    if (OWNERS_OWN.test(value)) return true;
    const [first = ""] = value.split("/");
    const [literal = ""] = first.split(/[*?]|\$\{/);
    return literal === first || literal.replace(/^[a-z]+-/, "").length >= 8;
}

/**
 * Does an ARN pattern say whose it is: by the account, or, where the service's ARNs have none, by an id that AWS chose? A bucket's
 * name is whoever's has it next. `*` in the account's place is everybody's, and so is a variable that the caller's own account fills.
 */
export function namesOwner(arn: string): boolean {
    const [scheme, , service, , account = "", ...resource] = arn.replace(VARIABLE, filled).split(":");
    if (scheme !== "arn") return arn !== "" && (/\d{12}/.test(arn) || !/[*?]/.test(arn));
    if (account === "") return service !== "s3" && !/[*?]/.test(service ?? "*") && /[^*?/]/.test(resource.join(":"));
    return !/[*?]/.test(account);
}

const VARIABLE = /\$\{([^}]*)\}/g;

function filled(variable: string): string {
    return OWNERS_OWN.test(variable) ? "owner" : "*";
}

/** An address of a subscriber: an ARN, or one that names a domain. */
function namesEndpoint(endpoint: string): boolean {
    return endpoint.startsWith("arn:") ? namesOwner(endpoint) : /[\w-]\.[a-z]{2,}/i.test(endpoint);
}

/** Broader than a network that one owner has: more than a /8 of IPv4 or a /32 of IPv6, where S3 draws the line to public. */
function namesNetwork(range: string): boolean {
    const [address = "", length] = range.split("/");
    return length === undefined || Number(length) >= (address.includes(":") ? 32 : 8);
}

/** What a statement's conditions narrow: the resource or request itself, merely its circumstances, or nothing. */
export type Narrowing = "resource" | "circumstances" | "nothing";

/** Global keys that speak of the resource, or of how its service was asked to touch it. */
const RESOURCE_KEYS =
    /^aws:(?:resourcetag\/|requesttag\/|calledvia|calledviafirst$|calledvialast$|viaawsservice$|sourcearn$)/;

/** Keys of services that tell how a request is made, or of what make its resource is: thousands are alike in that. */
const CIRCUMSTANTIAL_KEYS =
    /^kms:(?:encryptionalgorithm|encryptioncontextkeys|keyorigin|keyspec|keyusage|multiregion\w*)$|^secretsmanager:(?:version(?:id|stage)|recoverywindowindays|forcedeletewithoutrecovery)$|^ssm:(?:overwrite|policies|recursive)$|^ec2:osuser$|^ec2-instance-connect:(?:maxtunnelduration|serialport)$/;
/** The account whose key it is to use is the caller's own anyway; that documents are checked says nothing of where a session goes. */
const EMPTY_KEYS = new Set(["kms:calleraccount", "ssm:sessiondocumentaccesscheck"]);

/**
 * What holds a grant on `*` back. A service's own keys (`dynamodb:LeadingKeys`, `kms:ViaService`, `ec2:Vpc`) and tags name
 * the resources or requests it is for; keys such as `aws:SourceIp`, `aws:RequestedRegion` or `kms:KeySpec` only say when.
 */
export function narrowing(statement: Pick<Statement, "conditions">): Narrowing {
    const demanding = statement.conditions.filter(
        (condition) =>
            (demands(condition, statement.conditions) && !EMPTY_KEYS.has(condition.key)) || isOnLeadingKeys(condition),
    );
    if (demanding.some(namesResource)) return "resource";
    return demanding.length > 0 ? "circumstances" : "nothing";
}

/** That something is not so (not through a service, no full scan) names nothing. */
function namesResource({ operator, key, values }: Condition): boolean {
    const isDenied = parseOperator(operator)?.base === "bool" && values.some((value) => !/^true$/i.test(value));
    if (isDenied) return false;
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
            demands(condition, statement.conditions) &&
            wanted.some((key) => (/[/:]$/.test(key) ? condition.key.startsWith(key) : condition.key === key)),
    );
}
