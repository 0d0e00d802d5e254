import { type Answer, all, answer, any, no, not, undecided, type Value } from "../values";
import { namesAction } from "./action";
import { boundsCaller, callerBound } from "./condition";
import { parsePolicy } from "./document";
import { canBeMet } from "./meeting";
import type { Principal } from "./principal";
import { allows } from "./questions";
import type { Statement } from "./statement";
import { boundByDenial, refuses } from "./trust";

const EVERYONE: Principal = { kind: "everyone" };

/**
 * Does a resource's policy let whoever asks do one of the actions? Conditions that bound the caller keep strangers out, in the
 * statement itself or in a denial of everything else.
 */
export function opensTo(policy: Value, actions: readonly string[], since?: Date): Answer {
    const { statements, unknown } = parsePolicy(policy);
    const opened = statements.flatMap((statement) => {
        const named = letsInStrangers(statement, since);
        return named.is === "no"
            ? []
            : actions.map((action) => all(named, namesAction(statement, action), not(refused(statements, action))));
    });
    return any(...opened, ...unknown.map((place) => undecided(place)));
}

function letsInStrangers(statement: Statement, since: Date | undefined): Answer {
    const { principals, conditions } = statement;
    if (!principals || !canBeMet(conditions, { since })) return no;
    // `NotPrincipal` in an Allow lets in everybody but those whom it names. A principal that is not known yet is somebody.
    const isOpen = principals.not || principals.members.some(({ kind }) => kind === "everyone");
    return all(answer(isOpen), allows(statement), not(callerBound(statement).is));
}

/** Are strangers refused the action, or held to a condition that bounds them? */
function refused(statements: readonly Statement[], action: string): Answer {
    const denials = statements.filter((one) => one.effect === "Deny" && refuses(one, EVERYONE));
    return any(
        ...denials.map((denial) => all(namesAction(denial, action), boundByDenial(denial, EVERYONE, boundsCaller))),
    );
}
