import type { AnyRule } from "./rule";
import { defaultLevel } from "./severity";

/** A policy's configuration, as all clients of Pulumi take it. */
export type ProfileConfiguration = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

/** The configuration that turns the strict profile on: its policies at the level of their severity, and its options of the others. */
export function strictProfile(rules: readonly AnyRule[]): ProfileConfiguration {
    const own = rules
        .filter(({ profile, strict }) => profile === "strict" || strict !== undefined)
        .map((rule) => {
            const level = defaultLevel(rule.severity);
            return [rule.id, rule.strict ? { enforcementLevel: level, ...rule.strict } : level] as const;
        });
    return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}
