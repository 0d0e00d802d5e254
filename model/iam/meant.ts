/**
 * Who is meant by a resource's policy: each principal of each Allow, with what bounds it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
import { type Answer, all, any, no, not, undecided, type Value, yes } from "../values";
import { boundsCaller, boundsService, demands, isOfOrganization, parseOperator } from "./condition";
import { parsePolicy } from "./document";
import { type Circumstances, canBeMet } from "./meeting";
import { includes, overlap } from "./pattern";
import type { Principal } from "./principal";
import { allows } from "./questions";
import { Region, resourcesOf } from "./region";
import type { Condition, Statement } from "./statement";
import { type Binding, boundByDenial, refuses } from "./trust";

/**
 * - `world`: whoever asks, of any account or of none.
 * - `aws`: the same, where a condition asks for somebody's credentials.
 * - `tokens`: whoever has an account at an identity provider that is nobody's own.
 * - `any customer`: a service, whoever it acts for.
 * - `bucket`: S3, for a bucket of that name, which is whoever's has it next.
 * - `organization`: members of one.
 * - `source`: a service, or whoever comes through it, for a named resource or account.
 * - `network`: whoever comes from one's own network.
 * - `account`: an account, or one of its roles and users; whose it is, the owner's accounts tell.
 * - `somebody`: one whose account the policy does not tell: an output of the program, a canonical user, one of AWS's own identities.
 */
export type Whom =
    | "world"
    | "aws"
    | "tokens"
    | "any customer"
    | "bucket"
    | "organization"
    | "source"
    | "network"
    | "account"
    | "somebody";

/** One principal of one statement. */
export interface Meant {
    readonly statement: Statement;
    readonly principal: Principal;
    readonly whom: Whom;
    /** Is he let in, and unbounded where `whom` says so? */
    readonly when: Answer;
    /** The accounts that he is said to be of, or to act for, by id. */
    readonly accounts: readonly string[];
    /** Somebody who may be of any account: what would tell of which. */
    readonly hidden?: string;
}

export interface MeantBy {
    readonly meant: readonly Meant[];
    readonly denials: readonly Statement[];
    /** The places of unknowns that hide whole statements. */
    readonly unknown: readonly string[];
}

const EVERYONE: Principal = { kind: "everyone" };

/** Whom a resource's policy lets in; after a day, where that is given. Statements that nobody can meet mean nobody. */
export function meantBy(policy: Value, since?: Date): MeantBy {
    const { statements, unknown } = parsePolicy(policy);
    const denials = statements.filter(({ effect }) => effect === "Deny");
    const meant = statements
        .filter(({ effect }) => effect !== "Deny")
        .flatMap((statement) =>
            membersOf(statement)
                .filter((principal) => canBeMet(statement.conditions, circumstancesOf(principal, since)))
                .flatMap((principal) => meaning(statement, principal, denials) ?? []),
        );
    return { meant, denials, unknown };
}

/** `NotPrincipal` in an Allow lets in everybody but those whom it names. */
function membersOf({ principals }: Statement): readonly Principal[] {
    if (!principals) return [];
    if (principals.not) return [EVERYONE];
    const isOpen = principals.members.some(({ kind }) => kind === "everyone");
    return isOpen ? [EVERYONE] : principals.members;
}

/** A service belongs to no organization, and has no network of a customer's. */
const OF_SERVICES: readonly (readonly [string, readonly string[]])[] = [
    ["aws:principalisawsservice", ["true"]],
    ["aws:principalorgid", []],
    ["aws:principalorgpaths", []],
    ["aws:sourcevpc", []],
    ["aws:sourcevpce", []],
];

function circumstancesOf(principal: Principal, since: Date | undefined): Circumstances {
    const account = accountOf(principal);
    const carries = isService(principal)
        ? new Map(OF_SERVICES)
        : new Map(account === undefined ? [] : [["aws:principalaccount", [account]] as const]);
    return { since, carries };
}

function isService(principal: Principal): boolean {
    return principal.kind === "service" || (principal.kind === "unknown" && principal.under === "service");
}

function accountOf(principal: Principal): string | undefined {
    if (principal.kind === "account") return principal.account;
    const arn = principal.kind === "arn" ? principal.arn : principal.kind === "federated" ? principal.provider : "";
    return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
}

function meaning(statement: Statement, principal: Principal, denials: readonly Statement[]): Meant | undefined {
    const letIn = allows(statement);
    const account = accountOf(principal);
    const base = { statement, principal };
    const isStar = principal.kind === "unknown" && principal.under === undefined;
    if (principal.kind === "everyone" || isStar || isService(principal) || isToken(principal)) {
        const bound = boundOf(
            statement,
            principal,
            denials,
            isService(principal) ? boundsService : bindsOthers(principal),
        );
        const open = all(letIn, not(bound.is), ...(isStar ? [undecided(principal.place)] : []));
        if (open.is !== "no") return { ...base, whom: openTo(statement, principal), when: open, accounts: [] };
        return { ...base, ...boundedBy(bound.by), when: letIn };
    }
    const ofOrganization = boundOf(statement, principal, denials, isOfOrganization);
    const named = { ...base, when: all(letIn, not(ofOrganization.is)) };
    if (named.when.is === "no") return { ...base, whom: "organization", when: letIn, accounts: [] };
    if (account !== undefined) return { ...named, whom: "account", accounts: [account] };
    const isRoot = principal.kind === "unknown" && principal.suffix === ":root";
    return { ...named, whom: "somebody", accounts: [], ...(isRoot && { hidden: principal.place }) };
}

/** Of a provider that is no resource of an account: `graph.facebook.com`. */
function isToken(principal: Principal): principal is Extract<Principal, { kind: "federated" }> {
    return principal.kind === "federated" && !principal.provider.startsWith("arn:");
}

/** Of a token, what its provider says in it binds too. */
function bindsOthers(principal: Principal): Binding {
    if (!isToken(principal)) return boundsCaller;
    const prefix = `${principal.provider.toLowerCase()}:`;
    return (condition, beside) =>
        boundsCaller(condition, beside) || (condition.key.startsWith(prefix) && demands(condition, beside));
}

function openTo(statement: Statement, principal: Principal): Whom {
    const isBucket = statement.conditions.some((one) => namesBucket(one, statement.conditions));
    if (isBucket) return "bucket";
    if (isService(principal)) return "any customer";
    if (principal.kind === "federated") return "tokens";
    return statement.conditions.some((one) => asksForCredentials(one)) ? "aws" : "world";
}

/** A bucket's name, all of it, and not whose it is; AWS's own examples leave region and account open. */
function namesBucket(condition: Condition, beside: readonly Condition[]): boolean {
    const { key, values } = condition;
    return (
        key === "aws:sourcearn" &&
        demands(condition, beside) &&
        values.every((value) => /^arn:[^:]*:s3:\*?:\*?:[^*?$]+$/.test(value))
    );
}

/** Who comes without credentials has no such key. */
function asksForCredentials({ key, operator }: Condition): boolean {
    const asked = parseOperator(operator);
    const isThere = asked?.positive === true && !asked.ifExists && asked.quantifier !== "forallvalues";
    return isThere && /^aws:(?:principal|multifactorauth|userid$|username$|tokenissuetime$)/.test(key);
}

interface BoundBy {
    readonly is: Answer;
    /** The conditions that do it, as whoever comes in meets them. */
    readonly by: readonly Condition[];
}

/** By the statement's own conditions, or by denials of everything else that together cover what it allows. */
function boundOf(statement: Statement, principal: Principal, denials: readonly Statement[], binds: Binding): BoundBy {
    const { conditions, unknown } = statement;
    const by = conditions.filter((condition) => binds(condition, conditions));
    if (by.length > 0) return { is: yes, by };
    const denying = denials
        .filter((denial) => refuses(denial, principal))
        .map((denial) => ({ denial, is: boundByDenial(denial, principal, binds) }))
        .filter(({ is }) => is.is !== "no");
    const hidden = unknown.map((place) => undecided(place));
    return { is: any(...hidden, covered(statement, denying)), by: denying.flatMap(({ denial }) => denial.conditions) };
}

interface Denying {
    readonly denial: Statement;
    readonly is: Answer;
}

/** Do the denials together speak of all that the statement allows? */
function covered(statement: Statement, denying: readonly Denying[]): Answer {
    if (denying.length === 0) return no;
    const { actions } = statement;
    const patterns = actions.not ? ["*"] : [...actions.patterns, ...actions.unknown.map(({ place }) => `\${${place}}`)];
    return all(...patterns.map((pattern) => coveredAction(statement, pattern.toLowerCase(), denying)));
}

function coveredAction(statement: Statement, action: string, denying: readonly Denying[]): Answer {
    const about = denying.filter(({ denial }) => speaksOfAction(denial, action));
    const firm = about.filter(({ is }) => is.is === "yes");
    if (leaves(statement, firm).isEmpty) return yes;
    const members = [statement, ...about.map(({ denial }) => denial)].flatMap(
        ({ resources }) => resources?.unknown ?? [],
    );
    const open = about.flatMap(({ is }) => (is.is === "undecided" ? is.awaits : []));
    const awaits = [...open, ...(about.length > 0 ? members.map(({ place }) => place) : [])];
    return awaits.length > 0 ? undecided(...awaits) : no;
}

function leaves(statement: Statement, denying: readonly Denying[]): Region {
    const start = Region.among(undefined).within(resourcesOf(statement));
    return denying.reduce((left, { denial }) => left.without(resourcesOf(denial)), start);
}

/** Everything is, in a policy of one service, all of the service's. */
function speaksOfAction({ actions }: Statement, action: string): boolean {
    if (actions.not) return !actions.patterns.some((pattern) => overlap(pattern.toLowerCase(), action));
    return actions.patterns.some(
        (pattern) => includes(pattern.toLowerCase(), action) || (action === "*" && /^[\w-]+:\*+$/.test(pattern)),
    );
}

const ACCOUNT_IN = /(?:^|:)(\d{12})(?::|$)/;

/** In what way, and which accounts are named by it. An organization's members are its business. */
function boundedBy(by: readonly Condition[]): { readonly whom: Whom; readonly accounts: readonly string[] } {
    if (by.some(({ key }) => /org(?:id|paths)$/.test(key))) return { whom: "organization", accounts: [] };
    const isSource = by.some(({ key }) =>
        /^aws:source(?:arn|account|owner)$|:encryptioncontext:|^s3:dataaccess/.test(key),
    );
    const isPrincipal = by.some(({ key }) => /^aws:principal|^kms:calleraccount$|^aws:userid$/.test(key));
    const accounts = by.flatMap(({ values }) => values.flatMap((value) => ACCOUNT_IN.exec(value)?.[1] ?? []));
    return { whom: isPrincipal ? "account" : isSource ? "source" : "network", accounts: [...new Set(accounts)] };
}
