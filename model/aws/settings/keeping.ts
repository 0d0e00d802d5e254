/** What rows of several services have in common: protection from deletion, what stays after it, and backups by days. */
import type { Named } from "../place";
import { backedUp } from "./backed-up";
import { bad, type Condition, either, good, says, switchedOn, unless } from "./condition";
import { atLeast, off, on } from "./good";
import type { Milder, Setting } from "./setting";

/** A switch that deletes what it holds together with it. */
export function emptied(what: string) {
    return {
        good: off,
        absent: good,
        says: { otherwise: `true, so its ${what} are deleted with it, and nobody is asked` },
        fix: "Set it to false, or leave it out.",
    };
}

/** A switch by which no snapshot is made of what is deleted. */
export const withoutSnapshot = {
    good: off,
    absent: good,
    says: { otherwise: "true, so nothing is kept of it when it is deleted" },
    fix: "Set it to false, and name the last snapshot.",
};

/** The protection of a database, of which a last snapshot stays unless that is skipped. */
export function protectedDatabase<T>(
    at: Named<T>,
    skipFinalSnapshot: Named<T>,
): Pick<Setting<T>, "at" | "good" | "absent" | "milder"> {
    return {
        at,
        good: on,
        absent: bad,
        milder: somethingStays(unless(switchedOn(skipFinalSnapshot)), "a last snapshot is all that stays"),
    };
}

/** Where something of what is deleted stays. */
export function somethingStays<T>(when: Condition<T>, what: string): Milder<T> {
    return {
        when,
        severity: "medium",
        says: {
            absent: `absent, so one call deletes it, and ${what}`,
            otherwise: `switched off, so one call deletes it, and ${what}`,
        },
    };
}

/** A global cluster holds no data: its clusters do. What is lost is that they are one. */
export const ofClusters = {
    good: on,
    absent: bad,
    severity: "low",
    says: {
        absent: "absent, so one call takes its clusters apart",
        otherwise: "switched off, so one call takes its clusters apart",
    },
} as const;

/** What AWS asks of databases at least: Security Hub's RDS.11, DocumentDB.2, Neptune.5, Redshift.3. */
const WEEK = 7;
const late = "so what is noticed later cannot be undone";

/**
 * Backups that are kept for days: for a week at least, unless AWS Backup keeps some. What is kept where nothing is said is none, a
 * day, or enough.
 */
export function keptForDays<T>(
    at: Named<T>,
    byDefault: "none" | "day" | "enough",
    exempt: Condition<T> = bad,
): Pick<Setting<T>, "at" | "good" | "absent" | "only" | "milder" | "says" | "fix"> {
    return {
        at,
        good: atLeast(WEEK),
        absent: byDefault === "enough" ? good : bad,
        only: unless(exempt === bad ? backedUp : either<T>(exempt, backedUp)),
        milder: {
            when: says(at, atLeast(1), byDefault === "none" ? bad : good),
            severity: "low",
            says: {
                absent: `absent, which keeps backups for one day, ${late}`,
                otherwise: `fewer than ${WEEK} days, ${late}`,
            },
        },
        says: {
            absent: "absent, so no backups are kept, and what is deleted or overwritten here is lost",
            otherwise: "0, so no backups are kept, and what is deleted or overwritten here is lost",
        },
        fix: `Set it to ${WEEK} or more.`,
    };
}
