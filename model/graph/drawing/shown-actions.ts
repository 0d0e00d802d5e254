import { listed, type Statement, shownAction } from "../../iam";

const MOST = 40;

/** The actions of a statement, as it has them; of one about all but some, in one phrase. */
export function shownActions({ actions }: Pick<Statement, "actions">): readonly string[] {
    const shown = [...new Set(actions.patterns.map(shownAction))].sort();
    if (actions.not) return [`all but ${listed(shown)}`];
    return most(shown);
}

/** AWS's policies may list a thousand. */
export function most(shown: readonly string[]): readonly string[] {
    return shown.length <= MOST ? shown : [...shown.slice(0, MOST), `and ${shown.length - MOST} more`];
}
