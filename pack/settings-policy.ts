import type { ResourceValidationPolicy } from "@pulumi/policy";
import { alwaysMarked } from "../model/aws";
import { OBSERVES_MARKS } from "./journal";
import { printable } from "./message";
import { readOptions } from "./options";
import type { AnyRule } from "./rule";
import { perConfiguration, type Session } from "./run";
import { rawProperties, secretPaths } from "./sdk";
import { SETTINGS_POLICY, settingsOptions } from "./settings";
import { EXEMPTIONS_POLICY, UNDECIDED_POLICY } from "./summaries";

const DESCRIPTION = "Settings of the whole pack. Observes which inputs are secret; changes nothing.";
/** What a configuration names beside policies: a level for all of them. */
const ALL = "all";

/**
 * Holds the settings of the whole pack, and observes which inputs the program, not the provider's SDK, marked secret.
 *
 * A policy is told its own configuration only, so one that runs first reads the pack's. Secrets are unwrapped in
 * validations; remediations still see their marks, and run just before the same resource is validated. So this policy
 * stands at level `remediate`, changes nothing and, unless the configuration is mistaken, reports nothing. A configuration that
 * gives it another level takes that sight away: the summary of undecided checks says so.
 */
export function settingsPolicy(rules: readonly AnyRule[], session: Session): ResourceValidationPolicy {
    const names = new Set([SETTINGS_POLICY, ...rules.map(({ id }) => id), EXEMPTIONS_POLICY, UNDECIDED_POLICY, ALL]);
    const readSettings = perConfiguration(session, (getConfig: () => Record<string, unknown>) => {
        const { values, misfit } = readOptions(SETTINGS_POLICY, settingsOptions, getConfig());
        const problems = [
            ...(misfit ? [`${misfit.message}. The pack's standard settings apply until it is corrected.`] : []),
            ...misspelt(session.configuration().keys(), names, namedByKey),
            ...(["include", "exclude"] as const).flatMap((list) => [
                ...misspelt(values[list], names, (_, index) => listedAt(`${SETTINGS_POLICY}.${list}[${index}]`)),
            ]),
        ];
        return { settings: values, problems };
    });
    return {
        name: SETTINGS_POLICY,
        displayName: "Pack settings",
        description: DESCRIPTION,
        severity: "low",
        enforcementLevel: "remediate",
        tags: [OBSERVES_MARKS],
        configSchema: {
            properties: Object.fromEntries(
                Object.entries(settingsOptions).map(([key, option]) => [key, option.schema]),
            ),
        },
        remediateResource: (args) => {
            session.ledger.observeSecrets(args.urn, secretPaths(rawProperties(args.props), alwaysMarked(args.type)));
        },
        validateResource: (args, reportViolation) => {
            const { settings, problems } = readSettings(args.getConfig);
            session.settings = settings;
            for (const problem of problems) if (session.ledger.firstTime(problem)) reportViolation(printable(problem));
        },
    };
}

/** Pulumi passes over a policy's name that no policy has. */
function* misspelt(
    given: Iterable<string>,
    names: ReadonlySet<string>,
    said: (name: string, index: number) => string,
): Iterable<string> {
    for (const [index, name] of [...given].entries()) {
        if (names.has(name)) continue;
        const [nearest] = [...names].map((one) => ({ one, far: distance(one, name) })).sort((a, b) => a.far - b.far);
        const meant = nearest && nearest.far <= MOST_TYPOS ? ` Is ${nearest.one} meant?` : "";
        yield `${said(name, index)}.${meant}`;
    }
}

function namedByKey(name: string): string {
    return `The configuration names ${JSON.stringify(name)}, a policy that this pack does not have, so what it sets holds for none`;
}

/** What a setting holds is a value, and told by its place. */
function listedAt(place: string): string {
    return `${place} is no policy of this pack, so nothing comes of it`;
}

const MOST_TYPOS = 4;

/** How many letters must be put in, taken out or replaced to make one text of the other (Levenshtein). */
function distance(a: string, b: string): number {
    let before = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [row, letter] of [...a].entries()) {
        const next = [row + 1];
        for (let column = 1; column <= b.length; column += 1) {
            const replaced = (before[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
            next.push(Math.min((before[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, replaced));
        }
        before = next;
    }
    return before[b.length] ?? 0;
}
