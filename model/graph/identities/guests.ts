import {
    actionMatches,
    actionsNamed,
    actionsOf,
    extentOf,
    GUEST_ACTIONS,
    listed,
    placeInPolicy,
    shownAction,
    starIsNoFault,
    statementName,
} from "../../iam";
import { type Answer, all, answer, any, no, undecided, yes } from "../../values";
import { linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { type Held, identityOf } from "./identities";
import { type PoolRole, poolRolesOf } from "./identity-pools";
import type { Found } from "./roles";

/** What a guest may do beyond the few calls that are meant for everybody, statement by statement. */
export function* guestExcess(stack: Stack, given: PoolRole, accepted: readonly string[]): Iterable<Found> {
    const { role, attachment, at } = given;
    const isSure = role.kind === "found";
    for (const one of possible(role)) {
        const identity = identityOf(stack, one);
        if (!identity) continue;
        for (const held of identity.permissions.grants) {
            const { statement, holder, managed } = held;
            if (statement.effect === "Deny") continue;
            const excess = exceeding(held, accepted, (action) => identity.permissions.through(statement, action));
            const open = openOnes(held, (action) => extentOf(identity.permissions, statement, action) === "any");
            const when = any(excess.when, answer(open.length > 0));
            const named = listed((excess.actions.length > 0 ? excess.actions : open).map(shownAction));
            const where = excess.actions.length > 0 ? "" : " on resources that it does not name";
            const what = managed ? `attaches ${managed.name}, which allows` : `${statementName(statement)} allows`;
            yield {
                resource: holder,
                at: held.at,
                ...(managed === undefined && { statement: placeInPolicy(statement) }),
                when: isSure ? when : all(when, undecided(at.place)),
                message: `${what} guests ${statement.actions.not ? "every action but those it lists" : named}${where}: whoever knows the pool's id may do that`,
            };
        }
        for (const { place, holder, at: property } of identity.unread)
            yield {
                resource: holder,
                at: property,
                when: undecided(place),
                message: "allows guests what is not known",
            };
    }
    if (possible(role).length === 0)
        yield {
            resource: attachment,
            at: at.path,
            when: undecided(at.place),
            message: "hands guests a role that is declared elsewhere",
        };
}

interface Exceeding {
    readonly when: Answer;
    readonly actions: readonly string[];
}

function exceeding({ statement }: Held, accepted: readonly string[], isLeft: (action: string) => Answer): Exceeding {
    if (statement.actions.not) {
        // Of thousands of actions one that is left will do.
        const left = actionsOf(statement).find((action) => isLeft(action).is !== "no");
        return { when: left === undefined ? no : isLeft(left), actions: [] };
    }
    const found = [...new Set(actionsNamed(statement).map(({ action }) => action))]
        .filter((action) => !accepted.some((pattern) => actionMatches(pattern, action)))
        .map((action) => ({ action, when: isLeft(action) }))
        .filter(({ when }) => when.is !== "no");
    const unknown = statement.actions.unknown.map(({ place }) => undecided(place));
    return { when: any(...found.map(({ when }) => when), ...unknown), actions: found.map(({ action }) => action) };
}

/** Of the accepted actions, those that the statement allows on whatever there is. */
function openOnes({ statement }: Held, isOpen: (action: string) => boolean): readonly string[] {
    const named = actionsNamed(statement).map(({ action }) => action);
    return named.filter((action) => !starIsNoFault(action) && isOpen(action));
}

/** May the guests of a pool do more than next to nothing? A role that lives elsewhere, or that this stack does not name, does not tell that it is minimal. */
export function guestsMayDoMore(stack: Stack, pool: Resource): Answer {
    const roles = poolRolesOf(stack).filter((one) => one.slot === "unauthenticated" && linked(one.pool) === pool);
    if (roles.length === 0) return yes;
    return any(
        ...roles.map((one) =>
            one.role.kind === "outside"
                ? yes
                : any(...[...guestExcess(stack, one, GUEST_ACTIONS)].map(({ when }) => when)),
        ),
    );
}
