import type { Policy } from "@pulumi/policy";
import { exemptionsOption } from "./exemptions";
import type { Options } from "./options";
import type { AnyRule } from "./rule";
import { defaultLevel } from "./severity";

/** The fields of the SDK's policy that a rule's declaration fills. */
export function policyMetadata(rule: AnyRule): Policy {
    const [framework, ...others] = rule.frameworks;
    return {
        name: rule.id,
        displayName: displayName(rule.id),
        description: rule.title,
        severity: rule.severity,
        enforcementLevel: rule.profile === "strict" ? "disabled" : defaultLevel(rule.severity),
        remediationSteps: rule.fix,
        // A policy has room for one framework; the others travel as tags.
        tags: [
            ...(rule.tags ?? []),
            ...others.map((control) => `${control.framework} ${control.version}: ${control.id}`),
        ],
        ...(framework && {
            framework: {
                name: framework.framework,
                version: framework.version,
                reference: framework.id,
                specification: framework.url,
            },
        }),
        ...(rule.sources[0] && { url: rule.sources[0] }),
        configSchema: configSchema(rule.options ?? {}),
    };
}

export function configSchema(options: Options): NonNullable<Policy["configSchema"]> {
    const properties = Object.fromEntries(Object.entries(options).map(([key, option]) => [key, option.schema]));
    return { properties: { ...properties, exemptions: exemptionsOption.schema } };
}

function displayName(id: string): string {
    const words = id.replaceAll("-", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
}
