/**
 * How far apart the runs of a schedule of AWS Secrets Manager lie at most.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */

const RATE = /^\s*rate\(\s*(\d+)\s+(hour|day)s?\s*\)\s*$/i;
const CRON = /^\s*cron\(\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*\)\s*$/i;
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const DAY = 86_400_000;
/** Two turns of leap years: whatever comes, comes within them. */
const [FIRST, LAST] = [Date.UTC(2024, 0, 1), Date.UTC(2033, 0, 1)];

/** In days; less than one where it runs several times a day, infinite where it never runs. Undefined for what AWS refuses. */
export function longestGapDays(expression: string): number | undefined {
    const [, count, unit] = RATE.exec(expression) ?? [];
    if (count !== undefined)
        return Number(count) > 0 ? Number(count) / (unit?.toLowerCase() === "hour" ? 24 : 1) : undefined;
    const [, , , dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = CRON.exec(expression) ?? [];
    if (dayOfMonth === "") return undefined;
    // It ends with the last of the years that are listed.
    if (year !== "*") return Number.POSITIVE_INFINITY;
    const isMonth = field(month, 1, 12, MONTHS);
    const ofMonth = dayOfMonth === "?" ? undefined : ofMonthDay(dayOfMonth);
    const ofWeek = dayOfWeek === "?" ? undefined : ofWeekDay(dayOfWeek);
    if (!isMonth || (!ofMonth && !ofWeek)) return undefined;
    const runs = (day: Date) => isMonth(day.getUTCMonth() + 1) && (ofMonth?.(day) ?? true) && (ofWeek?.(day) ?? true);
    return longest(runs);
}

type Runs = (day: Date) => boolean;

function longest(runs: Runs): number {
    let [last, gap] = [undefined as number | undefined, 0];
    for (let time = FIRST; time < LAST; time += DAY) {
        if (!runs(new Date(time))) continue;
        if (last !== undefined) gap = Math.max(gap, (time - last) / DAY);
        last = time;
    }
    return gap === 0 ? Number.POSITIVE_INFINITY : gap;
}

function ofMonthDay(text: string): Runs | undefined {
    const lengthOf = (day: Date) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    const last = /^L(?:-(\d+))?W?$/i.exec(text);
    if (last) return (day) => day.getUTCDate() === lengthOf(day) - Number(last[1] ?? 0);
    // The weekday nearest to the 15th is at most two days from it.
    const within = field(text.replace(/^(\d+)W$/i, "$1"), 1, 31);
    return within && ((day) => within(day.getUTCDate()));
}

function ofWeekDay(text: string): Runs | undefined {
    const [, weekday = "", kind, nth] = /^(\w+?)(L|#([1-5]))$/i.exec(text) ?? [];
    if (kind !== undefined) {
        const isDay = field(weekday, 1, 7, DAYS);
        const week = (day: Date) => Math.ceil(day.getUTCDate() / 7);
        const isLast = (day: Date) => new Date(day.getTime() + 7 * DAY).getUTCMonth() !== day.getUTCMonth();
        const isWeek = (day: Date) => (nth === undefined ? isLast(day) : week(day) === Number(nth));
        return isDay && ((day) => isDay(day.getUTCDay() + 1) && isWeek(day));
    }
    const within = field(/^L$/i.test(text) ? "7" : text, 1, 7, DAYS);
    return within && ((day) => within(day.getUTCDay() + 1));
}

/** Values, ranges and increments, separated by commas; undefined for what is none of these. */
function field(
    text: string,
    least: number,
    most: number,
    names: readonly string[] = [],
): ((value: number) => boolean) | undefined {
    const number = (word: string) => {
        const named = names.indexOf(word.toUpperCase());
        return named >= 0 ? named + least : /^\d+$/.test(word) ? Number(word) : Number.NaN;
    };
    const values = new Set<number>();
    for (const part of text.split(",")) {
        const [range = "", step] = part.split("/");
        const [from = "", to] = range.split("-");
        const isAny = range === "*" || range === "?";
        const start = isAny ? least : number(from);
        const end = to !== undefined ? number(to) : isAny || step !== undefined ? most : start;
        const by = step === undefined ? 1 : Number(step);
        if (!(start >= least && end <= most && start <= end && by > 0)) return undefined;
        for (let value = start; value <= end; value += by) values.add(value);
    }
    return (value) => values.has(value);
}
