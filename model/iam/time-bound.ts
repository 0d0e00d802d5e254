/** Access for a time: until a date, or for a while after a second factor. */
import { demandsOn } from "./condition";
import { endOf } from "./meeting";
import type { Condition } from "./statement";

const ENDS = /^aws:(?:currenttime|epochtime|tokenissuetime|multifactorauthage)$/;
const DAY = 86_400_000;
/** As long as a session of a role lasts at most. */
const RECENT = 12 * 3600;

/** Is what these conditions allow over within so many days, or so soon after a second factor that a session would be too? */
export function endsWithin(conditions: readonly Condition[], days: number, today: Date | undefined): boolean {
    const end = endOf(conditions);
    const factor = afterFactor(conditions);
    const isSoon = end !== undefined && today !== undefined && end.getTime() <= today.getTime() + days * DAY;
    return isSoon || (factor !== undefined && factor <= RECENT);
}

/** The places of ends that are not known yet. */
export function unknownEnds(conditions: readonly Condition[]): readonly string[] {
    return conditions.filter(({ key }) => ENDS.test(key)).flatMap(({ unknown }) => unknown);
}

/** For how many seconds after a second factor it holds. */
function afterFactor(conditions: readonly Condition[]): number | undefined {
    const ages = demandsOn({ conditions }, "aws:multifactorauthage").filter(({ operator }) => /less/i.test(operator));
    const seconds = ages.flatMap(({ values }) => values.map(Number)).filter(Number.isFinite);
    return seconds.length > 0 ? Math.max(...seconds) : undefined;
}
