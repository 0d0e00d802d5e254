import { type Answer, all, filled, no, not, undecided, type Value, yes } from "../../values";
import type { Change, Milder, Row } from "./setting";
import { read, type Subject } from "./subject";

/** How a resource answers at one place. */
export interface SettingAnswer {
    readonly at: Value;
    /** Is it other than it should be? */
    readonly bad: Answer;
    /** The default that AWS changed, to which it was left. Of what is as it should be, nothing more is told. */
    readonly changed?: Change<never>;
    /** The case that weighs less, if it is one. */
    readonly milder?: Milder<never>;
}

/** How a resource of the row's type answers, at each of its places. */
export function answersBy(row: Row, subject: Subject): readonly SettingAnswer[] {
    const values = row.paths.flatMap((path) => read(subject, path));
    return values.map((value) => {
        const one = { ...subject, place: value.path };
        const at = filled(value).is === "no" ? (alternative(row, one) ?? value) : value;
        const bad = isBad(row, at, one);
        if (bad.is === "no") return { at, bad };
        const changed = changeFor(row, at, one);
        const milder = row.milder && row.milder.when.holds(one).is !== "no" ? row.milder : undefined;
        return { at, bad, ...(changed && { changed }), ...(milder && { milder }) };
    });
}

function isBad(row: Row, at: Value, subject: Subject): Answer {
    const asked = row.only?.holds(subject) ?? yes;
    if (asked.is === "no") return no;
    if (at.state === "absent") return all(asked, not(row.absent.holds(subject)));
    return all(asked, not(isHidden(at, row, subject) ? undecided(at.place) : row.good(at)));
}

/** Is it not even known whether something is said there, since what holds it is unknown as a whole? */
function isHidden({ state, path }: Value, { paths, otherPaths }: Row, subject: Subject): boolean {
    if (state !== "unknown") return false;
    const depth = path.split(".").length;
    if (![...paths, ...otherPaths].some((one) => one.split(".").length === depth)) return true;
    const holder = path.replace(/\.[^.]*$/, "");
    return holder !== path && read(subject, holder).some((one) => one.state === "unknown");
}

/** What is said by another of the names that the setting has. */
function alternative({ otherPaths }: Row, subject: Subject): Value | undefined {
    return otherPaths.flatMap((path) => read(subject, path)).find((value) => filled(value).is === "yes");
}

function changeFor({ changed }: Row, at: Value, subject: Subject): Change<never> | undefined {
    if (!changed || changed.except?.holds(subject).is === "yes") return undefined;
    return changed.enforced || at.state === "absent" ? changed : undefined;
}
