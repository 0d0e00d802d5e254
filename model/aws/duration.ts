const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** The seconds of an ISO 8601 duration such as `PT1H30M`; undefined for what is none, or counts months. */
export function durationSeconds(text: string): number | undefined {
    const [, days, hours, minutes, seconds] = DURATION.exec(text) ?? [];
    if ([days, hours, minutes, seconds].every((part) => part === undefined)) return undefined;
    return 86_400 * Number(days ?? 0) + 3600 * Number(hours ?? 0) + 60 * Number(minutes ?? 0) + Number(seconds ?? 0);
}
