/** What permissions boundaries leave of grants. */
import type { Atom } from "./atoms";
import { areActionsWithin, isResourceWithin, isWithin, overlap } from "./within";

/** What is left of a grant within what a boundary allows, in as few pieces as there are. */
export function piecesWithin(grant: Atom, boundary: readonly Atom[]): readonly Atom[] {
    const whole = boundary.find((one) => one.bounds.length === 0 && isWithin(grant, one));
    if (whole) return [grant];
    return boundary.filter((one) => overlap(grant, one)).map((one) => pieceOf(grant, one));
}

/** The narrower of the two, by actions and by resources; where neither is, both count. */
function pieceOf(grant: Atom, one: Atom): Atom {
    const isNarrower = { actions: areActionsWithin(one, grant), on: isResourceWithin(one.resource, grant.resource) };
    const byActions = areActionsWithin(grant, one) || !isNarrower.actions ? grant : one;
    const byResource = isResourceWithin(grant.resource, one.resource) || !isNarrower.on ? grant : one;
    const isAll =
        (areActionsWithin(grant, one) || isNarrower.actions) &&
        (isResourceWithin(grant.resource, one.resource) || isNarrower.on);
    return {
        ...grant,
        isNot: byActions.isNot,
        actions: byActions.actions,
        resource: byResource.resource,
        shown: {
            actions: byActions.shown.actions,
            on: byResource.shown.on,
            excepted: byResource.shown.excepted,
        },
        bounds: [...grant.bounds, ...one.bounds],
        ...(!isAll && { limit: one }),
    };
}
