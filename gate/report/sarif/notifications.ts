import type { Report } from "../model";
import { repositoryPlaces } from "../places";
import { locationOf, withoutLinks } from "./words";

const MOST_NOTIFICATIONS = 1_000;

/** What a run says besides its results. */
export const NOTIFICATIONS = [
    {
        id: "undecided",
        shortDescription: { text: "A check waits for a value that is not known: neither a finding nor a pass." },
    },
    { id: "not-seen", shortDescription: { text: "Something of the program could not be looked into." } },
    { id: "left-out", shortDescription: { text: "A limit of those who read this file left something out of it." } },
    { id: "gone", shortDescription: { text: "What the baseline has is not found any more." } },
];

/** `leftOut` first, then what was not seen, undecided and gone. */
export function notificationsOf(report: Report, leftOut: readonly string[]): readonly object[] {
    const placeOf = repositoryPlaces(report);
    const notification = (id: string, level: string, text: string, locations: readonly object[] = []) => ({
        descriptor: { id, index: NOTIFICATIONS.findIndex((one) => one.id === id) },
        level,
        message: { text: withoutLinks(text) },
        ...(locations.length > 0 && { locations }),
    });
    const undecided = report.undecided.map((check) =>
        notification("undecided", "note", `${check.policy} at ${check.name} waits for ${check.awaits.join(", ")}`, [
            locationOf(check, placeOf),
        ]),
    );
    const notSeen = report.notSeen.map((one) =>
        notification("not-seen", "warning", `${one.name}: ${one.what}`, [locationOf({ ...one, urn: "" }, placeOf)]),
    );
    const gone = report.baseline?.gone.map((one) =>
        notification("gone", "note", `${one.policy} at ${one.resource}${one.at === "" ? "" : `: ${one.at}`}`),
    );
    const all = [...notSeen, ...undecided, ...(gone ?? [])];
    const more = all.length - MOST_NOTIFICATIONS;
    const limits = [...leftOut, ...(more > 0 ? [`${more} of ${all.length} notes`] : [])];
    return [
        ...limits.map((text) => notification("left-out", "warning", `Left out: ${text}`)),
        ...all.slice(0, MOST_NOTIFICATIONS),
    ];
}
