import type { Report } from "../model";
import type { PagePolicy } from "./common/data";
import { severityRank } from "./common/words";

/** Every policy of the pack, and those that only findings name. */
export function pagePolicies(report: Report): readonly PagePolicy[] {
    const { pack, findings, undecided, exempted, checksByPolicy } = report;
    const told = new Map<string, PagePolicy>();
    for (const { name, description, severity, level, tags, framework } of pack?.policies ?? []) {
        const main = framework ? [`${framework.name} ${framework.version}: ${framework.reference}`] : [];
        const checks = checksByPolicy?.[name] ?? (checksByPolicy ? 0 : undefined);
        told.set(name, {
            name,
            title: description,
            severity,
            level,
            why: "",
            controls: byFramework([...main, ...tags]),
            ...(checks !== undefined && { checks }),
        });
    }
    for (const { policy, title, severity, level, why, failed } of findings) {
        const known = told.get(policy) ?? { name: policy, title, severity, level, why: "", controls: [] };
        told.set(policy, { ...known, why: known.why === "" && !failed ? why : known.why });
    }
    for (const { policy, severity } of [...undecided, ...exempted])
        if (!told.has(policy))
            told.set(policy, { name: policy, title: "", severity, level: "", why: "", controls: [] });
    return [...told.values()].sort(
        (a, b) => severityRank(a.severity) - severityRank(b.severity) || (a.name < b.name ? -1 : 1),
    );
}

/** `CWE 4: CWE-284` and `CWE 4: CWE-668` are `CWE 4: CWE-284, CWE-668`. */
function byFramework(controls: readonly string[]): readonly string[] {
    const by = new Map<string, Set<string>>();
    for (const one of controls) {
        const [, framework = "", id = one] = /^(.*?): (.*)$/.exec(one) ?? [];
        by.set(framework, (by.get(framework) ?? new Set()).add(id));
    }
    return [...by].map(([framework, ids]) => [framework, [...ids].join(", ")].filter((part) => part !== "").join(": "));
}
