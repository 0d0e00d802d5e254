/**
 * Trust policies: who may assume a role, and what holds him to it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { type Answer, all, answer, any, undecided, type Value, yes } from "../values";
import { namesAction } from "./action";
import { boundsCaller, demands, opposite, requiresKey } from "./condition";
import { parsePolicy } from "./document";
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

export function trustOf(assumeRolePolicy: Value): Trust {
    const { statements, unknown } = parsePolicy(assumeRolePolicy);
    const admitting = statements.flatMap((statement) => {
        const when = all(allows(statement), any(...ASSUMING.map((action) => namesAction(statement, action))));
        return statement.principals && when.is !== "no" ? [{ statement, principals: statement.principals, when }] : [];
    });
    return {
        admissions: admitting.flatMap(({ statement, principals, when }) =>
            principals.not ? [] : principals.members.map((principal) => ({ statement, principal, when })),
        ),
        byException: admitting.filter(({ principals }) => principals.not),
        denials: statements.filter(({ effect }) => effect === "Deny"),
        unknown,
    };
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
        answer(conditions.some((condition) => binds(condition, conditions))),
        ...unknown.map((place) => undecided(place)),
        ...denials
            .filter((denial) => refusesAssuming(statement, denial) && refuses(denial, principal))
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

/** Every way in that the statement opens must be shut by the denial. */
function refusesAssuming(statement: Statement, denial: Statement): boolean {
    const opened = ASSUMING.filter((action) => namesAction(statement, action).is !== "no");
    return opened.every((action) => namesAction(denial, action).is === "yes");
}

function refuses({ principals }: Statement, principal: Principal): boolean {
    if (!principals) return false;
    const isNamed = principals.members.some((one) => same(one, principal));
    return principals.not ? !isNamed : isNamed || principals.members.some(({ kind }) => kind === "everyone");
}

function same(one: Principal, other: Principal): boolean {
    return one.kind !== "unknown" && JSON.stringify(one) === JSON.stringify(other);
}

/** Keys that AWS's own data perimeter leaves out of its denials: calls that services make themselves. */
const OF_SERVICES = new Set(["aws:principalisawsservice", "aws:viaawsservice"]);

/** A denial holds only where all its conditions do, so whoever escapes it meets the opposite of one of them, and nobody knows which. */
function boundByDenial({ conditions, principals, unknown }: Statement, principal: Principal, binds: Binding): Answer {
    if (unknown.length > 0) return undecided(...unknown);
    if (conditions.length === 0) {
        // Refused for good; or, of everybody, all but those whom `NotPrincipal` names.
        const excepted = principals?.not ? principals.members : [];
        const hidden = excepted.flatMap((one) => (one.kind === "unknown" ? [one.place] : []));
        return hidden.length > 0 && principal.kind !== "everyone" ? undecided(...hidden) : yes;
    }
    const escapes = conditions.filter(({ key }) => !OF_SERVICES.has(key)).map(opposite);
    const bound = escapes.every((one) => one !== undefined && binds(one, [one]));
    return answer(escapes.length > 0 && bound);
}
