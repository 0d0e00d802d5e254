/**
 * Trust policies: who may assume a role, and what holds him to it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { type Answer, all, answer, any, no, undecided, type Value, yes } from "../values";
import { namesAction } from "./action";
import { boundsCaller, demands, opposite, requiresKey } from "./condition";
import { type PolicyDocument, parsePolicy } from "./document";
import { isInSignedRequests } from "./knowledge/condition-keys";
import { type Circumstances, canBeMet } from "./meeting";
import type { Principal } from "./principal";
import { allows } from "./questions";
import type { Condition, Statement } from "./statement";

/** The calls that hand out a role's credentials; others that a trust policy names, such as sts:TagSession, go with one of these. */
const ASSUMING = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"];

/** One principal that one statement lets assume the role. */
export interface Admission {
    readonly statement: Statement;
    readonly principal: Principal;
    /** Undecided where the statement's effect or action is not known yet. */
    readonly when: Answer;
}

export interface Trust {
    readonly admissions: readonly Admission[];
    /** Statements that let in everybody but those whom they name. */
    readonly byException: readonly { readonly statement: Statement; readonly when: Answer }[];
    readonly denials: readonly Statement[];
    /** The places of unknowns that hide whole statements. */
    readonly unknown: readonly string[];
}

/** Whom a trust policy lets in; after a day, where that is given: what held until then lets nobody in any more. */
export function trustOf(assumeRolePolicy: Value, since?: Date): Trust {
    const document = parsePolicy(assumeRolePolicy);
    if (!document.statements.every(isUnconditional)) return trustIn(document, since);
    let found = unconditional.get(document);
    if (!found) {
        found = trustIn(document, undefined);
        unconditional.set(document, found);
    }
    return found;
}

/** Of trust policies that hold on any day: many roles have the same one. */
const unconditional = new WeakMap<PolicyDocument, Trust>();

function isUnconditional({ conditions }: Statement): boolean {
    return conditions.length === 0;
}

function trustIn({ statements, unknown }: PolicyDocument, since: Date | undefined): Trust {
    const admitting = statements.flatMap((statement) => {
        const { principals, conditions } = statement;
        return principals && canBeMet(conditions, { since }) ? [{ statement, principals }] : [];
    });
    const opens = (statement: Statement, principal: Principal) =>
        all(allows(statement), any(...waysIn(principal).map((action) => namesAction(statement, action))));
    const admissions = admitting.flatMap(({ statement, principals }) =>
        principals.not
            ? []
            : principals.members.map((principal) => ({ statement, principal, when: opens(statement, principal) })),
    );
    const byException = admitting
        .filter(({ principals }) => principals.not)
        .map(({ statement }) => ({ statement, when: opens(statement, { kind: "everyone" }) }));
    return {
        admissions: admissions.filter(({ when }) => when.is !== "no"),
        byException: byException.filter(({ when }) => when.is !== "no"),
        denials: statements.filter(({ effect }) => effect === "Deny"),
        unknown,
    };
}

/** By which of the calls such a principal comes: whoever has AWS credentials by the first, a provider's tokens by the others. */
function waysIn(principal: Principal): readonly string[] {
    const [assume = "", web = "", saml = ""] = ASSUMING;
    switch (principal.kind) {
        case "federated":
            return principal.provider.includes(":saml-provider/") ? [saml] : [web];
        case "unknown":
            if (principal.under === undefined) return ASSUMING;
            return principal.under === "federated" ? [web, saml] : [assume];
        default:
            return [assume];
    }
}

/** Asked of one condition among those that stand beside it. */
export type Binding = (condition: Condition, beside: readonly Condition[]) => boolean;

/**
 * Is whoever comes in this way bound by such a condition: of the statement itself, or of a denial of everything else? Undecided
 * where conditions are not known yet.
 */
export function boundBy(
    { denials }: Pick<Trust, "denials">,
    { statement, principal }: Pick<Admission, "statement" | "principal">,
    binds: Binding,
): Answer {
    const { conditions, unknown } = statement;
    return any(
        answer(conditions.some((condition) => binds(condition, [...conditions, ...presence(condition, principal)]))),
        ...unknown.map((place) => undecided(place)),
        ...denials
            .filter((denial) => refusesAssuming(statement, principal, denial) && refuses(denial, principal))
            .map((denial) => boundByDenial(denial, principal, binds)),
    );
}

/** Is it told whose request this is, where the principal does not tell it? */
export function isCallerBound(
    trust: Pick<Trust, "denials">,
    admission: Pick<Admission, "statement" | "principal">,
): Answer {
    return boundBy(trust, admission, boundsCaller);
}

/** A second factor: `aws:MultiFactorAuthPresent` is true, or the time since it was given is limited or at least there. */
export const onSecondFactor: Binding = (condition, beside) => {
    if (condition.key === "aws:multifactorauthage") return demands(condition, beside) || requiresKey(condition);
    const isTrue = condition.values.every((value) => /^true$/i.test(value));
    return condition.key === "aws:multifactorauthpresent" && demands(condition, beside) && isTrue;
};

/** Does it demand a value of one of the keys (in lower case; `prefix/` for all below)? */
export function onKeys(...keys: readonly string[]): Binding {
    return (condition, beside) =>
        keys.some((key) => (key.endsWith("/") ? condition.key.startsWith(key) : condition.key === key)) &&
        demands(condition, beside);
}

const ONE_OF_MANY = onKeys("sts:externalid", "aws:principalarn", "aws:principaltag/");

/**
 * Of an account that is let in as a whole: does it ask for one of its customers, principals or networks, or for a second factor?
 * That the caller is of the account goes without saying.
 */
export const onOneOfMany: Binding = (condition, beside) =>
    ONE_OF_MANY(condition, beside) ||
    onSecondFactor(condition, beside) ||
    (condition.key !== "aws:principalaccount" && boundsCaller(condition, beside));

/** Of a service: does it ask for whom it acts? (Firehose was told so by an external id once.) */
export const onSource: Binding = (condition, beside) =>
    boundsCaller(condition, beside) || onKeys("sts:externalid")(condition, beside);

/** Only tokens of a provider come in unsigned. */
function presence({ key }: Condition, { kind }: Principal): readonly Condition[] {
    if (kind === "federated" || kind === "unknown" || !isInSignedRequests(key)) return [];
    return [{ operator: "Null", key, values: ["false"], unknown: [] }];
}

/** Every way in that the statement opens must be shut by the denial. */
function refusesAssuming(statement: Statement, principal: Principal, denial: Statement): boolean {
    const opened = waysIn(principal).filter((action) => namesAction(statement, action).is !== "no");
    return opened.every((action) => namesAction(denial, action).is === "yes");
}

/** Does a denial refuse whoever comes in this way, whatever the circumstances? */
export function isShut({ denials }: Pick<Trust, "denials">, { statement, principal }: Admission): boolean {
    return denials.some(
        (denial) =>
            denial.conditions.length === 0 &&
            denial.unknown.length === 0 &&
            !denial.principals?.not &&
            refusesAssuming(statement, principal, denial) &&
            refuses(denial, principal),
    );
}

/** Does the denial speak of the principal? */
export function refuses({ principals }: Statement, principal: Principal): boolean {
    if (!principals) return false;
    const isNamed = principals.members.some((one) => same(one, principal));
    return principals.not ? !isNamed : isNamed || principals.members.some(({ kind }) => kind === "everyone");
}

function same(one: Principal, other: Principal): boolean {
    return one.kind !== "unknown" && JSON.stringify(one) === JSON.stringify(other);
}

/** Keys by which AWS's own data perimeter leaves calls out of its denials that services make themselves. */
const OF_SERVICES = new Set(["aws:principalisawsservice", "aws:viaawsservice"]);

/** What a stranger's request says of itself: that no service makes it; and a service's, that one does. */
const STRANGERS: Circumstances = { carries: new Map([...OF_SERVICES].map((key) => [key, ["false"]])) };
const SERVICES: Circumstances = { carries: new Map([["aws:principalisawsservice", ["true"]]]) };

/** A denial holds only where all its conditions do, so whoever escapes it meets the opposite of one of them, and nobody knows which. */
export function boundByDenial(
    { conditions, principals, unknown }: Statement,
    principal: Principal,
    binds: Binding,
): Answer {
    if (unknown.length > 0) return undecided(...unknown);
    if (conditions.length === 0) {
        // Refused for good; or, of everybody, all but those whom `NotPrincipal` names.
        const excepted = principals?.not ? principals.members : [];
        const hidden = excepted.flatMap((one) => (one.kind === "unknown" ? [one.place] : []));
        return hidden.length > 0 && principal.kind !== "everyone" ? undecided(...hidden) : yes;
    }
    const circumstances = principal.kind === "service" ? SERVICES : STRANGERS;
    // It holds for others than whoever comes in this way.
    if (!canBeMet(conditions, circumstances)) return no;
    const escapes = conditions.filter(({ key }) => !circumstances.carries?.has(key)).map(opposite);
    const bound = escapes.every((one) => one !== undefined && binds(one, [one]));
    return answer(escapes.length > 0 && bound);
}
