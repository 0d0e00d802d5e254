import { isDeepStrictEqual } from "node:util";
import { exemptionsOption } from "./exemptions";
import type { AnyRule } from "./rule";
import { PROFILES, type Profile, SETTINGS_POLICY } from "./settings";
import { defaultLevel } from "./severity";

/** A policy's configuration, as all clients of Pulumi take it. */
export type ProfileConfiguration = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

/** A policy's level, and the rest of its configuration, as the engine hands it over: with the defaults of what was not given. */
export interface PolicyConfiguration {
    readonly level: "advisory" | "mandatory" | "disabled" | "remediate";
    readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * From which profile on a rule reports. The baseline holds what lets in strangers or loses data at once; what careful teams disagree
 * about is strict; all else is recommended.
 */
export function profileOf({ profile, severity }: AnyRule): Profile {
    return profile ?? (defaultLevel(severity) === "mandatory" ? "baseline" : "recommended");
}

/**
 * The configuration as the profile makes it that `pack-settings` names. A policy's own configuration goes before: a level other than
 * its default, an option that the strict profile would set, and the lists of policies that are let in or left out.
 */
export function profiled(
    rules: readonly AnyRule[],
    given: ReadonlyMap<string, PolicyConfiguration>,
): ReadonlyMap<string, PolicyConfiguration> {
    const settings = given.get(SETTINGS_POLICY)?.properties ?? {};
    const profile = PROFILES.find((one) => one === settings["profile"]) ?? "recommended";
    const [include, exclude] = [names(settings["include"]), names(settings["exclude"])];
    const found = new Map(given);
    const isForAll = levelOfAll(rules, given);
    for (const rule of rules) {
        const standard = standardLevel(rule);
        const { level = standard, properties = {} } = given.get(rule.id) ?? {};
        const reports =
            !exclude.has(rule.id) &&
            (include.has(rule.id) || PROFILES.indexOf(profileOf(rule)) <= PROFILES.indexOf(profile));
        const shared = rule.profile === "strict" && isForAll(level) && !hasOptions(rule, properties);
        const asked = shared ? level : defaultLevel(rule.severity);
        const settled = level !== standard && !shared ? level : reports ? asked : "disabled";
        const stricter = profile === "strict" && rule.strict ? { ...rule.strict, ...properties } : properties;
        if (settled !== level || stricter !== properties) found.set(rule.id, { level: settled, properties: stricter });
    }
    return found;
}

/**
 * Whether a level was given to all policies at once, by the name `all`, which the engine spells out for each: that says how hard they
 * are, not that those of the strict profile are asked. Most policies then have it whose own level is another.
 */
function levelOfAll(
    rules: readonly AnyRule[],
    given: ReadonlyMap<string, PolicyConfiguration>,
): (level: PolicyConfiguration["level"]) => boolean {
    return (level) => {
        const others = rules.filter((rule) => rule.profile !== "strict" && standardLevel(rule) !== level);
        return others.filter(({ id }) => given.get(id)?.level === level).length > others.length / 2;
    };
}

/** Whether a configuration gives a policy an option; the engine hands over the defaults of the others. */
function hasOptions({ options = {} }: AnyRule, given: PolicyConfiguration["properties"]): boolean {
    const standards: Readonly<Record<string, { readonly default: unknown }>> = {
        ...options,
        exemptions: exemptionsOption,
    };
    return Object.entries(given).some(([name, value]) => !isDeepStrictEqual(value, standards[name]?.default));
}

/** The level at which a policy stands where no configuration gives it one. */
export function standardLevel(rule: AnyRule): PolicyConfiguration["level"] {
    return rule.profile === "strict" ? "disabled" : defaultLevel(rule.severity);
}

/** The configuration that turns the strict profile on policy by policy, for those who want some of it. */
export function strictProfile(rules: readonly AnyRule[]): ProfileConfiguration {
    const own = rules
        .filter(({ profile, strict }) => profile === "strict" || strict !== undefined)
        .map((rule) => {
            const level = defaultLevel(rule.severity);
            return [rule.id, rule.strict ? { enforcementLevel: level, ...rule.strict } : level] as const;
        });
    return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function names(given: unknown): ReadonlySet<unknown> {
    return new Set(Array.isArray(given) ? (given as unknown[]) : []);
}
