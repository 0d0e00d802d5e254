import { type Answer, answer, undecided, type Value } from "../values";

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** The seconds of an ISO 8601 duration such as `PT1H30M`; undefined for what is none, or counts months. */
export function durationSeconds(text: string): number | undefined {
    const [, days, hours, minutes, seconds] = DURATION.exec(text) ?? [];
    if ([days, hours, minutes, seconds].every((part) => part === undefined)) return undefined;
    return 86_400 * Number(days ?? 0) + 3600 * Number(hours ?? 0) + 60 * Number(minutes ?? 0) + Number(seconds ?? 0);
}

const DAY = 86_400_000;

/** Is something good for longer than so many days from now? Where no end is given, AWS sets one: of keys of AppSync a week, of activations a day. */
export function outlastsDays(expires: Value, days: number, today: Date): Answer {
    if (expires.state === "unknown") return undecided(expires.place);
    const end = Date.parse(expires.text() ?? "");
    return answer(end > today.getTime() + days * DAY);
}
