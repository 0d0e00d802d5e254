import { type Answer, all, not, type Value, yes } from "../../values";
import { valuesAt } from "../values-at";
import type { Subject } from "./condition";
import type { Change, Row } from "./setting";

/** How a resource answers at one place. */
export interface SettingAnswer {
    readonly at: Value;
    /** Is it other than it should be? */
    readonly bad: Answer;
    /** The default that AWS changed, to which it was left. */
    readonly changed?: Change<never>;
}

/** How a resource of the row's type answers, at each of its places. */
export function answersBy(row: Row, subject: Subject): readonly SettingAnswer[] {
    const asked = row.only?.holds(subject) ?? yes;
    const values = row.paths.flatMap((path) => valuesAt(subject.root, path));
    return values.map((at) => {
        const fine = at.state === "absent" ? row.absent.holds(subject) : row.good(at);
        const changed = changeFor(row, at, subject);
        return { at, bad: all(asked, not(fine)), ...(changed && { changed }) };
    });
}

function changeFor({ changed }: Row, at: Value, subject: Subject): Change<never> | undefined {
    if (!changed || changed.except?.holds(subject).is === "yes") return undefined;
    return changed.enforced || at.state === "absent" ? changed : undefined;
}
