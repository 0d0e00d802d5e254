import { accessLevel, actionsMatching, deletionKind, type Statement } from "../../iam";
import type { AccessLevel } from "./drawing";
import { inOrder } from "./lines";

const ALL: readonly AccessLevel[] = ["List", "Read", "Write", "Delete", "Permissions management", "Tagging"];

const known = new Map<string, readonly AccessLevel[]>();

/** What one action, or all that a pattern names, do. One that the tables do not have may be anything that writes. */
export function levelsOf(pattern: string): readonly AccessLevel[] {
    let found = known.get(pattern);
    if (!found) {
        const actions = actionsMatching(pattern);
        found = inOrder(actions.length === 0 ? ["Write"] : actions.flatMap(levelOf));
        known.set(pattern, found);
    }
    return found;
}

function levelOf(action: string): AccessLevel {
    return deletionKind(action) === undefined ? (accessLevel(action) ?? "Write") : "Delete";
}

/** Of all but some, anything may be among the rest. */
export function levelsOfStatement({ actions }: Statement): readonly AccessLevel[] {
    return actions.not ? ALL : inOrder(actions.patterns.flatMap(levelsOf));
}
