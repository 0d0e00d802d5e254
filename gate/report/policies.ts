import type { PolicyInfo } from "../host/types";
import type { Report } from "./model";

/** A policy as reports tell it: what the pack says of it, or what its findings do where the pack tells nothing. */
export interface ReportedPolicy extends PolicyInfo {
    /** What happens to those who ignore it; empty where no finding says. */
    readonly why: string;
}

/** Every policy that a report speaks of, by name, in that order. */
export function reportedPolicies({ pack, findings, exempted, undecided }: Report): readonly ReportedPolicy[] {
    const known = new Map(pack?.policies.map((policy) => [policy.name, policy]));
    const whys = new Map<string, string>();
    const told = new Map<string, PolicyInfo>();
    for (const { policy, severity, title, level, why, failed } of findings) {
        if (why !== "" && !failed && !whys.has(policy)) whys.set(policy, why);
        if (!told.has(policy)) told.set(policy, { ...nothingOf(policy), description: title, severity, level });
    }
    for (const { policy, severity } of [...exempted, ...undecided])
        if (!told.has(policy)) told.set(policy, { ...nothingOf(policy), severity });
    return [...told]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, own]) => ({ ...(known.get(name) ?? own), why: whys.get(name) ?? "" }));
}

function nothingOf(name: string): PolicyInfo {
    return {
        name,
        displayName: "",
        description: "",
        severity: "",
        level: "advisory",
        fix: "",
        url: "",
        tags: [],
    };
}
