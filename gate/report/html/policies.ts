import type { Report } from "../model";
import type { PagePolicy } from "./common/data";
import { severityRank } from "./common/words";

/** Every policy of the pack, and those that only findings name. */
export function pagePolicies(report: Report): {
    readonly policies: readonly PagePolicy[];
    readonly frameworks: readonly string[];
} {
    const frameworks = new Frameworks();
    const { pack, findings, undecided, exempted, checksByPolicy } = report;
    const told = new Map<string, PagePolicy>();
    for (const { name, description, severity, tags, framework } of pack?.policies ?? []) {
        const main = framework ? [`${framework.name} ${framework.version}: ${framework.reference}`] : [];
        const checks = checksByPolicy?.[name] ?? (checksByPolicy ? 0 : undefined);
        told.set(name, {
            name,
            title: description,
            severity,
            why: "",
            controls: frameworks.byFramework([...main, ...tags]),
            ...(checks !== undefined && { checks }),
        });
    }
    for (const { policy, title, severity, why, failed } of findings) {
        const known = told.get(policy) ?? { name: policy, title, severity, why: "", controls: [] };
        told.set(policy, { ...known, why: known.why === "" && !failed ? why : known.why });
    }
    for (const { policy, severity } of [...undecided, ...exempted])
        if (!told.has(policy)) told.set(policy, { name: policy, title: "", severity, why: "", controls: [] });
    const policies = [...told.values()].sort(
        (a, b) => severityRank(a.severity) - severityRank(b.severity) || (a.name < b.name ? -1 : 1),
    );
    return { policies, frameworks: frameworks.names };
}

/** `CWE 4: CWE-284` and `CWE 4: CWE-668` are one of the framework `CWE 4`. */
class Frameworks {
    private readonly numbers = new Map<string, number>();

    get names(): readonly string[] {
        return [...this.numbers.keys()];
    }

    byFramework(controls: readonly string[]): PagePolicy["controls"] {
        const by = new Map<number, Set<string>>();
        for (const one of controls) {
            const [, framework = "", id = one] = /^(.*?): (.*)$/.exec(one) ?? [];
            const number = this.numbers.get(framework) ?? this.numbers.size;
            this.numbers.set(framework, number);
            by.set(number, (by.get(number) ?? new Set()).add(id));
        }
        return [...by].map(([framework, ids]) => [framework, [...ids].join(", ")]);
    }
}
