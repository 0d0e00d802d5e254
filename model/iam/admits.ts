import { type Answer, all, answer, any, no, undecided, yes } from "../values";
import { namesAction } from "./action";
import { type Caller, meets } from "./caller";
import type { Principal } from "./principal";
import type { Statement } from "./statement";
import type { Trust } from "./trust";

/** Whether a role lets a caller of its own account in, and on what terms. */
export interface Entry {
    readonly statement: Statement;
    readonly when: Answer;
    /** It names the caller itself, which within one account needs no grant of `sts:AssumeRole` beside it. */
    readonly byName: boolean;
}

const ASSUME = "sts:AssumeRole";

/**
 * The ways in that a trust policy opens to a caller of the role's own account. What the caller may set or read (an external id, the
 * name of the session) keeps nobody out; a second factor keeps code out; other circumstances are given credit.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 *
 * @param mayBeCaller whether a principal that is not known yet may be this caller
 */
export function entriesOf(trust: Trust, caller: Caller, mayBeCaller: boolean): readonly Entry[] {
    const refused = any(...trust.denials.map((denial) => refuses(denial, caller)));
    if (refused.is === "yes") return [];
    return trust.admissions.flatMap(({ statement, principal, when }) => {
        const byName = principal.kind === "arn";
        const isMeant = means(principal, caller, mayBeCaller);
        if (isMeant.is === "no") return [];
        const isOpen = all(when, namesAction(statement, ASSUME), isMeant, conditionsHold(statement, caller));
        const found = refused.is === "undecided" ? all(isOpen, undecided(...refused.awaits)) : isOpen;
        return found.is === "no" ? [] : [{ statement, when: found, byName }];
    });
}

function means(principal: Principal, { arn, account, place }: Caller, mayBeCaller: boolean): Answer {
    switch (principal.kind) {
        case "everyone":
            return yes;
        case "account":
            return account === undefined ? undecided(place) : answer(principal.account === account);
        case "arn":
            return answer(principal.arn === arn);
        case "unknown":
            return mayBeCaller || principal.suffix === ":root" ? undecided(principal.place) : no;
        default:
            return no;
    }
}

function conditionsHold({ conditions, unknown }: Statement, caller: Caller): Answer {
    const met = conditions.map((condition) => ({ condition, is: meets(condition, caller) }));
    if (met.some(({ is }) => is === "no" || is === "not told")) return no;
    const open = met.flatMap(({ condition, is }) => (is === "yes" ? [] : [...condition.unknown, caller.place]));
    const places = [...unknown, ...open];
    return places.length > 0 ? undecided(...places) : yes;
}

/** Does the denial refuse the caller? One under circumstances is given credit. */
function refuses(denial: Statement, caller: Caller): Answer {
    const { principals, conditions, unknown } = denial;
    if (!principals || namesAction(denial, ASSUME).is !== "yes") return no;
    const isNamed = principals.members.some((one) => means(one, caller, false).is === "yes");
    if (principals.not === isNamed) return no;
    if (conditions.some((condition) => meets(condition, caller) === "no")) return no;
    return unknown.length > 0 ? undecided(...unknown) : yes;
}
