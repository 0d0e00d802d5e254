/** What permissions boundaries leave of grants. */
import type { Atom } from "./atom";
import { areActionsWithin, isResourceWithin, isWithin, overlap } from "./within";

/** What is left of a grant within what a boundary allows, in as few pieces as there are. */
export function piecesWithin(grant: Atom, boundary: readonly Atom[]): readonly Atom[] {
    const whole = boundary.find((one) => one.bounds.length === 0 && isWithin(grant, one));
    if (whole) return [grant];
    return boundary.filter((one) => overlap(grant, one)).map((one) => pieceOf(grant, one));
}

/** The narrower of the two, by actions and by resources; where neither is, both count. */
function pieceOf(grant: Atom, one: Atom): Atom {
    const byActions = areActionsWithin(grant, one) ? grant : areActionsWithin(one, grant) ? one : undefined;
    const [own, other] = [grant.resource, one.resource];
    const byResource = isResourceWithin(own, other) ? grant : isResourceWithin(other, own) ? one : undefined;
    const { actions, isNot, shown } = byActions ?? grant;
    const { resource, shown: about } = byResource ?? grant;
    return {
        ...grant,
        ...{ actions, isNot, resource },
        shown: { actions: shown.actions, on: about.on, excepted: about.excepted },
        bounds: [...grant.bounds, ...one.bounds],
        ...(!(byActions && byResource) && { limit: one }),
    };
}
