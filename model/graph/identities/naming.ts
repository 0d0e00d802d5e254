import { actionsOfPattern, type NamedAction } from "../../iam";
import type { Stack } from "../stack";
import { type Identity, identitiesOf } from "./identities";

/** The identities of a stack by the patterns of actions that their own policies allow. */
interface Naming {
    readonly byPattern: ReadonlyMap<string, readonly Identity[]>;
    /** Those of which not everything is known: they may name anything. */
    readonly open: readonly Identity[];
}

/**
 * The identities whose own policies name an action that is wanted, and those that may, in the order of all. Most rules ask for a few
 * actions, which most policies do not name; and a stack writes the same few patterns again and again, of which each is asked once.
 */
export function identitiesNaming(stack: Stack, isWanted: (named: NamedAction) => boolean): readonly Identity[] {
    const { byPattern, open } = stack.once(identitiesNaming, collect);
    const found = new Set(open);
    for (const [pattern, identities] of byPattern)
        if (actionsOfPattern(pattern).some(isWanted)) for (const one of identities) found.add(one);
    return found.size === 0 ? [] : identitiesOf(stack).filter((one) => found.has(one));
}

function collect(stack: Stack): Naming {
    const byPattern = new Map<string, Identity[]>();
    const open: Identity[] = [];
    for (const identity of identitiesOf(stack)) {
        if (identity.unread.length > 0 || identity.held.some(({ statement }) => statement.actions.unknown.length > 0))
            open.push(identity);
        for (const { statement } of identity.held) {
            if (statement.effect === "Deny" || statement.actions.not) continue;
            for (const pattern of statement.actions.patterns) {
                const same = byPattern.get(pattern);
                if (!same) byPattern.set(pattern, [identity]);
                else if (same.at(-1) !== identity) same.push(identity);
            }
        }
    }
    return { byPattern, open };
}
